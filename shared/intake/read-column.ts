/** How the cells of a column become the text of their field: days out of numbers, a birth as coarse as is allowed, an answer turned round. */
import { type ColumnHabits, findYearOfTwoDays } from './column-habits.ts';
import type { ColumnMeaning } from './column-meaning.ts';
import { isObjectionHeader } from './header-meaning.ts';
import { asksWhoLives } from './may-tell-no.ts';
import { type BirthField, readBirth } from './read-birth.ts';
import { readDay } from './read-cell.ts';
import { deathOfAnswer, objectionOfAnswer } from './read-consent.ts';
import { type DayBounds, readDayOf } from './read-day.ts';

/** Stands for a cell of which something may not leave the reader and the rest cannot be told apart: it is remarked on as unreadable. */
export const unreadable = '?';

/** Many people share a day: what a cell said before it says again. */
function remembering(read: (cell: string) => string): (cell: string) => string {
  const before = new Map<string, string>();
  return (cell) => {
    const known = before.get(cell);
    if (known !== undefined) return known;
    const text = read(cell);
    if (cell.length <= 20 && before.size < 50_000) before.set(cell, text);
    return text;
  };
}

export interface ColumnToRead {
  readonly meaning: ColumnMeaning;
  readonly becomes: ColumnMeaning;
  readonly header: string;
  readonly habit: ColumnHabits;
}

/** How the cells of a column become the text of its field. */
export function textsOfColumn(
  { meaning, becomes, header, habit }: ColumnToRead,
  { birth, days }: Record<'birth' | 'days', DayBounds>,
): (cell: string) => string {
  switch (meaning) {
    case 'birthDate':
    case 'birthYear':
    case 'ageBand': {
      // What is not understood of a whole day stays as it is said; of a coarser field it could be the day.
      const otherwise = (cell: string) => (becomes === 'birthDate' ? cell : unreadable);
      return remembering((cell) => {
        const year = findYearOfTwoDays(cell, habit);
        if (year === undefined) return readBirth(cell, becomes as BirthField, birth) ?? otherwise(cell);
        return (becomes === 'birthDate' ? undefined : readBirth(year, becomes as BirthField, birth)) ?? unreadable;
      });
    }
    case 'consentOn':
    case 'deceased':
    case 'supportEnded':
      if (meaning === 'deceased' && asksWhoLives(header)) return deathOfAnswer;
      return remembering((cell) => {
        if (findYearOfTwoDays(cell, habit) !== undefined) return meaning === 'consentOn' ? unreadable : 'ja';
        return !/\d\D?\d/.test(cell) || readDay(cell) !== undefined ? cell : (readDayOf(cell, days) ?? cell);
      });
    case 'sex':
      return habit.isBinary ? (cell) => (/^[01]$/.test(cell) ? unreadable : cell) : asItIs;
    case 'consent':
      return isObjectionHeader(header) ? objectionOfAnswer : asItIs;
    default:
      return asItIs;
  }
}

const asItIs = (cell: string) => cell;
