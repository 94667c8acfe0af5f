/** From the bytes of a file to sheets of text, within the limits. Runs in the reader process only: the bytes are untrusted. */
import type { Sheet } from '../../shared/intake/extract.ts';
import { readCsv } from './csv-rows.ts';
import { fileLimits, limitNames } from './file-limits.ts';
import { isAge, openAge, openWorkbook } from './locked-file.ts';
import { odsSheets } from './ods-sheets.ts';
import { TooLarge } from './sheet-rows.ts';
import { findText } from './text-encoding.ts';
import { xlsxSheets } from './xlsx-sheets.ts';
import { openZip } from './zip-limits.ts';

/** Why a file is not read, in the words of the catalogue of problems. */
export type FileFault =
  | { readonly kind: 'kind-unsupported' | 'has-macros' | 'password-needed' | 'password-wrong' | 'memory' | 'empty' }
  | { readonly kind: 'too-large'; readonly limit: string }
  | { readonly kind: 'unreadable'; readonly row?: number };

export type SheetsRead = { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] } | FileFault;

/** What of the file was opened with a password already: an age file within an age file is not looked into. */
type Opened = 'nothing' | 'age' | 'workbook';

/** The kind is told by the content, never by the file's name. At least one sheet has content. */
export async function sheetsOfFile(
  bytes: Uint8Array,
  password?: string,
  opened: Opened = 'nothing',
): Promise<SheetsRead> {
  if (bytes.length > fileLimits.bytes) return { kind: 'too-large', limit: limitNames.bytes };
  if (bytes.length === 0) return { kind: 'empty' };
  if (opened === 'nothing' && isAge(bytes)) {
    const age = await openAge(bytes, password);
    return age.kind === 'opened' ? sheetsOfFile(age.bytes, password, 'age') : age;
  }
  try {
    const read = await sheetsOf(bytes, password, opened);
    if (read.kind !== 'sheets') return read;
    return read.sheets.some(({ rows }) => rows.some(hasContent)) ? read : { kind: 'empty' };
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'too-large', limit: limitNames[error.limit] };
    // Any other message may quote the file.
    return { kind: 'unreadable' };
  }
}

async function sheetsOf(bytes: Uint8Array, password: string | undefined, opened: Opened): Promise<SheetsRead> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return sheetsOfZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return sheetsOfOldContainer(bytes, password, opened);
  return sheetsOfText(bytes);
}

function sheetsOfZip(bytes: Uint8Array): SheetsRead {
  const opened = openZip(bytes);
  if (opened.kind === 'too-large') return { kind: 'too-large', limit: limitNames[opened.limit] };
  if (opened.kind === 'not-a-zip') return { kind: 'unreadable' };
  const isOds = opened.zip.names.some((name) => name.toLowerCase() === 'content.xml');
  return isOds ? odsSheets(opened.zip) : xlsxSheets(opened.zip);
}

/** A workbook of before 2007, or a later one that is locked. */
async function sheetsOfOldContainer(
  bytes: Uint8Array,
  password: string | undefined,
  opened: Opened,
): Promise<SheetsRead> {
  // Loaded only for such a file: it takes as long as reading a small one.
  const { xlsSheets, openOldContainer } = await import('./xls-sheets.ts');
  const isLocked = openOldContainer(bytes).names.includes('EncryptionInfo');
  const read = isLocked ? { kind: 'locked' as const } : await xlsSheets(bytes);
  if (read.kind !== 'locked') return read;
  if (opened === 'workbook') return { kind: 'unreadable' };
  const unlocked = await openWorkbook(bytes, password);
  return unlocked.kind === 'opened' ? sheetsOfFile(unlocked.bytes, password, 'workbook') : unlocked;
}

function sheetsOfText(bytes: Uint8Array): SheetsRead {
  const text = findText(bytes);
  // Page, document and program formats that are text as well; a list of people starts with none of these.
  if (text === undefined || /^\s*(<|%PDF|\{\\rtf|[{[]\s*["{[])/.test(text)) return { kind: 'kind-unsupported' };
  if (text.trim() === '') return { kind: 'empty' };
  const read = readCsv(text);
  return read.kind === 'rows' ? { kind: 'sheets', sheets: [{ name: '', hidden: false, rows: read.rows }] } : read;
}

function hasContent(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
