/** Top and bottom coding: the very high and very low numbers, by which people stand out, become one bound that enough people share. */

export interface BoundedNumbers {
  /** In the order given; null stays null. */
  readonly numbers: readonly (number | null)[];
  /** This number stands for itself and everything below it, or above it. */
  readonly lowest: number;
  readonly highest: number;
  /** Numbers that were changed. */
  readonly changed: number;
}

/**
 * The numbers within bounds that at least `k` people have reached: the k-th lowest and the k-th highest. Undefined when there are no such
 * bounds: fewer than 2k numbers, or the bounds fall together while the numbers differ.
 */
export function boundExtremes(numbers: readonly (number | null)[], k: number): BoundedNumbers | undefined {
  const sorted = numbers.filter((number) => number !== null).sort((a, b) => a - b);
  if (sorted.length < 2 * k) return undefined;
  const lowest = sorted[k - 1]!;
  const highest = sorted[sorted.length - k]!;
  if (lowest === highest && sorted[0] !== sorted.at(-1)) return undefined;
  const within = (number: number | null) => (number === null ? null : Math.min(Math.max(number, lowest), highest));
  return {
    numbers: numbers.map(within),
    lowest,
    highest,
    changed: sorted.filter((number) => number < lowest || number > highest).length,
  };
}
