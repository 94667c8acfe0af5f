/** The promise that every cut is held against. */
import { expect } from 'vitest';
import { answersLeft, type Cut, cutInterview, finishAfterwards, integrityOf } from './after-cut.ts';
import { answerTo } from './answer-to.ts';

/** Every acknowledged answer is there, the file is whole, and the interview can be held to its end. */
export async function expectNothingLost(folder: string, cut: Cut): Promise<void> {
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

/** Two at a time: as many as the smallest machine has cores. */
export async function inPairs<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const worker = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) await work(next);
  };
  await Promise.all([worker(), worker()]);
}

/**
 * Cuts interviews at random moments until `kills` of them were killed and most of those inside a write; whatever was lost in any of them is
 * found. On a busy machine a moment may come too late, so more are tried, up to three times as many.
 */
export async function cutAtRandomMoments(
  prepared: string,
  kills: number,
  writes: number,
): Promise<{ readonly killed: number; readonly inside: number }> {
  let killed = 0;
  let inside = 0;
  for (let tried = 0; tried < 3 * kills && (killed < kills || 2 * inside <= killed); tried += 2) {
    // Not the first three writes: they tell how long a write takes.
    const moments = [tried, tried + 1].map((nr) => ['moment', String(4 + (nr % (writes - 4))), String(Math.random())]);
    await inPairs(moments, async (moment) => {
      const cut = await cutInterview(prepared, moment, expectNothingLost);
      if (cut.wasKilled) killed += 1;
      if (cut.wasKilled && cut.isInsideWrite) inside += 1;
    });
  }
  return { killed, inside };
}
