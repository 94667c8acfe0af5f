/**
 * The random selection (steekproef) out of everyone who could be accepted. The same people in the same order with the same seed give the same
 * selection, on any machine.
 */
import type { DrawAsked, Drawn } from './intake.ts';
import { pcg32 } from './pcg32.ts';
import { plainWord } from './plain-word.ts';

export interface Selection extends Drawn {
  /** Places in the list of people that was given. */
  readonly places: ReadonlySet<number>;
}

/**
 * Draws so many of each stratum that `perStratum` names, and `people` of all others together: of everyone when it names none. Others are not
 * drawn when `people` is absent and some stratum is named; everybody is when nothing is asked. Fewer are drawn where fewer are there.
 *
 * Each of these pools is shuffled from the front (Fisher-Yates, as far as needed) by a stream of PCG32 of its own: the others are stream 0,
 * the named strata, in the order of their plain names, 1 and further.
 *
 * @param strata the stratum of each person, in order
 */
export function selectionOf(strata: readonly (string | undefined)[], asked: DrawAsked): Selection {
  const named = Object.entries(asked.perStratum)
    .map(([name, people]) => ({ word: plainWord(name), people }))
    .sort((one, other) => (one.word < other.word ? -1 : one.word > other.word ? 1 : 0));
  const pools = [
    { word: undefined, people: asked.people ?? (named.length === 0 ? Number.POSITIVE_INFINITY : 0) },
    ...named,
  ];
  const streams = new Map(named.map(({ word }, index) => [word, index + 1]));
  const members: number[][] = pools.map(() => []);
  for (const [place, stratum] of strata.entries())
    members[stratum === undefined ? 0 : (streams.get(plainWord(stratum)) ?? 0)]!.push(place);
  const places = new Set(
    pools.flatMap(({ people }, stream) => pick(members[stream]!, people, pcg32(BigInt(asked.seed), BigInt(stream)))),
  );
  return { seed: asked.seed, strata: countsOf(strata, places, Object.keys(asked.perStratum)), places };
}

function pick(pool: readonly number[], people: number, { below }: { below(bound: number): number }): readonly number[] {
  if (people >= pool.length) return pool;
  const shuffled = [...pool];
  for (let at = 0; at < people; at += 1) {
    const other = at + below(shuffled.length - at);
    [shuffled[at], shuffled[other]] = [shuffled[other]!, shuffled[at]!];
  }
  return shuffled.slice(0, people);
}

/** A stratum that was asked for is told as it is spelled in the list, and also when nobody is in it. */
function countsOf(
  strata: readonly (string | undefined)[],
  places: ReadonlySet<number>,
  named: readonly string[],
): Drawn['strata'] {
  const there = new Set(strata.map((stratum = '') => plainWord(stratum)));
  const counts = new Map(
    named.filter((name) => !there.has(plainWord(name))).map((name) => [name, { there: 0, drawn: 0 }]),
  );
  for (const [place, stratum = ''] of strata.entries()) {
    const count = counts.get(stratum) ?? { there: 0, drawn: 0 };
    counts.set(stratum, {
      there: count.there + 1,
      drawn: count.drawn + (places.has(place) ? 1 : 0),
    });
  }
  return [...counts].map(([stratum, count]) => ({ stratum, ...count }));
}
