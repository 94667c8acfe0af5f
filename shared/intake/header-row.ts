/**
 * Where the headers of a list stand: under titles, over two rows, nowhere. A row that may be a person is never taken for one of headers:
 * nobody is lost as a header; a list whose headers cannot be told is read as one without.
 */
import type { MeaningOfHeader } from './field-words.ts';
import { findMeaningOfHeader, findMeaningUnder, longestHeader } from './header-meaning.ts';
import { plainWord } from './plain-word.ts';

type Row = readonly string[];
type Rows = readonly Row[];

/** How far down a header row is looked for, and how far below it is compared. */
const within = 20;
const comparedRows = 50;

export interface Headers {
  /** Index of the last row of headers; -1 when there is none. */
  readonly row: number;
  /** By column; '' for none. */
  readonly texts: readonly string[];
  /** By column, the header that stands over it and its neighbours; '' for none. */
  readonly groups: readonly string[];
}

/** Words that stand in cells as often as in headers. */
const alsoValues = new Set(
  'email mail telefoon tel telefonisch mobiel phone post overleden deceased bezwaar toestemming akkoord objection optin optout team wijk stad land gebied mentor curator voogd bewindvoerder curatele guardian afgesloten titel'.split(
    ' ',
  ),
);

export function headersOf(rows: Rows): Headers {
  const row = findFirstHeaderRow(rows);
  if (row === undefined) return { row: -1, texts: [], groups: [] };
  const below = rows[row + 1] ?? [];
  if (isSecondHeaderRow(rows[row]!, below, rows, row)) {
    const groups = spread(rows[row]!, below.length);
    return {
      row: row + 1,
      texts: below,
      groups: groups.map((group, at) => (below[at] ? group : (rows[row]![at] ?? ''))),
    };
  }
  return { row, texts: rows[row]!, groups: groupsAbove(rows, row) };
}

/** What a column of these headers means. */
export function findMeaningAt({ texts, groups }: Headers, index: number): MeaningOfHeader | undefined {
  return findMeaningUnder(groups[index] ?? '', texts[index] ?? '');
}

/** Index of the (last) header row, or undefined when there is none. */
export function findHeaderRow(rows: Rows): number | undefined {
  const { row } = headersOf(rows);
  return row < 0 ? undefined : row;
}

/** Whether a row says the headers again, as a list does that was printed in pages. */
export function repeatsHeaders(cells: Row, { texts }: Headers): boolean {
  let filled = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell === '') continue;
    const header = texts[index] ?? '';
    if (cell.length !== header.length || (cell !== header && cell.toLowerCase() !== header.toLowerCase())) return false;
    filled += 1;
  }
  return filled >= Math.min(2, filledIn(texts)) && filled > 0;
}

/** Whether a row above the headers is a person, not a title: as wide as the list, with numbers or addresses in it. */
export function isPersonAbove(cells: Row, { texts }: Headers): boolean {
  const filled = filledIn(cells);
  return filled >= 3 && filled >= filledIn(texts) / 2 && cells.some(isData);
}

function findFirstHeaderRow(rows: Rows): number | undefined {
  const sure = rows.slice(0, within).findIndex((row, at) => {
    const known = knownIn(row, rows, at);
    if (known < 2 || known <= row.filter(isData).length) return false;
    // Beside a value, only words that are headers and nothing else count.
    return !row.some(isValue) || row.filter(isOnlyHeader).length >= 2;
  });
  if (sure >= 0) return sure;
  const first = rows.findIndex((row) => filledIn(row) >= 2);
  if (first >= 0) return isLikelyHeaderRow(rows, first) ? first : undefined;
  const only = rows.findIndex((row) => filledIn(row) === 1);
  return only >= 0 && knownIn(rows[only]!, rows, only) === 1 ? only : undefined;
}

/** Without two known headers: words only, over columns of numbers, days or addresses; or with one known header. */
function isLikelyHeaderRow(rows: Rows, at: number): boolean {
  const row = rows[at]!;
  if (!row.every((cell) => cell === '' || isWords(cell))) return false;
  if (knownIn(row, rows, at) >= 1) return true;
  const below = rows.slice(at + 1, at + 1 + comparedRows);
  return row.some((cell, index) => {
    if (cell === '') return false;
    const filled = below.filter((each) => (each[index] ?? '') !== '');
    return filled.length > 0 && filled.filter((each) => isData(each[index]!)).length >= 0.6 * filled.length;
  });
}

/** Cells with a known header in them; a word that stands in the column again is a value. */
function knownIn(row: Row, rows: Rows, at: number): number {
  return row.filter((cell, index) => {
    if (cell === '' || cell.length > longestHeader || findMeaningOfHeader(cell) === undefined) return false;
    if (!alsoValues.has(plainWord(cell))) return true;
    return !rows.slice(0, at + 1 + comparedRows).some((other, nr) => nr !== at && other[index] === cell);
  }).length;
}

function isOnlyHeader(cell: string): boolean {
  return findMeaningOfHeader(cell) !== undefined && !alsoValues.has(plainWord(cell));
}

/** Headers go on in the row below where that row has some under empty cells, and no cell that may be a value. */
function isSecondHeaderRow(upper: Row, lower: Row, rows: Rows, at: number): boolean {
  if (!lower.some((cell, index) => cell !== '' && (upper[index] ?? '') === '')) return false;
  if (!lower.every((cell) => cell === '' || isWords(cell))) return false;
  const groups = spread(upper, lower.length);
  const known = lower.filter(
    (cell, index) =>
      cell !== '' && !alsoValues.has(plainWord(cell)) && findMeaningUnder(groups[index] ?? '', cell) !== undefined,
  ).length;
  return known >= 2 && knownIn(lower, rows, at + 1) >= 1;
}

/** The headers over several columns in the row above: at least two, or one that does not begin at the left, as a title does. */
function groupsAbove(rows: Rows, row: number): readonly string[] {
  const above = rows[row - 1];
  const headers = rows[row]!;
  if (above === undefined || !above.every((cell) => cell === '' || isWords(cell))) return [];
  const first = headers.findIndex((cell) => cell !== '');
  const filled = above.flatMap((cell, index) => (cell === '' ? [] : [index]));
  if (filled.length === 0 || (filled.length === 1 && filled[0]! <= first)) return [];
  return spread(above, headers.length);
}

/** Every cell goes on to the right as far as the next one: only the first of merged cells has the text. */
function spread(row: Row, width: number): readonly string[] {
  let last = '';
  return Array.from({ length: Math.max(width, row.length) }, (_, index) => {
    last = row[index] || last;
    return last;
  });
}

function filledIn(row: Row): number {
  return row.reduce((count, cell) => (cell === '' ? count : count + 1), 0);
}

/** Words without an address or a number of more than two digits, as headers are. */
function isWords(text: string): boolean {
  return text.length <= longestHeader && !isData(text);
}

/** Surely no header: an e-mail address, a telephone number, a day, a postcode with its letters. */
function isValue(text: string): boolean {
  return /\S@\S/.test(text) || /(\d\D{0,2}){6}/.test(text) || /^\d{4}\s?[A-Z]{2}$/i.test(text);
}

/** A value rather than a header: an e-mail address, a number, a day, a postcode. */
export function isData(text: string): boolean {
  return text.includes('@') || /\d\D?\d\D?\d/.test(text) || /^[\d\s.,:/+-]+$/.test(text);
}
