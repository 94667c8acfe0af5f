/** Asked once more just before a number is rung: whether the person in hand may be rung at all. */
import { refuse } from '../../shared/problem.ts';
import { callingOf, isInWindow } from '../../shared/schedule/call-days.ts';
import { isDue } from '../../shared/schedule/due-contact.ts';
import { waitsForReturns } from '../../shared/schedule/returns-age.ts';
import { inboundStep } from '../../shared/study/attempt.ts';
import type { BeforeRinging } from '../../shared/views.ts';
import type { Desk } from '../desk.ts';
import { isHalted } from '../halt.ts';
import { returnsAgeOf } from '../interview/returns-age.ts';
import { dueOf } from '../next-due.ts';
import { isCall } from './candidates.ts';
import { endedMeanwhile } from './ended-meanwhile.ts';
import { nowAt } from './hour.ts';

export async function beforeRinging(desk: Desk): Promise<BeforeRinging> {
  const { store, settings, person, today } = desk;
  const held = store.cases.findHeldBy(person.id) ?? refuse('contact.no-case-in-hand', {});
  const protocol = await settings.get('protocol', held.group);
  const age = await returnsAgeOf(held.group, desk);
  // Read once more: something may have come in meanwhile.
  const one = store.cases.findHeldBy(person.id) ?? refuse('contact.no-case-in-hand', {});
  const call = store.attempts.findCallInHand(one.id) ?? refuse('contact.no-case-in-hand', {});
  const ended = endedMeanwhile(one);
  if (ended !== undefined) return stop(ended);
  if (isHalted(one.group, desk)) return stop('stopped');
  // Whoever calls is on the telephone already.
  if (call.step === inboundStep) return { kind: 'go-on' };
  const others = store.attempts.ofCase(one.id).filter(({ id }) => id !== call.id);
  const due = dueOf(protocol, one, store, others);
  if (due === undefined || !isCall(due.step) || !isDue(due, protocol, today)) return stop('stopped');
  const now = nowAt(desk);
  const isAppointed = due.kind === 'appointment' && due.on === today;
  const isHourFree = isAppointed || call.channel === 'visit' || !now.isHourKept;
  if (!isHourFree && !isInWindow(callingOf(protocol), today, now.at)) return stop('outside-window');
  if (waitsForReturns({ channel: call.channel }, others, age, today)) return stop('returns-old');
  return { kind: 'go-on' };
}

const stop = (why: Extract<BeforeRinging, { kind: 'stop' }>['why']): BeforeRinging => ({ kind: 'stop', why });
