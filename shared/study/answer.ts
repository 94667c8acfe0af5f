/** What a respondent said to one item. */
import type { Day } from '../calendar.ts';
import type { ItemName, Missing } from './questionnaire.ts';

export type Answer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'choices'; readonly choices: readonly string[] }
  | { readonly kind: 'missing'; readonly missing: Missing };

/** The answers of one person so far, by item. */
export type Answers = ReadonlyMap<ItemName, Answer>;
