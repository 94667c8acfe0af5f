/** What the interviewer sees of fixture workbooks: offered choices, proposals, grids, texts filled in, and what fell off the route. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { expect, test } from 'vitest';
import { interviewView, type Where } from '../../../shared/interview/interview-view.ts';
import type { Answer } from '../../../shared/study/answer.ts';
import { plainConduct } from '../../../shared/study/conduct.ts';
import type { ContactTexts } from '../../../shared/study/contact-in-text.ts';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import { readXlsform } from '../../../shared/study/read-xlsform.ts';
import { workbookOfSheets } from '../../fixtures/workbooks/sheets.ts';
import { sheetsNamed } from '../../fixtures/workbooks/workbooks.ts';
import { answersOf } from '../study/small-questionnaires.ts';

function viewOf(
  name: string,
  at: string | undefined,
  answers: Readonly<Record<string, Answer>> = {},
  more: { readonly language?: string; readonly contact?: ContactTexts } = {},
) {
  const read = readXlsform(workbookOfSheets(sheetsNamed(name)));
  if (read.kind === 'faulty') throw new Error(JSON.stringify(read.faults));
  const where: Where | undefined = at === undefined ? undefined : { at: at as ItemName };
  const state = { today: '2026-05-01' as never, saved: 0, mode: 'phone', conduct: plainConduct } as const;
  return interviewView(read.questionnaire, answersOf(answers), { ...state, language: 'nl', ...more }, where);
}
const one = (choice: string): Answer => ({ kind: 'choice', choice });
const several = (...choices: string[]): Answer => ({ kind: 'choices', choices });

test('a filter offers what the answers before it leave', () => {
  expect(viewOf('choice-filter', 'q', { a: one('zuid') }).next?.choices).toEqual([{ name: 't2', label: 'Twee' }]);
  const known = viewOf('choice-filter-by-name', 'q', { a: several('rood', 'blauw') });
  expect(known.next?.choices?.map(({ name }) => name)).toEqual(['rood', 'blauw']);
});

test('a question of which nothing is offered is not asked', () => {
  expect(viewOf('choice-filter', 'q').next).toBeUndefined();
  expect(viewOf('choice-filter', 'q').route).toEqual(['a']);
});

test('an answer that is not offered any more fell off the route, and comes back with what it was offered for', () => {
  const moved = viewOf('choice-filter', 'q', { a: one('noord'), q: one('t2') });
  expect(moved).toMatchObject({ items: { done: 1, onRoute: 2 }, offRoute: [{ item: 'q', text: 'Welk team?' }] });
  expect(moved.next).not.toHaveProperty('answer');
  const back = viewOf('choice-filter', 'q', { a: one('zuid'), q: one('t2') });
  expect(back).toMatchObject({ items: { done: 2, onRoute: 2 }, offRoute: [], next: { answer: one('t2') } });
});

test('what stopped goes on behind the last answer, also where another version does not ask that item any more', () => {
  const stopped = (answers: Readonly<Record<string, Answer>>) => viewOf('choice-filter', undefined, answers).next?.item;
  expect(stopped({ a: one('zuid') })).toBe('q');
  expect(stopped({ a: one('zuid'), weg: one('ja') })).toBe('q');
  expect(stopped({ weg: one('ja') })).toBe('a');
  expect(stopped({ a: one('zuid'), q: one('t2') })).toBeUndefined();
});

test('a default is proposed until something is answered, and only what would be an answer', () => {
  expect(viewOf('default-choice', 'q').next?.proposed).toEqual(one('nee'));
  expect(viewOf('default-choice', 'q', { q: one('ja') }).next).not.toHaveProperty('proposed');
  expect(viewOf('default-choices', 'q').next?.proposed).toEqual(several('rood', 'blauw'));
  expect(viewOf('default-number', 'q').next?.proposed).toEqual({ kind: 'number', number: -3 });
  expect(viewOf('default-day', 'r').next?.proposed).toEqual({ kind: 'date', day: '2026-05-01' });
  expect(viewOf('default-of-an-earlier-answer', 'q').next).not.toHaveProperty('proposed');
  const earlier = viewOf('default-of-an-earlier-answer', 'q', { a: { kind: 'number', number: 7 } });
  expect(earlier.next?.proposed).toEqual({ kind: 'number', number: 7 });
});

test('a question that has to be answered on a condition says so when it holds', () => {
  expect(viewOf('required-when', 'q', { a: one('ja') }).next?.required).toBe(false);
  expect(viewOf('required-when', 'q', { a: one('nee') }).next?.required).toBe(true);
});

test('a grid has the rows that are on the route', () => {
  const rows = (answers: Readonly<Record<string, Answer>>) =>
    viewOf('grid-multiple', 'q', answers).grid?.rows.map(({ item }) => item);
  expect(rows({ a: one('ja') })).toEqual(['q', 'r']);
  expect(rows({ a: one('nee') })).toEqual(['q']);
  expect(viewOf('grid-multiple', 'a')).not.toHaveProperty('grid');
});

test('texts are filled with earlier answers, choices among them, and with contact data that may be said', () => {
  expect(viewOf('piping', 'q', { a: { kind: 'number', number: 2.5 } }).next).toMatchObject({
    text: 'Waarom 2,5?',
    hint: 'Bij 2,5 uur',
  });
  expect(viewOf('piping-in-choices', 'q', { naam: { kind: 'text', text: 'De Brug' } }).next?.choices?.[0]).toEqual({
    name: 'team',
    label: 'De Brug',
  });
  const contact = { salutation: 'mevrouw', surname: 'Verzonnen' };
  expect(viewOf('piping-of-contact-data', 'q', {}, { contact }).next?.text).toBe('Spreek ik met mevrouw Verzonnen?');
  expect(viewOf('piping-of-contact-data', 'q').next?.text).toBe('Spreek ik met  ?');
});

test('the interviewer sees how to ask on and whether to read the answers aloud', () => {
  expect(viewOf('probe', 'q').next?.probe).toBe('En wat nog meer?');
  expect(viewOf('read-aloud', 'q').next?.readsAnswers).toBe(true);
  expect(viewOf('read-aloud', 'r').next?.readsAnswers).toBe(false);
  expect(viewOf('read-aloud', 's').next).not.toHaveProperty('readsAnswers');
});

test('or_other asks which other answer it was, in the language of the interview', () => {
  const asked = viewOf('or-other-in-four-languages', 'q_other', { q: one('other') }, { language: 'tr' });
  expect(asked.next?.text).toBe('Diğer cevap nedir?');
  expect(viewOf('or-other-in-four-languages', 'q_other', { q: one('a') }).next).toBeUndefined();
});
