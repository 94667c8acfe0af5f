/** Rows of a text file with separated values, as spreadsheet programs of any language write them. */
import { CsvError, parse } from 'csv-parse/sync';

/** `row` counts from 1: the row that could not be read, with an unclosed quote for one. */
export type CsvRead =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'unreadable'; readonly row: number };

const separators = [';', '\t', ','] as const;
const linesLookedAt = 20;

/** Reads at most `rowsAtMost` rows; an empty line is a row without content, so that row numbers are those of a spreadsheet. */
export function readCsv(text: string, rowsAtMost: number): CsvRead {
  // Excel writes and obeys a first line 'sep=;', and does not show it as a row.
  const [announcement, announced] = /^sep=([;,\t])\r?\n/i.exec(text) ?? [];
  const body = announcement === undefined ? text : text.slice(announcement.length);
  try {
    const rows: string[][] = parse(body, {
      delimiter: announced ?? likelySeparator(body),
      relax_column_count: true,
      relax_quotes: true,
      trim: false,
      to: rowsAtMost,
    });
    return { kind: 'rows', rows: rows.map((row) => row.map((cell) => cell.trim())) };
  } catch (error) {
    if (error instanceof CsvError) return { kind: 'unreadable', row: Number(error.records ?? 0) + 1 };
    throw error;
  }
}

/** The separator that divides the first lines most evenly, quoted text left out; a tie goes to the one that divides into more. */
export function likelySeparator(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLookedAt);
  const scores = separators.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const header = counts[0] ?? 0;
    const even = header === 0 ? 0 : counts.filter((count) => count === header).length;
    return { separator, even, header };
  });
  return scores.reduce((best, score) =>
    score.even > best.even || (score.even === best.even && score.header > best.header) ? score : best,
  ).separator;
}
