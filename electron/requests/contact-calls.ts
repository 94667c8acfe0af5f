/** Contact by telephone: one case in the hand of one interviewer, from next case to the outcome of the call; and what comes in by code. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { callOrder } from '../../shared/schedule/call-order.ts';
import { dueContact, isDue } from '../../shared/schedule/due-contact.ts';
import { refuseOutsideAgreement } from '../../shared/study/agreement.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import { fullName } from '../../shared/study/contact-data.ts';
import { finalOutcomes } from '../../shared/study/disposition.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { findLoginCode } from '../../shared/study/login-code.ts';
import type { Protocol, Step } from '../../shared/study/protocol.ts';
import type { CaseInHand, NextCase } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { openContacts, openHistory, sealNote } from '../contacts.ts';
import { codeTag, type Desk, newId } from '../desk.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { StoredCase } from '../store/cases.ts';

type Calls = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.findCase' | 'contact.stopCase' | 'contact.nextCase' | 'contact.closeCall'
  >]: Handler<N>;
};

export const contactCallRequests: Calls = {
  async 'contact.findCase'({ code: typed }, { store, study, vault }) {
    const code = findLoginCode(typed) ?? refuse('contact.code-unknown', {});
    const one = store.cases.findByTag(codeTag(study, code)) ?? refuse('contact.code-unknown', {});
    const [contact] = await openContacts(vault, [one]);
    return { caseId: one.id, group: one.group, name: fullName(contact!), isFinal: one.state.kind === 'final' };
  },

  async 'contact.stopCase'({ caseId, why }, { store, write, today }) {
    const one = store.cases.find(caseId) ?? refuse('contact.code-unknown', {});
    if (one.state.kind === 'final') refuse('contact.case-final', {});
    write('contact.stopCase', { group: one.group, why }, () => {
      const draft = store.drafts.findOfCase(one.id);
      if (draft !== undefined) store.drafts.remove(draft.id);
      store.cases.change(one, { state: { kind: 'final', code: finalOutcomes[why]!, on: today }, nextDue: undefined });
    });
    return null;
  },

  async 'contact.nextCase'(_, desk): Promise<NextCase> {
    const { store, settings, person, today, write } = desk;
    refuseOutsideAgreement((await settings.find('agreement')) ?? {}, today);
    // Read first: from here to the write nothing may come in between, or two would be given the same case.
    const protocols = await protocolsOf(desk);
    const held = store.cases.findHeldBy(person.id);
    // A case stays in hand as long as it may be rung: not after it ended, nor after the closing day.
    const mayBeRung = held && callStep(held, store.attempts.ofCase(held.id), protocols, desk) !== undefined;
    if (held !== undefined && mayBeRung) return { kind: 'case', case: await inHand(held, desk) };
    if (held !== undefined) release(held, protocols, desk);
    const callable = store.cases
      .dueBy(today)
      .filter(({ heldBy }) => heldBy === undefined)
      .map((one) => ({ id: one.id, one, attempts: store.attempts.ofCase(one.id) }))
      .filter(({ one, attempts }) => callStep(one, attempts, protocols, desk) !== undefined);
    const [first] = callOrder(callable);
    if (first === undefined) return none(protocols, desk);
    const step = callStep(first.one, first.attempts, protocols, desk)!;
    const taken = write('contact.nextCase', { group: first.one.group, step: step.id }, () => {
      store.attempts.insert({
        id: newId() as AttemptId,
        caseId: first.one.id,
        step: step.id,
        channel: 'phone',
        on: today,
        outcome: 'intended',
        version: 1,
      });
      return store.cases.change(first.one, { heldBy: person.id, nextDue: today });
    });
    return { kind: 'case', case: await inHand(taken, desk) };
  },

  async 'contact.closeCall'({ outcome, note, appointment }, desk) {
    const { store, settings, vault, person, today, write } = desk;
    const one = store.cases.findHeldBy(person.id) ?? refuse('contact.no-case-in-hand', {});
    const protocol = await settings.get('protocol', one.group);
    const call = store.attempts.findCallInHand(one.id) ?? refuse('study.damaged', { where: 'attempts' });
    if (outcome === 'appointment') {
      if (appointment === undefined) return refuse('contact.appointment-missing', {});
      const isOutside = appointment.on < today || appointment.on > protocol.closesOn;
      if (isOutside) refuse('contact.appointment-outside', { from: today, until: protocol.closesOn });
    }
    const kept = outcome === 'appointment' ? appointment : undefined;
    const said = { ...(note ? { note } : {}), ...(kept === undefined ? {} : { at: kept.at }) };
    const sealed = Object.keys(said).length === 0 ? undefined : await sealNote(vault, one, call.id, said);
    const code = finalOutcomes[outcome];
    write('contact.closeCall', { group: one.group, outcome }, () => {
      store.attempts.change(call, {
        outcome,
        on: today,
        ...(kept === undefined ? {} : { appointmentOn: kept.on }),
        ...(sealed === undefined ? {} : { note: sealed }),
      });
      if (one.state.kind === 'final') return store.cases.change(one, { heldBy: undefined });
      if (code === undefined) {
        const next = dueContact(protocol, one, store.attempts.ofCase(one.id));
        return store.cases.change(one, { heldBy: undefined, nextDue: next?.on });
      }
      const draft = store.drafts.findOfCase(one.id);
      if (draft !== undefined) store.drafts.remove(draft.id);
      return store.cases.change(one, {
        state: { kind: 'final', code, on: today },
        heldBy: undefined,
        nextDue: undefined,
      });
    });
    return null;
  },
};

type Protocols = ReadonlyMap<GroupCode, Protocol>;

async function protocolsOf({ store, settings }: Desk): Promise<Protocols> {
  const protocols = new Map<GroupCode, Protocol>();
  for (const group of store.groups.all()) {
    const protocol = await settings.find('protocol', group);
    const questionnaire = await settings.find('questionnaire', group);
    // Without a questionnaire there is nothing to ask, so nobody is rung.
    if (protocol !== undefined && questionnaire !== undefined) protocols.set(group, protocol);
  }
  return protocols;
}

function callStep(
  one: StoredCase,
  attempts: readonly StoredAttempt[],
  protocols: Protocols,
  { today }: Desk,
): Step | undefined {
  const protocol = protocols.get(one.group);
  const due = protocol && dueContact(protocol, one, attempts);
  if (protocol === undefined || due === undefined || due.step.channel !== 'phone') return undefined;
  return isDue(due, protocol, today) ? due.step : undefined;
}

/** Lets go of a case that ended while it was in hand, and that nobody was to ring any more: the call counts as not made. */
function release(held: StoredCase, protocols: Protocols, { store, write }: Desk): void {
  const call = store.attempts.findCallInHand(held.id);
  write('contact.release', { group: held.group }, () => {
    if (call !== undefined) store.attempts.remove(call);
    const protocol = protocols.get(held.group);
    const next = protocol && dueContact(protocol, held, store.attempts.ofCase(held.id));
    store.cases.change(held, { heldBy: undefined, nextDue: next?.on });
  });
}

/** Nobody is to be rung today: with the next day on which someone is, as things stand. */
function none(protocols: Protocols, { store, today }: Desk): NextCase {
  const days = store.cases.all().flatMap((one) => {
    const protocol = protocols.get(one.group);
    if (protocol === undefined || one.nextDue === undefined || one.nextDue <= today) return [];
    const due = dueContact(protocol, one, store.attempts.ofCase(one.id));
    return due?.step.channel === 'phone' ? [due.on] : [];
  });
  const [nextDue] = days.toSorted();
  return { kind: 'none', ...(nextDue === undefined ? {} : { nextDue }) };
}

async function inHand(one: StoredCase, { store, settings, vault }: Desk): Promise<CaseInHand> {
  const [contact] = await openContacts(vault, [one]);
  const { languages } = await settings.get('questionnaire', one.group);
  const attempts = store.attempts.ofCase(one.id).filter(({ outcome }) => outcome !== 'intended');
  return {
    caseId: one.id,
    group: one.group,
    name: fullName(contact!),
    phones: contact!.phones,
    languages,
    history: await openHistory(vault, one, attempts),
    hasDraft: store.drafts.findOfCase(one.id) !== undefined,
  };
}
