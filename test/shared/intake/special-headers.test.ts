import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { knownHeaderWords } from '../../../shared/intake/field-words.ts';
import { findSpecialCategory } from '../../../shared/intake/special-headers.ts';
import type { SpecialCategory } from '../../../shared/study/special-category.ts';

describe('a header of a special category', () => {
  test.each<[SpecialCategory, string]>([
    [
      'health',
      'Diagnose|Diagnosecode|Medicatie|ICD-10|ICD10 code|DSM-5|Beperking|Soort beperking|Handicap|Gezondheid|Ziektebeeld|WMO-indicatie|Indicatie Wlz|GGZ|GGZ-behandeling|Wmo-voorziening|Verslaving|Psychische klachten|Medische gegevens|Arbeidsongeschiktheid|Zorgzwaartepakket|Zelfredzaamheid-Matrix|Rolstoelgebruiker|Dementie|Disability',
    ],
    [
      'ethnicity',
      'Etniciteit|Etnische achtergrond|Geboorteland|Geboorteland moeder|Land van herkomst|Herkomstland|Migratieachtergrond|Afkomst|Ethnicity|Country of birth',
    ],
    ['religion', 'Geloof|Religie|Kerkgenootschap|Kerkelijke gezindte|Levensovertuiging|Godsdienst|Religion'],
    ['union', 'Vakbond|Lid vakbond|Vakbondslidmaatschap|Trade union'],
    ['politics', 'Politieke voorkeur|Politieke partij|Stemgedrag'],
    ['sex-life', 'Seksuele gerichtheid|Seksuele voorkeur|Geaardheid|LHBTI'],
    ['genetic', 'DNA|Genetische aanleg|Erfelijke aandoening in familie'],
    ['biometric', 'Vingerafdruk|Biometrische gegevens'],
    ['convictions', 'Strafblad|Delict|Soort delict|Veroordeling|Detentieverleden|Reclassering|Criminal record'],
  ])('is told: %s', (category, headers) => {
    const others: Readonly<Record<string, SpecialCategory>> = { 'Erfelijke aandoening in familie': 'genetic' };
    for (const header of headers.split('|'))
      expect([header, findSpecialCategory(header)]).toEqual([header, others[header] ?? category]);
  });

  it('is told in capitals and with signs around it', () => {
    for (const header of ['DIAGNOSE', 'diagnose_code', 'Diagnose:', ' (diagnose) ', 'hoofdDiagnose', 'GEBOORTE-LAND'])
      expect(findSpecialCategory(header)).toBeDefined();
  });
});

const ordinary =
  `Volgnummer|Nr|Regel|Datum|Peildatum|Datum aanmelding|Startdatum|Einddatum|Status|Statuscode|Type|Soort|Categorie|Product|Productcode|
  Aantal uren|Uren per week|Frequentie|Budget|Bedrag|Beschikkingsnummer|Wijk|Buurt|Buurtcode|Gemeente|Gemeentecode|Regio|Stadsdeel|Team|Wijkteam|
  Consulent|Naam consulent|Telefoon consulent|E-mail consulent|Behandelaar|Casemanager|Regisseur|Huisarts|Zorgaanbieder|Naam aanbieder|Organisatie|
  Functie|Afdeling|Rol|Nationaliteit|Taal|Voertaal|Tolk nodig|Burgerlijke staat|Gezinssamenstelling|Aantal kinderen|Partner|Leefsituatie|Woonsituatie|
  Huishoudtype|Opleiding|Werk|Inkomen|Uitkering|Herkomst melding|Bron|Toelichting|Opmerking|Opmerkingen|Notitie|Bijzonderheden|Hulpvraag|Doel|Resultaat|
  Contactmoment|Laatste contact|Contactvoorkeur|Kanaal|Toestemming|Datum toestemming|Toestemming medische gegevens|Bezwaar|Overleden|Vertegenwoordiger|
  Bewindvoerder|Mentor|Curator|Geslacht|Geslachtsnaam|Geslachtsaanduiding|Geboortedatum|Geboorteplaats|Geboortejaar|Leeftijd|Postcode|Woonplaats|
  Land|Straat|Huisnummer|Telefoon|E-mail|Cliëntnummer|Dossiernummer|Zaaknummer|Kenmerk|Referentie|KvK-nummer|Vestigingsnummer|IBAN|Debiteurnummer|
  Wmo-consulent|Team Wmo|Contactpersoon GGZ|Partijnummer|Partij|Rasterweergave|Kerkstraat|Wetskader|Perceel|Behoefte|Steekproef|Gewicht|Stratum|Groep|In behandeling|Datum behandeling|Aantal klachten|VOG aanwezig`
    .split('|')
    .map((header) => header.trim());

describe('an ordinary header', () => {
  it('of a hundred is never taken for one', () => {
    expect(ordinary.length).toBeGreaterThanOrEqual(100);
    expect(ordinary.filter((header) => findSpecialCategory(header) !== undefined)).toEqual([]);
  });

  it('that names a field is never taken for one', () => {
    const known = fc.constantFrom(...[...knownHeaderWords()].map(([word]) => word));
    fc.assert(fc.property(known, (word) => findSpecialCategory(word) === undefined));
  });

  it('never makes anything throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void findSpecialCategory(text)));
  });
});
