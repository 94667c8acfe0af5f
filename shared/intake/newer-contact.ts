/** Contact data of someone in the study as a newer row has them: what the row speaks of is replaced, all else stays. */
import { type ContactData, type ContactField, contactFields, withNewChances } from '../study/contact-data.ts';
import { addressParts, asListedNow, phonesNow, saidBefore } from './as-listed.ts';
import type { Candidate } from './candidate.ts';
import { type ColumnMatch, isMeaning } from './column-map.ts';
import { fieldsOf } from './column-meaning.ts';
import { approached } from './row-rule.ts';

/** The fields of which a list speaks, also where a cell is empty: then the person has it no more. In the order of `contactFields`. */
export function fieldsOfColumns(columns: readonly ColumnMatch[]): ReadonlySet<ContactField> {
  const spoken = new Set(columns.flatMap(({ becomes }) => (isMeaning(becomes) ? fieldsOf(becomes) : [])));
  return new Set(contactFields.filter((field) => spoken.has(field)));
}

/** Where a person is known by another name than the field has in an extract; of the others the names are the same. */
const partOf: Readonly<Partial<Record<ContactField, keyof ContactData>>> = {
  phone: 'phones',
  mobile: 'phones',
  representation: 'representative',
  representativeName: 'representative',
  representativePhone: 'representative',
  representativeEmail: 'representative',
};
/** They say what happened, or how the person was asked; a case keeps the stratum in which it was drawn. */
const notOfPerson: ReadonlySet<ContactField> = new Set(['consent', 'deceased', 'news', 'stratum', 'clientNumber']);

/** The same list again, or one of news about people: what it said before is no news. */
export type ListKind = 'list' | 'news';

/**
 * @param kind a list of news that said nothing yet may repeat what the list of people says
 * @param fields of which the row speaks; a cell that could not be read changes nothing, but gives no channel that it does not name
 */
export function newerContact(
  known: ContactData,
  { contact, read: { unreadable } }: Candidate,
  fields: ReadonlySet<ContactField>,
  kind: ListKind,
): ContactData {
  const newer: Record<string, unknown> = { ...known };
  const unread = new Set(unreadable.map((field) => partOf[field] ?? field));
  const marks = kind === 'list' ? 'asListed' : 'asNews';
  const before = known[marks] ?? known.asListed;
  // What is known are then the guardian's number and address, and the row's own are the person's.
  const isThroughGuardian = known.representative?.kind === 'guardian';
  const isNoNews = saidBefore(before, contact, fields);
  for (const field of fields) {
    const part = partOf[field] ?? (field as keyof ContactData);
    if (notOfPerson.has(field) || (isNoNews.has(field) && !(isThroughGuardian && field === 'email'))) continue;
    if (unread.has(part)) {
      // 'Alleen brief, niet bellen' cannot be read as a whole, and takes the telephone away all the same.
      if (field === 'channels') newer.channels = known.channels.filter((channel) => contact.channels.includes(channel));
      continue;
    }
    const value = part === 'phones' && !isThroughGuardian ? phonesNow(before, known, contact) : contact[part];
    if (value === undefined) delete newer[part];
    else newer[part] = value;
  }
  const read = new Set([...fields].filter((field) => !unread.has(partOf[field] ?? field)));
  newer[marks] = asListedNow(before, contact, read);
  const guardianNow = (newer as Pick<ContactData, 'representative'>).representative?.kind === 'guardian';
  if (isThroughGuardian && !guardianNow) {
    if (!fields.has('phone') && !fields.has('mobile')) newer.phones = [];
    if (!fields.has('email')) delete newer.email;
  }
  // Half of a new address beside half of the old one is an address where nobody lives.
  const isElsewhere = newer.postcode !== known.postcode || newer.street !== known.street;
  if (isElsewhere) for (const part of addressParts) if (!fields.has(part)) delete newer[part];
  // Behind a guardian the person's own number is not used, whatever the row says.
  return withNewChances(known, approached(newer as unknown as ContactData));
}

/** Without an address: nobody knows where they live now, and a letter to the old one would reach someone else. */
export function withoutAddress({ street, houseNumber, postcode, town, country, ...rest }: ContactData): ContactData {
  return rest;
}

export function isSameContact(one: ContactData, other: ContactData): boolean {
  const [a, b] = [one, other] as unknown as [Record<string, unknown>, Record<string, unknown>];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  // What lists said is nothing that is known of a person besides.
  for (const marks of ['asListed', 'asNews']) names.delete(marks);
  return [...names].every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

export function isSameAddress(one: ContactData, other: ContactData): boolean {
  return addressParts.every((part) => one[part] === other[part]);
}
