/** Local suppression: afterwards no class is too small, and no more was taken away than the rule says. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classSizes, type Key, violations } from '../../../shared/export/small-cells.ts';
import { suppressKeys } from '../../../shared/export/suppress-keys.ts';

const times = (n: number, ...key: Key): readonly Key[] => Array.from({ length: n }, () => key);
const gone: Key = [null, null];

test('large classes stay whole', () => {
  const keys = [...times(5, 'm', 1), ...times(6, 'f', 1), ...times(5, null, 2)];
  expect(suppressKeys(keys, 5)).toEqual({ keys, suppressed: 0 });
});

test('small ones lose their key together', () => {
  const keys = [...times(3, 'm', 1), ...times(6, 'f', 1), ...times(2, 'm', 2)];
  expect(suppressKeys(keys, 5)).toEqual({
    keys: [...times(3, ...gone), ...times(6, 'f', 1), ...times(2, ...gone)],
    suppressed: 5,
  });
});

test('when they are too few together, the smallest other class joins', () => {
  const keys = [...times(2, 'm', 1), ...times(9, 'f', 1), ...times(7, 'f', 2)];
  expect(suppressKeys(keys, 5)).toEqual({
    keys: [...times(2, ...gone), ...times(9, 'f', 1), ...times(7, ...gone)],
    suppressed: 9,
  });
});

test('people whose key was never known count as suppressed ones', () => {
  expect(suppressKeys([...times(2, ...gone), ...times(5, 'f', 1), ...times(3, 'm', 1)], 5).suppressed).toBe(3);
  expect(suppressKeys([...times(2, ...gone), ...times(5, 'f', 1), ...times(6, 'm', 1)], 5).suppressed).toBe(5);
  expect(suppressKeys(times(7, ...gone), 5)).toEqual({ keys: times(7, ...gone), suppressed: 0 });
});

test('fewer rows than k cannot be hidden', () => {
  expect(() => suppressKeys(times(4, 'f', 1), 5)).toThrow(RangeError);
});

const key = fc.tuple(fc.constantFrom(null, 'm', 'f'), fc.constantFrom(null, 1, 2, 3, 4));
const study = fc
  .integer({ min: 2, max: 7 })
  .chain((k) => fc.tuple(fc.array(key, { minLength: k, maxLength: 60 }), fc.constant(k)));

test('law: no class is too small afterwards, a key stays or goes as a whole, and one pass is enough', () => {
  let violated = 0;
  fc.assert(
    fc.property(study, ([keys, k]) => {
      violated += violations(classSizes(keys), k);
      const { keys: after, suppressed } = suppressKeys(keys, k);
      expect(violations(classSizes(after), k)).toBe(0);
      const changed = after.filter((each, i) => each !== keys[i]);
      expect(changed.length).toBe(suppressed);
      for (const each of changed) expect(each).toEqual(gone);
      expect(suppressKeys(after, k)).toEqual({ keys: after, suppressed: 0 });
    }),
  );
  expect(violated).toBeGreaterThan(0);
});

test('law: which keys go does not depend on the order of the rows', () => {
  const text = (keys: readonly Key[]) => keys.map((each) => JSON.stringify(each)).sort();
  const orders = study.chain(([keys, k]) =>
    fc.tuple(fc.constant(keys), fc.shuffledSubarray(keys, { minLength: keys.length }), fc.constant(k)),
  );
  fc.assert(
    fc.property(orders, ([keys, other, k]) => {
      expect(text(suppressKeys(other, k).keys)).toEqual(text(suppressKeys(keys, k).keys));
    }),
  );
});
