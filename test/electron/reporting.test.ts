import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import {
  firstDay,
  type PreparedStudy,
  partners,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
  surnames,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});
const curve = async (seat = 'researcher') => (await study.ask(seat, 'reporting.curve', {})).groups;
let nr = 0;
async function answer(...people: readonly string[]): Promise<void> {
  const cases = await study.cases();
  const rows = people.map((surname) => ({ code: cases.get(surname)!.code, answers: { hulp: 'nee', terug: 'ja' } }));
  nr += 1;
  const file = study.offer(`returns-${nr}.csv`, returnsOf(rows));
  expect((await study.ask('manager', 'interview.readReturns', { group: residents, file })).accepted).toBe(rows.length);
}

test('before anything happened there are no weeks and no moments', async () => {
  expect(await curve()).toEqual([
    { group: residents, title: 'Bewoners', invited: surnames.length, weeks: [], moments: [] },
    { group: partners, title: 'Partners', invited: 2, weeks: [], moments: [] },
  ]);
});

test('the responses per week and the contact moments, as they were in the study', async () => {
  await study.ask('manager', 'contact.sendEmails', { group: residents });
  await answer('Aalbersma');
  await study.moveTo(addDays(firstDay, 7));
  await answer('Bessemans', 'Dusseljee');
  await study.ask('manager', 'contact.sendEmails', { group: residents });
  await study.moveTo(addDays(firstDay, 22));
  await study.ask('interviewer', 'contact.nextCase', {});
  await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
  await study.ask('interviewer', 'contact.nextCase', {});
  const [of, others] = await curve('manager');
  expect(of!.weeks).toEqual([
    { week: firstDay, responses: 1 },
    { week: addDays(firstDay, 7), responses: 3 },
    { week: addDays(firstDay, 14), responses: 3 },
    { week: addDays(firstDay, 21), responses: 3 },
  ]);
  expect(of!.moments).toEqual([
    { on: firstDay, channel: 'email', step: 'email', cases: 3 },
    { on: addDays(firstDay, 7), channel: 'email', step: 'reminder', cases: 1 },
    { on: addDays(firstDay, 22), channel: 'phone', step: 'phone', cases: 1 },
  ]);
  expect(others!.weeks).toEqual([]);
  const table = await study.ask('manager', 'reporting.responseTable', {});
  expect(of!.weeks.at(-1)!.responses).toBe(table.groups[0]!.responses);
});

test('is for the manager and the researcher', async () => {
  for (const seat of ['interviewer', 'officer'])
    expect((await refusalOf(curve(seat))).problem).toBe('session.role-not-allowed');
});
