/** How a group is rung, while it is being written: hours may be half typed, and a box that is empty follows the rule above it. */
import type { Day } from '../../../shared/calendar.ts';
import {
  type CallAgainOutcome,
  type Calling,
  callAgainOutcomes,
  defaultCalling,
  type Weekday,
} from '../../../shared/study/calling.ts';

/** '' while a box is not whole. */
export interface DraftWindow {
  readonly from: string;
  readonly to: string;
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];
/** As many hours as a day may have. */
export const mostWindows = 4;

export interface DraftCalling {
  readonly windows: Readonly<Record<Weekday, readonly DraftWindow[]>>;
  readonly closedOn: readonly Day[];
  readonly againAfterDays: Readonly<Partial<Record<CallAgainOutcome, number | undefined>>>;
  readonly softRefusal: Calling['softRefusal'];
  readonly targets: Readonly<Record<string, number | undefined>>;
}

export function draftCallingOf(calling: Calling | undefined): DraftCalling {
  return calling ?? defaultCalling;
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
/** What is wrong with the hours of one day: one is not whole, ends before it begins, or lies over another. */
export type WindowFault = 'incomplete' | 'turned' | 'overlapping';

export function windowFault(windows: readonly DraftWindow[]): WindowFault | undefined {
  if (windows.some(({ from, to }) => !isTime(from) || !isTime(to))) return 'incomplete';
  if (windows.some(({ from, to }) => from >= to)) return 'turned';
  const inOrder = windows.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return inOrder.some(({ from }, nr) => nr > 0 && from < inOrder[nr - 1]!.to) ? 'overlapping' : undefined;
}

const isWithin = (value: number | undefined, from: number, until: number) =>
  value === undefined || (Number.isInteger(value) && value >= from && value <= until);

/** What the draft stands for; undefined when it is what every protocol begins with. */
export function callingOf(draft: DraftCalling): Calling | undefined | 'incomplete' {
  const { windows, closedOn, softRefusal } = draft;
  if (weekdays.some((day) => windowFault(windows[day]) !== undefined)) return 'incomplete';
  if (!callAgainOutcomes.every((outcome) => isWithin(draft.againAfterDays[outcome], 1, 365))) return 'incomplete';
  const targets = Object.entries(draft.targets).filter(([, count]) => count !== undefined);
  if (!targets.every(([, count]) => isWithin(count, 0, 1_000_000))) return 'incomplete';
  const calling: Calling = {
    windows: perDay((day) => windows[day].map(({ from, to }) => ({ from, to }))),
    closedOn: closedOn.toSorted(),
    againAfterDays: Object.fromEntries(
      callAgainOutcomes.flatMap((outcome) => {
        const days = draft.againAfterDays[outcome];
        return days === undefined ? [] : [[outcome, days]];
      }),
    ),
    softRefusal,
    targets: Object.fromEntries(targets.toSorted(([a], [b]) => (a < b ? -1 : 1))) as Calling['targets'],
  };
  return JSON.stringify(calling) === usual ? undefined : calling;
}

export function perDay<T>(of: (day: Weekday) => T): Readonly<Record<Weekday, T>> {
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5), 6: of(6), 7: of(7) };
}

/** As `callingOf` writes it. */
const usual = JSON.stringify({
  windows: defaultCalling.windows,
  closedOn: [],
  againAfterDays: Object.fromEntries(
    callAgainOutcomes.flatMap((outcome) => {
      const days = defaultCalling.againAfterDays[outcome];
      return days === undefined ? [] : [[outcome, days]];
    }),
  ),
  softRefusal: defaultCalling.softRefusal,
  targets: {},
});

/** The hours of Monday on the other four as well. */
export function asOnMonday(calling: DraftCalling): DraftCalling {
  const { windows } = calling;
  return { ...calling, windows: perDay((day) => (day <= 5 ? windows[1] : windows[day])) };
}

/** One more window on a day, after the last one there. */
export function withWindow(calling: DraftCalling, day: Weekday): DraftCalling {
  const own = calling.windows[day];
  const usualOnDay = defaultCalling.windows[day][0] ?? { from: '10:00', to: '17:00' };
  const next = own.length === 0 ? usualOnDay : { from: '', to: '' };
  return { ...calling, windows: { ...calling.windows, [day]: [...own, next] } };
}
