/** The end of a call or a visit in hand: what it led to, what was learned about the person, and what is due for them next. */
import type { Asked } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { callingOf } from '../../shared/schedule/call-days.ts';
import type { CaseState } from '../../shared/study/case.ts';
import { type Channel, type ContactData, usableChannels, withUnreachable } from '../../shared/study/contact-data.ts';
import { type AttemptOutcome, type FinalCode, finalOutcomes } from '../../shared/study/disposition.ts';
import { interimCode } from '../../shared/study/final-code.ts';
import type { Protocol } from '../../shared/study/protocol.ts';
import { keysOfCase, openContacts, sealNote } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import { dueOf } from '../next-due.ts';
import type { Ending } from '../session.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { CaseChange, StoredCase } from '../store/cases.ts';
import { plainLanguage, speaks } from './caller-of.ts';
import { nowAt } from './hour.ts';

type Call = Asked<'contact.closeCall'>;

export async function closeCall(closed: Call, desk: Desk): Promise<null> {
  const { outcome } = closed;
  const { store, settings, session, person, today, write } = desk;
  const one = store.cases.findHeldBy(person.id) ?? refuse('contact.no-case-in-hand', {});
  const protocol = await settings.get('protocol', one.group);
  // What is entered from paper is in hand without a call.
  if (store.drafts.isEntered(one.id)) refuse('contact.no-case-in-hand', {});
  const call = store.attempts.findCallInHand(one.id) ?? refuse('study.damaged', { where: 'attempts' });
  const appointment = appointmentOf(closed, protocol, desk);
  const note = await sealedNote(closed, one, call, desk);
  const learned = one.state.kind === 'open' ? await learnedIn(closed, one, call, desk) : undefined;
  const code = await finalCodeOf(closed, one, protocol, desk);
  const ending = write('contact.closeCall', { group: one.group, outcome }, (): Ending => {
    const ended = store.attempts.change(call, {
      outcome,
      on: today,
      daypart: nowAt(desk).daypart,
      ...(appointment === undefined ? {} : { appointmentOn: appointment.on }),
      ...(note === undefined ? {} : { note }),
    });
    const endWith = (change: CaseChange, rest: Pick<Ending, 'draft'> = {}): Ending => ({
      before: { one, call },
      after: { one: store.cases.change(one, { ...change, heldBy: undefined }), call: ended },
      ...rest,
    });
    // A case that someone else ended while it was in hand is not brought back by this interviewer.
    if (one.state.kind !== 'open') return endWith({});
    if (code === undefined) return endWith({ ...learned, nextDue: dueOf(protocol, { ...one, ...learned }, store)?.on });
    const draft = store.drafts.take(one.id);
    const state: CaseState = { kind: 'final', code, on: today };
    return endWith({ ...learned, state, nextDue: undefined }, draft === undefined ? {} : { draft });
  });
  session.inHand.delete(person.id);
  if (one.state.kind === 'open') session.endings.set(person.id, ending);
  return null;
}

function appointmentOf({ outcome, appointment }: Call, { closesOn }: Protocol, { today }: Desk): Call['appointment'] {
  if (outcome !== 'appointment') return undefined;
  if (appointment === undefined) return refuse('contact.appointment-missing', {});
  if (appointment.on < today || appointment.on > closesOn)
    refuse('contact.appointment-outside', { from: today, until: closesOn });
  return appointment;
}

/** The remark, and the hour of an appointment with whoever agreed on it: who rings them then, if they are there. */
async function sealedNote(
  { outcome, note, appointment }: Call,
  one: StoredCase,
  call: StoredAttempt,
  { vault, person }: Desk,
): Promise<Uint8Array | undefined> {
  const kept = outcome === 'appointment' && appointment !== undefined ? { at: appointment.at, by: person.id } : {};
  const said = { ...(note ? { note } : {}), ...kept };
  return Object.keys(said).length === 0 ? undefined : sealNote(vault, one, call.id, said);
}

/**
 * What the call taught about the person. A number that does not lead to them is rung no more: with others left it goes, and the last one
 * stays as what the client delivered, of which it is known that it does not work. Refuses `contact.language-missing`.
 */
async function learnedIn(
  { outcome, language, number = 0 }: Call,
  one: StoredCase,
  call: StoredAttempt,
  { settings, vault }: Desk,
): Promise<{ readonly contact: Uint8Array; readonly channels: readonly Channel[] } | undefined> {
  const isNumberDead = (outcome === 'wrong-number' || outcome === 'disconnected') && call.channel === 'phone';
  if (!isNumberDead && outcome !== 'other-language') return undefined;
  const [contact] = await openContacts(vault, [one]);
  const changed = isNumberDead ? withoutNumber(contact!, number) : withLanguage(contact!, language);
  const place = { ...keysOfCase(one), table: 'cases', row: one.id, field: 'contact' };
  const [sealed] = await vault.ask('sealCase', [{ ...place, text: JSON.stringify(changed) }]);
  return { contact: sealed!, channels: usableChannels(changed, await settings.get('group', one.group)) };
}

function withoutNumber(contact: ContactData, number: number): ContactData {
  const { phones } = contact;
  if (number >= phones.length && phones.length > 0)
    return refuse('request.input-invalid', { field: 'number', expected: 'the place of a number, from 0' });
  if (phones.length <= 1) return withUnreachable(contact, ['phone']);
  return { ...contact, phones: phones.filter((_, place) => place !== number) };
}

const withLanguage = (contact: ContactData, language: string | undefined): ContactData => ({
  ...contact,
  language: plainLanguage(language ?? refuse('contact.language-missing', {})),
});

/** The code with which the case ends by this outcome; undefined: it goes on. */
export async function finalCodeOf(
  { outcome, language }: { readonly outcome: AttemptOutcome; readonly language?: string | undefined },
  one: StoredCase,
  protocol: Protocol,
  { store, settings }: Desk,
): Promise<FinalCode | undefined> {
  if (outcome === 'refused-soft') {
    const isSecond = store.attempts.ofCase(one.id).some((made) => made.outcome === 'refused-soft');
    return isSecond || callingOf(protocol).softRefusal === 'final' ? interimCode('phone', outcome) : undefined;
  }
  if (outcome === 'other-language') {
    const callers = Object.values((await settings.find('callers')) ?? {});
    const { languages } = await settings.get('questionnaire', one.group);
    const isAsked = languages.some((each) => plainLanguage(each) === plainLanguage(language ?? ''));
    return isAsked || callers.some((caller) => speaks(caller, language)) ? undefined : '2.33';
  }
  return finalOutcomes[outcome];
}
