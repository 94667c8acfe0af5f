import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAtRandom, everything, wrongDays } from './next-due-law.ts';
import { type PreparedStudy, prepareStudy, residents } from './prepared.ts';

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

test('law: after every request the stored next due day is the computed one', async () => {
  const done = await askAtRandom(await prepared.open(), 80, 1);
  expect(done.size).toBeGreaterThan(8);
});
