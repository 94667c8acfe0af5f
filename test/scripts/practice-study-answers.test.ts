/** The invented answers of the practice study are answers that its questionnaires take; its texts say what they must. */
import { describe, expect, it } from 'vitest';
import { bureau, colleaguesTexts, residentsTexts } from '../../electron/practice/texts.ts';
import { inventAnswer } from '../../scripts/practice-study/answers.ts';
import { tokenOf } from '../../scripts/practice-study/open-texts.ts';
import { type Form, formSheets } from '../../scripts/practice-study/questionnaires/form.ts';
import { partnersQuestionnaire } from '../../scripts/practice-study/questionnaires/partners.ts';
import { residentsQuestionnaire } from '../../scripts/practice-study/questionnaires/residents.ts';
import { teamMembersQuestionnaire } from '../../scripts/practice-study/questionnaires/team-members.ts';
import { seeded } from '../../scripts/seeded.ts';
import { day } from '../../shared/calendar.ts';
import { fillText } from '../../shared/contact/fill-text.ts';
import type { Answer } from '../../shared/study/answer.ts';
import { readAnswer } from '../../shared/study/check-answer.ts';
import { type Item, type ItemName, isAsked, type Questionnaire } from '../../shared/study/questionnaire.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import { walkRoute } from '../../shared/study/route.ts';

const forms = {
  residents: residentsQuestionnaire,
  partners: partnersQuestionnaire,
  'team members': teamMembersQuestionnaire,
};
const today = day('2026-04-01');

function questionnaireOf(form: Form): Questionnaire {
  const found = readXlsform(new Map(Object.entries(formSheets(form)).map(([name, rows]) => [name, rows])));
  if (found.kind === 'faulty') throw new Error(JSON.stringify(found.faults));
  return found.questionnaire;
}

interface Interview {
  readonly answers: ReadonlyMap<ItemName, Answer>;
  readonly asked: readonly Item[];
}

/** Asks what the route gives until nothing is left, and has every answer checked as one that was typed in. */
function interview(questionnaire: Questionnaire, seed: number, answer = inventAnswer): Interview {
  const { below } = seeded(seed);
  const answers = new Map<ItemName, Answer>();
  for (;;) {
    const { items, values } = walkRoute(questionnaire, answers, today);
    const asked = items.filter(isAsked);
    const next = asked.find((item) => !answers.has(item.name));
    if (next === undefined) return { answers, asked };
    const checked = readAnswer(next, answer(next, below, `person ${seed}`), { values, today });
    if (checked.kind === 'refused') throw new RangeError(`${next.name}: ${checked.expected} expected`);
    answers.set(next.name, checked.answer);
  }
}

const seeds = Array.from({ length: 1000 }, (_, at) => at + 1);

describe.each(Object.entries(forms))('the invented answers of the %s', (_, form) => {
  const questionnaire = questionnaireOf(form);
  const interviews = seeds.map((seed) => interview(questionnaire, seed));

  it('are taken by the questionnaire, along every route', () => {
    expect(() => interview(questionnaire, 1, () => ({ kind: 'number', number: -1 }))).toThrow(RangeError);
    const everAsked = new Set(interviews.flatMap(({ asked }) => asked.map(({ name }) => name)));
    expect([...everAsked].toSorted()).toEqual(
      questionnaire.items
        .filter(isAsked)
        .map(({ name }) => name)
        .toSorted(),
    );
    expect(new Set(interviews.map(({ asked }) => asked.length)).size).toBeGreaterThan(2);
  });

  it('give every choice at some time', () => {
    for (const item of questionnaire.items.filter(({ choices }) => choices !== undefined)) {
      const given = interviews.flatMap(({ answers }) => {
        const answer = answers.get(item.name);
        if (answer?.kind === 'choices') return answer.choices;
        return answer !== undefined && 'choice' in answer ? [answer.choice] : [];
      });
      expect([...new Set(given)].toSorted(), item.name).toEqual(item.choices!.map(({ name }) => name).toSorted());
    }
  });

  it('have an open answer of everyone, by which that person can be recognised', () => {
    const tokens = interviews.flatMap(({ answers }, at) =>
      [...answers].flatMap(([item, answer]) => {
        if (answer.kind !== 'text') return [];
        expect(answer.text).toContain(tokenOf(`person ${seeds[at]!}`, item));
        return [tokenOf(`person ${seeds[at]!}`, item)];
      }),
    );
    expect(new Set(tokens).size).toBe(tokens.length);
    expect(tokens.length).toBeGreaterThan(seeds.length);
    expect(Math.min(...tokens.map(({ length }) => length))).toBeGreaterThanOrEqual(8);
    expect(interviews.every(({ answers }) => [...answers.values()].some(({ kind }) => kind === 'text'))).toBe(true);
  });

  it('are the same for the same seed', () => {
    expect(interview(questionnaire, 7).answers).toEqual(interviews[6]!.answers);
    expect(interview(questionnaire, 8).answers).not.toEqual(interviews[6]!.answers);
  });
});

it('the questionnaires share no names of items, so that each item has one range and one list', () => {
  const names = Object.values(forms).flatMap((form) =>
    questionnaireOf(form)
      .items.filter(isAsked)
      .map(({ name }) => name),
  );
  expect(names).toHaveLength(21 + 15 + 36);
  expect(new Set(names).size).toBe(names.length);
});

it('some numbers of clients are implausible, to be set aside', () => {
  const questionnaire = questionnaireOf(teamMembersQuestionnaire);
  const clients = seeds.flatMap((seed) => {
    const answer = interview(questionnaire, seed).answers.get('aantal_inwoners' as ItemName);
    return answer?.kind === 'number' ? [answer.number] : [];
  });
  expect(clients.filter((number) => number === 99 || number === 150).length).toBeGreaterThan(3);
  expect(clients.filter((number) => number > 40).length).toBeLessThan(100);
});

describe('the texts', () => {
  const texts = [...Object.values(residentsTexts), ...Object.values(colleaguesTexts)];
  const fields = new Map([
    ['name', 'Mevr. A. Voorbeeld'],
    ['code', '7F3K-Q2MX-H'],
    ['link', 'https://onderzoek.example/w'],
  ]);

  it('use the name, the code and the link, and nothing else; a letter prints the last two itself', () => {
    expect(fillText('Beste {{naam}}', fields).kind).toBe('unknown-fields');
    for (const { subject, body } of texts) {
      const filled = fillText(body, fields);
      expect(fillText(subject, fields)).toEqual({ kind: 'filled', text: subject });
      expect(filled.kind).toBe('filled');
      for (const [field, value] of fields) {
        const isUsed = field === 'name' || body !== residentsTexts.invitationLetter.body;
        expect(filled.kind === 'filled' && filled.text.includes(value)).toBe(isUsed);
      }
    }
  });

  it('have subjects that tell nothing about the person', () => {
    const telling = /hulp|zorg|schuld|wijkteam|gemeente|bijstand|cliënt|dossier|\{\{/i;
    expect('Uw hulpvraag bij het wijkteam').toMatch(telling);
    for (const { subject } of texts) expect(subject).not.toMatch(telling);
  });

  it('say who asks, for whom, that it is voluntary, and where to object', () => {
    for (const { body } of texts) {
      for (const part of [bureau.name, bureau.address, bureau.email, bureau.objectionLink])
        expect(body).toContain(part);
      expect(body).toMatch(/vrijwillig/);
      expect(body).toMatch(/gemeente Waterhoven/);
      expect(body).not.toMatch(/\n{3}/);
    }
  });
});

describe('a seeded draw', () => {
  it('gives the same for the same seed and something else for another', () => {
    const first = (seed: number): readonly number[] =>
      Array.from({ length: 20 }, seeded(seed).below.bind(undefined, 1000));
    expect(first(5)).toEqual(first(5));
    expect(first(5)).not.toEqual(first(6));
  });

  it('is even, keeps to its bounds, and shuffles without loss', () => {
    const { below, chance, pick, shuffle } = seeded(11);
    const counts = new Array<number>(10).fill(0);
    for (let at = 0; at < 10_000; at += 1) counts[below(10)]! += 1;
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
    const original = Array.from({ length: 50 }, (_, at) => at);
    const shuffled = shuffle(original);
    expect(shuffled).not.toEqual(original);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(original);
    expect([chance(0), chance(1)]).toEqual([false, true]);
    expect(() => pick([])).toThrow(RangeError);
  });
});
