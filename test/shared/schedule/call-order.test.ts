import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../shared/calendar.ts';
import { belowTarget, type Callable, callOrder, firstToCall } from '../../../shared/schedule/call-order.ts';
import { type Daypart, dayparts, defaultCalling } from '../../../shared/study/calling.ts';
import type { CaseId } from '../../../shared/study/case.ts';

const today = day('2026-05-11');
const tried = (...parts: Daypart[]): Callable['attempts'] =>
  parts.map((daypart) => ({ channel: 'phone', outcome: 'no-answer', daypart }));
const one = (id: string, due: number, more: Partial<Callable> = {}): Callable => {
  return { id: id as CaseId, due: { on: addDays(today, due) }, attempts: [], ...more };
};
const appointment = (id: string, due: number, appointmentAt?: string): Callable => ({
  ...one(id, due),
  due: { on: addDays(today, due), kind: 'appointment' },
  ...(appointmentAt === undefined ? {} : { appointmentAt }),
});

describe('the order of ringing', () => {
  test('appointments by day and hour, strata below their target, fewer attempts in this part, longest due, id', () => {
    const cases = [
      appointment('a', 0, '14:00'),
      appointment('b', 0, '10:30'),
      appointment('c', -1, '16:00'),
      one('d', -2),
      one('e', -3, { belowTarget: 0.2 }),
      one('f', -1, { belowTarget: 0.8, attempts: tried('morning') }),
      one('g', -1, { belowTarget: 0.8, attempts: tried('evening', 'evening') }),
      one('h', -9, { attempts: tried('morning') }),
      one('i', -9),
      one('j', -2),
    ];
    const order = (given: readonly Callable[]) =>
      callOrder(given, 'morning')
        .map(({ id }) => id)
        .join('');
    expect(order(cases)).toBe('cbagfeidjh');
    fc.assert(
      fc.property(fc.shuffledSubarray(cases, { minLength: cases.length }), (given) => order(given) === 'cbagfeidjh'),
    );
    // Without a part of the day the attempts in it do not count.
    expect(
      callOrder(cases)
        .map(({ id }) => id)
        .join(''),
    ).toBe('cbafgehidj');
  });

  test('law: the first of many is the first in the order', () => {
    const anyCase = fc.record({
      id: fc.uuid().map((id) => id as CaseId),
      due: fc.record(
        { on: fc.nat(20).map((days) => addDays(today, -days)), kind: fc.constant('appointment' as const) },
        { requiredKeys: ['on'] },
      ),
      belowTarget: fc.constantFrom(0, 0.5, 1),
      attempts: fc.array(fc.constantFrom(...dayparts), { maxLength: 4 }).map((parts) => tried(...parts)),
    });
    fc.assert(
      fc.property(fc.array(anyCase), (cases) => {
        expect(firstToCall(cases, 'evening')).toBe(callOrder(cases, 'evening')[0]);
      }),
    );
  });

  test('how far a stratum is below its target is a share of that target', () => {
    const calling = { ...defaultCalling, targets: { s1: 15, s2: 40, s3: 0 } };
    expect(belowTarget(calling, 's1', 0)).toBe(1);
    expect(belowTarget(calling, 's1', 12)).toBeCloseTo(0.2);
    expect(belowTarget(calling, 's2', 50)).toBe(0);
    expect(belowTarget(calling, 's3', 0)).toBe(0);
    expect(belowTarget(calling, 's4', 0)).toBe(0);
    expect(belowTarget(calling, undefined, 0)).toBe(0);
  });
});
