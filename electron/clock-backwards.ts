/**
 * A clock that runs backwards. Days decide who may be contacted and when a study ends, so in a real study no day may come before the day of
 * the journal's last entry. There is no tolerance: a day is long, and an office stays in one place. A practice study has a clock of its own.
 */
import type { Day } from '../shared/calendar.ts';
import { refuse } from '../shared/problem.ts';
import type { Store } from './store/store.ts';

/** Refuses `study.clock-backwards`. */
export function refuseBackwards(store: Store, today: Day): void {
  const stands = store.journal.last()?.on;
  if (stands !== undefined && today < stands && !store.study.get().isPractice)
    refuse('study.clock-backwards', { stands, today });
}
