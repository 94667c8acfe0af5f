/** The committed files of the practice study as lines of text by header, read apart from the app's own readers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from 'xlsx';

export const folder = join(import.meta.dirname, '../../scripts/practice-study/files');
export const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

export type Line = Readonly<Record<string, string>>;

export function sheetsOf(name: string): ReadonlyMap<string, string[][]> {
  const book = read(bytesOf(name));
  const rows = (sheet: string): string[][] =>
    utils.sheet_to_json(book.Sheets[sheet]!, { header: 1, raw: false, defval: '' });
  return new Map(book.SheetNames.map((sheet) => [sheet, rows(sheet).map((row) => row.map((cell) => cell.trim()))]));
}

export function linesOf([headers = [], ...rows]: readonly (readonly string[])[]): readonly Line[] {
  return rows.map((row) => Object.fromEntries(headers.map((header, at) => [header, row[at] ?? ''])));
}

export const workbookLines = (name: string): readonly Line[] => linesOf([...sheetsOf(name).values()][0]!);

/** Cells with a semicolon or a quotation mark stand in quotation marks; no cell of the practice study goes over a line. */
export function listLines(name: string): readonly Line[] {
  const text = new TextDecoder('windows-1252').decode(bytesOf(name));
  const rows = text.split('\r\n').filter((line) => line !== '');
  return linesOf(
    rows.map((row) =>
      [...row.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;"]*))/g)].map(
        ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
      ),
    ),
  );
}
