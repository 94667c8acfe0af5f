/** Reminders and calls to whoever has a web link wait until returns of the day were read; nobody is asked for what they sent in this morning. */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import {
  deliveryOf,
  firstDay,
  type PreparedStudy,
  partners,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  await study.ask('manager', 'study.setInterviewRules', { rules: { doubleEntry: false, returnsWithinDays: 0 } });
});

const send = () => study.ask('manager', 'contact.sendEmails', { group: residents });
const make = () =>
  study.ask('manager', 'contact.makeLetters', {
    group: residents,
    target: study.host.offerTarget(join(study.folder, 'letters.pdf')),
  });
const next = () => study.ask('interviewer', 'contact.nextCase', {});
let files = 0;
const read = (sent: Parameters<typeof returnsOf>[0] = [], group = residents) => {
  files += 1;
  const file = study.offer(`returns-${files}.csv`, returnsOf(sent));
  return study.ask('manager', 'interview.readReturns', { group, file });
};
const stateOf = async (group: string) =>
  (await study.ask('manager', 'interview.returns', {})).groups.find((one) => one.group === group);

test('a first e-mail never waits; a reminder waits for all, and goes to whoever did not answer once returns are in', async () => {
  expect(await send()).toMatchObject({ sent: 3, waiting: 0 });
  await study.moveTo(addDays(firstDay, 7));
  expect(await stateOf(residents)).toMatchObject({ waiting: 3 });
  expect(await stateOf(partners)).toMatchObject({ waiting: 0 });
  expect(await refusalOf(send())).toEqual({ problem: 'contact.returns-old', group: residents, withinDays: 0 });
  const { code } = (await study.cases()).get('Bessemans')!;
  // Those of another group say nothing of this one.
  await read([], partners);
  expect((await refusalOf(send())).problem).toBe('contact.returns-old');
  expect(await read([{ code, answers: { hulp: 'nee', terug: 'ja' } }])).toMatchObject({ accepted: 1 });
  expect(await stateOf(residents)).toMatchObject({ waiting: 0, lastOn: addDays(firstDay, 7) });
  expect(await send()).toMatchObject({ sent: 2, waiting: 0 });
});

test('an export in which nobody of the group stands, as that of another group, does not count as returns of the day', async () => {
  await send();
  await study.moveTo(addDays(firstDay, 7));
  expect(await read([{ code: 'DDDDDDDD8', answers: { hulp: 'nee', terug: 'ja' } }])).toMatchObject({
    read: 1,
    refused: { 'code-unknown': 1 },
  });
  expect((await refusalOf(send())).problem).toBe('contact.returns-old');
  // One in which nobody stands yet does.
  await read();
  expect(await send()).toMatchObject({ sent: 3 });
});

test('who is due for the first time gets it while others wait, and it is said how many wait', async () => {
  await send();
  await study.moveTo(addDays(firstDay, 7));
  const late = deliveryOf([{ surname: 'Lindeveldt', by: ['email'] }]);
  await study.ask('manager', 'intake.accept', { group: residents, files: [{ file: study.offer('late.csv', late) }] });
  expect(await send()).toMatchObject({ sent: 1, waiting: 3 });
  expect((await refusalOf(send())).problem).toBe('contact.returns-old');
});

test('calls: whoever has no link is rung first; when only others are left it is said what they wait for', async () => {
  await send();
  const { batch } = await make();
  await study.ask('manager', 'contact.markPosted', { batch });
  await study.moveTo(addDays(firstDay, 14));
  // Without a reminder in between: the phone is what comes next.
  const cases = await study.cases();
  const surnameOf = (id: string) => [...cases].find(([, one]) => one.id === id)![0];
  const rung: string[] = [];
  for (;;) {
    const found = await next().catch(() => undefined);
    if (found === undefined || found.kind === 'none') break;
    rung.push(surnameOf(found.case.caseId));
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'busy' });
  }
  expect(rung.toSorted()).toEqual(['Groothuma', 'Hooglanda', 'Itersoone']);
  expect(await refusalOf(next())).toEqual({ problem: 'contact.returns-old', group: residents, withinDays: 0 });
  await read();
  const found = await next();
  expect(found.kind === 'case' && ['Dusseljee', 'Eikelstra'].includes(surnameOf(found.case.caseId))).toBe(true);
});

test('a case that is in hand stays there; the day after, all wait again, unless the study allows a day', async () => {
  await send();
  const { batch } = await make();
  await study.ask('manager', 'contact.markPosted', { batch });
  await study.moveTo(addDays(firstDay, 14));
  await read();
  expect(await next()).toMatchObject({ kind: 'case' });
  await study.moveTo(addDays(firstDay, 15));
  expect(await next()).toMatchObject({ kind: 'case' });
  expect((await refusalOf(send())).problem).toBe('contact.returns-old');
  await study.ask('manager', 'study.setInterviewRules', { rules: { doubleEntry: false, returnsWithinDays: 1 } });
  expect(await send()).toMatchObject({ sent: 3, waiting: 0 });
});

test('a study without web returns waits for nothing', async () => {
  await send();
  await study.ask('manager', 'study.setInterviewRules', { rules: { doubleEntry: false } });
  await study.moveTo(addDays(firstDay, 7));
  expect(await stateOf(residents)).toMatchObject({ waiting: 0 });
  expect(await send()).toMatchObject({ sent: 3 });
});
