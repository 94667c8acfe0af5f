/** Letters to invented people with names, streets and countries of all kinds, and what has to hold for every page of them. */
import { spawnSync } from 'node:child_process';
import type { Letter, Letterhead } from '../../../electron/post/letters.ts';
import { seeded } from '../../../scripts/seeded.ts';
import { helpLines } from '../../../shared/contact/help-line.ts';
import { addressLines, postOrder } from '../../../shared/contact/message.ts';
import type { ContactData } from '../../../shared/study/contact-data.ts';
import { newLoginCode, printedCode } from '../../../shared/study/login-code.ts';
import type { PlacedText } from '../../read-pdf.ts';

const surnames = [
  ...[
    'Bakkerveld',
    'van der Wal-Żółkiewska',
    'Öztürk',
    'İnönü-Yıldız',
    'Świątek',
    'd’Août',
    'Щербакова',
    'Шевченко',
    'الحسن',
  ],
  ...['Verzonnenaar-van Oudshoorn tot Voorbeeldstein', 'ابن سينا', 'Łukaszewicz', 'Çelik', 'Mañana', 'O’Brien'],
];
const streets = [
  ...[
    'Lange Nieuwstraat',
    'Verzonnenlaan',
    'Burgemeester van Grunsven van Houdringehoofdlaan',
    'Ĳsselkade',
    'Plein 1944',
  ],
];
const abroad = [
  ['Straße des 17. Juni', '10623', 'Berlin', 'Duitsland'],
  ['ul. Świętokrzyska', '00-116', 'Warszawa', 'Polen'],
  ['İstiklal Caddesi', '34433', 'İstanbul', 'Turkije'],
] as const;

export const head: Letterhead = {
  sender: 'Bureau Voorbeeld',
  onBehalfOf: 'In opdracht van de gemeente Waterstad',
  returnAddress: 'Retouradres: Postbus 1000, 3500 AA Utrecht',
  contact: [
    'Vragen, of liever niet meedoen? Mail naar onderzoek@bureau.example',
    'Zo controleert u of deze brief echt is: bel 14 030',
  ],
  help: helpLines(['nl', 'en', 'tr', 'ar', 'pl', 'uk'], 'onderzoek@bureau.example'),
};

export interface Sent {
  readonly contact: ContactData;
  readonly letter: Letter;
}

/** In the order of the post; codes all different. */
export function sent(count: number): readonly Sent[] {
  const { below } = seeded(7);
  const codes = new Set<string>();
  while (codes.size < count) codes.add(newLoginCode(below));
  return [...codes]
    .map((code, nr) => ({ code, contact: personNr(nr, below) }))
    .toSorted((a, b) => postOrder(a.contact, b.contact))
    .map(({ code, contact }) => ({
      contact,
      letter: {
        address: addressLines(contact),
        date: '14 mei 2026',
        subject: 'Uitnodiging: hoe bevalt de hulp van het wijkteam?',
        paragraphs: [
          `Geachte ${contact.initials} ${contact.surname},`,
          'In het afgelopen jaar had u contact met het sociaal wijkteam bij u in de buurt. De gemeente wil graag weten hoe dat was. Het invullen duurt ongeveer tien minuten.',
          'Met vriendelijke groet,\nJ. Voorbeeld',
        ],
        code: printedCode(code as never),
        link: `https://meedoen.bureau-voorbeeld.example/?code=${code}`,
      },
    }));
}

function personNr(nr: number, below: (most: number) => number): ContactData {
  const person = {
    initials: `${'ABCDEFG'[below(7)]}.`,
    surname: `${surnames[nr % surnames.length]}`,
    phones: [],
    channels: [],
  };
  if (nr % 25 === 0) {
    const [street, postcode, town, country] = abroad[below(abroad.length)]!;
    return { ...person, street, houseNumber: String(1 + below(200)), postcode, town, country };
  }
  const letters = () => 'ABCDEFGHJKLMNPRSTVWXZ'[below(21)]!;
  return {
    ...person,
    ...(nr % 9 === 0 ? { organisation: 'Stichting Voorbeeld voor Maatschappelijke Opvang' } : {}),
    street: streets[below(streets.length)]!,
    houseNumber: `${1 + below(300)}${nr % 7 === 0 ? ' bis' : ''}`,
    postcode: `${1000 + below(9000)} ${letters()}${letters()}`,
    town: 'Waterstad',
  };
}

/** What an envelope's window shows at most, however the sheet slides in it, millimetres. */
const inSight = { left: { left: 20, right: 100 }, right: { left: 110, right: 190 } } as const;

/** What stands where the window may come: all of it inside the part that always stays in view, and nothing of it but address and return address. */
export function windowFaults(
  pages: readonly (readonly PlacedText[])[],
  letters: readonly Letter[],
  window: 'left' | 'right',
): readonly number[] {
  const shown = inSight[window];
  return pages.flatMap((placed, nr) => {
    const inWindow = placed.filter(({ baseline }) => baseline > 44 && baseline < 91);
    const fits = inWindow.every(
      ({ left, right, baseline }) => left > shown.left && right < shown.right && baseline > 52 && baseline < 84,
    );
    const expected = squeezed([head.returnAddress, ...letters[nr]!.address].join(''));
    const found = squeezed(inWindow.map(({ text }) => text).join(''));
    return fits && sameCharacters(found, expected) ? [] : [nr];
  });
}

/** The pages of the letters with this name, or other word, in their address. */
export function pagesOf(name: string, letters: readonly Letter[]): readonly number[] {
  return letters.flatMap(({ address }, nr) => (address.some((line) => line.includes(name)) ? [nr] : []));
}

/** Of those, the pages on which it cannot be read. */
export function withoutName(name: string, texts: readonly string[], letters: readonly Letter[]): readonly number[] {
  return pagesOf(name, letters).filter((nr) => !(texts[nr] ?? '').normalize('NFKC').includes(name));
}

/** Pages on which a piece of text leaves the sheet's margins. */
export function overflowing(pages: readonly (readonly PlacedText[])[]): readonly number[] {
  return pages.flatMap((placed, nr) =>
    placed.every(({ left, right, baseline }) => left > 19 && right < 191 && baseline > 14 && baseline < 291)
      ? []
      : [nr],
  );
}

/** Places at which two neighbours stand against the order of the post. */
export function outOfOrder(letters: readonly Sent[]): readonly number[] {
  return letters.flatMap((one, nr) => (nr > 0 && postOrder(letters[nr - 1]!.contact, one.contact) > 0 ? [nr] : []));
}

const squeezed = (text: string) => text.normalize('NFKC').replaceAll(/[\s\u200e\u200f\u2066-\u2069]/g, '');
/** Writing from right to left is read back in another order by each reader: its characters have to be the same. */
const sameCharacters = (a: string, b: string) => [...a].toSorted().join('') === [...b].toSorted().join('');

export const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of each page as poppler reads it. */
export function popplerPages(path: string): readonly string[] {
  const { stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return stdout.split('\f').slice(0, -1);
}
