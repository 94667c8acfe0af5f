/** Contact by telephone and on visits: one case in the hand of one interviewer, from next case to the outcome; and what comes in by code. */
import type { RequestOf } from '../../shared/contract.ts';
import { fullName } from '../../shared/study/contact-data.ts';
import type { Handler } from '../bridge.ts';
import { caseByCode } from '../case-by-code.ts';
import { closeCall } from '../contact/close-call.ts';
import { nextCase } from '../contact/next-case.ts';
import { undoCall } from '../contact/undo-call.ts';
import { openContacts } from '../contacts.ts';
import { handedTo } from '../hand-out.ts';

type Calls = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.findCase' | 'contact.nextCase' | 'contact.closeCall' | 'contact.undoCall'
  >]: Handler<N>;
};

export const contactCallRequests: Calls = {
  async 'contact.findCase'({ code: typed }, desk) {
    const { vault } = desk;
    const one = caseByCode(typed, desk);
    // Whoever calls in has their code: their case is opened for as long as this takes.
    const [contact] = await openContacts(vault, [await handedTo(desk, one)]);
    return { caseId: one.id, group: one.group, name: fullName(contact!), isFinal: one.state.kind === 'final' };
  },

  'contact.nextCase': ({ channel }, desk) => nextCase(channel, desk),
  'contact.closeCall': (call, desk) => closeCall(call, desk),
  'contact.undoCall': (_, desk) => undoCall(desk),
};
