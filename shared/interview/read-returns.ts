/**
 * The export of a survey platform as answers per login code: what respondents filled in on the web comes home this way. LimeSurvey's CSV
 * with codes or with the texts of the questions as headings, its VV file, or any table with a column for the code.
 *
 * Every row ends in one of four ways: returned, second (a complete one with the same code came before it), begun, or a fault. Every answer passes the
 * same check as one that an interviewer types. Columns that are not asked for, such as an IP address, are not read.
 */
import type { Day } from '../calendar.ts';
import type { Answers } from '../study/answer.ts';
import { dayTyped, meetsConstraint } from '../study/check-answer.ts';
import { findLoginCode, type LoginCode } from '../study/login-code.ts';
import type { Language, Questionnaire } from '../study/questionnaire.ts';
import { openItems, walkRoute } from '../study/route.ts';
import type { Table } from '../study/table.ts';
import { type ExportColumns, exportColumns, type ReturnsKind } from './export-columns.ts';
import { exportLayout, isPlatformsOwn } from './export-layout.ts';
import type { ReturnTarget } from './return-target.ts';
import { type AnswerReader, answerReader } from './returned-answers.ts';

export interface ReturnedRow {
  /** As the spreadsheet counts it. */
  readonly row: number;
  readonly code: LoginCode;
  readonly language: Language;
  /** Those on the route only. */
  readonly answers: Answers;
  /** Whether the respondent sent it in; of a begun one often not. */
  readonly isSentIn: boolean;
  /** Answers that were given but are off the route, and so were left out. */
  readonly offRoute: number;
  /** The platform's own number of the row and its moment, '' where it has none: by them a row is known again in a later export. */
  readonly mark: string;
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
      readonly layout: ReturnsKind;
      /** Rows that are not empty; always the number of the four lists together. */
      readonly read: number;
      /** Sent in, with every required question answered: one per code, the one that was sent in first. */
      readonly returned: readonly ReturnedRow[];
      /** As complete as the one with the same code, and later. */
      readonly seconds: readonly ReturnedRow[];
      /** Not sent in, or a required question left open: one per code, the newest. */
      readonly begun: readonly ReturnedRow[];
      /** One per row: the first thing that is wrong in it. */
      readonly faults: readonly RowFault[];
      /** Headers that belong to no item and to nothing that the platform adds itself. */
      readonly unreadColumns: readonly string[];
    }
  /** Nothing was read: a column is not there for the code, for the day of sending or for an item, or two columns are the same thing. */
  | { readonly kind: 'columns-faulty'; readonly missing: readonly string[]; readonly twice: readonly string[] }
  | { readonly kind: 'mapping-faulty'; readonly header: string; readonly target: string };

/**
 * Reads `table` against `questionnaire`, with columns as `chosen` says where it says so. `today()` in a condition is the day on which a
 * row was sent in, `today` where that is not known: a platform that keeps no dates writes 1980-01-01 for every row.
 */
export function readReturns(
  questionnaire: Questionnaire,
  table: Table,
  today: Day,
  chosen: Readonly<Record<string, string>> = {},
): Returns {
  const layout = exportLayout(table);
  const found = exportColumns(questionnaire, layout, chosen);
  if (found.wrong !== undefined) return { kind: 'mapping-faulty', ...found.wrong };
  if (found.missing.length > 0 || found.twice.length > 0)
    return { kind: 'columns-faulty', missing: found.missing, twice: found.twice };
  const reading = readingOf(questionnaire, found, today);
  const rows: (ReturnedRow & Sending)[] = [];
  const faults: RowFault[] = [];
  for (const { row, cells } of layout.rows) {
    const read = readRow(reading, cells);
    if ('reason' in read) faults.push({ row, ...read });
    else rows.push({ row, ...read });
  }
  const codeColumn = found.columns[reading.code]!.header;
  const sorted = perCode(rows, codeColumn);
  return {
    kind: 'read',
    layout: found.kind,
    read: layout.rows.length,
    returned: sorted.returned,
    seconds: sorted.seconds,
    begun: sorted.begun,
    faults: [...faults, ...sorted.faults].toSorted((a, b) => a.row - b.row),
    unreadColumns: found.columns.flatMap(({ header, target }) =>
      header === '' || target !== undefined || isPlatformsOwn(header) ? [] : [header],
    ),
  };
}

/** When a row was sent in, as far as it says so. */
interface Sending {
  readonly isComplete: boolean;
  /** Sorts by moment: '' for the platform that keeps no dates. */
  readonly moment: string;
}

function perCode(rows: readonly (ReturnedRow & Sending)[], codeColumn: string) {
  const byCode = new Map<LoginCode, (ReturnedRow & Sending)[]>();
  for (const row of rows) byCode.set(row.code, [...(byCode.get(row.code) ?? []), row]);
  const returned: ReturnedRow[] = [];
  const seconds: ReturnedRow[] = [];
  const begun: ReturnedRow[] = [];
  const faults: RowFault[] = [];
  const plain = ({ isComplete: _, moment: __, ...row }: ReturnedRow & Sending): ReturnedRow => row;
  for (const ofCode of byCode.values()) {
    const complete = ofCode
      .filter(({ isComplete }) => isComplete)
      .toSorted((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : a.row - b.row));
    const others = ofCode.filter(({ isComplete }) => !isComplete);
    const [first, ...later] = complete;
    if (first !== undefined) returned.push(plain(first));
    seconds.push(...later.map(plain));
    const newest = first === undefined ? others.at(-1) : undefined;
    if (newest !== undefined) begun.push(plain(newest));
    for (const one of others)
      if (one !== newest) faults.push({ row: one.row, column: codeColumn, reason: 'code-twice' });
  }
  const byRow = (a: ReturnedRow, b: ReturnedRow) => a.row - b.row;
  return { returned: returned.toSorted(byRow), seconds: seconds.toSorted(byRow), begun: begun.toSorted(byRow), faults };
}

interface Reading {
  readonly questionnaire: Questionnaire;
  readonly headers: readonly string[];
  readonly code: number;
  readonly sentOn: number | undefined;
  readonly language: number | undefined;
  readonly id: number | undefined;
  readonly answers: AnswerReader;
  readonly today: Day;
}

function readingOf(questionnaire: Questionnaire, { columns }: ExportColumns, today: Day): Reading {
  const at = (kind: ReturnTarget['kind']) => {
    const index = columns.findIndex(({ target }) => target?.kind === kind);
    return index < 0 ? undefined : index;
  };
  const id = columns.findIndex(
    ({ header, target }) => target === undefined && /^(id|response id|antwoord-?id)$/i.test(header),
  );
  return {
    questionnaire,
    headers: columns.map(({ header }) => header),
    code: at('code')!,
    sentOn: at('submitdate'),
    language: at('startlanguage'),
    id: id < 0 ? undefined : id,
    answers: answerReader(questionnaire, columns),
    today,
  };
}

/** The row without its number, or the first thing that is wrong in it. */
function readRow(
  reading: Reading,
  cells: readonly string[],
): (Omit<ReturnedRow, 'row'> & Sending) | Omit<RowFault, 'row'> {
  const { questionnaire, headers } = reading;
  const fault = (reason: RowFault['reason'], index: number) => ({
    reason,
    column: headers[index] || String(index + 1),
  });
  const cellAt = (index: number | undefined) => (index === undefined ? '' : (cells[index] ?? ''));
  const sent = cellAt(reading.sentOn);
  const isSentIn = reading.sentOn === undefined || isDated(sent);
  const code = findLoginCode(cellAt(reading.code));
  if (code === undefined) return fault('code-invalid', reading.code);
  const beyond = cells.findIndex((cell, index) => cell !== '' && !headers[index]);
  if (beyond >= 0) return fault('answer-invalid', beyond);
  const language = languageOf(questionnaire, cellAt(reading.language));
  if (language === undefined) return fault('answer-invalid', reading.language!);
  const read = reading.answers.read(cells);
  if (read.kind === 'fault') return fault('answer-invalid', read.index);
  const { given } = read;
  if (!isSentIn && given.size === 0) return fault('incomplete', reading.sentOn!);

  const day = dayOf(sent) ?? reading.today;
  const { items, values, answers } = walkRoute(questionnaire, given, day);
  const isComplete = isSentIn && openItems(questionnaire, given, day).length === 0;
  const refused = items.find((item) => {
    const answer = answers.get(item.name);
    return answer !== undefined && !meetsConstraint(item, answer, { values, today: day });
  });
  if (refused !== undefined) return fault('answer-invalid', reading.answers.indexOf(refused.name, cells));
  const moment = dayOf(sent) === undefined ? '' : momentOf(sent);
  const mark = `${cellAt(reading.id)} ${moment}`;
  return { code, language, answers, isSentIn, isComplete, offRoute: given.size - answers.size, moment, mark };
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

/** 'YYYY-MM-DD HH:MM:SS', however its day is written. */
function momentOf(cell: string): string {
  const [date, time = ''] = cell.split(/[ T]/);
  return `${dayTyped(date!)} ${time}`.trim();
}

/** The language of the questionnaire that `cell` names ('nl', also for 'nl-informal'); the default when it names none. */
function languageOf({ languages, defaultLanguage }: Questionnaire, cell: string): Language | undefined {
  if (cell === '') return defaultLanguage;
  const wanted = cell.toLowerCase();
  const exact = languages.find((language) => language.toLowerCase() === wanted);
  return exact ?? languages.find((language) => language.toLowerCase() === wanted.split('-')[0]);
}
