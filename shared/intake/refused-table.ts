/**
 * The rows of a delivery that were refused, as a table for the client: which list, sheet and row, and why, in Dutch. Nothing of a person
 * stands in it, so it may be sent back by ordinary means; the client looks the rows up in the file that it still has.
 */
import type { ContactField } from '../study/contact-data.ts';
import type { IntakeReport, RefusalReason, Remark } from './report.ts';

/** A number stays a number in a spreadsheet. */
export type RefusedCell = string | number | null;

const headers = ['Lijst', 'Werkblad', 'Rij', 'Waarom niet ingelezen', 'Gegeven', 'Opmerking'] as const;

/** One line per refused row and per remark, in the order of lists and rows. Without any of them only the headers. */
export function refusedTable(
  lists: readonly { readonly sheet: number; readonly report: IntakeReport }[],
): readonly (readonly RefusedCell[])[] {
  const lines = lists.flatMap(({ sheet, report: { file, refusedRows, remarks } }) => {
    const refused = refusedRows.map(({ row, reason }) => [file, sheet, row, reasonWords[reason], null, null] as const);
    const remarked = remarks.map(
      ({ row, field, what }) => [file, sheet, row, null, fieldWords[field], remarkWords[what]] as const,
    );
    return [...refused, ...remarked].toSorted((a, b) => a[2] - b[2]);
  });
  return [headers, ...lines];
}

const reasonWords: Readonly<Record<RefusalReason, string>> = {
  deceased: 'overleden',
  objection: 'maakt bezwaar',
  suppressed: 'staat op een lijst van mensen die niet benaderd mogen worden',
  'no-consent': 'geen toestemming die is aan te tonen',
  minor: 'jonger dan 18 jaar',
  represented: 'heeft een vertegenwoordiger die niet te bereiken is',
  unreachable: 'geen bruikbaar adres of nummer',
  duplicate: 'dubbel',
  'other-group': 'staat al in een andere doelgroep',
  'same-address': 'er is al iemand op dit adres',
  'left-out': 'weggelaten na overleg',
  'not-drawn': 'niet getrokken in de steekproef',
  'unknown-person': 'niet in dit onderzoek',
  'no-news': 'er staat niet bij wat er is veranderd',
};

const remarkWords: Readonly<Record<Remark['what'], string>> = {
  unreadable: 'niet te lezen, leeg gelaten',
  masked: 'bevat een nummer dat een burgerservicenummer kan zijn, onleesbaar gemaakt',
};

const fieldWords: Readonly<Record<ContactField, string>> = {
  clientNumber: 'cliëntnummer',
  organisation: 'organisatie',
  salutation: 'aanhef',
  initials: 'voorletters',
  prefix: 'tussenvoegsel',
  surname: 'achternaam',
  street: 'straat',
  houseNumber: 'huisnummer',
  postcode: 'postcode',
  town: 'plaats',
  country: 'land',
  phone: 'telefoonnummer',
  mobile: 'mobiel nummer',
  email: 'e-mailadres',
  birthDate: 'geboortedatum',
  birthYear: 'geboortejaar',
  ageBand: 'leeftijdsgroep',
  sex: 'geslacht',
  stratum: 'stratum of wijkteam',
  supportEnded: 'of de hulp is gestopt',
  note: 'opmerking',
  representation: 'soort vertegenwoordiging',
  representativeName: 'naam van de vertegenwoordiger',
  representativePhone: 'telefoonnummer van de vertegenwoordiger',
  representativeEmail: 'e-mailadres van de vertegenwoordiger',
  consent: 'toestemming of bezwaar',
  consentOn: 'datum van de toestemming',
  consentText: 'tekst van de toestemming',
  consentSource: 'waar de toestemming is vastgelegd',
  channels: 'manieren van benaderen',
  deceased: 'overleden',
  news: 'bericht',
};
