/** Readings and takings-in that go on: the seat where one was asked may stop it. Nothing of it is stored then. */
import { refuse } from '../../shared/problem.ts';
import type { Desk } from '../desk.ts';

/**
 * Does `work` with a signal that stops it. Between its steps the work asks `refuseStopped`; the reader of a file is ended by force.
 * Refuses `intake.cancelled`.
 */
export async function stoppable<T>({ session, seat }: Desk, work: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const going = session.intakes.get(seat) ?? new Set();
  session.intakes.set(seat, going.add(stop));
  try {
    return await work(stop.signal);
  } finally {
    going.delete(stop);
    if (going.size === 0) session.intakes.delete(seat);
  }
}

/** Stops what goes on at this seat. */
export function stopIntakes({ session, seat }: Desk): void {
  for (const stop of session.intakes.get(seat) ?? []) stop.abort();
}

export function refuseStopped(stop: AbortSignal): void {
  if (stop.aborted) refuse('intake.cancelled', {});
}
