/**
 * The reader: a child process that opens untrusted files, answers once and ends. It has no study, no keys and nobody's name but those
 * in the file; columns that the agreement does not allow are looked at here, and never leave.
 *
 * Who starts it gives it limits of memory and time; see read-file.ts.
 */
import { type ExtractAsk, findExtract } from '../../shared/intake/extract.ts';
import { parentOfThis } from '../parent.ts';
import { messagesOfFiles } from './messages-of-files.ts';
import { packRows } from './packed-rows.ts';
import type { ReaderAnswer } from './reader-answer.ts';
import { sheetsOfFile } from './sheets-of-file.ts';
import { tableOf } from './table-of-rows.ts';

export type ReaderQuestion =
  | ({
      readonly bytes: Uint8Array;
      /** Of a file that is locked. */
      readonly password?: string;
    } & (
      | { readonly want: 'extract'; readonly ask: ExtractAsk }
      | { readonly want: 'workbook' }
      | { readonly want: 'table' }
    ))
  /** What the messages in these files are; of what they say nothing leaves. */
  | { readonly want: 'messages'; readonly files: readonly Uint8Array[] };

async function answerTo(question: ReaderQuestion): Promise<ReaderAnswer> {
  if (question.want === 'messages') return messagesOfFiles(question.files);
  const read = await sheetsOfFile(question.bytes, question.password);
  // A crafted file must not have changed what all objects are made of.
  if (Object.keys(Object.prototype).length > 0) return { kind: 'unreadable' };
  if (read.kind !== 'sheets') return read;
  if (question.want === 'extract') {
    const found = findExtract(read.sheets, question.ask);
    if (found.kind !== 'extract') return found;
    const { rows, ...extract } = found.extract;
    return { kind: 'extract', extract, rows: packRows(rows) };
  }
  if (question.want === 'workbook')
    return { kind: 'workbook', workbook: new Map(read.sheets.map(({ name, rows }) => [name, rows])) };
  const table = tableOf(read.sheets.find((sheet) => !sheet.hidden)?.rows ?? []);
  return table ? { kind: 'table', table } : { kind: 'empty' };
}

async function answerSafely(question: ReaderQuestion): Promise<ReaderAnswer> {
  try {
    return await answerTo(question);
  } catch {
    // An error's message may quote the file, so nothing of it is told.
    return { kind: 'unreadable' };
  }
}

const office = parentOfThis();
office.onGone(() => process.exit(0));
office.onMessage(async (question) => office.post(await answerSafely(question as ReaderQuestion)));
