/** A questionnaire (vragenlijst): items in sections, with the conditions under which they are asked. It is read from an XLSForm workbook. */
import type { Expression } from './expression.ts';

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
}

export const itemKinds = [
  'text',
  'integer',
  'decimal',
  'date',
  'select-one',
  'select-multiple',
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
  /** Names of the sections around the item, outermost first. */
  readonly sections: readonly string[];
  readonly required: boolean;
  /** Shown when a required item is left open. */
  readonly requiredMessage?: Text;
  /** Asked when true; includes the conditions of the sections around it. Absent: always asked. */
  readonly relevant?: Expression;
  readonly constraint?: { readonly test: Expression; readonly message?: Text };
  /** Only `calculate`: its value. */
  readonly calculation?: Expression;
  /** Only select-one and select-multiple. */
  readonly choices?: readonly Choice[];
  /** As in the workbook: 'stars', 'likert', 'multiline'; how it is shown, never what it means. */
  readonly appearance?: string;
}

export interface Section {
  readonly name: string;
  /** Empty in every language when the workbook gives none. */
  readonly label: Text;
  /** As in the workbook: 'field-list', 'table-list'; how its items are shown. */
  readonly appearance?: string;
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
