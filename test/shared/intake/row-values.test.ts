import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { day } from '../../../shared/calendar.ts';
import { columnsRead } from '../../../shared/intake/column-map.ts';
import { unreadable } from '../../../shared/intake/read-column.ts';
import { type RowValues, rowReader } from '../../../shared/intake/row-values.ts';
import { type ContactField, contactFields } from '../../../shared/study/contact-data.ts';

const today = day('2026-11-02');

/** The values of one row under these headers. */
function read(
  row: Readonly<Record<string, string>>,
  allowed: readonly ContactField[] = contactFields,
  counts1904 = false,
): RowValues {
  const columns = columnsRead(Object.keys(row), 0, allowed);
  return rowReader(columns, { allowed, today, counts1904 })(Object.values(row)).values;
}
const without = (...fields: ContactField[]) => contactFields.filter((field) => !fields.includes(field));

describe('a whole name', () => {
  const row = { Naam: 'Mevr. A.B. van der Wal' };

  it('is divided over the fields that are allowed', () => {
    expect(read(row)).toEqual({ salutation: 'Mevr.', initials: 'A.B.', prefix: 'van der', surname: 'Wal' });
  });

  it('loses nothing of the name where its parts have no field, and tells no salutation that is not allowed', () => {
    expect(read(row, without('prefix'))).toEqual({ salutation: 'Mevr.', initials: 'A.B.', surname: 'van der Wal' });
    expect(read(row, ['surname'])).toEqual({ surname: 'A.B. van der Wal' });
    expect(read(row, without('surname'))).toEqual({});
  });

  it('leaves to a column of its own what that says', () => {
    expect(read({ 'Volledige naam': 'A. van der Wal', Voorletters: 'A.B.' })).toEqual({
      initials: 'A.B.',
      prefix: 'van der',
      surname: 'Wal',
    });
  });

  it('has its prefix behind a comma, as systems sort', () => {
    expect(read({ Voorletters: 'A.', Achternaam: 'Wal, van der' })).toEqual({
      initials: 'A.',
      prefix: 'van der',
      surname: 'Wal',
    });
    expect(read({ Achternaam: 'Wal, van der' }, ['surname'])).toEqual({ surname: 'van der Wal' });
    expect(read({ Achternaam: 'Wal, A.' })).toEqual({ surname: 'Wal, A.' });
    expect(read({ Achternaam: 'van der Wal' })).toEqual({ surname: 'van der Wal' });
    expect(read({ Achternaam: 'Wal, de', Tussenvoegsel: 'van' })).toEqual({ surname: 'Wal, de', prefix: 'van' });
  });

  it('is the surname under Naam beside initials', () => {
    expect(read({ Voorletters: 'A.B.', Tussenvoegsel: 'van der', Naam: 'Wal' })).toEqual({
      initials: 'A.B.',
      prefix: 'van der',
      surname: 'Wal',
    });
  });
});

describe('an address', () => {
  const whole = { Adres: 'Dorpsstraat 12 a, 1234 AB Waterhoven' };

  it('is divided over the fields that are allowed; the others stay in the reader', () => {
    expect(read(whole)).toEqual({
      street: 'Dorpsstraat',
      houseNumber: '12 a',
      postcode: '1234 AB',
      town: 'Waterhoven',
    });
    expect(read(whole, ['street'])).toEqual({ street: 'Dorpsstraat' });
    expect(read(whole, ['postcode'])).toEqual({ postcode: '1234 AB' });
    expect(read({ Straat: 'Dorpsstraat 12 a, 1234 AB Waterhoven' }, ['street'])).toEqual({ street: 'Dorpsstraat' });
  });

  it('that cannot be divided does not leave the reader, unless all of it may', () => {
    const vague = { Adres: 'Plein 1944 5 achter het park' };
    expect(read(vague)).toEqual({ street: 'Plein 1944 5 achter het park' });
    expect(read(vague, ['street', 'town'])).toEqual({ street: unreadable });
    expect(read({ Postcode: 'Dorpsstraat 12 in Waterhoven' }, ['postcode'])).toEqual({ postcode: unreadable });
  });

  it('has its number from a column of its own', () => {
    expect(read({ Adres: 'Plein 1944', Huisnummer: '5' })).toEqual({ street: 'Plein 1944', houseNumber: '5' });
    expect(read({ Straat: 'Dorpsstraat 12', Huisnummer: '12', Toevoeging: 'a' })).toEqual({
      street: 'Dorpsstraat',
      houseNumber: '12 a',
    });
    expect(read({ Adres: 'Dorpsstraat 12', Toevoeging: 'a' })).toEqual({ street: 'Dorpsstraat', houseNumber: '12 a' });
    expect(read({ Straat: 'Plein 1944', Huisnummer: '5' }, ['street'])).toEqual({ street: 'Plein 1944' });
  });

  it('has its postcode and town from one column or two', () => {
    const expected = { postcode: '1234 AB', town: 'Waterhoven' };
    expect(read({ 'Postcode / plaats': '1234 AB Waterhoven' })).toEqual(expected);
    expect(read({ Postcode: '1234 AB Waterhoven' })).toEqual(expected);
    expect(read({ Postcode: '1234 AB', Plaats: 'Waterhoven' })).toEqual(expected);
    expect(read({ 'Postcode / plaats': '1234 AB Waterhoven' }, ['town'])).toEqual({ town: 'Waterhoven' });
    expect(read({ Plaats: '1234 AB Waterhoven' })).toEqual(expected);
    expect(read({ Plaats: '1234 AB Waterhoven' }, ['town'])).toEqual({ town: 'Waterhoven' });
    expect(read({ Plaats: 'Waterhoven, wijk 3 bij nr 12' }, ['town'])).toEqual({ town: unreadable });
  });
});

describe('a birth', () => {
  it('is as coarse as the agreement allows', () => {
    const row = { Geboortedatum: '12-03-1957' };
    expect(read(row)).toEqual({ birthDate: '1957-03-12' });
    expect(read(row, without('birthDate'))).toEqual({ birthYear: '1957' });
    expect(read(row, ['ageBand'])).toEqual({ ageBand: '60-69' });
    expect(read(row, without('birthDate', 'birthYear', 'ageBand'))).toEqual({});
    expect(read({ Geboortejaar: '1957' }, ['ageBand'])).toEqual({ ageBand: '60-69' });
    expect(read({ Leeftijd: '69' })).toEqual({ ageBand: '60-69' });
    expect(read({ Leeftijd: '69' }, ['birthDate', 'birthYear'])).toEqual({});
  });

  it('is kept once, the richest that is allowed', () => {
    const row = { Leeftijd: '69', Geboortejaar: '1957', Geboortedatum: '12-03-1957' };
    expect(read(row)).toEqual({ birthDate: '1957-03-12' });
    expect(read(row, without('birthDate'))).toEqual({ birthYear: '1957' });
    expect(read(row, ['ageBand'])).toEqual({ ageBand: '60-69' });
  });

  it('that cannot be read does not leave the reader, unless the whole day may', () => {
    const row = { Geboortedatum: 'ergens in maart 1957' };
    expect(read(row)).toEqual({ birthDate: 'ergens in maart 1957' });
    expect(read(row, ['birthYear'])).toEqual({ birthYear: unreadable });
  });

  it('comes out of the number of a spreadsheet, whichever way it counts', () => {
    expect(read({ Geboortedatum: '20894' }).birthDate).toBe('1957-03-15');
    expect(read({ Geboortedatum: '20894' }, contactFields, true).birthDate).toBe('1961-03-16');
    expect(read({ 'Datum toestemming': '46056' }).consentOn).toBe('2026-02-03');
  });
});

test('a representative is of the kind that the header says, where no column does', () => {
  expect(read({ 'Naam bewindvoerder': 'B. Proef' })).toEqual({
    representativeName: 'B. Proef',
    representation: 'bewindvoerder',
  });
  expect(read({ 'Naam bewindvoerder': 'nee' }).representation).toBeUndefined();
  expect(read({ 'Naam mentor': 'B. Proef', Vertegenwoordiging: 'curatele' }).representation).toBe('curatele');
});

describe('a number that could be a citizen service number', () => {
  it('is masked in every text, and told; not in numbers of telephones and clients', () => {
    const headers = ['Achternaam', 'Organisatie', 'Notitie', 'Mobiel', 'Clientnummer'];
    const columns = columnsRead(headers, 0, contactFields);
    const cells = ['Proef 111222333', 'x', 'bsn 111222333', '612345672', '111222333'];
    expect(rowReader(columns, { allowed: contactFields, today, counts1904: false })(cells)).toEqual({
      values: {
        surname: 'Proef •••••••••',
        organisation: 'x',
        note: 'bsn •••••••••',
        mobile: '612345672',
        clientNumber: '111222333',
      },
      masked: ['note', 'surname'],
    });
  });

  it('is masked where two columns make it together', () => {
    expect(read({ Huisnummer: '111222', Toevoeging: '333' }).houseNumber).toBe('•••••• •••');
  });
});

describe('laws', () => {
  const header = fc.constantFrom(
    ...'Naam;Achternaam;Adres;Straat;Huisnummer;Toevoeging;Postcode;Postcode/plaats;Plaats;Geboortedatum;Geboortejaar;Leeftijd;Telefoon;E-mail;Notitie;Toestemming;Naam mentor;Iets'.split(
      ';',
    ),
  );
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom(
      'Mevr. A. van der Wal',
      'Dorpsstraat 12, 1234 AB Utrecht',
      '12-03-1957',
      '1957',
      '69',
      'ja',
      '__proto__',
    ),
  );
  const row = fc.array(fc.tuple(header, cell), { maxLength: 8 }).map((cells) => Object.fromEntries(cells));
  const allowed = fc.subarray([...contactFields]);

  it('only allowed fields come out, and at most one of a birth', () => {
    fc.assert(
      fc.property(row, allowed, (cells, fields) => {
        const values = read(cells, fields);
        for (const field of Object.keys(values)) expect(fields).toContain(field);
        expect(
          [values.birthDate, values.birthYear, values.ageBand].filter((each) => each !== undefined).length,
        ).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });

  it('no digit of a birth comes out but those of the year or band', () => {
    const born = fc.date({ min: new Date('1920-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(born, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(read({ Geboortedatum: iso }, ['birthYear'])).toEqual({ birthYear: iso.slice(0, 4) });
        expect(JSON.stringify(read({ Geboortedatum: iso }, ['ageBand']))).toMatch(
          /^\{"ageBand":"(\d0-\d9|0-9|90\+)"\}$/,
        );
      }),
    );
  });
});

describe('what several columns tell of one person', () => {
  test.each<[string, Readonly<Record<string, string>>, RowValues]>([
    ['a yes, and an objection of later', { Toestemming: 'ja', Bezwaar: 'ja' }, { consent: 'bezwaar' }],
    ['an objection, and a yes', { Bezwaar: 'x', Toestemming: 'ja' }, { consent: 'bezwaar' }],
    ['a yes and no objection', { Toestemming: 'ja', Bezwaar: 'nee' }, { consent: 'ja' }],
    ['a yes and a no', { Toestemming: 'ja', Akkoord: 'nee' }, { consent: 'nee' }],
    ['a yes, and what nobody can read', { Toestemming: 'ja', Akkoord: 'zie brief' }, { consent: 'zie brief' }],
    ['a death by its day only', { Overleden: 'nee', 'Datum overlijden': '2026-01-02' }, { deceased: '2026-01-02' }],
    ['a death by its mark only', { 'Datum overlijden': '', Overleden: 'ja' }, { deceased: 'ja' }],
  ])('%s: what forbids most counts', (_, row, expected) => {
    expect(read(row)).toEqual(expected);
  });

  test.each([
    ...['Cliënt bezwaar', 'Bezwaar cliënt', 'Bezwaar van de bewoner', 'Opt-out', 'Datum bezwaar', 'Wil niet meedoen'],
    ...['Niet (meer) benaderen', 'Toestemming ingetrokken op', 'Do not contact'],
  ])("under '%s' a yes and a day are an objection", (header) => {
    expect(read({ Naam: 'Proef', [header]: 'ja' })).toMatchObject({ consent: 'bezwaar' });
    expect(read({ Naam: 'Proef', [header]: '2-1-2026' })).toMatchObject({ consent: 'bezwaar' });
  });

  it('knows an objection by a header that is not shown, where a person chose what it is', () => {
    const columns = columnsRead(['Naam', 'Adres', 'Bezwaar 2026'], 0, contactFields, { map: { C: 'consent' } });
    expect(columns[2]!.match).toEqual({ column: 'C', hidden: false, becomes: 'consent', by: 'chosen' });
    const readRow = rowReader(columns, { allowed: contactFields, today, counts1904: false });
    expect(readRow(['Proef', '', 'ja']).values).toMatchObject({ consent: 'bezwaar' });
  });

  it('tells of the representative who leaves the person least, with nothing of another one', () => {
    const row = {
      Bewindvoerder: 'B. Beheer',
      'Telefoon bewindvoerder': '0689001122',
      Curator: 'C. Toezicht',
      Mentor: '',
    };
    expect(read(row)).toEqual({ representation: 'curator', representativeName: 'C. Toezicht' });
    expect(read({ ...row, Curator: '' })).toEqual({
      representation: 'bewindvoerder',
      representativeName: 'B. Beheer',
      representativePhone: '0689001122',
    });
    expect(read({ Vertegenwoordiging: 'bewind', ...row })).toMatchObject({ representation: 'curator' });
  });
});
