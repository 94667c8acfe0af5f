/** An answer as the codes of its item's columns. */
import type { Answer } from '../study/answer.ts';
import { misfitOf } from '../study/answers-out-of-form.ts';
import type { Item, Missing } from '../study/questionnaire.ts';
import type { Column } from './columns.ts';

function missingCells(columns: readonly Column[], missing: Missing): readonly number[] {
  return columns.map((column) => column.missing.find((each) => each.kind === missing)!.code);
}

/**
 * One cell for each of the item's `columns`: the code of the choice, 1 or 0 per mention, the place in a ranking (empty when it was not put
 * in it), the number itself, or the code of the missing answer in all of them. Beside a real mention a choice that stands for a missing answer counts for nothing. Undefined when the answer
 * has no place there, as one that was given under another version of the questionnaire may: it is of another kind, or names a choice that the
 * item does not have.
 */
export function answerCells(
  item: Item,
  columns: readonly Column[],
  answer: Answer,
): readonly (number | null)[] | undefined {
  if (misfitOf(item, answer) !== undefined && answer.kind !== 'missing') return undefined;
  if (answer.kind === 'missing') return missingCells(columns, answer.missing);
  const missingOf = (name: string) => item.choices?.find((choice) => choice.name === name)?.missing;
  const kind = columns[0]?.kind;
  if (answer.kind === 'number' && kind === 'quantity')
    return Number.isFinite(answer.number) ? [answer.number] : undefined;
  if (answer.kind === 'choice' && kind === 'choice') {
    const missing = missingOf(answer.choice);
    if (missing) return missingCells(columns, missing);
    const at = columns[0]!.choices.indexOf(answer.choice);
    return at === -1 ? undefined : [columns[0]!.values[at]!.code];
  }
  if (answer.kind === 'choices' && kind === 'mention') {
    const known = new Set(item.choices?.map((choice) => choice.name));
    if (answer.choices.some((name) => !known.has(name))) return undefined;
    const mentions = answer.choices.filter((name) => missingOf(name) === undefined);
    const missing = answer.choices.map(missingOf).find((each) => each !== undefined);
    if (missing && mentions.length === 0) return missingCells(columns, missing);
    return columns.map((column) => (mentions.includes(column.choices[0]!) ? 1 : 0));
  }
  if (answer.kind === 'ranking' && kind === 'place')
    return columns.map((column) => {
      const place = answer.choices.indexOf(column.choices[0]!);
      return place === -1 ? null : place + 1;
    });
  return answer.kind === 'acknowledged' && kind === 'choice' ? [1] : undefined;
}
