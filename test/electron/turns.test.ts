/** Long work in the office lets others go first: not only when it is done. */
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { clockOfThisMachine } from '../../electron/clock.ts';
import { thoseWho } from '../../electron/pause.ts';
import { emailFiles } from '../../electron/post/email-files.ts';

/** Counts the turns that others get until it is told to stop. */
function others(): () => number {
  let turns = 0;
  let goesOn = true;
  const next = () => {
    turns += 1;
    if (goesOn) setImmediate(next);
  };
  setImmediate(next);
  return () => {
    goesOn = false;
    return turns;
  };
}

/** Takes longer than one turn of work may. */
function takesLong(): void {
  const until = clockOfThisMachine.elapsedMs() + 20;
  while (clockOfThisMachine.elapsedMs() < until) Math.random();
}

test('those who pass are found in turns, and all of them', async () => {
  const turns = others();
  const found = await thoseWho([1, 2, 3, 4, 5], (one) => {
    takesLong();
    return one % 2 === 1;
  });
  expect(turns()).toBeGreaterThanOrEqual(4);
  expect(found).toEqual([1, 3, 5]);
});

test('messages for files are made one by one, each when the one before it is in', async () => {
  const order: string[] = [];
  const emails = function* () {
    for (const nr of [1, 2, 3]) {
      order.push(`made ${nr}`);
      const email = {
        to: { address: `p${nr}@wijk.example` },
        from: { address: 'onderzoek@bureau.example' },
        subject: 'Uitnodiging',
        text: 'Doet u mee?',
        messageKey: `k${nr}`,
      };
      yield { name: `${nr}.eml`, email };
    }
  };
  const files = await emailFiles(emails(), new Date(2026, 4, 14), (done) => {
    order.push(`in ${done}`);
  });
  expect(order).toEqual(['made 1', 'in 1', 'made 2', 'in 2', 'made 3', 'in 3']);
  if (files.kind !== 'made') throw new Error(files.of);
  expect(Object.keys(unzipSync(files.bytes))).toEqual(['1.eml', '2.eml', '3.eml']);
});
