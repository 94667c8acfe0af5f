/**
 * Finds the citizen service number (burgerservicenummer) in a file, so that the file can be refused: UAVG art. 46 leaves its use to bodies
 * that a law names, and a one-off study has no such law. All columns are looked at, also those that would not be read.
 *
 * A column is recognised by its header, or by its content: at least ten values of 8 or 9 digits of which at least 80 % pass the
 * eleven-test. 9.1 % of arbitrary numbers pass it, so a false alarm over ten has a chance below one in a million.
 */
import { findDay } from '../calendar.ts';
import { columnLetter } from './column-letter.ts';
import { findHeaderRow } from './column-map.ts';
import { longestHeader } from './field-words.ts';
import { plainWord } from './plain-word.ts';

export interface CitizenServiceNumberColumn {
  /** Its letter. */
  readonly column: string;
  readonly recognisedBy: 'header' | 'content';
}

const valuesAtLeast = 10;
const passingShare = 0.8;

/** Whether 8 or 9 digits pass 9a+8b+7c+6d+5e+4f+3g+2h-1i = 0 (mod 11); eight get a 0 before them, and all zeros never pass. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const nine = digits.padStart(9, '0');
  let sum = -Number(nine[8]);
  for (let i = 0; i < 8; i += 1) sum += (9 - i) * Number(nine[i]);
  return sum % 11 === 0;
}

/** Whether a header announces the number, whatever stands under it. */
export function isCitizenServiceNumberHeader(header: string): boolean {
  if (header.length > longestHeader || header.includes('@')) return false;
  const words = header.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const whole = plainWord(header);
  return (
    words.some((word) => /^(bsn|sofi)(nr|nummer|num|number|code)?s?$/.test(word)) ||
    /burgerservice|citizenservicenumber|sofin(r|ummer)/.test(whole) ||
    /^bsn|bsn(nr|nummer)?$/.test(whole)
  );
}

/** The first column of a sheet that holds the number, or undefined. Headers are looked for above and in the header row. */
export function findCitizenServiceNumbers(
  rows: readonly (readonly string[])[],
): CitizenServiceNumberColumn | undefined {
  return findByHeader(rows) ?? findByContent(rows);
}

function findByHeader(rows: readonly (readonly string[])[]): CitizenServiceNumberColumn | undefined {
  const seen = new Set<number>();
  const headerRow = findHeaderRow(rows) ?? -1;
  for (const [at, row] of rows.entries())
    for (const [index, cell] of row.entries()) {
      if (cell === '' || (at > headerRow && seen.has(index))) continue;
      seen.add(index);
      if (isCitizenServiceNumberHeader(cell)) return { column: columnLetter(index), recognisedBy: 'header' };
    }
  return undefined;
}

function findByContent(rows: readonly (readonly string[])[]): CitizenServiceNumberColumn | undefined {
  const filled: number[] = [];
  const passing: number[] = [];
  for (const row of rows)
    for (const [index, cell] of row.entries()) {
      const digits = findNumber(cell);
      if (digits === undefined) continue;
      filled[index] = (filled[index] ?? 0) + 1;
      if (passesElevenTest(digits)) passing[index] = (passing[index] ?? 0) + 1;
    }
  const found = filled.findIndex(
    (count, index) => count >= valuesAtLeast && (passing[index] ?? 0) >= passingShare * count,
  );
  return found < 0 ? undefined : { column: columnLetter(found), recognisedBy: 'content' };
}

/**
 * The 8 or 9 digits of a cell that holds such a number, also when written as 1234.56.789 or 123 456 789. Not a date: a column with one
 * and the same date (20260105) would else be taken for the number once in eleven times.
 */
function findNumber(cell: string): string | undefined {
  if (cell.length < 8 || cell.length > 14 || !/^\d[\d .-]*\d$/.test(cell)) return undefined;
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(cell) || /^\d{1,2}[-. ]\d{1,2}[-. ]\d{4}$/.test(cell)) return undefined;
  const digits = cell.replaceAll(/[ .-]/g, '');
  if (digits.length !== 8 && digits.length !== 9) return undefined;
  return isCompactDay(digits) ? undefined : digits;
}

/** 19570312: how the population register writes a day. */
function isCompactDay(digits: string): boolean {
  if (!/^(19|20)\d{6}$/.test(digits)) return false;
  return findDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`) !== undefined;
}
