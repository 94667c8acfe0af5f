/** What a new version of a questionnaire changes. */
import type { ItemName } from './questionnaire.ts';

export const differenceKinds = [
  'added',
  'removed',
  'text',
  'kind',
  'choices',
  'condition',
  'constraint',
  'order',
  'other',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface QuestionnaireDifferences {
  readonly items: readonly { readonly item: ItemName; readonly changed: readonly DifferenceKind[] }[];
  readonly languagesAdded: readonly string[];
  readonly languagesRemoved: readonly string[];
}
