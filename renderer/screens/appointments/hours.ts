/** Appointments put in the hours of their days: which hours there are, which of them are open, and what stands in each. */
import type { Day } from '../../../shared/calendar.ts';
import type { AppointmentsView } from '../../../shared/contact-views.ts';

type Appointment = AppointmentsView['appointments'][number];
type CallDay = AppointmentsView['windows'][number];

export interface Cell {
  readonly on: Day;
  /** Some of it lies in the hours of calling. */
  readonly isOpen: boolean;
  readonly appointments: readonly Appointment[];
}

export interface HourRow {
  /** 9 for 9:00 until 10:00. */
  readonly hour: number;
  readonly cells: readonly Cell[];
}

const hourOf = (at: string) => Number(at.slice(0, 2));
const ofDay = 24;

/** From the first hour in which people are rung, or someone has an appointment, to the last; one cell per day in each. */
export function hourRows({
  windows,
  appointments,
}: Pick<AppointmentsView, 'windows' | 'appointments'>): readonly HourRow[] {
  const hours = Array.from({ length: ofDay }, (_, hour) => hour);
  const used = hours.filter(
    (hour) => windows.some((day) => isOpenHour(day, hour)) || appointments.some(({ at }) => hourOf(at) === hour),
  );
  const [first, last] = [used[0], used.at(-1)];
  if (first === undefined || last === undefined) return [];
  return hours.slice(first, last + 1).map((hour) => ({
    hour,
    cells: windows.map((day) => ({
      on: day.on,
      isOpen: isOpenHour(day, hour),
      appointments: appointments.filter(({ on, at }) => on === day.on && hourOf(at) === hour),
    })),
  }));
}

function isOpenHour({ from, to }: CallDay, hour: number): boolean {
  if (from === undefined || to === undefined) return false;
  return from < written(hour + 1) && to > written(hour);
}

/** 'HH:00'; 24:00 for the end of a day. */
export const written = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Whether that hour of that day lies in the hours of calling; until `to`, which is not in it any more. */
export function isInWindow(day: CallDay | undefined, at: string): boolean {
  return day?.from !== undefined && day.to !== undefined && at >= day.from && at < day.to;
}
