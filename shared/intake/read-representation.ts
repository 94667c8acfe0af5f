/**
 * Who decides for someone, from the fields of an extract about it. In doubt the strictest: what cannot be read is a guardian, without whom
 * nobody asks the person anything (BW 1:378, 1:431, 1:450).
 */
import type { Representation } from '../study/contact-data.ts';
import { plainWord } from './plain-word.ts';

export interface RepresentationRead {
  /** Absent: nobody decides for them. */
  readonly kind?: Representation;
  readonly readable: boolean;
}

const blank = /^[\s.–/-]*$/;
const nobody =
  /^(nee|neen|n|no|geen|none|0|false|onwaar|nvt|niet|nietvantoepassing|zelfstandig|handelingsbekwaam|geenvertegenwoordig(er|ing))$/;

/** What stands under several kinds ('bewindvoering en mentorschap') is the one that leaves the person least. */
const kinds: readonly (readonly [Representation, RegExp])[] = [
  ['guardian', /curat|voogd|ouder|moeder|vader|guardian|parent|gezag/],
  ['mentor', /mentor/],
  ['administrator', /bewind|wsnp|schuldsanering|administrator|budgetbeheer/],
];

export function readRepresentation(text: string): RepresentationRead {
  const word = plainWord(text);
  if (blank.test(text) || nobody.test(word)) return { readable: true };
  const kind = kinds.find(([, pattern]) => pattern.test(word))?.[0];
  // 'Geen curator, wel mentor' says no to a part of it; a person has to look.
  if (kind === undefined || /^(geen|niet|no)|voorheen|beeindigd|opgeheven|aangevraagd/.test(word))
    return { kind: 'guardian', readable: false };
  return { kind, readable: true };
}

/** Of several texts the one that leaves the person least; undefined when none of them names anybody. */
export function strictestRepresentation(texts: readonly string[]): string | undefined {
  return kinds.flatMap(([kind]) => texts.find((text) => readRepresentation(text).kind === kind) ?? [])[0];
}
