/** What stands otherwise on the platform than in the questionnaire: told, and never done in silence. */
import { type Item, type ItemName, isAsked, type Questionnaire } from '../study/questionnaire.ts';
import { otherTextOf } from './other-text.ts';
import { arrayOf, type PlatformCodes } from './platform-codes.ts';

/**
 * What is otherwise on the platform: it has a shorter name, or its answers have; its proposal is not there; data of the person in its text are left out; its
 * stars have no words; the statements of its grid stand apart.
 */
export type Adaptation = 'name' | 'answer-names' | 'default' | 'contact' | 'stars' | 'grid';

export interface Adapted {
  readonly item: ItemName;
  readonly why: Adaptation;
}

/** Five stars are a kind of question of their own there. */
export function isFiveStars({ kind, appearance, choices = [] }: Item): boolean {
  const isStars = appearance?.split(/\s+/).includes('stars') === true;
  return kind === 'select-one' && isStars && choices.map(({ name }) => name).join(' ') === '1 2 3 4 5';
}

/** A proposal that the platform can have: a text or a number as it is written. */
export function plainDefault({ kind, default: proposed }: Item): string | undefined {
  if (kind !== 'text' && kind !== 'integer' && kind !== 'decimal') return undefined;
  if (proposed?.kind === 'text') return proposed.text;
  return proposed?.kind === 'number' ? String(proposed.number) : undefined;
}

export function adaptations(questionnaire: Questionnaire, { questions, choices }: PlatformCodes): readonly Adapted[] {
  return questionnaire.items.flatMap((item) => {
    const codes = choices.get(item.name);
    const other = otherTextOf(questionnaire, item)?.choice.name;
    const texts = [item.label, item.hint, ...(item.choices ?? []).map(({ label }) => label)];
    const isGridApart =
      item.sections.some((name) => questionnaire.sections.find((one) => one.name === name)?.isGrid) &&
      isAsked(item) &&
      arrayOf(questionnaire, item) === undefined;
    const found: readonly (readonly [Adaptation, boolean])[] = [
      ['name', isAsked(item) && questions.get(item.name) !== item.name],
      ['answer-names', [...(codes ?? [])].some(([name, code]) => name !== code && name !== other)],
      ['default', item.default !== undefined && plainDefault(item) === undefined],
      ['contact', texts.some((text) => Object.values(text ?? {}).some((one) => one.includes('contact.')))],
      [
        'stars',
        isFiveStars(item) && item.choices!.some(({ name, label }) => Object.values(label).some((one) => one !== name)),
      ],
      ['grid', isGridApart],
    ];
    return found.flatMap(([why, isSo]) => (isSo ? [{ item: item.name, why }] : []));
  });
}
