/**
 * What a window may get to see: one type per view, each for one screen. Counts, one case or one page; never a table of people. Together
 * with contract.ts this is the page to audit.
 */
import type { Day } from './calendar.ts';
import type { ProtocolChanges, ProtocolWarning } from './contact-views.ts';
import type { StudyPlace } from './contract.ts';
import type { DestructionCheck } from './destruction/certificate.ts';
import type { OutOfReach } from './destruction/out-of-reach.ts';
import type { Invited, LockedSeat } from './guard-views.ts';
import type { Problems, SyncedBy } from './problem.ts';
import type { Agreement, AgreementDraft } from './study/agreement.ts';
import type { Bureau } from './study/bureau.ts';
import type { Channel } from './study/contact-data.ts';
import type { Group, GroupCode } from './study/group.ts';
import type { MailHost, ShownLogin } from './study/mail-host.ts';
import type { KeyName, Role } from './study/person.ts';
import type { Protocol, StepId } from './study/protocol.ts';
import type { ItemKind, ItemName } from './study/questionnaire.ts';

export type * from './contact-views.ts';
export type * from './fieldwork-views.ts';
export type * from './guard-views.ts';
export type * from './held-views.ts';
export type * from './intake-views.ts';
export type * from './interview-views.ts';
export type * from './journal-views.ts';

export interface StudyCreated {
  readonly study: string;
  /** Where the device secret went; a file is said plainly on screen and on the certificate. */
  readonly deviceSecretIn: 'keychain' | 'file';
  /** By what the folder of that file is kept in step with other machines: then a copy of it outlives a destruction. */
  readonly deviceSecretSyncedBy?: SyncedBy;
  /** Everyone but who made it: the passphrases for their first sign-in. */
  readonly invited: readonly Invited[];
}

export interface RecentStudies {
  readonly studies: readonly {
    readonly study: StudyPlace;
    readonly title: string;
    readonly isPractice: boolean;
    readonly openedOn: Day;
    /** End date of the agreement, as it was when the study was last open. */
    readonly endsOn?: Day;
    /** `destroyed`: only its results are left. `missing`: the folder is not there, a drive may be off. */
    readonly state: 'alive' | 'destroyed' | 'missing';
  }[];
}

export interface ChosenStudy {
  readonly title: string;
  readonly isPractice: boolean;
  /** Only of a practice study that the application made: its people may sign in with one key, and their passphrases are no secret. */
  readonly practicePeople: readonly {
    readonly name: string;
    readonly roles: readonly Role[];
    readonly passphrase: string;
  }[];
}

/** The seat as it stands. */
export interface HereView {
  readonly signedIn?: SignedIn;
  /** The seat is locked: whose it is, and nothing else. */
  readonly locked?: LockedSeat;
  readonly chosen?: ChosenStudy;
  readonly appVersion: string;
  readonly deviceSecretIn: 'keychain' | 'file';
}

export interface InstructionsView {
  readonly instructions: readonly {
    readonly nr: number;
    readonly on: Day;
    readonly by: string;
    readonly text: string;
  }[];
}

export interface BureauView {
  readonly bureau?: Bureau;
  /** Without its secret. */
  readonly mailHost?: Omit<MailHost, 'login'> & { readonly login?: ShownLogin };
}

export interface SignedIn {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Keys of these roles that nobody passed on yet. */
  readonly awaited: readonly KeyName[];
}

export interface StudyStatus {
  readonly title: string;
  readonly isPractice: boolean;
  readonly today: Day;
  readonly agreementMissing: readonly (keyof Agreement)[];
  readonly client?: string;
  readonly startsOn?: Day;
  readonly endsOn?: Day;
  readonly answersEndOn?: Day;
  /** The study was put back, and what happened after this day is not known: nobody is contacted. */
  readonly olderSince?: Day;
  readonly hasBureau: boolean;
  readonly hasMailHost: boolean;
  /** Keys with too few holders, for which nobody signed: nothing is taken in. None in a practice study. */
  readonly fewHolders: readonly KeyName[];
  /** Whether anybody was contacted yet. */
  readonly isContacted: boolean;
  readonly responses: number;
  readonly instructions: number;
  readonly isExported: boolean;
  /** It is not known any more which case gave which response. */
  readonly isUnlinked: boolean;
  /** Contact with everyone was stopped by the manager, until it is lifted. */
  readonly isHalted?: true;
  readonly groups: readonly {
    readonly group: Group;
    readonly cases: number;
    /** Cases that may still be contacted. */
    readonly open: number;
    readonly responses: number;
    readonly hasQuestionnaire: boolean;
    readonly hasProtocol: boolean;
    /** Its protocol has steps in which people are visited. */
    readonly hasVisits: boolean;
    readonly startsOn?: Day;
    readonly closesOn?: Day;
    /** Nobody of it is contacted: of the whole study, or of this group. */
    readonly isHalted?: true;
  }[];
}

export interface AgreementView {
  readonly agreement: AgreementDraft;
  readonly missing: readonly (keyof Agreement)[];
}

export interface LoadView {
  readonly days: readonly {
    readonly on: Day;
    readonly step: StepId;
    readonly channel: Channel;
    readonly cases: number;
  }[];
}

/** A protocol with what it would ask of the bureau. */
export interface ProtocolView {
  /** Absent when the group has none yet. */
  readonly protocol?: Protocol;
  readonly days: LoadView['days'];
  /** Why it cannot be used; absent when it can. */
  readonly fault?: { readonly step: string; readonly fault: Problems['schedule.protocol-faulty']['fault'] };
  readonly warnings: readonly ProtocolWarning[];
  /** Beside the one that is kept; absent when none is, and of that one itself. */
  readonly changes?: ProtocolChanges;
  /** Strata of the group, for conditions and targets: code and name. */
  readonly strata: readonly { readonly code: string; readonly name: string }[];
  /** Interviewer hours per week (its Monday) that follow from the phone steps, with what they are reckoned with. */
  readonly hours: readonly { readonly week: Day; readonly calls: number; readonly hours: number }[];
  readonly assumed: {
    readonly minutesPerCall: number;
    readonly minutesPerInterview: number;
    readonly callsPerCase: number;
    readonly share: number;
  };
}

export interface DueView {
  readonly today: Day;
  readonly steps: readonly {
    readonly group: GroupCode;
    readonly step: StepId;
    readonly channel: Channel;
    readonly cases: number;
  }[];
  /** The next day after today on which something becomes due. */
  readonly nextDue?: Day;
}

/** What would go into the dataset, before it is made. */
export interface ExportPlan {
  readonly isExported: boolean;
  readonly files: readonly string[];
  readonly groups: readonly {
    readonly group: GroupCode;
    readonly title: string;
    readonly responses: number;
    readonly items: readonly {
      readonly item: ItemName;
      readonly kind: ItemKind;
      /** In the default language of the questionnaire. */
      readonly text: string;
      /** Open answers never go into the dataset. */
      readonly isOpenAnswer: boolean;
    }[];
  }[];
}

export interface DatasetView {
  readonly groups: readonly {
    readonly group: GroupCode;
    readonly rows: number;
    readonly k: number;
    readonly smallestClass: number | null;
    readonly suppressed: number;
    readonly leftOut: readonly { readonly item: string; readonly why: string }[];
  }[];
  /** Names of the files below the study's results folder. */
  readonly files: readonly string[];
}

export interface DestructionPlan {
  readonly title: string;
  readonly goes: {
    readonly cases: number;
    readonly links: number;
    readonly attempts: number;
    readonly responses: number;
    readonly drafts: number;
    readonly handouts: number;
  };
  readonly stays: readonly string[];
  /** The researcher who agreed and is still signed in. */
  readonly agreedBy?: string;
  /** On that day it was forgotten which case gave which response. */
  readonly unlinkedOn?: Day;
  /** As `agreedBy`, that this may be forgotten. */
  readonly unlinkAgreedBy?: string;
  readonly outOfReach: readonly OutOfReach[];
}

export interface Destroyed {
  readonly check: DestructionCheck;
  /** Names of the files below the study's results folder. */
  readonly files: readonly string[];
}
