/** Contact by telephone: one case in the hand of one interviewer, from next case to the outcome of the call; and what comes in by code. */

import { fieldsFor, messageOf } from '../../shared/contact/message.ts';
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { callOrder } from '../../shared/schedule/call-order.ts';
import { type DueContact, isDue } from '../../shared/schedule/due-contact.ts';
import { type ReturnsAge, waitsForReturns } from '../../shared/schedule/returns-age.ts';
import { refuseOutsideAgreement } from '../../shared/study/agreement.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import type { Bureau } from '../../shared/study/bureau.ts';
import { defaultCalling } from '../../shared/study/calling.ts';
import { type ContactData, fullName } from '../../shared/study/contact-data.ts';
import { finalOutcomes } from '../../shared/study/disposition.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { findLoginCode } from '../../shared/study/login-code.ts';
import type { Protocol, StepText } from '../../shared/study/protocol.ts';
import type { CaseInHand, NextCase } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { openContacts, openHistory, openLoginCodes, sealNote } from '../contacts.ts';
import { refuseOldReturns } from '../deliveries.ts';
import { codeTag, type Desk, newId } from '../desk.ts';
import { isHalted, refuseWhenHalted } from '../halt.ts';
import { handedTo } from '../hand-out.ts';
import { dropCall } from '../interview/drop-call.ts';
import { putEntryAside } from '../interview/entering.ts';
import { returnsAgeOf } from '../interview/returns-age.ts';
import { dueOf } from '../next-due.ts';
import type { Ending } from '../session.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { CaseChange, StoredCase } from '../store/cases.ts';
import type { KeptDraft } from '../store/drafts.ts';

type Calls = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.findCase' | 'contact.nextCase' | 'contact.closeCall' | 'contact.undoCall'
  >]: Handler<N>;
};

export const contactCallRequests: Calls = {
  async 'contact.findCase'({ code: typed }, desk) {
    const { store, study, vault } = desk;
    const code = findLoginCode(typed) ?? refuse('contact.code-unknown', {});
    const one = store.cases.findByTag(codeTag(study, code)) ?? refuse('contact.code-unknown', {});
    // Whoever calls in has their code: their case is opened for as long as this takes.
    const [contact] = await openContacts(vault, [await handedTo(desk, one)]);
    return { caseId: one.id, group: one.group, name: fullName(contact!), isFinal: one.state.kind === 'final' };
  },

  'contact.nextCase': (_, desk) => nextCase(desk),

  async 'contact.closeCall'({ outcome, note, appointment }, desk) {
    const { store, settings, session, vault, person, today, write } = desk;
    const one = store.cases.findHeldBy(person.id) ?? refuse('contact.no-case-in-hand', {});
    const protocol = await settings.get('protocol', one.group);
    // What is entered from paper is in hand without a call.
    if (store.drafts.isEntered(one.id)) refuse('contact.no-case-in-hand', {});
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
    const ending = write('contact.closeCall', { group: one.group, outcome }, (): Ending => {
      const closed = store.attempts.change(call, {
        outcome,
        on: today,
        ...(kept === undefined ? {} : { appointmentOn: kept.on }),
        ...(sealed === undefined ? {} : { note: sealed }),
      });
      const ended = (change: CaseChange, draft?: KeptDraft): Ending => ({
        before: { one, call },
        after: { one: store.cases.change(one, { ...change, heldBy: undefined }), call: closed },
        ...(draft === undefined ? {} : { draft }),
      });
      if (one.state.kind !== 'open') return ended({});
      if (code === undefined) {
        return ended({ nextDue: dueOf(protocol, one, store)?.on });
      }
      const draft = store.drafts.take(one.id);
      return ended({ state: { kind: 'final', code, on: today }, nextDue: undefined }, draft);
    });
    // A case that someone else ended while it was in hand is not brought back by this interviewer.
    session.inHand.delete(person.id);
    if (one.state.kind === 'open') session.endings.set(person.id, ending);
    return null;
  },

  async 'contact.undoCall'(_, desk) {
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
      const { state, handedKey } = before.one;
      const next = dueOf(protocol, before.one, store);
      return store.cases.change(after.one, { state, heldBy: person.id, handedKey, nextDue: next?.on });
    });
    session.endings.delete(person.id);
    return inHand(back, desk);
  },
};

async function nextCase(desk: Desk): Promise<NextCase> {
  const { store, settings, session, person, today, write } = desk;
  refuseOutsideAgreement((await settings.find('agreement')) ?? {}, today);
  // Read first: from here to the write nothing may come in between, or two would be given the same case.
  const protocols = await protocolsOf(desk);
  const ages = new Map<GroupCode, ReturnsAge>();
  for (const group of protocols.keys()) ages.set(group, await returnsAgeOf(group, desk));
  await bureauOf(desk);
  const held = store.cases.findHeldBy(person.id);
  if (held !== undefined && store.drafts.isEntered(held.id)) {
    await putEntryAside(held, desk);
    return nextCase(desk);
  }
  // A case stays in hand as long as it may be rung: not after it ended, nor after the closing day.
  const mayBeRung = held && callDue(held, store.attempts.ofCase(held.id), protocols, desk) !== undefined;
  if (held !== undefined && mayBeRung) return { kind: 'case', case: await inHand(held, desk) };
  if (held !== undefined) release(held, protocols, desk);
  const known = store.acquaintances.casesOf(person.id);
  const callable = store.cases
    .dueBy(today)
    .filter(({ id }) => !known.has(id))
    .filter(({ heldBy }) => heldBy === undefined)
    .flatMap((one) => {
      const attempts = store.attempts.ofCase(one.id);
      const due = callDue(one, attempts, protocols, desk);
      return due === undefined ? [] : [{ id: one.id, one, attempts, due }];
    });
  // Whoever may have answered on the web since returns were read last is not rung before they are.
  const rung = callable.filter(
    ({ one, attempts }) => !waitsForReturns({ channel: 'phone' }, attempts, ages.get(one.group) ?? {}, today),
  );
  const [first] = callOrder(rung);
  const [waiting] = callable;
  if (first === undefined && waiting !== undefined)
    refuseOldReturns(waiting.one.group, ages.get(waiting.one.group) ?? {});
  // Where nobody is left because contact was stopped, that is what an interviewer is told.
  if (first === undefined) for (const group of protocols.keys()) refuseWhenHalted(group, desk);
  if (first === undefined) return none(protocols, desk);
  const { step } = first.due;
  const { handedKey } = await handedTo(desk, first.one);
  // While its key was sealed someone else may have got it, or this person another one.
  const isStillFree = store.cases.get(first.one.id).version === first.one.version;
  if (!isStillFree || store.cases.findHeldBy(person.id) !== undefined) return nextCase(desk);
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
    return store.cases.change(first.one, { heldBy: person.id, handedKey, nextDue: today });
  });
  session.forget(person.id);
  return { kind: 'case', case: await inHand(taken, desk) };
}

/** Whoever is rung may ask who rings. */
async function bureauOf({ settings }: Desk): Promise<Bureau> {
  return (await settings.find('bureau')) ?? refuse('contact.texts-incomplete', { missing: ['bureau'] });
}

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

/** What is due for this case by telephone today. */
function callDue(
  one: StoredCase,
  attempts: readonly StoredAttempt[],
  protocols: Protocols,
  { store, today }: Desk,
): DueContact | undefined {
  if (store.drafts.isEntered(one.id) || isHalted(one.group, { store })) return undefined;
  const protocol = protocols.get(one.group);
  const due = protocol && dueOf(protocol, one, store, attempts);
  if (protocol === undefined || due === undefined || due.step.channel !== 'phone') return undefined;
  return isDue(due, protocol, today) ? due : undefined;
}

/** Lets go of a case that ended while it was in hand, and that nobody was to ring any more: the call counts as not made. */
function release(held: StoredCase, protocols: Protocols, { store, write }: Desk): void {
  const call = store.attempts.findCallInHand(held.id);
  write('contact.release', { group: held.group }, () => {
    if (call !== undefined) dropCall(call, store);
    const protocol = protocols.get(held.group);
    const next = protocol && dueOf(protocol, held, store);
    store.cases.change(held, { heldBy: undefined, nextDue: next?.on });
  });
}

/** Nobody is to be rung today: with the next day on which someone is, as things stand. */
function none(protocols: Protocols, { store, today }: Desk): NextCase {
  const days = store.cases.all().flatMap((one) => {
    const protocol = protocols.get(one.group);
    if (protocol === undefined || one.nextDue === undefined || one.nextDue <= today) return [];
    const due = dueOf(protocol, one, store);
    return due?.step.channel === 'phone' ? [due.on] : [];
  });
  const [nextDue] = days.toSorted();
  return { kind: 'none', ...(nextDue === undefined ? {} : { nextDue }) };
}

async function inHand(one: StoredCase, desk: Desk): Promise<CaseInHand> {
  const { store, settings, vault, today } = desk;
  const [contact] = await openContacts(vault, [one]);
  const { languages } = await settings.get('questionnaire', one.group);
  const { title } = await settings.get('group', one.group);
  const protocol = await settings.get('protocol', one.group);
  const bureau = await bureauOf(desk);
  const call = store.attempts.findCallInHand(one.id);
  const text = protocol.steps.find(({ id }) => id === call?.step)?.text;
  const made = store.attempts.ofCase(one.id);
  const attempts = made.filter(({ outcome }) => outcome !== 'intended');
  const missed = made.map((each) =>
    each.id === call?.id ? { ...each, on: today, outcome: 'no-answer' as const } : each,
  );
  const next = dueOf(protocol, one, store, missed);
  const draft = store.drafts.findOfCase(one.id);
  return {
    caseId: one.id,
    group: one.group,
    name: fullName(contact!),
    ...(contact!.organisation === undefined ? {} : { organisation: contact!.organisation }),
    ...representativeOf(contact!),
    ...(contact!.note === undefined ? {} : { clientNote: contact!.note }),
    groupTitle: title,
    bureau: bureau.name,
    // Without a client the bureau studies on its own initiative.
    client: (await settings.find('agreement'))?.client ?? bureau.name,
    ...(text === undefined ? {} : { introduction: await introduction(text, one, contact!, bureau, desk) }),
    phones: contact!.phones,
    closesOn: protocol.closesOn,
    ...(next === undefined ? {} : { ifMissed: { on: next.on, channel: next.step.channel } }),
    languages,
    history: await openHistory(vault, one, attempts),
    hasDraft: draft !== undefined,
    isBegunOnWeb: draft?.mode === 'web',
    contact: 'phone',
    isLastTry: false,
    softRefusal: (protocol.calling ?? defaultCalling).softRefusal,
    mayBeVisited: protocol.steps.some(({ channel }) => channel === 'visit'),
  };
}

function representativeOf({ representative }: ContactData): Pick<CaseInHand, 'representative'> {
  if (representative === undefined) return {};
  const { kind, name } = representative;
  return { representative: { kind, ...(name === undefined ? {} : { name }) } };
}

async function introduction(
  text: StepText,
  one: StoredCase,
  contact: ContactData,
  bureau: Bureau,
  { vault }: Desk,
): Promise<readonly string[]> {
  const [code] = await openLoginCodes(vault, [one]);
  return messageOf(text, fieldsFor(contact, code!, bureau)).paragraphs;
}
