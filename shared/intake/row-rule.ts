/** What a row says by itself, without the other rows: why its person cannot be accepted, or must be left alone in any row. */
import { ageOn, type Day } from '../calendar.ts';
import { findAges } from '../study/age-band.ts';
import { type Channel, type ContactData, usableChannels } from '../study/contact-data.ts';
import type { ConsentBasis, Group } from '../study/group.ts';
import type { Candidate } from './candidate.ts';

/** Whether the person objects. Where nobody was asked for a yes, a no is an objection, AVG art. 21. */
export function isObjection(read: Candidate['read'], basis: ConsentBasis): boolean {
  return read.consent === 'objection' || (read.consent === 'not-given' && basis !== 'opt-in');
}

/** A yes with its day, which is not later than today, AVG art. 7(1). */
export function hasConsent({ read, contact }: Pick<Candidate, 'read' | 'contact'>, today: Day): boolean {
  return read.consent === 'given' && contact.consentOn !== undefined && contact.consentOn <= today;
}

/** By what the yes can be shown: the text with its version, and where it is recorded, AVG art. 7(1). */
export function hasConsentRecord({ consentText, consentSource }: ContactData): boolean {
  return consentText !== undefined && consentSource !== undefined;
}

const ofAge = 18;

/**
 * Whether someone is certainly younger than 18 today (BW 1:233): by the day of birth; by the year when even a birthday on 1 January leaves
 * them younger; by an age band when all of it lies below. Who is not known to be a minor is none.
 */
export function isMinor({ birthDate, birthYear, ageBand }: ContactData, today: Day): boolean {
  if (birthDate !== undefined) return ageOn(birthDate, today) < ofAge;
  if (birthYear !== undefined) return Number(today.slice(0, 4)) - birthYear < ofAge;
  const ages = ageBand === undefined ? undefined : findAges(ageBand);
  return ages !== undefined && ages.to < ofAge;
}

/**
 * How the person is approached when someone else decides for them (UAVG art. 5(2)). A guardian (BW 1:378, of a minor 1:245) decides in their
 * place, so contact goes to the guardian, by the channels that were agreed to and reach them; the person's own telephone and e-mail are not
 * used. An administrator (BW 1:431) decides about money only and a mentor (BW 1:450) about care only: the person stays the one approached.
 */
export function approached(contact: ContactData): ContactData {
  const { representative, email: _, ...person } = contact;
  if (representative?.kind !== 'guardian') return contact;
  const reached: readonly Channel[] = [
    ...(representative.email === undefined ? [] : (['email'] as const)),
    ...(representative.phones.length === 0 ? [] : (['phone'] as const)),
  ];
  return {
    ...person,
    representative,
    ...(representative.email === undefined ? {} : { email: representative.email }),
    phones: representative.phones,
    channels: contact.channels.filter((channel) => reached.includes(channel)),
  };
}

/** Why this row cannot be accepted, whatever the others say; in the order of `refusalReasons`, without those that concern the person. */
export function rowRefusal(
  { read, basis, contact }: Candidate,
  group: Group,
  today: Day,
): 'no-consent' | 'minor' | 'represented' | 'unreachable' | undefined {
  if (read.consent === 'unreadable' || (basis === 'opt-in' && !hasConsent({ read, contact }, today)))
    return 'no-consent';
  if (group.excludesMinors && isMinor(contact, today)) return 'minor';
  // Something stands there about a representative, and it is not clear who decides.
  if (read.unreadable.includes('representation')) return 'represented';
  const usable = usableChannels(approached(contact), group);
  if (contact.representative?.kind === 'guardian' && usable.length === 0) return 'represented';
  return usable.length === 0 ? 'unreachable' : undefined;
}
