import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, weekday } from '../../../shared/calendar.ts';
import { isCallDay } from '../../../shared/schedule/call-days.ts';
import {
  callHours,
  interviewShare,
  minutesPerCall,
  minutesPerInterview,
  settledPerCall,
} from '../../../shared/schedule/call-hours.ts';
import { findProtocolFault } from '../../../shared/schedule/protocol-fault.ts';
import { defaultCalling } from '../../../shared/study/calling.ts';
import type { CaseState } from '../../../shared/study/case.ts';
import type { Protocol, Step, StepId } from '../../../shared/study/protocol.ts';

const start = day('2026-03-02');
const phone = (afterDays: number, more: Partial<Step> = {}): Step => {
  return { id: 'phone' as StepId, channel: 'phone', afterDays, for: {}, ...more };
};
const protocolOf = (more: Partial<Protocol> = {}): Protocol => ({
  startsOn: start,
  closesOn: addDays(start, 60),
  steps: [phone(14)],
  callsMaximum: 3,
  callAgainAfterDays: 2,
  ...more,
});
const open: CaseState = { kind: 'open' };
const rung = (count: number) => Array.from({ length: count }, () => ({ state: open, channels: ['phone'] as const }));
const calls = (weeks: ReturnType<typeof callHours>['weeks']) => weeks.reduce((sum, week) => sum + week.calls, 0);

describe('interviewer hours', () => {
  test('follow from the calls and the interviews of the week', () => {
    const { weeks, callsPerCase } = callHours(protocolOf(), rung(100));
    // Three calls on Monday, Wednesday and Friday of the third week: 100, 70 and 49 people.
    expect(weeks.map(({ week, calls: made }) => [week, made])).toEqual([[addDays(start, 14), 219]]);
    expect(callsPerCase).toBe(2.2);
    const minutes = 219 * minutesPerCall + 100 * interviewShare * minutesPerInterview;
    expect(weeks[0]!.hours).toBeCloseTo(minutes / 60, 1);
  });

  test('stand in the week of the call', () => {
    const { weeks } = callHours(protocolOf({ callAgainAfterDays: 7 }), rung(10));
    expect(weeks.map(({ week, calls: made }) => [week, made])).toEqual([
      [addDays(start, 14), 10],
      [addDays(start, 21), 7],
      [addDays(start, 28), 5],
    ]);
  });

  test('are not asked for where nobody is rung: no cases, final ones, no telephone, no call allowed', () => {
    const none = { weeks: [], callsPerCase: 0 };
    const final: CaseState = { kind: 'final', code: '2.11', on: start };
    expect(callHours(protocolOf(), [])).toEqual(none);
    expect(callHours(protocolOf(), [{ state: final, channels: ['phone'] }])).toEqual(none);
    expect(callHours(protocolOf(), [{ state: open, channels: ['letter'] }])).toEqual(none);
    expect(callHours(protocolOf({ callsMaximum: 0 }), rung(3))).toEqual(none);
    expect(callHours(protocolOf({ closesOn: addDays(start, 13) }), rung(3))).toEqual(none);
  });

  test('of a case with two phone steps are those of the first', () => {
    const second = phone(28, { id: 'again' as StepId });
    expect(callHours(protocolOf({ steps: [second, phone(14)] }), rung(9))).toEqual(callHours(protocolOf(), rung(9)));
  });

  const any = fc.record({
    people: fc.integer({ min: 0, max: 400 }),
    afterDays: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 0, max: 120 }),
    callsMaximum: fc.integer({ min: 0, max: 20 }),
    callAgainAfterDays: fc.integer({ min: 1, max: 30 }),
  });

  test('law: never more calls than cases times the maximum; none before the day of the step or after the closing day', () => {
    fc.assert(
      fc.property(any, ({ people, afterDays, length, callsMaximum, callAgainAfterDays }) => {
        const closesOn = addDays(start, length);
        const protocol = protocolOf({ steps: [phone(afterDays)], closesOn, callsMaximum, callAgainAfterDays });
        const { weeks } = callHours(protocol, rung(people));
        expect(calls(weeks)).toBeLessThanOrEqual(people * callsMaximum);
        for (const { week, calls: made, hours } of weeks) {
          expect(weekday(week)).toBe(1);
          expect(addDays(week, 6) >= addDays(start, afterDays) && week <= closesOn).toBe(true);
          expect(made >= 0 && hours >= 0).toBe(true);
        }
        // The range may end on the Sunday or holiday on which it begins.
        const days = Array.from({ length: Math.max(0, length - afterDays + 1) }, (_, nr) =>
          addDays(start, afterDays + nr),
        );
        const isAnyDay = days.some((on) => isCallDay(defaultCalling, on));
        const mayRing = people > 0 && callsMaximum > 0 && isAnyDay;
        expect(calls(weeks) > 0).toBe(mayRing);
        if (mayRing) expect(calls(weeks)).toBeGreaterThanOrEqual(people);
      }),
    );
  });

  test('law: weeks are in order and each stands once', () => {
    fc.assert(
      fc.property(any, ({ people, afterDays, callsMaximum, callAgainAfterDays }) => {
        const protocol = protocolOf({ steps: [phone(afterDays)], callsMaximum, callAgainAfterDays });
        const weeks = callHours(protocol, rung(people)).weeks.map(({ week }) => week);
        expect(weeks).toEqual([...new Set(weeks)].toSorted());
      }),
    );
  });

  test('law: the more calls are allowed, the more hours, and never more per case than if nobody were ever settled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (callsMaximum) => {
        const few = callHours(protocolOf({ callsMaximum }), rung(100)).callsPerCase;
        const more = callHours(protocolOf({ callsMaximum: callsMaximum + 1 }), rung(100)).callsPerCase;
        expect(more).toBeGreaterThanOrEqual(few);
        expect(more).toBeLessThanOrEqual(1 / settledPerCall + 0.1);
      }),
    );
  });
});

test('a phone step may have a text or none, but not an empty one', () => {
  const text = { subject: 's', body: 'Goedemiddag' };
  expect(findProtocolFault(protocolOf())).toBe(undefined);
  expect(findProtocolFault(protocolOf({ steps: [phone(0, { text })] }))).toBe(undefined);
  const blank = phone(0, { text: { ...text, body: ' \n ' } });
  expect(findProtocolFault(protocolOf({ steps: [blank] }))).toEqual({ step: 'phone', fault: 'text-missing' });
});
