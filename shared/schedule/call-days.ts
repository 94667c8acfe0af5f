/** On which days and at which hours people may be rung, and in which part of the day an hour falls. */
import { addDays, type Day, findDutchHoliday, weekday } from '../calendar.ts';
import {
  type Calling,
  type CallWindow,
  type Daypart,
  dayparts,
  defaultCalling,
  type Weekday,
} from '../study/calling.ts';
import type { Protocol } from '../study/protocol.ts';

/** An hour of the day, 'HH:MM'; hours compare as strings. */
export type Hour = string;
const [noon, six] = ['12:00', '18:00'];
/** A year of days, and the longest row of holidays in it: what has no day by then has none. */
const searchedDays = 400;

/** How the protocol is rung; what every protocol begins with when it does not say. */
export const callingOf = ({ calling }: Pick<Protocol, 'calling'>): Calling => calling ?? defaultCalling;

/** The windows of a day: none on a public holiday, nor on a day that the protocol closes. */
export function windowsOn(calling: Calling, on: Day): readonly CallWindow[] {
  if (findDutchHoliday(on) !== undefined || calling.closedOn.includes(on)) return [];
  return calling.windows[weekday(on)];
}

export function isCallDay(calling: Calling, on: Day): boolean {
  return windowsOn(calling, on).length > 0;
}

/** The first day from `from` on, itself included, on which people may be rung; undefined when there is none within a year. */
export function callDayFrom(calling: Calling, from: Day): Day | undefined {
  for (let days = 0; days < searchedDays; days += 1) {
    const on = addDays(from, days);
    if (isCallDay(calling, on)) return on;
  }
  return undefined;
}

/** Whether people may be rung on this day at this hour. */
export function isInWindow(calling: Calling, on: Day, at: Hour): boolean {
  return windowsOn(calling, on).some(({ from, to }) => from <= at && at < to);
}

/** When people may be rung next: from this hour of this day on when they may now. Undefined when there is no window within a year. */
export function nextWindow(calling: Calling, on: Day, at: Hour): { readonly on: Day; readonly from: Hour } | undefined {
  if (isInWindow(calling, on, at)) return { on, from: at };
  const [laterToday] = windowsOn(calling, on)
    .flatMap(({ from }) => (from > at ? [from] : []))
    .toSorted();
  if (laterToday !== undefined) return { on, from: laterToday };
  const next = callDayFrom(calling, addDays(on, 1));
  if (next === undefined) return undefined;
  const [from] = windowsOn(calling, next)
    .map((window) => window.from)
    .toSorted();
  return from === undefined ? undefined : { on: next, from };
}

/** The part of the day in which an hour falls: until noon, until six, after it; a Saturday is one part, and so is a Sunday that is rung on. */
export function daypartOf(at: Hour, on: Weekday): Daypart {
  if (on >= 6) return 'saturday';
  return at < noon ? 'morning' : at < six ? 'afternoon' : 'evening';
}

const partsByCalling = new WeakMap<Calling, readonly Daypart[]>();

/** The parts of the day in which there are windows, in their order. */
export function partsWithWindows(calling: Calling): readonly Daypart[] {
  const known = partsByCalling.get(calling);
  if (known !== undefined) return known;
  const week = [1, 2, 3, 4, 5] as const;
  const overlaps = (start: Hour, end: Hour) =>
    week.some((each) => calling.windows[each].some(({ from, to }) => from < end && to > start));
  const has: Readonly<Record<Daypart, boolean>> = {
    morning: overlaps('00:00', noon),
    afternoon: overlaps(noon, six),
    evening: overlaps(six, '24:00'),
    saturday: calling.windows[6].length + calling.windows[7].length > 0,
  };
  const found = dayparts.filter((part) => has[part]);
  partsByCalling.set(calling, found);
  return found;
}
