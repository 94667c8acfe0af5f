/**
 * A sheet of A4 on which every line stands on a baseline of its own, and the file it is printed to: what letters and the certificate
 * have in common. Places on the sheet are in millimetres from its upper left corner, sizes of type in points.
 */
import { type FileHandle, open, rm } from 'node:fs/promises';
import PDFDocument from 'pdfkit';
import { refuse } from '../../shared/problem.ts';
import { type Face, type Family, families, fontFile } from './fonts.ts';
import { isRightToLeft, rightToLeftMark, type TextRun, textRuns } from './text-runs.ts';

export type Sheets = PDFKit.PDFDocument;

const pointsPerMillimetre = 72 / 25.4;

export interface Style {
  readonly face: Face;
  /** Points. */
  readonly size: number;
  /** From baseline to baseline, millimetres. */
  readonly leading: number;
  /** 0 black to 1 white. */
  readonly grey?: number;
  /** Extra space between characters, points. */
  readonly tracking?: number;
  /** Figures of one width and nothing kerned: for columns of numbers, hashes and codes. */
  readonly tabular?: boolean;
  /** For what differs from sheet to sheet, such as an address: its words are not remembered while the file is made. */
  readonly once?: boolean;
}

function optionsOf(style: Style, run: TextRun): PDFKit.Mixins.TextOptions {
  const options = {
    lineBreak: false,
    baseline: 'alphabetic',
    characterSpacing: style.tracking ?? 0,
    // Nothing is underlined here: without these pdfkit would lay out every line once more to know how wide it is.
    textWidth: 0,
    wordCount: 1,
  } as const;
  // pdfkit remembers the layout of every word, except where features are asked for by name; kerning is on unless it is switched off.
  // Its types know only lists of features, which cannot switch one off.
  const tabular = { tnum: true, kern: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];
  if (style.tabular) return { ...options, features: tabular };
  // Word by word the words of a line from right to left would stand in the wrong order.
  return style.once || run.isRightToLeft ? { ...options, features: ['kern'] } : options;
}

const fontName = (face: Face, family: Family) => `${face} ${family}`;

function widthOfRun(sheets: Sheets, style: Style, run: TextRun): number {
  return sheets
    .font(fontName(style.face, run.family))
    .fontSize(style.size)
    .widthOfString(run.text, optionsOf(style, run));
}

/** The width of `text` on one line, millimetres. */
export function widthOf(sheets: Sheets, style: Style, text: string): number {
  return textRuns(text).reduce((sum, run) => sum + widthOfRun(sheets, style, run), 0) / pointsPerMillimetre;
}

/** Sets `text` on one line that starts at `left` and stands on `baseline`. */
export function setLine(sheets: Sheets, style: Style, text: string, left: number, baseline: number): void {
  const ink = Math.round((style.grey ?? 0) * 255);
  let at = left * pointsPerMillimetre;
  const runs = textRuns(text);
  for (const run of runs) {
    sheets
      .font(fontName(style.face, run.family))
      .fontSize(style.size)
      .fillColor([ink, ink, ink])
      .text(run.text, at, baseline * pointsPerMillimetre, optionsOf(style, run));
    if (runs.length > 1) at += widthOfRun(sheets, style, run);
  }
}

/** Sets a line between `left` and `right`: at the side from which it is read. */
export function setAligned(
  sheets: Sheets,
  style: Style,
  line: string,
  [left, right]: readonly [left: number, right: number],
  baseline: number,
): void {
  const from = isRightToLeft(line) ? right - widthOf(sheets, style, line) : left;
  setLine(sheets, style, line, from, baseline);
}

/**
 * `text` in lines no wider than `width` millimetres: broken at spaces, at its own line ends, and inside a word that is wider by itself.
 * A last line of one word gets company from the line before it.
 */
export function breakLines(sheets: Sheets, style: Style, text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    if (isRightToLeft(paragraph) && !paragraph.startsWith(rightToLeftMark))
      return breakParagraph(sheets, style, paragraph, width).map((line) => `${rightToLeftMark}${line}`);
    return breakParagraph(sheets, style, paragraph, width);
  });
}

function breakParagraph(sheets: Sheets, style: Style, paragraph: string, width: number): readonly string[] {
  if (widthOf(sheets, style, paragraph) <= width) return [paragraph];
  const words = paragraph.split(/[ \t]+/).flatMap((word) => splitWord(sheets, style, word, width));
  return keepCompany(sheets, style, fillLines(sheets, style, words, width), width).map((line) => line.join(' '));
}

/** Word by word, so that a word is measured once for all the letters that have it. */
function fillLines(
  sheets: Sheets,
  style: Style,
  words: readonly string[],
  width: number,
): readonly (readonly string[])[] {
  const space = widthOf(sheets, style, ' ');
  const lines: string[][] = [];
  let filled = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const wide = widthOf(sheets, style, word);
    if (filled + space + wide > width) {
      lines.push([word]);
      filled = wide;
    } else {
      lines.at(-1)!.push(word);
      filled += space + wide;
    }
  }
  return lines;
}

function keepCompany(
  sheets: Sheets,
  style: Style,
  lines: readonly (readonly string[])[],
  width: number,
): readonly (readonly string[])[] {
  const [before, last] = lines.slice(-2);
  if (before === undefined || last === undefined || last.length > 1 || before.length < 3) return lines;
  const joined = [before.at(-1)!, ...last];
  return widthOf(sheets, style, joined.join(' ')) > width
    ? lines
    : [...lines.slice(0, -2), before.slice(0, -1), joined];
}

/** The word, or the pieces of a word that is wider than a line by itself, such as a long address on the web. */
function splitWord(sheets: Sheets, style: Style, word: string, width: number): readonly string[] {
  if (widthOf(sheets, style, word) <= width) return word === '' ? [] : [word];
  const pieces: string[] = [''];
  for (const character of word) {
    const longer = pieces.at(-1)! + character;
    if (pieces.at(-1) !== '' && widthOf(sheets, style, longer) > width) pieces.push(character);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}

/** A thin line, `weight` points, from `left` to `right`. */
export function setRule(sheets: Sheets, left: number, right: number, at: number, weight = 0.35, grey = 0.45): void {
  const ink = Math.round(grey * 255);
  sheets
    .moveTo(left * pointsPerMillimetre, at * pointsPerMillimetre)
    .lineTo(right * pointsPerMillimetre, at * pointsPerMillimetre)
    .lineWidth(weight)
    .strokeColor([ink, ink, ink])
    .stroke();
}

/** An open box to write in. */
export function setBox(sheets: Sheets, left: number, top: number, width: number, height: number, weight = 0.6): void {
  const [x, y, w, h] = [left, top, width, height].map((size) => size * pointsPerMillimetre) as [
    number,
    number,
    number,
    number,
  ];
  sheets.rect(x, y, w, h).lineWidth(weight).strokeColor([60, 60, 60]).stroke();
}

/** Adds a dark rectangle to the shape that `fillShape` then fills. */
export function addDark(sheets: Sheets, left: number, top: number, width: number, height: number): void {
  const [x, y, w, h] = [left, top, width, height].map((size) => size * pointsPerMillimetre) as [
    number,
    number,
    number,
    number,
  ];
  sheets.rect(x, y, w, h);
}

export function fillShape(sheets: Sheets): void {
  sheets.fillColor([0, 0, 0]).fill('non-zero');
}

export interface PrintJob {
  /** Says what the file is; never anything about a person. */
  readonly title: string;
  /** Of its text, for programs that read aloud; Dutch when absent. */
  readonly language?: string;
  /** For keeping: written as PDF/A-2b (ISO 19005-2). */
  readonly archival?: boolean;
}

/** Composes the sheets; calls `flush` after each page so that finished pages leave memory. Answers whether the file is to be kept. */
export type Compose = (sheets: Sheets, flush: () => Promise<void>) => Promise<boolean>;

/**
 * Prints to a new file that only its owner may read, and answers its length in bytes once it is on the disk, or undefined when
 * `compose` does not want it kept. Whatever ends the work early leaves no file. Refuses with 'file.exists': nothing is overwritten.
 */
export async function printFile(path: string, job: PrintJob, compose: Compose): Promise<number | undefined> {
  const file = await createFile(path);
  let bytes: number | undefined;
  try {
    bytes = await printInto(file, job, compose);
    if (bytes !== undefined) await file.sync();
  } finally {
    await file.close();
    if (bytes === undefined) await rm(path);
  }
  return bytes;
}

async function createFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') refuse('file.exists', {});
    throw error;
  }
}

async function printInto(file: FileHandle, job: PrintJob, compose: Compose): Promise<number | undefined> {
  const sheets = openSheets(job);
  let bytes = 0;
  const flush = async (): Promise<void> => {
    const chunk = sheets.read() as Buffer | null;
    if (chunk === null) return;
    let written = 0;
    while (written < chunk.length) written += (await file.write(chunk, written)).bytesWritten;
    bytes += chunk.length;
  };
  if (!(await compose(sheets, flush))) return undefined;
  sheets.end();
  await flush();
  return bytes;
}

function openSheets(job: PrintJob): Sheets {
  const sheets = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    lang: job.language ?? 'nl',
    displayTitle: true,
    info: { Title: job.title, Producer: 'Veldwerk', Creator: 'Veldwerk' },
    ...(job.archival ? { pdfVersion: '1.7' as const, subset: 'PDF/A-2b' as const } : {}),
    // No default typeface: Helvetica would not be embedded.
    font: '',
  });
  for (const family of families)
    for (const face of ['regular', 'bold'] as const)
      sheets.registerFont(fontName(face, family), fontFile(face, family));
  return sheets;
}
