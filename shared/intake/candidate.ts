/** A row of a delivery as the person it tells about: read, with what their group gives them, not yet judged. */
import type { Agreement } from '../study/agreement.ts';
import type { Channel, ContactData, ContactField } from '../study/contact-data.ts';
import type { ConsentBasis, ConsentRecord, Group } from '../study/group.ts';
import type { ExtractRow, RowValues } from './extract.ts';
import { identityKeys } from './identity.ts';
import { plainWord } from './plain-word.ts';
import { type ContactRead, type ReadPhone, readContact } from './read-contact.ts';

export interface IntakeFile {
  /** Counts from 1. */
  readonly file: number;
  readonly rows: readonly ExtractRow[];
  /** The stratum of rows that name none: a file per team. */
  readonly stratum?: string;
  /** Cells in which the reader masked a number that could be a citizen service number. */
  readonly masked?: readonly { readonly row: number; readonly field: ContactField }[];
}

/** What makes a candidate of a row, the same for all rows of a delivery. */
export interface Reading {
  readonly group: Group;
  readonly agreement: Pick<Agreement, 'allowedFields'>;
  readonly readPhone: ReadPhone;
  /** By what consent can be shown where a row does not say it; before what the group says. */
  readonly consent?: ConsentRecord | undefined;
}

export interface Candidate {
  readonly file: number;
  readonly row: number;
  /** What the row says beside the contact data. */
  readonly read: Pick<ContactRead, 'consent' | 'deceased' | 'unreadable'>;
  /** As it is accepted: with the channels of the basis and the record of the consent. */
  readonly contact: ContactData;
  readonly stratum?: string;
  readonly basis: ConsentBasis;
  /** Its identity keys; personal data. */
  readonly identity: readonly string[];
}

/**
 * The channels of a basis when the row names none. Opt-in has none: consent must show for which channel it was given. An objection letter
 * covers e-mail, letter and telephone; a business contact is approached at work by e-mail only.
 */
const channelsOfBasis: Readonly<Record<ConsentBasis, readonly Channel[]>> = {
  'opt-in': [],
  'no-objection': ['email', 'letter', 'phone'],
  'business-contact': ['email'],
};

export function candidateOf(file: IntakeFile, { row, values }: ExtractRow, reading: Reading): Candidate {
  const { group, agreement, readPhone } = reading;
  const allowed = onlyAllowed(values, agreement.allowedFields);
  const { contact: told, stratum: said, ...read } = readContact(allowed, readPhone);
  const { stratum, basis } = basisOf(said ?? file.stratum, group);
  const channels = allowed.channels === undefined ? channelsGiven(basis, group) : told.channels;
  const contact = { ...told, channels, ...(basis === 'opt-in' ? consentRecord(told, reading) : {}) };
  const identity = identityKeys(contact, basis);
  return { file: file.file, row, read, contact, ...(stratum === undefined ? {} : { stratum }), basis, identity };
}

/** The reader gives no other fields; this is the second lock on the same door. */
function onlyAllowed(values: RowValues, allowed: readonly ContactField[]): RowValues {
  return Object.fromEntries(Object.entries(values).filter(([field]) => allowed.includes(field as ContactField)));
}

/** How the people of a stratum were asked; a stratum is spelled as in the group, however the file writes it. */
function basisOf(said: string | undefined, group: Group): { readonly stratum?: string; readonly basis: ConsentBasis } {
  if (said === undefined) return { basis: group.consentBasis };
  const word = plainWord(said);
  const [stratum, basis] = Object.entries(group.consentBasisByStratum).find(([name]) => plainWord(name) === word) ?? [];
  return { stratum: stratum ?? said, basis: basis ?? group.consentBasis };
}

function channelsGiven(basis: ConsentBasis, { postedByClient }: Group): readonly Channel[] {
  return postedByClient && basis !== 'opt-in' ? ['letter'] : channelsOfBasis[basis];
}

/** AVG art. 7(1): as the row says, else as was said of the delivery, else as the group was asked. */
function consentRecord(
  { consentText, consentSource }: ContactData,
  { consent, group }: Reading,
): Pick<ContactData, 'consentText' | 'consentSource'> {
  const text = consentText ?? consent?.text ?? group.asked?.text;
  const source = consentSource ?? consent?.source ?? group.asked?.source;
  return {
    ...(text === undefined ? {} : { consentText: text }),
    ...(source === undefined ? {} : { consentSource: source }),
  };
}
