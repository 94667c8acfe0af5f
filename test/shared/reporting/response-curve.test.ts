import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, daysBetween, mondayOf } from '../../../shared/calendar.ts';
import { type CurveAttempt, responseCurve } from '../../../shared/reporting/response-curve.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import { type AttemptOutcome, attemptOutcomes } from '../../../shared/study/disposition.ts';
import type { StepId } from '../../../shared/study/protocol.ts';

const monday = day('2026-03-02');
const on = (days: number) => addDays(monday, days);
const attempt = (who: string, step: string, channel: Channel, days: number, outcome: AttemptOutcome): CurveAttempt => ({
  caseId: who as CaseId,
  step: step as StepId,
  channel,
  on: on(days),
  outcome,
});

describe('the response over time', () => {
  test('has every week from the first contact until today, also one in which nobody answered', () => {
    const { weeks } = responseCurve([on(15), on(1), on(6)], [attempt('a', 'email', 'email', 0, 'sent')], on(22));
    expect(weeks).toEqual([
      { week: on(0), responses: 2 },
      { week: on(7), responses: 2 },
      { week: on(14), responses: 3 },
      { week: on(21), responses: 3 },
    ]);
  });

  test('is empty before anything happened, and begins with a response that came before any contact', () => {
    expect(responseCurve([], [attempt('a', 'email', 'email', 0, 'intended')], on(9))).toEqual({
      weeks: [],
      moments: [],
    });
    expect(responseCurve([on(3)], [attempt('a', 'email', 'email', 7, 'sent')], on(8)).weeks).toEqual([
      { week: on(0), responses: 1 },
      { week: on(7), responses: 1 },
    ]);
  });

  test('marks what was sent or posted on its day, and calling from its first day', () => {
    const { moments } = responseCurve(
      [],
      [
        attempt('a', 'email', 'email', 0, 'sent'),
        attempt('b', 'email', 'email', 0, 'sent'),
        attempt('c', 'email', 'email', 1, 'sent'),
        attempt('d', 'email', 'email', 0, 'failed'),
        attempt('e', 'letter', 'letter', 2, 'posted'),
        attempt('f', 'letter', 'letter', 2, 'intended'),
        attempt('a', 'phone', 'phone', 16, 'no-answer'),
        attempt('a', 'phone', 'phone', 14, 'busy'),
        attempt('b', 'phone', 'phone', 15, 'completed'),
        attempt('c', 'phone', 'phone', 16, 'intended'),
      ],
      on(20),
    );
    expect(moments).toEqual([
      { on: on(0), channel: 'email', step: 'email', cases: 2 },
      { on: on(1), channel: 'email', step: 'email', cases: 1 },
      { on: on(2), channel: 'letter', step: 'letter', cases: 1 },
      { on: on(14), channel: 'phone', step: 'phone', cases: 2 },
    ]);
  });

  test('law: never falls, ends with all responses, misses no week', () => {
    const days = fc.integer({ min: 0, max: 120 });
    const attempts = fc.array(
      fc
        .tuple(
          fc.nat(9),
          fc.constantFrom<Channel>('email', 'letter', 'phone'),
          days,
          fc.constantFrom(...attemptOutcomes),
        )
        .map(([who, channel, at, outcome]) => attempt(String(who), channel, channel, at, outcome)),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(fc.array(days, { maxLength: 40 }), attempts, days, (answered, made, now) => {
        const { weeks, moments } = responseCurve(answered.map(on), made, on(now));
        expect(weeks.at(-1)?.responses ?? 0).toBe(answered.length);
        for (const [index, { week, responses }] of weeks.entries()) {
          const before = weeks[index - 1];
          expect(responses).toBeGreaterThanOrEqual(before?.responses ?? 0);
          if (before !== undefined) expect(daysBetween(before.week, week)).toBe(7);
          expect(mondayOf(week)).toBe(week);
          expect(responses).toBe(answered.filter((each) => on(each) < addDays(week, 7)).length);
        }
        for (const moment of moments) expect(weeks.some(({ week }) => week === mondayOf(moment.on))).toBe(true);
      }),
    );
  });
});
