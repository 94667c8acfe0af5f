/**
 * The reader: a child process that opens one untrusted file, answers once and ends. It has no study, no keys and nobody's name but those
 * in the file; columns that the agreement does not allow are looked at here, and never leave.
 *
 * Who starts it gives it limits of memory and time; see read-file.ts.
 */
import { type ExtractAsk, type ExtractFound, findExtract } from '../../shared/intake/extract.ts';
import type { Table } from '../../shared/study/table.ts';
import type { Workbook } from '../../shared/study/workbook.ts';
import { parentOfThis } from '../parent.ts';
import { type FileFault, sheetsOfFile } from './sheets-of-file.ts';
import { tableOf } from './table-of-rows.ts';

export type ReaderQuestion = { readonly bytes: Uint8Array } & (
  | { readonly want: 'extract'; readonly ask: ExtractAsk }
  | { readonly want: 'workbook' }
  | { readonly want: 'table' }
);

export type ReaderAnswer =
  | FileFault
  | ExtractFound
  | { readonly kind: 'workbook'; readonly workbook: Workbook }
  | { readonly kind: 'table'; readonly table: Table };

function answerTo(question: ReaderQuestion): ReaderAnswer {
  const read = sheetsOfFile(question.bytes);
  // A crafted file must not have changed what all objects are made of.
  if (Object.keys(Object.prototype).length > 0) return { kind: 'unreadable' };
  if (read.kind !== 'sheets') return read;
  if (question.want === 'extract') return findExtract(read.sheets, question.ask);
  if (question.want === 'workbook')
    return { kind: 'workbook', workbook: new Map(read.sheets.map(({ name, rows }) => [name, rows])) };
  const table = tableOf(read.sheets.find((sheet) => !sheet.hidden)?.rows ?? []);
  return table ? { kind: 'table', table } : { kind: 'empty' };
}

function answerSafely(question: ReaderQuestion): ReaderAnswer {
  try {
    return answerTo(question);
  } catch {
    // An error's message may quote the file, so nothing of it is told.
    return { kind: 'unreadable' };
  }
}

const office = parentOfThis();
office.onGone(() => process.exit(0));
office.onMessage((question) => office.post(answerSafely(question as ReaderQuestion)));
