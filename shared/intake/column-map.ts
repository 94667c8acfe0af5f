/**
 * Which column of an extract becomes which field of the contact data. Only a column that becomes an allowed field is read; of the others
 * at most the header is told, so that a person can see that it was not read (AVG art. 5(1)(c)).
 */
import { type ContactField, contactFields } from '../study/contact-data.ts';
import type { ConsentBasis, Group } from '../study/group.ts';
import { columnLetter } from './column-letter.ts';
import { type FieldOfHeader, findFieldOfHeader, longestHeader } from './field-words.ts';

/** What a column can hold: one field, or several that are told apart in each cell. */
export const columnMeanings = [...contactFields, 'wholeName', 'wholeAddress', 'postcodeAndTown'] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

export interface ColumnMatch {
  /** The letter that a spreadsheet shows. */
  readonly column: string;
  /** Left out where the text may be a person's data instead of a header. */
  readonly header?: string;
  readonly hidden: boolean;
  readonly becomes: ColumnMeaning | 'not-allowed' | 'not-recognised';
  readonly by?: 'header' | 'remembered' | 'chosen';
  /** What its cells look like, when nothing else says it; it is not read before a person says so. */
  readonly looksLike?: ColumnMeaning;
}

/** What a person decided, by column letter, over what the headers suggest. It cannot reach beyond the allowed fields. */
export type ColumnMap = Readonly<Record<string, ColumnMeaning | 'not-read'>>;

type Rows = readonly (readonly string[])[];

/** How far down a header row is looked for. */
const headerWithin = 20;

/**
 * Index of the header row: the first row with two headers that are known, else the first row with two filled cells, else a first filled
 * cell that is a known header (a list of nothing but e-mail addresses). Undefined when there is none: then nothing can be read.
 */
export function findHeaderRow(rows: Rows): number | undefined {
  const first = rows.slice(0, headerWithin);
  const known = first.findIndex((row) => countKnown(row) >= 2);
  if (known >= 0) return known;
  const filled = rows.findIndex((row) => row.filter((cell) => cell !== '').length >= 2);
  if (filled >= 0) return filled;
  const any = rows.findIndex((row) => row.some((cell) => cell !== ''));
  return any >= 0 && countKnown(rows[any]!) === 1 ? any : undefined;
}

/**
 * What becomes of each column. A field is taken from one column only, the one with the surest header; a house number is followed by its
 * additions.
 *
 * @param headers the cells of the header row
 * @param width number of columns in the sheet; more than `headers` when columns without a header hold cells
 */
export function columnMatches(
  headers: readonly string[],
  width: number,
  allowed: readonly ContactField[],
  map: ColumnMap = {},
): readonly ColumnMatch[] {
  const isHeaderRow = countKnown(headers) >= 2;
  const decided = new Map(Object.entries(map));
  const claims = Array.from({ length: Math.max(width, headers.length) }, (_, index): FieldOfHeader | undefined => {
    const choice = decided.get(columnLetter(index));
    if (choice === 'not-read') return undefined;
    if (choice !== undefined) return { field: choice as ContactField, rank: -1, addition: false };
    return findFieldOfHeader(headers[index] ?? '');
  });
  return claims.map((claim, index): ColumnMatch => {
    const header = headers[index] ?? '';
    const letter = columnLetter(index);
    const by = claim === undefined ? {} : { by: decided.has(letter) ? ('chosen' as const) : ('header' as const) };
    const isShown = findFieldOfHeader(header) !== undefined || (isHeaderRow && looksLikeHeader(header));
    return {
      column: letter,
      ...(isShown ? { header } : {}),
      ...by,
      hidden: false,
      becomes:
        claim === undefined || isLost(claim, index, claims) ? 'not-recognised' : allowedOrNot(claim.field, allowed),
    };
  });
}

function allowedOrNot(field: ContactField, allowed: readonly ContactField[]): ContactField | 'not-allowed' {
  return allowed.includes(field) ? field : 'not-allowed';
}

/** Whether another column claims the same field with a surer header, or with the same and stands before. */
function isLost(claim: FieldOfHeader, index: number, claims: readonly (FieldOfHeader | undefined)[]): boolean {
  if (claim.addition) return false;
  return claims.some(
    (other, at) =>
      other !== undefined &&
      !other.addition &&
      other.field === claim.field &&
      (other.rank < claim.rank || (other.rank === claim.rank && at < index)),
  );
}

function countKnown(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '' && findFieldOfHeader(cell) !== undefined).length;
}

/** Words without digits or @: in a file without headers this row may be a person. */
function looksLikeHeader(text: string): boolean {
  return text !== '' && text.length <= longestHeader && !/[\d@]/.test(text);
}

/**
 * Fields without which nobody in the group could be accepted, so that the file is refused as a whole instead of row by row. Consent must
 * be demonstrable: that it was given, when, and for which channels (AVG art. 7(1)).
 */
export function fieldsMissing(columns: readonly ColumnMatch[], group: Group): readonly ContactField[] {
  const present = new Set(columns.map((column) => column.becomes));
  const bases = [group.consentBasis, ...Object.values(group.consentBasisByStratum)];
  const needed = bases.includes('opt-in')
    ? neededByBasis['opt-in']
    : bases.every((basis) => basis === 'business-contact')
      ? neededByBasis['business-contact']
      : neededByBasis['no-objection'];
  // Where the client posts the letters itself, its own number of a person says who it is.
  const whole = group.postedByClient ? ['clientNumber' as const, ...needed.filter(isAboutConsent)] : needed;
  return whole.filter((field) => !present.has(field));
}

const isAboutConsent = (field: ContactField) => ['consent', 'consentOn', 'channels'].includes(field);

const neededByBasis: Readonly<Record<ConsentBasis, readonly ContactField[]>> = {
  'opt-in': ['surname', 'consent', 'consentOn', 'channels'],
  'no-objection': ['surname'],
  'business-contact': ['email'],
};
