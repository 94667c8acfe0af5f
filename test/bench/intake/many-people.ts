/** Files with very many invented people, as large as one may be, for measuring: 15 columns, of which one is not allowed. */
import { workbook } from '../../../scripts/practice-study/workbook.ts';

export const headers = [
  ...['Clientnummer', 'Voorletters', 'Tussenvoegsel', 'Achternaam', 'Straat', 'Huisnummer', 'Postcode', 'Woonplaats'],
  ...['Mobiel', 'E-mail', 'Geboortedatum', 'Geslacht', 'Wijkteam', 'Bezwaar', 'Hulpvraag'],
];
const syllables = ['ba', 'do', 'ge', 'ki', 'lu', 'ma', 'ne', 'po', 'ri', 'sa', 'te', 'vo', 'wi', 'za', 'hel', 'ber'];
const teams = ['Noord', 'Oost', 'Zuid', 'West', 'Centrum', 'Haven', 'Park', 'Stadsrand'];
const two = (n: number) => String(n).padStart(2, '0');

/** The same person for the same number: every one another. */
export function personNr(nr: number): readonly string[] {
  // A number spread over all: neighbours in the list are no neighbours in anything else.
  const spread = Math.imul(nr + 1, 2654435761) >>> 0;
  const part = (shift: number) => syllables[(spread >>> shift) & 15]!;
  const surname = `${part(0)}${part(4)}${part(8)}${part(12)}`;
  const postcode = `${1000 + (spread % 9000)} ${String.fromCharCode(65 + (nr % 18), 65 + ((nr >> 4) % 18))}`;
  return [
    `C-${100_000 + nr}`,
    `${String.fromCharCode(65 + (spread % 26))}.`,
    nr % 5 === 0 ? 'van der' : '',
    surname.charAt(0).toUpperCase() + surname.slice(1),
    `${part(16)}${part(20)}straat`,
    String(1 + (spread % 180)),
    postcode,
    'Waterhoven',
    `06-1${String(1_000_000 + nr).slice(0, 7)}`,
    nr % 4 === 0 ? `p${nr}@wijk.example` : '',
    `${two(1 + (spread % 28))}-${two(1 + (nr % 12))}-${1930 + (spread % 70)}`,
    nr % 2 === 0 ? 'v' : 'm',
    teams[nr % teams.length]!,
    nr % 50 === 0 ? 'ja' : '',
    'hulp bij het huishouden',
  ];
}

export function csvOf(people: number): Uint8Array {
  const lines = Array.from({ length: people }, (_, nr) => personNr(nr).join(';'));
  return new TextEncoder().encode(`${[headers.join(';'), ...lines].join('\r\n')}\r\n`);
}

export function xlsxOf(people: number): Uint8Array {
  return workbook({ Blad1: [headers, ...Array.from({ length: people }, (_, nr) => personNr(nr))] });
}
