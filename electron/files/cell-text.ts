/**
 * Cells of any workbook as text: numbers as they would be typed, days as 'YYYY-MM-DD'.
 *
 * What could not be computed stays visible. '#REF!' and the like are no name, day or yes to any reader further on, so that such a cell is
 * told as unreadable instead of passing for an empty one, which may mean something ('no objection'). '#N/A' is what looking something up
 * comes to where there is nothing.
 */

/** For a formula that was never computed: the last value is all that is read, nothing is computed here. */
export const notComputed = '#VALUE!';

/** The errors by the number that files of before 2007 have for them. */
export const errorOfCode: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
]);

/** How a number is shown, as far as its text depends on it: a number of days, or a width up to which zeros stand before it. */
export type NumberShown = 'plain' | 'day' | number;

const longestFormat = 255;

/** Reads a number format as spreadsheets store it, in English words: 'dd-mm-yyyy', '000000', '[$-413]d mmmm yyyy;@'. */
export function numberShown(format: string): NumberShown {
  // No program writes a longer one; to look for brackets in it could take long.
  if (format.length > longestFormat) return 'plain';
  // '000000' shows the zeros before a client number that the number itself has lost.
  if (/^0{2,15}$/.test(format)) return format.length;
  if (/^(general|standaard|standard)$/i.test(format)) return 'plain';
  const [bare = ''] = format
    .replaceAll(/"[^"]*"|\\.|[_*]./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';');
  return /[dmyhs]/i.test(bare) ? 'day' : 'plain';
}

/** Formats that every spreadsheet program has by number; the others stand in the file. */
export function builtInShown(id: number): NumberShown {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    ? 'day'
    : 'plain';
}

/** A number as text, with the format of its cell. */
export function textOfNumber(value: number, shown: NumberShown, counts1904: boolean): string {
  if (shown === 'day') return dayOf(value, counts1904) ?? numberText(value);
  if (shown !== 'plain' && Number.isInteger(value) && value >= 0) return String(value).padStart(shown, '0');
  return numberText(value);
}

/** Up to the fifteen digits that a spreadsheet keeps: 0.1 + 0.2 is '0.3'. */
export function numberText(value: number): string {
  return Number.isNaN(value) ? '#NUM!' : String(Number(value.toPrecision(15)) + 0);
}

const dayMs = 86_400_000;

/**
 * 'YYYY-MM-DD' of a date cell; its time is left out. Spreadsheets count days from 1 January 1904 or from 1 January 1900; the latter count
 * a 29 February 1900 that never was (number 60), so from March on they are one ahead. Undefined outside the years 1900-9999.
 */
export function dayOf(serial: number, counts1904: boolean): string | undefined {
  const whole = Math.floor(serial);
  if (whole < (counts1904 ? 0 : 1) || (!counts1904 && whole === 60)) return undefined;
  const start = counts1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  const at = new Date(start + whole * dayMs);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 ? undefined : at.toISOString().slice(0, 10);
}
