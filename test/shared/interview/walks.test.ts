/** Random walks: they find every branch of the reference questionnaires, and what is broken on purpose. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Form, formSheets } from '../../../scripts/practice-study/questionnaires/form.ts';
import { partnersQuestionnaire } from '../../../scripts/practice-study/questionnaires/partners.ts';
import { residentsQuestionnaire } from '../../../scripts/practice-study/questionnaires/residents.ts';
import { teamMembersQuestionnaire } from '../../../scripts/practice-study/questionnaires/team-members.ts';
import { day } from '../../../shared/calendar.ts';
import { pcg32 } from '../../../shared/intake/pcg32.ts';
import { type Draw, textMatching } from '../../../shared/interview/random-answer.ts';
import { turningPoints } from '../../../shared/interview/turning-points.ts';
import { beginWalks, randomWalks, walkOnce } from '../../../shared/interview/walks.ts';
import { meetsConstraint, readAnswer } from '../../../shared/study/check-answer.ts';
import { parseExpression } from '../../../shared/study/expression.ts';
import { matchesWhole } from '../../../shared/study/match-pattern.ts';
import { findPattern } from '../../../shared/study/pattern.ts';
import { type Item, isAsked, type Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { walkRoute } from '../../../shared/study/route.ts';
import { everyKind } from '../../fixtures/workbooks/every-kind.ts';
import { fourLanguages } from '../../fixtures/workbooks/four-languages.ts';
import { national } from '../../fixtures/workbooks/national.ts';
import { type Sheets, workbookOfSheets } from '../../fixtures/workbooks/sheets.ts';
import { takenWorkbooks } from '../../fixtures/workbooks/workbooks.ts';
import { anyInterview, questionnaireOf } from '../study/small-questionnaires.ts';

const today = day('2026-11-20');
const drawOf = (seed: number): Draw => pcg32(BigInt(seed), 7n).below;
const walked = (questionnaire: Questionnaire, walks = 1_000) =>
  randomWalks(questionnaire, { walks, draw: drawOf(1), today, language: 'nl' });

function ofForm(form: Form): Questionnaire {
  const read = readXlsform(new Map(Object.entries(formSheets(form))));
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  return read.questionnaire;
}

const columns = ['relevant', 'required', 'calculation', 'constraint'];

describe('the reference questionnaires', () => {
  test.each([
    ['residents', residentsQuestionnaire],
    ['partners', partnersQuestionnaire],
    ['team members', teamMembersQuestionnaire],
  ])('every item of the %s is reached and every walk ends', (_, form) => {
    const found = walked(ofForm(form), 300);
    expect(found.notReached).toEqual([]);
    expect(found.withoutAnswer).toEqual([]);
    expect(found.ended).toBe(300);
    expect(found.items.shortest).toBeGreaterThan(3);
    expect(found.minutes.longest).toBeGreaterThan(found.minutes.shortest);
  });
});

test('walks that are gone in turns are the same walks', () => {
  const questionnaire = ofForm(residentsQuestionnaire);
  const under = beginWalks(questionnaire, { draw: drawOf(1), today, language: 'nl' });
  expect(() => under.soFar()).toThrow(RangeError);
  under.walk(13);
  expect(under.soFar()).toEqual(walked(questionnaire, 13));
  under.walk(27);
  expect(under.soFar()).toEqual(walked(questionnaire, 40));
});

describe('every workbook that stands ready', () => {
  test.each([
    ['the national survey', national],
    ['in four languages', fourLanguages],
    ['with every kind of item', everyKind],
    ...takenWorkbooks.map(({ name, sheets }) => [name, sheets] as const),
  ] as (readonly [string, Sheets])[])(
    '%s: all items are reached, and every answer is one that an interviewer could have typed',
    (name, sheets) => {
      const read = readXlsform(workbookOfSheets(sheets));
      if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
      const { questionnaire } = read;
      const found = walked(questionnaire, 150);
      expect(found.notReached).toEqual([]);
      // '. >= ${a}' refuses every answer where a was left open: that is found here too.
      const stuck = name === 'constraint-on-another-answer' ? ['q'] : [];
      expect(found.withoutAnswer.map(({ item }) => item)).toEqual(stuck);
      expect(found.ended).toBe(150);
      const points = turningPoints(questionnaire);
      for (let seed = 0; seed < 20; seed += 1) {
        const { answers, items } = walkOnce(questionnaire, points, today, drawOf(seed));
        const { values, answers: counted, items: onRoute } = walkRoute(questionnaire, answers, today);
        expect(items).toEqual(onRoute);
        expect(new Set(counted.keys())).toEqual(new Set(answers.keys()));
        for (const item of items)
          if (answers.has(item.name))
            expect(readAnswer(item, answers.get(item.name), { values, today })).toEqual({
              kind: 'answer',
              answer: answers.get(item.name),
            });
      }
    },
  );
});

describe('a branch that a blind guess would miss', () => {
  test.each<[string, readonly string[], string]>([
    ['a number far away', ['integer', 'deep', 'Hoeveel?', '', '', '', ''], '${deep} = 73412'],
    ['a day', ['date', 'deep', 'Wanneer?', '', '', '', ''], "${deep} = date('1953-02-01')"],
    ['a text', ['text', 'deep', 'Wat?', '', '', '', ''], "${deep} = 'watersnood'"],
    ['a long text', ['text', 'deep', 'Wat?', '', '', '', ''], 'string-length(${deep}) > 900'],
    ['a text of a pattern', ['text', 'deep', 'Wat?', '', '', '', ''], "regex(${deep}, '[1-9][0-9]{3} ?[A-Z]{2}')"],
  ])('%s is found', (_, row, condition) => {
    const rows = [row, ['text', 'behind', 'En dan?', condition, '', '', '']];
    expect(walked(questionnaireOf(rows, columns)).notReached).toEqual([]);
  });

  test('at the end of a long chain is found', () => {
    const rows = Array.from({ length: 25 }, (_, nr) => [
      ...['integer', `q${nr}`, 'Hoeveel?', nr === 0 ? '' : `\${q${nr - 1}} = ${nr * 7}`, 'yes', '', '. >= 0'],
    ]);
    const found = walked(questionnaireOf(rows, columns));
    expect(found.notReached).toEqual([]);
    expect(found.walks).toBe(1_000);
  });

  test('an age that is calculated from a day of birth is found', () => {
    const rows = [
      ['date', 'born', 'Geboren?', '', 'yes', '', '. <= today()'],
      ['calculate', 'age', '', '', '', 'int((today() - ${born}) div 365.25)', ''],
      ['note', 'old', 'U bent 100', '${age} = 100', '', '', ''],
    ];
    expect(walked(questionnaireOf(rows, columns)).notReached).toEqual([]);
  });

  /** As a workbook that says so is refused, the condition is put in by hand. */
  const broken = (made: Questionnaire, name: string, change: (item: Item) => Partial<Item>): Questionnaire => ({
    ...made,
    items: made.items.map((item) => (item.name === name ? { ...item, ...change(item) } : item)),
  });
  const conditionOf = (text: string) => {
    const read = parseExpression(text);
    if (read.kind === 'fault') throw new Error(text);
    return read;
  };

  test('an item that nobody can be asked is told, and nothing else', () => {
    const rows = [
      ['integer', 'hours', 'Hoeveel uur?', '', 'yes', '', '. >= 0 and . <= 40'],
      ['text', 'never', 'Waarom zo veel?', '', '', '', ''],
      ['text', 'last', 'Nog iets?', '', '', '', ''],
    ];
    const made = broken(questionnaireOf(rows, columns), 'never', () => ({ relevant: conditionOf('${hours} > 40') }));
    const found = walked(made);
    expect(found.notReached).toEqual(['never']);
    expect(found.ended).toBe(1_000);
    expect(found.reached.map(({ item }) => item)).toEqual(['hours', 'never', 'last']);
  });

  test('a required item that cannot be answered is a dead end', () => {
    const rows = [['integer', 'hours', 'Hoeveel uur?', '', 'yes', '', '']];
    const made = broken(questionnaireOf(rows, columns), 'hours', () => ({
      constraint: { test: conditionOf('. > 5 and . < 5') },
    }));
    const found = walked(made, 50);
    // Of a hundred that are asked some say "I don't know", which no constraint refuses.
    expect(found.withoutAnswer[0]).toMatchObject({ item: 'hours' });
    expect(found.ended).toBeLessThan(50);
  });
});

test('each branch is told with its own length', () => {
  const rows = [
    ['select_one yesno', 'helped', 'Bent u geholpen?', '', 'yes', '', ''],
    ['text', 'how', 'Hoe?', "${helped} = 'ja'", '', '', ''],
    ['text', 'by', 'Door wie?', "${helped} = 'ja'", '', '', ''],
  ];
  const { branches } = walked(questionnaireOf(rows, columns), 200);
  expect(branches.map(({ choice, items }) => [choice, items.shortest, items.longest])).toEqual([
    ['ja', 3, 3],
    ['nee', 1, 1],
    ['weet_niet', 1, 1],
  ]);
});

test('the same draws give the same walks', () => {
  const questionnaire = ofForm(residentsQuestionnaire);
  expect(walked(questionnaire, 20)).toEqual(walked(questionnaire, 20));
});

test('law: a walk is the route of its answers, and every answer is one that an interviewer could have typed', () => {
  fc.assert(
    fc.property(anyInterview, fc.nat(), ({ questionnaire }, seed) => {
      const { items, answers } = walkOnce(questionnaire, turningPoints(questionnaire), today, drawOf(seed));
      const { items: onRoute, values } = walkRoute(questionnaire, answers, today);
      expect(items).toEqual(onRoute);
      for (const item of items.filter(isAsked)) {
        const answer = answers.get(item.name);
        if (answer !== undefined) expect(meetsConstraint(item, answer, { values, today })).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});

test.each(['[1-9][0-9]{3} ?[A-Z]{2}', '(ab|c)+d?', 'a{2,4}[^x]', '\\d\\w\\s.', ''])('a text is made for %s', (text) => {
  const pattern = findPattern(text)!;
  const made = Array.from({ length: 40 }, (_, seed) => textMatching(pattern, drawOf(seed)));
  expect(made.filter((one) => !matchesWhole(pattern, one))).toEqual([]);
});
