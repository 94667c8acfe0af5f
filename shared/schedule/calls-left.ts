/** Whether someone may be rung or visited once more, and from which day: delays, the maximum, and what they said before. */
import { addDays, type Day } from '../calendar.ts';
import { type Attempt, inboundStep } from '../study/attempt.ts';
import { type CallAgainOutcome, callAgainOutcomes } from '../study/calling.ts';
import type { Channel } from '../study/contact-data.ts';
import type { AttemptOutcome } from '../study/disposition.ts';
import type { Protocol, Step } from '../study/protocol.ts';
import type { StuckReason } from '../study/stuck-reason.ts';
import { callingOf } from './call-days.ts';
import { isCall } from './step-days.ts';

type Call = Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome'>;

const isAgain = (outcome: AttemptOutcome): outcome is CallAgainOutcome =>
  (callAgainOutcomes as readonly AttemptOutcome[]).includes(outcome);

/** The first day after a call on which the person may be rung again. */
export function againOn({ on, outcome }: Pick<Call, 'on' | 'outcome'>, protocol: Protocol): Day {
  const delays = callingOf(protocol).againAfterDays;
  return addDays(on, (isAgain(outcome) ? delays[outcome] : undefined) ?? protocol.callAgainAfterDays);
}

/**
 * Why a step that is meant for someone does not follow: after a soft refusal nothing does but the one call that the protocol allows, in no
 * channel. `calls`: all calls and visits of the case.
 */
export function whyNotAgain(step: Step, calls: readonly Call[], protocol: Protocol): StuckReason | undefined {
  if (isCall(step)) return whyNoMoreCalls(step.channel, calls, protocol);
  return calls.some(({ outcome }) => outcome === 'refused-soft') ? 'calls-used-up' : undefined;
}

/**
 * Why no call or visit follows that the person did not ask for: softly refused where nothing may follow, or once more after the call that
 * was to follow; said twice that they answered; or tried as often as the protocol allows. Undefined when one may follow.
 */
function whyNoMoreCalls(channel: Channel, calls: readonly Call[], protocol: Protocol): StuckReason | undefined {
  if (isSoftRefusalFinal(calls, protocol)) return 'calls-used-up';
  const claims = calls.filter(({ outcome }) => outcome === 'says-answered').length;
  const own = calls.filter((call) => call.channel === channel && call.step !== inboundStep);
  if (claims > 1) return 'says-answered';
  if (own.length < protocol.callsMaximum) return undefined;
  return claims > 0 ? 'says-answered' : 'calls-used-up';
}

/** A soft refusal is followed by one call at most, whatever comes of it; two on one day are two. */
function isSoftRefusalFinal(calls: readonly Call[], protocol: Protocol): boolean {
  const refusals = calls.filter(({ outcome }) => outcome === 'refused-soft');
  const [first] = refusals.map(({ on }) => on).toSorted();
  if (first === undefined) return false;
  if (callingOf(protocol).softRefusal === 'final' || refusals.length > 1) return true;
  return calls.some(({ on }) => on > first);
}
