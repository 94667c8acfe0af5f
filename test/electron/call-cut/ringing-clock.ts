/** Noon of the first day, at which nothing wakes by itself. */
import type { Clock } from '../../../electron/clock.ts';
import { firstDay } from '../call-room.ts';

export const ringingDay = firstDay;

export function ringingClock(): Clock {
  const noon = new Date(2026, 2, 2, 12, 0);
  return { now: () => noon, elapsedMs: () => performance.now(), every: () => () => undefined };
}
