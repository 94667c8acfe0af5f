import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { inTurns } from '../../electron/pause.ts';

/** Keeps the processor busy for about `ms` in all, in steps of a tenth of a millisecond. */
function* work(ms: number): Generator<{ done: number; total: number }, string> {
  const total = ms * 10;
  for (let done = 0; done < total; done += 1) {
    const until = performance.now() + 0.1;
    while (performance.now() < until);
    yield { done, total };
  }
  return 'done';
}

describe('long work in turns', () => {
  test('lets whoever waits have an answer in between', async () => {
    let answered = 0;
    let going = true;
    const others = (async () => {
      while (going) {
        await setTimeout(1);
        answered += 1;
      }
    })();
    expect(await inTurns(work(400))).toBe('done');
    going = false;
    await others;
    expect(answered).toBeGreaterThan(5);
  });

  test('tells how far it is, and ends when a pause says so', async () => {
    const told: number[] = [];
    const cancelled = inTurns(work(2000), async (done, total) => {
      told.push(done / total);
      if (told.length === 3) throw new Error('cancelled');
    });
    await expect(cancelled).rejects.toThrow('cancelled');
    expect(told).toHaveLength(3);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(told[2]).toBeLessThan(1);
  });
});
