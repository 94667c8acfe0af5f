/** What is due for a case next: what the protocol says, with all that is stored of the case. The one way in which the office reckons it. */
import { day } from '../shared/calendar.ts';
import { type DueContact, dueContact, type ScheduledCase } from '../shared/schedule/due-contact.ts';
import type { Protocol } from '../shared/study/protocol.ts';
import type { StoredAttempt } from './store/attempts.ts';
import type { StoredCase } from './store/cases.ts';
import type { Store } from './store/store.ts';

const always = day('9999-12-31');
/** The channels of a case are those that reach the person: what does not work was taken off (`unreachable.ts`), whatever an attempt says of it. */
const asTheyStand = { email: always, letter: always, phone: always, visit: always };

/** The case as the schedule looks at it. */
export function scheduled(one: StoredCase, store: Pick<Store, 'drafts'>): ScheduledCase {
  return { ...one, renewedOn: asTheyStand, isStarted: store.drafts.findOfCase(one.id) !== undefined };
}

/** `attempts`: those of the case, when they were read already or are to be others. */
export function dueOf(
  protocol: Protocol,
  one: StoredCase,
  store: Pick<Store, 'drafts' | 'attempts'>,
  attempts: readonly StoredAttempt[] = store.attempts.ofCase(one.id),
): DueContact | undefined {
  return dueContact(protocol, scheduled(one, store), attempts);
}
