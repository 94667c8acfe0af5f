/** What a column of an export is read as: something of the platform, an answer, one choice of a multiple choice, or one place of a ranking. */
import { type Item, isAsked, type Questionnaire } from '../study/questionnaire.ts';

export type ReturnTarget =
  | { readonly kind: 'code' | 'submitdate' | 'startlanguage' | 'none' }
  | { readonly kind: 'answer'; readonly item: Item }
  | { readonly kind: 'choice'; readonly item: Item; readonly choice: string }
  /** From 1: what was put first. */
  | { readonly kind: 'place'; readonly item: Item; readonly place: number };

const own = ['code', 'submitdate', 'startlanguage', 'none'] as const;
const isOwn = (name: string): name is (typeof own)[number] => (own as readonly string[]).includes(name);

/** As it stands in a mapping: 'item', 'item[choice]', 'item[1]', 'code'. An item that is itself called 'code' is written 'code[]'. */
export function targetText(target: ReturnTarget): string {
  switch (target.kind) {
    case 'answer':
      return isOwn(target.item.name) ? `${target.item.name}[]` : target.item.name;
    case 'choice':
      return `${target.item.name}[${target.choice}]`;
    case 'place':
      return `${target.item.name}[${target.place}]`;
    default:
      return target.kind;
  }
}

/** Everything that a column may be read as, in the order of the questionnaire. */
export function targetsOf({ items }: Questionnaire): readonly ReturnTarget[] {
  const answers = items.filter(isAsked).flatMap((item): readonly ReturnTarget[] => {
    const choices = item.choices ?? [];
    const whole: ReturnTarget = { kind: 'answer', item };
    if (item.kind === 'select-multiple')
      return [whole, ...choices.map(({ name }): ReturnTarget => ({ kind: 'choice', item, choice: name }))];
    if (item.kind === 'rank')
      return [whole, ...choices.map((_, index): ReturnTarget => ({ kind: 'place', item, place: index + 1 }))];
    return [whole];
  });
  return [{ kind: 'code' }, { kind: 'submitdate' }, { kind: 'startlanguage' }, ...answers];
}
