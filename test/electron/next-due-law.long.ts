import { afterAll, beforeAll, expect, test } from 'vitest';
import { acts, askAtRandom } from './next-due-law.ts';
import { type PreparedStudy, prepareStudy } from './prepared.ts';

let prepared: PreparedStudy;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());

test('law over 2,500 requests in twenty-five studies: the stored next due day is the computed one after each', async () => {
  const done = new Map<string, number>();
  for (let seed = 101; seed <= 125; seed += 1) {
    const study = await prepared.open();
    for (const [what, times] of await askAtRandom(study, 100, seed)) done.set(what, (done.get(what) ?? 0) + times);
    study.stop();
  }
  // Nothing is only refused.
  expect(Object.keys(acts).filter((what) => (done.get(what) ?? 0) < 1)).toEqual([]);
}, 2_400_000);
