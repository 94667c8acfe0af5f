/** A day and a time as someone types them while they talk. */
import { addDays, type Day } from '../../../shared/calendar.ts';
import { dayTyped } from '../../../shared/study/check-answer.ts';

/** 'HH:MM' from 19:30, 19.30, 19u30, 1930 or 19; undefined when it is none. */
export function timeTyped(text: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?:\s*[:.,uUhH]?\s*(\d{2}))?\s*(?:uur|[uUhH])?$/.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute}`;
}

/** A day as the Dutch write it: 25-3-2026. */
export function writtenDay(day: Day): string {
  return day.split('-').toReversed().map(Number).join('-');
}

/** The day from 25-3-2026, 25-3, 25/3 or 25: what is left out is that of the first such day from `today` on. */
export function dayOfAppointment(text: string, today: Day): Day | undefined {
  const given = text.trim().replaceAll(/[./ ]+/g, '-');
  if (/^\d{1,2}-\d{1,2}-\d{4}$/.test(given)) return dayTyped(given);
  const [, date, month] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(given) ?? [];
  if (date === undefined) return undefined;
  for (let ahead = 0; ahead < 366; ahead += 1) {
    const day = addDays(today, ahead);
    const [, itsMonth, itsDate] = day.split('-').map(Number);
    if (itsDate === Number(date) && (month === undefined || itsMonth === Number(month))) return day;
  }
  return undefined;
}
