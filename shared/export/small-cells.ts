/**
 * Small cells (te kleine groepen): how many people share each combination of key variables. Two counts, for two questions: with a missing
 * value as wildcard, what someone who looks for a person faces (f_k of the disclosure control literature, as sdcMicro counts it); with it
 * as a category of its own, the classes that a reader of the file sees. The second never exceeds the first.
 */

/** The key variables of one row; null is missing. All keys of a file have the same length. */
export type Key = readonly (string | number | null)[];

/** A key as text: equal for equal keys only. */
export function keyText(key: Key): string {
  return JSON.stringify(key);
}

/** The rows by their key, a missing value being a category of its own: the indexes of each class, in the order of first appearance. */
export function keyClasses(keys: readonly Key[]): ReadonlyMap<string, readonly number[]> {
  const classes = new Map<string, number[]>();
  keys.forEach((key, row) => {
    const text = keyText(key);
    const rows = classes.get(text);
    if (rows) rows.push(row);
    else classes.set(text, [row]);
  });
  return classes;
}

/** Per row the size of its class, a missing value being a category of its own. */
export function classSizes(keys: readonly Key[]): readonly number[] {
  const classes = keyClasses(keys);
  return keys.map((key) => classes.get(keyText(key))!.length);
}

/** Per row f_k: how many rows agree with it in every variable that neither of the two misses. */
export function cellSizes(keys: readonly Key[]): readonly number[] {
  const distinct = Array.from(keyClasses(keys).values(), (rows) => ({ key: keys[rows[0]!]!, people: rows.length }));
  const agrees = (a: Key, b: Key) => a.every((value, i) => value === null || b[i] === null || value === b[i]);
  const sizes = new Map<string, number>();
  for (const { key } of distinct) {
    const matching = distinct.filter((other) => agrees(key, other.key));
    sizes.set(
      keyText(key),
      matching.reduce((sum, { people }) => sum + people, 0),
    );
  }
  return keys.map((key) => sizes.get(keyText(key))!);
}

/** How many rows stand in a cell of fewer than `k` people. */
export function violations(sizes: readonly number[], k: number): number {
  return sizes.filter((size) => size < k).length;
}

/** Per row how many different values of `sensitive` occur in its class (distinct l-diversity); in a class of 1 all gave the same answer. */
export function distinctInClass(keys: readonly Key[], sensitive: readonly unknown[]): readonly number[] {
  const classes = keyClasses(keys);
  const counted = new Map(
    Array.from(classes, ([text, rows]) => [text, new Set(rows.map((row) => sensitive[row])).size] as const),
  );
  return keys.map((key) => counted.get(keyText(key))!);
}
