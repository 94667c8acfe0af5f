/** "Other, namely" (anders, namelijk): a choice with a text beside it, as XLSForm's `or_other` makes them. On a survey platform they are one question. */
import type { Choice, Item, Questionnaire } from '../study/questionnaire.ts';

export interface OtherText {
  readonly choice: Choice;
  /** The text question that belongs to it. */
  readonly text: Item;
}

const names: readonly string[] = ['other', 'anders'];

/** The choice `other` (or `anders`) of `item` with the text question `item_other`; undefined when the questionnaire has no such pair. */
export function otherTextOf(questionnaire: Questionnaire, item: Item): OtherText | undefined {
  if (item.kind !== 'select-one' && item.kind !== 'select-multiple') return undefined;
  const choice = item.choices?.find(({ name }) => names.includes(name));
  const text =
    choice && questionnaire.items.find(({ name, kind }) => kind === 'text' && name === `${item.name}_${choice.name}`);
  return choice === undefined || text === undefined ? undefined : { choice, text };
}
