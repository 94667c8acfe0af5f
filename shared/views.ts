/**
 * What a window may get to see: one type per view, each for one screen. Counts, one case or one page; never a table of people. Together
 * with contract.ts this is the page to audit.
 */
import type { Day } from './calendar.ts';
import type { DestructionCheck } from './destruction/certificate.ts';
import type { OutOfReach } from './destruction/out-of-reach.ts';
import type { Agreement, AgreementDraft } from './study/agreement.ts';
import type { Answer } from './study/answer.ts';
import type { AttemptId } from './study/attempt.ts';
import type { CaseId } from './study/case.ts';
import type { Channel, Mode } from './study/contact-data.ts';
import type { AttemptOutcome } from './study/disposition.ts';
import type { Group, GroupCode } from './study/group.ts';
import type { Person, Role } from './study/person.ts';
import type { StepId } from './study/protocol.ts';
import type { ItemKind, ItemName, Language } from './study/questionnaire.ts';

export interface StudyCreated {
  readonly study: string;
  /** Where the device secret went; a file is said plainly on screen and on the certificate. */
  readonly deviceSecretIn: 'keychain' | 'file';
}

export interface SignedIn {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Keys of these roles that a colleague who holds them passes on by signing in. */
  readonly awaited: readonly string[];
}

export interface StudyStatus {
  readonly title: string;
  readonly isPractice: boolean;
  readonly today: Day;
  readonly agreementMissing: readonly (keyof Agreement)[];
  readonly groups: readonly {
    readonly group: Group;
    readonly cases: number;
    readonly hasQuestionnaire: boolean;
    readonly hasProtocol: boolean;
  }[];
}

export interface AgreementView {
  readonly agreement: AgreementDraft;
  readonly missing: readonly (keyof Agreement)[];
}

export interface PeopleView {
  readonly people: readonly Person[];
}

export interface JournalView {
  readonly entries: readonly {
    readonly seq: number;
    readonly on: Day;
    /** Name of the staff member. */
    readonly by: string;
    readonly act: string;
    readonly detail: Readonly<Record<string, number | string | boolean>>;
  }[];
  readonly total: number;
  readonly isWhole: boolean;
}

export interface QuestionnaireLoaded {
  readonly title: string;
  readonly version: string;
  readonly languages: readonly Language[];
  /** Items that ask something; notes and calculations apart. */
  readonly items: number;
}

/** Per file: read = accepted + all refusals, always. Rows by number, never by what is in them. */
export interface IntakeView {
  readonly files: readonly {
    readonly file: number;
    readonly read: number;
    readonly accepted: number;
    readonly refused: Readonly<Record<string, number>>;
    readonly refusedRows: readonly { readonly row: number; readonly reason: string }[];
    readonly remarks: readonly { readonly row: number; readonly field: string }[];
    readonly columns: readonly { readonly column: string; readonly header?: string; readonly becomes: string }[];
  }[];
  readonly accepted: number;
  readonly withEmail: number;
}

export interface LoadView {
  readonly days: readonly {
    readonly on: Day;
    readonly step: StepId;
    readonly channel: Channel;
    readonly cases: number;
  }[];
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

/** How a run of e-mails went. `unclear` ones are listed for a person to decide, never sent again by themselves. */
export interface SendingView {
  readonly sent: number;
  readonly failed: number;
  readonly postponed: number;
  readonly unclear: number;
}

export interface BatchMade {
  readonly batch: string;
  readonly letters: number;
  readonly sha256: string;
}

export interface BatchesView {
  readonly batches: readonly {
    readonly batch: string;
    readonly group: GroupCode;
    readonly step: StepId;
    readonly madeOn: Day;
    readonly letters: number;
    readonly postedOn?: Day;
    /** Codes on letters of people who answered, objected or died since: these must not be posted. */
    readonly takeOut: readonly string[];
  }[];
}

export interface UnclearView {
  readonly attempts: readonly {
    readonly attempt: AttemptId;
    readonly channel: Channel;
    readonly step: StepId;
    readonly on: Day;
  }[];
}

export interface AttemptLine {
  readonly on: Day;
  readonly channel: Channel;
  readonly outcome: AttemptOutcome;
  readonly note?: string;
  readonly appointment?: { readonly on: Day; readonly at: string };
}

/** The one case that an interviewer has in hand. */
export interface CaseInHand {
  readonly caseId: CaseId;
  readonly group: GroupCode;
  readonly name: string;
  readonly phones: readonly string[];
  readonly languages: readonly Language[];
  readonly history: readonly AttemptLine[];
  /** An interview was begun earlier and goes on where it stopped. */
  readonly hasDraft: boolean;
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

export interface ItemView {
  readonly item: ItemName;
  readonly kind: ItemKind;
  /** Section names, outermost first, in the language of the interview. */
  readonly sections: readonly string[];
  readonly text: string;
  readonly hint?: string;
  readonly instruction?: string;
  readonly appearance?: string;
  readonly required: boolean;
  readonly choices?: readonly { readonly name: string; readonly label: string }[];
  /** What was answered before, when going back. */
  readonly answer?: Answer;
}

export interface InterviewView {
  readonly language: Language;
  /** Answers saved so far: acknowledged ones are on disk. */
  readonly saved: number;
  readonly items: { readonly done: number; readonly onRoute: number };
  /** Absent when the route has come to its end: then the interview can be finished. */
  readonly next?: ItemView;
}

export interface InterviewEnded {
  readonly answers: number;
  readonly mode: Mode;
}

/** read = taken in + reported rows, always. */
export interface ReturnsView {
  readonly read: number;
  readonly accepted: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly refusedRows: readonly { readonly row: number; readonly column?: string; readonly reason: string }[];
  /** Answers to items that this person's route does not ask; left out. */
  readonly offRoute: number;
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
  readonly outOfReach: readonly OutOfReach[];
}

export interface Destroyed {
  readonly check: DestructionCheck;
  /** Names of the files below the study's results folder. */
  readonly files: readonly string[];
}
