/** Which digits stand for which answer, on screen and on paper alike: the same answer under the same digit in every item of a scale. */
import type { Missing } from '../study/questionnaire.ts';

export interface CodedChoice<C> {
  /** One digit, or two where there are more answers than digits. */
  readonly code: string;
  readonly choice: C;
}

/** Missing answers keep their digit, whatever scale stands before them. */
const stableCodes: Readonly<Record<Missing, string>> = { 'does-not-apply': '7', 'dont-know': '8', refused: '9' };
const scaleAtMost = 6;

/** Every choice with its code; codes are all of one length and differ. */
export function choiceCodes<C extends { readonly missing?: Missing }>(
  choices: readonly C[],
): readonly CodedChoice<C>[] {
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
