/**
 * What is due for one case, computed from protocol and attempts alone. The steps that apply to a case are done one after another, so
 * nobody ever has two things due at once, and what was sent late moves what follows by as many days.
 */
import { addDays, type Day } from '../calendar.ts';
import { standingAppointment } from '../study/appointment.ts';
import type { Attempt } from '../study/attempt.ts';
import type { Case, CaseId } from '../study/case.ts';
import type { AttemptOutcome } from '../study/disposition.ts';
import type { Protocol, Step } from '../study/protocol.ts';

export interface DueContact {
  readonly step: Step;
  /** The first day on which it may be done. */
  readonly on: Day;
}

/** A case as the schedule looks at it. */
export interface ScheduledCase extends Pick<Case, 'state' | 'channels'> {
  readonly id?: CaseId;
  readonly stratum?: string;
  /** An interview was begun, on the web or by telephone, and not finished. */
  readonly isStarted?: boolean;
}
type AttemptForSchedule = Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome' | 'appointmentOn'>;

/** The steps of the protocol that are meant for this case, by day. */
export function stepsFor(protocol: Protocol, one: Pick<Case, 'channels'>): readonly Step[] {
  return protocol.steps
    .filter((step) => one.channels.includes(step.channel))
    .filter((step) => isMeantFor(step, one))
    .toSorted((a, b) => a.afterDays - b.afterDays);
}

function isMeantFor({ for: { has = [], lacks = [] } }: Step, { channels }: Pick<Case, 'channels'>): boolean {
  return has.every((channel) => channels.includes(channel)) && !lacks.some((channel) => channels.includes(channel));
}

const arrived: readonly AttemptOutcome[] = ['sent', 'posted'];
const later = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * The next contact of this case, or undefined when there is none: the case is final, an earlier contact is still unclear, the calls are
 * used up, or the day would fall after the closing day. It does not depend on today: the contact is due from `on` on.
 */
export function dueContact(
  protocol: Protocol,
  one: ScheduledCase,
  attempts: readonly AttemptForSchedule[],
): DueContact | undefined {
  if (one.state.kind !== 'open') return undefined;
  let base = protocol.startsOn;
  let baseAfterDays = 0;
  for (const step of stepsFor(protocol, one)) {
    const own = attempts.filter((attempt) => attempt.step === step.id);
    const planned = addDays(base, step.afterDays - baseAfterDays);
    const on = step.channel === 'phone' ? callDay(protocol, own, planned) : own.length === 0 ? planned : undefined;
    if (on !== undefined) return on <= protocol.closesOn ? { step, on } : undefined;
    const last = own.at(-1);
    if (last?.outcome === 'intended') return undefined;
    if (last !== undefined && arrived.includes(last.outcome)) base = last.on;
    else base = addDays(base, step.afterDays - baseAfterDays);
    baseAfterDays = step.afterDays;
  }
  return undefined;
}

/** The day of the next call in a phone step, undefined when no further call may be made. */
function callDay(protocol: Protocol, calls: readonly AttemptForSchedule[], planned: Day): Day | undefined {
  const inHand = calls.find(({ outcome }) => outcome === 'intended');
  if (inHand !== undefined) return inHand.on;
  const appointment = standingAppointment(calls);
  if (appointment !== undefined) return appointment;
  const isUsedUp = calls.length >= protocol.callsMaximum || calls.some(({ outcome }) => outcome === 'wrong-number');
  if (isUsedUp) return undefined;
  return calls.reduce((on, call) => later(on, addDays(call.on, protocol.callAgainAfterDays)), planned);
}

/** Whether the contact may be made on `today`. Asked again at the moment of delivery, never only when a list was made. */
export function isDue(due: DueContact, protocol: Protocol, today: Day): boolean {
  return due.on <= today && today <= protocol.closesOn;
}
