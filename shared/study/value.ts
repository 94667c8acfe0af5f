/**
 * The values that an expression handles: how each is a text, a number and a truth, and how two compare (XPath 1.0, 3.4 and 4), with days
 * as ODK counts them and one rule for answers that are not there.
 *
 * The one rule: an item that is unanswered, off the route, or answered "don't know" and the like, has the empty value. It compares as
 * the empty text, counts as NaN and is false. Only when it is compared with, or looked for by, the name of the choice that stands for
 * it does it equal that name: with 'weet_niet' given, `${q} = 'weet_niet'` and `${q} = ''` both hold, and `${q} > 0` does not.
 */
import { type Day, daysBetween, findDay } from '../calendar.ts';
import type { Answer } from './answer.ts';
import { numberIn, numberText } from './plain-number.ts';

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
/** The answer to a select-multiple or a rank is a text: its choices in order with a space between. */
export type Value = string | number | boolean | DayValue | MissingValue;

/** Longest text that an answer or an expression may be, in UTF-16 units; what would be longer has no value at all, and is never cut off. */
export const longestText = 10_000;

export const unanswered: MissingValue = { kind: 'missing' };
export const firstDay = '1970-01-01' as Day;

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

export function isMissing(value: Value): value is MissingValue {
  return typeof value === 'object' && value.kind === 'missing';
}

/** XPath 1.0, 3.4: as booleans if one is a boolean, else as numbers if one is a number, else as texts. Missing answers: the one rule. */
export function areEqual(a: Value, b: Value): boolean {
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
export function orderable(value: Value, beside: Value): number {
  if (typeof value !== 'string' || typeof beside !== 'object') return numberOf(value);
  return numberOf(dayIn(value));
}

/** The day that `text` writes as 'YYYY-MM-DD'; unanswered when it writes none. */
export function dayIn(text: string): DayValue | MissingValue {
  const day = findDay(text.trim());
  return day === undefined ? unanswered : { kind: 'day', day };
}

const isSpace = (code: number): boolean =>
  code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && /\s/.test(String.fromCharCode(code));

/** Calls `see` with where each name in `text` begins and ends, until it says that it has seen enough. */
function eachName(text: string, see: (from: number, to: number) => boolean): void {
  let from = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const isBetween = at === text.length || isSpace(text.charCodeAt(at));
    if (isBetween && from >= 0 && see(from, at)) return;
    from = isBetween ? -1 : from < 0 ? at : from;
  }
}

const namesText = (value: Value): string => (isMissing(value) ? (value.choice ?? '') : textOf(value));

/** The choices that a value names: those of a select-multiple, the one of a select-one, also when it stands for a missing answer. */
export function selectedIn(value: Value): readonly string[] {
  const text = namesText(value);
  const names: string[] = [];
  eachName(text, (from, to) => names.push(text.slice(from, to)) === 0);
  return names;
}

/** How many choices a value names. */
export function countSelected(value: Value): number {
  let count = 0;
  eachName(namesText(value), () => {
    count += 1;
    return false;
  });
  return count;
}

/** Whether `name` is among the choices that a value names. */
export function isSelected(value: Value, name: string): boolean {
  const text = namesText(value);
  if (name === '' || !text.includes(name)) return false;
  let found = false;
  eachName(text, (from, to) => {
    found = to - from === name.length && text.startsWith(name, from);
    return found;
  });
  return found;
}
