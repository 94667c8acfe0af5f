/** Top and bottom coding: a bound always speaks for enough people. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundExtremes } from '../../../shared/export/bound-extremes.ts';

test('the lowest and highest become the k-th lowest and k-th highest', () => {
  const bounded = boundExtremes([150, 3, null, 7, 1, 40, 8, 99], 2);
  expect(bounded).toEqual({ numbers: [99, 3, null, 7, 3, 40, 8, 99], lowest: 3, highest: 99, changed: 2 });
});

test('no bounds for too few numbers, or where nothing would be left between them', () => {
  expect(boundExtremes([1, 2, 3], 2)).toBeUndefined();
  expect(boundExtremes([], 2)).toBeUndefined();
  expect(boundExtremes([null, null, null, null], 2)).toBeUndefined();
  expect(boundExtremes([1, 5, 5, 5, 9], 2)).toBeUndefined();
  expect(boundExtremes([1, 5, 6, 9], 2)).toMatchObject({ lowest: 5, highest: 6 });
  expect(boundExtremes([1, 5, 5, 9, null], 2)).toBeUndefined();
  expect(boundExtremes([5, 5, 5, 5], 2)).toEqual({ numbers: [5, 5, 5, 5], lowest: 5, highest: 5, changed: 0 });
});

test('law: at least k people stand on either bound, nobody beyond it, and what lies between stays', () => {
  const numbers = fc.array(fc.option(fc.integer({ min: -20, max: 20 })), { maxLength: 40 });
  let bounds = 0;
  fc.assert(
    fc.property(numbers, fc.integer({ min: 2, max: 6 }), (all, k) => {
      const bounded = boundExtremes(all, k);
      if (!bounded) return;
      bounds += 1;
      const after = bounded.numbers.filter((number) => number !== null);
      expect(Math.min(...after)).toBe(bounded.lowest);
      expect(Math.max(...after)).toBe(bounded.highest);
      expect(after.filter((number) => number === bounded.lowest).length).toBeGreaterThanOrEqual(k);
      expect(after.filter((number) => number === bounded.highest).length).toBeGreaterThanOrEqual(k);
      const moved = all.filter((number, i) => number !== bounded.numbers[i]);
      expect(moved.length).toBe(bounded.changed);
      for (const number of moved) expect(number! < bounded.lowest || number! > bounded.highest).toBe(true);
    }),
    { numRuns: 1_000 },
  );
  // One list in five has bounds.
  expect(bounds).toBeGreaterThan(10);
});
