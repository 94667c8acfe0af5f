/** The hour at a desk, as the rules of call windows and appointments ask for it. */
import { type Day, weekday } from '../../shared/calendar.ts';
import { daypartOf, type Hour } from '../../shared/schedule/call-days.ts';
import type { Daypart } from '../../shared/study/calling.ts';
import type { Desk } from '../desk.ts';

export interface Now {
  readonly today: Day;
  /** 'HH:MM' */
  readonly at: Hour;
  readonly daypart: Daypart;
  /** In a practice study days can be moved and hours cannot: one may practise at night. */
  readonly isHourKept: boolean;
}

export function nowAt({ host, store, today }: Pick<Desk, 'host' | 'store' | 'today'>): Now {
  const now = host.clock.now();
  const at = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  return { today, at, daypart: daypartOf(at, weekday(today)), isHourKept: !store.study.get().isPractice };
}

/** Minutes from one hour of a day to another; negative when it is earlier. */
export function minutesBetween(from: Hour, to: Hour): number {
  const [minutesFrom, minutesTo] = [from, to].map((hour) => Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3)));
  return minutesTo! - minutesFrom!;
}
