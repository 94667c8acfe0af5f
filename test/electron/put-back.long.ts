import { afterAll, beforeAll, expect, test } from 'vitest';
import { history, prepareSafeguarded, type Safeguarded } from './put-back.ts';

let prepared: Safeguarded;
beforeAll(async () => {
  prepared = await prepareSafeguarded();
});
afterAll(() => prepared.remove());

test.each(['truly', 'carefully'] as const)('200 studies lost and put back, said %s: nobody twice', async (telling) => {
  let delivered = 0;
  for (let seed = 1001; seed <= 1200; seed += 1) {
    const one = await history(prepared, seed, telling);
    expect(one, `seed ${seed}`).toMatchObject({ toStopped: 0, twice: 0 });
    delivered += one.delivered;
  }
  expect(delivered).toBeGreaterThan(1000);
});
