/**
 * Reads the files that a user gives: extracts, questionnaires, web returns. A file goes straight into memory, and is opened in a child
 * process of its own that can be stopped (see reader-process.ts). Every function refuses with `file.too-large`, `file.kind-unsupported`,
 * `file.has-macros`, `file.password-needed`, `file.password-wrong`, `file.empty`, or `file.reader-stopped`.
 */
import { open } from 'node:fs/promises';
import type { Extract, ExtractAsk } from '../../shared/intake/extract.ts';
import { type Problem, Refusal, refuse } from '../../shared/problem.ts';
import type { Table } from '../../shared/study/table.ts';
import type { Workbook } from '../../shared/study/workbook.ts';
import { askReader } from './ask-reader.ts';
import { bytesAtMost, limitNames, supportedKinds } from './file-limits.ts';
import type { MessageRead } from './messages-of-files.ts';
import { unpackRows } from './packed-rows.ts';
import type { ReaderAnswer } from './reader-answer.ts';

/** The bytes of a file of at most 20 MB, or as large as a backup may be; also refuses with `file.not-found`. No copy is written anywhere. */
export async function readFileBytes(path: string, as?: 'backup'): Promise<Uint8Array> {
  const file = await open(path, 'r').catch(() => refuse('file.not-found', {}));
  try {
    const found = await file.stat();
    if (!found.isFile()) refuse('file.not-found', {});
    const limit = as === 'backup' ? limitNames.backupBytes : limitNames.bytes;
    if (found.size > bytesAtMost(as)) refuse('file.too-large', { limit });
    return new Uint8Array(await file.readFile());
  } finally {
    await file.close();
  }
}

export interface HowToRead {
  /** Of a file that is locked; it goes to the reader process and is kept nowhere. */
  readonly password?: string | undefined;
  /** Ends the reader by force: refuses `file.reader-stopped` then. */
  readonly stop?: AbortSignal;
}

/**
 * The allowed columns of an extract. Refuses with `intake.citizen-service-number` when any column of any sheet holds that number, with
 * `intake.special-category` when a column holds what the agreement does not list, and with `intake.sheet-unknown`.
 *
 * @param file which of the files taken in together this is, for every refusal; counts from 1
 */
export async function readExtract(
  bytes: Uint8Array,
  ask: ExtractAsk,
  file = 1,
  { password, stop }: HowToRead = {},
): Promise<Extract> {
  const locked = password === undefined ? {} : { password };
  try {
    const answer = await askReader({ want: 'extract', bytes, ask, ...locked }, undefined, stop);
    if (answer.kind === 'citizen-service-number')
      return refuse('intake.citizen-service-number', { file, ...sheetOf(answer), ...answer.found });
    if (answer.kind === 'special-category') {
      const { column, category } = answer;
      return refuse('intake.special-category', { file, ...sheetOf(answer), column, category });
    }
    if (answer.kind === 'sheet-unknown') return refuse('intake.sheet-unknown', { file, sheet: answer.sheet });
    if (answer.kind !== 'extract') return refuseFault(answer);
    const rows = await unpackRows(answer.rows).catch(() => refuse('file.reader-stopped', { reason: 'unreadable' }));
    return { ...answer.extract, rows };
  } catch (error) {
    throw ofFile(error, file);
  }
}

/** A refusal of a file, saying which of the files given together it is about; anything else as it is. */
export function ofFile(error: unknown, file: number): unknown {
  return error instanceof Refusal && error.problem.problem.startsWith('file.')
    ? new Refusal({ ...error.problem, file } as Problem)
    : error;
}

/** The first sheet goes without saying. */
function sheetOf({ sheet }: { readonly sheet: number }): { readonly sheet?: number } {
  return sheet === 1 ? {} : { sheet };
}

/** All sheets of a workbook, by name. */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const answer = await askReader({ want: 'workbook', bytes });
  return answer.kind === 'workbook' ? answer.workbook : refuseFault(answer);
}

/** The first visible sheet, or the CSV file, as headers and rows. */
export async function readTable(bytes: Uint8Array): Promise<Table> {
  const answer = await askReader({ want: 'table', bytes });
  return answer.kind === 'table' ? answer.table : refuseFault(answer);
}

/** What the messages in these files are: of at most 20 MB together. What cannot be read is said of each. */
export async function readMessages(
  files: readonly Uint8Array[],
  { stop }: Pick<HowToRead, 'stop'> = {},
): Promise<readonly MessageRead[]> {
  const answer = await askReader({ want: 'messages', files }, undefined, stop);
  return answer.kind === 'messages' ? answer.messages : refuseFault(answer);
}

function refuseFault(fault: ReaderAnswer): never {
  switch (fault.kind) {
    case 'kind-unsupported':
      return refuse('file.kind-unsupported', { supported: supportedKinds });
    case 'too-large':
      return refuse('file.too-large', { limit: fault.limit });
    case 'has-macros':
    case 'password-needed':
    case 'password-wrong':
    case 'empty':
      return refuse(`file.${fault.kind}`, {});
    case 'memory':
      return refuse('file.reader-stopped', { reason: 'memory' });
    case 'unreadable': {
      const row = fault.row === undefined ? {} : { row: fault.row };
      return refuse('file.reader-stopped', { reason: 'unreadable', ...row });
    }
    default:
      // Another answer than was asked for.
      return refuse('file.reader-stopped', { reason: 'unreadable' });
  }
}
