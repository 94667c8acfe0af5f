/** What comes up in a call beside the interview: a case for a colleague, another number, a request for help. */

import { withNewNumber } from '../../shared/contact/new-number.ts';
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { fullName, usableChannels, withNewChances } from '../../shared/study/contact-data.ts';
import type { CallbacksView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { keysOfCase, openCallbacks, openContacts, sealCallback, sealNote, textsOf } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import { dropCall } from '../interview/drop-call.ts';
import { caseInHand } from '../interview/going.ts';
import { dueOf } from '../next-due.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { StoredCase } from '../store/cases.ts';

type Asides = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    | 'contact.acquainted'
    | 'contact.newNumber'
    | 'contact.askHelp'
    | 'contact.keepTyped'
    | 'contact.callbacks'
    | 'contact.passCallbackOn'
  >]: Handler<N>;
};

/** Requests for help that are shown at once. */
const mostShown = 50;

export const contactAsideRequests: Asides = {
  async 'contact.acquainted'(_, desk) {
    const { store, settings, session, person, write } = desk;
    const { one, call } = callInHand(desk);
    const protocol = await settings.get('protocol', one.group);
    write('contact.acquainted', { group: one.group }, () => {
      store.acquaintances.insert({ id: newId(), caseId: one.id, person: person.id });
      // The call counts as not made: whoever rings next is the first. What was answered in it waits for them.
      dropCall(call, store);
      const next = dueOf(protocol, one, store);
      store.cases.change(one, { heldBy: undefined, nextDue: next?.on });
    });
    session.forget(person.id);
    return null;
  },

  async 'contact.newNumber'({ phone, instead }, desk) {
    const { store, settings, vault, files, write } = desk;
    const { one } = callInHand(desk);
    const allowed = (await settings.find('agreement'))?.allowedFields ?? [];
    const isAllowed = allowed.includes('phone') || allowed.includes('mobile');
    if (!isAllowed) refuse('case.field-refused', { field: 'phone', why: 'not-allowed' });
    const number = files.readPhone(phone) ?? refuse('contact.number-unreadable', {});
    const [contact] = await openContacts(vault, [one]);
    const numbers = withNewNumber(contact!.phones, number, instead);
    if (numbers.kind === 'no-such-place')
      return refuse('request.input-invalid', { field: 'instead', expected: 'the place of a number, from 0' });
    const { phones, isChanged } = numbers;
    if (!isChanged) return { phones };
    const changed = withNewChances(contact!, { ...contact!, phones });
    const channels = usableChannels(changed, await settings.get('group', one.group));
    const protocol = await settings.get('protocol', one.group);
    const place = { ...keysOfCase(one), table: 'cases', row: one.id, field: 'contact' };
    const [sealed] = await vault.ask('sealCase', [{ ...place, text: JSON.stringify(changed) }]);
    write('contact.newNumber', { fields: 1, replaced: instead !== undefined }, () => {
      const next = dueOf(protocol, { ...one, channels }, store);
      store.cases.correct(one, { contact: sealed!, channels, nextDue: next?.on });
    });
    return { phones };
  },

  async 'contact.askHelp'({ text }, desk) {
    const { store, vault, today, write } = desk;
    const { one } = callInHand(desk);
    const id = newId();
    const note = await sealCallback(vault, one, id, { text });
    write('contact.askHelp', { group: one.group }, () =>
      store.callbacks.insert({ id, caseId: one.id, askedOn: today, version: 1, note }),
    );
    return null;
  },

  async 'contact.keepTyped'({ caseId, ...typed }, desk) {
    const { store, vault, write } = desk;
    const { one, call } = callInHand(desk);
    // What is on its way when the next case is taken is not of them.
    if (one.id !== caseId) refuse('contact.no-case-in-hand', {});
    const sealed = textsOf(typed).length === 0 ? undefined : await sealNote(vault, one, call.id, { typed });
    write('contact.keepTyped', { group: one.group }, () => store.attempts.change(call, { note: sealed }));
    return null;
  },

  'contact.callbacks': (_, desk) => callbacksView(desk),

  async 'contact.passCallbackOn'({ callback: id, to }, desk) {
    const { store, vault, today, write } = desk;
    const callback = store.callbacks.find(id) ?? refuse('contact.callback-unknown', {});
    if (callback.passedOn !== undefined) refuse('contact.callback-unknown', {});
    const one = store.cases.get(callback.caseId);
    // To whom it went is told to whoever asks what is held on them, AVG art. 15(1)(c); what they said is not kept any longer.
    const note = await sealCallback(vault, one, id, { to });
    write('contact.passCallbackOn', { group: one.group }, () => store.callbacks.passOn(callback, today, note));
    return callbacksView(desk);
  },
};

/** Someone is being spoken to; refuses `contact.no-case-in-hand` otherwise, at an entry from paper too. */
function callInHand(desk: Desk): { readonly one: StoredCase; readonly call: StoredAttempt } {
  const one = caseInHand(desk);
  return { one, call: desk.store.attempts.findCallInHand(one.id) ?? refuse('contact.no-case-in-hand', {}) };
}

async function callbacksView({ store, vault }: Desk): Promise<CallbacksView> {
  const all = store.callbacks.all();
  const shown = all.filter(({ passedOn }) => passedOn === undefined).slice(0, mostShown);
  const cases = shown.map(({ caseId }) => store.cases.get(caseId));
  const contacts = await openContacts(vault, cases);
  const waiting = [];
  for (const [index, callback] of shown.entries()) {
    const [opened] = await openCallbacks(vault, cases[index]!, [callback]);
    const { phones, ...contact } = contacts[index]!;
    waiting.push({
      callback: callback.id,
      askedOn: callback.askedOn,
      group: cases[index]!.group,
      name: fullName({ ...contact, phones }),
      phones,
      text: opened?.text ?? '',
    });
  }
  return { waiting, passedOn: all.filter(({ passedOn }) => passedOn !== undefined).length };
}
