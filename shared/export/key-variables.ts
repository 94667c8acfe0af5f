/** What stands before the answers in a row: its number, and the three key variables by which someone could be looked for. */
import { findAges } from '../study/age-band.ts';
import type { Sex } from '../study/contact-data.ts';
import type { Background } from '../study/response.ts';
import { type Column, yesNo } from './columns.ts';
import type { Key } from './small-cells.ts';

const sexes: readonly (readonly [Sex, string])[] = [
  ['female', 'vrouw'],
  ['male', 'man'],
  ['other', 'anders'],
];
const openBand = 9;
const ageBands = Array.from({ length: openBand }, (_, i) => `${10 * i} tot en met ${10 * i + 9} jaar`);

const column = { choices: [], values: [], missing: [] };
/** The number of a row and the key variables, in the order of `keyOf`. A key variable that is unknown or taken away is empty. */
export const fixedColumns: readonly Column[] = [
  { ...column, name: 'nr', label: 'Nummer van de rij (willekeurig)', kind: 'number' },
  {
    ...column,
    name: 'geslacht',
    label: 'Geslacht',
    kind: 'key',
    values: sexes.map(([, label], i) => ({ code: i + 1, label })),
  },
  {
    ...column,
    name: 'leeftijd',
    label: 'Leeftijd in klassen van tien jaar',
    kind: 'key',
    values: [...ageBands, `${10 * openBand} jaar en ouder`].map((label, i) => ({ code: i + 1, label })),
  },
  { ...column, name: 'gestopt', label: 'Ondersteuning is beëindigd', kind: 'key', values: yesNo },
];

/**
 * Sex, age band and whether support ended, as codes of their columns; null is unknown. So is a band that the list had itself and that lies in two
 * of ours ('65-74').
 */
export function keyOf({ sex, age, ageBand, supportEnded }: Background): Key {
  return [
    sex === undefined ? null : sexes.findIndex(([name]) => name === sex) + 1,
    age === undefined ? bandOf(ageBand) : codeOfAge(age),
    supportEnded === undefined ? null : Number(supportEnded),
  ];
}

function codeOfAge(age: number): number | null {
  return age < 0 ? null : Math.min(Math.floor(age / 10), openBand) + 1;
}

function bandOf(text: string | undefined): number | null {
  const ages = text === undefined ? undefined : findAges(text);
  if (ages === undefined) return null;
  const [first, last] = [codeOfAge(ages.from), codeOfAge(ages.to)];
  return first === last ? first : null;
}
