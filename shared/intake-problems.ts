/** What can go wrong with a file of the user and with an intake: a part of the catalogue in problem.ts, under the same rules. */
import type { ContactField } from './study/contact-data.ts';
import type { SpecialCategory } from './study/special-category.ts';

export interface IntakeProblems {
  // files
  /** `file`: which of the files given together; counts from 1. */
  'file.not-found': { readonly file?: number };
  'file.kind-unsupported': { readonly supported: readonly string[]; readonly file?: number };
  'file.too-large': { readonly limit: string; readonly file?: number };
  /** `row` where a text file becomes unreadable. */
  'file.reader-stopped': {
    readonly reason: 'time' | 'memory' | 'unreadable';
    readonly row?: number;
    readonly file?: number;
  };
  'file.empty': { readonly file?: number };
  /** A workbook with macros is never opened. */
  'file.has-macros': { readonly file?: number };
  'file.password-needed': { readonly file?: number };
  'file.password-wrong': { readonly file?: number };
  'file.exists': object;
  'file.inside-study-folder': object;
  /** A drive that is full or gone, a folder that may not be written in. */
  'file.not-written': object;
  // intake
  'intake.citizen-service-number': {
    readonly file: number;
    /** Of a workbook, when it is not the first; counts from 1, hidden sheets included. */
    readonly sheet?: number;
    readonly column: string;
    readonly recognisedBy: 'header' | 'content';
  };
  /** A column of a special category (AVG art. 9, 10) that the agreement does not list. */
  'intake.special-category': {
    readonly file: number;
    readonly sheet?: number;
    readonly column: string;
    readonly category: SpecialCategory;
  };
  'intake.sheet-unknown': { readonly file: number; readonly sheet: number };
  /** Consent has to be shown, and neither the list nor the group says by which text it was given, AVG art. 7(1). */
  'intake.consent-text-missing': object;
  /** People on whom the manager has not decided yet. */
  'intake.undecided': { readonly questions: number };
  'intake.cancelled': object;
  'intake.delivery-unknown': object;
  /** People of this delivery were contacted, so it is not undone any more. */
  'intake.contacted-already': { readonly people: number };
  'intake.columns-missing': { readonly file: number; readonly fields: readonly ContactField[] };
  /** Columns that nobody knows may say that someone died or does not want it; `columns`: their letters. */
  'intake.column-undecided': { readonly file: number; readonly columns: readonly string[] };
  /** It is another file than the one that was looked at. */
  'intake.file-changed': { readonly file: number };
  'intake.file-taken-before': { readonly file: number };
}
