/** What a respondent said to one item. */
import type { Day } from '../calendar.ts';
import type { ItemName, Missing } from './questionnaire.ts';

export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  /** In the order of the respondent. */
  | { readonly kind: 'ranking'; readonly choices: readonly string[] }
  /** Agreed to. */
  | { readonly kind: 'acknowledged' }
  | MissingAnswer;

/**
 * An answer without substance. `choice` is the name of the choice by which it was given, when the item is closed and has a choice for it,
 * so that a condition can still ask for that choice by name.
 */
export interface MissingAnswer {
  readonly kind: 'missing';
  readonly missing: Missing;
  readonly choice?: string;
}

/** The answers of one person so far, by item. */
export type Answers = ReadonlyMap<ItemName, Answer>;
