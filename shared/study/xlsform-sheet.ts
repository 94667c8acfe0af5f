/** One sheet of an XLSForm workbook: its columns by what they mean and in which language, its rows, and every column it cannot take. */
import type { QuestionnaireFault } from '../problem.ts';
import type { Language, Text } from './questionnaire.ts';
import type { Workbook } from './workbook.ts';

/** Takes note of a fault; reading goes on, so that all faults are told at once. */
export type Report = (fault: QuestionnaireFault) => void;

/** A row with something in it. `number` counts from 1 as a spreadsheet does; row 1 holds the headers. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The columns of a sheet: name, and whether it may be given per language. Headers are compared in lower case, with `_` for a space. */
export type KnownColumns = Readonly<Record<string, 'plain' | 'translated'>>;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly SheetRow[];
  /** Languages named in headers, in their order. */
  readonly languages: readonly Language[];
  has(column: string, language?: Language): boolean;
  cell(row: SheetRow, column: string): string;
  /** What `row` has in a translated column, by language; empty cells are left out. */
  texts(row: SheetRow, column: string): ReadonlyMap<Language, string>;
  /** The header as the workbook has it, or would have it. */
  header(column: string, language?: Language): string;
  /** Reports columns that are not known or stand twice, where `counts` says that a row's content in them counts. */
  reportColumns(report: Report, counts: (row: SheetRow) => boolean): void;
}

interface Column {
  readonly header: string;
  readonly index: number;
  readonly column?: string;
  readonly language?: Language;
}

/** The sheet called `name`, in any case; undefined when the workbook has none with a header. `aliases`: other header -> column. */
export function findSheet(
  workbook: Workbook,
  name: string,
  known: KnownColumns,
  aliases: Readonly<Record<string, string>>,
): Sheet | undefined {
  const found = [...workbook.keys()].find((key) => key.trim().toLowerCase() === name);
  const [headers, ...others] = (found === undefined ? undefined : workbook.get(found)) ?? [];
  if (found === undefined || headers === undefined) return undefined;
  return sheetOf(found, headers, others, known, aliases);
}

function sheetOf(
  name: string,
  headers: readonly string[],
  others: readonly (readonly string[])[],
  known: KnownColumns,
  aliases: Readonly<Record<string, string>>,
): Sheet {
  const rows = others
    .map((cells, index) => ({ number: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const width = Math.max(headers.length, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, index) => columnOf(headers[index] ?? '', index, known, aliases));
  const find = (column: string, language?: Language): Column | undefined =>
    columns.find((candidate) => candidate.column === column && candidate.language === language);
  const at = (row: SheetRow, column: Column | undefined): string =>
    column === undefined ? '' : (row.cells[column.index] ?? '').trim();
  const translations = new Map<string, readonly Column[]>();
  for (const { column } of columns)
    if (column !== undefined && known[column] === 'translated')
      translations.set(
        column,
        columns.filter((candidate) => candidate.column === column),
      );

  return {
    name,
    rows,
    languages: [...new Set(columns.flatMap(({ language }) => (language === undefined ? [] : [language])))],
    has: (column, language) => find(column, language) !== undefined,
    cell: (row, column) => at(row, find(column)),
    texts: (row, column) => {
      const given = new Map<Language, string>();
      for (const candidate of translations.get(column) ?? []) {
        const text = at(row, candidate);
        if (text !== '') given.set(candidate.language ?? plainLanguage, text);
      }
      return given;
    },
    header: (column, language) =>
      find(column, language)?.header ?? (language === undefined ? column : `${column}::${language}`),
    reportColumns: (report, counts) => {
      columns.forEach((candidate, index) => {
        const twice = columns.slice(0, index).some((earlier) => isSameColumn(earlier, candidate));
        if (candidate.column !== undefined && !twice) return;
        const row = rows.find((any) => counts(any) && at(any, candidate) !== '');
        if (row !== undefined)
          report({
            fault: 'column-unsupported',
            sheet: name,
            row: row.number,
            column: candidate.header === '' ? columnLetter(index) : candidate.header,
            ...(candidate.header === '' ? {} : { what: candidate.header }),
          });
      });
    },
  };
}

/** Stands for the language of `label` without a language, until the default language is known. */
export const plainLanguage: Language = '';

function isSameColumn(one: Column, other: Column): boolean {
  return one.column !== undefined && one.column === other.column && one.language === other.language;
}

function columnOf(
  header: string,
  index: number,
  known: KnownColumns,
  aliases: Readonly<Record<string, string>>,
): Column {
  const written = header.trim();
  const [base = '', ...rest] = written.split(/::?/);
  const plain = base.trim().toLowerCase().replaceAll(/\s+/g, '_');
  const column = Object.hasOwn(aliases, plain) ? aliases[plain]! : plain;
  const found = { header: written, index };
  if (!Object.hasOwn(known, column) || rest.length > 1) return found;
  if (rest.length === 0) return { ...found, column };
  const language = languageIn(rest[0]!);
  return known[column] !== 'translated' || language === undefined ? found : { ...found, column, language };
}

/**
 * 'nl' of `Nederlands (nl)`; the name itself where there is no code; undefined when it is no name, or one that every object has something
 * under: texts are objects by language, and a text that is not there would be taken for it.
 */
export function languageIn(written: string): Language | undefined {
  const [, code] = /\(\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\s*\)\s*$/.exec(written) ?? [];
  if (code !== undefined) return code.toLowerCase();
  const name = written.trim();
  return /^\p{L}[\p{L}\d -]*$/u.test(name) && !(name in {}) ? name : undefined;
}

/** 'A' for 0, 'AA' for 26. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** What reading texts needs to know of the whole workbook. */
export interface Languages {
  readonly all: readonly Language[];
  readonly default: Language;
}

/**
 * The text that `row` has in `column`, in every language; undefined when it has none. Reports each language that it lacks, and a label
 * that is not there at all, unless the sheet has no column for it: that is told once.
 */
export function readText(
  sheet: Sheet,
  row: SheetRow,
  column: string,
  languages: Languages,
  report: Report,
): Text | undefined {
  const given = sheet.texts(row, column);
  const isLabel = column === 'label';
  if (given.size === 0 && !isLabel) return undefined;
  const text = languages.all.map((language) => {
    const plain = language === languages.default ? given.get(plainLanguage) : undefined;
    return [language, given.get(language) ?? plain ?? ''] as const;
  });
  for (const [language, written] of text) {
    if (written !== '' || (isLabel && !hasTranslation(sheet, column, language, languages))) continue;
    const plain = language === languages.default && sheet.has(column) && !sheet.has(column, language);
    const header = sheet.header(column, plain ? undefined : language);
    report({ fault: 'label-missing', sheet: sheet.name, row: row.number, column: header, what: language });
  }
  return given.size === 0 ? undefined : Object.fromEntries(text);
}

/** Whether the sheet has `column` for `language`; without a language it is for the default one. */
export function hasTranslation(sheet: Sheet, column: string, language: Language, languages: Languages): boolean {
  return sheet.has(column, language) || (language === languages.default && sheet.has(column));
}
