/** Days without a clock: 'YYYY-MM-DD' values, so that nothing here depends on a time zone. Holidays are data given by the caller. */

declare const dayBrand: unique symbol;
/** A calendar day, 'YYYY-MM-DD'. Days compare as strings. */
export type Day = string & { readonly [dayBrand]: true };

const dayMs = 86_400_000;

/** The day that `text` names, or undefined when it is no existing calendar day (2026-02-30). */
export function findDay(text: string): Day | undefined {
  const [, year, month, of] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (of === undefined || of === '00') return undefined;
  return Number(of) <= daysInMonth(Number(year), Number(month)) ? (text as Day) : undefined;
}

/** In the Gregorian calendar; 0 for a month that there is not. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month < 1 || month > 12 ? 0 : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day that `text` names. Throws RangeError when it names none: for literals and checked input. */
export function day(text: string): Day {
  const found = findDay(text);
  if (found === undefined) throw new RangeError('not a calendar day (YYYY-MM-DD)');
  return found;
}

/** The day `days` after `from` (before it when negative). */
export function addDays(from: Day, days: number): Day {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;
}

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function weekday(of: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const sundayFirst = new Date(`${of}T00:00:00Z`).getUTCDay();
  return (sundayFirst === 0 ? 7 : sundayFirst) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The Monday of the week in which `of` falls. */
export function mondayOf(of: Day): Day {
  return addDays(of, 1 - weekday(of));
}

/** Whether `of` is a Monday to Friday that is not in `holidays`. */
export function isWorkingDay(of: Day, holidays: ReadonlySet<Day> = new Set()): boolean {
  return weekday(of) <= 5 && !holidays.has(of);
}

/** Completed years from `birth` to `on`; someone born on 29 February has a birthday on 1 March in other years. */
export function ageOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) >= birth.slice(5) ? years : years - 1;
}
