/** Names that may be one name written twice: a letter wrong, parts swapped or left out, another spelling of the same sound. */
import { plainWord } from './plain-word.ts';

/** Words before a surname; they are left out, swapped and shortened too often to tell anyone apart. */
const prefixWords = new Set(
  'van vd v de der d den dem het t ten ter te op in aan bij uit la le les l du des da dos di del von zu el al ben bin'.split(
    ' ',
  ),
);

/**
 * The parts of a surname in the order of the alphabet, as they sound: 'van der Wal-Jansen' and 'Jansen, v.d. Wal' have the same. 'ij' is 'y',
 * 'ck' is 'k', and a letter that is doubled is one. Empty when there is no surname.
 */
export function surnameParts(surname: string | undefined): readonly string[] {
  const words = (surname ?? '')
    .split(/[\s,./\-–'’]+/)
    .map(plainWord)
    .filter((word) => word !== '');
  const telling = words.filter((word) => !prefixWords.has(word));
  return (telling.length === 0 ? words : telling).map(asItSounds).sort();
}

function asItSounds(word: string): string {
  return word
    .replaceAll('ij', 'y')
    .replaceAll('ck', 'k')
    .replaceAll(/(.)\1+/gu, '$1');
}

/**
 * Whether two surnames, as `surnameParts` gives them, may be one: equal but for a slip of the pen, or every part of the shorter stands in the
 * longer, as when one has the name of a partner added. Two names with a partner's each differ when one part does.
 *
 * @param slips letters that may differ in a word, however long it is
 */
export function nearSurname(one: readonly string[], other: readonly string[], slips = 2): boolean {
  if (one.length === 0 || other.length === 0) return false;
  // Of two as long the order of the alphabet, so that it does not matter which comes first.
  const isFirst = one.length < other.length || (one.length === other.length && one.join() <= other.join());
  const [fewer, more] = isFirst ? [one, other] : [other, one];
  const left = [...more];
  const isWithin = fewer.every((part) => {
    const at = left.findIndex((each) => isNear(part, each, slips));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  // A part of two letters says too little by itself.
  if (isWithin && fewer.some((part) => part.length > 2 || fewer.length === more.length)) return true;
  // 'Groot Hof' and 'Groothof'.
  return isNear(one.join(''), other.join(''), slips);
}

/** Whether two words differ in no more letters than a slip of the pen does: none in short ones, one from four letters, two from eight. */
export function isNear(one: string, other: string, slips = 2): boolean {
  if (one === other) return true;
  const shortest = Math.min(one.length, other.length);
  const most = Math.min(slips, shortest < 4 ? 0 : shortest < 8 ? 1 : 2);
  return Math.abs(one.length - other.length) <= most && distance(one, other, most) <= most;
}

/**
 * How many letters have to be added, left out, changed or swapped with their neighbour: the distance of Damerau and Levenshtein in its
 * restricted form (optimal string alignment). Above `most` any number above it.
 */
export function distance(one: string, other: string, most = Number.POSITIVE_INFINITY): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    let least = row;
    for (let at = 1; at <= other.length; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      let cost = Math.min(last[at]! + 1, now[at - 1]! + 1, last[at - 1]! + (isSame ? 0 : 1));
      if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1])
        cost = Math.min(cost, before[at - 2]! + 1);
      now.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return least;
    [before, last] = [last, now];
  }
  return last[other.length]!;
}

/** 'A.B.', 'AB', 'Anna Bea' and 'A. B.' are all 'ab'. */
export function initialLetters(initials: string | undefined): string {
  const text = (initials ?? '').normalize('NFKD').trim();
  const isLetters = /^\p{Lu}{1,5}$/u.test(text);
  const words = isLetters ? [...text] : text.split(/[\s.,-]+/).map(plainWord);
  return words
    .map((word) => word.slice(0, 1).toLowerCase())
    .filter((letter) => letter !== '')
    .join('');
}

/** Whether the initials may be of one person; undefined where one of them is not known. Some may be missing or swapped, none may differ. */
export function initialsAgree(one: string, other: string): boolean | undefined {
  if (one === '' || other === '') return undefined;
  return one.startsWith(other) || other.startsWith(one) || [...one].sort().join() === [...other].sort().join();
}
