/** Rows of a text file with separated values, as spreadsheet programs of any language write them. */
import { fileLimits } from './file-limits.ts';
import { longestCell, TooLarge } from './sheet-rows.ts';

/** `row` counts from 1: the row that could not be read: with an unclosed quote, or a cell longer than any program keeps. */
export type CsvRead =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'unreadable'; readonly row: number };

const separators = [';', '\t', ','] as const;
const linesLookedAt = 20;

/**
 * An empty line is a row without content, so that row numbers are those of a spreadsheet. Throws TooLarge for content beyond the last row
 * or column that a file may have; what is empty there is left out.
 *
 * A quote counts only where a cell begins: 'Jan "Jo" Proef' and '5" pijp' stand as they are. A quoted cell after whose last quote more
 * text comes stands as it is too, unless it went over several lines: then nobody can tell which cells belong to which row.
 */
export function readCsv(text: string): CsvRead {
  // Excel writes and obeys a first line 'sep=;', and does not show it as a row.
  const [announcement, announced] = /^"?sep=([;,\t])"?(?:\r\n|\r|\n)/i.exec(text) ?? [];
  const body = announcement === undefined ? text : text.slice(announcement.length);
  return divided(body, announced ?? likelySeparator(body));
}

const codes = { quote: 0x22, lineFeed: 0x0a, carriageReturn: 0x0d } as const;

function divided(text: string, separator: string): CsvRead {
  const rows: string[][] = [];
  const by = separator.charCodeAt(0);
  const end = text.length;
  let row: string[] = [];
  let at = 0;
  while (at < end) {
    let cell: string;
    let from = at;
    if (text.charCodeAt(at) === codes.quote) {
      const close = closingQuote(text, at);
      if (close === undefined) return { kind: 'unreadable', row: rows.length + 1 };
      const after = text.charCodeAt(close + 1);
      const isWhole = close + 1 >= end || after === by || after === codes.lineFeed || after === codes.carriageReturn;
      const inside = text.slice(at + 1, close);
      if (isWhole) {
        cell = inside.includes('"') ? inside.replaceAll('""', '"') : inside;
        at = close + 1;
        from = -1;
      } else if (/[\r\n]/.test(inside)) return { kind: 'unreadable', row: rows.length + 1 };
    }
    if (from >= 0) {
      for (; at < end; at += 1) {
        const code = text.charCodeAt(at);
        if (code === by || code === codes.lineFeed || code === codes.carriageReturn) break;
      }
      cell = text.slice(from, at);
    }
    if (cell!.length > longestCell) return { kind: 'unreadable', row: rows.length + 1 };
    const trimmed = cell!.trim();
    if (row.length < fileLimits.columns) row.push(trimmed);
    else if (trimmed !== '') throw new TooLarge('cells');
    const next = text.charCodeAt(at);
    at += 1;
    if (next === by && at < end) continue;
    if (next === by && row.length < fileLimits.columns) row.push('');
    if (next === codes.carriageReturn && text.charCodeAt(at) === codes.lineFeed) at += 1;
    if (rows.length < fileLimits.rows) rows.push(row);
    // Empty lines after the last one that there may be do no harm.
    else if (row.some((each) => each !== '')) throw new TooLarge('cells');
    row = [];
  }
  return { kind: 'rows', rows };
}

/** Place of the quote that ends the cell whose first quote stands at `from`; two of them are one that belongs to the text. */
function closingQuote(text: string, from: number): number | undefined {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return undefined;
    if (text.charCodeAt(at + 1) !== codes.quote) return at;
  }
}

/** The separator that divides the first lines most evenly, quoted text left out; a tie goes to the one that divides into more. */
export function likelySeparator(text: string): string {
  const lines = text
    .slice(0, 200_000)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|\r|\n/)
    // Of a line in which everything was quoted only its separators are left: tabs are no empty line.
    .filter((line) => /[^ ]/.test(line))
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
