import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { selectionOf } from '../../../shared/intake/draw.ts';
import { pcg32 } from '../../../shared/intake/pcg32.ts';

describe('the generator', () => {
  // The first round of pcg32-demo in the reference implementation (M. E. O'Neill, pcg-c-basic): seed 42, stream 54.
  it('gives the numbers that its author published', () => {
    const { next, below } = pcg32(42n, 54n);
    const numbers = Array.from({ length: 6 }, next).map((number) => number.toString(16));
    expect(numbers).toEqual(['a15c02b7', '7b47f409', 'ba1d3330', '83d2f293', 'bfa4784b', 'cbed606e']);
    const coins = Array.from({ length: 65 }, () => (below(2) === 1 ? 'H' : 'T')).join('');
    expect(coins).toBe('HHTTTHTHHHTHTTTHHHHHTTTHHHTHTHTHTTHTTTHHHHHHTTTTHHTTTTTHTTTTTTTHT');
    const rolls = Array.from({ length: 33 }, () => below(6) + 1).join(' ');
    expect(rolls).toBe('3 4 1 1 2 2 3 2 4 3 2 4 3 3 5 2 3 1 3 1 5 1 4 1 5 6 4 6 6 2 6 3 3');
  });
});

const everyone = Array<undefined>(30).fill(undefined);
const drawn = (strata: readonly (string | undefined)[], asked: Parameters<typeof selectionOf>[1]) =>
  [...selectionOf(strata, asked).places].sort((a, b) => a - b);

describe('a selection', () => {
  it('is the same on any machine: these places of thirty, by these seeds', () => {
    expect(drawn(everyone, { seed: '1', people: 5, perStratum: {} })).toEqual([3, 7, 11, 18, 28]);
    expect(drawn(everyone, { seed: '999999999999', people: 5, perStratum: {} })).toEqual([0, 7, 8, 10, 23]);
  });

  const strata = [...Array(10).fill('Noord'), ...Array(10).fill('Zuid'), ...Array(10).fill(undefined)];

  test.each<[string, Parameters<typeof selectionOf>[1], [string, number, number][]]>([
    [
      'nothing asked: everyone',
      { seed: '1', perStratum: {} },
      [
        ['Noord', 10, 10],
        ['Zuid', 10, 10],
        ['', 10, 10],
      ],
    ],
    [
      'strata only: nobody else',
      { seed: '1', perStratum: { noord: 3, ZUID: 20 } },
      [
        ['Noord', 10, 3],
        ['Zuid', 10, 10],
        ['', 10, 0],
      ],
    ],
    [
      'strata and others',
      { seed: '1', people: 4, perStratum: { Noord: 3 } },
      [
        ['Noord', 10, 3],
        ['Zuid', 10, -1],
        ['', 10, -1],
      ],
    ],
    [
      'none of a stratum',
      { seed: '1', people: 20, perStratum: { Noord: 0 } },
      [
        ['Noord', 10, 0],
        ['Zuid', 10, 10],
        ['', 10, 10],
      ],
    ],
    [
      'a stratum in which nobody is',
      { seed: '1', people: 20, perStratum: { Oost: 5 } },
      [
        ['Oost', 0, 0],
        ['Noord', 10, -1],
        ['Zuid', 10, -1],
        ['', 10, -1],
      ],
    ],
    [
      'nobody',
      { seed: '1', people: 0, perStratum: {} },
      [
        ['Noord', 10, 0],
        ['Zuid', 10, 0],
        ['', 10, 0],
      ],
    ],
  ])('of %s', (_, asked, expected) => {
    const { strata: told, places } = selectionOf(strata, asked);
    expect(told.map(({ stratum, there }) => [stratum, there])).toEqual(expected.map(([name, there]) => [name, there]));
    for (const [index, { drawn: count }] of told.entries())
      if (expected[index]![2] >= 0) expect(count).toBe(expected[index]![2]);
    expect(told.reduce((sum, { drawn: count }) => sum + count, 0)).toBe(places.size);
  });

  it('of one stratum does not depend on how many others are asked for', () => {
    const north = (people?: number) =>
      drawn(strata, { seed: '7', ...(people === undefined ? {} : { people }), perStratum: { Noord: 3 } }).filter(
        (place) => place < 10,
      );
    expect(north(4)).toEqual(north());
    expect(north(4)).toHaveLength(3);
  });

  it('draws exactly so many, each at most once, the same again for the same seed, and others for another', () => {
    const seed = fc.nat(999_999_999).map(String);
    let differing = 0;
    fc.assert(
      fc.property(seed, seed, fc.nat(60), fc.nat(40), (one, other, there, people) => {
        const list = Array<undefined>(there).fill(undefined);
        const places = drawn(list, { seed: one, people, perStratum: {} });
        expect(places).toHaveLength(Math.min(there, people));
        expect(new Set(places).size).toBe(places.length);
        expect(places.every((place) => place < there)).toBe(true);
        expect(drawn(list, { seed: one, people, perStratum: {} })).toEqual(places);
        if (drawn(list, { seed: other, people, perStratum: {} }).join() !== places.join()) differing += 1;
      }),
      { numRuns: 1000 },
    );
    expect(differing).toBeGreaterThan(300);
  });

  /** The sum of (seen - expected)^2 / expected. */
  const chiSquare = (counts: readonly number[], expected: number) =>
    counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);

  it('takes everyone as often, and every pair, over many seeds that follow one another', () => {
    const [seeds, people] = [20_000, 3];
    const single = Array<number>(10).fill(0);
    const pairs = new Map<string, number>();
    for (let seed = 0; seed < seeds; seed += 1) {
      const places = drawn(Array(10).fill(undefined), { seed: String(seed), people, perStratum: {} });
      for (const place of places) single[place]! += 1;
      for (const [at, one] of places.entries())
        for (const other of places.slice(at + 1)) pairs.set(`${one} ${other}`, (pairs.get(`${one} ${other}`) ?? 0) + 1);
    }
    // Bounds of chance 0.0001: 9 and 44 degrees of freedom. Drawing without putting back makes the sums smaller, never larger.
    expect(chiSquare(single, (seeds * people) / 10)).toBeLessThan(33.7);
    expect(pairs.size).toBe(45);
    expect(chiSquare([...pairs.values()], (seeds * 3) / 45)).toBeLessThan(88);
    // The control: a draw that favours the first one is found by the same measure.
    const favouring = single.map((count, place) => (place === 0 ? count * 1.1 : count));
    expect(chiSquare(favouring, (seeds * people) / 10)).toBeGreaterThan(33.7);
  });
});
