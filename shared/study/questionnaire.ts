/** A questionnaire (vragenlijst): items in sections, with the conditions under which they are asked. It is read from an XLSForm workbook. */
import type { Expression } from './expression.ts';
import type { SpecialCategory } from './special-category.ts';

/** A language code as in `label::Nederlands (nl)`: 'nl'. */
export type Language = string;
/** A text in each of the questionnaire's languages. */
export type Text = Readonly<Record<Language, string>>;

declare const itemBrand: unique symbol;
/** Name of an item, as the researcher wrote it: a letter or _ first, then letters, digits, - _ . */
export type ItemName = string & { readonly [itemBrand]: true };

/** Why there is no substantive answer. Missing answers are not counted in percentages. */
export const missingKinds = ['dont-know', 'refused', 'does-not-apply'] as const;
export type Missing = (typeof missingKinds)[number];

export interface Choice {
  readonly name: string;
  readonly label: Text;
  /** This choice stands for a missing answer. */
  readonly missing?: Missing;
  /** Counts in 'percentage positive'. */
  readonly positive?: boolean;
  /** What stands in further columns of the choices sheet, for `choiceFilter`. */
  readonly columns?: Readonly<Record<string, string>>;
}

export const itemKinds = [
  'text',
  'integer',
  'decimal',
  'date',
  'select-one',
  'select-multiple',
  /** The choices put in order, the first one first. */
  'rank',
  /** One thing to agree to; its value in conditions is 'OK', as in XLSForm. */
  'acknowledge',
  'note',
  'calculate',
] as const;
export type ItemKind = (typeof itemKinds)[number];

export interface Item {
  readonly name: ItemName;
  readonly kind: ItemKind;
  /** The text read aloud or shown; may hold ${name} of earlier items. Empty for `calculate`. */
  readonly label: Text;
  readonly hint?: Text;
  /** For the interviewer, never read aloud. */
  readonly instruction?: Text;
  /** How to ask on when the answer is not clear or not enough; read aloud when needed. */
  readonly probe?: Text;
  /** Whether the answers are read aloud with the question; absent: the workbook does not say. */
  readonly readsAnswers?: boolean;
  /** Asks about one of these (AVG art. 9 and 10): only asked when the agreement lists it. */
  readonly specialCategory?: SpecialCategory;
  /** Names of the sections around the item, outermost first. */
  readonly sections: readonly string[];
  readonly required: boolean;
  /** Required when true; beside it `required` is false. */
  readonly requiredWhen?: Expression;
  /** Shown when a required item is left open. */
  readonly requiredMessage?: Text;
  /** Asked when true; includes the conditions of the sections around it. Absent: always asked. */
  readonly relevant?: Expression;
  readonly constraint?: { readonly test: Expression; readonly message?: Text };
  /** Only `calculate`: its value. */
  readonly calculation?: Expression;
  /** Stands there before it is answered; an answer only once the interviewer goes on with it. */
  readonly default?: Expression;
  /** Only select-one, select-multiple and rank. */
  readonly choices?: readonly Choice[];
  /** A choice is offered when true; `column` parts stand for its further columns. */
  readonly choiceFilter?: Expression;
  /** As in the workbook: 'stars', 'likert', 'multiline'; how it is shown, never what it means. */
  readonly appearance?: string;
}

export interface Section {
  readonly name: string;
  /** Empty in every language when the workbook gives none. */
  readonly label: Text;
  /** As in the workbook: 'field-list', 'table-list'; how its items are shown. */
  readonly appearance?: string;
  /** Its items are statements with one scale, answered in one sweep; all select-one, or all select-multiple. */
  readonly isGrid?: true;
}

export interface Questionnaire {
  readonly formId: string;
  readonly title: string;
  readonly version: string;
  readonly languages: readonly Language[];
  readonly defaultLanguage: Language;
  readonly sections: readonly Section[];
  /** In the order of the workbook. */
  readonly items: readonly Item[];
}

/** Whether an item asks something: a note or a calculation is no question and never has an answer of the respondent. */
export function isAsked(item: Item): boolean {
  return item.kind !== 'note' && item.kind !== 'calculate';
}
