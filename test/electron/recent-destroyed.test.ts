import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOffice } from '../../electron/office.ts';
import { recentStudiesFile } from '../../electron/recent-studies.ts';
import { askingAs } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import { outOfReachQuestions } from '../../shared/destruction/out-of-reach.ts';
import { passphraseOf, quickHost } from './office.ts';
import { firstDay, type PreparedStudy, prepareStudy, surnames } from './prepared.ts';

let prepared: PreparedStudy;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

test('a destroyed study stays on the list; that another one is named like someone in it is no trace', async () => {
  const study = await prepared.open();
  const { ask, folder } = study;
  const host = quickHost(folder);
  const beside = openOffice(host, host.onBug);
  const namesake = surnames.find((name) => name.length >= 8)!;
  const roles = ['manager' as const, 'researcher' as const];
  const one = { name: 'one', roles, confidentialityOn: day('2026-01-15'), passphrase: passphraseOf('one') };
  const other = { title: `Project ${namesake}`, practice: true, people: [one], where: 'standard' as const };
  await askingAs(beside)('s', 'study.create', other);
  beside.close();
  expect(readFileSync(join(folder, 'app', recentStudiesFile), 'utf8')).toContain(namesake);

  const { nr } = await ask('manager', 'study.recordInstruction', { on: firstDay, by: 'Client', text: 'Destroy' });
  await ask('researcher', 'destruction.agree', { typedTitle: 'A study' });
  const { check } = await ask('manager', 'destruction.destroy', {
    instruction: nr,
    typedTitle: 'A study',
    outOfReach: outOfReachQuestions.map((what) => ({ what, answer: 'none' })),
  });
  expect(check).toMatchObject({ foundBefore: check.canaries, foundAfter: 0 });
  const { studies } = await ask('s', 'study.recent', {});
  // The third is the folder that the prepared study was copied from.
  expect(studies.slice(0, 2).map(({ title, state }) => [title, state])).toEqual([
    [`Project ${namesake}`, 'alive'],
    ['A study', 'destroyed'],
  ]);
});
