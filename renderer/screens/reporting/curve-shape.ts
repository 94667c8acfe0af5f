/** Where everything of the curve stands: lines, flags of the contact moments, steps of the axes. Sizes are in em; no word, no colour. */
import { addDays, type Day, daysBetween } from '../../../shared/calendar.ts';
import type { CurveView } from '../../../shared/views.ts';

export type CurveGroup = CurveView['groups'][number];
type Moment = CurveGroup['moments'][number];
export type Unit = 'percent' | 'count';

/** What a contact moment is to a reader: `reminder` is a message after the first one in the same channel. */
export type MomentKind = Moment['channel'] | 'reminder';
export interface Mark {
  readonly on: Day;
  readonly kind: MomentKind;
  readonly cases: number;
}

export const shareOrCount = (unit: Unit, { invited }: CurveGroup, responses: number) =>
  unit === 'percent' ? (100 * responses) / invited : responses;

/** The days that the curve is about: the first Monday, and the day after which nothing is known yet. */
export function spanOf(
  groups: readonly CurveGroup[],
  today: Day,
): { readonly first: Day; readonly days: number } | undefined {
  const mondays = groups.flatMap(({ weeks }) => weeks.map(({ week }) => week)).toSorted();
  const first = mondays[0];
  const last = mondays.at(-1);
  if (first === undefined || last === undefined) return undefined;
  // A day of nothing would be a curve without a width.
  const latest = last > today ? last : today;
  return { first, days: Math.max(7, daysBetween(first, latest) + 1) };
}

/** The points of a line, in days since the first Monday. The week that is going on ends today: what is still to come is not drawn as nothing. */
export function pointsOf(
  group: CurveGroup,
  span: { readonly first: Day; readonly days: number },
): readonly { readonly day: number; readonly responses: number }[] {
  const start = group.weeks[0] === undefined ? 0 : daysBetween(span.first, group.weeks[0].week);
  const ends = group.weeks.map(({ week, responses }) => ({
    day: Math.min(daysBetween(span.first, addDays(week, 7)), span.days),
    responses,
  }));
  return [{ day: start, responses: 0 }, ...ends];
}

/** The contact moments of a group by what they are; every day on which a message went out is one. */
export function marksOf({ moments }: CurveGroup): readonly (Mark & { readonly isFirstDay: boolean })[] {
  const steps = new Map<string, string[]>();
  return moments
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on, channel, step, cases }) => {
      const known = steps.get(channel) ?? [];
      const isFirstDay = !known.includes(step);
      if (isFirstDay) known.push(step);
      steps.set(channel, known);
      const isMessage = channel === 'email' || channel === 'letter';
      return { on, cases, isFirstDay, kind: isMessage && known.indexOf(step) > 0 ? 'reminder' : channel };
    });
}

/** The flags under the axis: the first day of each step; one where groups have the same on the same day. */
export function flagsOf(groups: readonly CurveGroup[]): readonly Mark[] {
  const flags = new Map<string, Mark>();
  for (const { on, kind, cases, isFirstDay } of groups.flatMap(marksOf)) {
    if (!isFirstDay) continue;
    const key = `${on} ${kind}`;
    flags.set(key, { on, kind, cases: cases + (flags.get(key)?.cases ?? 0) });
  }
  return [...flags.values()].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/**
 * The row of each flag, so that no text stands on another and no pole runs through one: from right to left, each in the first row that is
 * free of the flags at its right, and of the poles of those that hang lower.
 */
export function rowsOf(flags: readonly { readonly at: number; readonly width: number }[]): readonly number[] {
  const order = flags.map((_, index) => index).toSorted((a, b) => flags[b]!.at - flags[a]!.at || b - a);
  const starts: number[] = [];
  const rows = flags.map(() => 0);
  for (const index of order) {
    const { at, width } = flags[index]!;
    // A pole to a lower row runs through all rows above it.
    const row = starts.findLastIndex((start) => at + width > start) + 1;
    rows[index] = row;
    starts[row] = at;
  }
  return rows;
}

/** A round step of which at most five make up `most`. */
export function niceStep(most: number): number {
  const rough = most / 5;
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? power;
}

/** Heights of labels, moved apart where lines end close together; none lower than `lowest`. */
export function spread(heights: readonly number[], distance: number, lowest: number): readonly number[] {
  const order = heights.map((_, index) => index).toSorted((a, b) => heights[a]! - heights[b]!);
  const moved = [...heights];
  for (const [place, index] of order.entries()) {
    const above = place === 0 ? undefined : moved[order[place - 1]!];
    if (above !== undefined) moved[index] = Math.max(moved[index]!, above + distance);
  }
  for (const [place, index] of order.toReversed().entries()) {
    const below = place === 0 ? undefined : moved[order.toReversed()[place - 1]!];
    moved[index] = Math.min(moved[index]!, below === undefined ? lowest : below - distance);
  }
  return moved;
}
