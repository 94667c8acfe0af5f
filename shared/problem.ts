/**
 * Everything that can go wrong and be told to a person: one catalogue. A problem says what and where (file kind, sheet, row, column,
 * field), never a name, number, answer or cell content of a person. The wording of every problem is in renderer/wording.
 */
import type { Day } from './calendar.ts';
import type { Agreement } from './study/agreement.ts';
import type { Role } from './study/person.ts';

/** A place in a workbook; rows count from 1 as a spreadsheet shows them, the column is its letter or header. */
export interface Place {
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: string;
}

export interface Problems {
  // who is asking
  'request.unknown': { readonly request: string };
  /** `field` is the path in the input, never its value. */
  'request.input-invalid': { readonly field: string; readonly expected: string };
  'session.nobody-signed-in': object;
  'session.already-signed-in': object;
  'session.wrong-name-or-passphrase': object;
  'session.role-not-allowed': { readonly request: string; readonly roles: readonly Role[] };
  /** A key that this role holds has not been passed on yet: someone who holds it must sign in once. */
  'session.key-awaited': { readonly key: string };
  // the study as a whole
  'study.none-open': object;
  'study.folder-not-empty': object;
  'study.not-found': object;
  'study.device-secret-missing': object;
  'study.damaged': { readonly where: string };
  'study.destroyed': object;
  'study.clock-is-real': object;
  'study.clock-backwards': { readonly stands: Day };
  'study.outside-agreement-dates': { readonly startsOn: Day; readonly endsOn: Day };
  'study.agreement-incomplete': { readonly missing: readonly (keyof Agreement)[] };
  'study.agreement-dates-reversed': object;
  'study.agreement-in-force': object;
  'study.name-taken': object;
  'study.passphrase-too-short': { readonly atLeast: number };
  'study.first-people-incomplete': { readonly missing: readonly Role[] };
  'study.group-unknown': { readonly group: string };
  'study.group-exists': { readonly group: string };
  'study.group-not-ready': { readonly group: string; readonly missing: 'questionnaire' | 'protocol' };
  'study.changed-meanwhile': object;
  // files
  'file.not-found': object;
  'file.kind-unsupported': { readonly supported: readonly string[] };
  'file.too-large': { readonly limit: string };
  'file.reader-stopped': { readonly reason: 'time' | 'memory' | 'unreadable' };
  'file.empty': object;
  'file.exists': object;
  // intake
  'intake.citizen-service-number': {
    readonly file: number;
    readonly column: string;
    readonly recognisedBy: 'header' | 'content';
  };
  'intake.columns-missing': { readonly file: number; readonly fields: readonly string[] };
  'intake.file-taken-before': { readonly file: number };
  // questionnaire workbook
  'questionnaire.faulty': { readonly faults: readonly QuestionnaireFault[] };
  // protocol and contact
  'schedule.protocol-faulty': {
    readonly step: string;
    readonly fault: 'channel-unlisted' | 'text-missing' | 'after-closing' | 'twice' | 'dates';
  };
  'contact.nothing-due': { readonly nextDue?: Day };
  'contact.case-not-yours': object;
  'contact.case-final': object;
  'contact.case-in-hand': object;
  'contact.batch-unknown': object;
  'contact.batch-already-posted': object;
  'contact.mail-host-missing': object;
  'contact.mail-host-unreachable': { readonly reason: string };
  'contact.texts-incomplete': { readonly missing: readonly string[] };
  // interview
  'interview.none-begun': object;
  'interview.not-this-item': { readonly asked?: string };
  'interview.answer-invalid': { readonly item: string; readonly expected: string };
  'interview.items-open': { readonly items: readonly string[] };
  'interview.returns-columns': { readonly missing: readonly string[] };
  // export and destruction
  'export.nothing-to-export': object;
  'export.done-before': object;
  'destruction.not-confirmed': object;
  'destruction.results-missing': object;
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
    | 'value-unsupported'
    | 'column-unsupported'
    | 'or-other-translated';
  /** The name, type or word that is meant; from the questionnaire, so never personal data. */
  readonly what?: string;
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
