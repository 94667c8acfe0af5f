import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from '../../scripts/seeded.ts';
import { addDays } from '../../shared/calendar.ts';
import { acts, askAtRandom, everything, wrongDays } from './next-due-law.ts';
import { firstDay, type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

test('a day that was changed behind the office’s back is found', async () => {
  const study = await prepared.open();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: everything });
  expect(wrongDays(study, everything)).toEqual([]);
  study.alter(
    `UPDATE cases SET next_due = '2026-03-20' WHERE id = (SELECT min(id) FROM cases WHERE group_code = 'residents')`,
  );
  expect(wrongDays(study, everything)).toHaveLength(1);
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
  expect(wrongDays(study, everything)).toEqual([]);
});

const turn = (study: StudyInUse) => ({
  ...{ study, dice: seeded(1) },
  protocol: everything,
  today: firstDay,
  nr: 1,
});

test('law: after every request the stored next due day is the computed one', async () => {
  const done = await askAtRandom(await prepared.open(), 80, 1);
  expect(done.size).toBeGreaterThan(8);
});
