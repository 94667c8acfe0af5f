/**
 * Attempts at one person are spread over the parts of the day: whoever is never at home in the morning is not rung eight mornings. See
 * docs/decisions/0032-who-is-rung-when.md.
 */
import { type Day, daysBetween } from '../calendar.ts';
import type { Attempt } from '../study/attempt.ts';
import type { Calling, Daypart } from '../study/calling.ts';
import { partsWithWindows } from './call-days.ts';
import type { DueContact } from './due-contact.ts';

/** A case that came due so many days ago and still waits is offered in any part of the day. */
export const waitsAtMostDays = 3;

type TriedCall = Pick<Attempt, 'channel' | 'daypart' | 'outcome'>;

/** The calls that were made in this part of the day. */
export function triedIn(part: Daypart, attempts: readonly TriedCall[]): number {
  return attempts.filter(({ channel, daypart }) => channel === 'phone' && daypart === part).length;
}

/**
 * Whether a case that is due may be offered in this part of the day: it was tried in it no more often than in the part, of those with
 * windows, in which it was tried least. An appointment always may, and so may a case that waited too long.
 */
export function mayBeOffered(
  calling: Calling,
  due: Pick<DueContact, 'on' | 'kind'>,
  attempts: readonly TriedCall[],
  now: { readonly today: Day; readonly daypart: Daypart },
): boolean {
  if (due.kind !== undefined || daysBetween(due.on, now.today) > waitsAtMostDays) return true;
  const least = Math.min(...partsWithWindows(calling).map((part) => triedIn(part, attempts)));
  return triedIn(now.daypart, attempts) <= least;
}
