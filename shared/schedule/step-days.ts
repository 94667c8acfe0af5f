/** The days of a protocol's steps when everything goes out on its day, and the order in which the steps are done. */
import { addDays, addWorkingDays, type Day, workingDayFrom } from '../calendar.ts';
import type { Channel } from '../study/contact-data.ts';
import type { Protocol, Step } from '../study/protocol.ts';
import { callDayFrom, callingOf } from './call-days.ts';

export interface PlannedStep {
  readonly step: Step;
  /** The step that its days are counted from; absent when they are from the start, or when it falls on a fixed day. */
  readonly after?: Pick<PlannedStep, 'step' | 'on'>;
  /** The day on which it falls when nothing is late. */
  readonly on: Day;
}

/** Calls and visits are tried again and end in an outcome of their own; messages go out once. */
export const isCall = ({ channel }: { readonly channel: Channel }): boolean =>
  channel === 'phone' || channel === 'visit';

/** The day `afterDays` after `from`, as the step counts them, on a day on which it may be done. */
export function dayAfter(step: Step, from: Day, protocol: Protocol): Day {
  const { afterDays, workingDays = false } = step;
  return allowedFrom(step, workingDays ? addWorkingDays(from, afterDays) : addDays(from, afterDays), protocol);
}

/**
 * The first day from `from` on on which the step may be done: a call or visit on a day with windows, a step in working days on one of them,
 * any other on any day. `from` itself when there is none within a year.
 */
export function allowedFrom(step: Step, from: Day, protocol: Protocol): Day {
  const on = step.workingDays ? workingDayFrom(from) : from;
  return isCall(step) ? (callDayFrom(callingOf(protocol), on) ?? on) : on;
}

const plans = new WeakMap<Protocol, readonly PlannedStep[]>();

/**
 * The steps in the order in which they are done: by their day, a step never before the one that it is counted from, otherwise as they stand
 * in the protocol. A step counted from one that there is not, or from itself in a circle, is counted from the start (`findProtocolFault` finds it).
 */
export function planOf(protocol: Protocol): readonly PlannedStep[] {
  const known = plans.get(protocol);
  if (known !== undefined) return known;
  const planned = protocol.steps
    .map((step, place) => ({ ...placed(step, protocol, []), place }))
    .toSorted((a, b) => compare(a.raw, b.raw) || a.depth - b.depth || a.place - b.place)
    .map(({ step, after, on }): PlannedStep => ({ step, on, ...(after === undefined ? {} : { after }) }));
  plans.set(protocol, planned);
  return planned;
}

const compare = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

interface Placed extends PlannedStep {
  /** Before it was moved to a day with windows: steps keep their order when they are moved to the same day. */
  readonly raw: Day;
  readonly depth: number;
}

function placed(step: Step, protocol: Protocol, before: readonly Step[]): Placed {
  const { startsOn, steps } = protocol;
  if (step.on !== undefined) {
    const raw = step.on < startsOn ? startsOn : step.on;
    return { step, on: allowedFrom(step, raw, protocol), raw, depth: 0 };
  }
  const after = step.after === undefined ? undefined : steps.find(({ id }) => id === step.after);
  if (after === undefined || after === step || before.includes(after)) {
    const raw = step.workingDays ? addWorkingDays(startsOn, step.afterDays) : addDays(startsOn, step.afterDays);
    return { step, on: dayAfter(step, startsOn, protocol), raw, depth: 0 };
  }
  const from = placed(after, protocol, [...before, step]);
  const raw = step.workingDays ? addWorkingDays(from.on, step.afterDays) : addDays(from.on, step.afterDays);
  return { step, after: from, on: dayAfter(step, from.on, protocol), raw, depth: from.depth + 1 };
}
