/** What a protocol asks of the bureau: how many contacts per day and step, if nobody answered before. */
import type { Day } from '../calendar.ts';
import type { Channel } from '../study/contact-data.ts';
import type { Protocol, StepId } from '../study/protocol.ts';
import { stepsFor } from './due-contact.ts';
import { type ScheduledCase, waitsForLaunch } from './reach.ts';
import { planOf } from './step-days.ts';

export interface DayLoad {
  readonly on: Day;
  readonly step: StepId;
  readonly channel: Channel;
  readonly cases: number;
}

/**
 * Per step the day on which it falls and the open cases that would get it; for a phone step the day of the first call. In a soft launch
 * those who go first.
 */
export function expectedLoad(protocol: Protocol, cases: readonly ScheduledCase[]): readonly DayLoad[] {
  const counts = new Map<StepId, number>();
  for (const one of cases) {
    if (one.state.kind !== 'open' || waitsForLaunch(protocol, one, [])) continue;
    for (const step of stepsFor(protocol, one)) counts.set(step.id, (counts.get(step.id) ?? 0) + 1);
  }
  const byDay = planOf(protocol).map(({ step: { id, channel }, on }) => {
    return { on, step: id, channel, cases: counts.get(id) ?? 0 };
  });
  return byDay.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
