/** Whom a step reaches: the channels that still lead to a person, the conditions of a step, and who goes first in a soft launch. */
import type { Day } from '../calendar.ts';
import type { Attempt } from '../study/attempt.ts';
import type { Case, CaseId } from '../study/case.ts';
import type { Channel } from '../study/contact-data.ts';
import type { AttemptOutcome } from '../study/disposition.ts';
import type { Protocol, Step } from '../study/protocol.ts';

/** A case as the schedule looks at it. */
export interface ScheduledCase extends Pick<Case, 'state' | 'channels'> {
  /** Absent: of someone who is not stored yet; such a case goes first in a soft launch. */
  readonly id?: CaseId;
  readonly stratum?: string;
  /** An interview was begun, on the web or by telephone, and not finished. */
  readonly isStarted?: boolean;
  /** Per channel the day on which the number or address came that is there now: what was wrong with the one before counts no more. */
  readonly renewedOn?: Readonly<Partial<Record<Channel, Day>>>;
}

/** After these nothing more goes to that number or address: a letter and a visit go to the same one. */
const deadAfter: Readonly<Record<Channel, readonly (readonly [Channel, AttemptOutcome])[]>> = {
  email: [['email', 'bounced']],
  letter: [
    ['letter', 'returned'],
    ['letter', 'moved'],
    ['visit', 'moved'],
  ],
  phone: [
    ['phone', 'wrong-number'],
    ['phone', 'disconnected'],
  ],
  visit: [
    ['letter', 'moved'],
    ['visit', 'moved'],
  ],
};

/** Whether the number or address in this channel turned out not to lead to the person, and no other one came on that day or later. */
export function isDead(
  channel: Channel,
  { renewedOn }: Pick<ScheduledCase, 'renewedOn'>,
  attempts: readonly Pick<Attempt, 'channel' | 'outcome' | 'on'>[],
): boolean {
  const renewed = renewedOn?.[channel];
  return attempts.some(
    (made) =>
      (renewed === undefined || made.on > renewed) &&
      deadAfter[channel].some(([in_, outcome]) => made.channel === in_ && made.outcome === outcome),
  );
}

/** The channels that reach this person, without those whose number or address turned out to be wrong. */
export function reachedBy(
  one: Pick<ScheduledCase, 'channels' | 'renewedOn'>,
  attempts: readonly Pick<Attempt, 'channel' | 'outcome' | 'on'>[],
): readonly Channel[] {
  return one.channels.filter((channel) => !isDead(channel, one, attempts));
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
