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
  'country',
  'phone',
  'mobile',
  'email',
  'birthDate',
  'birthYear',
  'ageBand',
  'sex',
  'stratum',
  'supportEnded',
  'note',
  'representation',
  'representativeName',
  'representativePhone',
  'representativeEmail',
  'consent',
  'consentOn',
  'consentText',
  'consentSource',
  'channels',
  'deceased',
  'news',
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
export const modes = ['web', 'phone', 'visit', 'paper', 'email'] as const;
/** How an interview is held (afnamewijze). */
export type Mode = (typeof modes)[number];

/**
 * Kinds of legal representation (wettelijke vertegenwoordiging), and what it leaves to the person: a guardian (curator, or of a minor: ouder of
 * voogd) decides in their place; an administrator (bewindvoerder, BW 1:431) decides about money only; a mentor (BW 1:450) about care, where the
 * person cannot.
 */
export const representations = ['guardian', 'administrator', 'mentor'] as const;
export type Representation = (typeof representations)[number];

export interface Representative {
  readonly kind: Representation;
  readonly name?: string;
  /** E.164, as of the person. */
  readonly phones: readonly string[];
  readonly email?: string;
}

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
  /** As it stands under a foreign address; absent for the Netherlands. */
  readonly country?: string;
  /** E.164, in the order in which they should be rung; no duplicates. */
  readonly phones: readonly string[];
  readonly email?: string;
  /** The language in which they can be spoken with, where it is not that of the study: 'tr'. */
  readonly language?: string;
  /** Of these three at most one: as much as the agreement allows. */
  readonly birthDate?: Day;
  readonly birthYear?: number;
  readonly ageBand?: string;
  readonly sex?: Sex;
  /** Whether the municipality's support to this person has ended. */
  readonly supportEnded?: boolean;
  /** What the client lets an interviewer know beforehand. */
  readonly note?: string;
  readonly representative?: Representative;
  readonly consentOn?: Day;
  /** The text, with its version, to which this person said yes, and where that is recorded, AVG art. 7(1). */
  readonly consentText?: string;
  readonly consentSource?: string;
  /** The channels that this person agreed to, or that the group's consent basis gives. */
  readonly channels: readonly Channel[];
  /** Channels whose address or number turned out not to work: a message or letter came back for good. Absent: none. */
  readonly unreachable?: readonly Channel[];
  /** Marks of what the list of people, and one of news about them, said last (intake/as-listed.ts): they tell nothing of the person. */
  readonly asListed?: string;
  readonly asNews?: string;
}

/** The name as a letter and an interviewer use it: 'Mevr. A. van der Wal'; empty parts leave no gap. */
export function fullName(contact: ContactData): string {
  return [contact.salutation, contact.initials, contact.prefix, contact.surname].filter(Boolean).join(' ');
}

/** What someone is called where they have to be told apart: their name, else their organisation, e-mail or number. */
export function knownAs(contact: ContactData): string {
  return fullName(contact) || contact.organisation || contact.email || contact.phones[0] || '';
}

/**
 * The channels that can really reach this person: agreed to, and with an address or number that is not known to fail. Where the client posts the letters
 * itself, its own number of the person is enough for a letter.
 */
export function usableChannels(
  contact: ContactData,
  { postedByClient = false }: { readonly postedByClient?: boolean } = {},
): readonly Channel[] {
  const hasAddress = Boolean(contact.street && contact.houseNumber && contact.postcode && contact.town);
  const has: Readonly<Record<Channel, boolean>> = {
    email: contact.email !== undefined,
    letter: postedByClient ? contact.clientNumber !== undefined : hasAddress,
    phone: contact.phones.length > 0,
    visit: hasAddress,
  };
  return contact.channels.filter((channel) => has[channel] && !contact.unreachable?.includes(channel));
}

/** The fields by which a channel reaches someone. */
const reachedBy: Readonly<Record<Channel, readonly (keyof ContactData)[]>> = {
  email: ['email'],
  letter: ['street', 'houseNumber', 'postcode', 'town', 'country'],
  phone: ['phones'],
  visit: ['street', 'houseNumber', 'postcode', 'town', 'country'],
};

/** `newer` with what is known not to work: another address or number than `known` has may work. */
export function withNewChances(known: ContactData, newer: ContactData): ContactData {
  const { unreachable, ...rest } = newer;
  const still = (known.unreachable ?? []).filter((channel) =>
    reachedBy[channel].every((field) => JSON.stringify(known[field]) === JSON.stringify(newer[field])),
  );
  return still.length === 0 ? rest : { ...rest, unreachable: still };
}

/** The contact data once it is known that these channels reach nobody. */
export function withUnreachable(contact: ContactData, channels: readonly Channel[]): ContactData {
  return { ...contact, unreachable: [...new Set([...(contact.unreachable ?? []), ...channels])].toSorted() };
}
