/**
 * What is due for one case, computed from protocol and attempts alone. The steps that apply to a case are done one after another, so
 * nobody ever has two things due at once, and what was sent late moves what follows by as many days. See
 * docs/decisions/0003-a-case-has-one-thing-due.md and 0032-who-is-rung-when.md.
 */
import { type Day, isWorkingDay } from '../calendar.ts';
import { findAppointment } from '../study/appointment.ts';
import type { Attempt } from '../study/attempt.ts';
import type { Protocol, Step } from '../study/protocol.ts';
import type { StuckReason } from '../study/stuck-reason.ts';
import { callingOf, isCallDay } from './call-days.ts';
import { whyNotAgain } from './calls-left.ts';
import { courseOf } from './course.ts';
import { isAtProgress, isMeantFor, type ScheduledCase, waitsForLaunch } from './reach.ts';
import { isCall, type PlannedStep, planOf } from './step-days.ts';

export type { ScheduledCase } from './reach.ts';

export interface DueContact {
  readonly step: Step;
  /** The first day on which it may be done. */
  readonly on: Day;
  /** Not by the protocol: the person asked for this day, or is in someone's hand. */
  readonly kind?: 'appointment' | 'in-hand';
}

export type AttemptForSchedule = Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome' | 'appointmentOn'>;

/** What is due for a case, or why nothing is. */
export type Next =
  | { readonly kind: 'due'; readonly due: DueContact }
  | { readonly kind: 'stuck'; readonly reason: StuckReason }
  | { readonly kind: 'not-open' };

const stuck = (reason: StuckReason): Next => ({ kind: 'stuck', reason });

/** The steps of the protocol that are meant for this case, in the order in which they are done. */
export function stepsFor(protocol: Protocol, one: Omit<ScheduledCase, 'state'>): readonly Step[] {
  return planOf(protocol)
    .map(({ step }) => step)
    .filter((step) => isMeantFor(step, one, one.channels) && isAtProgress(step, one));
}

/**
 * The next contact of this case, or undefined when there is none: the case is final, an earlier contact is still unclear, the calls are
 * used up, or the day would fall after the closing day. It does not depend on today: the contact is due from `on` on. Nor does it depend on
 * the order of the attempts.
 */
export function dueContact(
  protocol: Protocol,
  one: ScheduledCase,
  attempts: readonly AttemptForSchedule[],
): DueContact | undefined {
  const next = nextOf(protocol, one, attempts);
  return next.kind === 'due' ? next.due : undefined;
}

/** What is due, or the reason why nothing is: every open case has one of them. */
export function nextOf(protocol: Protocol, one: ScheduledCase, attempts: readonly AttemptForSchedule[]): Next {
  if (one.state.kind !== 'open') return { kind: 'not-open' };
  const calls = attempts.filter(isCall);
  const inHand = calls.find(({ outcome }) => outcome === 'intended');
  if (inHand !== undefined)
    return { kind: 'due', due: { step: stepOf(inHand, protocol), on: inHand.on, kind: 'in-hand' } };
  const unclear = attempts.filter(({ outcome }) => outcome === 'intended').map(({ channel }) => channel);
  if (unclear.includes('letter')) return stuck('letter-not-posted');
  if (unclear.includes('email')) return stuck('email-unclear');
  const appointment = findAppointment(calls);
  if (appointment !== undefined && one.channels.includes(appointment.channel)) {
    const on = appointment.appointmentOn;
    return on <= protocol.closesOn
      ? { kind: 'due', due: { step: stepOf(appointment, protocol), on, kind: 'appointment' } }
      : stuck('after-closing');
  }
  const next = nextStep(protocol, one, attempts) ?? stuck(whyDone(protocol, one, attempts));
  return next.kind === 'due' && waitsForLaunch(protocol, one, attempts) ? stuck('soft-launch') : next;
}

/**
 * The step that a call belongs to. One that was not by a step of the protocol counts for the first of its channel; where there is none, whoever
 * rang themselves and asked to be rung is rung all the same.
 */
function stepOf({ step, channel }: AttemptForSchedule, protocol: Protocol): Step {
  const own = protocol.steps.find(({ id }) => id === step);
  if (own?.channel === channel) return own;
  const first = planOf(protocol).find((planned) => planned.step.channel === channel)?.step;
  return first ?? { id: step, channel, afterDays: 0, for: {} };
}

/** Why nothing is left to be done. */
function whyDone({ steps }: Protocol, one: ScheduledCase, attempts: readonly AttemptForSchedule[]): StuckReason {
  const { channels } = one;
  const isNumberWrong = attempts.some(({ outcome }) => outcome === 'wrong-number' || outcome === 'disconnected');
  const isMissed = isNumberWrong && !channels.includes('phone');
  const wouldBeRung = (step: Step) => step.channel === 'phone' && isMeantFor(step, one, [...channels, 'phone']);
  if (isMissed && steps.some(wouldBeRung)) return 'no-number-works';
  if (channels.length === 0) return 'no-channel';
  return steps.some((step) => isMeantFor(step, one, channels)) ? 'steps-done' : 'no-step';
}

/** Whether a step is meant for the case and still to be done: a message that did not go out, a call of which more may follow. */
export function isToCome(
  protocol: Protocol,
  { step }: PlannedStep,
  one: ScheduledCase,
  attempts: readonly AttemptForSchedule[],
): boolean {
  if (one.state.kind !== 'open' || waitsForLaunch(protocol, one, attempts)) return false;
  if (!isCall(step) && attempts.some((made) => made.step === step.id)) return false;
  return (
    isMeantFor(step, one, one.channels) &&
    isAtProgress(step, one) &&
    whyNotAgain(step, attempts.filter(isCall), protocol) === undefined
  );
}

/** The first step that is still to be done, undefined when there is none and nothing keeps one back. */
function nextStep(protocol: Protocol, one: ScheduledCase, attempts: readonly AttemptForSchedule[]): Next | undefined {
  const calls = attempts.filter(isCall);
  const course = courseOf(protocol, attempts);
  let kept: StuckReason | undefined;
  for (const planned of planOf(protocol)) {
    const { step } = planned;
    const own = attempts.filter((attempt) => attempt.step === step.id);
    if (!isCall(step) && own.length > 0) {
      course.pass(planned, own);
      continue;
    }
    if (!isMeantFor(step, one, one.channels)) continue;
    if (!isAtProgress(step, one) || (step.for.progress !== undefined && course.isPast(planned))) continue;
    const why = whyNotAgain(step, calls, protocol);
    if (why !== undefined) {
      kept ??= why;
      course.pass(planned, own);
      continue;
    }
    const on = course.dayOf(planned);
    if (on <= protocol.closesOn) return { kind: 'due', due: { step, on } };
    kept = 'after-closing';
  }
  return kept === undefined ? undefined : stuck(kept);
}

/**
 * Whether the contact may be made on `today`. Asked again at the moment of delivery, never only when a list was made. What is overdue still
 * waits for a day on which it may be done; an appointment is kept on its own day, whatever day that is.
 */
export function isDue({ step, on, kind }: DueContact, protocol: Protocol, today: Day): boolean {
  if (on > today || today > protocol.closesOn) return false;
  if (kind === 'in-hand' || (kind === 'appointment' && on === today)) return true;
  return isCall(step) ? isCallDay(callingOf(protocol), today) : !step.workingDays || isWorkingDay(today);
}
