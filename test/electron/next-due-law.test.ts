import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import * as pause from '../../electron/pause.ts';
import { seeded } from '../../scripts/seeded.ts';
import { addDays } from '../../shared/calendar.ts';
import { leaveDayOutIn } from './day-left-out.ts';
import { keepReader } from './kept-reader.ts';
import { acts, askAtRandom, casesNow, everything, wrongDays } from './next-due-law.ts';
import { firstDay, once, type PreparedStudy, partners, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

let reader: ReturnType<typeof keepReader>;
beforeEach(() => {
  reader = keepReader();
});
afterEach(() => {
  reader.end();
  vi.restoreAllMocks();
});

test('a day that was changed behind the office’s back is found', async () => {
  const study = await prepared.open();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: everything });
  expect(wrongDays(casesNow(study), everything)).toEqual([]);
  for (const group of [residents, partners])
    study.alter(
      `UPDATE cases SET next_due = '2026-03-20' WHERE id = (SELECT min(id) FROM cases WHERE group_code = '${group}')`,
    );
  expect(wrongDays(casesNow(study), everything)).toHaveLength(2);
});

test('whoever begins the interview is meant by other steps from then on: on the web, on paper, and not when nothing was entered', async () => {
  const study = await prepared.open();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: everything });
  await study.ask('manager', 'contact.sendEmails', { group: residents });
  const cases = await study.cases();
  const dueOf = (surname: string) =>
    study.rows<{ next_due: string }>(`SELECT next_due FROM cases WHERE id = '${cases.get(surname)!.id}'`)[0]!.next_due;
  const [toBegin, toFinish] = [addDays(firstDay, 5), addDays(firstDay, 3)];
  expect(dueOf('Aalbersma')).toBe(toBegin);
  await acts.begunOnWeb!({ ...turn(study), someone: cases.get('Aalbersma')! });
  expect(dueOf('Aalbersma')).toBe(toFinish);

  expect(dueOf('Bessemans')).toBe(toBegin);
  const enter = () => study.ask('third', 'interview.beginEntry', { code: cases.get('Bessemans')!.code, mode: 'paper' });
  await enter();
  expect(dueOf('Bessemans')).toBe(toFinish);
  await study.ask('third', 'interview.leaveEntry', {});
  expect(dueOf('Bessemans')).toBe(toBegin);
  expect(wrongDays(casesNow(study), everything)).toEqual([]);
});

const turn = (study: StudyInUse) => ({
  ...{ study, dice: seeded(1) },
  protocol: everything,
  today: firstDay,
  nr: 1,
});

test('law: after every request the stored next due day is the computed one', async () => {
  const { done } = await askAtRandom(await prepared.open(), 80, 1);
  expect(done.size).toBeGreaterThan(8);
});

test('the law finds an office that gives out the next case and leaves the day as it was', async () => {
  leaveDayOutIn('next');
  await expect(askAtRandom(await prepared.open(), 80, 1)).rejects.toThrow(/after next, request/);
});

/** Done while the office reckons a protocol through, after it came to everyone and before it writes. */
function meanwhile(work: () => Promise<unknown>): void {
  const { inTurns } = pause;
  vi.spyOn(pause, 'inTurns').mockImplementationOnce(async (...given) => {
    const result = await inTurns(...given);
    await work();
    return result as never;
  });
}

test('whoever changed while another protocol was reckoned through gets the day that it has for them now', async () => {
  const study = await prepared.open();
  await study.ask('manager', 'contact.sendEmails', { group: residents });
  const cases = await study.cases();
  const [onWeb, onPaper, stopped] = ['Aalbersma', 'Bessemans', 'Cornippen'].map((surname) => cases.get(surname)!);
  meanwhile(async () => {
    await acts.begunOnWeb!({ ...turn(study), someone: onWeb! });
    await study.ask('third', 'interview.beginEntry', { code: onPaper!.code, mode: 'paper' });
    await study.ask('manager', 'contact.stopCase', { caseId: stopped!.id, why: 'refused' });
  });
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: everything });
  const now = casesNow(study);
  expect(now.filter(({ isStarted }) => isStarted)).toHaveLength(2);
  expect(now.filter(({ row }) => row.state === 'final')).toHaveLength(1);
  expect(wrongDays(now, everything)).toEqual([]);
});

test('a protocol without the step in which somebody was rung while it was reckoned through is not kept', async () => {
  const study = await prepared.open();
  await study.moveTo(addDays(firstDay, 14));
  const before = await study.ask('manager', 'schedule.protocol', { group: residents });
  meanwhile(() => study.ask('interviewer', 'contact.nextCase', {}));
  const asked = study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: once });
  await expect(asked).rejects.toMatchObject({ problem: { problem: 'schedule.protocol-faulty', fault: 'in-use' } });
  const after = await study.ask('manager', 'schedule.protocol', { group: residents });
  expect(after.protocol).toEqual(before.protocol);
});
