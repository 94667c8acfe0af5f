/** Takes back the last ending of whoever asks: rows as they stood before, and the case in their hand again. */
import { refuse } from '../../shared/problem.ts';
import { refuseOutsideAgreement } from '../../shared/study/agreement.ts';
import type { CaseInHand } from '../../shared/views.ts';
import type { Desk } from '../desk.ts';
import { dueOf } from '../next-due.ts';
import { inHand } from './case-in-hand.ts';

export async function undoCall(desk: Desk): Promise<CaseInHand> {
  const { store, settings, session, person, today, write } = desk;
  const ending = session.endings.get(person.id) ?? refuse('contact.no-case-in-hand', {});
  const { before, after, draft, response } = ending;
  refuseOutsideAgreement((await settings.find('agreement')) ?? {}, today);
  const protocol = await settings.get('protocol', before.one.group);
  const back = write('contact.undoCall', { group: before.one.group, outcome: after.call.outcome }, () => {
    // Meanwhile someone may have relied on the ending.
    if (session.endings.get(person.id) !== ending) refuse('study.changed-meanwhile', {});
    store.attempts.putBack(after.call, before.call);
    if (draft !== undefined) store.drafts.putBack(draft);
    if (response !== undefined) store.responses.remove(response);
    const { state, handedKey, contact, channels } = before.one;
    const next = dueOf(protocol, before.one, store);
    return store.cases.change(after.one, {
      ...{ state, contact, channels, handedKey },
      heldBy: person.id,
      nextDue: next?.on,
    });
  });
  session.endings.delete(person.id);
  return inHand(back, desk);
}
