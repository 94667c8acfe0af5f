/**
 * PCG32 (PCG-XSH-RR 64/32) by Melissa O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number
 * Generation", 2014, as in her minimal C library: a small published generator, so that a draw can be repeated on any machine and by anyone.
 */

const mask = (1n << 64n) - 1n;
const multiplier = 6364136223846793005n;

export interface Pcg32 {
  /** The next number, 0 to 2^32 - 1. */
  next(): number;
  /** 0 up to and not including `bound` (1 to 2^32 - 1), each as likely: numbers that would favour some are thrown away. */
  below(bound: number): number;
}

/**
 * @param seed the starting state, 0 to 2^64 - 1
 * @param stream which of the generator's sequences, 0 to 2^63 - 1
 */
export function pcg32(seed: bigint, stream: bigint): Pcg32 {
  const increment = ((stream << 1n) | 1n) & mask;
  let state = 0n;
  const next = (): number => {
    const old = state;
    state = (old * multiplier + increment) & mask;
    const shifted = Number((((old >> 18n) ^ old) >> 27n) & 0xffffffffn);
    const turn = Number(old >> 59n);
    return ((shifted >>> turn) | (shifted << (-turn & 31))) >>> 0;
  };
  next();
  state = (state + seed) & mask;
  next();
  return {
    next,
    below(bound) {
      const threshold = (2 ** 32 - bound) % bound;
      for (;;) {
        const number = next();
        if (number >= threshold) return number % bound;
      }
    },
  };
}
