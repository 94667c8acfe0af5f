/** Words on paper: the laws of the list, and that what is mistyped is found. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecoveryWords, recoveryWords, secretBytes } from '../../../shared/study/recovery-words.ts';
import { findByteOf, passphraseOf, wordList } from '../../../shared/study/word-list.ts';

/** Letters to put in, leave out or change to make one word of the other. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[other.length]!;
}

/** Pairs of words that one wrong letter makes into one another. */
const tooAlike = (words: readonly string[]) =>
  words.flatMap((one, index) => words.slice(index + 1).filter((other) => distance(one, other) <= 1));

const secrets = fc.uint8Array({ minLength: secretBytes, maxLength: secretBytes });

describe('the list', () => {
  it('has a word per byte, of 4 to 8 plain letters, in the order of the alphabet', () => {
    expect(wordList).toHaveLength(256);
    expect(wordList.filter((word) => !/^[a-z]{4,8}$/.test(word))).toEqual([]);
    expect(wordList).toEqual([...wordList].sort());
  });

  it('is known by four letters, and no single wrong letter makes another word of it', () => {
    expect(new Set(wordList.map((word) => word.slice(0, 4))).size).toBe(256);
    expect(tooAlike(['straat', 'staart', 'strand', 'straal'])).toEqual(['straal']);
    expect(tooAlike(wordList)).toEqual([]);
  });

  it('gives a passphrase a word per byte', () => {
    expect(passphraseOf(Uint8Array.of(0, 255, 7))).toBe(`${wordList[0]}-${wordList[255]}-${wordList[7]}`);
    expect(wordList.map(findByteOf)).toEqual(wordList.map((_, byte) => byte));
    expect(['adel', 'ADELAAR', 'ade', 'adelaars', 'adelbar', ''].map(findByteOf)).toEqual([2, 2, ...Array(4)]);
  });
});

describe('the words of a sheet', () => {
  it('come back as they were printed, in any case, numbered or as four letters', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const words = recoveryWords(secret);
        const ways = [
          words.join(' '),
          words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n'),
          words.map((word) => word.slice(0, 4)).join(', '),
        ];
        for (const typed of ways) expect(readRecoveryWords(typed)).toEqual({ secret });
      }),
    );
  });

  it('find every wrong word and every swap of two', () => {
    const place = fc.nat({ max: secretBytes });
    fc.assert(
      fc.property(secrets, place, place, fc.nat({ max: 255 }), (secret, one, other, byte) => {
        const words = recoveryWords(secret);
        const changed = words.with(one, wordList[byte]!);
        const swapped = words.with(one, words[other]!).with(other, words[one]!);
        for (const typed of [changed, swapped]) {
          const isSame = typed.join() === words.join();
          expect('fault' in readRecoveryWords(typed.join(' '))).toBe(!isSame);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  it('say at which place a word is not in the list, and how many are missing', () => {
    const words = recoveryWords(new Uint8Array(secretBytes));
    const typed = words.with(4, 'qwerty').with(16, 'éénhoorn');
    expect(readRecoveryWords(typed.join(' '))).toEqual({ fault: { kind: 'unknown-words', places: [5, 17] } });
    expect(readRecoveryWords(words.slice(1).join(' '))).toEqual({ fault: { kind: 'count', typed: 16, expected: 17 } });
  });
});
