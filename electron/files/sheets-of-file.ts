/** From the bytes of a file to sheets of text, within the limits. Runs in the reader process only: the bytes are untrusted. */
import { readCsv } from './csv-rows.ts';
import { fileLimits, limitNames } from './file-limits.ts';
import { findText } from './text-encoding.ts';
import { readSheets, type SheetRead } from './workbook-sheets.ts';
import { checkZip } from './zip-limits.ts';

/** Why a file is not read, in the words of the catalogue of problems. */
export type FileFault =
  | { readonly kind: 'kind-unsupported' }
  | { readonly kind: 'too-large'; readonly limit: string }
  | { readonly kind: 'unreadable'; readonly row?: number }
  | { readonly kind: 'empty' };

export type SheetsRead = { readonly kind: 'sheets'; readonly sheets: readonly SheetRead[] } | FileFault;

/** The kind is told by the content, never by the file's name. At least one sheet has content. */
export function sheetsOfFile(bytes: Uint8Array): SheetsRead {
  if (bytes.length > fileLimits.bytes) return { kind: 'too-large', limit: limitNames.bytes };
  if (bytes.length === 0) return { kind: 'empty' };
  const read = startsWith(bytes, [0x50, 0x4b]) ? sheetsOfWorkbook(bytes) : sheetsOfText(bytes);
  if (read.kind !== 'sheets') return read;
  if (read.sheets.some(isTooLarge)) return { kind: 'too-large', limit: limitNames.cells };
  return read.sheets.some(({ rows }) => rows.some(hasContent)) ? read : { kind: 'empty' };
}

function sheetsOfWorkbook(bytes: Uint8Array): SheetsRead {
  const zip = checkZip(bytes);
  if (zip.kind === 'too-large') return { kind: 'too-large', limit: limitNames[zip.limit] };
  if (zip.kind === 'not-a-zip') return { kind: 'unreadable' };
  const names = zip.names.map((name) => name.toLowerCase());
  const hasMacros = names.some((name) => name.endsWith('vbaproject.bin') || name.startsWith('xl/macrosheets/'));
  if (hasMacros || !names.includes('xl/workbook.xml')) return { kind: 'kind-unsupported' };
  try {
    return { kind: 'sheets', sheets: readSheets(bytes, fileLimits.rows) };
  } catch {
    // The library's message may quote the file.
    return { kind: 'unreadable' };
  }
}

function sheetsOfText(bytes: Uint8Array): SheetsRead {
  const text = findText(bytes);
  // Page, document and program formats that are text as well; a list of people starts with none of these.
  if (text === undefined || /^\s*(<|%PDF|\{\\rtf|[{[]\s*["{[])/.test(text)) return { kind: 'kind-unsupported' };
  if (text.trim() === '') return { kind: 'empty' };
  const read = readCsv(text, fileLimits.rows + 1);
  return read.kind === 'rows' ? { kind: 'sheets', sheets: [{ name: '', hidden: false, rows: read.rows }] } : read;
}

function isTooLarge({ rows }: SheetRead): boolean {
  const lastRow = rows.findLastIndex(hasContent);
  return (
    lastRow >= fileLimits.rows || rows.some((row) => row.findLastIndex((cell) => cell !== '') >= fileLimits.columns)
  );
}

function hasContent(row: readonly string[]): boolean {
  return row.some((cell) => cell !== '');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
