/**
 * After a study was put back from a copy: which messages may have gone out that it does not know of, and what is recorded so that none of
 * them goes out a second time. Only from the protocol, the attempts that are known and today: what happened meanwhile is lost.
 */
import { addDays, type Day } from '../calendar.ts';
import type { Attempt } from '../study/attempt.ts';
import type { Case } from '../study/case.ts';
import type { AttemptOutcome } from '../study/disposition.ts';
import type { Protocol, Step, StepId } from '../study/protocol.ts';
import { stepsFor } from './due-contact.ts';

type KnownAttempt = Pick<Attempt, 'step' | 'on' | 'outcome'>;

/** What is said of one step of one group since the copy was made. */
export const doubtAnswers = ['not-sent', 'may-have-been-sent'] as const;
export type DoubtAnswer = (typeof doubtAnswers)[number];

const arrived: readonly AttemptOutcome[] = ['sent', 'posted'];
const isMessage = ({ channel }: Step) => channel === 'email' || channel === 'letter';

/**
 * The steps whose message may have gone to this case by `today` without being known, in their order: those that could have come due, if
 * every call before them had ended at once, and those that were intended and of which the result is not known.
 */
export function stepsInDoubt(
  protocol: Protocol,
  one: Pick<Case, 'state' | 'channels'>,
  attempts: readonly KnownAttempt[],
  today: Day,
): readonly Step[] {
  if (one.state.kind === 'final') return [];
  const last = today < protocol.closesOn ? today : protocol.closesOn;
  const doubted: Step[] = [];
  let base = protocol.startsOn;
  let baseAfterDays = 0;
  for (const step of stepsFor(protocol, one)) {
    const own = attempts.filter((attempt) => attempt.step === step.id);
    const planned = addDays(base, step.afterDays - baseAfterDays);
    const isOpen = own.length === 0 ? planned <= last : own.some(({ outcome }) => outcome === 'intended');
    if (isMessage(step) && isOpen) doubted.push(step);
    const known = own.at(-1);
    base = known !== undefined && arrived.includes(known.outcome) ? known.on : planned;
    baseAfterDays = step.afterDays;
  }
  return doubted;
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
  cases: readonly { readonly one: Pick<Case, 'state' | 'channels'>; readonly attempts: readonly KnownAttempt[] }[],
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
