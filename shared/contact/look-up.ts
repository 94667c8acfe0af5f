/** Looking up one person among the contact data that were opened for it: by name, organisation, e-mail, telephone or address. */
import { type ContactData, fullName } from '../study/contact-data.ts';

/** Fewer characters would match very many. */
export const leastTyped = 3;
/** Most people shown at once: whoever asked is one person. */
export const mostFound = 20;

/** What of someone's contact data is compared with what was typed. */
export interface Findable {
  /** Names and organisation in a row, as `plain` makes them. */
  readonly name: string;
  /** E.164. */
  readonly phones: readonly string[];
  readonly email: string;
  readonly postcode: string;
  readonly houseNumber: string;
}

/** What was typed, understood. */
export type LookUp =
  | { readonly by: 'phone'; readonly phone: string }
  | { readonly by: 'address'; readonly postcode: string; readonly houseNumber?: string }
  | { readonly by: 'email'; readonly part: string }
  | { readonly by: 'name'; readonly words: readonly string[] };

/** Lower case, without diacritics, letters and digits only. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
const postcodeAndNumber = /^\s*(\d{4})\s?([a-z]{2})[\s,]*(\d+.*)?$/i;

export function findable(contact: ContactData): Findable {
  const { initials, prefix, surname, organisation } = contact;
  return {
    name: plain([initials, prefix, surname, organisation].filter(Boolean).join('')),
    phones: contact.phones,
    email: contact.email ?? '',
    postcode: plain(contact.postcode ?? ''),
    houseNumber: plain(contact.houseNumber ?? ''),
  };
}

/**
 * `phone`: what was typed as a number in E.164, when it is one. An address is a postcode, with or without a house number; of a name every
 * word has to be there.
 */
export function lookUpOf(typed: string, phone: string | undefined): LookUp {
  if (phone !== undefined) return { by: 'phone', phone };
  const [, digits, letters, number] = postcodeAndNumber.exec(typed) ?? [];
  if (digits !== undefined) {
    const postcode = plain(`${digits}${letters}`);
    return { by: 'address', postcode, ...(number === undefined ? {} : { houseNumber: plain(number) }) };
  }
  if (typed.includes('@')) return { by: 'email', part: typed.trim().toLowerCase() };
  return { by: 'name', words: typed.split(/\s+/).map(plain).filter(Boolean) };
}

export function isMeant(one: Findable, asked: LookUp): boolean {
  switch (asked.by) {
    case 'phone':
      return one.phones.includes(asked.phone);
    case 'address':
      return (
        one.postcode === asked.postcode && (asked.houseNumber === undefined || one.houseNumber === asked.houseNumber)
      );
    case 'email':
      return one.email.includes(asked.part);
    case 'name':
      return asked.words.length > 0 && asked.words.every((word) => one.name.includes(word));
  }
}

/** Whether someone's contact data answer to what was typed; `phone` as in `lookUpOf`. */
export function answersTo(contact: ContactData, typed: string, phone: string | undefined): boolean {
  return isMeant(findable(contact), lookUpOf(typed, phone));
}

/** What tells people of one name apart for whoever has them on the telephone: an organisation, or where they live without the number of the house. */
export function hintOf(contact: ContactData): string {
  const place = [contact.postcode?.slice(0, 4), contact.town].filter(Boolean).join(' ');
  return contact.organisation === undefined || fullName(contact) === '' ? place : contact.organisation;
}
