/** What the end of an agreement stops in the office: requests that are past it, and whoever only interviews. */
import type { Day } from '../shared/calendar.ts';
import type { RequestName } from '../shared/contract.ts';
import { refuse } from '../shared/problem.ts';
import { requestUntil } from '../shared/request-until.ts';
import { agreementPhase, refuseAfterEnd } from '../shared/study/agreement-in-force.ts';
import type { Role } from '../shared/study/person.ts';
import type { Desk } from './desk.ts';
import type { Settings } from './settings.ts';

/** Refuses what the agreement allows no longer. An agreement that cannot be opened lets nothing through. */
export async function refuseWhenEnded({ settings, today }: Desk, request: RequestName): Promise<void> {
  refuseAfterEnd((await settings.find('agreement')) ?? {}, today, requestUntil[request]);
}

export const onlyInterviews = (roles: readonly Role[]) => roles.every((role) => role === 'interviewer');

/** Refuses `session.study-ended` to whoever only interviews, from the day after the last on which contact data may be used. */
export async function refuseInterviewerAfterEnd(settings: Settings, roles: readonly Role[], today: Day): Promise<void> {
  if (!onlyInterviews(roles)) return;
  const agreement = (await settings.find('agreement')) ?? {};
  const phase = agreementPhase(agreement, today);
  if (phase === 'contact-ended' || phase === 'answers-ended')
    refuse('session.study-ended', { endsOn: agreement.endsOn! });
}
