import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import type { ColumnMeaning } from '../../../shared/intake/column-meaning.ts';
import { looksLike } from '../../../shared/intake/looks-like.ts';
import { findPlainSheetName } from '../../../shared/intake/sheet-name.ts';

const today = day('2026-11-02');
const nrs = [1, 2, 3, 4, 5, 6, 7, 8];

test.each<[ColumnMeaning | undefined, (nr: number) => string]>([
  ['email', (nr) => `p${nr}@example.org`],
  ['postcode', (nr) => `123${nr}ab`],
  ['phone', (nr) => `06-8900112${nr}`],
  ['phone', (nr) => `68900112${nr}`],
  ['phone', (nr) => `+31 20 123 456${nr}`],
  ['birthYear', (nr) => String(1950 + nr)],
  ['birthDate', (nr) => `0${nr}-03-195${nr}`],
  ['sex', (nr) => (nr % 2 ? 'm' : 'v')],
  ['channels', (nr) => (nr % 2 ? 'e-mail, brief' : 'telefoon')],
  ['postcodeAndTown', (nr) => `123${nr} AB Waterhoven`],
  ['wholeAddress', (nr) => `Dorpsstraat ${nr}, 1234 AB Waterhoven`],
  ['wholeAddress', (nr) => `Verzonnenlaan ${nr}a`],
  ['wholeName', (nr) => `Mevr. A. van der Proef-${'abcdefghi'[nr]}`],
  ['wholeName', (nr) => `Proef${'abcdefghi'[nr]}, B.`],
  // Never guessed: numbers, words, recent days, yes and no.
  [undefined, (nr) => String(1000 + nr)],
  [undefined, (nr) => String(20_260_000 + nr)],
  [undefined, (nr) => `C-${1000 + nr}`],
  [undefined, (nr) => `woord${'abcdefghi'[nr]}`],
  [undefined, (nr) => `0${nr}-03-2026`],
  [undefined, (nr) => (nr % 2 ? 'ja' : 'nee')],
  [undefined, (nr) => String(nr)],
  [undefined, () => ''],
])('cells look like %s', (meaning, cell) => {
  expect(looksLike(nrs.map(cell), today)).toBe(meaning);
});

describe('how sure it has to be', () => {
  const email = (nr: number) => `p${nr}@example.org`;

  it('is four of five, of five filled cells or more', () => {
    expect(looksLike([...nrs.slice(0, 4).map(email), 'x'], today)).toBe('email');
    expect(looksLike([...nrs.slice(0, 3).map(email), 'x', 'y'], today)).toBeUndefined();
    expect(looksLike(nrs.slice(0, 4).map(email), today)).toBeUndefined();
    expect(looksLike(['', ...nrs.slice(0, 5).map(email), '', ''], today)).toBe('email');
  });

  it('never makes anything throw', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 10 }), (cells) => void looksLike(cells, today)),
    );
  });
});

describe('the name of a sheet', () => {
  test.each(['Blad1', 'Sheet 2', 'Bewoners 2026', 'Wijkteam Noord', 'Export_juni', 'Toelichting'])(
    '%s is told',
    (name) => {
      expect(findPlainSheetName(name)).toBe(name);
    },
  );

  test.each(['Jansen', 'Mevr. Proef', 'Blad Jansen', 'BSN 111222333', '0612345678', ''])('%j is not', (name) => {
    expect(findPlainSheetName(name)).toBeUndefined();
  });
});
