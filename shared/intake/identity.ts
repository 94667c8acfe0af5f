/** By what two rows are known to be the same person. These keys are personal data: they live in memory during an intake, or sealed. */
import type { ContactData } from '../study/contact-data.ts';
import type { ConsentBasis } from '../study/group.ts';
import { plainWord } from './plain-word.ts';

/** What stands where a number is not known; it makes nobody the same. */
const noNumber = new Set(['', '0', 'nvt', 'onbekend', 'geen', 'unknown', 'none', 'x']);

/**
 * The keys of one person; two people of one group with a key in common are the same. A client number, and name with birth date and postcode.
 * An e-mail address only for business contacts: residents may share one at home.
 */
export function identityKeys(contact: ContactData, basis: ConsentBasis): readonly string[] {
  const keys = [...numberKey(contact)];
  if (basis === 'business-contact' && contact.email !== undefined) keys.push(`email ${contact.email}`);
  return [...keys, ...nameKey(contact)];
}

/** The keys by which someone of one group is the same person in another; a number only with the surname to it. */
export function keysAcrossGroups({ surname }: ContactData, identity: readonly string[]): readonly string[] {
  const name = plainWord(surname ?? '');
  return identity.flatMap((key) => {
    if (!key.startsWith('number ')) return [key];
    // Numbers are given out anew in every source, so 101 may be two people.
    return name === '' ? [] : [`${key} ${name}`];
  });
}

/**
 * The keys of someone on a list of people who must not be approached. A telephone number or e-mail address of somebody without a name stops
 * everyone who has it; with a name, those of that surname: someone else at home may be approached.
 */
export function stopListKeys(contact: ContactData): readonly string[] {
  return reachKeys(contact, plainWord(contact.surname ?? ''), initialOf(contact));
}

/** Under what someone of a delivery is looked up in such a list, which may hold less of them: no initials, or no name at all. */
export function stopListLookUps(contact: ContactData): readonly string[] {
  const name = plainWord(contact.surname ?? '');
  const keys = [
    ...reachKeys(contact, name, initialOf(contact)),
    ...reachKeys(contact, name, ''),
    ...contactPoints(contact, ''),
  ];
  return [...new Set(keys)];
}

/** The home of someone: postcode and house number with its addition, else street and town; undefined when not known. */
export function addressKey({ postcode, houseNumber, street, town, country }: ContactData): string | undefined {
  const number = plainWord(houseNumber ?? '');
  if (postcode !== undefined && number !== '') return `at ${plainWord(postcode)} ${number}`;
  const [inStreet, inTown] = [plainWord(street ?? ''), plainWord(town ?? '')];
  return inStreet === '' || inTown === ''
    ? undefined
    : `at ${inStreet} ${number} ${inTown} ${plainWord(country ?? '')}`;
}

function numberKey({ clientNumber }: ContactData): readonly string[] {
  // Spreadsheets drop the zeros before a number.
  const number = plainWord(clientNumber ?? '').replace(/^0+(?=.)/, '');
  return noNumber.has(number) ? [] : [`number ${number}`];
}

function nameKey({ surname, initials, prefix, birthDate, postcode }: ContactData): readonly string[] {
  const name = plainWord(`${initials ?? ''}${prefix ?? ''}${surname ?? ''}`);
  const isKnown = surname !== undefined && name !== '' && birthDate !== undefined && postcode !== undefined;
  return isKnown ? [`name ${name} ${birthDate} ${postcode}`] : [];
}

function initialOf({ initials }: ContactData): string {
  return plainWord(initials ?? '').slice(0, 1);
}

function reachKeys(contact: ContactData, name: string, initial: string): readonly string[] {
  const at = name === '' ? undefined : addressKey(contact);
  return [
    ...numberKey(contact),
    ...nameKey(contact),
    ...contactPoints(contact, name),
    ...(at === undefined ? [] : [`home ${name} ${initial} ${at}`]),
  ];
}

function contactPoints({ phones, email }: ContactData, name: string): readonly string[] {
  return [
    ...phones.map((phone) => `phone ${phone} ${name}`),
    ...(email === undefined ? [] : [`mail ${email} ${name}`]),
  ];
}
