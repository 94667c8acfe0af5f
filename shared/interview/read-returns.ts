/**
 * The export of a survey platform as answers per login code: what respondents filled in on the web comes home this way. A table with
 * code headings and short answers, as LimeSurvey writes it: `submitdate`, `startlanguage`, `token`, a column per item,
 * and for a multiple choice either a column `item[choice]` per choice (Y or empty) or one column with the names and a space between.
 *
 * Every row ends as returned or as a fault; every answer passes the same check as one that an interviewer types. Columns that are not
 * asked for, such as an IP address, are not read.
 */
import type { Day } from '../calendar.ts';
import type { Answer, Answers } from '../study/answer.ts';
import { dayTyped, meetsConstraint, readForm } from '../study/check-answer.ts';
import { findLoginCode, type LoginCode } from '../study/login-code.ts';
import { type Item, type ItemName, isAsked, type Language, type Questionnaire } from '../study/questionnaire.ts';
import { walkRoute } from '../study/route.ts';
import type { Table } from '../study/table.ts';

export interface ReturnedRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  readonly code: LoginCode;
  readonly language: Language;
  /** Those on the route only. */
  readonly answers: Answers;
  /** No required question on the route was left open. */
  readonly complete: boolean;
  /** Answers that were given but are off the route, and so were left out. */
  readonly offRoute: number;
}

export interface RowFault {
  readonly row: number;
  /** The header, or the platform's name of the column; for a cell beyond the headers its number, counting from 1. */
  readonly column: string;
  readonly reason: 'code-invalid' | 'code-twice' | 'answer-invalid' | 'incomplete';
}

export type Returns =
  | {
      readonly kind: 'read';
      /** Rows that are not empty; always the number of `returned` and `faults` together. */
      readonly read: number;
      readonly returned: readonly ReturnedRow[];
      /** One per row: the first thing that is wrong in it. */
      readonly faults: readonly RowFault[];
      /** Sum over the rows returned. */
      readonly offRoute: number;
      /** Headers that belong to no item and to nothing that the platform adds itself. */
      readonly unreadColumns: readonly string[];
    }
  /** Nothing was read: a column is not there for the code, for the day of sending or for an item, or two columns have one header. */
  | { readonly kind: 'columns-faulty'; readonly missing: readonly string[]; readonly twice: readonly string[] };

const codeHeaders = ['token', 'code', 'inlogcode'];
/** What LimeSurvey adds of itself; of these only the first two are read. */
const platformHeaders = [
  'submitdate',
  'startlanguage',
  'id',
  'lastpage',
  'seed',
  'startdate',
  'datestamp',
  'ipaddr',
  'refurl',
];

/**
 * Reads `table` against `questionnaire`. `today()` in a condition is the day on which a row was sent in, `today` where that is not
 * known: a platform that keeps no dates writes 1980-01-01 for every row.
 */
export function readReturns(questionnaire: Questionnaire, table: Table, today: Day): Returns {
  const headers = table.headers.map((header) => header.replace(/^\uFEFF/, '').trim());
  const columns = findColumns(questionnaire, headers);
  if (columns.kind === 'columns-faulty') return columns;
  const returned: ReturnedRow[] = [];
  const faults: RowFault[] = [];
  const codes = new Set<LoginCode>();
  for (const { row, cells } of table.rows) {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.every((cell) => cell === '')) continue;
    const found = readRow(questionnaire, columns, headers, trimmed, today, codes);
    if ('reason' in found) faults.push({ row, ...found });
    else {
      codes.add(found.code);
      returned.push({ row, ...found });
    }
  }
  return {
    kind: 'read',
    read: returned.length + faults.length,
    returned,
    faults,
    offRoute: returned.reduce((sum, { offRoute }) => sum + offRoute, 0),
    unreadColumns: columns.unread,
  };
}

/** Where the answer to an item stands: in one column, or in one per choice. */
type ItemColumns =
  | { readonly item: Item; readonly index: number }
  | { readonly item: Item; readonly choices: readonly (readonly [choice: string, index: number])[] };

interface Columns {
  readonly kind: 'columns';
  readonly code: number;
  readonly sentOn: number;
  readonly language: number | undefined;
  readonly items: readonly ItemColumns[];
  readonly unread: readonly string[];
}

function findColumns(
  questionnaire: Questionnaire,
  headers: readonly string[],
): Columns | Extract<Returns, { kind: 'columns-faulty' }> {
  const named = headers.filter((header) => header !== '');
  const twice = [...new Set(named.filter((header, index) => named.indexOf(header) !== index))];
  const at = new Map(headers.map((header, index) => [header, index]));
  const asked = questionnaire.items.filter(isAsked);
  // An item may itself be called 'code': a header is the platform's only when no item has that name.
  const names = new Set<string>(asked.map((item) => item.name));
  const ownAt = (wanted: readonly string[]): readonly number[] =>
    headers.flatMap((header, index) => (wanted.includes(header.toLowerCase()) && !names.has(header) ? [index] : []));
  const code = ownAt(codeHeaders);
  const sentOn = ownAt(['submitdate']);
  const items: ItemColumns[] = [];
  const missing = [...(code.length === 0 ? ['token'] : []), ...(sentOn.length === 0 ? ['submitdate'] : [])];
  for (const item of asked) {
    const index = at.get(item.name);
    const choices = item.kind === 'select-multiple' && index === undefined ? (item.choices ?? []) : undefined;
    const wanted = choices?.map(({ name }) => `${item.name}[${name}]`) ?? [item.name];
    const absent = wanted.filter((header) => !at.has(header));
    missing.push(...absent);
    if (absent.length > 0) continue;
    if (choices === undefined) items.push({ item, index: index! });
    else items.push({ item, choices: choices.map(({ name }, nr) => [name, at.get(wanted[nr]!)!] as const) });
  }
  const twoCodes = code.length > 1 ? code.map((index) => headers[index]!) : [];
  if (missing.length > 0 || twice.length > 0 || twoCodes.length > 0)
    return { kind: 'columns-faulty', missing, twice: [...new Set([...twice, ...twoCodes])] };
  const language = ownAt(['startlanguage'])[0];
  const read = new Set([...code, ...ownAt(platformHeaders), ...items.flatMap(indexesOf)]);
  const unread = headers.filter((header, index) => header !== '' && !read.has(index));
  return { kind: 'columns', code: code[0]!, sentOn: sentOn[0]!, language, items, unread };
}

function indexesOf(columns: ItemColumns): readonly number[] {
  return 'index' in columns ? [columns.index] : columns.choices.map(([, index]) => index);
}

/** The row without its number, or the first thing that is wrong in it. */
function readRow(
  questionnaire: Questionnaire,
  columns: Columns,
  headers: readonly string[],
  cells: readonly string[],
  today: Day,
  codes: ReadonlySet<LoginCode>,
): Omit<ReturnedRow, 'row'> | Omit<RowFault, 'row'> {
  const fault = (reason: RowFault['reason'], index: number) => ({
    reason,
    column: headers[index] || String(index + 1),
  });
  const sentOn = cells[columns.sentOn] ?? '';
  if (!isDated(sentOn)) return fault('incomplete', columns.sentOn);
  const code = findLoginCode(cells[columns.code] ?? '');
  if (code === undefined) return fault('code-invalid', columns.code);
  if (codes.has(code)) return fault('code-twice', columns.code);
  const beyond = cells.findIndex((cell, index) => cell !== '' && !headers[index]);
  if (beyond >= 0) return fault('answer-invalid', beyond);
  const language = languageOf(questionnaire, columns.language === undefined ? '' : (cells[columns.language] ?? ''));
  if (language === undefined) return fault('answer-invalid', columns.language!);

  const given = new Map<ItemName, Answer>();
  for (const itemColumns of columns.items) {
    const { item } = itemColumns;
    const content = contentOf(itemColumns, cells);
    if (content === '') continue;
    const checked = content === undefined ? undefined : readForm(item, content);
    if (checked === undefined || checked.kind === 'refused')
      return fault('answer-invalid', faultyIndex(itemColumns, cells));
    given.set(item.name, checked.answer);
  }

  const { items, values } = walkRoute(questionnaire, given, dayOf(sentOn) ?? today);
  const answers = new Map<ItemName, Answer>();
  let complete = true;
  for (const item of items) {
    const answer = given.get(item.name);
    if (answer !== undefined) answers.set(item.name, answer);
    else if (item.required && isAsked(item)) complete = false;
  }
  const scope = { values, today: dayOf(sentOn) ?? today };
  const refused = columns.items.find(({ item }) => {
    const answer = answers.get(item.name);
    return answer !== undefined && !meetsConstraint(item, answer, scope);
  });
  if (refused !== undefined) return fault('answer-invalid', faultyIndex(refused, cells));
  return { code, language, answers, complete, offRoute: given.size - answers.size };
}

/** What stands in the cells of an item, as `readForm` takes it: '' when nothing does, undefined when it cannot be read at all. */
function contentOf(columns: ItemColumns, cells: readonly string[]): string | undefined {
  if ('choices' in columns) {
    const marks = columns.choices.map(([choice, index]) => [choice, cells[index] ?? ''] as const);
    if (marks.some(([, mark]) => !isMark(mark))) return undefined;
    return marks.flatMap(([choice, mark]) => (mark === 'Y' ? [choice] : [])).join(' ');
  }
  const content = cells[columns.index] ?? '';
  // LimeSurvey writes a day with a time, and may write a whole number with decimals.
  if (columns.item.kind === 'date') return content.replace(/ 00:00(?::00)?$/, '');
  if (columns.item.kind === 'integer') return content.replace(/\.0+$/, '');
  return content;
}

function isMark(cell: string): boolean {
  return cell === 'Y' || cell === 'N' || cell === '';
}

/** The column to look at: of several the first that is no mark, else the first that is marked. */
function faultyIndex(columns: ItemColumns, cells: readonly string[]): number {
  if ('index' in columns) return columns.index;
  const indexes = indexesOf(columns);
  const wrong = indexes.find((index) => !isMark(cells[index] ?? '')) ?? indexes.find((index) => cells[index] === 'Y');
  return wrong ?? indexes[0] ?? 0;
}

/** Whether a row was sent in: LimeSurvey leaves `submitdate` empty, or writes a word, when it was not. */
function isDated(cell: string): boolean {
  return dayTyped(cell.split(/[ T]/)[0]!) !== undefined;
}

/** The day on which a row was sent in; undefined for the day that stands for none. */
function dayOf(cell: string): Day | undefined {
  const day = dayTyped(cell.split(/[ T]/)[0]!);
  return day === '1980-01-01' ? undefined : day;
}

/** The language of the questionnaire that `cell` names ('nl', also for 'nl-informal'); the default when it names none. */
function languageOf({ languages, defaultLanguage }: Questionnaire, cell: string): Language | undefined {
  if (cell === '') return defaultLanguage;
  const wanted = cell.toLowerCase();
  const exact = languages.find((language) => language.toLowerCase() === wanted);
  return exact ?? languages.find((language) => language.toLowerCase() === wanted.split('-')[0]);
}
