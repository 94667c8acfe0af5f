/**
 * Finds the citizen service number in a file, so that the file can be refused: all columns and all rows of all sheets are looked at, hidden
 * ones too, and those that would not be read. There is no override.
 *
 * By a header: above, in, or below the header row; further down only where the row is one of headers, or the number itself stands under or
 * beside it. By content: at least ten numbers of 8 or 9 digits of which at least 80 % pass the eleven-test in a column as a whole, or eighteen
 * of twenty on end (a column that begins with something else). A false alarm over ten has a chance below one in a million. An update list has few
 * people: of fewer than ten numbers all must pass, and five differ. A false alarm then has a chance of six in a million.
 *
 * Fewer than five different numbers, under a header that names a telephone or a company number, are no ground: every row of a list of
 * partners may have the one number of their organisation, and then chance decides once and not ten times.
 */
import { hasEightDigits, numbersIn, passesElevenTest } from './citizen-service-number.ts';
import { columnLetter } from './column-letter.ts';
import { findMeaningOfHeader, longestHeader } from './header-meaning.ts';
import { headersOf } from './header-row.ts';
import { plainWord } from './plain-word.ts';

export interface CitizenServiceNumberColumn {
  /** Its letter. */
  readonly column: string;
  readonly recognisedBy: 'header' | 'content';
}

type Rows = readonly (readonly string[])[];

const valuesAtLeast = 10;
const passingShare = 0.8;
const onEnd = 20;
const passingOnEnd = 18;
const differentAtLeast = 5;

/** Whether a header announces the number, whatever stands under it. */
export function isCitizenServiceNumberHeader(header: string): boolean {
  if (header.length > longestHeader || !mayAnnounce.test(header) || header.includes('@') || hasEightDigits(header))
    return false;
  const words = header.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  // 'Lijst zonder BSN' is what we like to see above a list.
  if (words.some((word) => /^(geen|zonder|niet|no|without)$/.test(word))) return false;
  const whole = plainWord(header);
  return (
    words.some((word) => /^(bsn|sofi)(nr|nummer|num|number|code|no)?s?\d?$/.test(word)) ||
    /burgerservice|citizenservicen|citizenservicenumber|sofin(r|ummer)|sociaalfiscaal(n|$)/.test(whole) ||
    /^bsn|bsn(nr|nummer)?\d?$/.test(whole)
  );
}

/** Letters of the words, with signs between them, so that few cells need a longer look. */
const mayAnnounce = /b\W?s\W?n|so\W?fi|burger|citizen|sociaal/i;

/** How many cells below the headers are looked at as if they could be one: a remark about the number may stand in every row. */
const looksBelow = 500;

/** The first column of a sheet that holds the number, or undefined. One pass over the cells. */
export function findCitizenServiceNumbers(rows: Rows): CitizenServiceNumberColumn | undefined {
  const headers = headersOf(rows);
  const columns: Tally[] = [];
  let looks = 0;
  for (const [at, row] of rows.entries())
    for (let index = 0; index < row.length; index += 1) {
      const cell = row[index]!;
      if (cell === '') continue;
      columns[index] ??= newTally(cell, at);
      const column = columns[index]!;
      if (column.firstRow < headers.row && at >= headers.row) column.firstRow = at;
      if (cell.length < 3) continue;
      if (mayAnnounce.test(cell)) {
        const byHeader = { column: columnLetter(index), recognisedBy: 'header' } as const;
        if (at <= headers.row && announcesBelow(cell, rows[at + 1]?.[index])) return byHeader;
        if (isCitizenServiceNumberHeader(cell)) {
          if (at <= headers.row || column.firstRow === at) return byHeader;
          if (looks < looksBelow && isHeaderAmongPeople(at, index, rows)) return byHeader;
          looks += 1;
        }
      }
      if (hasEightDigits(cell)) countNumbers(cell, column);
    }
  for (let index = 0; index < headers.groups.length; index += 1)
    if (isCitizenServiceNumberHeader(`${headers.groups[index] ?? ''}${headers.texts[index] ?? ''}`))
      return { column: columnLetter(index), recognisedBy: 'header' };
  const found = columns.findIndex(
    (column, index) => column !== undefined && isRefused(column, headers.texts[index] ?? column.first),
  );
  return found < 0 ? undefined : { column: columnLetter(found), recognisedBy: 'content' };
}

/** 'Burger' over 'servicenummer'. */
function announcesBelow(cell: string, below = ''): boolean {
  return isCitizenServiceNumberHeader(`${cell}${below}`);
}

/** A word for the number below the headers: it is one when others stand beside it, or the number itself under or beside it. */
function isHeaderAmongPeople(at: number, index: number, rows: Rows): boolean {
  const row = rows[at]!;
  const under = rows.slice(at + 1, at + 50).find((each) => (each[index] ?? '') !== '')?.[index] ?? '';
  const beside = row.slice(index + 1).find((other) => other !== '') ?? '';
  if ([under, beside].some((value) => hasEightDigits(value) && passingIn(value))) return true;
  return row.filter((other, column) => column !== index && findMeaningOfHeader(other) !== undefined).length >= 2;
}

function passingIn(value: string): boolean {
  for (const { digits } of numbersIn(value)) if (passesElevenTest(digits)) return true;
  return false;
}

interface Tally {
  readonly first: string;
  /** Of the first cell from the header row on. */
  firstRow: number;
  filled: number;
  passing: number;
  /** The last twenty numbers as bits, the newest lowest; and how many of them pass. */
  lately: number;
  latelyPassing: number;
  isDense: boolean;
  readonly different: Set<string>;
}

function newTally(first: string, firstRow: number): Tally {
  return { first, firstRow, filled: 0, passing: 0, lately: 0, latelyPassing: 0, isDense: false, different: new Set() };
}

/** Days and telephone numbers as most lists write them: no need to look for numbers in each. */
const commonOther =
  /^(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4}|06[ -]?[1-9]\d{7}|0\d{2}[ -]\d{7}|0\d{3}[ -]\d{6}|\+\d{11})$/;
const scientific = /^\d[.,]\d{6,}E\+?0?[78]$/i;

function countNumbers(cell: string, column: Tally): void {
  const plain = plainDigits(cell);
  if (plain !== undefined) {
    if (plain !== '') count(plain, column);
    return;
  }
  if (commonOther.test(cell)) return;
  // 1.11222333E8: how a spreadsheet writes a number that does not fit its column.
  const text = scientific.test(cell) ? String(Math.round(Number(cell.replace(',', '.')))) : cell;
  for (const { digits } of numbersIn(text)) count(digits, column);
}

/** The number of a cell of nothing but digits, '' when they are none; undefined for another cell. */
function plainDigits(cell: string): string | undefined {
  const { length } = cell;
  for (let i = 0; i < length; i += 1) {
    const code = cell.charCodeAt(i);
    if (code < 48 || code > 57) return undefined;
  }
  if (length !== 8 && length !== 9) return '';
  return length === 8 && isCompactDay(cell) ? '' : cell;
}

/** 19570312: how the population register writes a day. */
function isCompactDay(digits: string): boolean {
  return /^(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(digits);
}

function count(digits: string, column: Tally): void {
  const passes = passesElevenTest(digits);
  column.filled += 1;
  if (passes) column.passing += 1;
  if (passes && column.different.size < differentAtLeast) column.different.add(digits);
  column.latelyPassing += Number(passes) - ((column.lately >>> (onEnd - 1)) & 1);
  column.lately = ((column.lately << 1) | Number(passes)) & ((1 << onEnd) - 1);
  if (column.filled >= onEnd && column.latelyPassing >= passingOnEnd) column.isDense = true;
}

const otherNumberHeader =
  /^(kvk|kamervankoophandel|telefoon|tel|mobiel|phone|fax|vestiging|handelsregister|companyn|chamberofcommerce)/;

function isRefused(column: Tally, header: string): boolean {
  if (column.filled < valuesAtLeast)
    return column.passing === column.filled && column.different.size >= differentAtLeast;
  const isShare = column.passing >= passingShare * column.filled;
  if (!isShare && !column.isDense) return false;
  return column.different.size >= differentAtLeast || !otherNumberHeader.test(plainWord(header));
}
