/**
 * Where the conditions of a questionnaire turn: per item the constants and the other items that its answer is compared with anywhere.
 * Whoever tries answers at and beside these values finds the branches that a blind guess would miss.
 */
import type { Expression } from '../study/expression.ts';
import type { ItemName, Questionnaire } from '../study/questionnaire.ts';

export interface TurningPoints {
  readonly numbers: readonly number[];
  /** Names of choices, days as 'YYYY-MM-DD', and any other text. */
  readonly texts: readonly string[];
  /** Written out patterns of regex(). */
  readonly patterns: readonly string[];
  readonly items: readonly ItemName[];
}

interface Found {
  readonly numbers: Set<number>;
  readonly texts: Set<string>;
  readonly patterns: Set<string>;
  readonly items: Set<ItemName>;
}

const none = (): Found => ({ numbers: new Set(), texts: new Set(), patterns: new Set(), items: new Set() });
/** What only joins conditions; each of its parts is a comparison of its own. */
const joining = new Set(['and', 'or', 'not', 'boolean', 'if', 'coalesce']);

export function turningPoints(questionnaire: Questionnaire): ReadonlyMap<ItemName, TurningPoints> {
  const found = new Map<ItemName, Found>(questionnaire.items.map(({ name }) => [name, none()]));
  for (const item of questionnaire.items) {
    const { relevant, requiredWhen, choiceFilter, calculation, constraint } = item;
    for (const expression of [relevant, requiredWhen, choiceFilter, calculation, constraint?.test])
      if (expression !== undefined) see(expression, item.name, found);
  }
  // What a calculation is compared with says something of what it is made of; conditions only look back, so the last one comes first.
  for (const item of questionnaire.items.toReversed()) {
    const own = found.get(item.name)!;
    if (item.calculation === undefined) continue;
    const parts = none();
    gather(item.calculation, item.name, parts);
    for (const name of parts.items) addAll(found.get(name), own, item.name);
  }
  return new Map(
    [...found].map(([name, { numbers, texts, patterns, items }]) => {
      items.delete(name);
      return [name, { numbers: [...numbers], texts: [...texts], patterns: [...patterns], items: [...items] }];
    }),
  );
}

function addAll(to: Found | undefined, from: Found, self: ItemName): void {
  if (to === undefined) return;
  for (const number of from.numbers) to.numbers.add(number);
  for (const text of from.texts) to.texts.add(text);
  for (const pattern of from.patterns) to.patterns.add(pattern);
  for (const item of from.items) if (item !== self) to.items.add(item);
}

/** Goes down to single comparisons, and tells each item in one of all that stands in it. */
function see(expression: Expression, self: ItemName, found: ReadonlyMap<ItemName, Found>): void {
  const parts = partsOf(expression);
  const name =
    expression.kind === 'operation' ? expression.operator : expression.kind === 'call' ? expression.function : '';
  if (joining.has(name)) {
    for (const part of parts) see(part, self, found);
    return;
  }
  const here = none();
  gather(expression, self, here);
  for (const item of here.items) addAll(found.get(item), here, item);
}

function gather(expression: Expression, self: ItemName, into: Found): void {
  if (expression.kind === 'number') into.numbers.add(expression.number);
  if (expression.kind === 'negation' && expression.of.kind === 'number') into.numbers.add(-expression.of.number);
  if (expression.kind === 'text') into.texts.add(expression.text);
  if (expression.kind === 'item') into.items.add(expression.name);
  if (expression.kind === 'self') into.items.add(self);
  if (expression.kind === 'call' && expression.function === 'regex') {
    const [of, pattern] = expression.arguments;
    if (pattern?.kind === 'text') into.patterns.add(pattern.text);
    gather(of!, self, into);
    return;
  }
  for (const part of partsOf(expression)) gather(part, self, into);
}

function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'negation') return [expression.of];
  if (expression.kind === 'operation') return [expression.left, expression.right];
  return expression.kind === 'call' ? expression.arguments : [];
}
