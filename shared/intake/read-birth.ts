/**
 * A cell about when someone was born, made as coarse as the agreement allows: the day, the year, or a band of ten years; inside the reader, so
 * that the rest never leaves it (AVG art. 5(1)(c)).
 *
 * From a year alone the band is that of the age reached in the year of reading, as tables on 31 December have it; nobody's birthday is guessed.
 * An age never becomes a year or a day.
 */
import { ageOn, type Day } from '../calendar.ts';
import { ageBandOf, findAges, findBandOf, oldest } from '../study/age-band.ts';
import { type DayBounds, readDayOf } from './read-day.ts';

export const birthFields = ['birthDate', 'birthYear', 'ageBand'] as const;
export type BirthField = (typeof birthFields)[number];

/** Bounds for a day of birth. */
export function birthBounds(today: Day, counts1904: boolean): DayBounds {
  const earliest = `${Number(today.slice(0, 4)) - oldest}${today.slice(4)}` as Day;
  return { earliest, latest: today, counts1904 };
}

/** The value of the field, as text; undefined when the cell does not tell it. */
export function readBirth(text: string, as: BirthField, bounds: DayBounds): string | undefined {
  const day = readDayOf(text, bounds);
  if (as === 'birthDate') return day;
  const year = day === undefined ? readYear(text, bounds) : Number(day.slice(0, 4));
  if (as === 'birthYear') return year === undefined ? undefined : String(year);
  if (day !== undefined) return ageBandOf(Math.max(0, ageOn(day, bounds.latest)));
  if (year !== undefined) return ageBandOf(Number(bounds.latest.slice(0, 4)) - year);
  const ages = findAges(text.trim());
  // A band that the list has itself stays as it is said, in our way of writing.
  return ages && (findBandOf(ages) ?? (ages.to === oldest ? `${ages.from}+` : `${ages.from}-${ages.to}`));
}

/** '1957', and of the population register's incomplete days '00-00-1957' and '19570000'. */
function readYear(text: string, { earliest, latest }: DayBounds): number | undefined {
  const [, alone, last, first] =
    /^(?:(\d{4})(?:[.,]0+)?|\d{1,2}[-/. ]\d{1,2}[-/. ](\d{4})|(\d{4})(?:-?\d{2}-?00|-?00-?\d{2}))$/.exec(text.trim()) ??
    [];
  const incomplete = last !== undefined && /(^|[-/. ])00?[-/. ]/.test(text.trim());
  const year = Number(alone ?? (incomplete ? last : undefined) ?? first);
  return year >= Number(earliest.slice(0, 4)) && year <= Number(latest.slice(0, 4)) ? year : undefined;
}
