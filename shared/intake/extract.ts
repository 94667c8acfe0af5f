/**
 * What leaves the reader process of an extract: the values of the allowed columns by field, and nothing of the other columns. The sheets
 * go in whole, because a citizen service number must be found wherever it stands.
 */
import type { Day } from '../calendar.ts';
import { type ContactField, contactFields } from '../study/contact-data.ts';
import type { SpecialCategory } from '../study/special-category.ts';
import { type CitizenServiceNumberColumn, findCitizenServiceNumbers } from './citizen-service-number.ts';
import { type ColumnMap, type ColumnMatch, type ColumnMeaning, columnMatches, findHeaderRow } from './column-map.ts';
import { isObjectionHeader } from './field-words.ts';
import { objectionOfAnswer } from './read-consent.ts';

/** A sheet as text; rows[0] is row 1, cells are trimmed. */
export interface Sheet {
  /** '' for a text file. */
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
  /** Numbers of rows, from 1, and indexes of columns, from 0, that the spreadsheet does not show. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  /** Days are counted from 1 January 1904. */
  readonly counts1904?: boolean;
}

/** The filled cells of one person, by field; not yet judged. */
export type RowValues = Readonly<Partial<Record<ContactField, string>>>;

export interface ExtractRow {
  /** Counts from 1, as a spreadsheet shows it. */
  readonly row: number;
  readonly values: RowValues;
}

export interface Extract {
  readonly columns: readonly ColumnMatch[];
  readonly rows: readonly ExtractRow[];
  /** The sheet that was read; counts from 1, hidden ones included. */
  readonly sheet: number;
  /** All sheets with content; a name is left out where it may be a person's data. */
  readonly sheets: readonly {
    readonly sheet: number;
    readonly name?: string;
    readonly hidden: boolean;
    readonly rows: number;
  }[];
  /** Counts from 1; absent when the list has none. */
  readonly headerRow?: number;
  readonly hiddenRows: number;
  /** Cells in which a number that could be a citizen service number was masked, by row. */
  readonly masked: readonly { readonly row: number; readonly field: ContactField }[];
}

export interface ExtractAsk {
  /** The fields that the agreement allows. */
  readonly allowed: readonly ContactField[];
  /** Special categories that may stand in the file. */
  readonly specialCategories?: readonly SpecialCategory[];
  /** What a person decided. */
  readonly map?: ColumnMap;
  /** What was decided for this client before: the keyed hash of a header as `hashOfHeader` makes it -> what it became. */
  readonly remembered?: Readonly<Record<string, ColumnMeaning | 'not-read'>>;
  /** For ages. */
  readonly today: Day;
  /** Counts from 1, hidden ones included; absent: the first one that is shown and has content. */
  readonly sheet?: number;
}

export type ExtractFound =
  | { readonly kind: 'extract'; readonly extract: Extract }
  | {
      readonly kind: 'citizen-service-number';
      /** Counts from 1, hidden sheets included. */
      readonly sheet: number;
      readonly found: CitizenServiceNumberColumn;
    }
  | {
      /** A column of a special category that the agreement does not list. */
      readonly kind: 'special-category';
      readonly sheet: number;
      readonly column: string;
      readonly category: SpecialCategory;
    }
  | { readonly kind: 'empty' };

/** Takes the extract out of the first visible sheet with content; `empty` when no sheet holds a header row with rows under it. */
export function findExtract(sheets: readonly Sheet[], ask: ExtractAsk): ExtractFound {
  for (const [index, sheet] of sheets.entries()) {
    const found = findCitizenServiceNumbers(sheet.rows);
    if (found) return { kind: 'citizen-service-number', sheet: index + 1, found };
  }
  const filled = sheets.filter((sheet) => !sheet.hidden && sheet.rows.some(hasContent));
  const sheet = filled[0];
  const headerRow = sheet && findHeaderRow(sheet.rows);
  if (sheet === undefined || headerRow === undefined) return { kind: 'empty' };
  const headers = sheet.rows[headerRow]!;
  const below = sheet.rows.slice(headerRow + 1);
  if (!below.some(hasContent)) return { kind: 'empty' };
  const columns = columnMatches(headers, widthOf(below), ask.allowed, ask.map);
  const rows = below.flatMap((cells, index) =>
    hasContent(cells) ? [{ row: headerRow + index + 2, values: valuesOf(cells, columns) }] : [],
  );
  const seen = sheets.flatMap(({ hidden, rows: all }, index) =>
    all.some(hasContent) ? [{ sheet: index + 1, hidden, rows: all.filter(hasContent).length }] : [],
  );
  const nr = sheets.indexOf(sheet) + 1;
  return {
    kind: 'extract',
    extract: { columns, rows, sheet: nr, sheets: seen, headerRow: headerRow + 1, hiddenRows: 0, masked: [] },
  };
}

function valuesOf(cells: readonly string[], columns: readonly ColumnMatch[]): RowValues {
  const values: Partial<Record<ContactField, string>> = {};
  for (const [index, { becomes, header }] of columns.entries()) {
    if (!isField(becomes)) continue;
    const cell = cells[index] ?? '';
    const text = becomes === 'consent' && header && isObjectionHeader(header) ? objectionOfAnswer(cell) : cell;
    if (text === '') continue;
    // Only a house number has more than one column: its letter and addition follow.
    values[becomes] = values[becomes] === undefined ? text : `${values[becomes]} ${text}`;
  }
  return values;
}

const isField = (becomes: ColumnMatch['becomes']): becomes is ContactField =>
  (contactFields as readonly string[]).includes(becomes);

function hasContent(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '');
}

function widthOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0);
}
