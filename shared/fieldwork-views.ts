/** What a window may get to see of contact, interviews and response; the rest is in views.ts. Counts, one case or one page. */
import type { Day } from './calendar.ts';
import type { AttemptId } from './study/attempt.ts';
import type { CallAgainOutcome, Calling } from './study/calling.ts';
import type { CaseId } from './study/case.ts';
import type { ConsentForm } from './study/conduct.ts';
import type { Channel, Representation } from './study/contact-data.ts';
import type { AttemptOutcome } from './study/disposition.ts';
import type { GroupCode } from './study/group.ts';
import type { MailStep } from './study/mail-trouble.ts';
import type { StepId } from './study/protocol.ts';
import type { Language } from './study/questionnaire.ts';
import type { TypedInCall } from './study/typed-in-call.ts';

/** How a run of e-mails went. `unclear` ones are listed for a person to decide, never sent again by themselves. */
export interface SendingView {
  readonly sent: number;
  /** That will never arrive at this address; the protocol goes on by another channel where it has one. */
  readonly failed: number;
  readonly postponed: number;
  readonly unclear: number;
  /** Not sent because someone paused; they are still due. */
  readonly paused: number;
  /** Not sent: they have a web link, and returns were not read yet. They are still due. */
  readonly waiting: number;
  /** Why the run did not go on to the end: the mail host has to be mended. Those who were left are postponed. */
  readonly stopped?: { readonly step: MailStep; readonly code: string };
}

/** Attempts that did not reach their person, the newest first; one page. */
export interface FailuresView {
  readonly failures: readonly {
    readonly caseId: CaseId;
    readonly group: GroupCode;
    readonly name: string;
    readonly channel: Channel;
    readonly step: StepId;
    readonly on: Day;
    readonly outcome: AttemptOutcome;
    /** The e-mail address that it concerns, as it stands now. */
    readonly email?: string;
    /** What the protocol has next for this person; absent: nothing. */
    readonly next?: { readonly on: Day; readonly channel: Channel };
    readonly isFinal: boolean;
  }[];
  readonly total: number;
}

export interface BatchMade {
  readonly batch: string;
  readonly letters: number;
  /** Not in it: they have a web link, and returns were not read yet. They are still due. */
  readonly waiting: number;
  readonly sha256: string;
  /** Of letters made again: so many people have another code now, and the website has to be told. */
  readonly newCodes?: number;
}

export interface BatchesView {
  readonly batches: readonly {
    readonly batch: string;
    readonly group: GroupCode;
    readonly step: StepId;
    readonly madeOn: Day;
    readonly letters: number;
    readonly kind: 'letters' | 'emails' | 'reprint';
    readonly postedOn?: Day;
    /** Codes on letters of people who answered, objected or died since: these must not be posted. */
    readonly takeOut: readonly string[];
    /** Contact with this group is stopped: it should not be posted. */
    readonly isHalted: boolean;
  }[];
}

export interface UnclearView {
  readonly attempts: readonly {
    readonly attempt: AttemptId;
    readonly channel: Channel;
    readonly step: StepId;
    readonly on: Day;
    /** To whom, so that it can be found in the sent mail; of the first page only. */
    readonly to?: { readonly name: string; readonly email?: string };
  }[];
}

export interface AttemptLine {
  readonly on: Day;
  readonly channel: Channel;
  readonly outcome: AttemptOutcome;
  readonly note?: string;
  /** How the person said yes to the interview that was held. */
  readonly consent?: ConsentForm;
  readonly appointment?: { readonly on: Day; readonly at: string };
}

/** What the protocol does next: not before this day, which is one on which is rung where it is a call. */
export interface NextContact {
  readonly on: Day;
  readonly channel: Channel;
}

/** The one case that an interviewer has in hand. */
export interface CaseInHand {
  readonly caseId: CaseId;
  readonly group: GroupCode;
  readonly name: string;
  readonly organisation?: string;
  /** Who decides instead of the person (a guardian: then `phones` are theirs, and they are asked for), or for a part (the others). */
  readonly representative?: { readonly kind: Representation; readonly name?: string };
  /** What the client lets know beforehand. */
  readonly clientNote?: string;
  readonly groupTitle: string;
  readonly bureau: string;
  /** On whose behalf the study is carried out. */
  readonly client: string;
  /** What to say first, filled in; absent when the protocol's phone step has no text. */
  readonly introduction?: readonly string[];
  readonly phones: readonly string[];
  readonly closesOn: Day;
  /** What the protocol has next when nobody is reached now; absent when this was the last contact. */
  readonly ifMissed?: NextContact;
  /** The same for endings after which it may be another day; without a contact where it was the last one. */
  readonly ifEnded: Readonly<Partial<Record<CallAgainOutcome, { readonly next?: NextContact }>>>;
  readonly languages: readonly Language[];
  readonly history: readonly AttemptLine[];
  /** What was typed in this call and not finished when the place was locked or the office ended. */
  readonly typed?: TypedInCall;
  /** An interview was begun earlier and goes on where it stopped. */
  readonly hasDraft: boolean;
  /** It was begun on the web: it goes on when the respondent agrees. */
  readonly isBegunOnWeb: boolean;
  /** The group is visited as well: an interview may be held face to face. */
  readonly mayBeVisited: boolean;
  /** What it is in hand for; `inbound`: they called, and no call of the protocol is used up. */
  readonly contact: 'phone' | 'visit' | 'inbound';
  /** Of a visit: where to go. */
  readonly address?: readonly string[];
  /** They softly refused before: this is the last time that they are rung. */
  readonly isLastTry: boolean;
  /** What a soft refusal leads to in this group, unless it is the last try. */
  readonly softRefusal: Calling['softRefusal'];
}

export type NextCase =
  | { readonly kind: 'case'; readonly case: CaseInHand }
  | { readonly kind: 'none'; readonly nextDue?: Day };

/** A case found by its login code, for what comes in by letter, slip or phone. */
export interface FoundCase {
  readonly caseId: CaseId;
  readonly group: GroupCode;
  readonly name: string;
  readonly isFinal: boolean;
}

/** Contact attempts counted, never listed. */
export interface AttemptsView {
  readonly counts: readonly {
    readonly group: GroupCode;
    readonly channel: Channel;
    readonly outcome: AttemptOutcome;
    readonly count: number;
  }[];
}

/** Completed responses per week, cumulated, and the contact moments; per group. */
export interface CurveView {
  readonly groups: readonly {
    readonly group: GroupCode;
    readonly title: string;
    readonly invited: number;
    /** By the Monday of the week; every week from the first contact until today, also one in which nobody answered. */
    readonly weeks: readonly { readonly week: Day; readonly responses: number }[];
    readonly moments: readonly {
      readonly on: Day;
      readonly channel: Channel;
      readonly step: StepId;
      readonly cases: number;
    }[];
  }[];
}
