import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { isNetherlands, readAnyPostcode, readPostcode } from '../../../shared/intake/read-postcode.ts';

test.each<[string, string | undefined, string | undefined, string | undefined]>([
  // cell, country beside it, postcode, country of the code
  ['1234ab', undefined, '1234 AB', undefined],
  ['1234-AB', undefined, '1234 AB', undefined],
  ['1234  ab', undefined, '1234 AB', undefined],
  ['NL-1234 AB', undefined, '1234 AB', undefined],
  ['1234 AB', 'Nederland', '1234 AB', undefined],
  ['B-1000', undefined, '1000', 'België'],
  ['BE 1000', undefined, '1000', 'België'],
  ['D-50667', undefined, '50667', 'Duitsland'],
  ['L-1234', undefined, '1234', 'Luxemburg'],
  ['SW1A 1AA', undefined, 'SW1A 1AA', 'Verenigd Koninkrijk'],
  ['1000', 'België', '1000', undefined],
  ['50667', 'Duitsland', '50667', undefined],
  ['B-1000', 'België', '1000', 'België'],
  // Could be anywhere.
  ['1000', undefined, undefined, undefined],
  ['50667', undefined, undefined, undefined],
  ['1000', 'Nederland', undefined, undefined],
  ['1234 SS', undefined, undefined, undefined],
  ['0234 AB', undefined, undefined, undefined],
  ['B-50667', undefined, undefined, undefined],
])('%s beside %s is %s in %s', (text, beside, postcode, country) => {
  const expected = postcode === undefined ? undefined : { postcode, ...(country === undefined ? {} : { country }) };
  expect(readAnyPostcode(text, beside)).toEqual(expected);
});

it('law: a Dutch postcode comes out in one form, however it is typed', () => {
  const code = fc.record({ digits: fc.integer({ min: 1000, max: 9999 }), letters: fc.stringMatching(/^[A-Z]{2}$/) });
  fc.assert(
    fc.property(
      code,
      fc.constantFrom('', ' ', '-', '.', '  '),
      fc.boolean(),
      ({ digits, letters }, between, isLower) => {
        const typed = `${digits}${between}${isLower ? letters.toLowerCase() : letters}`;
        expect(readPostcode(typed)).toBe(/^S[ADS]$/.test(letters) ? undefined : `${digits} ${letters}`);
      },
    ),
  );
});

it('law: without a country, digits alone are never a postcode', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{4,5}$/), (digits) => {
      expect(readAnyPostcode(digits)).toBeUndefined();
    }),
  );
});

test.each(['NL', 'Nederland', 'nederland ', 'The Netherlands', '6030'])('%s is the Netherlands', (country) => {
  expect(isNetherlands(country)).toBe(true);
});
