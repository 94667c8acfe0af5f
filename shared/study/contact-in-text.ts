/** Contact data in the texts of a questionnaire: `${contact.surname}`, filled in only where the agreement allows the field. */
import type { ContactData, ContactField } from './contact-data.ts';

/**
 * What a text may say of the person, AVG art. 5(1)(c): what an interviewer reads aloud to them. What tells how they were asked (consent,
 * channels), notes and codes are never part of a question.
 */
export const spokenFields = [
  'organisation',
  'salutation',
  'initials',
  'prefix',
  'surname',
  'street',
  'houseNumber',
  'postcode',
  'town',
  'phone',
  'email',
  'birthYear',
  'stratum',
  'representativeName',
] as const satisfies readonly ContactField[];
export type SpokenField = (typeof spokenFields)[number];

/** By field what a text is filled with; a field that is not there leaves nothing. */
export type ContactTexts = { readonly [F in SpokenField]?: string };

const prefix = 'contact.';

/** The field that the name in a reference means; 'unknown' for one that means contact data but no field that may be said. */
export function contactFieldIn(name: string): SpokenField | 'unknown' | undefined {
  if (!name.startsWith(prefix)) return undefined;
  return spokenFields.find((field) => field === name.slice(prefix.length)) ?? 'unknown';
}

/** Whether an agreement with these `allowed` fields lets a text say `field`; a number is one, whether it came as a telephone or a mobile. */
export function mayBeSaid(field: SpokenField, allowed: readonly ContactField[]): boolean {
  return allowed.includes(field) || (field === 'phone' && allowed.includes('mobile'));
}

/** What texts may be filled with of `contact`: fields that are among `allowed` (the agreement's), and nothing else. */
export function contactTexts(
  contact: ContactData,
  stratum: string | undefined,
  allowed: readonly ContactField[],
): ContactTexts {
  const { birthYear, representative } = contact;
  const all: { readonly [F in SpokenField]: string | undefined } = {
    organisation: contact.organisation,
    salutation: contact.salutation,
    initials: contact.initials,
    prefix: contact.prefix,
    surname: contact.surname,
    street: contact.street,
    houseNumber: contact.houseNumber,
    postcode: contact.postcode,
    town: contact.town,
    phone: contact.phones[0],
    email: contact.email,
    birthYear: birthYear === undefined ? undefined : String(birthYear),
    stratum,
    representativeName: representative?.name,
  };
  return Object.fromEntries(
    spokenFields.flatMap((field) =>
      all[field] !== undefined && mayBeSaid(field, allowed) ? [[field, all[field]]] : [],
    ),
  );
}
