/** What the end of an agreement stops in the office: requests that are past it, and whoever only interviews. */
import type { Day } from '../shared/calendar.ts';
import type { RequestName } from '../shared/contract.ts';
import { refuse } from '../shared/problem.ts';
import { requestUntil } from '../shared/request-until.ts';
import { agreementPhase, refuseAfterEnd } from '../shared/study/agreement-in-force.ts';
import { onlyInterviews, type Role } from '../shared/study/person.ts';
import type { Desk } from './desk.ts';
import { turnEpoch } from './epoch.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store/store.ts';

/**
 * Refuses what the agreement allows no longer, and `study.unlinked` for what would contact someone or link an answer to them anew. An
 * agreement that cannot be opened lets nothing through.
 */
export async function refuseWhenEnded({ settings, store, today }: Desk, request: RequestName): Promise<void> {
  refuseAfterEnd((await settings.find('agreement')) ?? {}, today, requestUntil[request]);
  if (requestUntil[request] === 'contact-end' && store.epochs.isUnlinked()) refuse('study.unlinked', {});
}

/**
 * The last day on which contact data might be used, when that has passed. As long as nothing was taken in there are no contact data, and the
 * day may be a slip that is still mended.
 */
export async function findContactEnd(store: Store, settings: Settings, today: Day): Promise<Day | undefined> {
  if (store.intakes.all().length === 0) return undefined;
  const agreement = (await settings.find('agreement')) ?? {};
  const phase = agreementPhase(agreement, today);
  return phase === 'contact-ended' || phase === 'answers-ended' ? agreement.endsOn : undefined;
}

/** Refuses `session.study-ended` to whoever only interviews. */
export function refuseInterviewerAfterEnd(roles: readonly Role[], endsOn: Day): void {
  if (onlyInterviews(roles)) refuse('session.study-ended', { endsOn });
}

/**
 * From the day after the last on which contact data may be used, once someone who holds the contact key is there: a new epoch, so that
 * what interviewers had, or had copied, opens nothing any more. Their keys left the keyring when the first person signed in after the end.
 */
export async function turnAfterEnd(desk: Desk): Promise<void> {
  const { store, session, settings, today } = desk;
  const mayTurn = session.working === 0 && !session.gate.isTaken && !store.epochs.isContactEnded();
  if (!mayTurn) return;
  const endsOn = await findContactEnd(store, settings, today);
  if (endsOn === undefined) return;
  await turnEpoch(desk, {
    why: 'contact-ended',
    change: { endContact: endsOn },
    act: 'study.endContact',
    detail: { endsOn },
    within: putDownCalls,
  });
}

/** Inside a write: a call that was still open was not finished, and its case is in nobody's hand any more. Nobody rings. */
export function putDownCalls(store: Store): void {
  for (const one of store.cases.all()) {
    if (one.heldBy === undefined) continue;
    const call = store.attempts.findCallInHand(one.id);
    const isBegun = store.drafts.findOfCase(one.id) !== undefined;
    if (call !== undefined && isBegun) store.attempts.change(call, { outcome: 'broke-off' });
    else if (call !== undefined) store.attempts.remove(call);
    store.cases.change(one, { heldBy: undefined });
  }
}
