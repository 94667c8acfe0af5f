/**
 * The secret of a recovery sheet in words: 16 bytes as 16 words, and a 17th that checks them. The check is a weighted sum in GF(256)
 * with a different weight at every place, so every single wrong word and every swap of two words is found.
 */
import { findByteOf, wordOf } from './word-list.ts';

export const secretBytes = 16;
/** Words on the sheet. */
export const sheetWords = secretBytes + 1;

/** What is wrong with words that were typed; places count from 1, as they are printed. */
export type WordsFault =
  /** Not a word of the list, at these places. */
  | { readonly kind: 'unknown-words'; readonly places: readonly number[] }
  | { readonly kind: 'count'; readonly typed: number; readonly expected: number }
  /** All are words of the list, but one is not the word that is printed, or two were swapped. */
  | { readonly kind: 'check' };

/** Times 2 in the field of 256 elements (x^8 + x^4 + x^3 + x + 1). */
const doubled = (byte: number) => ((byte << 1) ^ (byte & 0x80 ? 0x11b : 0)) & 0xff;

/** Byte i counts 2^(i+1) times: the powers of 2 in this field do not repeat within 17 places. */
function checkByte(secret: Uint8Array): number {
  let sum = 0;
  for (const byte of [...secret].reverse()) sum = doubled(sum ^ byte);
  return sum;
}

/** The 17 words of a secret of 16 bytes, in the order in which they are printed and numbered. */
export function recoveryWords(secret: Uint8Array): readonly string[] {
  return [...secret, checkByte(secret)].map(wordOf);
}

/** The secret behind words as someone typed them: in any case, numbered or not, with spaces, commas or lines between them. */
export function readRecoveryWords(typed: string): { readonly secret: Uint8Array } | { readonly fault: WordsFault } {
  const words = typed.split(/[^\p{L}]+/u).filter((word) => word !== '');
  const bytes = words.map(findByteOf);
  const places = bytes.flatMap((byte, index) => (byte === undefined ? [index + 1] : []));
  if (words.length !== sheetWords) return { fault: { kind: 'count', typed: words.length, expected: sheetWords } };
  if (places.length > 0) return { fault: { kind: 'unknown-words', places } };
  const all = Uint8Array.from(bytes as number[]);
  const secret = all.subarray(0, secretBytes);
  return checkByte(secret) === all[secretBytes] ? { secret } : { fault: { kind: 'check' } };
}
