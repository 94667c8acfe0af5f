/** A hundred files with citizen service numbers, each refused and gone; and a hundred with what is most like them, none refused. */
import { expect, test } from 'vitest';
import { falselyRefused, refuseAll } from './numbered-deliveries.ts';
import { filesWithNumbers, filesWithoutNumbers } from './numbered-files.ts';

test('of 100 files with citizen service numbers 100 are refused, and none of the numbers is anywhere', async () => {
  const files = filesWithNumbers(100);
  const numbers = new Set(files.flatMap((file) => file.numbers));
  const outcome = await refuseAll(files);
  console.log(
    `${files.length} files with ${numbers.size} numbers: ${outcome.notRefused.length} of ${2 * files.length} requests not refused, ` +
      `${outcome.numbersFound} numbers found in ${outcome.filesSearched} files; of the planted ones ${outcome.planted}.`,
  );
  expect(outcome.planted).toBe(numbers.size);
  expect(outcome.opened).toBe(outcome.controls);
  expect(outcome).toMatchObject({ notRefused: [], incidents: 2 * files.length, numbersFound: 0 });
});

test('of 100 files with telephones, postcodes, company and client numbers none is refused', async () => {
  const files = filesWithoutNumbers(100);
  const refused = await falselyRefused(files);
  console.log(`${files.length} files with other numbers: ${refused.length} refused.`);
  expect(refused).toEqual([]);
});
