/**
 * The sheets of an .ods workbook as trimmed texts. A cell or row that is there a million times is written once in such a file, and costs
 * here no more. Formulas are not computed, links not followed, what was copied from other files is not read, macros never run.
 */
import type { Sheet } from '../../shared/intake/extract.ts';
import { notComputed, numberText } from './cell-text.ts';
import { fileLimits } from './file-limits.ts';
import { longestCell, putCell, RoomLeft, SheetRows, TooLarge } from './sheet-rows.ts';
import { XmlScan, xmlText } from './xml-scan.ts';
import { type Zip, zipLimits } from './zip-limits.ts';

/** `kind-unsupported` also for one that is locked with a password. */
export type OdsRead =
  | { readonly kind: 'sheets'; readonly sheets: readonly Sheet[] }
  | { readonly kind: 'has-macros' | 'kind-unsupported' };

/** Throws where a part is missing or broken, and TooLarge where a sheet goes over the limits. */
export function odsSheets(zip: Zip): OdsRead {
  if (zip.names.some((name) => /^(basic|scripts)\/./i.test(name))) return { kind: 'has-macros' };
  const manifest = zip.read('META-INF/manifest.xml');
  if (manifest !== undefined && xmlText(manifest).includes('encryption-data')) return { kind: 'kind-unsupported' };
  const content = zip.read('content.xml');
  if (content === undefined) return { kind: 'kind-unsupported' };
  const sheets: Sheet[] = [];
  const hiddenStyles = new Set<string>();
  const room = new RoomLeft();
  let style = '';
  let isSpreadsheet = false;
  let counts1904 = false;
  for (const scan = new XmlScan(xmlText(content)); scan.next(); ) {
    if (scan.isEnd) continue;
    switch (scan.name) {
      case 'spreadsheet':
        isSpreadsheet = true;
        break;
      case 'style':
        style = scan.attribute('name') ?? '';
        break;
      case 'table-properties':
        if (scan.attribute('display') === 'false') hiddenStyles.add(style);
        break;
      case 'null-date':
        counts1904 = scan.attribute('date-value')?.startsWith('1904') === true;
        break;
      // Of another file, as it was when this one was saved; cells that were removed.
      case 'dde-links':
      case 'tracked-changes':
        scan.skipElement();
        break;
      case 'table': {
        const sheet = readSheet(scan, { hiddenStyles, counts1904, room });
        if (sheet !== undefined) sheets.push(sheet);
        if (sheets.length > zipLimits.entries) throw new TooLarge('entries');
      }
    }
  }
  return isSpreadsheet ? { kind: 'sheets', sheets } : { kind: 'kind-unsupported' };
}

interface BookSoFar {
  readonly hiddenStyles: ReadonlySet<string>;
  readonly counts1904: boolean;
  readonly room: RoomLeft;
}

/** Undefined for a copy of a sheet of another file, which no program shows. */
function readSheet(scan: XmlScan, { hiddenStyles, counts1904, room }: BookSoFar): Sheet | undefined {
  const name = scan.attribute('name') ?? '';
  const hidden = hiddenStyles.has(scan.attribute('style-name') ?? '');
  const sheet = new SheetRows(room);
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  let isCopy = false;
  let row = 0;
  let column = 0;
  const found = (): Sheet | undefined =>
    isCopy ? undefined : { name, hidden, rows: sheet.rows, hiddenRows, hiddenColumns, counts1904 };
  if (scan.isEmpty) return found();
  while (scan.next()) {
    if (scan.isEnd) {
      if (scan.name === 'table') return found();
      continue;
    }
    if (scan.name === 'table-source') isCopy = true;
    if (scan.name === 'shapes') scan.skipElement();
    if (scan.name === 'table-column') {
      const times = timesOf(scan, 'number-columns-repeated');
      const to = Math.min(column + times, fileLimits.columns);
      if (isHidden(scan)) for (let at = column; at < to; at += 1) hiddenColumns.push(at);
      column += times;
    }
    if (scan.name !== 'table-row') continue;
    const times = timesOf(scan, 'number-rows-repeated');
    const isRowHidden = isHidden(scan);
    const cells = scan.isEmpty ? [] : readRow(scan);
    sheet.add(row, cells, times);
    if (isRowHidden && cells.length > 0) for (let at = 1; at <= times; at += 1) hiddenRows.push(row + at);
    row += times;
  }
  throw new Error('a sheet that does not end');
}

function timesOf(scan: XmlScan, attribute: string): number {
  const times = Number(scan.attribute(attribute) ?? 1);
  if (!Number.isInteger(times) || times < 1) throw new Error('something that is there less than once');
  return times;
}

function isHidden(scan: XmlScan): boolean {
  return ['collapse', 'filter'].includes(scan.attribute('visibility') ?? '');
}

/** Up to the last cell with content. What stands under merged cells is there as well, though no program shows it. */
function readRow(scan: XmlScan): readonly string[] {
  const cells: string[] = [];
  let column = 0;
  while (scan.next()) {
    if (scan.isEnd) {
      if (scan.name === 'table-row') return cells;
      continue;
    }
    if (scan.name !== 'table-cell' && scan.name !== 'covered-table-cell') continue;
    const times = timesOf(scan, 'number-columns-repeated');
    const text = readCell(scan);
    if (text !== '') for (let at = 0; at < times; at += 1) putCell(cells, column + at, text);
    column += times;
  }
  throw new Error('a row that does not end');
}

function readCell(scan: XmlScan): string {
  const kind = scan.attribute('value-type');
  const value = scan.attribute('value');
  const day = scan.attribute('date-value');
  const yes = scan.attribute('boolean-value');
  const said = scan.attribute('string-value');
  const hasFormula = scan.attribute('formula') !== undefined;
  // 'error' stands in an attribute of the same name in another namespace, which is the first or the last of the two.
  const isError = hasFormula && scan.tag().includes('"error"');
  const shown = scan.isEmpty ? '' : shownText(scan);
  // 'Err:502' where no other program has a word for it.
  if (isError) return shown.startsWith('#') ? shown : notComputed;
  switch (kind) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = Number(value);
      // A client number with zeros before it, as it is shown.
      return /^0\d+$/.test(shown) && Number(shown) === number ? shown : numberText(number);
    }
    case 'date':
      return (day ?? '').slice(0, 10);
    case 'boolean':
      return yes === 'true' ? 'TRUE' : 'FALSE';
    case undefined:
      return shown === '' && hasFormula ? notComputed : shown;
    default:
      return said === undefined ? shown : said.trim();
  }
}

/** The paragraphs of a cell, one a line; without the remarks that somebody put beside it. */
function shownText(scan: XmlScan): string {
  let text = '';
  let depth = 0;
  let paragraphs = 0;
  while (scan.next()) {
    const { name, isEnd, isEmpty } = scan;
    if (depth > 0) text += scan.text();
    if (text.length > longestCell) throw new Error('a cell that is too long');
    if (isEnd && (name === 'table-cell' || name === 'covered-table-cell')) return text.trim();
    if (isEnd) {
      if (name === 'p') depth -= 1;
    } else if (name === 'annotation' || name === 'table') scan.skipElement();
    else if (name === 'p') {
      if (paragraphs > 0) text += '\n';
      paragraphs += 1;
      if (!isEmpty) depth += 1;
    } else if (name === 's') text += ' '.repeat(Math.min(Number(scan.attribute('c') ?? 1) || 1, 1000));
    else if (name === 'tab') text += '\t';
    else if (name === 'line-break') text += '\n';
  }
  throw new Error('a cell that does not end');
}
