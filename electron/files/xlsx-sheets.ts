/**
 * The sheets of an .xlsx workbook as trimmed texts, read straight from its parts: nothing but workbook, styles, texts and sheets is opened.
 * Formulas are not computed, links not followed, macros never run.
 */
import type { Sheet } from '../../shared/intake/extract.ts';
import { builtInShown, type NumberShown, notComputed, numberShown, textOfNumber } from './cell-text.ts';
import { longestCell, putCell, RoomLeft, SheetRows, TooLarge } from './sheet-rows.ts';
import { XmlScan, xmlText } from './xml-scan.ts';
import type { Zip } from './zip-limits.ts';

/** `has-macros` for a workbook of a kind that can hold macros, whether or not there are any. */
export type XlsxRead =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'has-macros' | 'kind-unsupported' };

interface Link {
  readonly type: string;
  readonly target: string;
}

interface Book {
  readonly shown: readonly NumberShown[];
  readonly texts: readonly string[];
  readonly counts1904: boolean;
  readonly room: RoomLeft;
}

/** Throws where a part is missing or broken, and TooLarge where a sheet goes over the limits. */
export function xlsxSheets(zip: Zip): XlsxRead {
  const names = zip.names.map((name) => name.replaceAll('\\', '/').toLowerCase());
  if (names.some((name) => /vbaproject[^/]*\.bin$/.test(name) || /^xl\/(macrosheets|intlmacrosheets)\//.test(name)))
    return { kind: 'has-macros' };
  const bookPath = links(zip, '')?.find(({ type }) => type === 'officedocument')?.target ?? 'xl/workbook.xml';
  const xml = partOf(zip, bookPath);
  // .xlsb is the same in a binary notation.
  if (xml === undefined || !bookPath.endsWith('.xml')) return { kind: 'kind-unsupported' };
  if (contentType(zip, bookPath).includes('macroEnabled')) return { kind: 'has-macros' };
  const bookLinks = links(zip, bookPath) ?? [];
  if (bookLinks.some(({ type }) => /vbaproject|macrosheet/.test(type))) return { kind: 'has-macros' };
  const found = sheetsOfBook(xml);
  if (found === undefined) return { kind: 'kind-unsupported' };
  const findPart = (type: string) => {
    const target = bookLinks.find((link) => link.type === type)?.target;
    return target === undefined ? undefined : partOf(zip, target);
  };
  const book: Book = {
    shown: shownOfStyles(findPart('styles')),
    texts: sharedTexts(findPart('sharedstrings')),
    counts1904: found.counts1904,
    room: new RoomLeft(),
  };
  const targets = new Map(bookLinks.map((link) => [link.id, link] as const));
  const sheets = found.sheets.map(({ name, hidden, link }): Sheet => {
    const { type, target } = targets.get(link) ?? {};
    // A sheet of nothing but a chart counts as one, and has no cells.
    const part = type === 'worksheet' && target !== undefined ? partOf(zip, target) : undefined;
    if (type === 'worksheet' && part === undefined) throw new Error('a sheet without its part');
    return {
      name,
      hidden,
      counts1904: book.counts1904,
      ...(part === undefined ? { rows: [] } : readSheet(part, book)),
    };
  });
  return { kind: 'sheets', sheets };
}

function partOf(zip: Zip, path: string): string | undefined {
  const bytes = zip.read(path);
  return bytes && xmlText(bytes);
}

/** What the list of contents says a part is. */
function contentType(zip: Zip, path: string): string {
  for (const scan = new XmlScan(partOf(zip, '[content_types].xml') ?? ''); scan.next(); )
    if (scan.name === 'Override' && scan.attribute('PartName')?.toLowerCase() === `/${path}`)
      return scan.attribute('ContentType') ?? '';
  return '';
}

/** What a part refers to, by the last word of the kind of link in lower case; a link to outside the file is left out. */
function links(zip: Zip, path: string): readonly (Link & { readonly id: string })[] | undefined {
  const slash = path.lastIndexOf('/');
  const folder = path.slice(0, slash + 1);
  const xml = partOf(zip, `${folder}_rels/${path.slice(slash + 1)}.rels`);
  if (xml === undefined) return undefined;
  const found: (Link & { id: string })[] = [];
  for (const scan = new XmlScan(xml); scan.next(); ) {
    if (scan.name !== 'Relationship' || scan.isEnd || scan.attribute('TargetMode') === 'External') continue;
    const target = scan.attribute('Target') ?? '';
    const type = (scan.attribute('Type') ?? '').split('/').at(-1)!.toLowerCase();
    found.push({ id: scan.attribute('Id') ?? '', type, target: absolute(folder, target.toLowerCase()) });
  }
  return found;
}

function absolute(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Undefined when it is no workbook. */
function sheetsOfBook(xml: string) {
  const sheets: { readonly name: string; readonly hidden: boolean; readonly link: string }[] = [];
  let counts1904 = false;
  let isBook = false;
  for (const scan = new XmlScan(xml); scan.next(); ) {
    if (scan.isEnd) continue;
    if (scan.name === 'workbook') isBook = true;
    if (scan.name === 'workbookPr') counts1904 = isTrue(scan.attribute('date1904'));
    if (scan.name !== 'sheet') continue;
    const hidden = ['hidden', 'veryHidden'].includes(scan.attribute('state') ?? '');
    sheets.push({ name: scan.attribute('name') ?? '', hidden, link: scan.attribute('id') ?? '' });
  }
  return isBook ? { sheets, counts1904 } : undefined;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

/** How the numbers of each cell format are shown. */
function shownOfStyles(xml: string | undefined): readonly NumberShown[] {
  const custom = new Map<number, NumberShown>();
  const shown: NumberShown[] = [];
  let isWithin = false;
  for (const scan = new XmlScan(xml ?? ''); scan.next(); ) {
    if (scan.name === 'cellXfs') isWithin = !scan.isEnd && !scan.isEmpty;
    if (scan.isEnd) continue;
    if (scan.name === 'numFmt')
      custom.set(Number(scan.attribute('numFmtId')), numberShown(scan.attribute('formatCode') ?? ''));
    if (!isWithin || scan.name !== 'xf') continue;
    const id = Number(scan.attribute('numFmtId') ?? 0);
    shown.push(custom.get(id) ?? builtInShown(id));
  }
  return shown;
}

/** The texts that cells refer to by number. */
function sharedTexts(xml: string | undefined): readonly string[] {
  const texts: string[] = [];
  for (const scan = new XmlScan(xml ?? ''); scan.next(); ) {
    if (scan.name !== 'si' || scan.isEnd) continue;
    texts.push(scan.isEmpty ? '' : textWithin(scan, 'si'));
  }
  return texts;
}

/** All of a text in several styles, without what says how it is spoken. */
function textWithin(scan: XmlScan, element: string): string {
  let text = '';
  while (scan.next()) {
    if (scan.isEnd && scan.name === element) return trimmed(text);
    if (scan.name === 'rPh' && !scan.isEnd) scan.skipElement();
    else if (scan.isEnd && scan.name === 't') text += unescaped(scan.text());
  }
  throw new Error('a text that does not end');
}

/** '_x000D_' is how XML gets a character into a cell that it does not have itself. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function trimmed(text: string): string {
  if (text.length > longestCell) throw new Error('a cell that is too long');
  return text.trim();
}

function readSheet(xml: string, book: Book): Pick<Sheet, 'rows' | 'hiddenRows' | 'hiddenColumns'> {
  const sheet = new SheetRows(book.room);
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  let row = 0;
  for (const scan = new XmlScan(xml); scan.next(); ) {
    // What stands after the cells, of buttons for one, has rows and columns of its own.
    if (scan.isEnd && scan.name === 'sheetData') break;
    if (scan.isEnd) continue;
    if (scan.name === 'row') {
      row = placeOf(scan.attribute('r'), row + 1);
      const isHidden = isTrue(scan.attribute('hidden'));
      const cells = scan.isEmpty ? [] : readRow(scan, book);
      sheet.add(row - 1, cells, 1);
      if (isHidden && cells.length > 0) hiddenRows.push(row);
    } else if (scan.name === 'col' && isTrue(scan.attribute('hidden'))) {
      const to = Math.min(Number(scan.attribute('max')), 200);
      for (let column = Number(scan.attribute('min')); column <= to; column += 1) hiddenColumns.push(column - 1);
    }
  }
  return { rows: sheet.rows, hiddenRows, hiddenColumns };
}

function placeOf(said: string | undefined, next: number): number {
  if (said === undefined) return next;
  const place = Number(said);
  if (!Number.isInteger(place) || place < 1) throw new Error('a row without a number');
  return place;
}

/**
 * The cells of a row up to its last one with content. The text of merged cells stands in the first of them: a header that is merged over
 * several columns is the header of the first.
 */
function readRow(scan: XmlScan, book: Book): readonly string[] {
  const cells: string[] = [];
  let column = -1;
  while (scan.next()) {
    if (scan.isEnd) {
      if (scan.name === 'row') return cells;
      continue;
    }
    if (scan.name !== 'c') continue;
    column = columnOf(scan.attribute('r')) ?? column + 1;
    if (scan.isEmpty) continue;
    const kind = scan.attribute('t') ?? 'n';
    const style = Number(scan.attribute('s') ?? 0);
    putCell(cells, column, readCell(scan, kind, style, book));
  }
  throw new Error('a row that does not end');
}

/** Of 'BC12': 54. */
function columnOf(reference: string | undefined): number | undefined {
  if (reference === undefined) return undefined;
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    // Capitals, whatever was written.
    const letter = (reference.charCodeAt(at) & ~0x20) - 0x40;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (at === 0 || at > 3) throw new TooLarge('cells');
  return column - 1;
}

function readCell(scan: XmlScan, kind: string, style: number, book: Book): string {
  let value: string | undefined;
  let hasFormula = false;
  while (scan.next()) {
    if (scan.isEnd) {
      if (scan.name === 'c') break;
      if (scan.name === 'v') value = scan.text();
    } else if (scan.name === 'v') value = scan.isEmpty ? '' : value;
    else if (scan.name === 'is') value = scan.isEmpty ? '' : textWithin(scan, 'is');
    else if (scan.name === 'f') hasFormula = true;
  }
  if (value === undefined || (value === '' && kind !== 'str')) return hasFormula ? notComputed : '';
  switch (kind) {
    case 'n':
      // Nearly all: whole numbers in a cell that shows them as they are.
      if (value.length <= 15 && (book.shown[style] ?? 'plain') === 'plain' && /^[1-9]\d*$/.test(value)) return value;
      return textOfNumber(Number(value), book.shown[style] ?? 'plain', book.counts1904);
    case 's':
      return book.texts[Number(value)] ?? notComputed;
    case 'b':
      return isTrue(value.trim()) ? 'TRUE' : 'FALSE';
    case 'd':
      return value.trim().slice(0, 10);
    case 'str':
      return trimmed(unescaped(value));
    default:
      return trimmed(value);
  }
}
