/**
 * Files with a column of citizen service numbers in every form in which one may be sent, and files with the columns that are taken for one
 * most easily. All invented, the same on every run.
 */
import { utils, write } from 'xlsx';
import { csvText } from '../../shared/export/csv.ts';
import { passesElevenTest } from '../../shared/intake/citizen-service-number.ts';

export interface NumberedFile {
  /** What is special about it. */
  readonly name: string;
  readonly extension: 'xlsx' | 'csv';
  readonly bytes: Uint8Array;
  /** The numbers in it, in the digits and the form in which they stand there. */
  readonly numbers: readonly string[];
}

type Cell = string | number;

const people = 14;
const letters = 'abcdefghijklmnopqrstuvwxyz';
const surname = (nr: number) => `Verzonnen${letters[nr % 26]}${letters[Math.floor(nr / 26) % 26]}`;

/** Numbers that pass, each given once; `short` ones are written with eight digits. */
function numbersFrom(start: number) {
  let last = start;
  return () => {
    do last += 7;
    while (!passesElevenTest(String(last).padStart(9, '0')));
    return String(last).padStart(9, '0');
  };
}

const writings: readonly (readonly [name: string, write: (digits: string) => Cell])[] = [
  ['text', (digits) => digits],
  ['number', (digits) => Number(digits)],
  ['spaced', (digits) => digits.replace(/(\d{3})(\d{3})(\d{3})/, '$1 $2 $3')],
  ['dotted', (digits) => digits.replace(/(\d{4})(\d{2})(\d{3})/, '$1.$2.$3')],
  ['with a nought behind the point', (digits) => `${digits}.0`],
  ['with a quote before it', (digits) => `'${digits}`],
  ['eight digits', (digits) => digits.slice(1)],
];

interface Place {
  readonly name: string;
  /** Only a workbook has it. */
  readonly inWorkbook?: boolean;
  readonly rows: (numbers: readonly Cell[]) => Cell[][];
  readonly hidden?: 'column' | 'sheet';
  readonly merged?: boolean;
}

const header = ['Achternaam', 'E-mail', 'Cliëntnummer', 'Notitie'];
const person = (nr: number, clientNumber: Cell, note: Cell = ''): Cell[] => [
  surname(nr),
  `${surname(nr).toLowerCase()}@wijk.example`,
  clientNumber,
  note,
];
/** Under its own header, behind the other columns. */
const behind =
  (text: string) =>
  (numbers: readonly Cell[]): Cell[][] => [
    [...header, text],
    ...numbers.map((number, nr) => [...person(nr, nr + 1), number]),
  ];

const places: readonly Place[] = [
  { name: 'under its name', rows: behind('BSN') },
  { name: 'under its whole name', rows: behind('Burgerservicenr.') },
  { name: 'under its old name', rows: behind('SoFi-nummer') },
  { name: 'as one of several words', rows: behind('client_bsn_nr') },
  { name: 'in a hidden column', inWorkbook: true, hidden: 'column', rows: behind('BSN') },
  { name: 'in a hidden column of another name', inWorkbook: true, hidden: 'column', rows: behind('Referentie') },
  { name: 'on a hidden sheet', inWorkbook: true, hidden: 'sheet', rows: behind('Referentie') },
  {
    name: 'under a merged header',
    merged: true,
    rows: (numbers) => [
      ['Cliënt', '', '', '', 'BSN'],
      [...header, 'Nummer'],
      ...numbers.map((number, nr) => [...person(nr, nr + 1), number]),
    ],
  },
  {
    name: 'in a second row of headers',
    rows: (numbers) => [
      ['Cliënt', '', '', '', ''],
      [...header, 'B.S.N.'],
      ...numbers.map((number, nr) => [...person(nr, nr + 1), number]),
    ],
  },
  {
    name: 'as the client number, which is allowed',
    rows: (numbers) => [header, ...numbers.map((number, nr) => person(nr, number))],
  },
  {
    name: 'in the notes, which are allowed',
    rows: (numbers) => [header, ...numbers.map((number, nr) => person(nr, nr + 1, `nr. ${number}, belt graag`))],
  },
  {
    name: 'without headers',
    rows: (numbers) => numbers.map((number, nr) => person(nr, number)),
  },
  {
    name: 'in a header row half-way',
    rows: (numbers) => [
      header,
      person(0, 1),
      [...header.slice(0, 3), 'BSN'],
      ...numbers.map((number, nr) => person(nr + 1, nr + 2, number)),
    ],
  },
  {
    name: 'lower in a column that begins with something else',
    rows: (numbers) => [
      header,
      ...letters.split('').map((letter, nr) => person(nr, `dossier ${letter}`)),
      ...numbers.map((number, nr) => person(nr + 30, number)),
    ],
  },
];

function workbookOf(rows: Cell[][], { hidden, merged }: Pick<Place, 'hidden' | 'merged'> = {}): Uint8Array {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((cell) => (cell === '' ? null : cell))));
  if (hidden === 'column') sheet['!cols'] = [...header.map(() => ({})), { hidden: true }];
  if (merged) sheet['!merges'] = [utils.decode_range('A1:D1')];
  if (hidden === 'sheet')
    utils.book_append_sheet(book, utils.aoa_to_sheet([header, ...[1, 2, 3].map((nr) => person(nr, nr))]), 'Bewoners');
  utils.book_append_sheet(book, sheet, 'Lijst');
  if (hidden === 'sheet') book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function csvOf(rows: Cell[][], nr: number): Uint8Array {
  const text = csvText(
    rows.map((row) => row.map(String)),
    { separator: nr % 2 === 0 ? ';' : ',' },
  );
  return nr % 3 === 0
    ? new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'))
    : new Uint8Array(Buffer.from(text, 'utf8'));
}

/** Every way of writing in every place, as far as `count` goes, in turns as a workbook and as text. */
export function filesWithNumbers(count: number): readonly NumberedFile[] {
  const next = numbersFrom(345_000_000);
  const nextShort = numbersFrom(31_000_000);
  return Array.from({ length: count }, (_, nr): NumberedFile => {
    const place = places[nr % places.length]!;
    // Seven ways and fourteen places: turned by one at each round, so that they meet.
    const [writing, written] = writings[(nr + Math.floor(nr / places.length)) % writings.length]!;
    const digits = Array.from({ length: people }, writing === 'eight digits' ? nextShort : next);
    const cells = digits.map(written);
    const rows = place.rows(cells);
    const extension = place.inWorkbook || nr % 4 < 2 ? 'xlsx' : 'csv';
    const significant = writing === 'eight digits' ? digits.map((each) => each.slice(1)) : digits;
    return {
      name: `${place.name}, ${writing}, ${extension}`,
      extension,
      bytes: extension === 'xlsx' ? workbookOf(rows, place) : csvOf(rows, nr),
      numbers: [...new Set([...significant, ...cells.map(String)])],
    };
  });
}

/** Columns that look like the number: by how many digits they have, or by what stands in them. `n` counts on, `random` is any number. */
const others: readonly (readonly [header: string, cell: (n: number, random: number) => Cell])[] = [
  ['Telefoon', (_, random) => `06${String(10_000_000 + (random % 89_999_999))}`],
  ['Mobiel', (_, random) => Number(`6${String(10_000_000 + (random % 89_999_999))}`)],
  ['Telefoon vast', (_, random) => `020-${String(2_000_000 + (random % 7_999_999))}`],
  ['Tel.', (_, random) => 200_000_000 + (random % 9_999_999)],
  ['Telefoonnummer', (_, random) => `+316${String(10_000_000 + (random % 89_999_999))}`],
  ['Postcode', (n) => `${1000 + (n % 8999)} ${'ABCDEFGHJ'[n % 9]}${'KLMNPRTVX'[n % 7]}`],
  ['Postcode en huisnummer', (n) => `${1000 + (n % 8999)}AB${n % 300}`],
  ['KvK-nummer', (_, random) => 10_000_000 + (random % 89_999_999)],
  ['KvK', (_, random) => String(10_000_000 + (random % 89_999_999))],
  ['Vestigingsnummer', (_, random) => String(10_000_000_000 + random).padStart(12, '0')],
  ['Cliëntnummer', (n) => 10_000_000 + n],
  ['Clientnr', (n) => 200_000_000 + 7 * n],
  ['Dossiernummer', (_, random) => String(100_000_000 + (random % 899_999_999))],
  ['Zaaknummer', (n) => `Z-2026-${String(n).padStart(6, '0')}`],
  [
    'Rekeningnummer',
    (_, random) =>
      `NL91 ABNA 0${String(random % 999_999_999)
        .padStart(9, '0')
        .replace(/(\d{3})(\d{4})(\d{2})/, '$1 $2 $3')}`,
  ],
  [
    'Geboortedatum',
    (n) => `${1930 + (n % 70)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}`,
  ],
  [
    'Datum',
    (n) => `${String(1 + (n % 28)).padStart(2, '0')}-${String(1 + (n % 12)).padStart(2, '0')}-${1930 + (n % 90)}`,
  ],
  ['KvK van de organisatie', () => 12_345_672],
  ['Centraal telefoonnummer', () => 201_234_562],
];

/** Files with three such columns each, of 12 to 212 rows. */
export function filesWithoutNumbers(count: number): readonly NumberedFile[] {
  let state = 20_261_102;
  const random = () => {
    // Numerical Recipes' generator: the same numbers on every run.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return Array.from({ length: count }, (_, nr): NumberedFile => {
    const chosen = [0, 1, 2].map((at) => others[(nr + at * 6) % others.length]!);
    const rows: Cell[][] = [['Achternaam', 'E-mail', ...chosen.map(([name]) => name)]];
    const length = 12 + (nr % 5) * 50;
    for (let at = 0; at < length; at += 1)
      rows.push([surname(at), `a${at}@wijk.example`, ...chosen.map(([, cell]) => cell(nr * 500 + at, random()))]);
    const extension = nr % 2 === 0 ? 'xlsx' : 'csv';
    return {
      name: `${chosen.map(([name]) => name).join(', ')}, ${length} rows, ${extension}`,
      extension,
      bytes: extension === 'xlsx' ? workbookOf(rows) : csvOf(rows, nr),
      numbers: [],
    };
  });
}
