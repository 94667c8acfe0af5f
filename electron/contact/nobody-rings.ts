/** Whoever is to be rung or visited next while nobody of the staff may or can: without this they would wait unseen. */
import { dueContact } from '../../shared/schedule/due-contact.ts';
import type { CaseToDate } from '../../shared/schedule/protocol-changes.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Protocol } from '../../shared/study/protocol.ts';
import type { StuckReason } from '../../shared/study/stuck-reason.ts';
import { openContacts } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import { callersOf, speaks } from './caller-of.ts';
import { isCall } from './candidates.ts';

/**
 * Of these cases: those that softly refused where nobody is senior, and those of whom it is known that they speak what nobody does. It is
 * known of whoever was rung and spoke another language, and of whoever was looked at since this office opened the study: their contact
 * data tell it, and those of all others stay closed.
 */
export async function nobodyRings(
  protocol: Protocol,
  cases: readonly CaseToDate[],
  desk: Desk,
): Promise<ReadonlyMap<CaseId, StuckReason>> {
  const callers = await callersOf(desk);
  const isAnySenior = callers.some(({ isSenior }) => isSenior);
  const looked = desk.session.callRoom?.languages;
  const found = new Map<CaseId, StuckReason>();
  const toOpen: CaseId[] = [];
  for (const { one, attempts } of cases) {
    const { id } = one;
    const said = attempts.map(({ outcome }) => outcome);
    const isSoft = !isAnySenior && said.includes('refused-soft');
    const isOther = id !== undefined && (said.includes('other-language') || looked?.has(id) === true);
    if (id === undefined || (!isSoft && !isOther)) continue;
    const due = dueContact(protocol, one, attempts);
    if (due === undefined || due.kind === 'in-hand' || !isCall(due.step)) continue;
    // An appointment is kept by anyone who speaks with them.
    if (isSoft && due.kind === undefined) found.set(id, 'nobody-senior');
    else if (isOther) toOpen.push(id);
  }
  const stored = toOpen.map((id) => desk.store.cases.get(id));
  const contacts = await openContacts(desk.vault, stored);
  for (const [nr, { id }] of stored.entries())
    if (!callers.some((caller) => speaks(caller, contacts[nr]!.language))) found.set(id, 'nobody-speaks');
  return found;
}
