/** Writing spreadsheets that are the same bytes on every run: no clock and no time zone, neither in the cells nor in the file. */
import { type CellObject, CFB, utils, type WorkSheet, write } from 'xlsx';
import type { Day } from '../../shared/calendar.ts';
import { zip } from './zip.ts';

/** A text, a number, a day as a real date cell, or nothing. */
export type Cell = string | number | { readonly day: Day } | undefined;

/** A workbook (.xlsx) with these sheets, each a list of rows. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, sheet(rows), name);
  const stored = write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true });
  return zip(partsOf(stored));
}

/** The parts of a spreadsheet file by path, the list of contents first; without folders and the library's own mark, '\x01Sh33tJ5'. */
function partsOf(stored: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const { FullPaths, FileIndex } = CFB.read(stored, { type: 'buffer' }) as {
    readonly FullPaths: readonly string[];
    readonly FileIndex: readonly { readonly content?: Uint8Array }[];
  };
  const parts = FullPaths.flatMap((fullPath, at): [string, Uint8Array][] => {
    const content = FileIndex[at]?.content;
    const path = fullPath.replace('Root Entry/', '');
    return content === undefined || content.length === 0 || path.startsWith('\x01') ? [] : [[path, content]];
  });
  return new Map(parts.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

function sheet(rows: readonly (readonly Cell[])[]): WorkSheet {
  const cells: Record<string, CellObject> = {};
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      const cell = cellObject(value);
      if (cell !== undefined) cells[utils.encode_cell({ r, c })] = cell;
    });
  });
  const width = Math.max(1, ...rows.map((row) => row.length));
  return {
    ...cells,
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: width - 1 } }),
  };
}

function cellObject(value: Cell): CellObject | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') return { t: 's', v: value };
  if (typeof value === 'number') return { t: 'n', v: value };
  return { t: 'n', v: spreadsheetDay(value.day), z: 'dd-mm-yyyy' };
}

/** Days since 30 December 1899: how a spreadsheet counts days after February 1900. */
function spreadsheetDay(of: Day): number {
  return (Date.parse(`${of}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
