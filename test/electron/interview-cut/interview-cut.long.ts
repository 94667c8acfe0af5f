import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../office.ts';
import { cutInterview } from './after-cut.ts';
import { cutAtRandomMoments, expectNothingLost, inPairs } from './nothing-lost.ts';
import { prepareStudy } from './prepared-study.ts';

const here = temporaryFolder();
const prepared = `${here.folder}/prepared`;
const questionnaire = new URL('../../../scripts/practice-study/files/questionnaire-residents.xlsx', import.meta.url);

beforeAll(() => prepareStudy(prepared, questionnaire));
afterAll(() => here.remove());

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
    // Four steps a write: two people signed in, case taken, interview begun, an answer each, and finished.
    expect(steps.length).toBe(4 * (5 + whole.acknowledged.length));
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
    const { writes } = await cutInterview(prepared, ['never'], expectNothingLost);
    const { killed, inside } = await cutAtRandomMoments(prepared, 20, writes);
    expect(killed).toBeGreaterThanOrEqual(20);
    expect(inside).toBeGreaterThan(killed / 2);
  }, 180_000);
});
