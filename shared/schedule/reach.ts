/** Whom a step is for: the channels that reach a person, its other conditions, and who goes first in a soft launch. */
import type { Case, CaseId } from '../study/case.ts';
import type { Channel } from '../study/contact-data.ts';
import type { Protocol, Step } from '../study/protocol.ts';

/** A case as the schedule looks at it. Its channels are those that reach the person: of what turned out not to work nothing is left in them. */
export interface ScheduledCase extends Pick<Case, 'state' | 'channels'> {
  /** Absent: of someone who is not stored yet; such a case goes first in a soft launch. */
  readonly id?: CaseId;
  readonly stratum?: string;
  /** An interview was begun, on the web or by telephone, and not finished. */
  readonly isStarted?: boolean;
}

/** Whether the step is meant for someone whom these channels reach; how far their interview is is not asked. */
export function isMeantFor(
  { channel, for: { has = [], lacks = [], strata } }: Step,
  { stratum }: Pick<ScheduledCase, 'stratum'>,
  channels: readonly Channel[],
): boolean {
  return (
    channels.includes(channel) &&
    has.every((each) => channels.includes(each)) &&
    !lacks.some((each) => channels.includes(each)) &&
    (strata === undefined || (stratum !== undefined && strata.includes(stratum)))
  );
}

/** Whether the step is meant for someone who is as far with the interview as this case. */
export function isAtProgress(
  { for: { progress } }: Step,
  { isStarted = false }: Pick<ScheduledCase, 'isStarted'>,
): boolean {
  return progress === undefined || (progress === 'started') === isStarted;
}

/** Whether the case waits until the soft launch is lifted. Whoever was contacted before it began does not. */
export function waitsForLaunch(
  { softLaunch }: Pick<Protocol, 'softLaunch'>,
  { id }: Pick<ScheduledCase, 'id'>,
  attempts: readonly unknown[],
): boolean {
  return softLaunch !== undefined && id !== undefined && attempts.length === 0 && lotOf(id) >= softLaunch.percent;
}

/** 0 to 99, evenly spread and always the same for an id: FNV-1a over its characters, scrambled so that similar ids differ. */
export function lotOf(id: CaseId): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 100;
}
