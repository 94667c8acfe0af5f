/**
 * What a window may get to see: one type per view, each for one screen. Counts, one case or one page; never a table of people. Together
 * with contract.ts this is the page to audit.
 */
import type { Day } from './calendar.ts';
import type { StudyPlace } from './contract.ts';
import type { DestructionCheck } from './destruction/certificate.ts';
import type { OutOfReach } from './destruction/out-of-reach.ts';
import type { Problems } from './problem.ts';
import type { Agreement, AgreementDraft } from './study/agreement.ts';
import type { Answer } from './study/answer.ts';
import type { AttemptId } from './study/attempt.ts';
import type { Bureau } from './study/bureau.ts';
import type { CaseId } from './study/case.ts';
import type { Channel, Mode } from './study/contact-data.ts';
import type { AttemptOutcome } from './study/disposition.ts';
import type { Group, GroupCode } from './study/group.ts';
import type { MailHost } from './study/mail-host.ts';
import type { Person, Role } from './study/person.ts';
import type { Protocol, StepId } from './study/protocol.ts';
import type { ItemKind, ItemName, Language, Missing } from './study/questionnaire.ts';

export interface StudyCreated {
  readonly study: string;
  /** Where the device secret went; a file is said plainly on screen and on the certificate. */
  readonly deviceSecretIn: 'keychain' | 'file';
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
  /** Without its password. */
  readonly mailHost?: Omit<MailHost, 'password'> & { readonly hasPassword: boolean };
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
  readonly client?: string;
  readonly startsOn?: Day;
  readonly endsOn?: Day;
  readonly hasBureau: boolean;
  readonly hasMailHost: boolean;
  /** Whether anybody was contacted yet. */
  readonly isContacted: boolean;
  readonly responses: number;
  readonly instructions: number;
  readonly isExported: boolean;
  readonly groups: readonly {
    readonly group: Group;
    readonly cases: number;
    /** Cases that may still be contacted. */
    readonly open: number;
    readonly responses: number;
    readonly hasQuestionnaire: boolean;
    readonly hasProtocol: boolean;
    readonly startsOn?: Day;
    readonly closesOn?: Day;
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
    readonly columns: readonly {
      readonly column: string;
      readonly header?: string;
      readonly becomes: string;
      /** At most three values of an allowed column with every letter and digit but the first masked; none of another column. */
      readonly examples: readonly string[];
    }[];
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

/** A protocol with what it would ask of the bureau. */
export interface ProtocolView {
  /** Absent when the group has none yet. */
  readonly protocol?: Protocol;
  readonly days: LoadView['days'];
  /** Why it cannot be used; absent when it can. */
  readonly fault?: { readonly step: string; readonly fault: Problems['schedule.protocol-faulty']['fault'] };
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

/** How a run of e-mails went. `unclear` ones are listed for a person to decide, never sent again by themselves. */
export interface SendingView {
  readonly sent: number;
  readonly failed: number;
  readonly postponed: number;
  readonly unclear: number;
  /** Not sent because someone paused; they are still due. */
  readonly paused: number;
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
  }[];
  readonly total: number;
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
  readonly organisation?: string;
  readonly groupTitle: string;
  readonly bureau: string;
  /** On whose behalf the study is carried out. */
  readonly client: string;
  /** What to say first, filled in; absent when the protocol's phone step has no text. */
  readonly introduction?: readonly string[];
  readonly phones: readonly string[];
  readonly closesOn: Day;
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
  readonly choices?: readonly { readonly name: string; readonly label: string; readonly missing?: Missing }[];
  /** What was answered before, when going back. */
  readonly answer?: Answer;
}

export interface InterviewView {
  readonly language: Language;
  /** Answers saved so far: acknowledged ones are on disk. */
  readonly saved: number;
  readonly items: { readonly done: number; readonly onRoute: number };
  /** The items on the route as it stands now, notes too, in their order: for going back and forth. */
  readonly route: readonly ItemName[];
  readonly languages: readonly Language[];
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
  readonly outOfReach: readonly OutOfReach[];
}

export interface Destroyed {
  readonly check: DestructionCheck;
  /** Names of the files below the study's results folder. */
  readonly files: readonly string[];
}
