import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, ageOn, day } from '../../../shared/calendar.ts';
import { birthBounds, readBirth } from '../../../shared/intake/read-birth.ts';
import { readDayOf } from '../../../shared/intake/read-day.ts';
import { ageBandOf, findAges } from '../../../shared/study/age-band.ts';

const today = day('2026-11-02');
const bounds = birthBounds(today, false);
const bounds1904 = birthBounds(today, true);

test.each([
  // cell, day, year, band
  ['1957-03-12', '1957-03-12', '1957', '60-69'],
  ['12 maart 1957', '1957-03-12', '1957', '60-69'],
  ['di 12 maart 1957', '1957-03-12', '1957', '60-69'],
  ['12-mrt-57', '1957-03-12', '1957', '60-69'],
  ['3-2-57', '1957-02-03', '1957', '60-69'],
  ['19570312', '1957-03-12', '1957', '60-69'],
  ['20894', '1957-03-15', '1957', '60-69'],
  ['20894.0', '1957-03-15', '1957', '60-69'],
  // Of these years there is one within a life.
  ['12-mrt-05', '2005-03-12', '2005', '20-29'],
  ['12-mrt-27', '1927-03-12', '1927', '90+'],
  // And of this one there are two.
  ['12-mrt-20', undefined, undefined, undefined],
  ['1957', undefined, '1957', '60-69'],
  ['00-00-1957', undefined, '1957', '60-69'],
  ['00-03-1957', undefined, '1957', '60-69'],
  ['19570000', undefined, '1957', '60-69'],
  ['1957-03-00', undefined, '1957', '60-69'],
  ['69', undefined, undefined, '60-69'],
  ['69 jaar', undefined, undefined, '60-69'],
  ['60 t/m 69', undefined, undefined, '60-69'],
  ['65-74', undefined, undefined, '65-74'],
  ['65 jaar en ouder', undefined, undefined, '65+'],
  ['95 jaar en ouder', undefined, undefined, '90+'],
  ['116', undefined, undefined, undefined],
  // American order, a month that is not there, the future, before anyone alive, no day at all.
  ['3/13/1957', undefined, undefined, undefined],
  ['31-02-1957', undefined, undefined, undefined],
  ['2030-01-01', undefined, undefined, undefined],
  ['1857-01-01', undefined, undefined, undefined],
  ['2101', undefined, undefined, undefined],
  ['vroeger', undefined, undefined, undefined],
])('%s is the day %s, the year %s, the band %s', (cell, asDay, year, band) => {
  expect(readBirth(cell, 'birthDate', bounds)).toBe(asDay);
  expect(readBirth(cell, 'birthYear', bounds)).toBe(year);
  expect(readBirth(cell, 'ageBand', bounds)).toBe(band);
});

describe('the days that a spreadsheet counts', () => {
  it('are 1,462 apart between its two ways of counting', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 44_000 }), (serial) => {
        const wide = { earliest: day('1900-01-01'), latest: day('2100-01-01') };
        const one = readDayOf(String(serial), { ...wide, counts1904: false })!;
        expect(readDayOf(String(serial), { ...wide, counts1904: true })).toBe(addDays(one, 1_462));
      }),
    );
  });

  it('begin where a year cannot be meant', () => {
    expect(readBirth('1912', 'birthDate', bounds)).toBeUndefined();
    expect(readBirth('2100', 'birthDate', bounds)).toBeUndefined();
    expect(readBirth('2900', 'birthDate', bounds1904)).toBe('1911-12-10');
  });
});

describe('laws', () => {
  const birth = fc.integer({ min: 0, max: 114 * 365 }).map((before) => addDays(today, -before));

  it('of a whole day, a year never tells the day and a band never the year', () => {
    fc.assert(
      fc.property(birth, (born) => {
        const written = `${born.slice(8)}-${born.slice(5, 7)}-${born.slice(0, 4)}`;
        for (const cell of [born, written]) {
          expect(readBirth(cell, 'birthYear', bounds)).toBe(born.slice(0, 4));
          expect(readBirth(cell, 'ageBand', bounds)).toBe(ageBandOf(ageOn(born, today)));
        }
      }),
    );
  });

  it('whatever the cell holds, what comes out is of its kind', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d ./-]{1,12}$/));
    fc.assert(
      fc.property(cell, (text) => {
        expect(readBirth(text, 'birthDate', bounds) ?? '1957-03-12').toMatch(/^\d{4}-\d{2}-\d{2}$/);
        expect(readBirth(text, 'birthYear', bounds) ?? '1957').toMatch(/^\d{4}$/);
        expect(readBirth(text, 'ageBand', bounds) ?? '90+').toMatch(/^\d{1,3}(-\d{1,3}|\+)$/);
      }),
    );
  });

  it('every age lies in its band', () => {
    fc.assert(
      fc.property(fc.nat(115), (age) => {
        const { from, to } = findAges(ageBandOf(age))!;
        expect(age >= from && age <= to).toBe(true);
        expect(from % 10).toBe(0);
      }),
    );
  });
});
