/** Which key chooses which answer: the same answer under the same key in every item of a scale. */
import { type CodedChoice, choiceCodes } from '../../../shared/interview/choice-codes.ts';
import type { ItemView } from '../../../shared/views.ts';

export type ShownChoice = NonNullable<ItemView['choices']>[number];

export type KeyedChoice = CodedChoice<ShownChoice>;

/** Every choice with its code, as on paper. */
export const keyedChoices = (choices: readonly ShownChoice[]): readonly KeyedChoice[] => choiceCodes(choices);

/** What typed digits choose: a choice, the beginning of a code, or nothing. */
export function chosenBy(
  keyed: readonly KeyedChoice[],
  typed: string,
): { readonly kind: 'chosen'; readonly choice: ShownChoice } | { readonly kind: 'begun' } | { readonly kind: 'none' } {
  const found = keyed.find(({ code }) => code === typed);
  if (found !== undefined) return { kind: 'chosen', choice: found.choice };
  return keyed.some(({ code }) => code.startsWith(typed)) ? { kind: 'begun' } : { kind: 'none' };
}
