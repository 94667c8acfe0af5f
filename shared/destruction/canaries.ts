/**
 * Canaries: values that stand in sealed content only, so that a file in which one is found still tells of a person. They are searched for
 * before and after a destruction, held in memory only, and never written down or shown.
 */
import type { Answer } from '../study/answer.ts';
import { type ContactData, fullName } from '../study/contact-data.ts';
import type { ItemName } from '../study/questionnaire.ts';
import type { Response } from '../study/response.ts';

/** A shorter value turns up by chance, and then proves nothing. */
export const leastBytes = 8;
/** Characters of the pieces that stand for a long text: storage cuts long values, a short piece survives whole. */
const pieceLength = 32;

/** Bytes of `text` in UTF-8. */
function utf8Bytes(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}

function distinct(values: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(values.filter((value) => value !== undefined && utf8Bytes(value) >= leastBytes))] as string[];
}

/** The number as dialled within the Netherlands and as bare digits: '+31612345678' gives '0612345678' and '31612345678'. */
function phoneForms(e164: string): readonly string[] {
  const digits = e164.replaceAll(/\D/g, '');
  return [e164, digits, ...(digits.startsWith('31') ? [`0${digits.slice(2)}`] : [])];
}

/** A free text (a note, an open answer): itself, or when it is long pieces from its begin, middle and end. Distinct, possibly none. */
export function canariesOfText(text: string): readonly string[] {
  const characters = Array.from(text);
  if (characters.length <= 2 * pieceLength) return distinct([text]);
  const middle = Math.floor((characters.length - pieceLength) / 2);
  const starts = [0, middle, characters.length - pieceLength];
  return distinct(starts.map((start) => characters.slice(start, start + pieceLength).join('')));
}

/**
 * The values of one person's contact data, distinct. Left out is what many people share and plain texts hold: the town, the salutation, the
 * day of consent with its text and source, codes such as sex and channel. A representative may stand for many, and is looked for all the same.
 */
export function canariesOf(contact: ContactData): readonly string[] {
  const { street, houseNumber, note, representative } = contact;
  return distinct([
    contact.clientNumber,
    contact.organisation,
    contact.initials,
    contact.prefix,
    contact.surname,
    fullName({ ...contact, salutation: '' }),
    street,
    street && houseNumber && `${street} ${houseNumber}`,
    contact.postcode,
    contact.email,
    contact.birthDate,
    ...contact.phones.flatMap(phoneForms),
    ...(note === undefined ? [] : canariesOfText(note)),
    representative?.name,
    representative?.email,
    ...(representative?.phones ?? []).flatMap(phoneForms),
  ]);
}

/** The open answers among `answers`, of a draft or a response; closed ones and numbers are shared by many and tell nothing apart. Distinct. */
export function canariesOfAnswers(answers: Iterable<readonly [ItemName, Answer]>): readonly string[] {
  const texts = Array.from(answers, ([, answer]) => (answer.kind === 'text' ? canariesOfText(answer.text) : []));
  return distinct(texts.flat());
}

/** The open answers of one response and the notes with it, distinct. */
export function canariesOfResponse({ answers, notes = [] }: Response): readonly string[] {
  return distinct([...canariesOfAnswers(answers), ...notes.flatMap(([, note]) => canariesOfText(note))]);
}

/**
 * Those `canaries` that occur in none of `plainTexts`: what the study keeps readable on purpose (agreement, titles, texts of letters,
 * questionnaires, names of staff). A partner's organisation may be the client itself; found in the agreement it would be no trace.
 */
export function notInPlainTexts(canaries: readonly string[], plainTexts: readonly string[]): readonly string[] {
  const plain = plainTexts.join('\n');
  return canaries.filter((canary) => !plain.includes(canary));
}
