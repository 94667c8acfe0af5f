/** What a window may get to see of everything that is held on one person, for one numbered request, and of what goes when they are erased. */
import type { Day } from './calendar.ts';
import type { AttemptLine } from './fieldwork-views.ts';
import type { RequestArticle } from './study/case-request.ts';
import type { Conduct, Paradata } from './study/conduct.ts';
import type { ContactData, Mode } from './study/contact-data.ts';
import type { FinalCode } from './study/disposition.ts';
import type { ConsentBasis } from './study/group.ts';
import type { Language } from './study/questionnaire.ts';
import type { Background } from './study/response.ts';

export interface AnsweredItem {
  readonly question: string;
  /** Empty when there is only a note. */
  readonly answer: string;
  /** What the interviewer wrote down with it. */
  readonly note?: string;
}

/** Everything held on one person, for one numbered request. */
export interface CaseHeld {
  readonly request: number;
  readonly article: RequestArticle;
  /** What the person is called, to be typed over before they are erased. */
  readonly knownAs: string;
  readonly study: string;
  readonly groupTitle: string;
  readonly stratum?: string;
  readonly contact: ContactData;
  readonly loginCode: string;
  /** How they were asked; the day of consent is in the contact data. */
  readonly consentBasis: ConsentBasis;
  /** The days on which the extracts of their group were taken in. */
  readonly takenInOn: readonly Day[];
  readonly state: { readonly kind: 'open' | 'restricted' | 'final'; readonly code?: FinalCode; readonly on?: Day };
  readonly nextDue?: Day;
  readonly attempts: readonly AttemptLine[];
  /** Files with letters in which a letter to this person stands. */
  readonly letters: readonly { readonly madeOn: Day; readonly postedOn?: Day; readonly letters: number }[];
  readonly unfinished?: {
    readonly begunOn: Day;
    readonly mode: Mode;
    readonly answers: number;
    readonly conduct: Conduct;
    /** Only where access is asked (art. 15). */
    readonly items?: readonly AnsweredItem[];
  };
  readonly finished: readonly {
    readonly mode: Mode;
    readonly language: Language;
    readonly complete: boolean;
    readonly background: Background;
    readonly conduct?: Conduct;
    readonly paradata?: Paradata;
    readonly answers: number;
    readonly items?: readonly AnsweredItem[];
  }[];
  /** Requests for help that this person made in a call: what was asked until it was passed on, and then to whom. */
  readonly callbacks: readonly {
    readonly askedOn: Day;
    readonly passedOn?: Day;
    readonly text?: string;
    readonly to?: string;
  }[];
  /** Interviewers who said that they know this person, and so do not ring them. */
  readonly acquainted: number;
  /** A dataset was made: the answers in it cannot be found back. */
  readonly isExported: boolean;
  /** It is not known any more which answers are theirs: what is finished is not told here. */
  readonly isUnlinked: boolean;
  readonly files: number;
  readonly holder: {
    readonly bureau: string;
    readonly objectTo: string;
    readonly client: string;
    readonly purpose: string;
    readonly legalGround: string;
    readonly subProcessors: readonly string[];
    /** The last day on which these data may be there. */
    readonly until?: Day;
  };
}

/** What goes with one person, in counts, and the files outside the study that hold something of them. */
export interface CaseErasure {
  readonly goes: { readonly attempts: number; readonly responses: number; readonly drafts: number };
  /** Batches of letters that have to be posted or undone first. */
  readonly unposted: number;
  readonly files: readonly {
    readonly kind: 'letters' | 'emails' | 'case-file' | 'papers' | 'participants' | 'print-list' | 'reprint';
    readonly madeOn: Day;
    /** The last part of its path. */
    readonly name: string;
    /** It stands where it was made, as it was made: it goes too. Otherwise it has to be destroyed by hand. */
    readonly isThere: boolean;
  }[];
  readonly instruction?: number;
  readonly agreedBy?: string;
  readonly isExported: boolean;
}

export interface CaseErased {
  readonly files: number;
  readonly isExported: boolean;
}
