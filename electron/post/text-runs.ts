/**
 * A line of text as it is set: in runs from left to right, each of one typeface and one direction of writing. Which way mixed writing goes
 * is the Unicode bidirectional algorithm (UAX 9); the shapes of Arabic letters within a run are the typeface's own.
 */
import bidiFactory from 'bidi-js';
import { type Family, familyOf, isPlainLatin, printable, unseen } from './fonts.ts';

export interface TextRun {
  /** In the order in which it is read. */
  readonly text: string;
  readonly family: Family;
  readonly isRightToLeft: boolean;
}

// It is CommonJS whose types speak of a default export.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();
/** No character of these scripts or marks: nothing to put in another order. */
const rightToLeft = /[\u0590-\u08FF\u200F\u2067\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Put before a line of a paragraph that is written from right to left: the line may begin with a number, or with a name in Latin. */
export const rightToLeftMark = '\u200F';

/** Whether a paragraph is written from right to left: its first letter says so (UAX 9, P2). */
export function isRightToLeft(text: string): boolean {
  return rightToLeft.test(text) && bidi.getEmbeddingLevels(text).paragraphs[0]?.level === 1;
}

/** The runs of one line, the leftmost first. Characters that no typeface has are left out: `hasGlyphs` refuses them before. */
export function textRuns(line: string): readonly TextRun[] {
  const text = printable(line);
  if (isPlainLatin(text)) return text === '' ? [] : [{ text, family: 'latin', isRightToLeft: false }];
  if (!rightToLeft.test(text)) return familyRuns(text, false);
  const embedding = bidi.getEmbeddingLevels(text);
  const units = bidi.getReorderedIndices(text, embedding);
  const mirrored = bidi.getMirroredCharactersMap(text, embedding.levels);
  return directionRuns(units, embedding.levels).flatMap(({ indices, isRightToLeft: turns }) => {
    const read = indices.map((index) => (turns ? (mirrored.get(index) ?? text[index]!) : text[index]!)).join('');
    const runs = familyRuns(read, turns);
    return turns ? runs.toReversed() : runs;
  });
}

interface DirectionRun {
  /** Of the text, in the order in which they are read. */
  readonly indices: readonly number[];
  readonly isRightToLeft: boolean;
}

/** Neighbours on the line that are neighbours in the text too, in one direction. */
function directionRuns(units: readonly number[], levels: ArrayLike<number>): readonly DirectionRun[] {
  const runs: { indices: number[]; isRightToLeft: boolean }[] = [];
  let last: number | undefined;
  for (const unit of units) {
    const turns = levels[unit]! % 2 === 1;
    const run = runs.at(-1);
    const follows = last !== undefined && run?.isRightToLeft === turns && unit === last + (turns ? -1 : 1);
    if (follows) run!.indices.push(unit);
    else runs.push({ indices: [unit], isRightToLeft: turns });
    last = unit;
  }
  return runs.map(({ indices, isRightToLeft: turns }) => ({
    indices: turns ? indices.toReversed() : indices,
    isRightToLeft: turns,
  }));
}

/** Parts of one typeface each, in the order in which they are read; what is between words stays with what is before it. */
function familyRuns(text: string, turns: boolean): readonly TextRun[] {
  const runs: { text: string; family: Family; isRightToLeft: boolean }[] = [];
  let inUse: Family = turns ? 'arabic' : 'latin';
  for (const character of text) {
    const point = character.codePointAt(0)!;
    if (unseen.has(point)) continue;
    const family = familyOf(point, isLetter.test(character) ? undefined : inUse);
    if (family === undefined) continue;
    const run = runs.at(-1);
    if (run !== undefined && (run.family === family || isMark.test(character))) run.text += character;
    else runs.push({ text: character, family, isRightToLeft: turns });
    inUse = runs.at(-1)!.family;
  }
  return runs;
}

const isLetter = /[\p{L}\p{N}]/u;
/** It belongs to the letter before it. */
const isMark = /\p{M}/u;
