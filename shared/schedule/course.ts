/** The course of one case through its protocol: how late it runs, and the day on which its next step falls. */
import { addDays, type Day, daysBetween } from '../calendar.ts';
import type { Attempt } from '../study/attempt.ts';
import type { AttemptOutcome } from '../study/disposition.ts';
import type { Protocol, Step } from '../study/protocol.ts';
import { againOn } from './calls-left.ts';
import { allowedFrom, dayAfter, isCall, type PlannedStep, planOf } from './step-days.ts';

type Made = Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome'>;

const arrived: readonly AttemptOutcome[] = ['sent', 'posted'];
const later = (a: Day, b: Day): Day => (a > b ? a : b);
const lastOf = (made: readonly Made[]): Day | undefined =>
  made
    .map(({ on }) => on)
    .toSorted()
    .at(-1);

export interface Course {
  /** This step is behind: what went out late moves what follows. `own`: its attempts. */
  readonly pass: (planned: PlannedStep, own: readonly Made[]) => void;
  /** The first day on which this step could be done, if nobody had been rung in the meantime. */
  readonly soonest: (planned: PlannedStep) => Day;
  /** The day on which this step, of which no message went out yet, may be done first. */
  readonly dayOf: (planned: PlannedStep) => Day;
  /** Whether a step of this day or a later one was tried already: its turn has passed. */
  readonly isPast: (planned: PlannedStep) => boolean;
}

/** `attempts`: all of the case, in any order. The steps are passed in the order of the plan. */
export function courseOf(protocol: Protocol, attempts: readonly Made[]): Course {
  const planned = new Map(planOf(protocol).map((each) => [each.step.id, each.on]));
  const wentOut = new Map<Step, Day>();
  let daysLate = 0;

  const counted = ({ step, after, on }: PlannedStep): Day => {
    if (after !== undefined) return dayAfter(step, wentOut.get(after.step) ?? addDays(after.on, daysLate), protocol);
    return step.on === undefined ? dayAfter(step, addDays(protocol.startsOn, daysLate), protocol) : on;
  };

  /** Calls and messages are a day apart at least; messages may share a day when the protocol puts them on one. */
  const notBefore = ({ step, on }: PlannedStep, made: Made): Day => {
    if (isCall(made) && (isCall(step) || made.outcome === 'says-answered')) return againOn(made, protocol);
    return addDays(made.on, !isCall(made) && planned.get(made.step) === on ? 0 : 1);
  };

  return {
    pass({ step, on }, own) {
      const last = lastOf(isCall(step) ? own : own.filter(({ outcome }) => arrived.includes(outcome)));
      if (last === undefined) return;
      wentOut.set(step, last);
      if (!isCall(step)) daysLate = daysBetween(on, last);
    },
    soonest: counted,
    dayOf(next) {
      const on = attempts.reduce((day, made) => later(day, notBefore(next, made)), counted(next));
      return allowedFrom(next.step, on, protocol);
    },
    isPast: ({ step, on }) => attempts.some((made) => made.step !== step.id && (planned.get(made.step) ?? '') >= on),
  };
}
