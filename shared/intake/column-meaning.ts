/** What a column of an extract can hold. */
import { type ContactField, contactFields } from '../study/contact-data.ts';

/** One field, or several that are told apart in each cell. */
export const columnMeanings = [...contactFields, 'wholeName', 'wholeAddress', 'postcodeAndTown'] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** The fields that a cell of this meaning can give; the first is the one without which the column is of no use. */
export function fieldsOf(meaning: ColumnMeaning): readonly ContactField[] {
  switch (meaning) {
    case 'wholeName':
      return ['surname', 'salutation', 'initials', 'prefix'];
    case 'wholeAddress':
      return ['street', 'houseNumber', 'postcode', 'town', 'country'];
    case 'postcodeAndTown':
      return ['postcode', 'town', 'country'];
    default:
      return [meaning];
  }
}
