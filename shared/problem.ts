/**
 * Everything that can go wrong and be told to a person: one catalogue. A problem says what and where (file kind, sheet, row, column,
 * field), never a name, number, answer or cell content of a person. The wording of every problem is in renderer/wording.
 */
import type { Day } from './calendar.ts';
import type { ContactProblems } from './contact-problems.ts';
import type { IntakeProblems } from './intake-problems.ts';
import type { InterviewProblems } from './interview-problems.ts';
import type { Agreement } from './study/agreement.ts';
import type { RequestArticle } from './study/case-request.ts';
import type { ContactField } from './study/contact-data.ts';
import type { KeyName, Role } from './study/person.ts';
import type { WordsFault } from './study/recovery-words.ts';

/** A place in a workbook; rows count from 1 as a spreadsheet shows them, the column is its letter or header. */
export interface Place {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

/** What keeps a folder in step with other machines: a service by its name, one that is not known by name, or a disk of a network. */
export type SyncedBy =
  | 'OneDrive'
  | 'Dropbox'
  | 'Google Drive'
  | 'iCloud Drive'
  | 'Nextcloud'
  | 'ownCloud'
  | 'Box'
  | 'Syncthing'
  | 'another-service'
  | 'network';

export interface Problems extends IntakeProblems, InterviewProblems, ContactProblems {
  // who is asking
  'request.unknown': { readonly request: string };
  /** `field` is the path in the input, never its value. */
  'request.input-invalid': { readonly field: string; readonly expected: string };
  'session.nobody-signed-in': object;
  'session.already-signed-in': object;
  'session.wrong-name-or-passphrase': object;
  /** Signed in with a one-time passphrase: it takes one of their own to go on. */
  'session.choose-passphrase': object;
  /** Too many wrong passphrases in a row for this name. */
  'session.wait': { readonly seconds: number };
  'session.not-active-yet': { readonly from: Day };
  /** Whoever only interviews has nothing to do in a study whose contact data may not be used any more. */
  'session.study-ended': { readonly endsOn: Day };
  /** Whoever sits here has to unlock first. */
  'session.locked': object;
  /** `left`: how often it may still be tried. */
  'session.wrong-pin': { readonly left: number };
  /** No PIN was chosen, or it counts no more: the passphrase is needed. */
  'session.pin-gone': object;
  /** A PIN is for the length of a shift, and none is open. */
  'session.pin-without-shift': object;
  /** Whoever holds more than the case in hand unlocks with a passphrase. */
  'session.pin-only-interviewer': object;
  'session.pin-too-easy': object;
  /** Someone whose keys this needs was locked or signed out while it went on. */
  'session.keys-gone': object;
  'session.role-not-allowed': { readonly request: string; readonly roles: readonly Role[] };
  /** A key that this role holds has not been passed on yet: someone who holds it must sign in once. */
  'session.key-awaited': { readonly key: KeyName };
  /** Done by two: someone with this role has to agree at their own seat, or to be signed in. */
  'session.colleague-needed': { readonly role: Role };
  // the study as a whole
  'study.none-open': object;
  'study.folder-not-empty': object;
  /** A study is not kept where other machines get a copy. */
  'study.folder-synchronised': { readonly by: SyncedBy };
  'study.not-found': object;
  'study.device-secret-missing': object;
  'study.damaged': { readonly where: string };
  /** Another office has it open: an application on this machine or another. */
  'study.open-elsewhere': object;
  /** The database was last written by a version of this application that is newer than this one. */
  'study.made-by-newer-version': object;
  'study.destroyed': object;
  'study.clock-is-real': object;
  /** `today`: what the machine says, in a real study. */
  'study.clock-backwards': { readonly stands: Day; readonly today?: Day };
  'study.outside-agreement-dates': { readonly startsOn: Day; readonly endsOn: Day };
  'study.agreement-incomplete': { readonly missing: readonly (keyof Agreement)[] };
  'study.agreement-dates-reversed': object;
  /** Answers are kept at least as long as contact data, and no longer than the agreement gives for erasing. */
  'study.answers-end-out-of-range': { readonly from: Day; readonly until?: Day };
  /** Contact data may not be used any more: nothing is left but dataset, figures and destruction. */
  'study.contact-ended': { readonly endsOn: Day };
  /** Answers may not be kept any more: nothing is left but destruction. */
  'study.answers-ended': { readonly answersEndOn: Day };
  'study.agreement-in-force': object;
  /** `party`: an organisation that would do a part of the work, never a person. */
  'study.sub-processor-not-listed': { readonly party: string };
  'study.name-taken': object;
  /** Nobody of that name awaits a key that this person holds. */
  'study.nothing-to-pass-on': object;
  'study.person-unknown': object;
  /** The passphrase of someone else is chosen by themselves, at their first sign-in. */
  'study.passphrase-for-another': object;
  /** They still have the one-time passphrase, which whoever added them has seen. */
  'study.not-signed-in-yet': object;
  /** With this person these keys would be lost, and with the keys what they open. */
  'study.only-holder': { readonly keys: readonly KeyName[] };
  /** Fewer than two people hold these keys, and nobody signed for that risk. */
  'study.too-few-holders': { readonly keys: readonly KeyName[] };
  'study.not-yourself': object;
  /** They have a case in hand, which has to be closed first. */
  'study.case-in-hand': object;
  /** It is not known any more which case gave which response. */
  'study.unlinked': object;
  /** Nobody who can give cases out is there: no manager, and no shift was opened. */
  'contact.no-shift': object;
  /** The hour until which a shift is to be open is over already. */
  'contact.shift-hour-over': object;
  /** E-mails or letters are being made at this moment. */
  'study.work-going-on': object;
  /** Another study cannot be turned to: someone at another seat is in the one that is open. */
  'study.in-use': object;
  /** No set-up of a study, or one of a newer version. */
  'study.set-up-unreadable': object;
  'study.passphrase-too-short': { readonly atLeast: number };
  /** The one that was to be replaced: of a one-time passphrase whoever gave it knows it. */
  'study.passphrase-same': object;
  'study.first-people-incomplete': { readonly missing: readonly Role[] };
  'study.group-unknown': { readonly group: string };
  'study.group-exists': { readonly group: string };
  'study.group-not-ready': { readonly group: string; readonly missing: 'questionnaire' | 'protocol' };
  'study.changed-meanwhile': object;
  // recovery
  /** The study is older than it was: nobody is contacted before people have said what happened since. */
  'recovery.not-reconciled': { readonly since: Day };
  /** A recovery file or backup that is none, or of which a byte was changed. */
  'recovery.file-unreadable': { readonly file: 'recovery-file' | 'backup' };
  /** The words are from another sheet than the one that the recovery file belongs to. */
  'recovery.other-sheet': { readonly needed: string; readonly typed: string };
  /** Backup and recovery file are not of one study, or not of one epoch: the older one is void. */
  'recovery.files-differ': { readonly what: 'study' | 'epoch'; readonly older?: 'recovery-file' | 'backup' };
  /** This machine knows a later epoch of the study: what is in the files should be gone. */
  'recovery.void': object;
  /** What was typed are not the words of a sheet; places count from 1. */
  'recovery.words-faulty': { readonly fault: WordsFault };
  /** Typed back otherwise than they are printed. */
  'recovery.words-differ': { readonly places: readonly number[] };
  /** Of so many steps it was not said whether they went out. */
  'recovery.steps-unanswered': { readonly steps: number };
  /** It was not confirmed that everyone who stopped was put down, and that what was set since is there again. */
  'recovery.not-confirmed': object;
  'recovery.no-sheet': object;
  'recovery.no-sheet-made': object;
  // questionnaire workbook
  'questionnaire.faulty': { readonly faults: readonly QuestionnaireFault[] };
  // protocol and contact
  'schedule.protocol-faulty': {
    readonly step: string;
    readonly fault:
      | 'text-missing'
      | 'before-start'
      | 'after-closing'
      | 'twice'
      | 'dates'
      | 'in-use'
      | 'after-unknown'
      | 'in-a-circle'
      | 'window';
  };
  'contact.nothing-due': { readonly nextDue?: Day };
  'contact.appointment-missing': object;
  'contact.appointment-outside': { readonly from: Day; readonly until: Day };
  'contact.code-unknown': object;
  'contact.no-case-in-hand': object;
  'contact.case-final': object;
  'contact.batch-unknown': object;
  'contact.batch-already-posted': object;
  /** Letters to people who may not be contacted any more are still in the batch. */
  'contact.letters-to-take-out': { readonly letters: number };
  'contact.mail-host-missing': object;
  'contact.texts-incomplete': { readonly missing: readonly string[] };
  // requests about one person
  'case.request-unknown': { readonly nr: number };
  /** Executed or rejected before. */
  'case.request-closed': { readonly nr: number };
  'case.request-of-other-article': { readonly nr: number; readonly article: RequestArticle };
  /** Nobody was found for it yet. */
  'case.request-without-case': { readonly nr: number };
  'case.identity-unchecked': { readonly nr: number };
  /** The client did not say yet that it has to be done, AVG art. 28(3)(a). */
  'case.instruction-missing': { readonly nr: number };
  'case.look-up-too-short': { readonly atLeast: number };
  'case.nothing-to-correct': object;
  /** The agreement does not allow the field, or what was typed cannot be read as one. */
  'case.field-refused': { readonly field: ContactField; readonly why: 'not-allowed' | 'unreadable' };
  'case.restricted-already': object;
  'case.not-restricted': object;
  // export and destruction
  'export.nothing-to-export': object;
  'export.instruction-unknown': { readonly nr: number };
  'export.done-before': object;
  /** Answers wait for their removal, or belong to people whose data are restricted. */
  'export.removals-waiting': { readonly removals: number; readonly restricted: number };
  /** Letters to this person wait in batches that were neither posted nor undone. */
  'destruction.letters-unposted': { readonly batches: number };
  /** Files that hold this person's data are not where they were made. */
  'destruction.files-elsewhere': { readonly files: number };
  'destruction.not-confirmed': object;
  /** The researcher has not said yet that the answers may go. */
  'destruction.agreement-missing': object;
  'destruction.instruction-unknown': { readonly nr: number };
  'destruction.answers-missing': {
    readonly questions: readonly (
      | 'delivered-files'
      | 'system-backups'
      | 'printed-letters'
      | 'mailboxes'
      | 'survey-platform'
      | 'sub-processors'
    )[];
  };
  'destruction.control-failed': { readonly canaries: number; readonly found: number };
  'destruction.traces-found': { readonly found: number; readonly files: number };
}

/** What is wrong in a questionnaire workbook, where, and so what to mend. */
export interface QuestionnaireFault extends Place {
  readonly fault:
    | 'sheet-missing'
    | 'column-missing'
    | 'type-unsupported'
    | 'name-missing'
    | 'name-invalid'
    | 'name-twice'
    | 'list-unknown'
    | 'choice-invalid'
    | 'choice-twice'
    | 'label-missing'
    | 'group-unbalanced'
    | 'expression-invalid'
    | 'reference-unknown'
    | 'reference-cycle'
    /** Refers to an item further on, which cannot have been answered yet. */
    | 'reference-forward'
    | 'value-unsupported'
    | 'column-unsupported'
    | 'function-unknown'
    | 'arguments-count'
    /** The pattern of regex() is not written out, or not one that is matched in bounded time. */
    | 'pattern-unsupported'
    /** It could take too long, whatever it is given. */
    | 'expression-too-large'
    /** A name that means contact data. */
    | 'name-reserved'
    /** `or_other` in a language for which there are no words. */
    | 'other-untranslated'
    | 'other-with-filter'
    | 'other-in-grid'
    /** A row of a grid has another scale, or none. */
    | 'grid-mixed'
    /** The heads of a table made of single questions, as ODK once had them: no question at all. */
    | 'grid-heading'
    /** Compared with a name that none of the choices has. */
    | 'choice-unknown'
    /** A filter asks for a column that the choices do not have. */
    | 'filter-column-unknown'
    | 'default-invalid'
    /** A number is made of what never is one. */
    | 'kinds-mismatch'
    | 'contact-field-unknown'
    /** The agreement does not allow it. */
    | 'contact-field-not-allowed'
    | 'contact-in-condition'
    | 'text-too-long'
    /** Proven: on no answers at all does it hold. */
    | 'condition-never'
    | 'constraint-never';
  /** The name, type or word that is meant; from the questionnaire, so never personal data. */
  readonly what?: string;
  /** Where in the text of the cell, in characters from 1: only of an expression. */
  readonly at?: number;
}

export type ProblemName = keyof Problems;
export type Problem = { readonly [N in ProblemName]: { readonly problem: N } & Problems[N] }[ProblemName];

/** Thrown where the office will not do what is asked; the bridge turns it into an outcome. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.problem);
    this.name = 'Refusal';
    this.problem = problem;
  }
}

/** Refuses. Usable as an expression: `find(x) ?? refuse('case.unknown', {})`. */
export function refuse<N extends ProblemName>(problem: N, detail: Problems[N]): never {
  throw new Refusal({ problem, ...detail } as unknown as Problem);
}
