/** Stopping every contact with one person at once, in every channel; and what has to follow when they withdraw what they said. */
import { refuse } from '../shared/problem.ts';
import { mayHaveAnswers, type Settled, settled } from '../shared/study/case.ts';
import { type FinalCode, finalCodes } from '../shared/study/disposition.ts';
import { strongerCode } from '../shared/study/final-code.ts';
import type { Stopped } from '../shared/views.ts';
import { type Desk, newId } from './desk.ts';
import type { StoredCase } from './store/cases.ts';

/**
 * Inside a write: no contact any more, and an interview that was not finished goes. A case that had ended stays as it ended, unless this says more: whoever
 * was written off and then refuses did refuse.
 */
export function stopCase(one: StoredCase, code: FinalCode, { store, today }: Desk): StoredCase {
  const draft = store.drafts.findOfCase(one.id);
  if (draft !== undefined) store.drafts.remove(draft.id);
  const ended: Settled = { kind: 'final', code, on: today };
  const stands = settled(one.state);
  if (stands.kind === 'open') return store.cases.change(one, { state: ended, nextDue: undefined });
  if (strongerCode(stands.code, code) === stands.code) return one;
  return store.cases.change(one, { state: one.state.kind === 'restricted' ? { ...one.state, was: ended } : ended });
}

/** Inside a write: the answers that this person gave wait for the researcher, whose key alone opens them. False when there are none, or nobody knows which. */
export function queueRemoval(one: StoredCase, { store, today }: Desk): boolean {
  if (!mayHaveAnswers(one.state) || store.epochs.isUnlinked()) return false;
  const isQueued = store.removals.all().some(({ caseId }) => caseId === one.id);
  if (!isQueued) store.removals.insert({ id: newId(), caseId: one.id, askedOn: today });
  return true;
}

/** Whether the answers of this case belong in a dataset: a finished interview, and one of which the study said that enough was answered. */
export function isCounted({ state: now }: Pick<StoredCase, 'state'>): boolean {
  const state = settled(now);
  return state.kind === 'final' && ['I', 'P'].includes(finalCodes[state.code]);
}

/** Interviews of people whose data are restricted; none once nobody knows which they are. */
export const restrictedAnswers = ({ store }: Desk): number =>
  store.epochs.isUnlinked()
    ? 0
    : store.cases.all().filter((one) => one.state.kind === 'restricted' && isCounted(one)).length;

/** Someone took their answers back and they are still there, or had them set aside. */
export const answersWait = (desk: Desk): boolean => desk.store.removals.all().length + restrictedAnswers(desk) > 0;

/** Nobody's answers are put among the others who took them back, or who had them set aside. */
export function refuseWhileAnswersWait(desk: Desk): void {
  const removals = desk.store.removals.all().length;
  const restricted = restrictedAnswers(desk);
  if (removals + restricted > 0) refuse('export.removals-waiting', { removals, restricted });
}

/** What is left to be done, or cannot be undone, after a case was stopped. */
export function afterStopping(one: StoredCase, answersToRemove: boolean, { store, session }: Desk): Stopped {
  const unsent = store.attempts.ofCase(one.id).filter(({ outcome }) => outcome === 'intended');
  return {
    answersToRemove,
    isExported: store.settings.has('exported'),
    isUnlinked: store.epochs.isUnlinked(),
    lettersToTakeOut: unsent.filter(({ batch }) => batch !== undefined).length,
    emailsOnTheirWay: unsent.filter(({ id }) => session.onTheirWay.has(id)).length,
  };
}
