import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  numbersIn,
  passesElevenTest,
  withoutCitizenServiceNumbers,
} from '../../../shared/intake/citizen-service-number.ts';
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
    [9, 0, true],
    [5, 0, true],
    [4, 0, false],
    [8, 1, false],
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

  it('is recognised in a short list only by numbers that differ', () => {
    const [one, two, three, four, five] = numbers(5, true) as [string, string, string, string, string];
    expect(findCitizenServiceNumbers(columnOf([one, two, three, four, one, two, three, four]))).toBeUndefined();
    expect(findCitizenServiceNumbers(columnOf([one, two, three, four, one, five]))?.recognisedBy).toBe('content');
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

describe('however a column is written', () => {
  const passing = numbers(40, true, 123_000_000);
  const found = (values: readonly string[]) => findCitizenServiceNumbers(columnOf(values))?.recognisedBy;

  test.each<[string, (number: string) => string]>([
    ['with a nought behind the point', (n) => `${n}.0`],
    ['with noughts behind the comma', (n) => `${n},00`],
    ['with a quote before it', (n) => `'${n}`],
    ['between quotes', (n) => `"${n}"`],
    ['with dots', (n) => n.replace(/(\d{4})(\d{2})(\d{3})/, '$1.$2.$3')],
    ['with spaces', (n) => n.replace(/(\d{3})(\d{3})(\d{3})/, '$1 $2 $3')],
    ['with hyphens', (n) => n.replace(/(\d{3})(\d{3})(\d{3})/, '$1-$2-$3')],
    ['with hard spaces', (n) => n.replace(/(\d{3})(\d{3})(\d{3})/, '$1\u00a0$2\u00a0$3')],
    ['as a spreadsheet shows it in a narrow column', (n) => `${n[0]}.${n.slice(1)}E+8`],
    ['behind a word', (n) => `BSN ${n}`],
    ['behind a name', (n) => `Proef (${n})`],
    ['as the VAT number of a sole trader', (n) => `NL${n}B01`],
    ['beside a telephone number', (n) => `${n} / 06-12345678`],
  ])('it is recognised %s', (_, written) => {
    expect(found(passing.map(written))).toBe('content');
  });

  it('is recognised with several in a cell', () => {
    expect(found(passing.slice(0, 12).map((n, i) => `${n}; ${passing[i + 20]}`))).toBe('content');
    expect(found(passing.slice(0, 12).map((n, i) => `${n} ${passing[i + 20]}`))).toBe('content');
  });

  it('is recognised with eight digits', () => {
    const eight = numbers(40, true, 20_050_000).filter((n) => !/^(19|20)/.test(n));
    const more = numbers(40, true, 31_050_000);
    expect(found([...eight, ...more])).toBe('content');
    expect(found(more.map((n) => n.replace(/(\d{4})(\d{2})(\d{2})/, '$1 $2 $3')))).toBe('content');
  });

  it('is recognised lower in a column that begins with other numbers', () => {
    const others = numbers(500, false);
    expect(found(others)).toBeUndefined();
    expect(found([...others, ...passing.slice(0, 20)])).toBe('content');
    expect(found([...others.map((n) => `Dossier ${n.slice(0, 5)}`), ...passing.slice(0, 10)])).toBe('content');
  });
});

describe('its header, wherever it stands', () => {
  const number = numbers(1, true)[0]!;
  test.each<[string, string[][]]>([
    [
      'above the header row',
      [
        ['', '', 'BSN'],
        ['Achternaam', 'Postcode', ''],
        ['Proef', '1234 AB', ''],
      ],
    ],
    [
      'over two rows',
      [
        ['Achternaam', 'Postcode', 'Burger'],
        ['', '', 'servicenummer'],
        ['Proef', '1234 AB', ''],
      ],
    ],
    [
      'in the second of two rows',
      [
        ['Naam', 'Adres', '', ''],
        ['', 'Straat', 'Nr', 'BSN'],
        ['Proef', 'Dorpsstraat', '1', ''],
      ],
    ],
    [
      'in a header row half-way',
      [
        ['Achternaam', 'Postcode', 'Nr'],
        ['Proef', '1234 AB', '1'],
        ['Achternaam', 'Postcode', 'BSN'],
        ['Toets', '1234 AB', ''],
      ],
    ],
    [
      'half-way over a number',
      [
        ['Achternaam', 'Nr'],
        ['Proef', '1'],
        ['', 'BSN'],
        ['Toets', number],
      ],
    ],
    [
      'beside a number, as on a form',
      [
        ['Achternaam', 'Proef', ''],
        ['BSN', number, ''],
      ],
    ],
    ['without any row under it', [['Achternaam', 'Postcode', 'bsn_nr']]],
  ])('is found %s', (_, rows) => {
    expect(findCitizenServiceNumbers(rows)?.recognisedBy).toBe('header');
  });

  test.each<[string, string[][]]>([
    [
      'a remark',
      [
        ['Achternaam', 'Opmerking'],
        ['Proef', 'BSN klopt niet'],
        ['Toets', 'x'],
      ],
    ],
    ['a title that says it is left out', [['Lijst zonder BSN'], ['Achternaam', 'Postcode'], ['Proef', '1234 AB']]],
    [
      'a word among people',
      [
        ['Achternaam', 'Opmerking'],
        ['Proef', 'x'],
        ['Toets', 'bsn'],
      ],
    ],
  ])('is not %s', (_, rows) => {
    expect(findCitizenServiceNumbers(rows)).toBeUndefined();
  });

  test.each([
    'b.s.n.',
    'Burgerservicenr',
    'Burger Service Nr.',
    'sofi',
    'SoFi-nummer',
    'BSN cliënt',
    'bsn_nr',
    'Client BSN',
    'BSN1',
    'Sociaal-fiscaalnummer',
  ])('%s announces it', (header) => {
    expect(isCitizenServiceNumberHeader(header)).toBe(true);
  });

  test.each([
    'A-nummer',
    'Anummer',
    'V-nummer',
    'RSIN',
    'KvK',
    'Sofiastraat',
    'Burgemeester',
    'Absent',
    'Sociaal team',
  ])('%s does not', (header) => {
    expect(isCitizenServiceNumberHeader(header)).toBe(false);
  });
});

describe('false alarms', () => {
  const found = (header: string, values: readonly string[]) =>
    findCitizenServiceNumbers([['Naam', header], ...values.map((value) => ['x', value])]);

  it('do not come from one number of an organisation in every row, when the header says what it is', () => {
    const [one] = numbers(1, true, 12_000_000);
    expect(found('KvK-nummer', Array(30).fill(one))).toBeUndefined();
    expect(found('Telefoon', Array(30).fill(one))).toBeUndefined();
    // The control: under another header, or with as many numbers as there are people.
    expect(found('Kenmerk', Array(30).fill(one))?.recognisedBy).toBe('content');
    expect(found('KvK-nummer', numbers(30, true, 31_000_000))?.recognisedBy).toBe('content');
  });

  it('do not come from telephones, postcodes, accounts, days and numbers of any kind', () => {
    const column = fc.constantFrom<(n: number) => string>(
      (n) => `06${String(10_000_000 + n).slice(-8)}`,
      (n) => `06-${String(10_000_000 + n).slice(-8)}`,
      (n) => `6${String(10_000_000 + n).slice(-8)}`,
      (n) => `+316${String(10_000_000 + n).slice(-8)}`,
      (n) => `020-${String(1_000_000 + n).slice(-7)}`,
      (n) => `${1000 + (n % 9000)} AB ${n % 300}`,
      (n) =>
        `NL91 ABNA ${String(n)
          .padStart(8, '0')
          .replace(/(....)/g, '$1 ')}00`,
      (n) => `19${50 + (n % 50)}0${1 + (n % 9)}1${n % 10}`,
      (n) => String(10_000_000 + n),
      (n) => `C-${2020 + (n % 6)}-${String(n).padStart(6, '0')}`,
    );
    fc.assert(
      fc.property(column, fc.array(fc.nat(9_999_999), { minLength: 30, maxLength: 60 }), (written, ns) => {
        expect(found('Kenmerk', [...new Set(ns)].map(written))).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe('a single number in a text', () => {
  test.each([
    ['bsn 111222333', 'bsn •••••••••'],
    ['BSN111222333 graag', 'BSN••••••••• graag'],
    ['111 222 333', '••• ••• •••'],
    ['kamer 4 111222333', 'kamer 4 •••••••••'],
    ['123456782 en 111222333', '••••••••• en •••••••••'],
    ['NL111222333B01', 'NL•••••••••B01'],
    ['１１１２２２３３３', '•••••••••'],
    ['111\u200b222333', '•••••••••'],
    ['06 111222333', '06 •••••••••'],
  ])('%j becomes %j', (text, left) => {
    expect(withoutCitizenServiceNumbers(text)).toBe(left);
  });

  test.each([
    'bel 06-12345672',
    '06 12345672',
    '(020) 1234567',
    '+31 6 12345672',
    'NL91ABNA0417164300',
    '12-03-1957',
    '2026-01-05',
    '20260105',
    '1234 AB 12',
    '123456789',
  ])('%j stays', (text) => {
    expect(withoutCitizenServiceNumbers(text)).toBe(text);
  });

  it('law: wherever it stands in a text, its digits are gone and the rest is as it was', () => {
    const number = fc.integer({ min: 30_000_000, max: 999_999_999 }).map(String).filter(passesElevenTest);
    const written = fc.constantFrom<(n: string) => string>(
      (n) => n,
      (n) => (n.length === 9 ? `${n.slice(0, 3)} ${n.slice(3, 6)} ${n.slice(6)}` : n),
      (n) => (n.length === 9 ? `${n.slice(0, 4)}.${n.slice(4, 6)}.${n.slice(6)}` : n),
      (n) => `${n.slice(0, 4)}-${n.slice(4)}`,
    );
    const around = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\p{N}\p{Cf}A-Z+]/gu, 'x'));
    fc.assert(
      fc.property(number, written, around, around, (digits, write, before, behind) => {
        const left = withoutCitizenServiceNumbers(`${before} ${write(digits)} ${behind}`);
        expect(left.replaceAll(/[^\d]/g, '')).toBe('');
        expect(left.startsWith(before)).toBe(true);
        expect(left.endsWith(behind)).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('law: what is left holds no number that would still be masked, and nothing throws', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d ./x-]{0,60}$/));
    fc.assert(
      fc.property(text, (typed) => {
        const left = withoutCitizenServiceNumbers(typed);
        expect(withoutCitizenServiceNumbers(left)).toBe(left);
        for (const { digits } of numbersIn(left)) expect(passesElevenTest(digits)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});
