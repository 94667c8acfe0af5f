/** A table as a workbook (.xlsx). Every cell has a type: a text stays a text, whatever it begins with, so nothing in it is ever computed. */
import { type CellObject, utils, type WorkSheet, write } from 'xlsx';

/** One sheet of that name with these rows; null is an empty cell. */
export function workbookBytes(name: string, rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const sheet: WorkSheet = {};
  for (const [r, row] of rows.entries())
    for (const [c, value] of row.entries()) if (value !== null) sheet[utils.encode_cell({ r, c })] = cellOf(value);
  const width = Math.max(1, ...rows.map((row) => row.length));
  sheet['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: width - 1 } });
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }));
}

function cellOf(value: string | number): CellObject {
  return typeof value === 'number' ? { t: 'n', v: value } : { t: 's', v: value };
}
