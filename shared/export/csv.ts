/**
 * Rows as CSV (RFC 4180) for a spreadsheet program in Dutch: semicolons, decimal commas, UTF-8 with a byte order mark. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */

/** A number is written as a number, whatever its sign; a text is guarded; null is an empty cell. */
export type CsvCell = string | number | null;

export interface CsvForm {
  readonly separator?: ';' | ',' | '\t';
  readonly decimal?: ',' | '.';
  /** Begin with U+FEFF, by which Excel knows UTF-8. */
  readonly byteOrderMark?: boolean;
}

// spaces before it do not stop every program from calculating; full-width signs are taken for ordinary ones
const formulaStart = /^[\s\0]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;
/** Any of the separators in use, so that no part of a text becomes a cell where another one is expected. */
const needsQuotes = /[;,\t"\r\n]/;

function cellText(cell: CsvCell, decimal: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError('not a finite number');
    return String(cell).replace('.', decimal);
  }
  return formulaStart.test(cell) ? `'${cell}` : cell;
}

/** The rows as one text, lines ended by CR LF. RangeError when a number is not finite. */
export function csvText(
  rows: readonly (readonly CsvCell[])[],
  { separator = ';', decimal = ',', byteOrderMark = true }: CsvForm = {},
): string {
  const line = (row: readonly CsvCell[]) =>
    row
      .map((cell) => {
        const text = cellText(cell, decimal);
        // a decimal comma needs quotes only where the comma separates
        const quoted = typeof cell === 'number' ? text.includes(separator) : needsQuotes.test(text);
        return quoted ? `"${text.replaceAll('"', '""')}"` : text;
      })
      .join(separator);
  return (byteOrderMark ? '\uFEFF' : '') + rows.map((row) => `${line(row)}\r\n`).join('');
}
