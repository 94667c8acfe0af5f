/**
 * The key by which a message is known when it, or an answer to it, comes back: the attempt's random id, in letters that survive mail servers
 * which write addresses in small ones. It stands in the Message-ID, in the address that the message comes back to, and in the subject of
 * whoever objects; nothing else ever says which person an incoming message is about.
 */
import type { AttemptId } from '../study/attempt.ts';

declare const keyBrand: unique symbol;
/** 26 characters of a-z and 2-7. */
export type MessageKey = string & { readonly [keyBrand]: true };

/** RFC 4648, 6 in small letters, and 5: the ids of the office. */
const keyLetters = 'abcdefghijklmnopqrstuvwxyz234567';
const idLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Both write 128 bits from the front and fill up with noughts. */
const lengths = { key: 26, id: 22 } as const;
const spare = { key: 26n * 5n - 128n, id: 22n * 6n - 128n } as const;

/** Throws a RangeError for an id that is not 16 bytes in base64url. */
export function messageKey(attempt: AttemptId): MessageKey {
  const bits = numberIn(attempt, idLetters, lengths.id, spare.id);
  if (bits === undefined) throw new RangeError('an attempt has an id of 16 bytes');
  return written(bits << spare.key, keyLetters, lengths.key) as MessageKey;
}

/** The attempt whose key stands there, in whatever capitals; undefined for what is no key. Whether there is such an attempt is for the store to say. */
export function attemptOfKey(text: string): AttemptId | undefined {
  const bits = numberIn(text.toLowerCase(), keyLetters, lengths.key, spare.key);
  return bits === undefined ? undefined : (written(bits << spare.id, idLetters, lengths.id) as AttemptId);
}

/** `<key@domain>`: the domain of the sender's address. */
export function messageIdOf(key: MessageKey, from: string): string {
  return `<${key}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

/** The envelope's sender, 'terug@bureau.example' -> 'terug+key@bureau.example' (RFC 5233). */
export function returnAddress(returnTo: string, key: MessageKey): string {
  const at = returnTo.lastIndexOf('@');
  return `${returnTo.slice(0, at)}+${key}${returnTo.slice(at)}`;
}

/** The first word of the subject of a message that objects by List-Unsubscribe. */
export const optOutWord = 'afmelden';

/** Where a mail program sends whoever objects by one click (RFC 2369): the word and the key in the subject. */
export function unsubscribeLink(objectTo: string, key: MessageKey): string {
  return `mailto:${objectTo}?subject=${optOutWord}%20${key}`;
}

const keyAtEnd = /\+([a-z2-7]{26})$/i;

/** The attempt in an address that a message came back to. */
export function attemptInAddress(address: string): AttemptId | undefined {
  const at = address.lastIndexOf('@');
  const key = keyAtEnd.exec(address.slice(0, Math.max(0, at)))?.[1];
  return key === undefined ? undefined : attemptOfKey(key);
}

/** The attempt in a Message-ID, with or without its brackets. */
export function attemptInMessageId(messageId: string): AttemptId | undefined {
  const key = /^\s*<?([a-z2-7]{26})@[^\s<>]+>?\s*$/i.exec(messageId)?.[1];
  return key === undefined ? undefined : attemptOfKey(key);
}

/** The attempt in the subject that `unsubscribeLink` writes, whatever a mail program put in front ('Re:') or behind. */
export function attemptInOptOut(subject: string): AttemptId | undefined {
  const key = new RegExp(`(?:^|[\\s:])${optOutWord}\\s+([a-z2-7]{26})(?![a-z2-7])`, 'i').exec(subject)?.[1];
  return key === undefined ? undefined : attemptOfKey(key);
}

function numberIn(text: string, letters: string, length: number, unused: bigint): bigint | undefined {
  if (text.length !== length) return undefined;
  let bits = 0n;
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) return undefined;
    bits = bits * BigInt(letters.length) + BigInt(value);
  }
  return bits % (1n << unused) === 0n ? bits >> unused : undefined;
}

function written(bits: bigint, letters: string, length: number): string {
  const base = BigInt(letters.length);
  let text = '';
  for (let left = bits; text.length < length; left /= base) text = letters[Number(left % base)]! + text;
  return text;
}
