/** Counting small cells: the vectors that sdcMicro publishes for its frequency and l-diversity counts, and the laws between the two counts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellSizes, classSizes, distinctInClass, type Key, violations } from '../../../shared/export/small-cells.ts';

function rows(...variables: readonly (readonly (string | number | null)[])[]): readonly Key[] {
  return variables[0]!.map((_, row) => variables.map((variable) => variable[row]!));
}
const a = [2, 3, 2, 2, 3, 3, 1, 2];
const b = [3, 3, 3, 3, 3, 3, 4, 3];
const whole = rows(a, b, [1, 3, 1, 2, 1, 1, 1, 1]);
const gaps = rows(a, b, [1, 3, null, 2, 1, 1, null, 1]);

test('vector A: without missing values both counts are the same', () => {
  const expected = [3, 1, 3, 1, 2, 2, 1, 3];
  expect(cellSizes(whole)).toEqual(expected);
  expect(classSizes(whole)).toEqual(expected);
  expect([1, 2, 3, 5].map((k) => violations(expected, k))).toEqual([0, 3, 5, 8]);
});

test('vector A2: a missing value is a wildcard for the risk', () => {
  const sizes = cellSizes(gaps);
  expect(sizes).toEqual([3, 1, 4, 2, 2, 2, 1, 3]);
  expect(violations(sizes, 2)).toBe(2);
  expect(violations(sizes, 3) - violations(sizes, 2)).toBe(3);
});

test('and a category of its own for the classes', () => {
  expect(classSizes(gaps)).toEqual([2, 1, 1, 1, 2, 2, 1, 2]);
});

test('vector E: distinct answers per class, missing being a category', () => {
  const sex = ['f', 'f', 'f', 'm', 'm', 'f', 'f'];
  const occupation = [null, null, null, 'teacher', 'teacher', 'nurse', 'nurse'];
  const ethnicity = ['other', 'other', 'other', 'other', 'other', 'majority', 'majority'];
  expect(distinctInClass(rows(sex, occupation, ethnicity), [1, 0, 2, 1, 0, 0, 1])).toEqual([3, 3, 3, 2, 2, 2, 2]);
});

test('values that look alike are told apart, and no rows give no sizes', () => {
  expect(classSizes([['1'], [1], [null], ['null']])).toEqual([1, 1, 1, 1]);
  expect(
    classSizes([
      ['a","b', 'c'],
      ['a', 'b","c'],
    ]),
  ).toEqual([1, 1]);
  expect(cellSizes([])).toEqual([]);
});

const value = fc.constantFrom(null, 1, 2, 'x');
const keys = fc.array(fc.tuple(value, value, value), { maxLength: 30 });

test('law: the wildcard count equals a plain count of pairs, and is never below the strict one', () => {
  fc.assert(
    fc.property(keys, (all) => {
      const pairs = all.map(
        (one) => all.filter((other) => one.every((v, i) => v === null || other[i] === null || v === other[i])).length,
      );
      expect(cellSizes(all)).toEqual(pairs);
      const strict = classSizes(all);
      expect(strict).toEqual(all.map((one) => all.filter((other) => one.every((v, i) => v === other[i])).length));
      strict.forEach((size, i) => {
        expect(size).toBeLessThanOrEqual(pairs[i]!);
      });
    }),
  );
});
