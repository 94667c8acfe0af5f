/**
 * Aiming a walk at an item that was not reached by chance: its condition, and those of the items that it depends on, say which answers lead
 * there. It only helps to find; an item that is aimed at in vain is still not proven unreachable.
 */
import { isTrue, type Scope } from '../study/evaluate.ts';
import { type Expression, itemsIn } from '../study/expression.ts';
import type { ItemName, Questionnaire } from '../study/questionnaire.ts';
import { withoutCalculations } from './without-calculations.ts';

/** Whether the answers so far, the one to `item` among them, still lead to where it is aimed. */
export type Aim = (item: ItemName, scope: Scope) => boolean;

export function aimAt(target: ItemName, questionnaire: Questionnaire): Aim {
  const places = new Map(questionnaire.items.map(({ name }, index) => [name, index]));
  const byName = new Map(questionnaire.items.map((item) => [item.name, item]));
  const plain = withoutCalculations(questionnaire);
  /** Conditions by the item with which they are decided: the last one that they name. */
  const decidedAt = new Map<ItemName, Expression[]>();
  const seen = new Set<ItemName>();
  const open = [target];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (seen.has(name)) continue;
    seen.add(name);
    const relevant = byName.get(name)?.relevant;
    for (const part of relevant === undefined ? [] : parts(plain(relevant))) {
      const named = [...itemsIn(part)].toSorted((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
      open.push(...named);
      const last = named.at(-1);
      if (last !== undefined) decidedAt.set(last, [...(decidedAt.get(last) ?? []), part]);
    }
  }
  return (item, scope) => (decidedAt.get(item) ?? []).every((part) => isTrue(part, scope));
}

/** What has to hold together, one by one. */
function parts(condition: Expression): readonly Expression[] {
  if (condition.kind !== 'operation' || condition.operator !== 'and') return [condition];
  return [...parts(condition.left), ...parts(condition.right)];
}
