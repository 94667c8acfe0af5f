/** "Other, namely" (anders, namelijk): a choice with a text beside it, as XLSForm's `or_other` makes them. On a survey platform they are one question. */
import type { Expression } from '../study/expression.ts';
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
  const asks = choice !== undefined && text?.relevant !== undefined && asksFor(text.relevant, item, choice);
  return asks && text !== undefined ? { choice, text } : undefined;
}

/** Whether a condition asks somewhere for this choice of this item: a text that is asked in any case stands on its own. */
function asksFor(condition: Expression, item: Item, choice: Choice): boolean {
  const isItem = (one: Expression | undefined) => one?.kind === 'item' && one.name === item.name;
  const isChoice = (one: Expression | undefined) => one?.kind === 'text' && one.text === choice.name;
  if (condition.kind === 'operation') {
    const { operator, left, right } = condition;
    if (operator === 'and') return asksFor(left, item, choice) || asksFor(right, item, choice);
    return operator === '=' && ((isItem(left) && isChoice(right)) || (isItem(right) && isChoice(left)));
  }
  if (condition.kind !== 'call' || condition.function !== 'selected') return false;
  return isItem(condition.arguments[0]) && isChoice(condition.arguments[1]);
}
