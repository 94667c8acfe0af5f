import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { findExtract, type Sheet } from '../../../shared/intake/extract.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';

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
