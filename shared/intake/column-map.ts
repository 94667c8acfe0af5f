/**
 * Which column of an extract becomes which field of the contact data. Only a column that becomes an allowed field is read; of the others
 * at most the header is told, so that a person can see that it was not read (AVG art. 5(1)(c)).
 */
import type { ContactField } from '../study/contact-data.ts';
import type { ConsentBasis, Group } from '../study/group.ts';
import { columnLetter } from './column-letter.ts';
import { type ColumnMeaning, columnMeanings, fieldsOf } from './column-meaning.ts';
import type { MeaningOfHeader } from './field-words.ts';
import { findMeaningUnder, isOtherLegalNumber, longestHeader, speaksOfAnother } from './header-meaning.ts';
import { plainWord } from './plain-word.ts';
import { type BirthField, birthFields } from './read-birth.ts';

export { type ColumnMeaning, columnMeanings } from './column-meaning.ts';

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
  /** It may say of someone that they died or do not want it, and nobody knows: nobody is taken in before a person says what it is. */
  readonly mayTellNo?: boolean;
}

/** What a person decided, by column letter, over what the headers suggest. It cannot reach beyond the allowed fields. */
export type ColumnMap = Readonly<Record<string, ColumnMeaning | 'not-read'>>;

/** What there is besides the headers to tell columns by. */
export interface MoreOfColumns {
  readonly map?: ColumnMap | undefined;
  /** What was decided before about a header, by its plain word. */
  readonly remembered?: Readonly<Record<string, ColumnMeaning | 'not-read'>> | undefined;
  /** Headers that stand over several columns; '' for none. */
  readonly groups?: readonly string[];
  /** Indexes of columns that the spreadsheet does not show. */
  readonly hiddenColumns?: readonly number[] | undefined;
}

/** A column and what it is about, also where that is not allowed. */
export interface ColumnRead {
  readonly match: ColumnMatch;
  readonly meaning?: ColumnMeaning;
  /** It continues the field of another column: the letter of a house number. */
  readonly addition?: boolean;
  /** Its header says that it is about someone else than the person of the row. */
  readonly isAboutAnother?: boolean;
  /** As it stands in the file, also where it is not shown: it stays in the reader. */
  readonly header: string;
}

interface Claim extends MeaningOfHeader {
  /** As it comes out: a day of birth of which the year is allowed is a year. Undefined: not allowed. */
  readonly becomes: ColumnMeaning | undefined;
}

/**
 * What becomes of each column. A field is taken from one column only: the one that a person chose, then the one that was remembered, then the
 * one with the surest header; a house number is followed by its additions. Consent, death and representatives are taken from all that tell of
 * them.
 *
 * @param headers the cells of the header row; none when the list has none
 * @param width number of columns in the sheet; more than `headers` when columns without a header hold cells
 */
export function columnMatches(
  headers: readonly string[],
  width: number,
  allowed: readonly ContactField[],
  more: MoreOfColumns = {},
): readonly ColumnMatch[] {
  return columnsRead(headers, width, allowed, more).map(({ match }) => match);
}

export function columnsRead(
  headers: readonly string[],
  width: number,
  allowed: readonly ContactField[],
  more: MoreOfColumns = {},
): readonly ColumnRead[] {
  const { groups = [], hiddenColumns } = more;
  const chosen = new Map(Object.entries(more.map ?? {}));
  const remembered = new Map(Object.entries(more.remembered ?? {}));
  const isHeaderRow =
    headers.filter((header, at) => findMeaningUnder(groups[at] ?? '', header) !== undefined).length >= 2;
  const hidden = new Set(hiddenColumns ?? []);
  const said = Array.from({ length: Math.max(width, headers.length) }, (_, index) => {
    const header = headers[index] ?? '';
    const group = groups[index] ?? '';
    const named = findMeaningUnder(group, header) ?? findNumberBeside(header, headers[index - 1] ?? '');
    const text = headerText(group, header);
    const letter = columnLetter(index);
    const decided = chosen.get(letter);
    const before = text === '' ? undefined : remembered.get(plainWord(text));
    const by: ColumnMatch['by'] =
      decided !== undefined ? 'chosen' : before !== undefined ? 'remembered' : named && 'header';
    const meaning = decided ?? before ?? named?.meaning;
    const rank = { chosen: -2, remembered: -1, header: named?.rank ?? 0 };
    const claim: Claim | undefined =
      by === undefined || meaning === undefined || meaning === 'not-read' || isOtherLegalNumber(text)
        ? undefined
        : {
            meaning,
            rank: rank[by],
            addition: by === 'header' && named!.addition,
            becomes: allowedMeaning(meaning, allowed),
          };
    const isShown = text !== '' && (named !== undefined || (isHeaderRow && looksLikeHeader(text)));
    const match = { column: letter, ...(isShown ? { header: text } : {}), hidden: hidden.has(index) };
    const isAboutAnother = speaksOfAnother(text);
    return { match, claim, by, header: text, isAboutAnother, isLegalNumber: isOtherLegalNumber(text) };
  });
  const claims = withPlainSurname(said.map(({ claim }) => claim));
  return said.map(({ match, by, header, isAboutAnother, isLegalNumber }, index): ColumnRead => {
    const claim = claims[index];
    if (isLegalNumber) return { match: { ...match, becomes: 'not-allowed', by: 'header' }, header };
    if (claim === undefined) {
      // Chosen not to be read.
      const unread = { ...match, becomes: 'not-recognised' as const, ...(by === undefined ? {} : { by }) };
      return { match: unread, header, isAboutAnother };
    }
    if (isLost(claim, index, claims)) return { match: { ...match, becomes: 'not-recognised' }, header };
    const { meaning, becomes = 'not-allowed', addition } = claim;
    return { match: { ...match, becomes, by: by! }, meaning, addition, header };
  });
}

/** 'Nr' says nothing, but right behind the street it is the house's. */
function findNumberBeside(header: string, before: string): MeaningOfHeader | undefined {
  if (!/^(nr|nummer|no|num|number)$/.test(plainWord(header))) return undefined;
  const meaning = findMeaningUnder('', before)?.meaning;
  return meaning === 'street' || meaning === 'wholeAddress'
    ? { meaning: 'houseNumber', rank: 50, addition: false }
    : undefined;
}

/** The header as it is shown and remembered: with the one over it where that says whose it is or what. */
function headerText(group: string, header: string): string {
  if (group === '' || header === '') return header || group;
  const together = findMeaningUnder(group, header);
  const alone = findMeaningUnder('', header);
  return together?.meaning === alone?.meaning && !speaksOfAnother(group) ? header : `${group} ${header}`;
}

/** What a column becomes when only these fields are allowed; undefined: nothing. */
function allowedMeaning(meaning: ColumnMeaning, allowed: readonly ContactField[]): ColumnMeaning | undefined {
  if (isBirth(meaning)) return birthFields.slice(birthFields.indexOf(meaning)).find((field) => allowed.includes(field));
  // A name without its surname is none; of an address each part has its use.
  if (meaning === 'wholeName') return allowed.includes('surname') ? meaning : undefined;
  return fieldsOf(meaning).some((field) => allowed.includes(field)) ? meaning : undefined;
}

const isBirth = (meaning: ColumnMeaning): meaning is BirthField => (birthFields as readonly string[]).includes(meaning);

/** Beside columns with initials or a prefix, 'Naam' is the surname, when no other column is. */
function withPlainSurname(claims: readonly (Claim | undefined)[]): readonly (Claim | undefined)[] {
  const has = (meaning: ColumnMeaning) => claims.some((claim) => claim?.meaning === meaning);
  if (has('surname') || !(has('initials') || has('prefix'))) return claims;
  return claims.map((claim) =>
    claim?.meaning === 'wholeName' && claim.rank >= fromPlainName
      ? { ...claim, meaning: 'surname', becomes: claim.becomes && 'surname' }
      : claim,
  );
}

/** Rank of the first word for a whole name that may be a surname only; words before it say that it is whole. */
const fromPlainName = 6;

/** Columns that give the same: of each kind one is read. */
function kindOf(meaning: ColumnMeaning): string {
  if (isBirth(meaning)) return 'birth';
  return { wholeName: 'surname', wholeAddress: 'street', postcodeAndTown: 'postcode' }[meaning as string] ?? meaning;
}

/** Smaller is better: a person's choice, then parts over what has to be divided, then as much of a birth as is allowed, then the surer header. */
function order({ meaning, rank, becomes }: Claim): readonly number[] {
  const whole = Number(fieldsOf(meaning).length > 1);
  const birth = becomes !== undefined && isBirth(becomes) ? birthFields.indexOf(becomes) : birthFields.length;
  const source = isBirth(meaning) ? birthFields.indexOf(meaning) : 0;
  return [Math.min(rank, 0), whole, isBirth(meaning) ? birth : 0, source, rank];
}

/** 'Bezwaar' beside 'Toestemming', 'Datum overlijden' beside 'Overleden', 'Curator' beside 'Mentor': a no may stand in any of them. */
const readInAll: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>([
  'consent',
  'deceased',
  'representation',
  'representativeName',
  'representativePhone',
  'representativeEmail',
]);

/** Whether another column claims the same with more right, or with the same and stands before. */
function isLost(claim: Claim, index: number, claims: readonly (Claim | undefined)[]): boolean {
  if (claim.addition || readInAll.has(claim.meaning)) return false;
  const own = order(claim);
  return claims.some((other, at) => {
    if (other === undefined || at === index || other.addition || kindOf(other.meaning) !== kindOf(claim.meaning))
      return false;
    const theirs = order(other);
    const differs = own.findIndex((each, nr) => each !== theirs[nr]);
    return differs < 0 ? at < index : theirs[differs]! < own[differs]!;
  });
}

/** Words without digits or @: in a file without headers this row may be a person. */
function looksLikeHeader(text: string): boolean {
  return text !== '' && text.length <= longestHeader && !/[\d@]/.test(text);
}

export function isMeaning(becomes: ColumnMatch['becomes']): becomes is ColumnMeaning {
  return (columnMeanings as readonly string[]).includes(becomes);
}

/**
 * Fields without which nobody in the group could be accepted, so that the file is refused as a whole instead of row by row. Consent must
 * be demonstrable: that it was given, when, and for which channels (AVG art. 7(1)).
 */
export function fieldsMissing(columns: readonly ColumnMatch[], group: Group): readonly ContactField[] {
  const present = new Set(columns.flatMap(({ becomes }) => (isMeaning(becomes) ? fieldsOf(becomes) : [])));
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
