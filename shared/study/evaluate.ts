/**
 * What an expression means: XPath 1.0 (3.3 to 3.5, 4) over the values of `value.ts`, which also says what an answer that is not there
 * comes to. The time that it takes is bounded: parts, patterns and texts have a largest size (`parseExpression`, `longestText`).
 */
import type { Day } from '../calendar.ts';
import type { Expression, Operator } from './expression.ts';
import { type FunctionName, functions } from './functions.ts';
import { matchesWhole } from './match-pattern.ts';
import { findPattern, type Pattern } from './pattern.ts';
import type { ItemName } from './questionnaire.ts';
import {
  areEqual,
  isEmpty,
  longestText,
  numberOf,
  orderable,
  textOf,
  truthOf,
  unanswered,
  type Value,
} from './value.ts';

/** What the names in an expression stand for: a name that is not in `values` is unanswered. */
export interface Scope {
  readonly values: ReadonlyMap<ItemName, Value>;
  /** `.`, in a constraint. */
  readonly self?: Value;
  /** Further columns of a choice, in a choice filter. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly today: Day;
}

export function isTrue(expression: Expression, scope: Scope): boolean {
  return truthOf(evaluate(expression, scope));
}

/** The value of `expression`; never throws, whatever the answers are. */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case 'text':
      return expression.text;
    case 'number':
      return expression.number;
    case 'item':
      return scope.values.get(expression.name) ?? unanswered;
    case 'column':
      return columnOf(scope, expression.name);
    case 'self':
      return scope.self ?? unanswered;
    case 'negation':
      return -numberOf(evaluate(expression.of, scope));
    case 'operation':
      return operate(expression.operator, expression.left, expression.right, scope);
    case 'call':
      return call(expression.function, expression.arguments, scope);
  }
}

function columnOf({ columns = {} }: Scope, name: string): Value {
  return Object.hasOwn(columns, name) ? columns[name]! : '';
}

function operate(operator: Operator, left: Expression, right: Expression, scope: Scope): Value {
  if (operator === 'and') return isTrue(left, scope) && isTrue(right, scope);
  if (operator === 'or') return isTrue(left, scope) || isTrue(right, scope);
  const a = evaluate(left, scope);
  const b = evaluate(right, scope);
  switch (operator) {
    case '=':
      return areEqual(a, b);
    case '!=':
      return !areEqual(a, b);
    case '<':
      return orderable(a, b) < orderable(b, a);
    case '<=':
      return orderable(a, b) <= orderable(b, a);
    case '>':
      return orderable(a, b) > orderable(b, a);
    case '>=':
      return orderable(a, b) >= orderable(b, a);
    case '+':
      return numberOf(a) + numberOf(b);
    case '-':
      return numberOf(a) - numberOf(b);
    case '*':
      return numberOf(a) * numberOf(b);
    case 'div':
      return numberOf(a) / numberOf(b);
    case 'mod':
      return numberOf(a) % numberOf(b);
  }
}

function call(name: FunctionName, given: readonly Expression[], scope: Scope): Value {
  if (name === 'if') return evaluate(given[isTrue(given[0]!, scope) ? 1 : 2]!, scope);
  if (name === 'coalesce') return firstOf(given, scope);
  if (name === 'regex') return matches(textOf(evaluate(given[0]!, scope)), given[1]!);
  const value = functions[name](
    given.map((expression) => evaluate(expression, scope)),
    scope.today,
  );
  return typeof value === 'string' && value.length > longestText ? unanswered : value;
}

/** The first argument that says something. */
function firstOf(given: readonly Expression[], scope: Scope): Value {
  for (const expression of given) {
    const value = evaluate(expression, scope);
    if (!isEmpty(value)) return value;
  }
  return unanswered;
}

/** What a pattern in an expression compiles to, for as long as the expression is there: it is matched at every step of an interview. */
const compiled = new WeakMap<Expression, Pattern | 'none'>();

function matches(text: string, written: Expression): boolean {
  const known = compiled.get(written) ?? (written.kind === 'text' ? findPattern(written.text) : undefined) ?? 'none';
  compiled.set(written, known);
  return known !== 'none' && matchesWhole(known, text);
}
