/**
 * Every workbook that stands ready goes to the survey platform or is refused with its question; what respondents fill in there at random,
 * written as the platform exports it, comes home as it was.
 */
import { describe, expect, test } from 'vitest';
import { seeded } from '../../../scripts/seeded.ts';
import { day } from '../../../shared/calendar.ts';
import { otherTextOf } from '../../../shared/interview/other-text.ts';
import { arrayOf, platformCodes } from '../../../shared/interview/platform-codes.ts';
import { platformStructure, structureText } from '../../../shared/interview/platform-structure.ts';
import { readReturns } from '../../../shared/interview/read-returns.ts';
import { turningPoints } from '../../../shared/interview/turning-points.ts';
import { walkOnce } from '../../../shared/interview/walks.ts';
import type { Answers } from '../../../shared/study/answer.ts';
import { isAsked, type Questionnaire } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { answersOnRoute } from '../../../shared/study/route.ts';
import { workbookOfSheets } from '../../fixtures/workbooks/sheets.ts';
import { sheetsNamed, takenWorkbooks } from '../../fixtures/workbooks/workbooks.ts';
import { readStructure } from './survey-structure.ts';

const today = day('2026-11-20');
const large = ['residents', 'partners', 'team-members', 'national', 'four-languages', 'every-kind'];
const all = [...takenWorkbooks.map(({ name }) => name), ...large];
const questionnaireNamed = (name: string): Questionnaire => {
  const read = readXlsform(workbookOfSheets(sheetsNamed(name)));
  if (read.kind === 'faulty') throw new Error(name);
  return read.questionnaire;
};

/** Columns and cells as LimeSurvey exports them with code headings and short answers. */
function exported(questionnaire: Questionnaire, answers: Answers): readonly (readonly [string, string])[] {
  const codes = platformCodes(questionnaire);
  const within = questionnaire.items.flatMap((item) => otherTextOf(questionnaire, item)?.text ?? []);
  return questionnaire.items.flatMap((item): readonly (readonly [string, string])[] => {
    if (!isAsked(item) || within.includes(item)) return [];
    const code = codes.questions.get(item.name)!;
    const array = arrayOf(questionnaire, item);
    const other = otherTextOf(questionnaire, item);
    const answer = answers.get(item.name);
    const text = other && answers.get(other.text.name);
    const namely = text?.kind === 'text' ? text.text : '';
    const of = (choice: string) =>
      choice === other?.choice.name ? '-oth-' : codes.choices.get(item.name)!.get(choice)!;
    const chosen = answer?.kind === 'choices' || answer?.kind === 'ranking' ? answer.choices : [];
    const alone = answer?.kind === 'missing' ? answer.choice : undefined;
    if (item.kind === 'select-multiple')
      return item.choices!.map(({ name }) => {
        const isChosen = chosen.includes(name) || alone === name;
        if (name === other?.choice.name) return [`${code}[other]`, isChosen ? namely || 'Y' : ''] as const;
        return [`${code}[${codes.choices.get(item.name)!.get(name)}]`, isChosen ? 'Y' : ''] as const;
      });
    if (item.kind === 'rank')
      return item.choices!.map((_, nr) => {
        const at = chosen[nr] ?? (nr === 0 ? alone : undefined);
        return [`${code}[${nr + 1}]`, at === undefined ? '' : of(at)] as const;
      });
    const cell =
      answer?.kind === 'text'
        ? answer.text
        : answer?.kind === 'number'
          ? `${answer.number}`
          : answer?.kind === 'date'
            ? `${answer.day} 00:00:00`
            : answer?.kind === 'choice'
              ? of(answer.choice)
              : answer?.kind === 'acknowledged'
                ? 'OK'
                : alone === undefined
                  ? ''
                  : of(alone);
    const heading = array === undefined ? code : `${codes.grids.get(array.name)}[${code}]`;
    return [[heading, cell], ...(other === undefined ? [] : [[`${code}[other]`, namely] as const])];
  });
}

const impossible = new Map<string, string>();
let comparedAnswers = 0;
describe.each(all)('%s', (name) => {
  const questionnaire = questionnaireNamed(name);
  const made = platformStructure(questionnaire);

  test('goes to the platform whole, or is refused with its question', () => {
    if (made.kind === 'impossible') {
      expect(questionnaire.items.map((item) => item.name)).toContain(made.item);
      impossible.set(name, made.why);
      return;
    }
    const survey = readStructure(structureText(made.rows));
    const parts = survey.questions.flatMap((question) =>
      question.type === 'F' ? question.subquestions.map(({ code }) => code) : [question.code],
    );
    const within = questionnaire.items.flatMap((item) => otherTextOf(questionnaire, item)?.text.name ?? []);
    const notesInGrids = questionnaire.items.filter(({ kind }) => kind === 'note').map((item) => item.name);
    const codes = platformCodes(questionnaire);
    const wanted = questionnaire.items
      .filter((item) => !within.includes(item.name))
      .map((item) => codes.questions.get(item.name)!);
    const notes = new Set(notesInGrids.map((note) => codes.questions.get(note)!));
    expect(parts.filter((code) => !notes.has(code))).toEqual(wanted.filter((code) => !notes.has(code)));
    for (const language of questionnaire.languages) expect(survey.titles.has(language)).toBe(true);
  });

  test('is filled in there at random, and comes home as it was', () => {
    const draw = seeded(41).below;
    const points = turningPoints(questionnaire);
    for (let nr = 0; nr < 4; nr += 1) {
      const { answers: walked } = walkOnce(questionnaire, points, today, draw);
      // A respondent on the web has no interviewer who notes that an open question was refused.
      const given = new Map(
        [...walked].filter(([, answer]) => answer.kind !== 'missing' || answer.choice !== undefined),
      );
      const answers = answersOnRoute(questionnaire, given, today);
      const cells = exported(questionnaire, answers);
      const table = {
        headers: ['id', 'submitdate', 'startlanguage', 'token', ...cells.map(([heading]) => heading)],
        rows: [
          {
            row: 2,
            cells: [
              '1',
              `${today} 10:00:00`,
              questionnaire.defaultLanguage,
              'DDDDDDDD8',
              ...cells.map(([, cell]) => cell),
            ],
          },
        ],
      };
      const read = readReturns(questionnaire, table, today);
      if (read.kind !== 'read') throw new Error(JSON.stringify(read));
      const [row, ...others] = [...read.returned, ...read.begun];
      const nothing = answers.size === 0 && row === undefined;
      if (nothing) continue;
      expect({ faults: read.faults, others, unread: read.unreadColumns }).toEqual({
        faults: [],
        others: [],
        unread: [],
      });
      expect(Object.fromEntries(row!.answers)).toEqual(Object.fromEntries(answers));
      comparedAnswers += answers.size;
    }
  });
});

test('most can be asked on the web, and what cannot is so because of a condition', () => {
  expect(comparedAnswers).toBeGreaterThan(500);
  expect(impossible.size).toBeLessThan(all.length / 4);
  expect(new Set(impossible.values())).toEqual(new Set(['expression']));
});
