/** What a window may get to see of questionnaires, interviews, scripts and returns; the rest is in views.ts. Items, counts, or the one case in hand. */
import type { Day } from './calendar.ts';
import type { Answer } from './study/answer.ts';
import type { Conduct } from './study/conduct.ts';
import type { Mode } from './study/contact-data.ts';
import type { GroupCode } from './study/group.ts';
import type { InterviewRules } from './study/interview-rules.ts';
import type { StepId } from './study/protocol.ts';
import type { ItemKind, ItemName, Language, Missing, Questionnaire } from './study/questionnaire.ts';
import type { QuestionnaireDifferences } from './study/questionnaire-differences.ts';
import type { Remark } from './study/remarks.ts';
import type { Script, ScriptKind } from './study/script.ts';
import type { SpecialCategory } from './study/special-category.ts';

export interface ItemView {
  readonly item: ItemName;
  readonly kind: ItemKind;
  /** Section names, outermost first, in the language of the interview. */
  readonly sections: readonly string[];
  readonly text: string;
  readonly hint?: string;
  readonly instruction?: string;
  readonly probe?: string;
  /** Whether the answers are read aloud; absent: not said. */
  readonly readsAnswers?: boolean;
  readonly appearance?: string;
  readonly required: boolean;
  /** What the questionnaire itself says when the item is left open, or when its condition refuses an answer. */
  readonly requiredMessage?: string;
  readonly constraintMessage?: string;
  /** Those that are offered now. */
  readonly choices?: readonly { readonly name: string; readonly label: string; readonly missing?: Missing }[];
  /** What was answered before, when going back. */
  readonly answer?: Answer;
  /** What stands there as long as nothing is answered; no answer by itself. */
  readonly proposed?: Answer;
  /** What the interviewer wrote down with it. */
  readonly note?: string;
}

export interface InterviewView {
  readonly language: Language;
  readonly mode: Mode;
  /** Answers saved so far: acknowledged ones are on disk. */
  readonly saved: number;
  readonly items: { readonly done: number; readonly onRoute: number };
  /** The items on the route as it stands now, notes too, in their order: for going back and forth. */
  readonly route: readonly ItemName[];
  readonly languages: readonly Language[];
  readonly conduct: Conduct;
  /** Absent when the route has come to its end: then the interview can be finished. */
  readonly next?: ItemView;
  /** The statements around `next` that are on the route, `next` among them, when it stands in a grid. */
  readonly grid?: { readonly title: string; readonly rows: readonly ItemView[] };
  /** Answered items that fell off the route: kept until the interview is finished, and left out then. */
  readonly offRoute: readonly { readonly item: ItemName; readonly text: string }[];
  /** Of a paper or e-mail entry: which time it is entered. */
  readonly entry?: { readonly pass: 1 | 2 };
}

export interface InterviewEnded {
  readonly answers: number;
  readonly mode: Mode;
  /** Entered once: it counts when it is entered a second time. */
  readonly waitsForSecond: boolean;
}

export interface BrokenOff {
  /** It counts as partial, as the study set. */
  readonly isPartial: boolean;
}

/** What was answered so far, in the order of the questionnaire. */
export interface AnsweredView {
  readonly items: readonly {
    readonly item: ItemName;
    readonly section: string;
    readonly text: string;
    readonly answer: string;
    /** Noted by a key that every item has: it has no words in the questionnaire, and `answer` is empty. */
    readonly missing?: Missing;
    readonly hasNote: boolean;
    readonly isOnRoute: boolean;
  }[];
}

export interface SpokenScripts {
  readonly scripts: readonly {
    readonly kind: ScriptKind;
    readonly title: Readonly<Record<Language, string>>;
    readonly paragraphs: readonly string[];
    /** Not written in the language of the interview: given in this one. */
    readonly otherLanguage?: Language;
  }[];
}

export interface EntryBegun {
  readonly caseId: string;
  readonly groupTitle: string;
  /** As it stands on the paper, to compare. */
  readonly code: string;
  readonly interview: InterviewView;
}

export interface EntryDifferences {
  readonly items: readonly {
    readonly item: ItemName;
    readonly text: string;
    readonly first: string;
    readonly second: string;
    /** As in `AnsweredView`. */
    readonly firstMissing?: Missing;
    readonly secondMissing?: Missing;
    readonly taken?: 'first' | 'second';
  }[];
}

/** The numbers of the case in hand, as they stand now. */
export interface NumbersNow {
  readonly phones: readonly string[];
}

/** Requests for help of people in trouble, not passed on yet and passed on; one page, the newest first. */
export interface CallbacksView {
  readonly waiting: readonly {
    readonly callback: string;
    readonly askedOn: Day;
    readonly group: GroupCode;
    readonly name: string;
    readonly phones: readonly string[];
    readonly text: string;
  }[];
  readonly passedOn: number;
}

export interface QuestionnaireView {
  readonly group: GroupCode;
  readonly title: string;
  /** Without what is in `notAsked`. */
  readonly questionnaire: Questionnaire;
  /** Never asked: the agreement does not list their special category. */
  readonly notAsked: readonly { readonly item: ItemName; readonly category: SpecialCategory }[];
  /** Minutes that an interview took on average, of those that were timed; absent where there are fewer than five. */
  readonly minutes?: number;
}

export interface QuestionnaireLook extends QuestionnaireView {
  /** Compared with the one in use; absent for the first. */
  readonly differences?: QuestionnaireDifferences;
  /** Answers in interviews that are under way, and that would not fit any more: counted per item. */
  readonly outOfForm: OutOfFormView['items'];
  readonly underWay: number;
  /** False: the interviews under way could not be opened: not at the desk of a researcher, or no manager is signed in. */
  readonly isLookedInto: boolean;
  /** Answers were given under another questionnaire with this version: it needs another one before it can be loaded. */
  readonly isVersionUsed: boolean;
}

export interface QuestionnaireLoaded {
  readonly title: string;
  readonly version: string;
  readonly languages: readonly Language[];
  /** Items that ask something; notes and calculations apart. */
  readonly items: number;
  readonly notAsked: number;
}

export interface OutOfFormView {
  readonly items: readonly {
    readonly item: ItemName;
    readonly why: 'item-gone' | 'kind-changed' | 'choice-gone' | 'constraint';
    readonly answers: number;
  }[];
}

export interface RemarksView {
  readonly remarks: readonly Remark[];
}

export interface PaperMade {
  readonly pages: number;
  readonly copies: number;
  readonly sha256: string;
}

export interface StructureMade {
  readonly items: number;
  /** What the platform does not have, and how it stands in the file instead. */
  readonly adapted: readonly {
    readonly item: ItemName;
    readonly why: 'name' | 'answer-names' | 'default' | 'contact' | 'stars' | 'grid';
  }[];
}

export interface ParticipantsSaved {
  readonly participants: number;
  readonly sha256: string;
}

export interface ScriptsView {
  readonly scripts: readonly Script[];
  /** Languages that any questionnaire of the study has. */
  readonly languages: readonly Language[];
  /** Nothing was changed yet: these are the scripts that every study begins with. */
  readonly isOwn: boolean;
}

export interface InterviewRulesView {
  readonly rules: InterviewRules;
}

/** What stands in an export of the platform, column by column, before anything is read in. */
export interface ReturnsLook {
  readonly kind: 'limesurvey-codes' | 'limesurvey-full' | 'vv' | 'table';
  readonly rows: number;
  readonly columns: readonly {
    readonly header: string;
    /** Item, item[choice], item[1] for a place in a ranking, 'code', 'submitdate', 'startlanguage', or 'none' as a person said; absent: not read. */
    readonly target?: string;
    /** More than one question has this text: a person has to say which it is. */
    readonly isAmbiguous: boolean;
    /** The platform adds it of itself, and it is never read: a number, an address on the internet. */
    readonly isPlatforms: boolean;
    /** Remembered from an earlier export. */
    readonly isRemembered: boolean;
  }[];
  readonly missing: readonly string[];
  /** Headings of columns that are read as the same thing. */
  readonly twice: readonly string[];
  readonly targets: readonly { readonly target: string; readonly text: string }[];
}

/** read = taken in + set aside + begun + reported rows, always. */
export interface ReturnsView {
  readonly read: number;
  readonly accepted: number;
  /** Second complete responses, kept apart until the manager decides. */
  readonly aside: number;
  /** Begun on the web and not sent in: they may go on by telephone. */
  readonly begun: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly refusedRows: readonly { readonly row: number; readonly column?: string; readonly reason: string }[];
  /** Answers to items that this person's route does not ask; left out. */
  readonly offRoute: number;
}

export interface ReturnsState {
  readonly groups: readonly {
    readonly group: GroupCode;
    readonly title: string;
    readonly lastOn?: Day;
    /** People with a web link for whom reminders and calls wait until returns were read. */
    readonly waiting: number;
    /** The same by what is due. */
    readonly steps: readonly { readonly step: StepId; readonly waiting: number }[];
  }[];
  readonly seconds: readonly {
    readonly second: string;
    readonly group: GroupCode;
    readonly cameOn: Day;
    readonly mode: Mode;
    readonly firstMode?: Mode;
  }[];
}
