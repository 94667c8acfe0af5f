/**
 * What an expression means: XPath 1.0 (3.3 to 3.5, 4), with days as ODK counts them and one rule for answers that are not there.
 *
 * The one rule: an item that is unanswered, off the route, or answered "don't know" and the like, has the empty value. It compares as
 * the empty text, counts as NaN and is false. Only when it is compared with, or looked for by, the name of the choice that stands for
 * it does it equal that name: with 'weet_niet' given, `${q} = 'weet_niet'` and `${q} = ''` both hold, and `${q} > 0` does not.
 */
import type { Day } from '../calendar.ts';
import { addDays, daysBetween, findDay } from '../calendar.ts';
import type { Answer } from './answer.ts';
import type { Expression, FunctionName, Operator } from './expression.ts';
import { findPattern, matchesWhole } from './pattern.ts';
import { numberIn, numberText } from './plain-number.ts';
import type { ItemName } from './questionnaire.ts';

/** A calendar day; as a number it counts days since 1970-01-01, as a text it is 'YYYY-MM-DD'. */
export interface DayValue {
  readonly kind: 'day';
  readonly day: Day;
}
/** No substantive answer; `choice` is the name of the choice that says so. */
export interface MissingValue {
  readonly kind: 'missing';
  readonly choice?: string;
}
/** The answer to a select-multiple is a text: its choices in order with a space between. */
export type Value = string | number | boolean | DayValue | MissingValue;

/** What the names in an expression stand for: a name that is not in `values` is unanswered. */
export interface Scope {
  readonly values: ReadonlyMap<ItemName, Value>;
  /** `.`, in a constraint. */
  readonly self?: Value;
  /** Further columns of a choice, in a choice filter. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly today: Day;
}

const unanswered: MissingValue = { kind: 'missing' };
const firstDay = '1970-01-01' as Day;

export function valueOfAnswer(answer: Answer): Value {
  switch (answer.kind) {
    case 'text':
      return answer.text;
    case 'number':
      return answer.number;
    case 'date':
      return { kind: 'day', day: answer.day };
    case 'choice':
      return answer.choice;
    case 'choices':
    case 'ranking':
      return answer.choices.join(' ');
    case 'acknowledged':
      return 'OK';
    case 'missing':
      return answer.choice === undefined ? unanswered : { kind: 'missing', choice: answer.choice };
  }
}

/** `value` as XPath's string(). */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return value.kind === 'day' ? value.day : '';
}

/** `value` as XPath's number(); NaN when it is none. */
export function numberOf(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return numberIn(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value.kind === 'day' ? daysBetween(firstDay, value.day) : Number.NaN;
}

/** `value` as XPath's boolean(): a text is true unless empty, a number unless 0 or NaN. */
export function truthOf(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value !== '';
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return value.kind === 'day';
}

/** Whether a value says nothing: the empty text, NaN (a sum over an unanswered item) and a missing answer. */
export function isEmpty(value: Value): boolean {
  if (typeof value === 'object') return value.kind === 'missing';
  return value === '' || Number.isNaN(value);
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
      return scope.columns?.[expression.name] ?? '';
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

function isMissing(value: Value): value is MissingValue {
  return typeof value === 'object' && value.kind === 'missing';
}

/** XPath 1.0, 3.4: as booleans if one is a boolean, else as numbers if one is a number, else as texts. Missing answers: see the top. */
function areEqual(a: Value, b: Value): boolean {
  if (isMissing(a)) return isMissing(b) || equalsMissing(a, b);
  if (isMissing(b)) return equalsMissing(b, a);
  if (typeof a === 'boolean' || typeof b === 'boolean') return truthOf(a) === truthOf(b);
  if (typeof a === 'number' || typeof b === 'number') return numberOf(a) === numberOf(b);
  return textOf(a) === textOf(b);
}

function equalsMissing(missing: MissingValue, other: Value): boolean {
  if (typeof other === 'boolean') return !other;
  return areEqual('', other) || (missing.choice !== undefined && areEqual(missing.choice, other));
}

/** `value` as a number to order by; a text beside a day is read as a day. */
function orderable(value: Value, beside: Value): number {
  if (typeof value !== 'string' || typeof beside !== 'object') return numberOf(value);
  return numberOf(dayIn(value));
}

function dayIn(text: string): Value {
  const day = findDay(text.trim());
  return day === undefined ? unanswered : { kind: 'day', day };
}

/** The choices that a value names: those of a select-multiple, the one of a select-one, also when it stands for a missing answer. */
function selectedIn(value: Value): readonly string[] {
  const names = isMissing(value) ? (value.choice ?? '') : textOf(value);
  return names.split(/\s+/).filter((name) => name !== '');
}

function call(name: FunctionName, given: readonly Expression[], scope: Scope): Value {
  const argument = (nr: number): Value => {
    const expression = given[nr];
    return expression === undefined ? unanswered : evaluate(expression, scope);
  };
  switch (name) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'not':
      return !truthOf(argument(0));
    case 'boolean':
      return truthOf(argument(0));
    case 'number':
      return numberOf(argument(0));
    case 'string':
      return textOf(argument(0));
    case 'if':
      return truthOf(argument(0)) ? argument(1) : argument(2);
    case 'coalesce':
      return coalesce(given, scope);
    case 'selected':
      return selectedIn(argument(0)).includes(textOf(argument(1)).trim());
    case 'count-selected':
      return isMissing(argument(0)) ? 0 : selectedIn(argument(0)).length;
    case 'concat':
      return given.map((expression) => textOf(evaluate(expression, scope))).join('');
    case 'string-length':
      return [...textOf(argument(0))].length;
    case 'int':
      return Math.trunc(numberOf(argument(0)));
    case 'round':
      return given.length === 1
        ? Math.round(numberOf(argument(0)))
        : roundTo(numberOf(argument(0)), numberOf(argument(1)));
    case 'regex':
      return matches(textOf(argument(0)), textOf(argument(1)));
    case 'today':
      return { kind: 'day', day: scope.today };
    case 'date':
      return dateOf(argument(0));
  }
}

/** The first argument that says something. */
function coalesce(given: readonly Expression[], scope: Scope): Value {
  for (const expression of given) {
    const value = evaluate(expression, scope);
    if (!isEmpty(value)) return value;
  }
  return unanswered;
}

/** Rounded to `places` decimals, a half upwards as XPath's round(); through the digits, so that 1.005 gives 1.01. */
function roundTo(number: number, places: number): number {
  const shift = Math.trunc(places);
  if (!Number.isFinite(number) || Number.isNaN(shift)) return number;
  const shifted = (digits: string, by: number): number => {
    const [mantissa, exponent = '0'] = digits.split('e');
    return Number(`${mantissa}e${Number(exponent) + by}`);
  };
  const rounded = Math.round(shifted(String(number), shift));
  return Number.isFinite(rounded) ? shifted(String(rounded), -shift) : number;
}

/** Days since 1970-01-01 of 0001-01-01 and 9999-12-31: the years that a day can write. */
const writableDays = [-719_162, 2_932_896] as const;

/** The day of a text 'YYYY-MM-DD', or of a number of days since 1970-01-01. */
function dateOf(value: Value): Value {
  if (typeof value === 'object') return value;
  if (typeof value === 'string') return dayIn(value);
  const days = Math.floor(numberOf(value));
  const writable = days >= writableDays[0] && days <= writableDays[1];
  return writable ? { kind: 'day', day: addDays(firstDay, days) } : unanswered;
}

function matches(text: string, pattern: string): boolean {
  const found = findPattern(pattern);
  return found !== undefined && matchesWhole(found, text);
}
