/** Who does a part of the work for the bureau: a party that the agreement does not name may not, AVG art. 28(2) and (4). */
import { refuse } from '../problem.ts';
import type { AgreementDraft } from './agreement.ts';
import type { Bureau } from './bureau.ts';
import type { Channel } from './contact-data.ts';
import type { MailHost } from './mail-host.ts';

type Printing = Pick<Bureau, 'lettersPrintedBy' | 'webPlatformBy'> | undefined;
type Mailing = Pick<MailHost, 'providedBy'> | undefined;

const named = (...parties: readonly (string | undefined)[]) => [
  ...new Set(parties.filter((party) => party !== undefined)),
];

/** The parties that get something of a person to see when a message goes out by this channel; a message carries the link to the web questionnaire. */
export function partiesIn(channel: Channel, bureau: Printing, mailHost: Mailing): readonly string[] {
  if (channel === 'email') return named(mailHost?.providedBy, bureau?.webPlatformBy);
  return channel === 'letter' ? named(bureau?.lettersPrintedBy, bureau?.webPlatformBy) : [];
}

/** Everyone who does a part of the work, in whatever channel. */
export function allParties(bureau: Printing, mailHost: Mailing): readonly string[] {
  return named(mailHost?.providedBy, bureau?.lettersPrintedBy, bureau?.webPlatformBy);
}

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Whatever its capitals and spaces. */
export const isSameParty = (one: string, other: string) => plain(one) === plain(other);

/** Refuses `study.sub-processor-not-listed` with the first party that is not among the sub-processors of the agreement. */
export function refuseUnlisted(parties: readonly string[], { subProcessors }: AgreementDraft): void {
  const listed = new Set((subProcessors ?? []).map(plain));
  const party = parties.find((one) => !listed.has(plain(one)));
  if (party !== undefined) refuse('study.sub-processor-not-listed', { party });
}
