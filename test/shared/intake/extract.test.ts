import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { findExtract, type Sheet } from '../../../shared/intake/extract.ts';
import { type ContactField, contactFields } from '../../../shared/study/contact-data.ts';
import { workedMs } from '../../worked.ts';

const sheet = (...rows: string[][]): Sheet => ({ name: '', hidden: false, rows });
const hidden = (...rows: string[][]): Sheet => ({ name: '', hidden: true, rows });
const today = day('2026-06-01');
const all = { allowed: contactFields, today };

function extractOf(sheets: readonly Sheet[], ask: Parameters<typeof findExtract>[1] = all) {
  const found = findExtract(sheets, ask);
  if (found.kind !== 'extract') throw new Error(found.kind);
  return found.extract;
}

describe('an extract', () => {
  it('has the filled cells by field, with the row numbers of the spreadsheet', () => {
    const { rows } = extractOf([
      sheet(['Lijst van 2026'], [], ['Achternaam', 'E-mail'], ['Proef', ''], ['', ''], ['Toets', 'a@example.org']),
    ]);
    expect(rows).toEqual([
      { row: 4, values: { surname: 'Proef' } },
      { row: 6, values: { surname: 'Toets', email: 'a@example.org' } },
    ]);
  });

  it('never holds a value of a column that is not allowed or not recognised', () => {
    const file = [sheet(['Achternaam', 'E-mail', 'Hulpvraag'], ['Proef', 'kanarie@example.org', 'Kanarie'])];
    // The control: allowed, the first canary is there.
    expect(JSON.stringify(extractOf(file))).toContain('kanarie');
    const narrow = extractOf(file, { allowed: ['surname'], today });
    expect(JSON.stringify(narrow).toLowerCase()).not.toContain('kanarie');
    expect(narrow.columns.map((column) => column.becomes)).toEqual(['surname', 'not-allowed', 'not-recognised']);
  });

  it('joins the parts of a house number', () => {
    const file = [sheet(['Straat', 'Huisnummer', 'Huisletter', 'Toevoeging'], ['Teststraat', '12', 'a', '2'])];
    expect(extractOf(file).rows[0]!.values.houseNumber).toBe('12 a 2');
  });

  it('reads a yes under Bezwaar as an objection, and a no as nothing', () => {
    const file = [sheet(['Achternaam', 'Bezwaar'], ['Proef', 'ja'], ['Toets', 'nee'])];
    expect(extractOf(file).rows.map((row) => row.values.consent)).toEqual(['bezwaar', undefined]);
  });

  it('is that of the first visible sheet with content; the number of others is told', () => {
    const {
      rows,
      sheet: read,
      sheets,
    } = extractOf([
      hidden(['Achternaam', 'Plaats'], ['Verborgen', 'x']),
      sheet(),
      sheet(['Achternaam', 'Plaats'], ['Proef', 'x']),
      sheet(['Toelichting', 'x'], ['y', 'z']),
    ]);
    expect(rows[0]!.values.surname).toBe('Proef');
    expect(read).toBe(3);
    expect(sheets.map(({ sheet: nr }) => nr)).toEqual([1, 3, 4]);
  });

  it('is empty without a header row or without rows', () => {
    for (const file of [[], [sheet()], [sheet(['Achternaam', 'Plaats'])], [hidden(['a', 'b'], ['c', 'd'])]])
      expect(findExtract(file, all)).toEqual({ kind: 'empty' });
  });
});

describe('a citizen service number', () => {
  const file = (...sheets: Sheet[]) => findExtract(sheets, { allowed: ['surname'], today });

  it('is found in any column and on any sheet, hidden ones too', () => {
    expect(file(sheet(['Achternaam', 'Plaats', 'BSN'], ['Proef', 'x', '']))).toEqual({
      kind: 'citizen-service-number',
      sheet: 1,
      found: { column: 'C', recognisedBy: 'header' },
    });
    const numbers = Array.from({ length: 12 }, () => ['', '', '111222333']);
    expect(file(sheet(['Achternaam', 'Plaats'], ['Proef', 'x']), hidden(...numbers))).toEqual({
      kind: 'citizen-service-number',
      sheet: 2,
      found: { column: 'C', recognisedBy: 'content' },
    });
  });
});

describe('the headers of a list', () => {
  it('may stand over two rows, and over several columns', () => {
    const { rows, headerRow, columns } = extractOf([
      sheet(
        ['Cliënt', '', 'Adres', '', 'Behandelaar', ''],
        ['Naam', 'Telefoon', 'Straat', 'Nr', 'Naam', 'Telefoon'],
        ['Wal, A. van der', '06-89001122', 'Dorpsstraat', '12', 'B. Ander', '06-89001133'],
      ),
    ]);
    expect(headerRow).toBe(2);
    expect(rows).toEqual([
      {
        row: 3,
        values: {
          initials: 'A.',
          prefix: 'van der',
          surname: 'Wal',
          phone: '06-89001122',
          street: 'Dorpsstraat',
          houseNumber: '12',
        },
      },
    ]);
    expect(columns.slice(4)).toEqual([
      { column: 'E', header: 'Behandelaar Naam', hidden: false, becomes: 'not-recognised' },
      { column: 'F', header: 'Behandelaar Telefoon', hidden: false, becomes: 'not-recognised' },
    ]);
  });

  it('may be said again half-way, and no person is taken for them', () => {
    const header = ['Achternaam', 'Postcode', 'Telefoon'];
    const { rows } = extractOf([
      sheet(['Vroege', '1234 AA', '06-89001100'], header, ['Proef', '1234 AB', ''], header, [
        'Toets',
        '',
        '06-89001122',
      ]),
    ]);
    expect(rows.map(({ row }) => row)).toEqual([1, 3, 5]);
    expect(rows[0]!.values).toEqual({ surname: 'Vroege', postcode: '1234 AA', phone: '06-89001100' });
  });

  it('may not be there: then everyone is a person, and columns are only suggested', () => {
    const people = [1, 2, 3, 4, 5, 6].map((nr) => [
      `A. Proef-${'abcdefg'[nr]}`,
      `p${nr}@example.org`,
      `06-8900110${nr}`,
    ]);
    const { rows, columns, ...extract } = extractOf([sheet(...people)]);
    expect(extract.headerRow).toBeUndefined();
    expect(rows).toEqual(people.map((_, index) => ({ row: index + 1, values: {} })));
    expect(columns.map(({ becomes, looksLike, header }) => [becomes, looksLike, header])).toEqual([
      ['not-recognised', 'wholeName', undefined],
      ['not-recognised', 'email', undefined],
      ['not-recognised', 'phone', undefined],
    ]);
    const chosen = extractOf([sheet(...people)], { ...all, map: { A: 'wholeName', B: 'email' } });
    expect(chosen.rows[0]).toEqual({ row: 1, values: { initials: 'A.', surname: 'Proef-b', email: 'p1@example.org' } });
  });

  it('lose nobody, whatever the rows are', () => {
    const cell = fc.oneof(
      fc.constantFrom('Proef', 'a@example.org', '06-89001122', '1234 AB', '', 'ja', 'Stad', 'telefoon', 'x y'),
      fc.string({ maxLength: 5 }).map((text) => text.trim()),
    );
    const person = fc.array(cell, { minLength: 2, maxLength: 5 }).map((cells) => [...cells, '06-89001122']);
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 8 }), fc.boolean(), (people, hasHeaders) => {
        const list = hasHeaders ? [['Achternaam', 'E-mail', 'Postcode'], ...people] : people;
        const found = findExtract([sheet(...list)], all);
        if (found.kind === 'extract') expect(found.extract.rows).toHaveLength(people.length);
      }),
    );
  });
});

describe('what else tells of a column', () => {
  const people = [1, 2, 3, 4, 5].map((nr) => [`Proef-${'abcdef'[nr]}`, `06-8900110${nr}`, `p${nr}@example.org`]);
  const file = [sheet(['Achternaam', 'Bereikbaar', 'Telefoon consulent'], ...people)];
  const becomes = (ask: Partial<Parameters<typeof findExtract>[1]>) =>
    extractOf(file, { ...all, ...ask }).columns.map(({ becomes: what, by, looksLike }) => [what, by, looksLike]);

  it('is how its cells look, as a suggestion; not of someone else, and not what is not allowed', () => {
    expect(becomes({})).toEqual([
      ['surname', 'header', undefined],
      ['not-recognised', undefined, 'phone'],
      ['not-recognised', undefined, undefined],
    ]);
    expect(becomes({ allowed: ['surname'] })[1]).toEqual(['not-recognised', undefined, undefined]);
    expect(JSON.stringify(extractOf(file).rows)).not.toContain('8900110');
  });

  it('is what was remembered, over the header; and what a person chose, over both', () => {
    const remembered = { bereikbaar: 'mobile', achternaam: 'not-read' } as const;
    expect(becomes({ remembered }).slice(0, 2)).toEqual([
      ['not-recognised', 'remembered', undefined],
      ['mobile', 'remembered', undefined],
    ]);
    expect(becomes({ remembered, map: { B: 'phone', A: 'surname' } }).slice(0, 2)).toEqual([
      ['surname', 'chosen', undefined],
      ['phone', 'chosen', undefined],
    ]);
    expect(becomes({ remembered, allowed: ['surname'] })[1]).toEqual(['not-allowed', 'remembered', undefined]);
  });

  it('never makes a number that a law gives be read', () => {
    const numbers = [sheet(['Achternaam', 'A-nummer'], ['Proef', '1234567890'])];
    const { columns, rows } = extractOf(numbers, { ...all, map: { B: 'clientNumber' } });
    expect(columns[1]!.becomes).toBe('not-allowed');
    expect(rows[0]!.values).toEqual({ surname: 'Proef' });
  });

  it('is whether it is hidden, as rows are', () => {
    const { columns, hiddenRows } = extractOf([{ ...file[0]!, hiddenColumns: [1], hiddenRows: [1, 3, 9] }]);
    expect(columns.map(({ hidden: isHidden }) => isHidden)).toEqual([false, true, false]);
    expect(hiddenRows).toBe(1);
  });
});

describe('what a column as a whole tells', () => {
  const column = (header: string, cells: readonly string[], allowed: readonly ContactField[] = contactFields) =>
    extractOf([sheet(['Achternaam', header], ...cells.map((cell) => ['Proef', cell]))], { ...all, allowed }).rows.map(
      ({ values: { surname: _, ...values } }) => Object.values(values)[0],
    );

  it('is that its days have the month first: then none of them is guessed', () => {
    const american = ['3/13/1957', '3/12/1957', '5/5/1957', '12/31/1957'];
    expect(column('Geboortedatum', american)).toEqual(['3/13/1957', '?', '1957-05-05', '12/31/1957']);
    expect(column('Geboortedatum', american, ['surname', 'birthYear'])).toEqual(['?', '1957', '1957', '?']);
    expect(column('Datum toestemming', ['3/13/2026', '3/12/2026'])).toEqual(['3/13/2026', '?']);
    // One slip among Dutch days is none.
    expect(column('Geboortedatum', ['13/3/1957', '14/3/1957', '3/13/1957', '3/12/1957'])[3]).toBe('1957-12-03');
  });

  it('is that its sexes are noughts and ones, which could be either', () => {
    expect(column('Geslacht', ['1', '2', '1'])).toEqual(['1', '2', '1']);
    expect(column('Geslacht', ['1', '0', 'v'])).toEqual(['?', '?', 'v']);
  });
});

describe('the sheet that is read', () => {
  const sheets = [
    { ...sheet(['Achternaam', 'Plaats'], ['Proef', 'x']), name: 'Bewoners 2026' },
    { ...sheet(['Achternaam', 'Plaats'], ['Toets', 'x'], ['Toets', 'y']), name: 'Jansen', hidden: true },
    sheet(),
  ];

  it('is the one that was asked for, hidden or not', () => {
    expect(extractOf(sheets, { ...all, sheet: 2 })).toMatchObject({ sheet: 2, rows: [{ row: 2 }, { row: 3 }] });
    expect(findExtract(sheets, { ...all, sheet: 3 })).toEqual({ kind: 'empty' });
    expect(findExtract(sheets, { ...all, sheet: 4 })).toEqual({ kind: 'sheet-unknown', sheet: 4 });
  });

  it('is the first shown one with people under a known header: one that explains the others is passed over', () => {
    const explains = [sheet(['Toelichting'], ['Alle bewoners.']), sheet(['Achternaam', 'Plaats'])];
    expect(extractOf([...explains, { ...sheets[0]!, hidden: true }, sheets[0]!]).sheet).toBe(4);
    // None has one: the first, in which a person chooses the columns.
    expect(extractOf([sheet(), sheet(['Proef', '9999 ZZ']), sheet(['Toets', '9999 ZX'])]).sheet).toBe(2);
  });

  it('is told with the others, by a name that is nobody’s', () => {
    expect(extractOf(sheets).sheets).toEqual([
      { sheet: 1, name: 'Bewoners 2026', hidden: false, rows: 2 },
      { sheet: 2, hidden: true, rows: 3 },
    ]);
  });
});

describe('a special category', () => {
  const file = (...headers: string[]) => [sheet(['Achternaam', 'Plaats', ...headers], ['Proef', 'x', 'y'])];

  it('refuses the file, on any sheet, unless the agreement lists it', () => {
    expect(findExtract(file('Diagnose'), all)).toEqual({
      kind: 'special-category',
      sheet: 1,
      column: 'C',
      category: 'health',
    });
    expect(findExtract([...file(), { ...file('Geloof')[0]!, hidden: true }], all)).toEqual({
      kind: 'special-category',
      sheet: 2,
      column: 'C',
      category: 'religion',
    });
    const listed = extractOf(file('Diagnose'), { ...all, specialCategories: ['health'] });
    expect(listed.columns[2]!.becomes).toBe('not-recognised');
    expect(findExtract(file('Diagnose', 'Geloof'), { ...all, specialCategories: ['health'] }).kind).toBe(
      'special-category',
    );
  });

  it('is found over several columns, and does not depend on a choice', () => {
    const rows = [
      ['Cliënt', '', 'Diagnose', ''],
      ['Achternaam', 'Plaats', 'Code', 'Datum'],
      ['Proef', 'x', 'y', 'z'],
    ];
    expect(findExtract([sheet(...rows)], { ...all, map: { C: 'not-read', D: 'not-read' } }).kind).toBe(
      'special-category',
    );
  });

  it('is not a word in the cells', () => {
    expect(findExtract([sheet(['Achternaam', 'Wat'], ['Proef', 'Diagnose'])], all).kind).toBe('extract');
  });
});

describe('a list made to take long', () => {
  const long = 20_000;
  const cells: Readonly<Record<string, string>> = {
    digits: '1 '.repeat(long),
    numbers: '111222333 '.repeat(long / 10),
    commas: 'a, '.repeat(long),
    words: 'van der '.repeat(long / 8),
    letters: 'x'.repeat(long),
    signs: `${'-'.repeat(long)}1`,
    address: `${'straat 1 a '.repeat(long / 10)}1234 AB`,
  };

  it.each(Object.keys(cells))('of %s is read in time, in any column', (kind) => {
    const headers = [
      'Naam',
      'Adres',
      'Postcode',
      'Geboortedatum',
      'Notitie',
      'Telefoon',
      'Kanalen',
      'Vertegenwoordiging',
    ];
    const rows = Array.from({ length: 4 }, () => headers.map(() => cells[kind]!));
    const took = workedMs(() => findExtract([sheet(headers, ...rows), hidden(...rows)], all));
    expect(took).toBeLessThan(5_000);
  });

  it('because every row speaks of the number is read in time', () => {
    const rows = Array.from({ length: 50_000 }, () => ['Proef', 'BSN ontbreekt', 'sofi onbekend']);
    const took = workedMs(() => {
      expect(findExtract([sheet(['Achternaam', 'Opmerking', 'Nr'], ...rows)], all).kind).toBe('extract');
    });
    expect(took).toBeLessThan(5_000);
  });
});

describe('hostile headers', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '', 'Achternaam', 'E-mail'];

  it('are names like any other, and change nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 8 }), (headers) => {
        const found = findExtract(
          [
            sheet(
              headers,
              headers.map(() => 'waarde'),
            ),
          ],
          { ...all, map: JSON.parse('{"__proto__":"email"}') },
        );
        expect(Object.keys(Object.prototype)).toEqual([]);
        if (found.kind !== 'extract') return;
        for (const { values } of found.extract.rows)
          for (const field of Object.keys(values)) expect(contactFields).toContain(field);
      }),
    );
  });
});

describe('a line with more cells than headers', () => {
  const lines = (name: string) => [
    {
      name,
      hidden: false,
      rows: [
        ['Achternaam', 'Telefoon', 'Bezwaar'],
        ['Proef', '0689000001', 'nee'],
        ['Toets', '', '', 'ja'],
        ['Verzonnen', '0689000003', '', '', ''],
      ],
    },
  ];
  const consentsOf = (name: string) => {
    const found = findExtract(lines(name), { allowed: contactFields, today: day('2026-06-01') });
    return found.kind === 'extract' ? found.extract.rows.map(({ values }) => values.consent) : [];
  };

  it('is out of step in a text file: what it says of consent cannot be read, and nobody comes in by it', () => {
    expect(consentsOf('')).toEqual([undefined, '?', undefined]);
    // Beside a list in a workbook somebody wrote something.
    expect(consentsOf('Blad1')).toEqual([undefined, undefined, undefined]);
  });
});
