/** Draws that are the same on every machine for the same seed: for invented data, never for keys, codes or anything that must be secret. */

export interface Seeded {
  /** A whole number from 0 up to and not including `n`. */
  readonly below: (n: number) => number;
  /** One of `from`; throws RangeError when it is empty. */
  readonly pick: <T>(from: readonly T[]) => T;
  /** `of` in another order; the original stays as it is. */
  readonly shuffle: <T>(of: readonly T[]) => T[];
  /** True in `share` (0 to 1) of the draws. */
  readonly chance: (share: number) => boolean;
}

/** A source of draws that depends on `seed` alone (Mulberry32: 32 bits of state, a multiply-and-shift scramble per draw). */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number): number => Math.floor(fraction() * n);
  return {
    below,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('nothing to pick from');
      return from[below(from.length)]!;
    },
    shuffle: (of) => {
      const order = [...of];
      for (let last = order.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [order[last], order[other]] = [order[other]!, order[last]!];
      }
      return order;
    },
    chance: (share) => fraction() < share,
  };
}
