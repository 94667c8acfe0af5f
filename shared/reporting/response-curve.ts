/** The response over time: completed interviews per week, cumulated, and the contact moments that may explain it. From counts and days only. */
import { addDays, type Day, mondayOf } from '../calendar.ts';
import type { Attempt } from '../study/attempt.ts';
import type { Channel } from '../study/contact-data.ts';
import type { StepId } from '../study/protocol.ts';

export interface ResponseWeek {
  /** Its Monday. */
  readonly week: Day;
  /** Responses until the end of this week. */
  readonly responses: number;
}

export interface ContactMoment {
  readonly on: Day;
  readonly channel: Channel;
  readonly step: StepId;
  readonly cases: number;
}

export interface ResponseCurve {
  readonly weeks: readonly ResponseWeek[];
  readonly moments: readonly ContactMoment[];
}

export type CurveAttempt = Pick<Attempt, 'caseId' | 'step' | 'channel' | 'on' | 'outcome'>;

/**
 * The curve of one group. Every week from the first contact (or the first response, if that came before) until today is in it, also one in
 * which nobody answered; none when nothing has happened yet.
 *
 * @param respondedOn the day of each completed interview
 */
export function responseCurve(
  respondedOn: readonly Day[],
  attempts: readonly CurveAttempt[],
  today: Day,
): ResponseCurve {
  const moments = contactMoments(attempts);
  const days = [...moments.map(({ on }) => on), ...respondedOn].toSorted();
  const first = days[0];
  if (first === undefined) return { weeks: [], moments };
  const sorted = respondedOn.toSorted();
  const last = [today, ...days].toSorted().at(-1)!;
  const weeks: ResponseWeek[] = [];
  let responses = 0;
  for (let week = mondayOf(first); week <= last; week = addDays(week, 7)) {
    const after = addDays(week, 7);
    while (responses < sorted.length && sorted[responses]! < after) responses += 1;
    weeks.push({ week, responses });
  }
  return { weeks, moments };
}

/**
 * Messages by the day on which they went out. Calls and visits go on for weeks, so they are one moment per step: the day of the first one,
 * with everyone who was approached in that step so far.
 */
function contactMoments(attempts: readonly CurveAttempt[]): readonly ContactMoment[] {
  const found = new Map<string, { on: Day; channel: Channel; step: StepId; cases: Set<string> }>();
  for (const { caseId, step, channel, on, outcome } of attempts) {
    const isMessage = channel === 'email' || channel === 'letter';
    const isMade = isMessage ? outcome === 'sent' || outcome === 'posted' : outcome !== 'intended';
    if (!isMade) continue;
    const key = isMessage ? `${step} ${channel} ${on}` : `${step} ${channel}`;
    const moment = found.get(key) ?? { on, channel, step, cases: new Set() };
    if (on < moment.on) moment.on = on;
    moment.cases.add(caseId);
    found.set(key, moment);
  }
  return [...found.values()]
    .map(({ cases, ...moment }) => ({ ...moment, cases: cases.size }))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.step < b.step ? -1 : 1));
}
