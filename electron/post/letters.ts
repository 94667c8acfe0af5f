/** Prints a batch of letters: one PDF, one sheet of A4 per letter, in the order given, with login code and link. */
import { hasGlyphs } from './fonts.ts';
import { setQr } from './qr.ts';
import { breakLines, printFile, type Sheets, type Style, setLine, setRule, widthOf } from './sheet.ts';

/** What stands on every letter of a batch. */
export interface Letterhead {
  readonly sender: string;
  /** Under the sender, 'in opdracht van de gemeente …'. */
  readonly onBehalfOf?: string;
  /** One neutral line that the window shows above the address: the envelope says nothing of the study. */
  readonly returnAddress: string;
  /** At the foot: where questions can be asked and how one objects. */
  readonly contact?: string;
  /** Where the envelope has its window; left when absent. */
  readonly window?: 'left' | 'right';
  /** The words beside code and link; Dutch when absent. */
  readonly labels?: LetterLabels;
}

export interface LetterLabels {
  readonly code: string;
  readonly link: string;
}

export interface Letter {
  /** Name first, 'postcode  TOWN' last. */
  readonly address: readonly string[];
  /** The day, as it is to be read: '14 mei 2026'. */
  readonly date: string;
  readonly subject: string;
  /** Salutation, text and signature; a line end inside a paragraph is kept. */
  readonly paragraphs: readonly string[];
  /** As it is read aloud: '7F3K-Q2MX-H'. */
  readonly code: string;
  /** The personal link: printed, and as QR code. */
  readonly link: string;
}

/** Why a letter cannot be printed as it is: it does not fit its place, or the typeface lacks a character of it. */
export interface LetterFault {
  /** Place of the letter in the batch, from 0. */
  readonly index: number;
  readonly part: 'letterhead' | 'address' | 'subject' | 'paragraphs' | 'code' | 'link';
  readonly fault: 'too-long' | 'unprintable';
}

export type Printed =
  | { readonly kind: 'printed'; readonly pages: number; readonly bytes: number }
  /** Nothing is printed; every faulty letter of the batch is named. */
  | { readonly kind: 'refused'; readonly faults: readonly LetterFault[] }
  | { readonly kind: 'cancelled' };

export interface Watching {
  /** After each letter, with how many are set. */
  readonly onProgress?: (letters: number) => void;
  readonly signal?: AbortSignal;
}

const left = 25;
const right = 185;
const textWidth = 146;

/**
 * Where the window of a Dutch envelope shows the sheet. Shape and place: 90 x 35 mm, 20 mm from the edge, from 50 mm down. The NTG's
 * 'isodoc' class after NEN 1026 centres the address on 63.5 mm and starts it at 35 or 105 mm from the left, inside these windows. A DL
 * envelope leaves the sheet 10 mm of play sideways and 11 mm up and down, so text keeps within what stays in view: 20 to 100 mm
 * (left) or 110 to 190 mm (right), and from about 54 mm. Six lines, sans serif of 10 to 12 points, the return address in one line
 * above: PostNL's advice on addressing.
 */
const windows = { left: { left, right: 100 }, right: { left: 113, right: 190 } } as const;
const returnBaseline = 54.5;
const addressBaseline = 60;
const addressLines = 6;

const dateBaseline = 97;
const subjectBaseline = 106.5;
const textBaseline = 115.5;
/** The last baseline that the text may have. */
const textEnd = 228;
const blockTop = 236;
const blockBottom = 278;
const contactBaseline = 284;
const contactLines = 2;

const styles = {
  sender: { face: 'bold', size: 13, leading: 5.5 },
  onBehalfOf: { face: 'regular', size: 9, leading: 4.4, grey: 0.35 },
  returnAddress: { face: 'regular', size: 6.5, leading: 3, grey: 0.35 },
  address: { face: 'regular', size: 10.5, leading: 4.5, once: true },
  date: { face: 'regular', size: 10.5, leading: 5.1 },
  subject: { face: 'bold', size: 10.5, leading: 5.1 },
  text: { face: 'regular', size: 10.5, leading: 5.1 },
  label: { face: 'regular', size: 8.5, leading: 4, grey: 0.35 },
  code: { face: 'bold', size: 25, leading: 10, tracking: 1.5, tabular: true },
  link: { face: 'regular', size: 10.5, leading: 5.1, once: true },
  contact: { face: 'regular', size: 8, leading: 3.9, grey: 0.35 },
} as const satisfies Readonly<Record<string, Style>>;

const paragraphSpace = 2.6;
const foldAt = 99;
/** Of the QR code without its quiet zone. */
const codeSize = 30;
/** Bare paper around the QR code: four modules (ISO/IEC 18004) of even the coarsest code. */
const quiet = 6;
const dutch: LetterLabels = {
  code: 'Uw persoonlijke inlogcode',
  link: 'Uw persoonlijke link, ook in de code hiernaast',
};

/**
 * Prints `letters` to a new file at `path` (refuses with 'file.exists' when there is one). All or nothing: a letter that does not fit one
 * page is never cut, the batch comes back `refused`; refused, cancelled and failed work leaves no file. Letters are taken one by one, so
 * that whoever gives them need not hold the whole batch. Throws RangeError when there is no letter at all.
 */
export async function writeLetters(
  letters: Iterable<Letter> | AsyncIterable<Letter>,
  letterhead: Letterhead,
  path: string,
  { onProgress, signal }: Watching = {},
): Promise<Printed> {
  const faults: LetterFault[] = [];
  let index = 0;
  let cancelled = false;
  const bytes = await printFile(path, { title: 'Brieven' }, async (sheets, flush) => {
    for await (const letter of letters) {
      if (signal?.aborted) {
        cancelled = true;
        return false;
      }
      const laid = layOut(sheets, letter, letterhead);
      faults.push(...faultsOf(sheets, letter, letterhead, laid).map((fault) => ({ index, ...fault })));
      if (faults.length === 0) {
        setLetter(sheets, letter, letterhead, laid);
        await flush();
      }
      index += 1;
      onProgress?.(index);
    }
    if (index === 0) throw new RangeError('a batch has at least one letter');
    return faults.length === 0;
  });
  if (cancelled) return { kind: 'cancelled' };
  return bytes === undefined ? { kind: 'refused', faults } : { kind: 'printed', pages: index, bytes };
}

interface Laid {
  readonly address: readonly string[];
  /** Each line of the text with its baseline. */
  readonly text: readonly (readonly [line: string, baseline: number])[];
  readonly contact: readonly string[];
}

function windowOf(letterhead: Letterhead): { readonly left: number; readonly width: number } {
  const place = windows[letterhead.window ?? 'left'];
  return { left: place.left, width: place.right - place.left };
}

function layOut(sheets: Sheets, letter: Letter, letterhead: Letterhead): Laid {
  let baseline = textBaseline;
  const text = letter.paragraphs.flatMap((paragraph) => {
    const placed = breakLines(sheets, styles.text, paragraph, textWidth).map((line, nr) => {
      return [line, baseline + nr * styles.text.leading] as const;
    });
    baseline += placed.length * styles.text.leading + paragraphSpace;
    return placed;
  });
  return {
    address: letter.address.flatMap((line) => breakLines(sheets, styles.address, line, windowOf(letterhead).width)),
    text,
    contact:
      letterhead.contact === undefined ? [] : breakLines(sheets, styles.contact, letterhead.contact, right - left),
  };
}

function faultsOf(
  sheets: Sheets,
  letter: Letter,
  letterhead: Letterhead,
  laid: Laid,
): readonly Omit<LetterFault, 'index'>[] {
  const labels = letterhead.labels ?? dutch;
  const besideCode = right - codeSize - quiet - left;
  const { sender, onBehalfOf = '', returnAddress, contact = '' } = letterhead;
  const parts: Readonly<Record<LetterFault['part'], readonly [text: readonly string[], fits: boolean]>> = {
    letterhead: [
      [sender, onBehalfOf, returnAddress, contact, labels.code, labels.link],
      widthOf(sheets, styles.sender, sender) <= right - left &&
        widthOf(sheets, styles.onBehalfOf, onBehalfOf) <= right - left &&
        widthOf(sheets, styles.returnAddress, returnAddress) <= windowOf(letterhead).width &&
        laid.contact.length <= contactLines &&
        widthOf(sheets, styles.label, labels.code) <= besideCode &&
        widthOf(sheets, styles.label, labels.link) <= besideCode,
    ],
    address: [letter.address, laid.address.length <= addressLines],
    subject: [[letter.subject, letter.date], widthOf(sheets, styles.subject, letter.subject) <= right - left],
    paragraphs: [laid.text.map(([line]) => line), (laid.text.at(-1)?.[1] ?? 0) <= textEnd],
    code: [[letter.code], widthOf(sheets, styles.code, letter.code) <= besideCode],
    link: [[letter.link], widthOf(sheets, styles.link, letter.link) <= besideCode],
  };
  return (Object.keys(parts) as LetterFault['part'][]).flatMap((part): Omit<LetterFault, 'index'>[] => {
    const [text, fits] = parts[part];
    if (!text.every(hasGlyphs)) return [{ part, fault: 'unprintable' }];
    return fits ? [] : [{ part, fault: 'too-long' }];
  });
}

function setLetter(sheets: Sheets, letter: Letter, letterhead: Letterhead, laid: Laid): void {
  sheets.addPage();
  setLine(sheets, styles.sender, letterhead.sender, left, 24);
  if (letterhead.onBehalfOf !== undefined) setLine(sheets, styles.onBehalfOf, letterhead.onBehalfOf, left, 29);

  const { left: windowLeft } = windowOf(letterhead);
  setLine(sheets, styles.returnAddress, letterhead.returnAddress, windowLeft, returnBaseline);
  laid.address.forEach((line, nr) => {
    setLine(sheets, styles.address, line, windowLeft, addressBaseline + nr * styles.address.leading);
  });
  setRule(sheets, 5, 8, foldAt);

  setLine(sheets, styles.date, letter.date, left, dateBaseline);
  setLine(sheets, styles.subject, letter.subject, left, subjectBaseline);
  for (const [line, baseline] of laid.text) setLine(sheets, styles.text, line, left, baseline);

  setCodeAndLink(sheets, letter, letterhead.labels ?? dutch);
  laid.contact.forEach((line, nr) => {
    setLine(sheets, styles.contact, line, left, contactBaseline + nr * styles.contact.leading);
  });
}

function setCodeAndLink(sheets: Sheets, letter: Letter, labels: LetterLabels): void {
  setRule(sheets, left, right, blockTop);
  setLine(sheets, styles.label, labels.code, left, blockTop + 8);
  setLine(sheets, styles.code, letter.code, left, blockTop + 19);
  setLine(sheets, styles.label, labels.link, left, blockTop + 28.5);
  setLine(sheets, styles.link, letter.link, left, blockTop + 34);
  setQr(sheets, letter.link, right - codeSize, blockTop + quiet, codeSize);
  setRule(sheets, left, right, blockBottom);
}
