/** Deliveries of messages, by e-mail or letter: which are due, the intent of one, its result, and taking an intent back. */

import type { Day } from '../shared/calendar.ts';
import { refuse } from '../shared/problem.ts';
import { isDue } from '../shared/schedule/due-contact.ts';
import { type ReturnsAge, waitsForReturns } from '../shared/schedule/returns-age.ts';
import { refuseOutsideAgreement } from '../shared/study/agreement.ts';
import type { AttemptId } from '../shared/study/attempt.ts';
import type { Bureau } from '../shared/study/bureau.ts';
import type { Channel } from '../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../shared/study/disposition.ts';
import type { GroupCode } from '../shared/study/group.ts';
import type { Protocol, Step } from '../shared/study/protocol.ts';
import { partiesIn, refuseUnlisted } from '../shared/study/sub-processors.ts';
import { type Desk, newId } from './desk.ts';
import { isHalted, refuseWhenHalted } from './halt.ts';
import { returnsAgeOf } from './interview/returns-age.ts';
import { dueOf } from './next-due.ts';
import { thoseWho } from './pause.ts';
import type { StoredAttempt } from './store/attempts.ts';
import type { BatchId } from './store/batches.ts';
import type { StoredCase } from './store/cases.ts';

/**
 * What a message needs besides its people. Refuses when something is missing, outside the days of the agreement, or when someone would do
 * a part of the work whom it does not name.
 */
export async function readyGroup(
  group: GroupCode,
  channel: Channel,
  { store, settings, today }: Desk,
): Promise<{ protocol: Protocol; bureau: Bureau }> {
  if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
  refuseWhenHalted(group, { store });
  const agreement = (await settings.find('agreement')) ?? {};
  refuseOutsideAgreement(agreement, today);
  const protocol =
    (await settings.find('protocol', group)) ?? refuse('study.group-not-ready', { group, missing: 'protocol' });
  const bureau = (await settings.find('bureau')) ?? refuse('contact.texts-incomplete', { missing: ['bureau'] });
  refuseUnlisted(partiesIn(channel, bureau, await settings.find('mailHost')), agreement);
  return { protocol, bureau };
}

/** The step that is due for this case today in this channel. Asked again at the moment of delivery. */
export function stepDue(
  one: StoredCase,
  channel: Channel,
  protocol: Protocol,
  { store, today }: Desk,
): Step | undefined {
  if (store.drafts.isEntered(one.id) || isHalted(one.group, { store })) return undefined;
  const due = dueOf(protocol, one, store);
  return due !== undefined && due.step.channel === channel && isDue(due, protocol, today) ? due.step : undefined;
}

/** The cases of the group for which a message is due today in this channel. */
export function casesDue(
  group: GroupCode,
  channel: Channel,
  protocol: Protocol,
  desk: Desk,
): Promise<readonly StoredCase[]> {
  const inGroup = desk.store.cases.dueBy(desk.today).filter((one) => one.group === group);
  return thoseWho(inGroup, (one) => stepDue(one, channel, protocol, desk) !== undefined);
}

/** The step that is due for the first of `due`, and all of them who are at that step. Refuses `contact.nothing-due`. */
export async function oneStepOf(
  due: readonly StoredCase[],
  channel: Channel,
  protocol: Protocol,
  desk: Desk,
): Promise<{ readonly step: Step; readonly cases: readonly StoredCase[] }> {
  const stepOf = (one: StoredCase) => stepDue(one, channel, protocol, desk);
  const first = due.find((one) => stepOf(one) !== undefined) ?? refuse('contact.nothing-due', {});
  const step = stepOf(first)!;
  return { step, cases: await thoseWho(due, (one) => stepOf(one)?.id === step.id) };
}

/** Those of `due` that may be contacted now, and how many wait until returns were read. Refuses `contact.returns-old` when all of them wait. */
export async function notWaiting(
  group: GroupCode,
  due: readonly StoredCase[],
  channel: Channel,
  desk: Desk,
): Promise<{ readonly now: readonly StoredCase[]; readonly waiting: number }> {
  const age = await returnsAgeOf(group, desk);
  const waits = ({ id }: StoredCase) => waitsForReturns({ channel }, desk.store.attempts.ofCase(id), age, desk.today);
  const now = await thoseWho(due, (one) => !waits(one));
  const waiting = due.length - now.length;
  if (now.length === 0 && waiting > 0) refuseOldReturns(group, age);
  return { now, waiting };
}

export function refuseOldReturns(group: GroupCode, { lastOn, withinDays = 0 }: ReturnsAge): never {
  return refuse('contact.returns-old', { group, withinDays, ...(lastOn === undefined ? {} : { lastOn }) });
}

/** Inside a write: from now on this step cannot go out to this case again. */
export function insertIntent(
  one: StoredCase,
  step: Step,
  protocol: Protocol,
  { store, today }: Desk,
  batch?: BatchId,
): StoredAttempt {
  const attempt: StoredAttempt = {
    id: newId() as AttemptId,
    caseId: one.id,
    step: step.id,
    channel: step.channel,
    on: today,
    outcome: 'intended',
    ...(batch === undefined ? {} : { batch }),
    version: 1,
  };
  store.attempts.insert(attempt);
  store.cases.change(one, { nextDue: dueOf(protocol, one, store)?.on });
  return attempt;
}

/** Inside a write: the result of an attempt, and what is due for its case after it. */
export function record(
  attempt: StoredAttempt,
  outcome: AttemptOutcome,
  on: Day,
  protocol: Protocol,
  { store }: Desk,
): void {
  store.attempts.change(attempt, { outcome, on });
  const one = store.cases.get(attempt.caseId);
  store.cases.change(one, { nextDue: dueOf(protocol, one, store)?.on });
}

/** Inside a write: the attempt was certainly not made, so it is as if it had not been intended. */
export function remove(attempt: StoredAttempt, protocol: Protocol, { store }: Desk): void {
  store.attempts.remove(attempt);
  const one = store.cases.get(attempt.caseId);
  store.cases.change(one, { nextDue: dueOf(protocol, one, store)?.on });
}
