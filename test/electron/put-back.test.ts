import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Counted, history, prepareSafeguarded, type Safeguarded, type Telling } from './put-back.ts';

let prepared: Safeguarded;
beforeAll(async () => {
  prepared = await prepareSafeguarded();
});
afterAll(() => prepared.remove());

const histories = 8;

async function totals(telling: Telling): Promise<Counted> {
  const sum = { toStopped: 0, twice: 0, delivered: 0 };
  for (let seed = 1; seed <= histories; seed += 1) {
    const one = await history(prepared, seed, telling);
    for (const what of ['toStopped', 'twice', 'delivered'] as const) sum[what] += one[what];
  }
  return sum;
}

describe(`${histories} studies lost and put back on another machine, through the requests`, () => {
  test('said wrongly, some are contacted who stopped and messages go out twice', async () => {
    const { toStopped, twice } = await totals('wrongly');
    expect(toStopped).toBeGreaterThan(2);
    expect(twice).toBeGreaterThan(2);
  });

  test('said truly: nobody who stopped is contacted, and no message goes out twice', async () => {
    const { toStopped, twice, delivered } = await totals('truly');
    expect({ toStopped, twice }).toEqual({ toStopped: 0, twice: 0 });
    expect(delivered).toBeGreaterThan(histories * 5);
  });

  test('said carefully, every message perhaps sent: the same', async () => {
    const { toStopped, twice } = await totals('carefully');
    expect({ toStopped, twice }).toEqual({ toStopped: 0, twice: 0 });
  });
});
