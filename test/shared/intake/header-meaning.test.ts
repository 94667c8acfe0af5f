import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ColumnMeaning } from '../../../shared/intake/column-meaning.ts';
import { knownHeaderWords } from '../../../shared/intake/field-words.ts';
import {
  findMeaningOfHeader,
  findMeaningUnder,
  findRepresentativeWord,
  isObjectionHeader,
  isOtherLegalNumber,
  speaksOfAnother,
} from '../../../shared/intake/header-meaning.ts';

describe('a header', () => {
  test.each<[string, ColumnMeaning]>([
    ['Geslachtsnaam', 'surname'],
    ['Voorvoegsel geslachtsnaam', 'prefix'],
    ['Huisnr', 'houseNumber'],
    ['GEBDAT', 'birthDate'],
    ['Roepnaam', 'initials'],
    ['Geslachtsaanduiding', 'sex'],
    ['Naam openbare ruimte', 'street'],
    ['Aanduiding bij huisnummer', 'houseNumber'],
    ['Land', 'country'],
    ['Geb. jaar', 'birthYear'],
    ['Leeftijd (in jaren)', 'ageBand'],
    ['Leeftijdsklasse', 'ageBand'],
    ['Notitie voor enquêteur', 'note'],
    ['Soort vertegenwoordiging', 'representation'],
    ['Naam bewindvoerder', 'representativeName'],
    ['Tel. vertegenwoordiger', 'representativePhone'],
    ['E-mailadres curator', 'representativeEmail'],
    ['Versie toestemmingsverklaring', 'consentText'],
    ['Bron toestemming', 'consentSource'],
    ['Soort wijziging', 'news'],
    ['Naam', 'wholeName'],
    ['Volledige naam', 'wholeName'],
    ['Full name', 'wholeName'],
    ['Contactpersoon', 'wholeName'],
    ['Cliënt, naam', 'wholeName'],
    ['clientNaam', 'wholeName'],
    ['Volledig adres', 'wholeAddress'],
    ['Straatnaam + huisnr', 'wholeAddress'],
    ['Straat/nr.', 'wholeAddress'],
    ['Postcode/Plaats', 'postcodeAndTown'],
    ['Telefoonnummer 1', 'phone'],
    ['Telefoon 2', 'mobile'],
    ['06-nummer', 'mobile'],
    ['E-mail (privé)', 'email'],
    ['Date of birth', 'birthDate'],
    ['Achternaam van de cliënt', 'surname'],
    ['Client nr.', 'clientNumber'],
  ])('%s is %s', (header, meaning) => {
    expect(findMeaningOfHeader(header)?.meaning).toBe(meaning);
  });

  test.each([
    'Naam behandelaar',
    'Telefoon consulent',
    'E-mail medewerker',
    'Naam partner',
    'Geslachtsnaam partner',
    'Geboortedatum kind',
    'Telefoon ouder 1',
    'Adres huisarts',
    'Naam verwijzer',
    'Casemanager',
    'Mailadres regisseur',
    'Telefoon mantelzorger',
    'Telefoonnummer noodcontact',
    'Geboortedatum echtgenoot',
    'Behandelaar',
    'Opmerking',
    'Bijzonderheden',
    'Hulpvraag',
  ])('%s is not about the person, or not known', (header) => {
    expect(findMeaningOfHeader(header)).toBeUndefined();
  });

  it('is known however it is typed: case, signs and words for the person around it', () => {
    const word = fc.constantFrom(...[...knownHeaderWords()].map(([known, { meaning }]) => ({ known, meaning })));
    const around = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => ` ${text}: `,
      (text: string) => `${text} cliënt`,
      (text: string) => `${text} van de bewoner`,
      (text: string) => `${text}_(klant)`,
    );
    fc.assert(
      fc.property(word, around, ({ known, meaning }, typed) => {
        expect(findMeaningOfHeader(typed(known))?.meaning).toBe(meaning);
      }),
    );
  });

  it('about someone else is never taken for the person, whichever field it names', () => {
    const others = ['behandelaar', 'consulent', 'medewerker', 'partner', 'kind', 'huisarts', 'moeder'];
    const taken = [...knownHeaderWords()].flatMap(([known]) =>
      others.flatMap((other) => {
        const headers = [`${other} ${known}`, `${known} ${other}`];
        const isTaken =
          headers.some((header) => findMeaningOfHeader(header) !== undefined || !speaksOfAnother(header)) ||
          findMeaningUnder(other, known) !== undefined;
        return isTaken ? headers : [];
      }),
    );
    expect(taken).toEqual([]);
  });

  it('never makes anything throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme' }), (one, other) => {
        findMeaningUnder(one, other);
        isOtherLegalNumber(one);
        findRepresentativeWord(one);
      }),
    );
  });
});

test.each<[string, string, ColumnMeaning | undefined]>([
  ['Adres', 'Nr', 'houseNumber'],
  ['Adres', 'Straat', 'street'],
  ['Cliënt', 'Naam', 'wholeName'],
  ['Behandelaar', 'Naam', undefined],
  ['Bewindvoerder', 'Naam', 'representativeName'],
  ['Bewindvoerder', 'Telefoon', 'representativePhone'],
  ['Mentor', 'E-mail', 'representativeEmail'],
  ['Toestemming', 'Datum', 'consentOn'],
  ['Contact', '', undefined],
  ['Wijkteam', '', 'stratum'],
])('under %j, %j is %s', (group, header, meaning) => {
  expect(findMeaningUnder(group, header)?.meaning).toBe(meaning);
});

test.each(['A-nummer', 'Anummer', 'A-nr', 'ANR', 'BRP A-nummer', 'V-nummer', 'Onderwijsnummer', 'A-nummer cliënt'])(
  '%s is a number that a law gives',
  (header) => {
    expect(isOtherLegalNumber(header)).toBe(true);
  },
);

test.each(['Cliëntnummer', 'Huisnummer', 'Telefoonnummer', 'Volgnummer', 'Nummer', 'Anna'])(
  '%s is none of those numbers',
  (header) => {
    expect(isOtherLegalNumber(header)).toBe(false);
  },
);

test('a header for objections is one, a header for consent is not', () => {
  expect(['Bezwaar', 'Heeft bezwaar', 'Bezwaar gemaakt', 'opt-out'].every(isObjectionHeader)).toBe(true);
  expect(['Toestemming', 'Akkoord', 'opt-in'].some(isObjectionHeader)).toBe(false);
});

test('a header tells which representative it is about', () => {
  expect(findRepresentativeWord('Telefoon bewindvoerder')).toBe('bewindvoerder');
  expect(findRepresentativeWord('Naam vertegenwoordiger')).toBeUndefined();
});
