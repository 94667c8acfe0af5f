/**
 * What leaves the reader process of an extract: the values of the allowed columns by field, and nothing of the other columns. The sheets
 * go in whole, because a citizen service number must be found wherever it stands.
 */
import type { Day } from '../calendar.ts';
import type { ContactField } from '../study/contact-data.ts';
import type { SpecialCategory } from '../study/special-category.ts';
import { type CitizenServiceNumberColumn, findCitizenServiceNumbers } from './citizen-service-number-column.ts';
import { habitsOf, noHabits } from './column-habits.ts';
import { columnLetter } from './column-letter.ts';
import { type ColumnMap, type ColumnMatch, type ColumnRead, columnsRead } from './column-map.ts';
import { type ColumnMeaning, fieldsOf } from './column-meaning.ts';
import { findMeaningAt, type Headers, headersOf, isPersonAbove, repeatsHeaders } from './header-row.ts';
import { looksLike } from './looks-like.ts';
import { mayTellNo } from './may-tell-no.ts';
import { unreadable } from './read-column.ts';
import { type RowValues, rowReader } from './row-values.ts';
import { findPlainSheetName } from './sheet-name.ts';
import { findSpecialCategory } from './special-headers.ts';

export type { RowValues } from './row-values.ts';

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
  /** What was decided for this client before: the header as `plainWord` makes it -> what it became. */
  readonly remembered?: Readonly<Record<string, ColumnMeaning | 'not-read'>>;
  /** For ages. */
  readonly today: Day;
  /** Counts from 1, hidden ones included; absent: the first one that is shown and has a known header, else the first with content. */
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
  /** There is no sheet of the number that was asked for. */
  | { readonly kind: 'sheet-unknown'; readonly sheet: number }
  | { readonly kind: 'empty' };

/**
 * Takes the extract out of a sheet: the one that was asked for, else the first that is shown and looks like a list. `empty` when it holds no rows
 * under its headers. Citizen service numbers and special categories are looked for on all sheets.
 */
export function findExtract(sheets: readonly Sheet[], ask: ExtractAsk): ExtractFound {
  for (const [index, sheet] of sheets.entries()) {
    const found = findCitizenServiceNumbers(sheet.rows);
    if (found) return { kind: 'citizen-service-number', sheet: index + 1, found };
  }
  const headers = sheets.map(({ rows }) => headersOf(rows));
  for (const [index, sheet] of sheets.entries()) {
    const found = findSpecialColumn(sheet, headers[index]!, ask.specialCategories ?? []);
    if (found) return { kind: 'special-category', sheet: index + 1, ...found };
  }
  const filledRows = sheets.map(({ rows }) => rows.reduce((count, row) => count + Number(hasContent(row)), 0));
  const at = ask.sheet === undefined ? findList(sheets, headers, filledRows) : ask.sheet - 1;
  const sheet = sheets[at ?? -1];
  if (at === undefined || sheet === undefined)
    return ask.sheet === undefined ? { kind: 'empty' } : { kind: 'sheet-unknown', sheet: ask.sheet };
  const extract = extractOf(sheet, headers[at]!, ask);
  if (extract.rows.length === 0) return { kind: 'empty' };
  const seen = sheets.flatMap(({ name, hidden }, index) => {
    const shown = findPlainSheetName(name);
    const rows = filledRows[index]!;
    return rows > 0 ? [{ sheet: index + 1, ...(shown === undefined ? {} : { name: shown }), hidden, rows }] : [];
  });
  return { kind: 'extract', extract: { ...extract, sheet: at + 1, sheets: seen } };
}

/** Many a workbook begins with a sheet that explains the others: a sheet with people under headers goes before it. */
function findList(sheets: readonly Sheet[], headers: readonly Headers[], filledRows: readonly number[]) {
  const shown = [...sheets.keys()].filter((index) => !sheets[index]!.hidden && filledRows[index]! > 0);
  const isList = (index: number) => {
    const found = headers[index]!;
    const hasRows = sheets[index]!.rows.some((cells, row) => row > found.row && hasContent(cells));
    return found.row >= 0 && hasRows && found.texts.some((_, at) => findMeaningAt(found, at) !== undefined);
  };
  return shown.find(isList) ?? shown[0];
}

function extractOf(sheet: Sheet, headers: Headers, ask: ExtractAsk): Omit<Extract, 'sheet' | 'sheets'> {
  const { map, remembered, allowed, today } = ask;
  const people = peopleOf(sheet, headers);
  const width = people.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const { hiddenColumns, hiddenRows, counts1904 = false } = sheet;
  const columns = columnsRead(headers.texts, width, allowed, {
    map,
    remembered,
    groups: headers.groups,
    hiddenColumns,
  });
  const habits = columns.map(({ meaning }, index) =>
    meaning === undefined ? noHabits : habitsOf(meaning, cellsOf(people, index)),
  );
  const readRow = rowReader(columns, { allowed, today, counts1904 }, habits);
  const masked: { row: number; field: ContactField }[] = [];
  const rows = people.map(({ row, cells }) => {
    const read = readRow(cells);
    for (const field of read.masked) masked.push({ row, field });
    // What it says of consent or an objection may have got into another column.
    const isUnsure = allowed.includes('consent') && isOutOfStep(cells, sheet, headers);
    return { row, values: isUnsure ? { ...read.values, consent: unreadable } : read.values };
  });
  const isHidden = new Set(hiddenRows ?? []);
  return {
    columns: columns.map((column, index) => withLikeness(column, index, people, ask)),
    rows,
    ...(headers.row < 0 ? {} : { headerRow: headers.row + 1 }),
    hiddenRows: isHidden.size === 0 ? 0 : rows.filter(({ row }) => isHidden.has(row)).length,
    masked,
  };
}

/**
 * Whether a line of a text file has more cells than its headers: a separator that stands in a cell without quotes has moved the others. A
 * spreadsheet, and the text that it writes, is as wide in every row.
 */
function isOutOfStep(cells: readonly string[], { name }: Sheet, { row, texts }: Headers): boolean {
  if (name !== '' || row < 0 || cells.length <= texts.length) return false;
  return cells.some((cell, index) => index >= texts.length && cell !== '');
}

interface PersonRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** The rows that are people: those with content under the headers, without the headers where they are said again. */
function peopleOf({ rows }: Sheet, headers: Headers): readonly PersonRow[] {
  const people: PersonRow[] = [];
  for (const [index, cells] of rows.entries()) {
    if (!hasContent(cells)) continue;
    const isPerson =
      index > headers.row
        ? headers.row < 0 || !repeatsHeaders(cells, headers)
        : index < headers.row && isPersonAbove(cells, headers);
    if (isPerson) people.push({ row: index + 1, cells });
  }
  return people;
}

/** A suggestion for a column that nothing else tells of; none for one about someone else, or of what is not allowed. */
function withLikeness(
  { match, meaning, header, isAboutAnother }: ColumnRead,
  index: number,
  people: readonly PersonRow[],
  { allowed, today }: ExtractAsk,
): ColumnMatch {
  const { becomes, by } = match;
  // What happened to people is read of a list of such news only; another may say so all the same.
  const isNewsUnread = becomes === 'not-allowed' && meaning === 'news';
  // Left out of an earlier list, whose cells said something else.
  const isLeftOutBefore = becomes === 'not-recognised' && by === 'remembered';
  const isUnknown = becomes === 'not-recognised' && by === undefined && !isAboutAnother;
  if (!isUnknown && !isNewsUnread && !isLeftOutBefore) return match;
  const no = mayTellNo(isLeftOutBefore ? '' : header, cellsOf(people, index));
  if (no !== undefined) {
    const isNews = no.isInCells && allowed.includes('news');
    return { ...match, looksLike: isNews ? 'news' : no.meaning, mayTellNo: true };
  }
  if (!isUnknown) return match;
  const like = looksLike(cellsOf(people, index), today);
  return like === undefined || !fieldsOf(like).some((field) => allowed.includes(field))
    ? match
    : { ...match, looksLike: like };
}

function* cellsOf(people: readonly PersonRow[], index: number): Generator<string> {
  for (const { cells } of people) yield cells[index] ?? '';
}

function findSpecialColumn({ rows }: Sheet, { row, texts, groups }: Headers, listed: readonly SpecialCategory[]) {
  // Without a header row the first row could be one of words that nobody knows.
  const own = row < 0 ? rows.filter(hasContent).slice(0, 1) : rows.slice(Math.max(0, row - 2), row + 1);
  const looked = [...own, groups.map((group, at) => `${group} ${texts[at] ?? ''}`.trim())];
  for (const cells of looked)
    for (const [index, cell] of cells.entries()) {
      const category = findSpecialCategory(cell);
      if (category !== undefined && !listed.includes(category)) return { column: columnLetter(index), category };
    }
  return undefined;
}

function hasContent(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '');
}
