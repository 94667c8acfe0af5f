/**
 * After a study was put back from a copy: which messages may have gone out that it does not know of, and what is recorded so that none of
 * them goes out a second time. Only from the protocol, the attempts that are known and today: what happened meanwhile is lost.
 */
import type { Day } from '../calendar.ts';
import type { Attempt } from '../study/attempt.ts';
import type { Protocol, Step, StepId } from '../study/protocol.ts';
import { courseOf } from './course.ts';
import { isMeantFor, type ScheduledCase } from './reach.ts';
import { isCall, planOf } from './step-days.ts';

type KnownAttempt = Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome'>;

type DoubtedCase = Omit<ScheduledCase, 'id' | 'isStarted'>;

/** What is said of one step of one group since the copy was made. */
export const doubtAnswers = ['not-sent', 'may-have-been-sent'] as const;
export type DoubtAnswer = (typeof doubtAnswers)[number];

/**
 * The steps whose message may have gone to this case by `today` without being known, in their order: those that could have come due, if
 * every call before them had ended at once, and those that were intended and of which the result is not known. How far an interview was, and
 * whether a soft launch still waited, may have changed since the copy: neither is asked.
 */
export function stepsInDoubt(
  protocol: Protocol,
  one: DoubtedCase,
  attempts: readonly KnownAttempt[],
  today: Day,
): readonly Step[] {
  if (one.state.kind === 'final') return [];
  const last = today < protocol.closesOn ? today : protocol.closesOn;
  const course = courseOf(protocol, attempts);
  return planOf(protocol).flatMap((planned): readonly Step[] => {
    const { step } = planned;
    const own = attempts.filter((attempt) => attempt.step === step.id);
    if (own.length === 0 && !isMeantFor(step, one, one.channels)) return [];
    const isOpen =
      own.length === 0 ? course.soonest(planned) <= last : own.some(({ outcome }) => outcome === 'intended');
    course.pass(planned, own);
    return isOpen && !isCall(step) ? [step] : [];
  });
}

/** The outcome under which a message that may have gone out is recorded. */
export function outcomeInDoubt({ channel }: Pick<Step, 'channel'>): 'sent' | 'posted' {
  return channel === 'letter' ? 'posted' : 'sent';
}

/** How many cases each step of a group may have reached. */
export interface StepInDoubt {
  readonly step: StepId;
  readonly channel: Step['channel'];
  readonly cases: number;
}

/** Per step of the protocol that is in doubt for anyone: for how many. */
export function doubtsOf(
  protocol: Protocol,
  cases: readonly { readonly one: DoubtedCase; readonly attempts: readonly KnownAttempt[] }[],
  today: Day,
): readonly StepInDoubt[] {
  const counts = new Map<StepId, number>();
  for (const { one, attempts } of cases)
    for (const { id } of stepsInDoubt(protocol, one, attempts, today)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return protocol.steps.flatMap(({ id: step, channel }) => {
    const count = counts.get(step);
    return count === undefined ? [] : [{ step, channel, cases: count }];
  });
}
