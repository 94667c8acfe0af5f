/** How one letter stands on its sheets: everything has a place that is known beforehand, and what does not fit its place is told. */

import { breakLines } from './break-lines.ts';
import { hasGlyphs } from './fonts.ts';
import type { Letter, Letterhead, LetterPart } from './letters.ts';
import { setQr } from './qr.ts';
import { fitsIn, type Sheets, type Style, setAligned, setLine, setRule, widthOf } from './sheet.ts';

const left = 25;
const right = 185;

/**
 * Where the window of a Dutch envelope shows the sheet. Shape and place: 90 x 35 mm, 20 mm from the edge, from 50 mm down. The NTG's
 * 'isodoc' class after NEN 1026 centres the address on 63.5 mm and starts it at 35 or 105 mm from the left, inside these windows. A DL
 * envelope leaves the sheet 10 mm of play sideways and 11 mm up and down, so text keeps within what stays in view: 20 to 100 mm
 * (left) or 110 to 190 mm (right), and from about 54 mm. Six lines, sans serif of 10 to 12 points, the return address in one line
 * above: PostNL's advice on addressing. Smaller type only where an address would not fit otherwise.
 */
const windows = { left: { left, right: 100 }, right: { left: 113, right: 190 } } as const;
const returnBaseline = 54.5;
const addressBaseline = 60;
/** The last baseline that stays in view. */
const addressEnd = 82.5;
const addressSizes = [10.5, 9.5, 8.5];

const dateBaseline = 97;
const subjectBaseline = 106.5;
/** Where an envelope's fold comes: the sheet in three. */
const foldsAt = [99, 198];
/** The last baseline on a sheet: printers leave the edge bare. */
const sheetEnd = 289;
const nextSheetBaseline = 27;
const paragraphSpace = 2.6;
/** Of the QR code without its quiet zone. */
const codeSize = 30;
/** Bare paper around the QR code: four modules (ISO/IEC 18004) of even the coarsest code. */
const quiet = 6;
const besideCode = right - codeSize - quiet - left;

interface Print {
  readonly text: Style;
  readonly subject: Style;
  readonly label: Style;
  readonly link: Style;
  readonly help: Style;
  readonly contact: Style;
  /** Of the text column, millimetres. */
  readonly width: number;
  /** What the link may have. */
  readonly linkLines: number;
  readonly mostSheets: number;
}

const small: Print = {
  text: { face: 'regular', size: 10.5, leading: 5.1 },
  subject: { face: 'bold', size: 10.5, leading: 5.1 },
  label: { face: 'regular', size: 8.5, leading: 4, grey: 0.35 },
  link: { face: 'regular', size: 10.5, leading: 5.1 },
  help: { face: 'regular', size: 9, leading: 4.4 },
  contact: { face: 'regular', size: 8, leading: 3.9, grey: 0.35 },
  width: 146,
  linkLines: 1,
  mostSheets: 1,
};
/** For readers with poor sight: 16 points, and a second sheet where it is needed. */
const large: Print = {
  text: { face: 'regular', size: 16, leading: 7.2 },
  subject: { face: 'bold', size: 16, leading: 7.2 },
  label: { face: 'regular', size: 12, leading: 5.6 },
  link: { face: 'regular', size: 14, leading: 6.4 },
  help: { face: 'regular', size: 13, leading: 6 },
  contact: { face: 'regular', size: 12, leading: 5.6 },
  width: right - left,
  linkLines: 3,
  mostSheets: 2,
};

const styles = {
  sender: { face: 'bold', size: 13, leading: 5.5 },
  onBehalfOf: { face: 'regular', size: 9, leading: 4.4, grey: 0.35 },
  returnAddress: { face: 'regular', size: 6.5, leading: 3, grey: 0.35 },
  code: { face: 'bold', size: 25, leading: 10, tracking: 1.5, tabular: true },
  sheet: { face: 'regular', size: 9, leading: 4.4, grey: 0.35 },
} as const satisfies Readonly<Record<string, Style>>;

const dutch = {
  code: 'Uw persoonlijke inlogcode',
  link: 'Uw persoonlijke link, ook in de code hiernaast',
  goesOn: 'Lees verder op het volgende blad.',
};

type PlacedLine = readonly [line: string, baseline: number];

export interface LaidLetter {
  /** Per sheet the lines of the text with their baselines. */
  readonly sheets: readonly (readonly PlacedLine[])[];
  readonly address: { readonly lines: readonly string[]; readonly style: Style };
  readonly link: { readonly lines: readonly string[]; readonly style: Style };
  readonly foot: readonly (readonly [line: string, style: Style])[];
  /** Of the block with the code. */
  readonly blockTop: number;
  readonly blockBottom: number;
}

const printOf = (head: Letterhead): Print => (head.largePrint ? large : small);

function windowOf({ window }: Letterhead): { readonly left: number; readonly width: number } {
  const place = windows[window ?? 'left'];
  return { left: place.left, width: place.right - place.left };
}

export function layLetter(sheets: Sheets, letter: Letter, head: Letterhead): LaidLetter {
  const print = printOf(head);
  const foot = [
    ...(head.help ?? []).map((text) => [text, print.help] as const),
    ...(head.contact ?? []).map((text) => [text, print.contact] as const),
  ].flatMap(([text, style]) => breakLines(sheets, style, text, right - left).map((line) => [line, style] as const));
  const link = layLink(sheets, letter.link, print);
  const blockBottom = sheetEnd - 1.1 - foot.reduce((sum, [, { leading }]) => sum + leading, 0) - 1.1;
  const blockTop = blockBottom - 31 - print.label.leading * 2 - link.lines.length * link.style.leading;
  return {
    sheets: flowText(sheets, letter, print, blockTop - 8),
    address: layAddress(sheets, letter.address, windowOf(head).width),
    link,
    foot,
    blockTop,
    blockBottom,
  };
}

/** On one line, in smaller type if need be; on several only in large print. */
function layLink(sheets: Sheets, link: string, { link: style, linkLines }: Print): LaidLetter['link'] {
  const sizes = linkLines === 1 ? [style.size] : [style.size, 12, 10.5];
  const styles = sizes.map((size) => ({ ...style, size }));
  const fitting = styles.find((each) => fitsIn(sheets, each, link, besideCode)) ?? style;
  return { style: fitting, lines: breakLines(sheets, fitting, link, besideCode) };
}

/** In the largest type in which all lines stay in the window; in the smallest where none does. */
function layAddress(sheets: Sheets, address: readonly string[], width: number): LaidLetter['address'] {
  let laid: LaidLetter['address'] | undefined;
  for (const size of addressSizes) {
    const style: Style = { face: 'regular', size, leading: size * 0.43 };
    laid = { style, lines: address.flatMap((line) => breakLines(sheets, style, line, width)) };
    if (addressFits(laid)) break;
  }
  return laid!;
}

const addressFits = ({ lines, style }: LaidLetter['address']): boolean =>
  addressBaseline + (lines.length - 1) * style.leading <= addressEnd;

/** All on one sheet above the code, or the first sheet to its end and the rest on others. */
function flowText(sheets: Sheets, letter: Letter, print: Print, end: number): LaidLetter['sheets'] {
  const lines = letter.paragraphs.flatMap((paragraph, nr) => [
    ...(nr === 0 ? [] : [undefined]),
    ...breakLines(sheets, print.text, paragraph, print.width),
  ]);
  const start = subjectBaseline + 3.9 + print.text.leading;
  const one = placeLines(lines, print, start);
  if (print.mostSheets === 1 || (one.at(-1)?.[1] ?? 0) <= end) return [one];
  const first = one.filter(([, baseline]) => baseline <= sheetEnd - 9);
  const rest = lines.slice(indexAfter(lines, first.length));
  return [first, placeLines(rest[0] === undefined ? rest.slice(1) : rest, print, nextSheetBaseline)];
}

/** `undefined` is the space between paragraphs. */
function placeLines(lines: readonly (string | undefined)[], print: Print, start: number): readonly PlacedLine[] {
  let baseline = start;
  return lines.flatMap((line): readonly PlacedLine[] => {
    if (line === undefined) {
      baseline += paragraphSpace;
      return [];
    }
    const placed = [line, baseline] as const;
    baseline += print.text.leading;
    return [placed];
  });
}

/** The index in `lines` behind so many lines of text. */
function indexAfter(lines: readonly (string | undefined)[], count: number): number {
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    if (seen === count) return index;
    if (line !== undefined) seen += 1;
  }
  return lines.length;
}

export interface PartFault {
  readonly part: LetterPart;
  readonly fault: 'too-long' | 'unprintable';
}

export function faultsOf(sheets: Sheets, letter: Letter, head: Letterhead, laid: LaidLetter): readonly PartFault[] {
  const print = printOf(head);
  const { sender, onBehalfOf = '', returnAddress, contact = [], help = [] } = head;
  const fits = (style: Style, text: string, width = right - left) => fitsIn(sheets, style, text, width);
  const end = laid.blockTop - 8;
  const parts: Readonly<Record<LetterPart, readonly [text: readonly string[], fits: boolean]>> = {
    letterhead: [
      [sender, onBehalfOf, returnAddress, ...contact],
      fits(styles.sender, sender) &&
        fits(styles.onBehalfOf, onBehalfOf) &&
        fits(styles.returnAddress, returnAddress, windowOf(head).width) &&
        laid.foot.length - help.length <= 6,
    ],
    help: [help, laid.blockTop > subjectBaseline + 30],
    address: [letter.address, addressFits(laid.address)],
    subject: [[letter.subject, letter.date], fits(print.subject, letter.subject)],
    paragraphs: [
      letter.paragraphs.flatMap((paragraph) => paragraph.split('\n')),
      laid.sheets.length <= print.mostSheets && (laid.sheets.at(-1)!.at(-1)?.[1] ?? 0) <= end,
    ],
    code: [[letter.code], fits(styles.code, letter.code, besideCode)],
    link: [[letter.link], laid.link.lines.length <= print.linkLines],
  };
  return (Object.keys(parts) as LetterPart[]).flatMap((part): PartFault[] => {
    const [text, isWhole] = parts[part];
    if (!text.every(hasGlyphs)) return [{ part, fault: 'unprintable' }];
    return isWhole ? [] : [{ part, fault: 'too-long' }];
  });
}

/** Adds sheet `index`, from 0, of the letter; stops often, for a typeface or a word that comes for the first time takes its time. */
export function* setSheet(
  sheets: Sheets,
  letter: Letter,
  head: Letterhead,
  laid: LaidLetter,
  index: number,
): Generator<undefined, void> {
  const print = printOf(head);
  sheets.addPage();
  if (index === 0) yield* setTop(sheets, letter, head, laid);
  for (const fold of foldsAt) setRule(sheets, 5, 8, fold);
  for (const [line, baseline] of laid.sheets[index]!) {
    setAligned(sheets, print.text, line, [left, left + print.width], baseline);
    yield;
  }
  if (laid.sheets.length > 1) setSheetNumber(sheets, letter, index, laid.sheets.length);
  if (index === laid.sheets.length - 1) yield* setBottom(sheets, letter, print, laid);
}

function* setTop(
  sheets: Sheets,
  letter: Letter,
  head: Letterhead,
  { address }: LaidLetter,
): Generator<undefined, void> {
  const print = printOf(head);
  setLine(sheets, styles.sender, head.sender, left, 24);
  yield;
  if (head.onBehalfOf !== undefined) setLine(sheets, styles.onBehalfOf, head.onBehalfOf, left, 29);
  const { left: windowLeft } = windowOf(head);
  setLine(sheets, styles.returnAddress, head.returnAddress, windowLeft, returnBaseline);
  yield;
  for (const [nr, line] of address.lines.entries()) {
    setLine(sheets, address.style, line, windowLeft, addressBaseline + nr * address.style.leading);
    yield;
  }
  setLine(sheets, print.text, letter.date, left, dateBaseline);
  setAligned(sheets, print.subject, letter.subject, [left, right], subjectBaseline);
}

/** The sheets of one letter stay together by its code. */
function setSheetNumber(sheets: Sheets, letter: Letter, index: number, of: number): void {
  const number = `${letter.code}   ${index + 1}/${of}`;
  setLine(sheets, styles.sheet, number, right - widthOf(sheets, styles.sheet, number), 15);
  if (index + 1 < of) setLine(sheets, large.label, dutch.goesOn, left, sheetEnd);
}

function* setBottom(sheets: Sheets, letter: Letter, print: Print, laid: LaidLetter): Generator<undefined, void> {
  const { blockTop, blockBottom } = laid;
  setRule(sheets, left, right, blockTop);
  const labelBaseline = blockTop + 4 + print.label.leading;
  setLine(sheets, print.label, dutch.code, left, labelBaseline);
  setLine(sheets, styles.code, letter.code, left, labelBaseline + 11);
  yield;
  const linkLabel = labelBaseline + 16.5 + print.label.leading;
  setLine(sheets, print.label, dutch.link, left, linkLabel);
  for (const [nr, line] of laid.link.lines.entries())
    setLine(sheets, laid.link.style, line, left, linkLabel + 0.4 + (nr + 1) * laid.link.style.leading);
  yield;
  setQr(sheets, letter.link, right - codeSize, blockTop + quiet, codeSize);
  yield;
  setRule(sheets, left, right, blockBottom);
  let baseline = blockBottom + 1.9;
  for (const [line, style] of laid.foot) {
    baseline += style.leading;
    setAligned(sheets, style, line, [left, right], baseline);
    yield;
  }
}
