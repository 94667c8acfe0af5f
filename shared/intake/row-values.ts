/**
 * The cells of one row as values by field, inside the reader: whole names and addresses divided, a birth made as coarse as the agreement allows,
 * days out of the numbers of a spreadsheet. Parts that the agreement does not allow stay here.
 */
import type { Day } from '../calendar.ts';
import type { ContactField } from '../study/contact-data.ts';
import { withoutCitizenServiceNumbers } from './citizen-service-number.ts';
import { type ColumnHabits, noHabits } from './column-habits.ts';
import type { ColumnRead } from './column-map.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import { findRepresentativeWord } from './header-meaning.ts';
import { birthBounds } from './read-birth.ts';
import { textsOfColumn, unreadable } from './read-column.ts';
import { deathOf, stricterConsent } from './read-consent.ts';
import { readAnyPostcode } from './read-postcode.ts';
import { strictestRepresentation } from './read-representation.ts';
import { type AddressParts, splitAddress, splitPlace } from './split-address.ts';
import { type NameParts, splitName } from './split-name.ts';

/** The filled cells of one person, by field; not yet judged. */
export type RowValues = Readonly<Partial<Record<ContactField, string>>>;

export interface RowRead {
  readonly values: RowValues;
  /** Fields in which a number was masked. */
  readonly masked: readonly ContactField[];
}

export interface RowAsk {
  readonly allowed: readonly ContactField[];
  readonly today: Day;
  readonly counts1904: boolean;
}

/** Numbers are what these fields are for; another number that passes the test would be taken away from them. */
const neverMasked: ReadonlySet<ContactField> = new Set<ContactField>([
  'phone',
  'mobile',
  'representativePhone',
  'clientNumber',
  'email',
  'representativeEmail',
]);

type Values = Partial<Record<ContactField, string>>;
type Put = (field: ContactField, text: string | undefined) => void;
interface Column {
  readonly index: number;
  readonly meaning: ColumnMeaning;
  readonly becomes: ColumnMeaning;
  readonly addition: boolean;
  readonly isAboutRepresentative: boolean;
  /** Which one its header names. */
  readonly representative: string | undefined;
  readonly textOf: (cell: string) => string;
}

/** Of several parts in one cell; what has a column of its own comes from there. */
const wholes: readonly ColumnMeaning[] = [
  'surname',
  'street',
  'postcode',
  'town',
  'wholeName',
  'postcodeAndTown',
  'wholeAddress',
];

/** A function that reads rows of these columns; what can be prepared once is. */
export function rowReader(
  columns: readonly ColumnRead[],
  ask: RowAsk,
  habits: readonly ColumnHabits[] = [],
): (cells: readonly string[]) => RowRead {
  const allowed = new Set(ask.allowed);
  const bounds = {
    birth: birthBounds(ask.today, ask.counts1904),
    days: { earliest: '2000-01-01' as Day, latest: ask.today, counts1904: ask.counts1904 },
  };
  const read = columns.flatMap(({ match, meaning, header, addition = false }, index): Column[] => {
    const { becomes } = match;
    if (meaning === undefined || becomes === 'not-allowed' || becomes === 'not-recognised') return [];
    const isAboutRepresentative = /^representative/.test(meaning);
    const textOf = textsOfColumn({ meaning, becomes, header, habit: habits[index] ?? noHabits }, bounds);
    const representative = findRepresentativeWord(header);
    return [{ index, meaning, becomes, addition, isAboutRepresentative, representative, textOf }];
  });
  const single = read.filter(
    ({ becomes, isAboutRepresentative }) => !wholes.includes(becomes) && !isAboutRepresentative,
  );
  const representatives = read.filter(({ isAboutRepresentative }) => isAboutRepresentative);
  const several = wholes.flatMap((meaning) => read.filter(({ becomes }) => becomes === meaning));
  const ownNumber = columns.findIndex(({ meaning, addition }) => meaning === 'houseNumber' && addition !== true);

  return (cells) => {
    const values: Values = {};
    const put: Put = (field, text) => {
      if (text !== undefined && text !== '' && values[field] === undefined && allowed.has(field)) values[field] = text;
    };
    let additions = '';
    for (const { index, becomes, addition, textOf } of single) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      if (addition) additions += ` ${cell}`;
      else putStrictest(becomes as ContactField, textOf(cell), values, put);
    }
    if (representatives.length > 0) putRepresentative(representatives, cells, values, put);
    for (const { index, becomes } of several) {
      const cell = cells[index] ?? '';
      if (cell === '') continue;
      if (becomes === 'surname') putSurname(cell, values.prefix !== undefined, put, allowed);
      else if (becomes === 'wholeName') putName(cell, put, allowed);
      else if (becomes === 'town') putTown(cell, put, allowed);
      else if (becomes === 'postcode' || becomes === 'postcodeAndTown') putPlace(cell, put, allowed);
      else putAddress(cell, ownNumber < 0 ? '' : (cells[ownNumber] ?? ''), put, allowed);
    }
    if (additions !== '') values.houseNumber = `${values.houseNumber ?? ''}${additions}`.trim();
    return masking(values);
  };
}

/** Fields of which several columns may tell: what forbids most counts. */
const stricter: Readonly<Partial<Record<ContactField, (one: string, other: string) => string>>> = {
  consent: stricterConsent,
  deceased: deathOf,
  representation: (one, other) => strictestRepresentation([one, other]) ?? one,
};

function putStrictest(field: ContactField, text: string, values: Values, put: Put): void {
  const before = values[field];
  if (before === undefined) put(field, text);
  else values[field] = stricter[field]?.(before, text) ?? before;
}

/**
 * 'Naam bewindvoerder' says that there is one, where no column of its own does. Of several representatives the one counts who leaves the
 * person least, with nothing of the others: who asks the guardian must not ring the administrator.
 */
function putRepresentative(columns: readonly Column[], cells: readonly string[], values: Values, put: Put): void {
  const filled = columns.filter(({ index }) => !saysNobody.test(cells[index] ?? ''));
  const words = filled.flatMap(({ representative }) => representative ?? []);
  const word = strictestRepresentation(words);
  if (values.representation === undefined) put('representation', word);
  else if (word !== undefined) values.representation = stricter.representation!(values.representation, word);
  for (const { index, becomes, representative, textOf } of columns)
    if (representative === undefined || representative === word)
      put(becomes as ContactField, textOf(cells[index] ?? ''));
}

const addressFields: readonly ContactField[] = ['street', 'houseNumber', 'postcode', 'town'];

const saysNobody = /^[\s.–/-]*$|^(nee|geen|n|nvt|n\.v\.t\.?|no|none|0)$/i;

/** A salutation that is not allowed stays here; of a name nothing is lost: without fields for its parts it is the surname as a whole. */
function putName(cell: string, put: Put, allowed: ReadonlySet<ContactField>): void {
  const { salutation, initials, prefix, surname } = splitName(cell);
  put('salutation', salutation);
  const isPrefixApart = prefix === undefined || allowed.has('prefix');
  const isApart = initials === undefined || allowed.has('initials');
  if (isApart) {
    put('initials', initials);
    if (isPrefixApart) put('prefix', prefix);
    put('surname', isPrefixApart ? surname : `${prefix} ${surname}`);
  } else put('surname', [initials, prefix, surname].filter(Boolean).join(' '));
}

/** 'Wal, van der' is how systems sort; in a letter it is 'van der Wal'. */
function putSurname(cell: string, hasPrefix: boolean, put: Put, allowed: ReadonlySet<ContactField>): void {
  const { salutation, initials, prefix, surname } = cell.includes(',')
    ? splitName(cell)
    : ({ surname: cell } as NameParts);
  if (hasPrefix || prefix === undefined || initials !== undefined || salutation !== undefined) put('surname', cell);
  else if (allowed.has('prefix')) {
    put('prefix', prefix);
    put('surname', surname);
  } else put('surname', `${prefix} ${surname}`);
}

function putPlace(cell: string, put: Put, allowed: ReadonlySet<ContactField>): void {
  if (readAnyPostcode(cell) !== undefined) {
    put('postcode', cell);
    return;
  }
  const parts = splitPlace(cell);
  if (parts.isDivided) putParts(parts, put);
  // Without a country '1000' cannot be read, but with one it can; a longer text may hold what is not allowed.
  else put('postcode', cell.length <= 10 || allAllowed(addressFields, allowed) ? cell : unreadable);
}

/** '1234 AB Utrecht' under 'Plaats': its postcode comes out only where that is allowed. */
function putTown(cell: string, put: Put, allowed: ReadonlySet<ContactField>): void {
  // Digits that could be of a postcode or a house number.
  const parts = /,|(?<![\p{L}\d-])\d/u.test(cell) ? splitPlace(cell) : undefined;
  if (parts?.isDivided && parts.town !== undefined) putParts(parts, put);
  else put('town', parts === undefined || allAllowed(addressFields, allowed) ? cell : unreadable);
}

function putAddress(cell: string, ownNumber: string, put: Put, allowed: ReadonlySet<ContactField>): void {
  if (!/[\d,\n]/.test(cell)) {
    put('street', cell);
    return;
  }
  const parts = splitAddress(cell);
  const { street, houseNumber } = parts;
  if (ownNumber !== '') {
    // 'Plein 1944' beside a house number of its own is a street; 'Dorpsstraat 12' beside '12' says it twice.
    const isTwice = houseNumber !== undefined && sameNumber(houseNumber, ownNumber);
    const name = houseNumber === undefined || isTwice ? street : `${street ?? ''} ${houseNumber}`.trim();
    const { houseNumber: _, ...others } = parts;
    putParts({ ...others, ...(name === undefined ? {} : { street: name }) }, put);
    return;
  }
  if (parts.isDivided || allAllowed(addressFields, allowed)) putParts(parts, put);
  else putParts({ ...parts, street: unreadable }, put);
}

function putParts({ street, houseNumber, postcode, town, country }: Partial<AddressParts>, put: Put): void {
  put('street', street);
  put('houseNumber', houseNumber);
  put('postcode', postcode);
  put('town', town);
  put('country', country);
}

const sameNumber = (one: string, other: string) => /^\d+/.exec(one)?.[0] === /^\d+/.exec(other)?.[0];

function allAllowed(fields: readonly ContactField[], allowed: ReadonlySet<ContactField>): boolean {
  return fields.every((field) => allowed.has(field));
}

function masking(values: Values): RowRead {
  let masked: ContactField[] | undefined;
  for (const [field, text] of Object.entries(values) as [ContactField, string][]) {
    if (text.length < 8 || neverMasked.has(field)) continue;
    const left = withoutCitizenServiceNumbers(text);
    if (left === text) continue;
    values[field] = left;
    masked ??= [];
    masked.push(field);
  }
  return { values, masked: masked ?? [] };
}
