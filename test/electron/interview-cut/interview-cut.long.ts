import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../office.ts';
import { type Cut, cutInterview } from './after-cut.ts';
import type { Course } from './courses.ts';
import { cutAtRandomMoments, expectNothingLost, inPairs } from './nothing-lost.ts';
import { prepareStudy } from './prepared-study.ts';
import { smallPaper } from './small-paper.ts';

const here = temporaryFolder();
const prepared = `${here.folder}/prepared`;
const questionnaire = new URL('../../../scripts/practice-study/files/questionnaire-residents.xlsx', import.meta.url);

/** What is entered twice is short: every step of it is cut. */
const onPaper = `${here.folder}/on-paper`;
const preparedFor = (course: Course) => (course === 'entry' ? onPaper : prepared);

beforeAll(async () => {
  await prepareStudy(prepared, questionnaire);
  await prepareStudy(onPaper, smallPaper(here.folder));
});
afterAll(() => here.remove());

test('the check itself finds an answer that is lost', async () => {
  const where = ['step', '40'];
  const look = async (folder: string, cut: Parameters<ReturnType<typeof expectNothingLost>>[1]) => {
    rmSync(`${folder}/study/study.db-wal`);
    await expectNothingLost()(folder, cut);
  };
  await expect(cutInterview(prepared, where, look)).rejects.toThrow();
});

// Writes beside what is acknowledged: two people signed in, the case taken, begun and finished; an entry is begun and finished twice without
// a case to take, and each open answer in it has its difference decided.
describe.each<readonly [Course, (acknowledged: Cut['acknowledged']) => number]>([
  ['interview', (all) => 5 + all.length],
  ['broken-off', (all) => 5 + all.length],
  ['entry', (all) => 6 + all.length + all.filter(({ value }) => String(value).endsWith(', again')).length],
])('%s that is cut by kill -9', (course, writesOf) => {
  const look = expectNothingLost(course);

  test('after every numbered write step: nothing that was acknowledged is lost', async () => {
    const whole = await cutInterview(preparedFor(course), ['never'], look, course);
    expect(whole).toMatchObject({ isFinished: true, wasKilled: false });
    expect(whole.steps).toBe(4 * writesOf(whole.acknowledged));
    const steps = Array.from({ length: whole.steps! }, (_, index) => index + 1);
    let inside = 0;
    await inPairs(steps, async (step) => {
      const cut = await cutInterview(preparedFor(course), ['step', String(step)], look, course);
      expect(cut.wasKilled).toBe(true);
      expect(cut.isFinished).toBe(false);
      if (cut.isInsideWrite) inside += 1;
    });
    expect(inside).toBe((steps.length * 3) / 4);
  });

  test('at 20 random moments, most of them inside a write', async () => {
    const { writes } = await cutInterview(preparedFor(course), ['never'], look, course);
    const { killed, inside } = await cutAtRandomMoments(preparedFor(course), 20, writes, course);
    expect(killed).toBeGreaterThanOrEqual(20);
    expect(inside).toBeGreaterThan(killed / 2);
  });
});
