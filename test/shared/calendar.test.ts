import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, ageOn, day, daysBetween, findDay, isWorkingDay, mondayOf, weekday } from '../../shared/calendar.ts';

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
