/**
 * Days as they stand in lists: with a month in words, with a year of two digits, as the number of days that a spreadsheet counts. American
 * order is never guessed.
 */
import { type Day, findDay } from '../calendar.ts';
import { readDay } from './read-cell.ts';

export interface DayBounds {
  /** Days outside these cannot be meant: they tell which century a year of two digits is in. */
  readonly earliest: Day;
  readonly latest: Day;
  /** Days are counted from 1 January 1904, else from 1 January 1900. */
  readonly counts1904: boolean;
}

/** The day within the bounds that a cell tells, or undefined: none, or it could be more than one. */
export function readDayOf(text: string, bounds: DayBounds): Day | undefined {
  const found = readDay(text) ?? readSerial(text, bounds.counts1904) ?? readWritten(text, bounds);
  return found !== undefined && found >= bounds.earliest && found <= bounds.latest ? found : undefined;
}

const dayMs = 86_400_000;

/**
 * A whole number of five digits, or of four above 2100: below that it is a year. Spreadsheets that count from 1900 count a 29 February 1900
 * that never was, but no number of this size is before it.
 */
function readSerial(text: string, counts1904: boolean): Day | undefined {
  const [, digits] = /^(\d{4,5})(?:[.,]\d+)?$/.exec(text.trim()) ?? [];
  const serial = Number(digits);
  if (digits === undefined || serial <= 2100) return undefined;
  return findDay(
    new Date(Date.UTC(counts1904 ? 1904 : 1899, counts1904 ? 0 : 11, counts1904 ? 1 : 30) + serial * dayMs)
      .toISOString()
      .slice(0, 10),
  );
}

const months: ReadonlyMap<string, number> = new Map(
  `jan januari january|feb febr februari february|mrt maa maart mar march|apr april|mei may|jun juni june|jul juli july|aug augustus august|
  sep sept september|okt oct oktober october|nov november|dec december`
    .split('|')
    .flatMap((names, index) =>
      names
        .trim()
        .split(' ')
        .map((name) => [name, index + 1] as const),
    ),
);

/** '12 maart 1957', '12-mrt-57', '3-2-57', 'March 12, 1957' not. */
function readWritten(text: string, bounds: DayBounds): Day | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(ma|di|wo|do|vr|za|zo)\p{L}*\.?,?\s+/u, '');
  const [, dayOfMonth, said, year] =
    /^(\d{1,2})[-/. ]+(\p{L}{3,9}|\d{1,2})\.?[-/. ,]+'?(\d{4}|\d{2})$/u.exec(plain) ?? [];
  if (dayOfMonth === undefined || said === undefined || year === undefined) return undefined;
  const month = /\d/.test(said) ? Number(said) : months.get(said);
  if (month === undefined) return undefined;
  const years = year.length === 4 ? [year] : [`19${year}`, `20${year}`];
  const possible = years.flatMap((each) => {
    const found = findDay(`${each}-${String(month).padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`);
    return found !== undefined && found >= bounds.earliest && found <= bounds.latest ? [found] : [];
  });
  return possible.length === 1 ? possible[0] : undefined;
}
