import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  ageOn,
  day,
  daysBetween,
  dutchHolidays,
  findDay,
  findDutchHoliday,
  isWorkingDay,
  mondayOf,
  weekday,
  workingDayFrom,
} from '../../shared/calendar.ts';

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(day('1950-01-01'), days));

describe('the calendar', () => {
  test.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
    ['2026-01-01T00:00', false],
  ])('%s names a day: %s', (text, isDay) => {
    expect(findDay(text) !== undefined).toBe(isDay);
    if (!isDay) expect(() => day(text)).toThrow(RangeError);
  });

  test('has the days that a clock has, in every year, month and day of four, two and two digits', () => {
    const digits = (max: number, width: number) =>
      fc.integer({ min: 0, max }).map((n) => String(n).padStart(width, '0'));
    fc.assert(
      fc.property(digits(9999, 4), digits(14, 2), digits(33, 2), (year, month, of) => {
        const text = `${year}-${month}-${of}`;
        const at = Date.parse(`${text}T00:00:00Z`);
        const isDay = !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
        expect(findDay(text) !== undefined).toBe(isDay);
      }),
      { numRuns: 5000 },
    );
  });

  test('adding and counting days are each other’s inverse', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -20_000, max: 20_000 }),
        (from, days) => daysBetween(from, addDays(from, days)) === days,
      ),
    );
  });

  test('adding, counting and weekdays are those of a clock in UTC, over all years', () => {
    const dayMs = 86_400_000;
    const clock = (on: string) => Date.parse(`${on}T00:00:00Z`);
    const ever = fc.integer({ min: 0, max: 3_600_000 }).map((days) => {
      return day(new Date(clock('0001-01-01') + days * dayMs).toISOString().slice(0, 10));
    });
    fc.assert(
      fc.property(ever, fc.integer({ min: -300, max: 50_000 }), (from, days) => {
        const to = new Date(clock(from) + days * dayMs);
        if (to.getUTCFullYear() < 1 || to.getUTCFullYear() > 9999) return;
        expect(addDays(from, days)).toBe(to.toISOString().slice(0, 10));
        expect(daysBetween(from, addDays(from, days))).toBe(days);
        expect(weekday(from) % 7).toBe(new Date(clock(from)).getUTCDay());
      }),
      { numRuns: 5000 },
    );
  });

  test('days compare as texts', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === daysBetween(a, b) > 0));
  });

  test('weekdays follow one another', () => {
    expect(weekday(day('2026-03-02'))).toBe(1);
    fc.assert(fc.property(anyDay, (of) => weekday(addDays(of, 1)) === (weekday(of) % 7) + 1));
  });

  test('a holiday and a weekend are no working days', () => {
    expect(isWorkingDay(day('2026-04-28'))).toBe(true);
    expect(isWorkingDay(day('2026-04-27'))).toBe(false);
    expect(isWorkingDay(day('2026-03-07'))).toBe(false);
  });

  test.each([
    ['1980-03-02', '2026-03-01', 45],
    ['1980-03-02', '2026-03-02', 46],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
  ])('born %s is on %s %i years old', (birth, on, years) => {
    expect(ageOn(day(birth), day(on))).toBe(years);
  });
});

test('the Monday of a week is the same for its seven days', () => {
  for (let days = 0; days < 7; days += 1) expect(mondayOf(addDays(day('2026-03-02'), days))).toBe('2026-03-02');
  expect(mondayOf(day('2026-03-01'))).toBe('2026-02-23');
  expect(mondayOf(day('2027-01-01'))).toBe('2026-12-28');
});

/** As the calendars of those years have them. */
const published = [
  [2014, '01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26'],
  [2016, '01-01 03-27 03-28 04-27 05-05 05-15 05-16 12-25 12-26'],
  [2019, '01-01 04-21 04-22 04-27 05-05 05-30 06-09 06-10 12-25 12-26'],
  [2023, '01-01 04-09 04-10 04-27 05-05 05-18 05-28 05-29 12-25 12-26'],
  [2024, '01-01 03-31 04-01 04-27 05-05 05-09 05-19 05-20 12-25 12-26'],
  [2025, '01-01 04-20 04-21 04-26 05-05 05-29 06-08 06-09 12-25 12-26'],
  [2026, '01-01 04-05 04-06 04-27 05-05 05-14 05-24 05-25 12-25 12-26'],
  [2027, '01-01 03-28 03-29 04-27 05-05 05-06 05-16 05-17 12-25 12-26'],
  [2028, '01-01 04-16 04-17 04-27 05-05 05-25 06-04 06-05 12-25 12-26'],
  [2030, '01-01 04-21 04-22 04-27 05-05 05-30 06-09 06-10 12-25 12-26'],
] as const;

describe('the public holidays of the Netherlands', () => {
  test.each(published)('of %i are those that were published', (year, days) => {
    const found = [...dutchHolidays(year).keys()].map((on) => on.slice(5)).toSorted();
    expect(found.join(' ')).toBe(days);
  });

  // The earliest and the latest Easter that there can be, and the two on which a simpler rule goes wrong.
  test.each([
    [1818, '03-22'],
    [1943, '04-25'],
    [1954, '04-18'],
    [1981, '04-19'],
    [2000, '04-23'],
    [2008, '03-23'],
    [2038, '04-25'],
    [2049, '04-18'],
  ])('Easter of %i is on %s', (year, on) => {
    const easter = [...dutchHolidays(year)].find(([, holiday]) => holiday === 'easter-sunday');
    expect(easter?.[0]).toBe(`${year}-${on}`);
  });

  test('the king has his day on the 27th of April, or on the 26th when that is a Sunday', () => {
    for (let year = 2014; year < 2100; year += 1) {
      const birthday = day(`${year}-04-27`);
      const isSunday = weekday(birthday) === 7;
      expect(findDutchHoliday(isSunday ? addDays(birthday, -1) : birthday)).toBe('kings-day');
      if (isSunday && dutchHolidays(year).get(birthday) !== 'easter-sunday')
        expect(findDutchHoliday(birthday)).toBe(undefined);
    }
    expect(findDutchHoliday(day('2013-04-30'))).toBe('kings-day');
  });

  test('Good Friday and the day before the king’s are working days', () => {
    expect(isWorkingDay(day('2026-04-03'))).toBe(true);
    expect(isWorkingDay(day('2026-04-28'))).toBe(true);
  });

  test('working days are counted without them', () => {
    // Thursday before Easter: Good Friday, then Tuesday after it.
    expect(addWorkingDays(day('2026-04-02'), 1)).toBe('2026-04-03');
    expect(addWorkingDays(day('2026-04-02'), 2)).toBe('2026-04-07');
    expect(addWorkingDays(day('2026-04-04'), 0)).toBe('2026-04-07');
    expect(addWorkingDays(day('2026-04-04'), 1)).toBe('2026-04-07');
    expect(addWorkingDays(day('2026-12-24'), 1)).toBe('2026-12-28');
    expect(workingDayFrom(day('2026-12-25'))).toBe('2026-12-28');
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const on = addWorkingDays(from, days);
        const between = Array.from({ length: daysBetween(from, on) }, (_, nr) => addDays(from, nr + 1));
        return isWorkingDay(on) && between.filter((each) => isWorkingDay(each)).length === days;
      }),
    );
  });
});
