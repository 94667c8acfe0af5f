/**
 * What the cells of a column without a known header look like: for a person to decide, never to be read for that alone. A column of telephone
 * numbers may be of the therapists, and they must not be rung.
 *
 * A client's number is never guessed: any number looks like one.
 */
import { addDays, type Day } from '../calendar.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import { birthBounds } from './read-birth.ts';
import { readChannels, readDay, readEmail, readSex } from './read-cell.ts';
import { readDayOf } from './read-day.ts';
import { readPostcode } from './read-postcode.ts';
import { splitAddress, splitPlace } from './split-address.ts';
import { splitName } from './split-name.ts';

const share = 0.8;
const filledAtLeast = 5;
/** Enough to see of which kind a column is; a list has a hundred thousand rows. */
const cellsLookedAt = 200;
/** Days of the last ten years are days of a contact, a decision, a consent. */
const youngestDays = 3_653;

type Kind = readonly [meaning: ColumnMeaning, is: (cell: string, today: Day) => boolean];

const kinds: readonly Kind[] = [
  ['email', (cell) => cell.includes('@') && readEmail(cell) !== undefined],
  ['postcode', (cell) => readPostcode(cell) !== undefined],
  ['phone', isPhone],
  [
    'birthYear',
    (cell, today) =>
      /^(19|20)\d{2}$/.test(cell) &&
      cell <= String(Number(today.slice(0, 4)) - 10) &&
      cell >= String(Number(today.slice(0, 4)) - 115),
  ],
  ['birthDate', (cell, today) => isOldDay(cell, today)],
  ['sex', (cell) => !/\d/.test(cell) && readSex(cell) !== undefined],
  ['channels', (cell) => cell.length > 2 && readChannels(cell).complete && readChannels(cell).channels.length > 0],
  ['postcodeAndTown', (cell) => isPlace(cell)],
  ['wholeAddress', (cell) => isAddress(cell)],
  ['wholeName', isName],
];

/** What at least four of five filled cells are, of five or more; undefined when they are nothing in particular. */
export function looksLike(cells: Iterable<string>, today: Day): ColumnMeaning | undefined {
  const filled: string[] = [];
  for (const cell of cells) {
    if (cell === '') continue;
    filled.push(cell);
    if (filled.length === cellsLookedAt) break;
  }
  if (filled.length < filledAtLeast) return undefined;
  return kinds.find(([, is]) => {
    let missing = Math.floor(filled.length * (1 - share) + 1e-9);
    return filled.every((cell) => (cell.length <= 120 && is(cell, today)) || missing-- > 0);
  })?.[0];
}

/** Ten digits, nine that lost their zero to a spreadsheet, or with the country before them. */
function isPhone(cell: string): boolean {
  if (!/^\+?[\d\s().-]{9,20}$/.test(cell) || readDay(cell) !== undefined) return false;
  const digits = cell.replaceAll(/\D/g, '');
  return (
    /^(0[1-9]\d{8}|6[1-58]\d{7}|(00)?31[1-9]\d{8})$/.test(digits) ||
    (/^(\+|00)/.test(cell) && /^(00)?[1-9]\d{8,12}$/.test(digits))
  );
}

function isOldDay(cell: string, today: Day): boolean {
  if (/^\d{4,5}$/.test(cell) || cell.length < 6) return false;
  const day = readDayOf(cell, birthBounds(today, false));
  return day !== undefined && day < addDays(today, -youngestDays);
}

function isPlace(cell: string): boolean {
  const { postcode, town } = splitPlace(cell);
  return town !== undefined && postcode !== undefined && readPostcode(postcode) !== undefined;
}

function isAddress(cell: string): boolean {
  if (!/\p{L}{3}/u.test(cell) || !/\d/.test(cell)) return false;
  const { street, houseNumber } = splitAddress(cell);
  return (
    street !== undefined &&
    houseNumber !== undefined &&
    /^\D*(straat|laan|weg|plein|kade|gracht|singel|dijk|hof|pad|dreef|park|steeg|markt|postbus|plantsoen|str\.|ln\.|street|road|lane)\b/i.test(
      street,
    )
  );
}

/** With a salutation, initials or a prefix: two words alone could be anything. */
function isName(cell: string): boolean {
  if (/[\d@]/.test(cell) || !/\p{L}{2}/u.test(cell)) return false;
  const { salutation, initials, prefix } = splitName(cell);
  return (
    salutation !== undefined ||
    prefix !== undefined ||
    /\./.test(initials ?? '') ||
    /^\p{Lu}{1,4}$/u.test(initials ?? '') ||
    (cell.includes(',') && initials !== undefined)
  );
}
