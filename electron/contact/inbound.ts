/** A person calls themselves: found at once, and in the hand of whoever answers, whatever the protocol has for them today. */
import { leastTyped, lookUpOf, mostFound } from '../../shared/contact/look-up.ts';
import { refuse } from '../../shared/problem.ts';
import { refuseOutsideAgreement } from '../../shared/study/agreement.ts';
import { agreementPhase } from '../../shared/study/agreement-in-force.ts';
import { type AttemptId, inboundStep } from '../../shared/study/attempt.ts';
import type { CaseId } from '../../shared/study/case.ts';
import { knownAs } from '../../shared/study/contact-data.ts';
import { findLoginCode, type LoginCode } from '../../shared/study/login-code.ts';
import type { CallersFound, CaseInHand } from '../../shared/views.ts';
import { openContacts } from '../contacts.ts';
import { codeTag, type Desk, newId } from '../desk.ts';
import { giverOf, handedTo } from '../hand-out.ts';
import { putEntryAside } from '../interview/entering.ts';
import { dueOf } from '../next-due.ts';
import { letOthersGo } from '../pause.ts';
import type { StoredCase } from '../store/cases.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { openerOf } from './call-room.ts';
import { CallerBook } from './caller-book.ts';
import { bureauOf, inHand } from './case-in-hand.ts';
import { endedMeanwhile } from './ended-meanwhile.ts';
import { nowAt } from './hour.ts';
import { isGoingOn, putDown } from './put-down.ts';
import { foundWhoCalls, paceSearch } from './search-pace.ts';

type Found = CallersFound['found'][number];

/** The book of this vault; begun when there is none. */
export function callerBookOf(vault: OpenVault, { session, store }: Pick<Desk, 'session' | 'store'>): CallerBook {
  const book = session.callerBooks.get(vault) ?? new CallerBook(store, vault);
  session.callerBooks.set(vault, book);
  return book;
}

/** So that the first who calls is found at once too; whoever looks for them learns what went wrong. Nothing when it was begun. */
export function beginCallerBook(vault: OpenVault, desk: Pick<Desk, 'session' | 'store'>): void {
  if (desk.session.callerBooks.has(vault)) return;
  const book = callerBookOf(vault, desk);
  // Whoever asked does not wait for it.
  letOthersGo(0, 0)
    .then(() => book.keepUp())
    .catch(() => undefined);
}

/**
 * Begins the book when an interviewer is in and what opens everyone is there. Not in a study in which nobody is rung, nor when its people
 * may not be contacted: then nobody is opened for nothing.
 */
export async function expectCallers(desk: Desk): Promise<void> {
  const { session, study, store, settings, today } = desk;
  const isAnyToAnswer = session.findColleague('interviewer') !== undefined;
  const isAnyKey = session.shift !== undefined || session.findColleague('manager') !== undefined;
  if (!isAnyToAnswer || !isAnyKey || !store.isWhole() || study.older !== undefined || store.epochs.isUnlinked()) return;
  if (agreementPhase((await settings.find('agreement')) ?? {}, today) !== 'in-force') return;
  const protocols = await Promise.all(store.groups.all().map((group) => settings.find('protocol', group)));
  const isAnyRung = protocols.some((protocol) => protocol?.steps.some(({ channel }) => channel === 'phone'));
  // Meanwhile another study may have been opened.
  if (isAnyRung && session.study === study) beginCallerBook(giverOf(desk), desk);
}

/** By code, number in any notation, name, e-mail or postcode. Refuses `case.look-up-too-short`, `contact.code-revoked`,
 * and `contact.searches-too-many` whoever looks for more people than call. In the journal stands how many were found. */
export async function findCaller(text: string, desk: Desk): Promise<CallersFound> {
  const { files, write } = desk;
  const code = findLoginCode(text);
  const byCode = code === undefined ? undefined : await findByCode(code, desk);
  if (byCode !== undefined) {
    write('contact.findCaller', { found: 1 }, () => undefined);
    return { found: [byCode], total: 1 };
  }
  if (text.length < leastTyped) refuse('case.look-up-too-short', { atLeast: leastTyped });
  paceSearch(desk);
  const book = callerBookOf(openerOf(desk), desk);
  const { found, total } = await book.find(lookUpOf(text, files.readPhone(text)), mostFound);
  write('contact.findCaller', { found: total }, () => undefined);
  const callers = found.flatMap(({ caseId, name, hint }): Found[] => {
    const one = desk.store.cases.find(caseId);
    return one === undefined ? [] : [{ caseId, group: one.group, name, hint, state: stateFor(one, desk) }];
  });
  return { found: callers, total };
}

async function findByCode(code: LoginCode, desk: Desk): Promise<Found | undefined> {
  const { store, study } = desk;
  const tag = codeTag(study, code);
  const one = store.cases.findByTag(tag);
  if (one === undefined)
    return store.revokedCodes.find(tag) === undefined ? undefined : refuse('contact.code-revoked', {});
  const [contact] = await openContacts(openerOf(desk), [one]);
  return { caseId: one.id, group: one.group, name: knownAs(contact!), hint: '', state: stateFor(one, desk) };
}

function stateFor(one: StoredCase, desk: Desk): Found['state'] {
  const why = whyNot(one, desk);
  if (why === 'restricted' || why === 'acquainted') return 'may-not';
  return why ?? 'open';
}

function whyNot(
  one: StoredCase,
  { store, person }: Desk,
): 'answered' | 'ended' | 'restricted' | 'in-hand' | 'acquainted' | undefined {
  if (one.state.kind === 'restricted') return 'restricted';
  if (one.state.kind === 'final') return endedMeanwhile(one) === 'answered' ? 'answered' : 'ended';
  // What they sent in on paper is being entered by someone, or waits for it.
  const isTaken = (one.heldBy !== undefined && one.heldBy !== person.id) || store.drafts.isEntered(one.id);
  if (isTaken) return 'in-hand';
  return store.acquaintances.casesOf(person.id).has(one.id) ? 'acquainted' : undefined;
}

/** Refuses `contact.caller-not-opened`. What was in hand and not begun is put down: nobody was rung. */
export async function takeCaller(id: CaseId, desk: Desk): Promise<CaseInHand> {
  const { store, settings, session, person, today, write } = desk;
  refuseOutsideAgreement((await settings.find('agreement')) ?? {}, today);
  await bureauOf(desk);
  const one = store.cases.find(id) ?? refuse('contact.code-unknown', {});
  const { group } = one;
  const protocol =
    (await settings.find('protocol', group)) ?? refuse('study.group-not-ready', { group, missing: 'protocol' });
  if ((await settings.find('questionnaire', group)) === undefined)
    refuse('study.group-not-ready', { group, missing: 'questionnaire' });
  const why = whyNot(one, desk);
  if (why !== undefined) refuse('contact.caller-not-opened', { why });
  const entered = store.cases.findHeldBy(person.id);
  if (entered !== undefined && store.drafts.isEntered(entered.id)) await putEntryAside(entered, desk);
  const handed = await handedTo(desk, store.cases.get(id));
  const held = store.cases.findHeldBy(person.id);
  // They call back while they are in hand.
  if (held?.id === id) return inHand(held, desk);
  if (held !== undefined && isGoingOn(held, store)) refuse('contact.caller-not-opened', { why: 'own-interview' });
  const heldProtocol = held && (await settings.find('protocol', held.group));
  const now = store.cases.get(id);
  const since = whyNot(now, desk);
  if (since !== undefined) refuse('contact.caller-not-opened', { why: since });
  const taken = write('contact.takeCaller', { group }, () => {
    if (held !== undefined) putDown(held, heldProtocol, { store, on: today });
    store.attempts.insert({
      ...{ id: newId() as AttemptId, caseId: id, step: inboundStep, channel: 'phone', on: today },
      ...{ outcome: 'intended', daypart: nowAt(desk).daypart, version: 1 },
    });
    const nextDue = dueOf(protocol, now, store)?.on;
    return store.cases.change(now, { heldBy: person.id, handedKey: handed.handedKey, nextDue });
  });
  session.forget(person.id);
  foundWhoCalls(desk);
  return inHand(taken, desk);
}
