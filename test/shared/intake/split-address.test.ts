import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { type AddressParts, splitAddress, splitPlace, splitStreet } from '../../../shared/intake/split-address.ts';

const order = ['street', 'houseNumber', 'postcode', 'town', 'country'] as const;
const inWords = (parts: Partial<AddressParts>) => order.map((part) => parts[part] ?? '').join(' | ');

test.each([
  ['Dorpsstraat 12 a, 1234 AB Utrecht', 'Dorpsstraat | 12 a | 1234 AB | Utrecht | '],
  ['Dorpsstraat 12 1234AB Utrecht', 'Dorpsstraat | 12 | 1234AB | Utrecht | '],
  ['Dorpsstraat 12\n1234 AB Utrecht', 'Dorpsstraat | 12 | 1234 AB | Utrecht | '],
  ['1234 AB Utrecht, Dorpsstraat 12', 'Dorpsstraat | 12 | 1234 AB | Utrecht | '],
  ['1234 AB 12', ' | 12 | 1234 AB |  | '],
  ['Dorpsstraat 12, Utrecht', 'Dorpsstraat | 12 |  | Utrecht | '],
  ['1e Helmersstraat 12-3', '1e Helmersstraat | 12-3 |  |  | '],
  ['Plein 1944 nr 5', 'Plein 1944 | 5 |  |  | '],
  ['Plein 1944 nr 5, 6511 AB Nijmegen', 'Plein 1944 | 5 | 6511 AB | Nijmegen | '],
  ['Plein 1944', 'Plein 1944 |  |  |  | '],
  ['Plein 1944 5', 'Plein 1944 5 |  |  |  | '],
  ['Postbus 12', 'Postbus | 12 |  |  | '],
  ['Van der Waalsstraat 3 hs', 'Van der Waalsstraat | 3 hs |  |  | '],
  ['Dorpsstraat 12 bis A', 'Dorpsstraat | 12 bis A |  |  | '],
  ['Dorpsstraat 12A-2', 'Dorpsstraat | 12A-2 |  |  | '],
  ['Dorpsstraat 12 III', 'Dorpsstraat | 12 III |  |  | '],
  ['Dorpsstraat t/o 5', 'Dorpsstraat | t/o 5 |  |  | '],
  ['Kerkstraat 12 (achter)', 'Kerkstraat 12 (achter) |  |  |  | '],
  ['Dorpsstraat', 'Dorpsstraat |  |  |  | '],
  ['Rue de la Loi 16, B-1000 Brussel', 'Rue de la Loi | 16 | B-1000 | Brussel | '],
  ['Rue de la Loi 16, 1000 Brussel', 'Rue de la Loi | 16 | 1000 | Brussel | '],
  ['Hauptstraße 5, D-50667 Köln, Duitsland', 'Hauptstraße | 5 | D-50667 | Köln | Duitsland'],
  ['12 Rue de Rivoli, 75001 Paris, Frankrijk', 'Rue de Rivoli | 12 | 75001 | Paris | Frankrijk'],
])('%j is %j', (text, parts) => {
  expect(inWords(splitAddress(text))).toBe(parts);
});

test.each([
  ['1234 AB Utrecht', '1234 AB', 'Utrecht'],
  ["1234AB 's-Gravenhage", '1234AB', "'s-Gravenhage"],
  ['1234 AB, Utrecht', '1234 AB', 'Utrecht'],
  ['Utrecht 1234 AB', '1234 AB', 'Utrecht'],
  ['B-1000 Brussel', 'B-1000', 'Brussel'],
  ['Utrecht', undefined, 'Utrecht'],
  ['Dorpsstraat 12, 1234 AB Utrecht', undefined, undefined],
])('the place %j is %s and %s', (text, postcode, town) => {
  expect(splitPlace(text)).toMatchObject(
    Object.fromEntries(Object.entries({ postcode, town }).filter(([, value]) => value !== undefined)),
  );
  expect([splitPlace(text).postcode, splitPlace(text).town]).toEqual([postcode, town]);
});

describe('laws', () => {
  const street = fc.constantFrom(
    'Dorpsstraat',
    'Van der Waalsstraat',
    '1e Helmersstraat',
    'Lange Dreef',
    "'s-Gravenweg",
  );
  const number = fc.constantFrom('1', '12', '12 a', '12a', '12-3', '12 bis', '120', '7 hs');
  const place = fc.record({
    postcode: fc.constantFrom('1234 AB', '1234AB', '9999 ZZ'),
    town: fc.constantFrom('Utrecht', 'Den Haag', "'s-Gravenhage", 'Bergen op Zoom'),
  });

  it('what is put together comes apart again', () => {
    fc.assert(
      fc.property(
        street,
        number,
        place,
        fc.constantFrom(', ', '\n', ' , '),
        (name, houseNumber, { postcode, town }, between) => {
          const expected = { street: name, houseNumber, postcode, town, isDivided: true };
          expect(splitAddress(`${name} ${houseNumber}${between}${postcode} ${town}`)).toEqual(expected);
          expect(splitAddress(`${postcode} ${town}${between}${name} ${houseNumber}`)).toEqual(expected);
          expect(splitStreet(`${name} ${houseNumber}`)).toEqual({ street: name, houseNumber });
        },
      ),
    );
  });

  it('no letter or digit is lost, whatever the text is', () => {
    const letters = (text: string) => [...text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase()].sort().join('');
    const words = fc.array(
      fc.constantFrom(
        'Plein',
        '1944',
        'nr',
        '5',
        ',',
        '1234',
        'AB',
        'Utrecht',
        'Dorpsstraat',
        '12',
        'a',
        'B-1000',
        '\n',
        'Duitsland',
        '(x)',
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          words.map((each) => each.join(' ')),
          fc.string({ unit: 'grapheme' }),
        ),
        (text) => {
          const { isDivided, ...parts } = splitAddress(text);
          const kept = letters(Object.values(parts).join(''));
          // 'nr' before a house number says what it is, and is no part of it.
          expect([letters(text), letters(text.replace(/\b(nr|no|nummer|huisnr|huisnummer)\b\.?/i, ''))]).toContain(
            kept,
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('nothing throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        splitAddress(text);
        splitPlace(text);
        splitStreet(text);
      }),
    );
  });
});
