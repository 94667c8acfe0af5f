import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../office.ts';
import { answersLeft, type Cut, cutInterview, finishAfterwards, integrityOf } from './after-cut.ts';
import { answerTo } from './answer-to.ts';
import { prepareStudy } from './prepared-study.ts';

const here = temporaryFolder();
const prepared = `${here.folder}/prepared`;
const questionnaire = new URL('../../../scripts/practice-study/files/questionnaire-residents.xlsx', import.meta.url);

beforeAll(() => prepareStudy(prepared, questionnaire));
afterAll(() => here.remove());

/** Every acknowledged answer is there, the file is whole, and the interview can be held to its end. */
async function expectNothingLost(folder: string, cut: Cut): Promise<void> {
  expect(integrityOf(folder)).toBe('ok');
  const left = await answersLeft(folder);
  for (const [item, answer] of cut.acknowledged) expect(left.get(item), item).toEqual(answer);
  // At most the one write that was going on may be there without having been told.
  expect(left.size - cut.acknowledged.length).toBeLessThanOrEqual(1);
  expect(left.size).toBeGreaterThanOrEqual(cut.acknowledged.length);
  await finishAfterwards(folder, answerTo);
  const finished = await answersLeft(folder);
  for (const [item, answer] of cut.acknowledged) expect(finished.get(item), item).toEqual(answer);
}

async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next);
  };
  await Promise.all([worker(), worker()]);
}

describe('an interview that is cut by kill -9', () => {
  test('the check itself finds an answer that is lost', async () => {
    await expect(
      cutInterview(prepared, ['step', '30'], async (folder, cut) => {
        rmSync(`${folder}/study/study.db-wal`);
        await expectNothingLost(folder, cut);
      }),
    ).rejects.toThrow();
  });

  test('after every numbered write step: no acknowledged answer is lost', async () => {
    const whole = await cutInterview(prepared, ['never'], expectNothingLost);
    expect(whole).toMatchObject({ isFinished: true, wasKilled: false });
    const steps = Array.from({ length: whole.steps! }, (_, index) => index + 1);
    // Four steps a write: signed in, case taken, interview begun, an answer each, and finished.
    expect(steps.length).toBe(4 * (4 + whole.acknowledged.length));
    let inside = 0;
    await inPairs(steps, async (step) => {
      const cut = await cutInterview(prepared, ['step', String(step)], expectNothingLost);
      expect(cut.wasKilled).toBe(true);
      expect(cut.isFinished).toBe(false);
      if (cut.isInsideWrite) inside += 1;
    });
    expect(inside).toBe((steps.length * 3) / 4);
  }, 300_000);

  test('at 20 random moments, most of them inside a write', async () => {
    const moments = Array.from({ length: 20 }, (_, index) => [
      'moment',
      String(4 + (index % 14)),
      String(Math.floor(Math.random() * 2000)),
    ]);
    let killed = 0;
    let inside = 0;
    await inPairs(moments, async (moment) => {
      const cut = await cutInterview(prepared, moment, expectNothingLost);
      if (cut.wasKilled) killed += 1;
      if (cut.isInsideWrite) inside += 1;
    });
    expect(killed).toBe(20);
    expect(inside).toBeGreaterThan(10);
  }, 120_000);
});
