/**
 * A sheet of A4 on which every line stands on a baseline of its own, and the file it is printed to: what letters and the certificate
 * have in common. Places on the sheet are in millimetres from its upper left corner, sizes of type in points.
 */
import { type FileHandle, open, rm } from 'node:fs/promises';
import PDFDocument from 'pdfkit';
import { refuse } from '../../shared/problem.ts';
import { type Face, fontFile, printable } from './fonts.ts';

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
}

function optionsOf(style: Style): PDFKit.Mixins.TextOptions {
  return { lineBreak: false, baseline: 'alphabetic', characterSpacing: style.tracking ?? 0 };
}

/** The width of `text` on one line, millimetres. */
export function widthOf(sheets: Sheets, style: Style, text: string): number {
  return (
    sheets.font(style.face).fontSize(style.size).widthOfString(printable(text), optionsOf(style)) / pointsPerMillimetre
  );
}

/** Sets `text` on one line that starts at `left` and stands on `baseline`. */
export function setLine(sheets: Sheets, style: Style, text: string, left: number, baseline: number): void {
  const ink = Math.round((style.grey ?? 0) * 255);
  sheets
    .font(style.face)
    .fontSize(style.size)
    .fillColor([ink, ink, ink])
    .text(printable(text), left * pointsPerMillimetre, baseline * pointsPerMillimetre, optionsOf(style));
}

/** `text` in lines no wider than `width` millimetres: broken at spaces, at its own line ends, and inside a word that is wider by itself. */
export function breakLines(sheets: Sheets, style: Style, text: string, width: number): readonly string[] {
  const fits = (line: string) => widthOf(sheets, style, line) <= width;
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/[ \t]+/).filter(Boolean)) {
      if (line !== '' && fits(`${line} ${word}`)) {
        line = `${line} ${word}`;
        continue;
      }
      if (line !== '') lines.push(line);
      line = word;
      while (!fits(line)) {
        const characters = [...line];
        let taken = characters.length - 1;
        while (taken > 1 && !fits(characters.slice(0, taken).join(''))) taken -= 1;
        if (taken < 1) break;
        lines.push(characters.slice(0, taken).join(''));
        line = characters.slice(taken).join('');
      }
    }
    return [...lines, line];
  });
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
    lang: 'nl',
    displayTitle: true,
    info: { Title: job.title, Producer: 'Veldwerk', Creator: 'Veldwerk' },
    // Words are not kept once they are set: in a batch most of what differs is somebody's name.
    fontLayoutCache: false,
    ...(job.archival ? { pdfVersion: '1.7' as const, subset: 'PDF/A-2b' as const } : {}),
    font: fontFile('regular') as unknown as string,
  });
  sheets.registerFont('regular', fontFile('regular'));
  sheets.registerFont('bold', fontFile('bold'));
  return sheets;
}
