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

/** Draws at once; see `selecting`. */
export function selectionOf(strata: readonly (string | undefined)[], asked: DrawAsked): Selection {
  const steps = selecting(strata, asked);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Draws so many of each stratum that `perStratum` names, and `people` of all others together: of everyone when it names none. Others are not
 * drawn when `people` is absent and some stratum is named; everybody is when nothing is asked. Fewer are drawn where fewer are there.
 *
 * Each of these pools is shuffled from the front (Fisher-Yates, as far as needed) by a stream of PCG32 of its own: the others are stream 0,
 * the named strata, in the order of their plain names, 1 and further. Stops at every person.
 *
 * @param strata the stratum of each person, in order
 */
export function* selecting(strata: readonly (string | undefined)[], asked: DrawAsked): Generator<void, Selection> {
  const named = Object.entries(asked.perStratum)
    .map(([name, people]) => ({ name, word: plainWord(name), people }))
    .sort((one, other) => (one.word < other.word ? -1 : one.word > other.word ? 1 : 0));
  const others = asked.people ?? (named.length === 0 ? Number.POSITIVE_INFINITY : 0);
  const streams = new Map(named.map(({ word }, index) => [word, index + 1]));
  const there = new Map<string, number[]>();
  for (const [place, stratum = ''] of strata.entries()) {
    const places = there.get(stratum);
    if (places === undefined) there.set(stratum, [place]);
    else places.push(place);
    yield;
  }
  const pools: number[][] = [[], ...named.map(() => [])];
  for (const [stratum, all] of there) {
    const stream = streams.get(plainWord(stratum)) ?? 0;
    pools[stream] = pools[stream]!.concat(all);
  }
  const places = new Set<number>();
  for (const [stream, pool] of pools.entries()) {
    const people = stream === 0 ? others : named[stream - 1]!.people;
    const { below } = pcg32(BigInt(asked.seed), BigInt(stream));
    // Of whoever stands in whatever stratum in the order of the rows.
    pool.sort((one, other) => one - other);
    for (let at = 0; at < Math.min(people, pool.length); at += 1) {
      const other = people >= pool.length ? at : at + below(pool.length - at);
      [pool[at], pool[other]] = [pool[other]!, pool[at]!];
      places.add(pool[at]!);
      yield;
    }
  }
  return { seed: asked.seed, strata: countsOf(there, places, named), places };
}

/** A stratum that was asked for is told also when nobody is in it. */
function countsOf(
  there: ReadonlyMap<string, readonly number[]>,
  places: ReadonlySet<number>,
  named: readonly { readonly name: string; readonly word: string }[],
): Drawn['strata'] {
  const words = new Set([...there.keys()].map(plainWord));
  const empty = named.filter(({ word }) => !words.has(word));
  return [
    ...empty.map(({ name }) => ({ stratum: name, there: 0, drawn: 0 })),
    ...[...there].map(([stratum, all]) => {
      return { stratum, there: all.length, drawn: all.filter((place) => places.has(place)).length };
    }),
  ];
}
