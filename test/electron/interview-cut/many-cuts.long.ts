import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../office.ts';
import { cutInterview } from './after-cut.ts';
import { cutAtRandomMoments, expectNothingLost, inPairs } from './nothing-lost.ts';
import { prepareStudy } from './prepared-study.ts';

const here = temporaryFolder();
const prepared = `${here.folder}/prepared`;
const questionnaire = new URL('../../../scripts/practice-study/files/questionnaire-team-members.xlsx', import.meta.url);

beforeAll(() => prepareStudy(prepared, questionnaire));
afterAll(() => here.remove());

describe('the longest questionnaire, cut by kill -9', () => {
  test('after every numbered write step: no acknowledged answer is lost', async () => {
    const { steps = 0 } = await cutInterview(prepared, ['never'], expectNothingLost());
    expect(steps).toBeGreaterThan(100);
    await inPairs(
      Array.from({ length: steps }, (_, index) => index + 1),
      async (step) => {
        expect((await cutInterview(prepared, ['step', String(step)], expectNothingLost())).wasKilled).toBe(true);
      },
    );
  });

  test('at 200 random moments, most of them inside a write', async () => {
    const { writes } = await cutInterview(prepared, ['never'], expectNothingLost());
    const { killed, inside } = await cutAtRandomMoments(prepared, 200, writes);
    expect(killed).toBeGreaterThanOrEqual(200);
    expect(inside).toBeGreaterThan(killed / 2);
  });
});
