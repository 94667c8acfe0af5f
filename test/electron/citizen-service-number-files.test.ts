/** A tenth of the long test: a file with citizen service numbers is refused in whatever form, and leaves none of them anywhere. */
import { expect, test } from 'vitest';
import { falselyRefused, refuseAll } from './numbered-deliveries.ts';
import { filesWithNumbers, filesWithoutNumbers } from './numbered-files.ts';

/** Every tenth of the hundred, so that each place is met. */
const tenth = <T>(all: readonly T[]) => all.filter((_, nr) => nr % 10 === 3);

test('files with citizen service numbers are refused, and none of the numbers is anywhere', async () => {
  const files = tenth(filesWithNumbers(100));
  const numbers = files.flatMap((file) => file.numbers);
  const outcome = await refuseAll(files);
  expect(outcome.planted).toBe(new Set(numbers).size);
  expect(outcome.opened).toBe(outcome.controls);
  expect(outcome).toMatchObject({ notRefused: [], incidents: 2 * files.length, numbersFound: 0 });
});

test('files with other numbers are not refused', async () => {
  expect(await falselyRefused(tenth(filesWithoutNumbers(100)))).toEqual([]);
});
