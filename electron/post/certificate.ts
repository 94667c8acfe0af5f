/**
 * Prints the certificate of destruction (verklaring van vernietiging): what was destroyed, on what ground and in which way, how that was
 * checked, what was kept and what lay out of reach. The wording claims no more than that; it is in Dutch, as the agreement is.
 */
import type { Certificate } from '../../shared/destruction/certificate.ts';
import { breakLines } from './break-lines.ts';
import { certificateText, type Section } from './certificate-text.ts';
import { withGlyphs } from './fonts.ts';
import { printFile, type Sheets, type Style, setLine, setRule, widthOf } from './sheet.ts';

const left = 25;
const right = 185;
/** Labels hang in the margin of the text. */
const textLeft = 64;
const statementBaseline = 63;
/** The first section begins here, or lower when the statement needs more lines. */
const firstTop = 96;
const nextTop = 34;
const bottom = 268;
const footBaseline = 284;
const signaturesTop = 226;
const signaturesHeight = 42;
const signaturesSpace = 12;

const styles = {
  processor: { face: 'bold', size: 13, leading: 5.5 },
  title: { face: 'bold', size: 27, leading: 11 },
  statement: { face: 'regular', size: 12, leading: 6.4 },
  label: { face: 'bold', size: 9, leading: 5 },
  text: { face: 'regular', size: 9.5, leading: 4.9 },
  figure: { face: 'regular', size: 9.5, leading: 4.9, tabular: true },
  hash: { face: 'regular', size: 7.5, leading: 4.3, grey: 0.35, tabular: true },
  small: { face: 'regular', size: 8, leading: 3.9, grey: 0.35 },
} as const satisfies Readonly<Record<string, Style>>;

/** Room for the figures before the words of a count. */
const figureWidth = 14;
const sectionSpace = 5;
const paragraphSpace = 1.7;

/** One line of the certificate, `before` millimetres below the one above it. */
interface Row {
  readonly before: number;
  readonly label?: string;
  /** Never the last on its page: the start of a section, a name above its hash, the first or last but one line of a paragraph. */
  readonly staysWithNext?: boolean;
  readonly set: (sheets: Sheets, baseline: number) => void;
}

/** Prints `certificate` to a new file at `path` for keeping (PDF/A-2b), and answers its length in bytes. Refuses with 'file.exists'. */
export async function writeCertificate(path: string, certificate: Certificate): Promise<number> {
  const job = { title: `Verklaring van vernietiging ${certificate.number}`, archival: true };
  const bytes = await printFile(path, job, async (sheets, flush) => {
    const { statement, sections, signatures } = certificateText(certificate);
    sheets.addPage();
    const top = setHead(sheets, certificate, statement);
    const pages = paginate(
      sections.flatMap((section) => rowsOf(sheets, section)),
      top,
    );
    for (const [nr, rows] of pages.entries()) {
      if (nr > 0) sheets.addPage();
      const end = setRows(sheets, rows, nr === 0 ? top : nextTop);
      if (nr === pages.length - 1) setSignatures(sheets, signatures, Math.max(end + signaturesSpace, signaturesTop));
      setFoot(sheets, certificate, nr + 1, pages.length);
      await flush();
    }
    return true;
  });
  return bytes!;
}

/** Sets name, title and statement, and answers where the sections begin. */
function setHead(sheets: Sheets, certificate: Certificate, statement: string): number {
  breakLines(sheets, styles.processor, withGlyphs(certificate.processor.name), right - left).forEach((line, nr) => {
    setLine(sheets, styles.processor, line, left, 24 + nr * styles.processor.leading);
  });
  // The V leans out a little, so that it seems to stand in line with the text below.
  setLine(sheets, styles.title, 'Verklaring van vernietiging', left - 0.6, 50);
  const lines = breakLines(sheets, styles.statement, withGlyphs(statement), right - left - 6);
  lines.forEach((line, nr) => {
    setLine(sheets, styles.statement, line, left, statementBaseline + nr * styles.statement.leading);
  });
  return Math.max(firstTop, statementBaseline + lines.length * styles.statement.leading + 7.4);
}

function rowsOf(sheets: Sheets, section: Section): readonly Row[] {
  const rows = section.lines.flatMap((entry, at): readonly Row[] => {
    if (entry.kind === 'count') return [{ before: styles.figure.leading, set: (s, y) => setCount(s, entry, y) }];
    const style = entry.kind === 'hash' ? styles.hash : styles.text;
    const lines = breakLines(sheets, style, withGlyphs(entry.text), right - textLeft);
    return lines.map((line, nr) => ({
      before: style.leading + (nr === 0 && entry.kind === 'text' ? paragraphSpace : 0),
      staysWithNext:
        nr < lines.length - 1 ? nr === 0 || nr === lines.length - 2 : section.lines[at + 1]?.kind === 'hash',
      set: (s, y) => setLine(s, style, line, textLeft, y),
    }));
  });
  return rows.map((row, nr) => {
    if (nr > 0) return row;
    return { ...row, before: sectionSpace * 2, label: section.label, staysWithNext: rows.length > 1 };
  });
}

function setCount(sheets: Sheets, entry: { readonly count: string; readonly text: string }, baseline: number): void {
  setLine(
    sheets,
    styles.figure,
    entry.count,
    textLeft + figureWidth - widthOf(sheets, styles.figure, entry.count),
    baseline,
  );
  setLine(sheets, styles.text, withGlyphs(entry.text), textLeft + figureWidth + 3, baseline);
}

/** The rows per page; where signatures find no room, they take the last rows along. */
function paginate(rows: readonly Row[], firstTopOfRows: number): readonly (readonly Row[])[] {
  const pages: Row[][] = [[]];
  let at = firstTopOfRows;
  rows.forEach((row, nr) => {
    if (at + heightTogether(rows.slice(nr)) > bottom) {
      pages.push([]);
      at = nextTop;
    }
    pages.at(-1)!.push(row);
    at += row.before;
  });
  if (at + signaturesSpace + signaturesHeight > bottom) pages.push(pages.at(-1)!.splice(startOfLast(pages.at(-1)!)));
  return pages;
}

/** The height of the first of `rows` and of those that must stay with it. */
function heightTogether(rows: readonly Row[]): number {
  const end = rows.findIndex(({ staysWithNext }) => !staysWithNext);
  return rows.slice(0, end + 1).reduce((sum, { before }) => sum + before, 0);
}

/** Where the rows begin that go to the page of the signatures: the last section, or its last two lines when it is long itself. */
function startOfLast(rows: readonly Row[]): number {
  const section = rows.findLastIndex(({ label }) => label !== undefined);
  const height = rows.slice(section).reduce((sum, { before }) => sum + before, 0);
  const fits = nextTop + height + signaturesSpace + signaturesHeight <= bottom;
  return section > 0 && fits ? section : rows.length - 2;
}

function setRows(sheets: Sheets, rows: readonly Row[], top: number): number {
  let baseline = top;
  rows.forEach((row, nr) => {
    baseline += row.before;
    if (row.label !== undefined) {
      setRule(sheets, left, right, nr === 0 ? top : baseline - sectionSpace - 1.2);
      if (nr === 0) baseline = top + sectionSpace + 1.2;
      setLine(sheets, styles.label, row.label, left, baseline);
    }
    row.set(sheets, baseline);
  });
  return baseline;
}

function setSignatures(
  sheets: Sheets,
  signatures: readonly (readonly [role: string, name: string])[],
  top: number,
): void {
  const space = 8;
  const width = (right - left - space * (signatures.length - 1)) / signatures.length;
  signatures.forEach(([role, name], nr) => {
    const x = left + nr * (width + space);
    breakLines(sheets, styles.label, role, width).forEach((line, at) => {
      setLine(sheets, styles.label, line, x, top + at * 4.4);
    });
    setRule(sheets, x, x + width, top + 27);
    const names = breakLines(sheets, styles.text, withGlyphs(name), width);
    names.forEach((line, at) => {
      setLine(sheets, styles.text, line, x, top + 32 + at * styles.text.leading);
    });
    setLine(sheets, styles.small, 'Naam, datum en handtekening', x, top + 31.6 + names.length * styles.text.leading);
  });
}

function setFoot(sheets: Sheets, certificate: Certificate, page: number, pages: number): void {
  const sheetNr = `Blad ${page} van ${pages}`;
  setLine(sheets, styles.small, withGlyphs(`Verklaring nr. ${certificate.number}`), left, footBaseline);
  setLine(sheets, styles.small, sheetNr, right - widthOf(sheets, styles.small, sheetNr), footBaseline);
}
