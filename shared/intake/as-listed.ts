/**
 * What a list said of someone, as a short mark for each field: so that the same list with the same again is no news. What the study learned
 * itself since (a number that someone gave, one that turned out to be wrong, a correction of AVG art. 16) stands until the list says something else.
 *
 * A mark tells whether two values differ, and no more: 24 bits of FNV-1a. Once in sixteen million another value is taken for the same.
 */
import { type ContactData, type ContactField, contactFields } from '../study/contact-data.ts';

export const addressParts = [
  'street',
  'houseNumber',
  'postcode',
  'town',
  'country',
] as const satisfies readonly ContactField[];

/** What can be learned of someone: the order is that of the marks. */
const marked = [
  ...(['organisation', 'salutation', 'initials', 'prefix', 'surname', 'birthDate', 'sex', 'email'] as const),
  ...addressParts,
] as const satisfies readonly ContactField[];
type Marked = (typeof marked)[number];

const nothing = '-';
const unknown = '?';

/** Of all fields, in order, then of each telephone number. */
export function asListed(contact: ContactData): string {
  return written(
    marked.map((field) => markOf(contact[field])),
    contact.phones.map(markOf),
  );
}

/** The marks after a row that speaks of these fields; of the others those of before, if there are any. */
export function asListedNow(before: string | undefined, row: ContactData, fields: ReadonlySet<ContactField>): string {
  const was = marksIn(before);
  const single = marked.map((field, at) => (fields.has(field) ? markOf(row[field]) : (was?.single[at] ?? unknown)));
  const isOfPhones = fields.has('phone') || fields.has('mobile');
  return written(single, isOfPhones ? row.phones.map(markOf) : (was?.phones ?? [unknown]));
}

/** The fields of which a row says what was listed before: no news. An address is one thing, of however many parts. */
export function saidBefore(
  before: string | undefined,
  row: ContactData,
  fields: ReadonlySet<ContactField>,
): ReadonlySet<ContactField> {
  const was = marksIn(before);
  if (was === undefined) return new Set();
  const isSame = (field: Marked) => was.single[marked.indexOf(field)] === markOf(row[field]);
  const isAddressSame = addressParts.every((part) => !fields.has(part) || isSame(part));
  const isPart = (field: ContactField): field is (typeof addressParts)[number] =>
    (addressParts as readonly ContactField[]).includes(field);
  return new Set(
    contactFields.filter((field) => {
      if (!fields.has(field)) return false;
      if (isPart(field)) return isAddressSame;
      return (marked as readonly ContactField[]).includes(field) && isSame(field as Marked);
    }),
  );
}

/**
 * The numbers of someone after a row with these: what the study added stays, in front, and what it took off or found dead does not come back.
 * Without marks those of the row.
 */
export function phonesNow(before: string | undefined, known: ContactData, row: ContactData): readonly string[] {
  const was = marksIn(before);
  if (was === undefined || was.phones.includes(unknown)) return row.phones;
  const listed = new Set(was.phones);
  const rows = row.phones.map(markOf);
  if (rows.length === listed.size && rows.every((mark) => listed.has(mark))) return known.phones;
  const isDead = known.unreachable?.includes('phone') === true;
  const alive = isDead ? [] : known.phones;
  const there = new Set(alive.map(markOf));
  const added = alive.filter((phone) => !listed.has(markOf(phone)));
  const left = row.phones.filter((phone) => !listed.has(markOf(phone)) || there.has(markOf(phone)));
  return [...new Set([...added, ...left])];
}

function written(single: readonly string[], phones: readonly string[]): string {
  return [...single, ...phones].join(' ');
}

function marksIn(text: string | undefined) {
  if (text === undefined) return undefined;
  const all = text.split(' ');
  return { single: all.slice(0, marked.length), phones: all.slice(marked.length) };
}

function markOf(value: string | undefined): string {
  if (value === undefined) return nothing;
  let hash = 0x811c9dc5;
  for (let at = 0; at < value.length; at += 1) hash = Math.imul(hash ^ value.charCodeAt(at), 0x01000193);
  return ((hash >>> 8) ^ (hash & 0xff)).toString(36);
}
