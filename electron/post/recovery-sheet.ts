/**
 * Prints the recovery sheet (herstelblad): the words of a secret, numbered, and as QR code; what it is for, and where to keep it. It is made
 * to be printed and typed over by someone in trouble, so the words are large and say at which place they stand.
 */

import { breakLines } from './break-lines.ts';
import { withGlyphs } from './fonts.ts';
import { setQr } from './qr.ts';
import { printFile, type Sheets, type Style, setLine, setRule, widthOf } from './sheet.ts';

export interface RecoverySheet {
  /** By which the sheet and its recovery file find one another. */
  readonly number: string;
  readonly studyTitle: string;
  readonly bureau: string;
  /** The day, as it is to be read: '14 mei 2026'. */
  readonly date: string;
  /** The last one checks the others. */
  readonly words: readonly string[];
}

const left = 25;
const right = 185;
const wordsTop = 96;
const columns = 3;
const columnSpace = 6;
const rowHeight = 13;
const codeSize = 38;
const footBaseline = 284;

const styles = {
  bureau: { face: 'bold', size: 13, leading: 5.5 },
  title: { face: 'bold', size: 27, leading: 11 },
  lead: { face: 'regular', size: 12, leading: 6.4 },
  nr: { face: 'regular', size: 10, leading: 5, grey: 0.35, tabular: true },
  word: { face: 'bold', size: 15, leading: 6, tracking: 0.3 },
  label: { face: 'bold', size: 9.5, leading: 5 },
  text: { face: 'regular', size: 9.5, leading: 4.9 },
  small: { face: 'regular', size: 8, leading: 3.9, grey: 0.35 },
} as const satisfies Readonly<Record<string, Style>>;

const lead = (title: string) =>
  `Met deze woorden en het herstelbestand opent u ‘${title}’ op een andere computer, als deze computer stuk of weg is.`;

const advice: readonly (readonly [label: string, text: string])[] = [
  ['Bewaar dit blad', 'Op papier, in een kluis of een afgesloten kast. Maak er geen foto van.'],
  [
    'Bewaar apart',
    'Leg het herstelbestand en de reservekopie ergens anders. Wie alles bij elkaar heeft, heeft alleen nog een wachtzin nodig.',
  ],
  ['Wat het niet is', 'Geen wachtzin. Ook na herstel meldt iedereen zich aan met de eigen wachtzin.'],
  [
    'Na afloop',
    'Vernietig dit blad als het onderzoek vernietigd is, of als er een nieuw blad is gemaakt. Op het nieuwe blad staat een ander nummer.',
  ],
];

/** Prints `sheet` to a new file at `path`; answers its length in bytes. Refuses with 'file.exists'. */
export async function writeRecoverySheet(path: string, sheet: RecoverySheet): Promise<number> {
  const bytes = await printFile(path, { title: `Herstelblad ${sheet.number}` }, async (sheets, flush) => {
    sheets.addPage();
    setHead(sheets, sheet);
    const end = setWords(sheets, sheet.words);
    setAdvice(sheets, sheet.words, end + 12);
    setFoot(sheets, sheet);
    await flush();
    return true;
  });
  return bytes!;
}

function setLines(sheets: Sheets, style: Style, text: string, at: number, baseline: number, width: number): number {
  const lines = breakLines(sheets, style, withGlyphs(text), width);
  lines.forEach((line, nr) => {
    setLine(sheets, style, line, at, baseline + nr * style.leading);
  });
  return baseline + lines.length * style.leading;
}

function setHead(sheets: Sheets, { number, studyTitle, bureau }: RecoverySheet): void {
  setLines(sheets, styles.bureau, bureau, left, 24, right - left);
  setLine(sheets, styles.title, `Herstelblad ${number}`, left - 0.6, 50);
  setLines(sheets, styles.lead, lead(studyTitle), left, 63, right - left - 6);
}

/** In rows of three, from left to right; answers where the block ends. */
function setWords(sheets: Sheets, words: readonly string[]): number {
  const width = (right - left - columnSpace * (columns - 1)) / columns;
  const rows = Math.ceil(words.length / columns);
  words.forEach((word, index) => {
    const x = left + (index % columns) * (width + columnSpace);
    const baseline = wordsTop + Math.floor(index / columns) * rowHeight;
    const nr = String(index + 1);
    setLine(sheets, styles.nr, nr, x + 6 - widthOf(sheets, styles.nr, nr), baseline);
    setLine(sheets, styles.word, word, x + 9, baseline);
    setRule(sheets, x, x + width, baseline + 4);
  });
  return wordsTop + (rows - 1) * rowHeight + 4;
}

function setAdvice(sheets: Sheets, words: readonly string[], top: number): void {
  const textLeft = left + 32;
  let baseline = top + 4;
  for (const [label, text] of advice) {
    setLine(sheets, styles.label, label, left, baseline);
    baseline = setLines(sheets, styles.text, text, textLeft, baseline, right - codeSize - 12 - textLeft) + 3;
  }
  // Capitals take fewer modules; whoever scans it pastes the words as they are.
  setQr(sheets, words.join(' ').toUpperCase(), right - codeSize, top, codeSize);
  setLine(sheets, styles.small, 'Dezelfde woorden als QR-code', right - codeSize, top + codeSize + 6);
}

function setFoot(sheets: Sheets, { number, date }: RecoverySheet): void {
  setLine(sheets, styles.small, `Herstelblad ${number}, gemaakt op ${date}`, left, footBaseline);
}
