/** Prints a questionnaire to be filled in by hand, once or a copy for each login code: A4, numbered pages, the code and its QR on each. */
import type { PaperAnswer, PaperBlock, PaperForm } from '../../shared/interview/paper-form.ts';
import { hasGlyphs } from './fonts.ts';
import { type Bundle, bundles, left, type Piece, right, titlePieces } from './paper-pieces.ts';
import { paperOn } from './paper-side.ts';
import { setQr } from './qr.ts';
import { printFile, type Sheets, type Style, setLine, setRule, widthOf } from './sheet.ts';

export interface PaperCopy {
  /** As it is read aloud: '7F3K-Q2MX-H'. */
  readonly printed: string;
  /** As it is scanned. */
  readonly code: string;
}

export type PaperPrinted =
  | { readonly kind: 'printed'; readonly pages: number; readonly copies: number }
  /** The typeface lacks characters of these items, or of the title or a heading (then there is no item); nothing is printed. */
  | { readonly kind: 'unprintable'; readonly items: readonly string[] }
  | { readonly kind: 'cancelled' };

export interface PaperWatching {
  /** After each copy. */
  readonly onProgress?: (copies: number) => void;
  readonly signal?: AbortSignal;
}

const top = 18;
/** The last millimetre that the questions may have. */
const bottom = 266;
const footRule = 270;
const footBaseline = 279;
const qrSize = 13;

const foot: Style = { face: 'regular', size: 8.5, leading: 4, grey: 0.3 };
const footCode: Style = { face: 'bold', size: 12, leading: 5, tracking: 0.8, tabular: true };

/** To a new file at `path` (refuses with 'file.exists'). All or nothing; without `copies` one form that bears no code. */
export async function writePaper(
  form: PaperForm,
  copies: readonly PaperCopy[] | undefined,
  path: string,
  { onProgress, signal }: PaperWatching = {},
): Promise<PaperPrinted> {
  const unprintable = itemsWithoutGlyphs(form);
  if (unprintable !== undefined) return { kind: 'unprintable', items: unprintable };
  let pages = 0;
  const job = { title: form.title, language: form.language };
  const bytes = await printFile(path, job, async (sheets, flush) => {
    const paper = laidPaper(sheets, form);
    for (const [nr, copy] of (copies ?? [undefined]).entries()) {
      for (let page = 0; page < paper.pages; page += 1) {
        if (signal?.aborted) return false;
        paper.set(page, copy);
        await flush();
        pages += 1;
      }
      // Others get their turn: a copy of many pages takes a while.
      await new Promise<void>((resolve) => setImmediate(resolve));
      onProgress?.(nr + 1);
    }
    return true;
  });
  return bytes === undefined ? { kind: 'cancelled' } : { kind: 'printed', pages, copies: copies?.length ?? 1 };
}

/** A questionnaire laid out once, of which each copy has the same pages but for its code. */
export interface LaidPaper {
  readonly pages: number;
  /** Adds page `index`, from 0, of this person's copy. */
  readonly set: (index: number, copy: PaperCopy | undefined) => void;
}

export function laidPaper(sheets: Sheets, form: PaperForm): LaidPaper {
  const paper = paperOn(sheets, form.language);
  const laid = paginated([titlePieces(paper, form), ...bundles(paper, form)]);
  return {
    pages: laid.length,
    set: (index, copy) => {
      sheets.addPage();
      for (const { piece, at } of laid[index]!) piece.set(at);
      setFoot(sheets, form, copy, index + 1, laid.length);
    },
  };
}

type Placed = { readonly piece: Piece; readonly at: number };

/** Pages filled from above: a bundle that fits a page is not divided, a longer one flows on. */
function paginated(all: readonly Bundle[]): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]];
  let at = top;
  const turn = (): void => {
    if (pages.at(-1)!.length === 0) return;
    pages.push([]);
    at = top;
  };
  const put = (piece: Piece): void => {
    pages.at(-1)!.push({ piece, at });
    at += piece.height;
  };
  for (const { pieces, head } of all) {
    const whole = pieces.reduce((sum, { height }) => sum + height, 0);
    if (at + whole > bottom && whole <= bottom - top) turn();
    let isHeaded = false;
    for (const [index, piece] of pieces.entries()) {
      if (at + chainFrom(pieces, index) > bottom && at > top) {
        turn();
        if (isHeaded && head !== undefined && piece !== head) put(head);
      }
      isHeaded ||= piece === head;
      put(piece);
    }
  }
  return pages.filter((page) => page.length > 0);
}

/** The height of a piece with those that may not be parted from it; of one page at most, or it could stand nowhere. */
function chainFrom(pieces: readonly Piece[], from: number): number {
  let height = pieces[from]!.height;
  for (let at = from; pieces[at]?.keepsNext === true && pieces[at + 1] !== undefined; at += 1)
    height += pieces[at + 1]!.height;
  return height > bottom - top ? pieces[from]!.height : height;
}

function setFoot(sheets: Sheets, form: PaperForm, copy: PaperCopy | undefined, page: number, pages: number): void {
  const { words, title, version } = form;
  setRule(sheets, left, right, footRule);
  const numbered = words.page.replace('{page}', String(page)).replace('{pages}', String(pages));
  setLine(sheets, foot, numbered, left, footBaseline);
  const about = version === '' ? title : `${title} · ${version}`;
  const room = 100;
  setLine(sheets, foot, cutTo(sheets, about, room), left, footBaseline + 5);
  if (copy === undefined) return;
  setQr(sheets, copy.code, right - qrSize, footRule + 2.5, qrSize);
  const codeRight = right - qrSize - 5;
  setLine(sheets, footCode, copy.printed, codeRight - widthOf(sheets, footCode, copy.printed), footBaseline + 3);
  setLine(sheets, foot, words.code, codeRight - widthOf(sheets, foot, words.code), footBaseline - 2.5);
}

/** A title that is too long for the foot stands whole on the first page. */
function cutTo(sheets: Sheets, text: string, width: number): string {
  if (widthOf(sheets, foot, text) <= width) return text;
  let short = text;
  while (short !== '' && widthOf(sheets, foot, `${short}…`) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

/** Items with characters that no typeface has, none for a title or a heading; undefined when all can be printed. */
export function itemsWithoutGlyphs(form: PaperForm): readonly string[] | undefined {
  const items = new Set<string>();
  let isWhole = hasGlyphs(form.title);
  for (const block of form.blocks)
    for (const { item, text } of textsOf(block))
      if (!hasGlyphs(text.replaceAll('\n', ' '))) {
        isWhole = false;
        if (item !== undefined) items.add(item);
      }
  return isWhole ? undefined : [...items];
}

function textsOf(block: PaperBlock): readonly { readonly item?: string; readonly text: string }[] {
  if (block.kind === 'section' || block.kind === 'condition') return [{ text: block.text }];
  if (block.kind === 'grid')
    return [
      { text: block.text },
      ...block.choices.map(({ label }) => ({ item: block.rows[0]!.item, text: label })),
      ...block.rows.map(({ item, text }) => ({ item, text })),
    ];
  const texts = [block.text, block.hint ?? '', ...(block.kind === 'question' ? labelsOf(block.answer) : [])];
  return texts.map((text) => ({ item: block.item, text }));
}

const labelsOf = (answer: PaperAnswer): readonly string[] =>
  'choices' in answer ? answer.choices.map(({ label }) => label) : [];
