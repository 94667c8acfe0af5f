/** A call that counts as not made, while what was answered in it waits for the next one. */
import type { StoredAttempt } from '../store/attempts.ts';
import type { Store } from '../store/store.ts';

/** Inside a write: the intent goes, and an interview that was begun in it stands without a call. */
export function dropCall(call: StoredAttempt, store: Store): void {
  const draft = store.drafts.findOfCase(call.caseId);
  if (draft?.attemptId === call.id) store.drafts.change(draft, { attemptId: undefined });
  store.attempts.remove(call);
}
