import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { columnLetter } from '../../../shared/intake/column-letter.ts';
import { columnMatches, fieldsMissing } from '../../../shared/intake/column-map.ts';
import { type ColumnMeaning, fieldsOf } from '../../../shared/intake/column-meaning.ts';
import { findHeaderRow } from '../../../shared/intake/header-row.ts';
import { type ContactField, contactFields } from '../../../shared/study/contact-data.ts';
import type { ConsentBasis, Group, GroupCode } from '../../../shared/study/group.ts';

const becomes = (headers: readonly string[], allowed: readonly ContactField[] = contactFields) =>
  columnMatches(headers, headers.length, allowed).map((match) => match.becomes);

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [51, 'AZ'],
  [52, 'BA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, letter) => {
  expect(columnLetter(index)).toBe(letter);
});

describe('headers', () => {
  test.each<[string, ContactField]>([
    ['Cliëntnummer', 'clientNumber'],
    ['CLIENT NUMMER', 'clientNumber'],
    ['Aanhef', 'salutation'],
    ['Voorletters', 'initials'],
    ['Tussenvoegsel', 'prefix'],
    ['Achternaam', 'surname'],
    ['Achternaam bewoner', 'surname'],
    ['Straat', 'street'],
    ['Huisnummer', 'houseNumber'],
    ['Postcode', 'postcode'],
    ['Woonplaats', 'town'],
    ['Telefoon', 'phone'],
    ['Mobiel', 'mobile'],
    ['E-mail', 'email'],
    ['e_mail adres', 'email'],
    ['Geboortedatum', 'birthDate'],
    ['Geslacht', 'sex'],
    ['M/V', 'sex'],
    ['Wijkteam', 'stratum'],
    ['Team', 'stratum'],
    ['Dossier afgesloten', 'supportEnded'],
    ['Toestemming', 'consent'],
    ['Datum toestemming', 'consentOn'],
    ['Datum van toestemming', 'consentOn'],
    ['Kanalen', 'channels'],
    ['Overleden', 'deceased'],
    ['Organisatie', 'organisation'],
    ['Naam van de organisatie', 'organisation'],
    ['Surname', 'surname'],
    ['Date of birth', 'birthDate'],
  ])('%s is %s', (header, field) => {
    expect(becomes([header])).toEqual([field]);
  });

  test.each(['Hulpvraag', 'Opmerking', '__proto__', 'constructor', 'toString', '', '12', 'Naam kind'])(
    '%s is not recognised',
    (header) => {
      expect(becomes(['Postcode', header])[1]).toBe('not-recognised');
    },
  );

  it('takes a number right behind the street for that of the house, and no other', () => {
    expect(becomes(['Naam', 'Straat', 'Nr', 'Postcode'])[2]).toBe('houseNumber');
    expect(becomes(['Adres', 'Nummer'])).toEqual(['wholeAddress', 'houseNumber']);
    expect(becomes(['Nr', 'Achternaam', 'Straat'])[0]).toBe('not-recognised');
    expect(becomes(['Straat', 'Nr', 'Huisnummer'])).toEqual(['street', 'not-recognised', 'houseNumber']);
  });

  it('gives a field to one column: the surest header, then the first', () => {
    expect(becomes(['Naam', 'Achternaam'])).toEqual(['not-recognised', 'surname']);
    expect(becomes(['Telefoon', 'Telefoon'])).toEqual(['phone', 'not-recognised']);
  });

  it('keeps the letter and addition of a house number with it', () => {
    expect(becomes(['Huisnummer', 'Huisletter', 'Toevoeging'])).toEqual(['houseNumber', 'houseNumber', 'houseNumber']);
  });

  it('takes each other field at most once, and none that is not allowed, whatever the headers', () => {
    const words = fc.constantFrom('Naam', 'Achternaam', 'Tel', 'Mobiel', 'E-mail', 'mail', 'Team', 'Wijk', 'Iets', '');
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), fc.subarray([...contactFields]), (headers, allowed) => {
        const read = becomes(headers, allowed).filter((each) => !each.startsWith('not-')) as ColumnMeaning[];
        expect(new Set(read).size).toBe(read.length);
        for (const meaning of read) expect(fieldsOf(meaning).some((field) => allowed.includes(field))).toBe(true);
      }),
    );
  });
});

describe('a decision by a person', () => {
  it('goes before the header, and cannot reach beyond what is allowed', () => {
    const matches = columnMatches(['Naam', 'Iets', 'Achternaam', 'Mail'], 4, ['surname', 'clientNumber'], {
      map: { A: 'not-read', B: 'clientNumber', D: 'email' },
    });
    expect(matches.map((match) => match.becomes)).toEqual(['not-recognised', 'clientNumber', 'surname', 'not-allowed']);
  });

  it('wins over a column with the surest header', () => {
    const matches = columnMatches(['Achternaam', 'Iets'], 2, contactFields, { map: { B: 'surname' } });
    expect(matches.map((match) => match.becomes)).toEqual(['not-recognised', 'surname']);
  });
});

describe('what is told of a header', () => {
  it('is the text where the row is a header row', () => {
    const matches = columnMatches(['Postcode', 'Woonplaats', 'Hulpvraag'], 4, ['town']);
    expect(matches).toEqual([
      { column: 'A', header: 'Postcode', hidden: false, becomes: 'not-allowed', by: 'header' },
      { column: 'B', header: 'Woonplaats', hidden: false, becomes: 'town', by: 'header' },
      { column: 'C', header: 'Hulpvraag', hidden: false, becomes: 'not-recognised' },
      { column: 'D', hidden: false, becomes: 'not-recognised' },
    ]);
  });

  it('is only the letter where the row may be a person', () => {
    expect(
      columnMatches(['1001', 'Testpersoon', 'Team', 'a@example.org'], 4, contactFields).map((m) => m.header),
    ).toEqual([undefined, undefined, 'Team', undefined]);
  });

  it('is never a text with digits or an address', () => {
    const matches = columnMatches(['Postcode', 'Woonplaats', 'a@example.org', 'Kolom 3'], 4, contactFields);
    expect(matches.slice(2).map((match) => match.header)).toEqual([undefined, undefined]);
  });
});

describe('the header row', () => {
  test.each<[string, string[][], number | undefined]>([
    ['words over numbers, when none is known', [['Lijst'], [''], ['Wie', 'Wat'], ['x', '2026-01-02']], 2],
    [
      'none where words stand over words: either could be a person',
      [['Lijst'], [''], ['a', 'b'], ['c', 'd']],
      undefined,
    ],
    [
      'the first with two known headers',
      [
        ['Persoon', 'Adres'],
        ['Achternaam', 'Postcode'],
      ],
      1,
    ],
    ['a single known header', [[], ['E-mail'], ['a@example.org']], 1],
    ['none in a list of one unknown column', [['Testpersoon'], ['Proefpersoon']], undefined],
    ['none in an empty sheet', [['', ''], []], undefined],
  ])('is %s', (_, rows, expected) => {
    expect(findHeaderRow(rows)).toBe(expected);
  });
});

describe('fields that a group cannot do without', () => {
  const group = (consentBasis: ConsentBasis, consentBasisByStratum: Record<string, ConsentBasis> = {}): Group => ({
    code: 'g' as GroupCode,
    title: '',
    consentBasis,
    consentBasisByStratum,
  });
  const columns = (...headers: string[]) => columnMatches(headers, headers.length, contactFields);

  it('are those that show consent, when anyone gave it', () => {
    const missing = ['consent', 'consentOn', 'channels'];
    expect(fieldsMissing(columns('Achternaam'), group('opt-in'))).toEqual(missing);
    expect(fieldsMissing(columns('Achternaam'), group('no-objection', { Noord: 'opt-in' }))).toEqual(missing);
    const all = columns('Achternaam', 'Toestemming', 'Datum toestemming', 'Kanalen');
    expect(fieldsMissing(all, group('opt-in'))).toEqual([]);
  });

  it('is the e-mail address of business contacts', () => {
    expect(fieldsMissing(columns('Organisatie'), group('business-contact'))).toEqual(['email']);
    expect(fieldsMissing(columns('E-mail'), group('business-contact'))).toEqual([]);
  });

  it('counts a column that is not allowed as missing', () => {
    expect(fieldsMissing(columnMatches(['E-mail'], 1, []), group('business-contact'))).toEqual(['email']);
  });
});
