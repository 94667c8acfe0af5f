import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { leaveDayOutIn } from './day-left-out.ts';
import { keepReader } from './kept-reader.ts';
import { acts, askAtRandom } from './next-due-law.ts';
import { inMemory } from './office.ts';
import { type PreparedStudy, prepareStudy } from './prepared.ts';

let prepared: PreparedStudy;
beforeAll(async () => {
  prepared = await prepareStudy(undefined, inMemory);
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

/** Asks a hundred things in a study of its own, and leaves nothing of it. */
async function asked(seed: number) {
  const study = await prepared.open();
  try {
    return await askAtRandom(study, 100, seed);
  } finally {
    study.stop();
    rmSync(study.folder, { recursive: true });
  }
}

test('law over 10,000 requests in a hundred studies: the stored next due day is the computed one after each', async () => {
  const done = new Map<string, number>();
  const histories = new Set<string>();
  for (let seed = 1; seed <= 100; seed += 1) {
    const come = await asked(seed);
    for (const [what, times] of come.done) done.set(what, (done.get(what) ?? 0) + times);
    for (const history of come.histories) histories.add(history);
  }
  // Nothing is only refused, and not the same comes of everyone.
  expect(Object.keys(acts).filter((what) => (done.get(what) ?? 0) < 1)).toEqual([]);
  expect(histories.size).toBeGreaterThan(1500);
}, 2_400_000);

/** After these everyone is due as before, or nobody is who would not have been. */
const leavesDays = ['moveOn', 'discard', 'reprint', 'acquainted', 'begin', 'answerEntry'];

test.each(Object.keys(acts).filter((what) => !leavesDays.includes(what)))(
  'the law finds an office that leaves the day as it was in: %s',
  async (what) => {
    leaveDayOutIn(what);
    // Some acts change a day in one study of fifteen, or less: the people that a seed draws are others each time.
    const search = async () => {
      for (let seed = 1; seed <= 500; seed += 1) await asked(seed);
    };
    await expect(search()).rejects.toThrow(new RegExp(`after ${what}, request`));
  },
  2_400_000,
);
