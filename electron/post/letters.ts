/** Prints a batch of letters: one PDF, in the order given; a sheet of A4 per letter, or two in large print, and behind each what lies in its envelope. */
import type { PaperForm } from '../../shared/interview/paper-form.ts';
import { inTurns } from '../pause.ts';
import { type AnswerSlip, setSlip, slipFits } from './answer-slip.ts';
import { faultsOf, layLetter, setSheet } from './letter-page.ts';
import { itemsWithoutGlyphs, laidPaper } from './paper.ts';
import { printFile } from './sheet.ts';

/** What stands on every letter of a batch. */
export interface Letterhead {
  readonly sender: string;
  /** Under the sender, 'in opdracht van de gemeente …'. */
  readonly onBehalfOf?: string;
  /** One neutral line that the window shows above the address: the envelope says nothing of the study. */
  readonly returnAddress: string;
  /** At the foot: where questions can be asked, how one objects, how one knows that the letter is real. */
  readonly contact?: readonly string[];
  /** One line per language: there is help with this letter. */
  readonly help?: readonly string[];
  /** Where the envelope has its window; left when absent. */
  readonly window?: 'left' | 'right';
  readonly largePrint?: boolean;
}

/** What lies in the envelope beside the letter, with the code of its person. */
export interface Enclosed {
  readonly questionnaire?: PaperForm;
  readonly slip?: AnswerSlip;
}

export interface Letter {
  /** Name first, 'postcode  TOWN' or the country last. */
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

export type LetterPart = 'letterhead' | 'help' | 'address' | 'subject' | 'paragraphs' | 'code' | 'link';

/** Why a letter cannot be printed as it is: it does not fit its place, or the typefaces lack a character of it. */
export interface LetterFault {
  /** Place of the letter in the batch, from 0. */
  readonly index: number;
  readonly part: LetterPart | 'questionnaire' | 'slip';
  readonly fault: 'too-long' | 'unprintable';
}

export type Printed =
  | {
      readonly kind: 'printed';
      readonly pages: number;
      readonly bytes: number;
      /** Per letter, in their order: its own sheets and those of what is enclosed. */
      readonly pagesOf: readonly number[];
    }
  /** Nothing is printed; every faulty letter of the batch is named. */
  | { readonly kind: 'refused'; readonly faults: readonly LetterFault[] }
  | { readonly kind: 'cancelled' };

export interface Watching {
  /** After each letter, with how many are set. */
  readonly onProgress?: (letters: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Prints `letters` to a new file at `path` (refuses with 'file.exists' when there is one). All or nothing: a letter that does not fit its
 * sheets is never cut, the batch comes back `refused`; refused, cancelled and failed work leaves no file. Letters are taken one by one, so
 * that whoever gives them need not hold the whole batch. Throws RangeError when there is no letter at all.
 */
export async function writeLetters(
  letters: Iterable<Letter> | AsyncIterable<Letter>,
  letterhead: Letterhead,
  path: string,
  { onProgress, signal }: Watching = {},
  { questionnaire, slip }: Enclosed = {},
): Promise<Printed> {
  const faults: LetterFault[] = [];
  const pagesOf: number[] = [];
  let index = 0;
  let cancelled = false;
  // Neutral: whoever sees the window of the printer's program reads nothing of the study.
  const bytes = await printFile(path, { title: 'Brieven' }, async (sheets, flush) => {
    if (questionnaire !== undefined && itemsWithoutGlyphs(questionnaire) !== undefined)
      faults.push({ index: 0, part: 'questionnaire', fault: 'unprintable' });
    const slipFault = slip === undefined ? 'fits' : slipFits(sheets, slip);
    if (slipFault !== 'fits') faults.push({ index: 0, part: 'slip', fault: slipFault });
    const paper = questionnaire && faults.length === 0 ? laidPaper(sheets, questionnaire) : undefined;
    for await (const letter of letters) {
      const laid = layLetter(sheets, letter, letterhead);
      faults.push(...faultsOf(sheets, letter, letterhead, laid).map((fault) => ({ index, ...fault })));
      const copy = { printed: letter.code, code: letter.code.replaceAll('-', '') };
      // The first one opens typefaces as it is laid: whoever waits gets a turn before it is set.
      if (index === 0) await flush();
      const pages = [
        ...laid.sheets.map((_, nr) => () => inTurns(setSheet(sheets, letter, letterhead, laid, nr))),
        ...Array.from({ length: paper?.pages ?? 0 }, (_, nr) => () => paper!.set(nr, copy)),
        ...(slip === undefined ? [] : [() => setSlip(sheets, slip, copy.printed, copy.code)]),
      ];
      for (const set of pages) {
        if (signal?.aborted) {
          cancelled = true;
          return false;
        }
        if (faults.length > 0) break;
        await set();
        // Whoever waits for the office gets a turn between two pages.
        await flush();
      }
      pagesOf.push(pages.length);
      index += 1;
      onProgress?.(index);
    }
    if (index === 0) throw new RangeError('a batch has at least one letter');
    return faults.length === 0;
  });
  if (cancelled) return { kind: 'cancelled' };
  if (bytes === undefined) return { kind: 'refused', faults };
  return { kind: 'printed', pages: pagesOf.reduce((sum, pages) => sum + pages, 0), bytes, pagesOf };
}
