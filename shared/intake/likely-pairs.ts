/**
 * Everyone who may be someone else of a list, found without comparing all with all: only people are compared who have a day of birth, an
 * address, a telephone number, an e-mail address or an organisation in common, which `perhapsSame` asks for anyhow.
 */
import { type Portrait, perhapsSame } from './likeness.ts';

/**
 * As many are compared with one another. Where more have something in common (the telephone of a home for the elderly, 1 January as the day
 * of birth of whoever has none), each is compared with so many who come next by surname.
 */
const largest = 40;

/**
 * For each place in the list the places of those who may be the same person, in order. Stops after every person and every block.
 *
 * @param known so many at the front are not compared with one another
 */
export function* likelyPairs(
  portraits: readonly Portrait[],
  known: number,
): Generator<void, ReadonlyMap<number, readonly number[]>> {
  // Most people share nothing with anyone: the first of a block stands alone, so that there are no 100,000 lists of one.
  const firsts = new Map<string, number>();
  const blocks = new Map<string, number[]>();
  for (const [place, portrait] of portraits.entries()) {
    for (const key of blockKeys(portrait)) {
      const first = firsts.get(key);
      const block = blocks.get(key);
      if (first === undefined) firsts.set(key, place);
      else if (block === undefined) blocks.set(key, [first, place]);
      else block.push(place);
    }
    yield;
  }
  const found = new Map<number, Set<number>>();
  const note = (place: number, other: number) => {
    const others = found.get(place);
    if (others === undefined) found.set(place, new Set([other]));
    else others.add(other);
  };
  for (const block of blocks.values()) {
    if (block.at(-1)! < known) continue;
    const sorted = block.length > largest ? bySurname(block, portraits) : block;
    for (const [at, place] of sorted.entries()) {
      for (const other of sorted.slice(at + 1, at + 1 + largest)) {
        if (place < known && other < known) continue;
        if (!perhapsSame(portraits[place]!, portraits[other]!)) continue;
        note(place, other);
        note(other, place);
      }
      yield;
    }
  }
  return new Map([...found].map(([place, others]) => [place, [...others].sort((a, b) => a - b)]));
}

function blockKeys({ surname, birthDate, address, phones, email, organisation }: Portrait): readonly string[] {
  if (surname.length === 0) return [];
  return [
    ...(birthDate === undefined ? [] : [birthDate]),
    ...(address === undefined ? [] : [address]),
    ...phones,
    ...(email === undefined ? [] : [email]),
    ...(organisation === '' ? [] : [`in ${organisation}`]),
  ];
}

function bySurname(block: readonly number[], portraits: readonly Portrait[]): readonly number[] {
  const name = (place: number) => portraits[place]!.surname.join('');
  return block
    .map((place) => ({ place, name: name(place) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.place - b.place))
    .map(({ place }) => place);
}
