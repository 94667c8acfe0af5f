/** Which key chooses which answer: the same answer under the same key in every item of a scale. */
import type { Missing } from '../../../shared/study/questionnaire.ts';
import type { ItemView } from '../../../shared/views.ts';

export type ShownChoice = NonNullable<ItemView['choices']>[number];

export interface KeyedChoice {
  /** One digit, or two where there are more answers than digits. */
  readonly code: string;
  readonly choice: ShownChoice;
}

/** Missing answers keep their digit, whatever scale stands before them. */
const stableCodes: Readonly<Record<Missing, string>> = { 'does-not-apply': '7', 'dont-know': '8', refused: '9' };
const scaleAtMost = 6;

/** Every choice with its code; codes are all of one length and differ. */
export function keyedChoices(choices: readonly ShownChoice[]): readonly KeyedChoice[] {
  const substantive = choices.filter(({ missing }) => missing === undefined);
  const missing = choices.filter((choice) => choice.missing !== undefined);
  const kinds = new Set(missing.map((choice) => choice.missing));
  if (substantive.length <= scaleAtMost && kinds.size === missing.length)
    return [
      ...substantive.map((choice, index) => ({ code: String(index + 1), choice })),
      ...missing.map((choice) => ({ code: stableCodes[choice.missing!], choice })),
    ];
  const isShort = choices.length <= 9;
  return [...substantive, ...missing].map((choice, index) => {
    return { code: isShort ? String(index + 1) : String(index + 1).padStart(2, '0'), choice };
  });
}

/** What typed digits choose: a choice, the beginning of a code, or nothing. */
export function chosenBy(
  keyed: readonly KeyedChoice[],
  typed: string,
): { readonly kind: 'chosen'; readonly choice: ShownChoice } | { readonly kind: 'begun' } | { readonly kind: 'none' } {
  const found = keyed.find(({ code }) => code === typed);
  if (found !== undefined) return { kind: 'chosen', choice: found.choice };
  return keyed.some(({ code }) => code.startsWith(typed)) ? { kind: 'begun' } : { kind: 'none' };
}
