/**
 * What leaves the reader process of an extract: the values of the allowed columns by field, and nothing of the other columns. The sheets
 * go in whole, because a citizen service number must be found wherever it stands.
 */
import type { ContactField } from '../study/contact-data.ts';
import { type CitizenServiceNumberColumn, findCitizenServiceNumbers } from './citizen-service-number.ts';
import { type ColumnMap, type ColumnMatch, columnMatches, findHeaderRow } from './column-map.ts';
import { isObjectionHeader } from './field-words.ts';
import { objectionOfAnswer } from './read-consent.ts';

/** A sheet as text; rows[0] is row 1, cells are trimmed. */
export interface Sheet {
  readonly hidden: boolean;
  readonly rows: readonly (readonly string[])[];
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
  /** Other visible sheets with content: only the first one is read. */
  readonly sheetsNotRead: number;
}

export interface ExtractAsk {
  /** The fields that the agreement allows. */
  readonly allowed: readonly ContactField[];
  readonly map?: ColumnMap;
}

export type ExtractFound =
  | { readonly kind: 'extract'; readonly extract: Extract }
  | {
      readonly kind: 'citizen-service-number';
      /** Counts from 1, hidden sheets included. */
      readonly sheet: number;
      readonly found: CitizenServiceNumberColumn;
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
  return { kind: 'extract', extract: { columns, rows, sheetsNotRead: filled.length - 1 } };
}

function valuesOf(cells: readonly string[], columns: readonly ColumnMatch[]): RowValues {
  const values: Partial<Record<ContactField, string>> = {};
  for (const [index, { becomes, header }] of columns.entries()) {
    if (becomes === 'not-allowed' || becomes === 'not-recognised') continue;
    const cell = cells[index] ?? '';
    const text = becomes === 'consent' && header && isObjectionHeader(header) ? objectionOfAnswer(cell) : cell;
    if (text === '') continue;
    // Only a house number has more than one column: its letter and addition follow.
    values[becomes] = values[becomes] === undefined ? text : `${values[becomes]} ${text}`;
  }
  return values;
}

function hasContent(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '');
}

function widthOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((width, row) => Math.max(width, row.length), 0);
}
