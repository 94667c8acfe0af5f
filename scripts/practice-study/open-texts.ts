/** Invented open answers. Each holds a word of no language with a number, so that it can be looked for wherever it must not be. */
import { syllables } from './names.ts';

type Draw = (below: number) => number;

/** What this person's answer to this item can be recognised by, 'pruvamlif-48213': at least 12 characters, the same on every run. */
export function tokenOf(personNote: string, item: string): string {
  const hash = (seed: number): number => {
    let value = seed;
    for (const character of `${personNote}|${item}`)
      value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193) >>> 0;
    return (value ^ (value >>> 15)) >>> 0;
  };
  const letters = hash(0x811c9dc5);
  const word = [0, 5, 10, 15].map((bits) => syllables[(letters >>> bits) % syllables.length]!).join('');
  return `${word}-${10_000 + (hash(0x2f7a1e3b) % 90_000)}`;
}

const openings = [
  'Ik kon altijd bellen',
  'Het duurde even voor er iemand kwam',
  'De eerste keer was het gesprek kort',
  'Er was tijd voor mijn verhaal',
  'Ik moest mijn verhaal drie keer vertellen',
  'De afspraken stonden op papier',
  'Wij zochten samen naar een oplossing',
  'Het was eerst niet duidelijk wie ons hielp',
  'Na de zomer ging het een stuk beter',
  'De brief was moeilijk te lezen',
  'Iedereen was vriendelijk',
  'Er wisselden te veel mensen',
];
const middles = [
  'bij het loket {token}',
  'na het overleg over {token}',
  'toen het ging over {token}',
  'in het gebouw {token}',
  'door de werkgroep {token}',
  'tijdens het project {token}',
  'dankzij de cursus {token}',
  'met het formulier {token}',
];
const endings = [
  'en dat was prettig.',
  'en dat mag vaker.',
  'maar daarna hoorde ik lang niets.',
  'en zo bleef het rustig.',
  'maar een vast gezicht zou helpen.',
  'en daar ben ik tevreden over.',
  'maar het had sneller gekund.',
  'en dat gaf vertrouwen.',
];
const others = ['via {token}', 'door {token}', 'met hulp van {token}', 'vanwege {token}', 'iets met {token}'];

const pick = (draw: Draw, from: readonly string[]): string => from[draw(from.length)]!;

/** A Dutch sentence with `token` in it. */
export function openText(draw: Draw, token: string): string {
  const sentence = `${pick(draw, openings)} ${pick(draw, middles)}, ${pick(draw, endings)}`;
  return sentence.replace('{token}', token);
}

/** A few words with `token` in them, as beside 'other, namely'. */
export function namelyText(draw: Draw, token: string): string {
  return pick(draw, others).replace('{token}', token);
}
