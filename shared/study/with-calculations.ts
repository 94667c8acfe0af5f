/**
 * Conditions with the formulas of calculations in the place of their names, so that what they hang on can be tried out: the same on any
 * answers, also where a calculation comes out empty or is not on the route.
 */
import { type Expression, forEachPart, mapped } from './expression.ts';
import type { Item, ItemName } from './questionnaire.ts';

/** A formula with more parts than this, those within it too, stays a name. */
const mostParts = 60;

/** Of `items`, of which every calculation looks back. */
export function withCalculations(items: readonly Item[]): (part: Expression) => Expression {
  const formulas = new Map<ItemName, Expression>();
  const plain = (part: Expression): Expression =>
    mapped(part, (leaf) => (leaf.kind === 'item' ? (formulas.get(leaf.name) ?? leaf) : leaf));
  for (const { name, kind, calculation, relevant } of items) {
    if (kind !== 'calculate' || calculation === undefined) continue;
    const formula = plain(relevant === undefined ? calculation : when(relevant, calculation));
    // What comes out empty is unanswered, as on the route.
    if (sizeOf(formula) <= mostParts)
      formulas.set(name, { kind: 'call', function: 'coalesce', arguments: [formula, nothing] });
  }
  return plain;
}

/** `item` with everything that it asks for read through `plain`. */
export function readThrough(item: Item, plain: (part: Expression) => Expression): Item {
  const { relevant, constraint, choiceFilter } = item;
  return {
    ...item,
    ...(relevant === undefined ? {} : { relevant: plain(relevant) }),
    ...(constraint === undefined ? {} : { constraint: { ...constraint, test: plain(constraint.test) } }),
    ...(choiceFilter === undefined ? {} : { choiceFilter: plain(choiceFilter) }),
  };
}

const nothing: Expression = { kind: 'text', text: '' };

function when(relevant: Expression, calculation: Expression): Expression {
  return { kind: 'call', function: 'if', arguments: [relevant, calculation, nothing] };
}

/** Of how many parts an expression is made. */
export function sizeOf(part: Expression): number {
  let parts = 0;
  forEachPart(part, () => {
    parts += 1;
  });
  return parts;
}
