/** After how many minutes without a sign of whoever sits there a place is locked by itself, per role. */
import type { Role } from './person.ts';

export type IdleTimes = Readonly<Record<Role, number>>;

/** An interviewer writes up a call before the next one; whoever sees more has less time. */
export const defaultIdleTimes: IdleTimes = { manager: 5, researcher: 5, interviewer: 10, officer: 5 };

/** In minutes. A place that is locked all the time is worked around, and one that never is guards nothing. */
export const idleMinutes = { least: 1, most: 60 } as const;

/** The shortest time of someone's roles, in minutes. */
export function idleMinutesOf(roles: readonly Role[], times: IdleTimes): number {
  return Math.min(...roles.map((role) => times[role]));
}
