/**
 * A clock that runs backwards. Days decide who may be contacted and when a study ends, so in a real study no day may come before the day of
 * the journal's last entry. There is no tolerance: a day is long, and an office stays in one place. A practice study has a clock of its own.
 */
import type { Day } from '../shared/calendar.ts';
import { refuse } from '../shared/problem.ts';
import type { Store } from './store/store.ts';

/** The day of the journal's last entry when `today` comes before it. */
export function findBackwards(store: Store, today: Day): Day | undefined {
  const stands = store.journal.last()?.on;
  return stands !== undefined && today < stands && !store.study.get().isPractice ? stands : undefined;
}

/** Refuses `study.clock-backwards`. */
export function refuseBackwards(store: Store, today: Day): void {
  const stands = findBackwards(store, today);
  if (stands !== undefined) refuse('study.clock-backwards', { stands, today });
}
