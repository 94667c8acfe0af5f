/** When an appointment of today is told: five minutes before its hour, and at it. */
import type { AppointmentsView } from '../../../shared/contact-views.ts';

export interface Alarm {
  readonly kind: 'soon' | 'now';
  /** 'HH:MM'. */
  readonly at: string;
  readonly count: number;
}

const toldForMinutes = 5;

export function minutesOf(at: string): number {
  const [hours = 0, minutes = 0] = at.split(':').map(Number);
  return hours * 60 + minutes;
}

/** What is told at this minute of the day: what has begun goes before what begins soon. One that passed longer ago is told no more. */
export function alarmAt(
  today: readonly Pick<AppointmentsView['appointments'][number], 'at'>[],
  now: number,
): Alarm | undefined {
  const at = (kind: Alarm['kind']) =>
    today
      .map((each) => each.at)
      .filter((each) => {
        const ahead = minutesOf(each) - now;
        return kind === 'now' ? ahead <= 0 && ahead > -toldForMinutes : ahead > 0 && ahead <= toldForMinutes;
      })
      .toSorted();
  for (const kind of ['now', 'soon'] as const) {
    const told = at(kind);
    const first = told[0];
    if (first !== undefined) return { kind, at: first, count: told.filter((each) => each === first).length };
  }
  return undefined;
}
