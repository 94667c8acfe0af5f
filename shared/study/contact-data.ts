/** What an extract tells about one sampled person. Sealed at rest as one value; only the fields that the agreement allows are ever read. */
import type { Day } from '../calendar.ts';

/** The fields an agreement may allow, AVG art. 5(1)(c) and 28(3): a column that matches none of the allowed ones is never read. */
export const contactFields = [
  'clientNumber',
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
  'mobile',
  'email',
  'birthDate',
  'sex',
  'stratum',
  'supportEnded',
  'consent',
  'consentOn',
  'channels',
  'deceased',
] as const;
export type ContactField = (typeof contactFields)[number];

/** What can be corrected of one person, AVG art. 16; the others tell how the person was asked, not who they are. */
export const correctableFields = [
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
  'birthDate',
  'sex',
] as const satisfies readonly ContactField[];
export type CorrectableField = (typeof correctableFields)[number];

export type Sex = 'male' | 'female' | 'other';
export const channels = ['email', 'letter', 'phone', 'visit'] as const;
/** How a person is approached. */
export type Channel = (typeof channels)[number];
export const modes = ['web', 'phone', 'visit', 'paper'] as const;
/** How an interview is held (afnamewijze). */
export type Mode = (typeof modes)[number];

export interface ContactData {
  readonly clientNumber?: string;
  readonly organisation?: string;
  readonly salutation?: string;
  readonly initials?: string;
  readonly prefix?: string;
  readonly surname?: string;
  readonly street?: string;
  readonly houseNumber?: string;
  readonly postcode?: string;
  readonly town?: string;
  /** E.164, in the order in which they should be rung; no duplicates. */
  readonly phones: readonly string[];
  readonly email?: string;
  readonly birthDate?: Day;
  readonly sex?: Sex;
  /** Whether the municipality's support to this person has ended. */
  readonly supportEnded?: boolean;
  readonly consentOn?: Day;
  /** The channels that this person agreed to, or that the group's consent basis gives. */
  readonly channels: readonly Channel[];
}

/** The name as a letter and an interviewer use it: 'Mevr. A. van der Wal'; empty parts leave no gap. */
export function fullName(contact: ContactData): string {
  return [contact.salutation, contact.initials, contact.prefix, contact.surname].filter(Boolean).join(' ');
}

/** What someone is called where they have to be told apart: their name, else their organisation, e-mail or number. */
export function knownAs(contact: ContactData): string {
  return fullName(contact) || contact.organisation || contact.email || contact.phones[0] || '';
}

/** The channels that can really reach this person: agreed to, and with an address or number for it. */
export function usableChannels(contact: ContactData): readonly Channel[] {
  const hasAddress = Boolean(contact.street && contact.houseNumber && contact.postcode && contact.town);
  const has: Readonly<Record<Channel, boolean>> = {
    email: contact.email !== undefined,
    letter: hasAddress,
    phone: contact.phones.length > 0,
    visit: hasAddress,
  };
  return contact.channels.filter((channel) => has[channel]);
}
