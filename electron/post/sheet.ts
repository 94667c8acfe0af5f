/**
 * A sheet of A4 on which every line stands on a baseline of its own, and the file it is printed to: what letters and the certificate
 * have in common. Places on the sheet are in millimetres from its upper left corner, sizes of type in points.
 */
import { type FileHandle, open, rm } from 'node:fs/promises';
import PDFDocument from 'pdfkit';
import { refuse } from '../../shared/problem.ts';
import { letOthersGo } from '../pause.ts';
import { forgetBrokenLines } from './break-lines.ts';
import { type Face, type Family, families, fontFile, isPlainLatin } from './fonts.ts';
import { isRightToLeft, type TextRun, textRuns } from './text-runs.ts';

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
  // Kerning is on unless it is switched off; the types of pdfkit know only lists of features, which cannot.
  const tabular = { tnum: true, kern: false } as unknown as PDFKit.Mixins.OpenTypeFeatures[];
  if (style.tabular) return { ...options, features: tabular };
  // Word by word the words of a line from right to left would stand in the wrong order.
  return run.isRightToLeft ? { ...options, features: ['kern'] } : options;
}

const faces = ['regular', 'bold'] as const;
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

/** Whether `text` is no wider than `width` millimetres. Most texts are so much narrower that their characters need not be laid out for it. */
export function fitsIn(sheets: Sheets, style: Style, text: string, width: number): boolean {
  const most = mostWidth(sheets, style, text);
  if (most <= width) return true;
  // Kerning takes a few hundredths, never a quarter.
  if (most > width * 1.35 && most !== Number.POSITIVE_INFINITY) return false;
  return widthOf(sheets, style, text) <= width;
}

/** By typeface: how wide a character is, in the size of one point. */
const advances = new Map<string, Map<string, number>>();

/** What a text in Latin is not wider than: its characters side by side, and something for what stands wider than that. */
function mostWidth(sheets: Sheets, style: Style, text: string): number {
  if (!isPlainLatin(text)) return Number.POSITIVE_INFINITY;
  const known = advances.get(style.face) ?? new Map<string, number>();
  advances.set(style.face, known);
  let sum = 0;
  for (const character of text) {
    let wide = known.get(character);
    if (wide === undefined) {
      wide = widthOf(sheets, { face: style.face, size: 1, leading: 1 }, character);
      known.set(character, wide);
    }
    sum += wide;
  }
  return sum * style.size * 1.06 + (text.length * (style.tracking ?? 0)) / pointsPerMillimetre;
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

/**
 * Fills a dark shape of `bars`, PDF operators (ISO 32000-1, 8.5.2.1) in units of one `cell` (mm) from `left` and `top`: whole numbers are
 * a third of the bytes that the same places in points would be.
 */
export function fillGrid(sheets: Sheets, left: number, top: number, cell: number, bars: readonly string[]): void {
  sheets
    .save()
    .translate(left * pointsPerMillimetre, top * pointsPerMillimetre)
    .scale(cell * pointsPerMillimetre)
    .fillColor([0, 0, 0])
    .addContent(Buffer.from(`${bars.join('\n')}\n`, 'latin1'))
    .fill('non-zero')
    .restore();
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

/** Bytes. */
const writtenAtOnce = 16_384;
/** Pages. */
const rememberedFor = 1000;

/** pdfkit remembers how every word is laid out for as long as the file is made; names and codes never come again. */
function forgetWords(sheets: Sheets): void {
  forgetBrokenLines(sheets);
  const fonts = (sheets as unknown as { readonly _fontFamilies: Readonly<Record<string, { layoutCache?: object }>> })
    ._fontFamilies;
  for (const font of Object.values(fonts)) if (font.layoutCache !== undefined) font.layoutCache = Object.create(null);
}

async function printInto(file: FileHandle, job: PrintJob, compose: Compose): Promise<number | undefined> {
  const sheets = openSheets(job);
  // Opening a typeface and its first character takes its time; one that is not used is not in the file.
  for (const face of faces) {
    widthOf(sheets, { face, size: 1, leading: 1 }, 'a');
    await letOthersGo(0, 0);
  }
  let bytes = 0;
  let flushed = 0;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  const write = async (): Promise<void> => {
    const chunk = Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    let written = 0;
    while (written < chunk.length) written += (await file.write(chunk, written)).bytesWritten;
    bytes += chunk.length;
  };
  const flush = async (): Promise<void> => {
    flushed += 1;
    if (flushed % rememberedFor === 0) forgetWords(sheets);
    const chunk = sheets.read() as Buffer | null;
    if (chunk !== null) waiting.push(chunk);
    waitingBytes += chunk?.length ?? 0;
    if (waitingBytes >= writtenAtOnce) await write();
    else await letOthersGo(flushed, 0);
  };
  if (!(await compose(sheets, flush))) return undefined;
  sheets.end();
  await flush();
  await write();
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
    for (const face of faces) sheets.registerFont(fontName(face, family), fontFile(face, family));
  return sheets;
}
