import { describe, expect, test } from 'vitest';
import { habitsOf } from '../../../shared/intake/column-habits.ts';

describe('a column of days', () => {
  test.each([
    ['days with the month first', ['03-25-1957', '1-1-1960'], true],
    ['days with the day first', ['25-03-1957', '1-1-1960'], false],
    ['days that are the same either way', ['1-1-1960', '2-2-1961'], false],
    ['one slip of a hand among Dutch days', ['25-03-1957', '26-04-1958', '03-25-1957'], false],
    ['what is a day in no order', ['12-03-1957', '31-31-1961', '45-20-1960', '0-13-1960'], false],
  ])('%s', (_, cells, isAmerican) => {
    expect(habitsOf('birthDate', cells).isAmerican).toBe(isAmerican);
  });
});
