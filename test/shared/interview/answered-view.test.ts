/** What was answered so far, in words: numbers and days as the language writes them, a statement with the question that it stands under. */
import { expect, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { answeredView } from '../../../shared/interview/answered-view.ts';
import type { Language, Questionnaire } from '../../../shared/study/questionnaire.ts';
import { answersOf, questionnaireOf } from '../study/small-questionnaires.ts';

const questionnaire = questionnaireOf(
  [
    ['date', 'born', 'Wanneer bent u geboren?', ''],
    ['decimal', 'hours', 'Hoeveel uur?', ''],
    ['begin_group', 'years', 'Welke teams, per jaar?', 'table-list'],
    ['select_multiple teams', 'one', '2025', ''],
    ['select_multiple teams', 'two', '2026', ''],
    ['end_group', '', '', ''],
  ],
  ['appearance'],
);
const answers = answersOf({
  born: { kind: 'date', day: day('1950-01-09') },
  hours: { kind: 'number', number: 2.5 },
  two: { kind: 'choices', choices: ['noord', 'zuid'] },
});
const said = (asked: Questionnaire, language: Language) =>
  answeredView(asked, { answers, notes: new Map(), language, today: day('2026-03-02') }).items.map(
    ({ text, answer }) => `${text} ${answer}`,
  );

test('as Dutch writes it', () => {
  expect(said(questionnaire, 'nl')).toEqual([
    'Wanneer bent u geboren? 9-1-1950',
    'Hoeveel uur? 2,5',
    'Welke teams, per jaar? 2026 Noord, Zuid',
  ]);
});

test('as English and Arabic write it', () => {
  const others = { ...questionnaire, languages: ['nl', 'en', 'ar'] };
  expect(said(others, 'en').slice(0, 2)).toEqual(['Wanneer bent u geboren? 1950-01-09', 'Hoeveel uur? 2.5']);
  expect(said(others, 'ar')[2]).toBe('Welke teams, per jaar? 2026 Noord، Zuid');
});
