/** Local suppression: taking away the key variables of people who would stand in too small a class. */
import { type Key, keyClasses } from './small-cells.ts';

export interface SuppressedKeys {
  /** In the order of the rows; a suppressed key misses every variable. */
  readonly keys: readonly Key[];
  /** Rows that lost at least one known value. */
  readonly suppressed: number;
}

/**
 * The keys with those of too small classes suppressed, until every class (a missing value being a category of its own) holds at least `k`
 * rows. When the people without any key are themselves too few, the smallest other class joins them, and again. Which rows lose their key
 * does not depend on the order of the rows. RangeError with fewer than `k` rows: no suppression can hide those.
 */
export function suppressKeys(keys: readonly Key[], k: number): SuppressedKeys {
  if (keys.length < k) throw new RangeError('fewer rows than k');
  const isEmpty = (rows: readonly number[]) => keys[rows[0]!]!.every((value) => value === null);
  const classes = [...keyClasses(keys)];
  const others = classes
    .filter(([, rows]) => !isEmpty(rows))
    .sort(([a, rowsOfA], [b, rowsOfB]) => rowsOfA.length - rowsOfB.length || (a < b ? -1 : 1));
  let without = classes.filter(([, rows]) => isEmpty(rows)).reduce((sum, [, rows]) => sum + rows.length, 0);
  const hidden = new Set<number>();
  for (const [, rows] of others) {
    // smallest first: once a class is large enough, only the people without a key can still be too few
    if (rows.length >= k && (without === 0 || without >= k)) break;
    for (const row of rows) hidden.add(row);
    without += rows.length;
  }
  return {
    keys: keys.map((key, row) => (hidden.has(row) ? key.map(() => null) : key)),
    suppressed: hidden.size,
  };
}
