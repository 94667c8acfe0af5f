import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findHeaderRow, headersOf, isPersonAbove, repeatsHeaders } from '../../../shared/intake/header-row.ts';

const people = [
  ['Proef', '1234 AB', '06-89001122'],
  ['Toets', '1234 AC', '06-89001123'],
];

describe('the header row', () => {
  test.each<[string, string[][], number | undefined]>([
    [
      'under titles',
      [['Lijst van bewoners'], ['Peildatum', '1-1-2026'], ['Achternaam', 'Postcode', 'Mobiel'], ...people],
      2,
    ],
    ['absent when the first row is a person', people, undefined],
    [
      'absent for a person whose town is called like a header',
      [['Proef', 'Stad', '06-89001122'], ...people],
      undefined,
    ],
    [
      'absent where values are words that headers have too',
      [
        ['Proef', 'overleden', 'telefoon'],
        ['Toets', 'overleden', 'telefoon'],
      ],
      undefined,
    ],
    ['one of unknown words over numbers and addresses', [['Wie', 'Waar', 'Hoe'], ...people], 0],
    [
      'one with a single known word',
      [
        ['Achternaam', 'Iets'],
        ['Proef', 'x'],
      ],
      0,
    ],
    [
      'the second of two rows',
      [
        ['Naam', 'Adres', '', ''],
        ['', 'Straat', 'Nr', 'Postcode'],
        ['Proef', 'Dorpsstraat', '1', '1234 AB'],
      ],
      1,
    ],
    [
      'the first, when the second is a person',
      [
        ['Naam', 'Nieuws', 'Kanalen', 'Postcode'],
        ['Proef', 'overleden', 'telefoon', ''],
      ],
      0,
    ],
  ])('is %s', (_, rows, expected) => {
    expect(findHeaderRow(rows)).toBe(expected);
  });

  it('is not a row with an address, number or day in most of its cells, whatever the words are', () => {
    const value = fc.constantFrom('a@example.org', '06-89001122', '1957-03-12', '1234 AB', '12345');
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 2, maxLength: 6 }),
        fc.constantFrom('Team', 'Naam', 'Proef'),
        (values, word) => {
          expect(findHeaderRow([[word, ...values]])).toBeUndefined();
        },
      ),
    );
  });
});

describe('headers over several columns', () => {
  it('stand over their neighbours, as far as the next one', () => {
    const { groups } = headersOf([
      ['Cliënt', '', 'Behandelaar', ''],
      ['Naam', 'Telefoon', 'Naam', 'Telefoon'],
    ]);
    expect(groups).toEqual(['Cliënt', 'Cliënt', 'Behandelaar', 'Behandelaar']);
  });

  it('are no title: that stands at the left, alone', () => {
    expect(headersOf([['Cliënten van consulent Proef'], ['Naam', 'Telefoon']]).groups).toEqual([]);
    expect(
      headersOf([
        ['', '', 'Behandelaar'],
        ['Naam', 'Postcode', 'Telefoon'],
      ]).groups,
    ).toEqual(['', '', 'Behandelaar']);
  });
});

describe('rows beside the headers', () => {
  const headers = headersOf([['Achternaam', 'Postcode', 'Mobiel'], ...people]);

  it('say the headers again, or are people', () => {
    expect(repeatsHeaders(['Achternaam', 'Postcode', 'Mobiel'], headers)).toBe(true);
    expect(repeatsHeaders(['ACHTERNAAM', 'postcode', ''], headers)).toBe(true);
    expect(repeatsHeaders(['Achternaam', '1234 AB', ''], headers)).toBe(false);
    expect(repeatsHeaders(['Achternaam', '', ''], headers)).toBe(false);
  });

  it('above are titles, unless they are as wide as the list and hold an address or number', () => {
    expect(isPersonAbove(['Lijst'], headers)).toBe(false);
    expect(isPersonAbove(['Peildatum', '1-1-2026'], headers)).toBe(false);
    expect(isPersonAbove(people[0]!, headers)).toBe(true);
  });
});

test('finding headers never throws', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('Naam', 'Adres', 'Nr', '', '__proto__'),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      const headers = headersOf(rows);
      for (const row of rows) repeatsHeaders(row, headers);
    }),
  );
});
