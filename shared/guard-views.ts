/** Views of what guards a study: people and their keys, locking, safeguards, and what is asked about one person. */
import type { Day } from './calendar.ts';

import type { CaseId } from './study/case.ts';
import type { RequestArticle, RequestDetails, RequestState } from './study/case-request.ts';
import type { Channel } from './study/contact-data.ts';
import type { GroupCode } from './study/group.ts';
import type { KeyName, Person, Role } from './study/person.ts';
import type { StepId } from './study/protocol.ts';
import type { SafeguardKind, SafeguardState } from './study/safeguard.ts';

export type { ProcessorRegister } from './study/register.ts';

/** Who holds a key of the study: names of staff. A key that one person holds is lost with their passphrase. */
export interface KeyHolders {
  readonly key: KeyName;
  readonly holders: readonly string[];
}

/** Someone added or renewed: the passphrase for their first sign-in, shown once and kept nowhere. */
export interface Invited {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly oneTimePassphrase: string;
}

/** A seat that is locked. `name` is of staff. */
export interface LockedSeat {
  readonly name: string;
  readonly roles: readonly Role[];
  /** A PIN opens it, as long as the shift is open. */
  readonly hasPin: boolean;
}

/** The shift of the call room, as whoever asks sees it. */
export interface ShiftView {
  /** HH:MM of this day; absent when no shift is open. */
  readonly until?: string;
  /** Name of staff. */
  readonly openedBy?: string;
  /** Whoever asks chose a PIN in this shift. */
  readonly hasPin: boolean;
  readonly mayChoosePin: boolean;
}

export interface IdleTimesView {
  /** Minutes without a sign of whoever sits there, after which the place is locked. */
  readonly minutes: Readonly<Record<Role, number>>;
}

/** The register of requests of people concerned: numbers, articles, days and states; nobody's name. */
export interface CaseRequestsView {
  readonly requests: readonly {
    readonly nr: number;
    readonly article: RequestArticle;
    readonly receivedOn: Day;
    /** The last day for the client's answer, AVG art. 12(3). */
    readonly answerBy: Day;
    readonly state: RequestState;
    readonly executedOn?: Day;
    /** The researcher who agreed, at their own seat, and is still signed in. */
    readonly agreedBy?: string;
    /** Only for the manager. */
    readonly details?: RequestDetails & {
      /** Whether the person was found. */
      readonly hasCase: boolean;
      readonly isRestricted: boolean;
    };
  }[];
}

/** People who answer to what was typed: at most a page, and nothing but what tells them apart. */
export interface LookedUp {
  readonly found: readonly {
    readonly caseId: CaseId;
    readonly group: GroupCode;
    readonly name: string;
    /** Postcode, e-mail and number with all but their first signs masked. */
    readonly hint: string;
  }[];
  /** How many answer to it, also beyond the page. */
  readonly total: number;
}

/** What stopping a case brought about beside its disposition. */
export interface Stopped {
  /** Answers that they gave wait for the researcher to remove them. */
  readonly answersToRemove: boolean;
  /** A dataset was made already: their answers cannot be taken out of it. */
  readonly isExported: boolean;
  /** It is not known any more which answers are theirs. */
  readonly isUnlinked: boolean;
  /** Letters that were printed and not posted yet. */
  readonly lettersToTakeOut: number;
  /** E-mails that are being handed over at this moment and cannot be held back. */
  readonly emailsOnTheirWay: number;
}

/** Answers of people who withdrew, waiting for the researcher. */
export interface RemovalsView {
  readonly waiting: readonly { readonly askedOn: Day }[];
  /** Interviews of people whose data are restricted: no dataset as long as they are. */
  readonly restricted: number;
  readonly isExported: boolean;
  /** A manager who is signed in: their key finds which answers are meant. */
  readonly colleague?: string;
}

export interface ChannelsNow {
  readonly channels: readonly Channel[];
  readonly nextDue?: Day;
}

/** Staff as they are known in the study. */
export interface StaffView extends Person {
  /** Has a one-time passphrase and has not signed in with it yet. */
  readonly isInvited: boolean;
  /** Keys of their roles that nobody has passed on yet. */
  readonly awaited: readonly KeyName[];
}

export interface PeopleView {
  readonly people: readonly StaffView[];
}

export interface PersonAdded extends PeopleView {
  /** Absent in a practice study, where a passphrase may be given. */
  readonly invited?: Invited;
}

export interface HoldersView {
  readonly holders: readonly KeyHolders[];
  /** Keys that fewer than two people hold. */
  readonly few: readonly KeyName[];
  /** Who signed for that risk, and when. */
  readonly accepted?: { readonly by: string; readonly on: Day };
}

export interface Unlinked {
  readonly links: number;
  readonly drafts: number;
}

/** A sheet that was printed to a file, and is not in force before some of its words were typed back. */
export interface SheetPrinted {
  readonly sheet: string;
  /** The places of the words to type back, from 1. */
  readonly asked: readonly number[];
}

export interface SheetConfirmed extends SafeguardsView {
  /** The file with the words could not be removed: it was moved. */
  readonly isFileLeft: boolean;
}

export interface SafeguardMade {
  readonly sha256: string;
  /** A recovery file and a backup stand in one folder. */
  readonly isTogether: boolean;
}

/** What keeps the study from being lost with this machine. */
export interface SafeguardsView {
  /** The number of the sheet that counts. */
  readonly sheet?: string;
  readonly epoch: number;
  readonly isTogether: boolean;
  readonly safeguards: readonly {
    readonly id: string;
    readonly kind: SafeguardKind;
    readonly epoch: number;
    readonly sheet?: string;
    readonly madeOn: Day;
    readonly state: SafeguardState;
    readonly voidOn?: Day;
    /** The last part of its path; a sheet has none. */
    readonly name?: string;
    readonly isThere?: boolean;
  }[];
}

export interface StudyRestored {
  readonly study: string;
  /** The day of the backup: what came after it is not there. */
  readonly on: Day;
  /** Where the device secret is; `wasHere`: this machine had it already. */
  readonly deviceSecretIn: 'keychain' | 'file';
  readonly wasHere: boolean;
}

/** What has to be said before anyone is contacted; without `older` the study is the one that was here before. */
export interface ReconciliationView {
  readonly older?: {
    /** The day of the last thing that the study knows. */
    readonly since: Day;
    /** Entries of the journal that were here and are not any more; absent where that is not known. */
    readonly missing?: number;
    /** Messages that may have gone out since, to so many people. */
    readonly steps: readonly {
      readonly group: GroupCode;
      readonly step: StepId;
      readonly channel: Channel;
      readonly cases: number;
    }[];
    /** People are interviewed by telephone in this study. */
    readonly hasCalls: boolean;
  };
}
