/**
 * How a column as a whole writes, where a single cell would be read wrongly: '3/12/1957' in a column that also has '3/13/1957' is a day in March,
 * and a sex of '1' in one that also has '0' could be either. Such cells are not guessed at: they are unreadable.
 */
import type { ColumnMeaning } from './column-meaning.ts';

export interface ColumnHabits {
  /** Days have their month first. */
  readonly isAmerican: boolean;
  /** A code is 0 or 1, and what they stand for is not known. */
  readonly isBinary: boolean;
}

export const noHabits: ColumnHabits = { isAmerican: false, isBinary: false };

const days: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>([
  'birthDate',
  'birthYear',
  'ageBand',
  'consentOn',
  'deceased',
  'supportEnded',
]);
const dayOrMonthFirst = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?!\d)/;

const isMonth = (part: string | undefined) => Number(part) >= 1 && Number(part) <= 12;
const isDayOnly = (part: string | undefined) => Number(part) > 12 && Number(part) <= 31;

/** Looks at every cell of a column of days or sexes; other columns have no habits that matter. */
export function habitsOf(meaning: ColumnMeaning, cells: Iterable<string>): ColumnHabits {
  if (meaning === 'sex') {
    for (const cell of cells) if (cell === '0') return { isAmerican: false, isBinary: true };
    return noHabits;
  }
  if (!days.has(meaning)) return noHabits;
  let american = 0;
  let dutch = 0;
  for (const cell of cells) {
    if (cell.length < 6 || cell.length > 24 || cell[4] === '-') continue;
    const [, first, second] = dayOrMonthFirst.exec(cell) ?? [];
    // 31-31-1961 is a day in no order, and so tells of none.
    if (isMonth(first) && isDayOnly(second)) american += 1;
    else if (isDayOnly(first) && isMonth(second)) dutch += 1;
  }
  // One slip of a hand among Dutch days is no habit.
  return { isAmerican: american > dutch, isBinary: false };
}

/** Whether a cell of a column of this habit could be two days; the year of both, as the cell has it. */
export function findYearOfTwoDays(cell: string, { isAmerican }: ColumnHabits): string | undefined {
  if (!isAmerican) return undefined;
  const [, first, second, year] = dayOrMonthFirst.exec(cell) ?? [];
  return first !== undefined && Number(first) <= 12 && Number(second) <= 12 && Number(first) !== Number(second)
    ? year
    : undefined;
}
