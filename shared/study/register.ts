/**
 * The processor's register of processing, AVG art. 30(2): its four items, made from what the study has recorded. It names organisations,
 * staff and kinds of data, and nobody who was sampled.
 */
import type { Day } from '../calendar.ts';
import type { AgreementDraft } from './agreement.ts';
import type { Bureau } from './bureau.ts';
import type { Channel, ContactField } from './contact-data.ts';
import type { MailHost } from './mail-host.ts';
import { isSameParty } from './sub-processors.ts';

/** (a) to (d) of art. 30(2), in its order. */
export const registerItems = ['parties', 'processing', 'transfers', 'security'] as const;
export type RegisterItem = (typeof registerItems)[number];

export interface RegisterFacts {
  readonly title: string;
  readonly agreement: AgreementDraft;
  readonly bureau?: Bureau | undefined;
  readonly mailHost?: MailHost | undefined;
  /** Names of the staff with the role of data protection officer. */
  readonly officers: readonly string[];
  /** By which people are contacted, in any group. */
  readonly channels: readonly Channel[];
  readonly measured: MeasuredSecurity;
}

/** What the application knows of itself. */
export interface MeasuredSecurity {
  readonly appVersion: string;
  readonly deviceSecretIn: 'keychain' | 'file';
}

export interface Party {
  readonly name: string;
  readonly contact: string;
}

export interface ProcessorRegister {
  /** (a) Who processes, for whom, and their officers for data protection. */
  readonly parties: {
    readonly processor?: Party;
    readonly controller?: Party;
    readonly officers: readonly string[];
  };
  /** (b) What is done for the controller. */
  readonly processing: {
    readonly title: string;
    readonly purpose?: string;
    readonly peopleConcerned?: string;
    readonly kinds: readonly ContactField[];
    readonly channels: readonly Channel[];
    readonly from?: Day;
    readonly contactUntil?: Day;
    readonly answersUntil?: Day;
    readonly subProcessors: readonly { readonly name: string; readonly does: readonly PartOfWork[] }[];
  };
  /** (c) Transfers to a third country. */
  readonly transfers: { readonly outsideEea?: boolean };
  /** (d) The measures of art. 32, in general terms. */
  readonly security: { readonly described?: string; readonly measured: MeasuredSecurity };
  /** Items of which something that the law asks for is not recorded yet. */
  readonly missing: readonly RegisterItem[];
}

export type PartOfWork = 'email' | 'letters' | 'web';

/** The register as far as it can be made. */
export function processorRegister(facts: RegisterFacts): ProcessorRegister {
  const { title, agreement, bureau, mailHost, officers, channels, measured } = facts;
  const { client, clientContact, purpose, peopleConcerned, allowedFields = [], transferOutsideEea } = agreement;
  const { startsOn, endsOn, answersEndOn, security, subProcessors } = agreement;
  const processor = bureau && {
    name: bureau.name,
    contact: [bureau.returnAddress, bureau.place, bureau.objectTo].join(', '),
  };
  const controller = client === undefined ? undefined : { name: client, contact: clientContact ?? '' };
  const work: readonly (readonly [PartOfWork, string | undefined])[] = [
    ['email', mailHost?.providedBy],
    ['letters', bureau?.lettersPrintedBy],
    ['web', bureau?.webPlatformBy],
  ];
  const isWhole: Readonly<Record<RegisterItem, boolean>> = {
    parties: processor !== undefined && isFilled(client) && isFilled(clientContact) && officers.length > 0,
    processing:
      isFilled(purpose) && isFilled(peopleConcerned) && allowedFields.length > 0 && subProcessors !== undefined,
    transfers: transferOutsideEea !== undefined,
    security: isFilled(security),
  };
  return {
    parties: { ...given({ processor, controller }), officers },
    processing: {
      title,
      kinds: allowedFields,
      channels,
      ...given({ purpose, peopleConcerned, from: startsOn, contactUntil: endsOn, answersUntil: answersEndOn }),
      subProcessors: (subProcessors ?? []).map((name) => ({
        name,
        does: work.filter(([, party]) => party !== undefined && isSameParty(party, name)).map(([part]) => part),
      })),
    },
    transfers: given({ outsideEea: transferOutsideEea }),
    security: { ...given({ described: security }), measured },
    missing: registerItems.filter((item) => !isWhole[item]),
  };
}

const isFilled = (text: string | undefined) => text !== undefined && text.trim() !== '';

/** Without what is undefined. */
function given<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
