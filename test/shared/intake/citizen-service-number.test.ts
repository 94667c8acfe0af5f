import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { passesElevenTest } from '../../../shared/intake/citizen-service-number.ts';
import {
  findCitizenServiceNumbers,
  isCitizenServiceNumberHeader,
} from '../../../shared/intake/citizen-service-number-column.ts';

/** The `count` first numbers from `from` that pass, or that do not. */
function numbers(count: number, passing: boolean, from = 100_000_000): readonly string[] {
  const found: string[] = [];
  for (let number = from; found.length < count; number += 1)
    if (passesElevenTest(String(number)) === passing) found.push(String(number));
  return found;
}

function columnOf(values: readonly string[]): readonly (readonly string[])[] {
  return [['Naam', 'Kenmerk'], ...values.map((value) => ['x', value])];
}

describe('the eleven-test', () => {
  test.each(['111222333', '123456782', '249566758', '999990019', '12345672'])('passes %s', (digits) => {
    expect(passesElevenTest(digits)).toBe(true);
  });

  test.each(['123456789', '000000000', '00000000', '', '1234567', '1112223330', '11122233a', ' 111222333'])(
    'does not pass %s',
    (digits) => {
      expect(passesElevenTest(digits)).toBe(false);
    },
  );

  it('lets eight digits through exactly when a zero before them does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000_000, max: 99_999_999 }), (number) => {
        expect(passesElevenTest(String(number))).toBe(passesElevenTest(`0${number}`));
      }),
    );
  });

  it('finds every single wrong digit', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const wrong = [...'249566758'].map((digit, i) => (i === at ? String((Number(digit) + shift) % 10) : digit));
        expect(passesElevenTest(wrong.join(''))).toBe(false);
      }),
    );
  });

  it('is passed by one in eleven of all numbers', () => {
    const from = 300_000_000;
    const passing = Array.from({ length: 11_000 }, (_, i) => passesElevenTest(String(from + i))).filter(Boolean).length;
    expect(passing / 11_000).toBeCloseTo(1 / 11, 2);
  });
});

describe('headers', () => {
  test.each([
    'BSN',
    'bsn',
    'Bsn-nummer',
    'BSN nr.',
    'BSN cliënt',
    'Cliënt BSN',
    'client_bsn',
    'clientBSN',
    'BSNnummer',
    'Burgerservicenummer',
    'burger service nummer',
    'Sofi',
    'sofinr',
    'SoFi-nummer',
    'Citizen service number',
  ])('%s announces the number', (header) => {
    expect(isCitizenServiceNumberHeader(header)).toBe(true);
  });

  test.each(['Cliëntnummer', 'Sofie', 'Sofia', 'Burgerlijke staat', 'Dossier', '', 'naam@bsn.example', 'x'.repeat(80)])(
    '%s does not',
    (header) => {
      expect(isCitizenServiceNumberHeader(header)).toBe(false);
    },
  );
});

describe('a column', () => {
  it('is recognised by its header, without any value', () => {
    expect(findCitizenServiceNumbers([['Naam', 'BSN']])).toEqual({ column: 'B', recognisedBy: 'header' });
  });

  it('is recognised by its header when it is the only column, stands under a title, or beside the header row', () => {
    expect(findCitizenServiceNumbers([['BSN'], ['x']])?.column).toBe('A');
    expect(findCitizenServiceNumbers([['Lijst'], [], ['Naam', 'Plaats', 'BSN']])?.column).toBe('C');
    expect(
      findCitizenServiceNumbers([
        ['Naam', 'Plaats'],
        ['x', 'y', '', 'BSN'],
        ['x', 'y', '', '1'],
      ])?.column,
    ).toBe('D');
  });

  it('is not recognised by a word further down', () => {
    expect(
      findCitizenServiceNumbers([
        ['Naam', 'Opmerking'],
        ['x', 'belt zelf'],
        ['y', 'BSN'],
      ]),
    ).toBeUndefined();
  });

  const passing = numbers(100, true);
  const failing = numbers(100, false);
  test.each([
    [10, 0, true],
    [9, 0, false],
    [8, 2, true],
    [7, 3, false],
    [80, 20, true],
    [79, 21, false],
  ])('with %i passing and %i other numbers of nine digits: found is %s', (pass, fail, isFound) => {
    // Spread evenly, so that no part of the column is denser than the whole.
    const values = Array.from({ length: pass + fail }, (_, i) =>
      Math.floor(((i + 1) * fail) / (pass + fail)) > Math.floor((i * fail) / (pass + fail)) ? failing[i]! : passing[i]!,
    );
    const rows = columnOf(values);
    const expected = isFound ? { column: 'B', recognisedBy: 'content' } : undefined;
    expect(findCitizenServiceNumbers(rows)).toEqual(expected);
  });

  it('is recognised among empty cells and other text, and however the number is written', () => {
    const written = passing
      .slice(0, 10)
      .flatMap((n) => ['', `${n.slice(0, 4)}.${n.slice(4, 6)}.${n.slice(6)}`, 'onbekend']);
    expect(findCitizenServiceNumbers(columnOf(written))?.recognisedBy).toBe('content');
    const spaced = passing.slice(0, 10).map((n) => `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}`);
    expect(findCitizenServiceNumbers(columnOf(spaced))?.recognisedBy).toBe('content');
  });

  it('makes no exception for a column that is taken for another field', () => {
    const rows = [['Naam', 'Telefoon'], ...passing.slice(0, 12).map((n) => ['x', n])];
    expect(findCitizenServiceNumbers(rows)).toEqual({ column: 'B', recognisedBy: 'content' });
  });

  it('is recognised without any header row', () => {
    expect(findCitizenServiceNumbers(passing.slice(0, 10).map((n) => ['x', n]))?.column).toBe('B');
  });

  it('is not recognised in a column with one and the same day, though its digits pass', () => {
    const days = Array.from({ length: 31 }, (_, i) => `202601${String(i + 1).padStart(2, '0')}`);
    const passingDay = days.find(passesElevenTest)!;
    // The control: other eight digits that pass are recognised.
    expect(findCitizenServiceNumbers(columnOf(Array(20).fill('12345672')))?.recognisedBy).toBe('content');
    const written = [passingDay, `${passingDay.slice(6)}-01-2026`, `2026-01-${passingDay.slice(6)}`];
    for (const value of written) expect(findCitizenServiceNumbers(columnOf(Array(20).fill(value)))).toBeUndefined();
  });

  it('is not recognised in telephone numbers, or in arbitrary numbers of nine digits', () => {
    expect(findCitizenServiceNumbers(columnOf(Array(20).fill('0612345678')))).toBeUndefined();
    const inOrder = Array.from({ length: 500 }, (_, i) => String(200_000_000 + 7 * i));
    expect(findCitizenServiceNumbers(columnOf(inOrder))).toBeUndefined();
  });
});
