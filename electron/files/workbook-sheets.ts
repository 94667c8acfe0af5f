/** The sheets of an .xlsx workbook as trimmed texts. Formulas are not computed, links not followed, macros never run. */
import { type CellObject, read, SSF, type WorkSheet } from 'xlsx';

export interface SheetRead {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
}

/** Reads one row more than `rowsAtMost` of each sheet, so that a caller sees that there are too many. */
export function readSheets(bytes: Uint8Array, rowsAtMost: number): readonly SheetRead[] {
  const book = read(bytes, {
    type: 'array',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellNF: true,
    sheetRows: rowsAtMost + 1,
  });
  const counts1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, index) => ({
    name,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: rowsOf(book.Sheets[name], counts1904),
  }));
}

function rowsOf(sheet: WorkSheet | undefined, counts1904: boolean): readonly (readonly string[])[] {
  const data = (sheet as { '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[] } | undefined)?.[
    '!data'
  ];
  // Rows and cells without content are holes.
  return Array.from(data ?? [], (cells) => Array.from(cells ?? [], (cell) => (cell ? textOf(cell, counts1904) : '')));
}

function textOf(cell: CellObject, counts1904: boolean): string {
  const { t: kind, v: value, z: format } = cell;
  if (kind === 's') return String(value ?? '').trim();
  if (kind === 'b') return value === true ? 'TRUE' : 'FALSE';
  if (kind !== 'n' || typeof value !== 'number') return '';
  if (typeof format === 'string') {
    if (SSF.is_date(format)) return dayOf(value, counts1904) ?? numberText(value);
    // '000000' shows the zeros before a client number that the number itself has lost.
    if (/^0+$/.test(format) && Number.isInteger(value) && value >= 0) return String(value).padStart(format.length, '0');
  }
  return numberText(value);
}

/** Up to the fifteen digits that a spreadsheet keeps: 0.1 + 0.2 is '0.3'. */
function numberText(value: number): string {
  return String(Number(value.toPrecision(15)));
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
