/** The fields of the contact data in the groups in which a person looks for them: for ticks and lists that would be too long in one. */
import { type ColumnMeaning, columnMeanings } from '../shared/intake/column-map.ts';
import type { ContactField } from '../shared/study/contact-data.ts';

export const fieldGroups = {
  name: ['organisation', 'salutation', 'initials', 'prefix', 'surname'],
  address: ['street', 'houseNumber', 'postcode', 'town', 'country'],
  reach: ['email', 'phone', 'mobile'],
  person: ['birthDate', 'birthYear', 'ageBand', 'sex'],
  study: ['clientNumber', 'stratum', 'supportEnded', 'note'],
  consent: ['consent', 'consentOn', 'consentText', 'consentSource', 'channels'],
  representative: ['representation', 'representativeName', 'representativePhone', 'representativeEmail'],
  changes: ['deceased', 'news'],
} as const satisfies Readonly<Record<string, readonly ContactField[]>>;
export type FieldGroup = keyof typeof fieldGroups;

/** Of these the agreement needs one at most: each says an age, the first the most precisely. */
export const ageFields = ['birthDate', 'birthYear', 'ageBand'] as const satisfies readonly ContactField[];

/** Columns that hold several fields at once, and whose each cell is told apart. */
const together: Readonly<Record<Exclude<ColumnMeaning, ContactField>, FieldGroup>> = {
  wholeName: 'name',
  wholeAddress: 'address',
  postcodeAndTown: 'address',
};

/** What a column may be said to be under this agreement, by group; groups of which nothing is allowed are left out. */
export function meaningsAllowed(
  allowed: readonly ContactField[],
): readonly { readonly group: FieldGroup; readonly meanings: readonly ColumnMeaning[] }[] {
  // An age may stand as a birth date in the file: only as much of it is kept as is allowed.
  const may: ReadonlySet<ColumnMeaning> = new Set([
    ...allowed,
    ...(allowed.includes('ageBand') || allowed.includes('birthYear') ? (['birthDate', 'birthYear'] as const) : []),
  ]);
  return (Object.keys(fieldGroups) as FieldGroup[]).flatMap((group) => {
    const fields: readonly ContactField[] = fieldGroups[group];
    const meanings = columnMeanings.filter((meaning) =>
      meaning in together
        ? together[meaning as keyof typeof together] === group && fields.some((field) => may.has(field))
        : fields.includes(meaning as ContactField) && may.has(meaning),
    );
    return meanings.length === 0 ? [] : [{ group, meanings }];
  });
}
