/**
 * A condition as people can check it: what it says of calculations is said of the questions behind them. `if(a, 'yes', 'no') = 'yes'`
 * comes down to a. For words only: a calculation that comes out empty counts as unanswered, and its formula does not.
 */
import { type Expression, printExpression } from '../study/expression.ts';
import type { ItemName, Questionnaire } from '../study/questionnaire.ts';

/** Of calculations in calculations, and of what they grow into. */
const deepest = 20;
const mostParts = 200;

export function withoutCalculations({ items }: Questionnaire): (condition: Expression) => Expression {
  const calculations = new Map<ItemName, { readonly of: Expression; readonly when?: Expression }>();
  for (const { name, kind, calculation, relevant } of items)
    if (kind === 'calculate' && calculation !== undefined)
      calculations.set(name, { of: calculation, ...(relevant === undefined ? {} : { when: relevant }) });
  return (condition) => {
    const parts = { left: mostParts };
    const held = new Set(conjuncts(condition).map(printExpression));
    const isHeld = (when: Expression) => conjuncts(when).every((each) => held.has(printExpression(each)));
    const known = new Map(
      [...calculations].map(([name, { of, when }]) => [
        name,
        when === undefined || isHeld(when) ? { of } : { of, when },
      ]),
    );
    const written = inlined(condition, known, deepest, parts);
    // Too much to read: as the workbook says it.
    return parts.left < 0 ? condition : written;
  };
}

/** What all has to hold for `condition`: it is asked in the section in which the calculation stands, for one. */
function conjuncts(condition: Expression): readonly Expression[] {
  if (condition.kind !== 'operation' || condition.operator !== 'and') return [condition];
  return [...conjuncts(condition.left), ...conjuncts(condition.right)];
}

type Calculations = ReadonlyMap<ItemName, { readonly of: Expression; readonly when?: Expression }>;

function inlined(of: Expression, calculations: Calculations, depth: number, parts: { left: number }): Expression {
  parts.left -= 1;
  if (parts.left < 0) return of;
  const within = (part: Expression) => inlined(part, calculations, depth, parts);
  switch (of.kind) {
    case 'item': {
      const calculation = calculations.get(of.name);
      // One that comes out only sometimes is not the same as its formula, unless the condition says itself when that is.
      if (calculation === undefined || calculation.when !== undefined || depth === 0) return of;
      return inlined(calculation.of, calculations, depth - 1, parts);
    }
    case 'negation':
      return { ...of, of: within(of.of) };
    case 'operation':
      return decided({ ...of, left: within(of.left), right: within(of.right) });
    case 'call':
      return { ...of, arguments: of.arguments.map(within) };
    default:
      return of;
  }
}

/** `if(a, x, y) = x` is a, `if(a, x, y) = y` is not a, for two constants that differ. */
function decided(comparison: Extract<Expression, { kind: 'operation' }>): Expression {
  const { operator, left, right } = comparison;
  if (operator !== '=' && operator !== '!=') return comparison;
  if (left.kind !== 'call' || left.function !== 'if') return comparison;
  const [test, then, otherwise] = left.arguments as readonly [Expression, Expression, Expression];
  const values = [then, otherwise, right].map(constantOf);
  if (values.some((value) => value === undefined) || values[0] === values[1]) return comparison;
  const isThen = values[2] === values[0];
  if (!isThen && values[2] !== values[1]) return comparison;
  if (isThen === (operator === '=')) return test;
  return { kind: 'call', function: 'not', arguments: [test] };
}

function constantOf(part: Expression): string | undefined {
  if (part.kind === 'text') return part.text;
  return part.kind === 'number' ? String(part.number) : undefined;
}
