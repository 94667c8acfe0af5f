/** Days without a clock: 'YYYY-MM-DD' values, so that nothing here depends on a time zone; and the public holidays of the Netherlands. */

declare const dayBrand: unique symbol;
/** A calendar day, 'YYYY-MM-DD'. Days compare as strings. */
export type Day = string & { readonly [dayBrand]: true };

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

/**
 * Days since 1 January 1970, by arithmetic on the Gregorian calendar: what is due is reckoned for everyone, and a Date per step is the most of
 * it. The rule is the one of H. Hinnant, chrono-compatible low-level date algorithms: years begin in March, eras have 400 years.
 */
function numberOf(of: Day): number {
  const month = Number(of.slice(5, 7));
  const year = Number(of.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(of.slice(8)) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - toMarch0000;
}

const daysPerEra = 146_097;
const toMarch0000 = 719_468;
const twoDigits = Array.from({ length: 100 }, (_, nr) => String(nr).padStart(2, '0'));

function dayOfNumber(number: number): Day {
  const since = number + toMarch0000;
  const era = Math.floor(since / daysPerEra);
  const dayOfEra = since - era * daysPerEra;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  const ofMonth = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return `${twoDigits[Math.floor(year / 100)]}${twoDigits[year % 100]}-${twoDigits[month]}-${twoDigits[ofMonth]}` as Day;
}

/** The day `days` after `from` (before it when negative). In the years 0000 to 9999. */
export function addDays(from: Day, days: number): Day {
  return days === 0 ? from : dayOfNumber(numberOf(from) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOf(to) - numberOf(from);
}

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export function weekday(of: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  // 1 January 1970 was a Thursday.
  return (((((numberOf(of) + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The Monday of the week in which `of` falls. */
export function mondayOf(of: Day): Day {
  return addDays(of, 1 - weekday(of));
}

export const holidays = [
  'new-year',
  'easter-sunday',
  'easter-monday',
  'kings-day',
  'liberation-day',
  'ascension-day',
  'whit-sunday',
  'whit-monday',
  'christmas-day',
  'second-christmas-day',
] as const;
export type Holiday = (typeof holidays)[number];

const holidaysByYear = new Map<number, ReadonlyMap<Day, Holiday>>();

/**
 * The generally recognised holidays of the Netherlands in a year (Algemene termijnenwet, art. 3, first paragraph, with both Sundays). Good
 * Friday is none of them: post is delivered and people are at work. From 1980; before 2014 the king's day is the queen's.
 */
export function dutchHolidays(year: number): ReadonlyMap<Day, Holiday> {
  const known = holidaysByYear.get(year);
  if (known !== undefined) return known;
  const on = (monthAndDay: string) => day(`${String(year).padStart(4, '0')}-${monthAndDay}`);
  const easter = easterSunday(year);
  const birthday = on(year < 2014 ? '04-30' : '04-27');
  // Liberation day and Ascension day fell together in 2016: a day has one name.
  const found = new Map<Day, Holiday>([
    [on('01-01'), 'new-year'],
    [easter, 'easter-sunday'],
    [addDays(easter, 1), 'easter-monday'],
    [weekday(birthday) === 7 ? addDays(birthday, -1) : birthday, 'kings-day'],
    [on('05-05'), 'liberation-day'],
    [addDays(easter, 39), 'ascension-day'],
    [addDays(easter, 49), 'whit-sunday'],
    [addDays(easter, 50), 'whit-monday'],
    [on('12-25'), 'christmas-day'],
    [on('12-26'), 'second-christmas-day'],
  ]);
  holidaysByYear.set(year, found);
  return found;
}

export function findDutchHoliday(of: Day): Holiday | undefined {
  return dutchHolidays(Number(of.slice(0, 4))).get(of);
}

/** Easter Sunday of the Gregorian calendar, by the rule that J. Meeus (Astronomical Algorithms, ch. 8) gives after Butcher. */
function easterSunday(year: number): Day {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leapCenturies = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leapCenturies - moon + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(day(`${String(year).padStart(4, '0')}-03-22`), epact + toSunday - 7 * late);
}

/** Whether `of` is a Monday to Friday that is no public holiday in the Netherlands. */
export function isWorkingDay(of: Day): boolean {
  return weekday(of) <= 5 && findDutchHoliday(of) === undefined;
}

/** The first working day that is not before `from`. */
export function workingDayFrom(from: Day): Day {
  let on = from;
  while (!isWorkingDay(on)) on = addDays(on, 1);
  return on;
}

/** The `days`th working day after `from`; for 0 `from` itself, or the first working day after it. */
export function addWorkingDays(from: Day, days: number): Day {
  let on = days === 0 ? workingDayFrom(from) : from;
  for (let left = days; left > 0; left -= 1) on = workingDayFrom(addDays(on, 1));
  return on;
}

/** Completed years from `birth` to `on`; someone born on 29 February has a birthday on 1 March in other years. */
export function ageOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) >= birth.slice(5) ? years : years - 1;
}
