/**
 * Whether a contact waits for the answers of the web. Whoever got a link may have answered since returns were read last: a reminder or a call
 * would ask them for what they did already. First contacts never wait.
 */
import { type Day, daysBetween } from '../calendar.ts';
import type { Attempt } from '../study/attempt.ts';
import type { InterviewRules } from '../study/interview-rules.ts';
import type { Step } from '../study/protocol.ts';

export interface ReturnsAge {
  /** As the study set it: at most so many days ago; absent when no returns are awaited. */
  readonly withinDays?: number;
  /** When returns of this group were read last. */
  readonly lastOn?: Day;
}

export function returnsAge({ returnsWithinDays }: InterviewRules, lastOn: Day | undefined): ReturnsAge {
  return {
    ...(returnsWithinDays === undefined ? {} : { withinDays: returnsWithinDays }),
    ...(lastOn === undefined ? {} : { lastOn }),
  };
}

/** Whether returns are as new as the study wants them, or are not awaited at all. A day that lies ahead is of a clock that was set back. */
export function areReturnsNew({ withinDays, lastOn }: ReturnsAge, today: Day): boolean {
  if (withinDays === undefined) return true;
  return lastOn !== undefined && lastOn <= today && daysBetween(lastOn, today) <= withinDays;
}

/** Every e-mail and letter carries the person's own link; one that failed or came back did not bring it. */
export function hasWebLink(attempts: readonly Pick<Attempt, 'channel' | 'outcome'>[]): boolean {
  return attempts.some(
    ({ channel, outcome }) =>
      (channel === 'email' || channel === 'letter') && (outcome === 'sent' || outcome === 'posted'),
  );
}

export function waitsForReturns(
  step: Pick<Step, 'channel'>,
  attempts: readonly Pick<Attempt, 'channel' | 'outcome'>[],
  age: ReturnsAge,
  today: Day,
): boolean {
  return step.channel !== 'visit' && hasWebLink(attempts) && !areReturnsNew(age, today);
}
