/**
 * Reads the files that a user gives: extracts, questionnaires, web returns. A file goes straight into memory, and is opened in a child
 * process of its own that can be stopped (see reader-process.ts). Every function refuses with `file.too-large`, `file.kind-unsupported`,
 * `file.empty`, or `file.reader-stopped`.
 */
import { open } from 'node:fs/promises';
import type { Extract, ExtractAsk } from '../../shared/intake/extract.ts';
import { refuse } from '../../shared/problem.ts';
import type { Table } from '../../shared/study/table.ts';
import type { Workbook } from '../../shared/study/workbook.ts';
import { askReader } from './ask-reader.ts';
import { bytesAtMost, limitNames, supportedKinds } from './file-limits.ts';
import type { ReaderAnswer } from './reader-process.ts';
import type { FileFault } from './sheets-of-file.ts';

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

/**
 * The allowed columns of an extract. Refuses with `intake.citizen-service-number` when any column of any sheet holds that number.
 *
 * @param file which of the files taken in together this is, for the refusal; counts from 1
 * @param stop ends the reader by force; refuses `file.reader-stopped` then
 */
export async function readExtract(bytes: Uint8Array, ask: ExtractAsk, file = 1, stop?: AbortSignal): Promise<Extract> {
  const answer = await askReader({ want: 'extract', bytes, ask }, undefined, stop);
  if (answer.kind === 'extract') return answer.extract;
  if (answer.kind === 'citizen-service-number') {
    const sheet = answer.sheet === 1 ? {} : { sheet: answer.sheet };
    return refuse('intake.citizen-service-number', { file, ...sheet, ...answer.found });
  }
  return refuseFault(answer);
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

function refuseFault(answer: ReaderAnswer): never {
  const fault = answer as FileFault;
  switch (fault.kind) {
    case 'kind-unsupported':
      return refuse('file.kind-unsupported', { supported: supportedKinds });
    case 'too-large':
      return refuse('file.too-large', { limit: fault.limit });
    case 'empty':
      return refuse('file.empty', {});
    case 'unreadable': {
      const row = fault.row === undefined ? {} : { row: fault.row };
      return refuse('file.reader-stopped', { reason: 'unreadable', ...row });
    }
    default:
      throw new Error('the reader gave another answer than was asked for');
  }
}
