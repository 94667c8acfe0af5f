/** What is due for a case next: what the protocol says, with all that is stored of the case. The one way in which the office reckons it. */
import { type DueContact, dueContact, type ScheduledCase } from '../shared/schedule/due-contact.ts';
import type { Protocol } from '../shared/study/protocol.ts';
import type { StoredAttempt } from './store/attempts.ts';
import type { StoredCase } from './store/cases.ts';
import type { Store } from './store/store.ts';

/** The case as the schedule looks at it. */
export function scheduled(one: StoredCase, store: Pick<Store, 'drafts'>): ScheduledCase {
  return { ...one, isStarted: store.drafts.findOfCase(one.id) !== undefined };
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
