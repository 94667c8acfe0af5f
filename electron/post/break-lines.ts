/** Text in lines of a width, whichever way it is written. */
import { fitsIn, type Sheets, type Style, widthOf } from './sheet.ts';
import { isRightToLeft, rightToLeftMark } from './text-runs.ts';

/**
 * `text` in lines no wider than `width` millimetres: broken at spaces, at its own line ends, and inside a word that is wider by itself.
 * A last line of one word gets company from the line before it.
 */
export function breakLines(sheets: Sheets, style: Style, text: string, width: number): readonly string[] {
  const known = broken.get(sheets) ?? new Map<string, readonly string[]>();
  broken.set(sheets, known);
  const key = `${style.face} ${style.size} ${width} ${text}`;
  const lines = known.get(key) ?? brokenLines(sheets, style, text, width);
  // A paragraph without a name in it is the same in every letter.
  if (text.length > 80) known.set(key, lines);
  return lines;
}

/** By file: texts that come again. */
const broken = new WeakMap<Sheets, Map<string, readonly string[]>>();

function brokenLines(sheets: Sheets, style: Style, text: string, width: number): readonly string[] {
  return text.split('\n').flatMap((paragraph) => {
    if (isRightToLeft(paragraph) && !paragraph.startsWith(rightToLeftMark))
      return breakParagraph(sheets, style, paragraph, width).map((line) => `${rightToLeftMark}${line}`);
    return breakParagraph(sheets, style, paragraph, width);
  });
}

function breakParagraph(sheets: Sheets, style: Style, paragraph: string, width: number): readonly string[] {
  if (fitsIn(sheets, style, paragraph, width)) return [paragraph];
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
  if (fitsIn(sheets, style, word, width)) return word === '' ? [] : [word];
  const pieces: string[] = [''];
  for (const character of word) {
    const longer = pieces.at(-1)! + character;
    if (pieces.at(-1) !== '' && widthOf(sheets, style, longer) > width) pieces.push(character);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces;
}

/** For a file in which the texts that came will not come again. */
export function forgetBrokenLines(sheets: Sheets): void {
  broken.delete(sheets);
}
