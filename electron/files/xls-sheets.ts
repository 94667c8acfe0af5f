/**
 * The sheets of a workbook of before 2007 (.xls: BIFF5 and BIFF8) as trimmed texts. Formulas are not computed, links not followed, macros
 * never run.
 */
import { type CellObject, CFB, read, set_cptable, type WorkSheet } from 'xlsx';
import type { Sheet } from '../../shared/intake/extract.ts';
import { errorOfCode, notComputed, numberShown, textOfNumber } from './cell-text.ts';
import { fileLimits } from './file-limits.ts';
import { putCell, RoomLeft, SheetRows } from './sheet-rows.ts';

export type XlsRead =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'has-macros' | 'kind-unsupported' }
  | { readonly kind: 'locked' };

/** What is in a file of the kind that all programs of before 2007 wrote: a small file system. Throws when it is broken. */
export interface OldContainer {
  /** Of its streams and folders, without the folders that they are in. */
  readonly names: readonly string[];
  readonly find: (name: string) => Buffer | undefined;
}

export function openOldContainer(bytes: Uint8Array): OldContainer {
  const { FullPaths, FileIndex } = CFB.read(Buffer.from(bytes), { type: 'buffer' }) as {
    readonly FullPaths: readonly string[];
    readonly FileIndex: readonly { readonly content?: Uint8Array }[];
  };
  const names = FullPaths.map((path) => path.split('/').findLast((part) => part !== '') ?? '');
  return {
    names,
    find(name) {
      const content = FileIndex[names.indexOf(name)]?.content;
      return content && Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    },
  };
}

const records = { end: 0x0a, locked: 0x2f, column: 0x7d, sheet: 0x85, row: 0x208, begin: 0x809 } as const;

interface BookRecord {
  readonly type: number;
  readonly data: Buffer;
}

/** The records of one part of the stream: that of the workbook from its begin, or that of a sheet from where it stands. */
function* recordsFrom(stream: Buffer, from: number): Generator<BookRecord> {
  let depth = 0;
  for (let at = from; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const data = stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2));
    if (type === records.begin) depth += 1;
    if (type === records.end) depth -= 1;
    if (depth <= 0) return;
    yield { type, data };
    at += 4 + stream.readUInt16LE(at + 2);
  }
}

/** Throws where the file is broken, and TooLarge where a sheet goes over the limits. */
export async function xlsSheets(bytes: Uint8Array): Promise<XlsRead> {
  const container = openOldContainer(bytes);
  if (container.names.some((name) => /^(_VBA_PROJECT(_CUR)?|VBA|Macros)$/i.test(name))) return { kind: 'has-macros' };
  const stream = container.find('Workbook') ?? container.find('Book');
  if (stream === undefined || stream.length < 8 || stream.readUInt16LE(0) !== records.begin)
    return { kind: 'kind-unsupported' };
  const places: number[] = [];
  for (const { type, data } of recordsFrom(stream, 0)) {
    if (type === records.locked) return { kind: 'locked' };
    if (type !== records.sheet || data.length < 6) continue;
    // Sheets of Excel's first macro language, and modules.
    if (data[5] === 1 || data[5] === 6) return { kind: 'has-macros' };
    places.push(data.readUInt32LE(0));
  }
  // BIFF5 has texts in the code page of the machine that wrote them; BIFF8 has Unicode.
  if (stream.readUInt16LE(4) < 0x600) set_cptable(await import('xlsx/dist/cpexcel.full.mjs'));
  const book = read(bytes, {
    type: 'array',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
    cellNF: true,
    sheetRows: fileLimits.rows + 1,
  });
  const counts1904 = book.Workbook?.WBProps?.date1904 === true;
  const room = new RoomLeft();
  const sheets = book.SheetNames.map((name, index): Sheet => {
    const place = places[index];
    return {
      name,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      counts1904,
      rows: rowsOf(book.Sheets[name], counts1904, room),
      ...(place === undefined ? {} : hiddenIn(stream, place)),
    };
  });
  return { kind: 'sheets', sheets };
}

/** The library leaves out which columns are hidden. */
function hiddenIn(stream: Buffer, place: number): Pick<Sheet, 'hiddenRows' | 'hiddenColumns'> {
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  for (const { type, data } of recordsFrom(stream, place)) {
    if (type === records.row && data.length >= 16 && (data.readUInt16LE(12) & 0x20) !== 0)
      hiddenRows.push(data.readUInt16LE(0) + 1);
    if (type !== records.column || data.length < 10 || (data.readUInt16LE(8) & 1) === 0) continue;
    const to = Math.min(data.readUInt16LE(2), fileLimits.columns - 1);
    for (let column = data.readUInt16LE(0); column <= to; column += 1) hiddenColumns.push(column);
  }
  return { hiddenRows, hiddenColumns };
}

function rowsOf(sheet: WorkSheet | undefined, counts1904: boolean, room: RoomLeft): readonly (readonly string[])[] {
  const data = (sheet as { '!data'?: readonly (readonly (CellObject | undefined)[] | undefined)[] } | undefined)?.[
    '!data'
  ];
  const rows = new SheetRows(room);
  // Rows and cells without content are holes.
  data?.forEach((cells, index) => {
    const texts: string[] = [];
    cells?.forEach((cell, column) => {
      if (cell !== undefined) putCell(texts, column, textOf(cell, counts1904));
    });
    rows.add(index, texts);
  });
  return rows.rows;
}

function textOf({ t: kind, v: value, z: format }: CellObject, counts1904: boolean): string {
  if (kind === 's') return String(value ?? '').trim();
  if (kind === 'b') return value === true ? 'TRUE' : 'FALSE';
  if (kind === 'e') return errorOfCode.get(Number(value)) ?? notComputed;
  if (kind !== 'n' || typeof value !== 'number') return '';
  return textOfNumber(value, typeof format === 'string' ? numberShown(format) : 'plain', counts1904);
}
