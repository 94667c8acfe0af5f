/** Looking up one person among the contact data that were opened for it: by name, organisation, e-mail, telephone or address. Nothing is indexed. */
import type { ContactData } from '../study/contact-data.ts';

/** Fewer characters would match very many. */
export const leastTyped = 3;
/** Most people shown at once: whoever asked is one person. */
export const mostFound = 20;

/** Lower case, without diacritics, letters and digits only. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
const postcodeAndNumber = /^\s*(\d{4})\s?([a-z]{2})[\s,]*(\d+.*)?$/i;

/**
 * Whether someone's contact data answer to what was typed. `phone`: what was typed as a number in E.164, when it is one. An address is
 * a postcode, with or without a house number; of a name every word has to be there.
 */
export function answersTo(contact: ContactData, typed: string, phone: string | undefined): boolean {
  if (phone !== undefined) return contact.phones.includes(phone);
  const [, digits, letters, number] = postcodeAndNumber.exec(typed) ?? [];
  if (digits !== undefined) {
    const isPostcode = plain(contact.postcode ?? '') === plain(`${digits}${letters}`);
    return isPostcode && (number === undefined || plain(contact.houseNumber ?? '') === plain(number));
  }
  if (typed.includes('@')) return (contact.email ?? '').includes(typed.trim().toLowerCase());
  const { initials, prefix, surname, organisation } = contact;
  const name = plain([initials, prefix, surname, organisation].filter(Boolean).join(''));
  const words = typed.split(/\s+/).map(plain).filter(Boolean);
  return words.length > 0 && words.every((word) => name.includes(word));
}
