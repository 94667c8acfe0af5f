/** What each function of an expression gives: those of XPath 1.0 and of ODK that take values and nothing else. */
import { addDays, type Day } from '../calendar.ts';
import {
  countSelected,
  type DayValue,
  dayIn,
  firstDay,
  isMissing,
  isSelected,
  type MissingValue,
  numberOf,
  selectedIn,
  textOf,
  truthOf,
  unanswered,
  type Value,
} from './value.ts';

/** These do not look at all that they are given, or need more than values; `evaluate.ts` has them. */
type Lazy = 'if' | 'coalesce' | 'regex';

/** The functions that are understood, with the least and the most arguments that each takes. */
export const argumentCounts = {
  abs: [1, 1],
  boolean: [1, 1],
  ceiling: [1, 1],
  coalesce: [2, 20],
  concat: [1, 50],
  contains: [2, 2],
  'count-selected': [1, 1],
  date: [1, 1],
  'ends-with': [2, 2],
  false: [0, 0],
  floor: [1, 1],
  if: [3, 3],
  int: [1, 1],
  max: [1, 50],
  min: [1, 50],
  not: [1, 1],
  number: [1, 1],
  regex: [2, 2],
  round: [1, 2],
  selected: [2, 2],
  'selected-at': [2, 2],
  'starts-with': [2, 2],
  string: [1, 1],
  'string-length': [1, 1],
  substr: [2, 3],
  sum: [1, 50],
  today: [0, 0],
  true: [0, 0],
} as const satisfies Record<string, readonly [least: number, most: number]>;
export type FunctionName = keyof typeof argumentCounts;

type Apply = (given: readonly Value[], today: Day) => Value;

const number = (given: readonly Value[], nr = 0): number => numberOf(given[nr] ?? unanswered);
const text = (given: readonly Value[], nr = 0): string => textOf(given[nr] ?? unanswered);

/** `max`, `min` and `sum` follow the one rule: with an unanswered argument they are NaN, as `${a} + ${b}` is. */
export const functions: Readonly<Record<Exclude<FunctionName, Lazy>, Apply>> = {
  abs: (given) => Math.abs(number(given)),
  boolean: ([of = unanswered]) => truthOf(of),
  ceiling: (given) => Math.ceil(number(given)),
  concat: (given) => given.map(textOf).join(''),
  contains: (given) => text(given).includes(text(given, 1)),
  'count-selected': ([of = unanswered]) => (isMissing(of) ? 0 : countSelected(of)),
  date: ([of = unanswered]) => dateOf(of),
  'ends-with': (given) => text(given).endsWith(text(given, 1)),
  false: () => false,
  floor: (given) => Math.floor(number(given)),
  int: (given) => Math.trunc(number(given)),
  max: (given) => Math.max(...given.map(numberOf)),
  min: (given) => Math.min(...given.map(numberOf)),
  not: ([of = unanswered]) => !truthOf(of),
  number: (given) => number(given),
  round: (given) => (given.length === 1 ? Math.round(number(given)) : roundTo(number(given), number(given, 1))),
  selected: (given) => isSelected(given[0] ?? unanswered, text(given, 1).trim()),
  'selected-at': (given) => selectedIn(given[0] ?? unanswered)[number(given, 1)] ?? '',
  'starts-with': (given) => text(given).startsWith(text(given, 1)),
  string: (given) => text(given),
  'string-length': (given) => lengthOf(text(given)),
  substr: (given) => partOf(text(given), number(given, 1), given.length < 3 ? undefined : number(given, 2)),
  sum: (given) => given.reduce<number>((total, each) => total + numberOf(each), 0),
  today: (_, today) => ({ kind: 'day', day: today }),
  true: () => true,
};

/** In characters (code points), as XPath 1.0, 4.2 counts. */
function lengthOf(written: string): number {
  let pairs = 0;
  for (let at = 1; at < written.length; at += 1) if (written.codePointAt(at - 1)! > 0xffff) pairs += 1;
  return written.length - pairs;
}

/** ODK's substr(): from `start`, counted from 0, up to and not including `end`; below 0 they count from the end of the text. */
function partOf(written: string, start: number, end: number | undefined): string {
  if (Number.isNaN(start) || Number.isNaN(end ?? 0)) return '';
  return Array.from(written).slice(start, end).join('');
}

/** Rounded to `places` decimals, a half upwards as XPath's round(); through the digits, so that 1.005 gives 1.01. */
function roundTo(of: number, places: number): number {
  const shift = Math.trunc(places);
  if (!Number.isFinite(of) || Number.isNaN(shift)) return of;
  const shifted = (digits: string, by: number): number => {
    const [mantissa, exponent = '0'] = digits.split('e');
    return Number(`${mantissa}e${Number(exponent) + by}`);
  };
  const rounded = Math.round(shifted(String(of), shift));
  return Number.isFinite(rounded) ? shifted(String(rounded), -shift) : of;
}

/** Days since 1970-01-01 of 0001-01-01 and 9999-12-31: the years that a day can write. */
const writableDays = [-719_162, 2_932_896] as const;

/** The day of a text 'YYYY-MM-DD', or of a number of days since 1970-01-01. */
function dateOf(value: Value): DayValue | MissingValue {
  if (typeof value === 'object') return value;
  if (typeof value === 'string') return dayIn(value);
  const days = Math.floor(numberOf(value));
  const writable = days >= writableDays[0] && days <= writableDays[1];
  return writable ? { kind: 'day', day: addDays(firstDay, days) } : unanswered;
}
