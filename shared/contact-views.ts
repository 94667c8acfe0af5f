/** What a window may get to see of protocols, messages and their returns, letters and calls; the rest is in fieldwork-views.ts. Counts, one case or one page. */
import type { Day } from './calendar.ts';
import type { Dispositions } from './reporting/dispositions.ts';
import type { Caller } from './study/calling.ts';
import type { CaseId } from './study/case.ts';
import type { Channel } from './study/contact-data.ts';
import type { GroupCode } from './study/group.ts';
import type { LetterLayout } from './study/letter-layout.ts';
import type { ShownLogin } from './study/mail-host.ts';
import type { MailStep } from './study/mail-trouble.ts';
import type { StepId } from './study/protocol.ts';
import type { StuckReason } from './study/stuck-reason.ts';

/** What is not forbidden in a protocol, and should be looked at. */
export type ProtocolWarning =
  | { readonly kind: 'nobody'; readonly step: StepId }
  /** Two messages to the same people within so few days. */
  | {
      readonly kind: 'close-together';
      readonly step: StepId;
      readonly before: StepId;
      readonly days: number;
      readonly cases: number;
    }
  /** People are rung before the letter can have arrived. */
  | { readonly kind: 'before-letter'; readonly step: StepId; readonly before: StepId; readonly cases: number }
  | { readonly kind: 'not-a-working-day'; readonly step: StepId; readonly on: Day }
  /** So many cases have no step at all. */
  | { readonly kind: 'left-out'; readonly cases: number };

/** What another protocol changes for the cases that there are, beside the one that is kept. */
export interface ProtocolChanges {
  /** Cases by what happens to their next contact. */
  readonly sooner: number;
  readonly later: number;
  readonly begun: number;
  readonly stopped: number;
  readonly steps: readonly { readonly step: StepId; readonly before: number; readonly after: number }[];
}

export interface StuckView {
  readonly counts: readonly { readonly group: GroupCode; readonly reason: StuckReason; readonly cases: number }[];
}

/** One page of the cases that are stuck for one reason. */
export interface StuckCasesView {
  readonly cases: readonly { readonly caseId: CaseId; readonly name: string }[];
  readonly total: number;
}

/** What the mail host said, in the order in which things are tried: the first that failed is the last one told. */
export interface MailHostCheck {
  readonly steps: readonly {
    readonly step: MailStep;
    readonly isDone: boolean;
    /** A word of ours or three digits of the server, never its text. */
    readonly code?: string;
  }[];
}

export interface BeforeSending {
  readonly hasHost: boolean;
  /** Messages per minute. */
  readonly pace?: number;
  readonly steps: readonly {
    readonly group: GroupCode;
    readonly step: StepId;
    /** A test message went out, with the same text by the same host. */
    readonly isTested: boolean;
    /** Words of the subject that also stand in the name of the study, its client or its groups. */
    readonly tells: readonly string[];
    /** The text does not say where to object: a line is put under it. */
    readonly addsObjection: boolean;
  }[];
}

/** What was found in messages that came in; of what people wrote nothing is kept. */
export interface RepliesView {
  /** All of them: the sum of the numbers that follow. */
  readonly read: number;
  /** Came back for good: no message goes to that address any more. */
  readonly bounced: number;
  /** Not delivered, and it need not be the address that is wrong. */
  readonly gaveUp: number;
  /** The server goes on trying. */
  readonly delayed: number;
  readonly autoReplies: number;
  /** Stopped in all channels today. */
  readonly optedOut: number;
  /** Written by someone, to be read in the mailbox itself. */
  readonly toRead: number;
  /** Said what was known already: read before, or of someone who ended since. */
  readonly known: number;
  /** Without a key of this study: left alone. */
  readonly unknown: number;
  /** No message at all. */
  readonly unreadable: number;
  /** How those are approached next to whom a message could not be delivered; no channel: the protocol has nothing more for them. */
  readonly next: readonly { readonly channel?: Channel; readonly cases: number }[];
  /** What was not read any more, and why; what was read counts. */
  readonly stopped?: 'asked' | 'connection-lost';
}

/** What the mail server said, in the order in which things are tried: the first that failed is the last one told. */
export interface MailboxCheck {
  readonly steps: readonly {
    readonly step: 'reached' | 'tls' | 'login' | 'folder';
    readonly isDone: boolean;
    readonly code?: string;
  }[];
  /** Messages in the folder that were not read yet. */
  readonly waiting?: number;
}

export interface MailboxView {
  readonly mailbox?: {
    readonly host: string;
    readonly port: number;
    readonly folder: string;
    readonly login: ShownLogin;
  };
  readonly readOn?: Day;
}

export interface LetterLayoutView {
  readonly layout: LetterLayout;
}

/** A letter or slip that came back was put down. */
export interface BackRecorded {
  readonly group: GroupCode;
  /** What the protocol has next for this person; absent: nothing. */
  readonly next?: { readonly on: Day; readonly channel: Channel };
  readonly isFinal: boolean;
}

/** Who may be calling: as many as fit a page. */
export interface CallersFound {
  readonly found: readonly {
    readonly caseId: CaseId;
    readonly group: GroupCode;
    readonly name: string;
    readonly hint: string;
    readonly state: 'open' | 'answered' | 'ended' | 'in-hand' | 'may-not';
  }[];
  readonly total: number;
}

/** Whether the person in hand may still be rung, asked just before it is done. */
export type BeforeRinging =
  | { readonly kind: 'go-on' }
  | { readonly kind: 'stop'; readonly why: 'answered' | 'stopped' | 'outside-window' | 'returns-old' };

export interface AppointmentsView {
  readonly from: Day;
  readonly days: number;
  /** By day and hour. Names only for a manager. */
  readonly appointments: readonly {
    readonly on: Day;
    readonly at: string;
    readonly group: GroupCode;
    readonly name?: string;
    /** It passed and nobody rang. */
    readonly isMissed: boolean;
  }[];
  /** Per day: the hours in which people may be rung, over all groups. */
  readonly windows: readonly {
    readonly on: Day;
    readonly from?: string;
    readonly to?: string;
    readonly isHoliday: boolean;
  }[];
}

export interface CallersView {
  readonly callers: readonly ({ readonly name: string } & Caller)[];
}

/** Final and interim codes, counted; per group. */
export interface DispositionsView {
  readonly groups: readonly ({
    readonly group: GroupCode;
    readonly title: string;
    readonly closesOn?: Day;
    /** The closing day lies behind: who is open is counted as they stand. */
    readonly isClosed: boolean;
  } & Dispositions)[];
}

/** Contact stopped for everyone at once, from which day; nobody is contacted in whatever channel until it is lifted. */
export interface HaltView {
  /** The whole study. */
  readonly all?: Day;
  readonly groups: readonly { readonly group: GroupCode; readonly since: Day }[];
  /** Of those who may not be contacted now: letters that were made and not posted, and people in the hand of an interviewer. */
  readonly lettersUnposted: number;
  readonly inHand: number;
}
