/** Faults of a protocol, warnings, what another one changes, and what it asks of the bureau. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../../shared/calendar.ts';
import { isCallDay } from '../../../shared/schedule/call-days.ts';
import { callHours } from '../../../shared/schedule/call-hours.ts';
import type { ScheduledCase } from '../../../shared/schedule/due-contact.ts';
import { expectedLoad } from '../../../shared/schedule/expected-load.ts';
import { protocolChanges } from '../../../shared/schedule/protocol-changes.ts';
import { findProtocolFault } from '../../../shared/schedule/protocol-fault.ts';
import { protocolWarnings } from '../../../shared/schedule/protocol-warnings.ts';
import { planOf } from '../../../shared/schedule/step-days.ts';
import { type Calling, defaultCalling } from '../../../shared/study/calling.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { Protocol, Step, StepId } from '../../../shared/study/protocol.ts';
import { anyPerson, anyProtocol } from './histories.ts';

const start = day('2026-03-16');
const text = { subject: 's', body: 'b' };
const step = (id: string, channel: Channel, afterDays: number, more: Partial<Step> = {}): Step => ({
  ...{ id: id as StepId, channel, afterDays, for: {}, ...more },
  ...(channel === 'email' || channel === 'letter' ? { text } : {}),
});
const counted = (from: string) => ({ after: from as StepId });
const protocolOf = (steps: readonly Step[], more: Partial<Protocol> = {}): Protocol => {
  return { startsOn: start, closesOn: addDays(start, 60), steps, callsMaximum: 4, callAgainAfterDays: 2, ...more };
};
const open = (...channels: Channel[]): ScheduledCase => ({ state: { kind: 'open' }, channels });
const several = (count: number, ...channels: Channel[]) => Array.from({ length: count }, () => open(...channels));

describe('faults', () => {
  const faultOf = (steps: readonly Step[], more: Partial<Protocol> = {}) => findProtocolFault(protocolOf(steps, more));
  const windows = (monday: Calling['windows'][1]): Partial<Protocol> => {
    return { calling: { ...defaultCalling, windows: { ...defaultCalling.windows, 1: monday } } };
  };
  const nobodyRings: Partial<Protocol> = {
    calling: { ...defaultCalling, windows: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } },
  };

  test('a step that is counted from none, from itself, or in a circle of several', () => {
    const [a, b, c] = [
      step('a', 'email', 0, counted('c')),
      step('b', 'email', 1, counted('a')),
      step('c', 'email', 1, counted('b')),
    ];
    expect(faultOf([step('a', 'email', 0, counted('b'))])).toEqual({ step: 'a', fault: 'after-unknown' });
    expect(faultOf([step('a', 'email', 0, counted('a'))])).toEqual({ step: 'a', fault: 'in-a-circle' });
    expect(faultOf([a, b, c])).toEqual({ step: 'a', fault: 'in-a-circle' });
    expect(faultOf([step('a', 'email', 0), b, c])).toBe(undefined);
  });

  test('a day before the first or after the last, however it is reckoned', () => {
    expect(faultOf([step('a', 'email', 0, { on: addDays(start, -1) })])).toEqual({ step: 'a', fault: 'before-start' });
    expect(faultOf([step('a', 'email', 0, { on: addDays(start, 61) })])).toEqual({ step: 'a', fault: 'after-closing' });
    const chain = [step('a', 'email', 40), step('b', 'email', 21, counted('a'))];
    expect(faultOf(chain)).toEqual({ step: 'b', fault: 'after-closing' });
    // Sixty days on is a Friday; in working days it is far beyond.
    expect(faultOf([step('a', 'email', 60)])).toBe(undefined);
    expect(faultOf([step('a', 'email', 60, { workingDays: true })])).toEqual({ step: 'a', fault: 'after-closing' });
    // The last day is a Sunday: a call moved to Monday comes too late.
    const closesOn = day('2026-03-22');
    expect(faultOf([step('a', 'phone', 6)], { closesOn })).toEqual({ step: 'a', fault: 'after-closing' });
    expect(faultOf([step('a', 'email', 6)], { closesOn })).toBe(undefined);
  });

  test('windows that end before they begin, that overlap, or of which there is none where somebody is to be rung', () => {
    const fault = { step: 'protocol', fault: 'window' };
    const phone = [step('phone', 'phone', 0)];
    expect(faultOf(phone, windows([{ from: '12:00', to: '09:00' }]))).toEqual(fault);
    expect(faultOf(phone, windows([{ from: '12:00', to: '12:00' }]))).toEqual(fault);
    const late = { from: '11:00', to: '20:00' };
    expect(faultOf(phone, windows([late, { from: '09:00', to: '12:00' }]))).toEqual(fault);
    expect(faultOf(phone, windows([late, { from: '09:00', to: '11:00' }]))).toBe(undefined);
    expect(faultOf(phone, nobodyRings)).toEqual(fault);
    expect(faultOf([step('email', 'email', 0)], nobodyRings)).toBe(undefined);
  });

  test('law: whatever is faulty, a plan is made of it and a fault is found', () => {
    const wild = fc.array(
      fc.record({ id: fc.constantFrom('a', 'b', 'c'), after: fc.constantFrom('a', 'b', 'c', 'd'), days: fc.nat(5) }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(wild, (drawn) => {
        const steps = drawn.map(({ id, after, days }) => step(id, 'email', days, counted(after)));
        expect(planOf(protocolOf(steps)).length).toBe(steps.length);
        // Every step is counted from another one: there is no beginning.
        expect(faultOf(steps)).not.toBe(undefined);
      }),
    );
  });
});

describe('warnings', () => {
  const cases = [...several(3, 'email', 'phone'), ...several(5, 'letter', 'phone'), ...several(2, 'visit')];
  const warned = (...steps: Step[]) => protocolWarnings(protocolOf(steps), cases);
  const letters = step('letter', 'letter', 0, { for: { lacks: ['email'] } });
  const emails = step('email', 'email', 0);

  test('the reference protocol has only its left-out ones', () => {
    const [reminder, phone] = [step('reminder', 'email', 7, counted('email')), step('phone', 'phone', 14)];
    expect(warned(emails, reminder, letters, phone)).toEqual([{ kind: 'left-out', cases: 2 }]);
  });

  test('nobody gets a step; nobody says so of a group without people', () => {
    const both = step('both', 'letter', 20, { for: { has: ['email'] } });
    expect(warned(emails, letters, both, step('visit', 'visit', 20))).toEqual([{ kind: 'nobody', step: 'both' }]);
    expect(protocolWarnings(protocolOf([both]), [])).toEqual([]);
    // Someone may come to be started.
    const begun = step('begun', 'email', 20, { for: { progress: 'started' } });
    expect(warned(emails, letters, begun, step('visit', 'visit', 20))).toEqual([]);
  });

  test('messages close together to the same people, but not to others, nor one of two', () => {
    const soon = step('soon', 'email', 2);
    const visit = step('visit', 'visit', 20);
    expect(warned(emails, letters, visit, soon)).toEqual([
      { kind: 'close-together', step: 'soon', before: 'email', days: 2, cases: 3 },
    ]);
    expect(warned(emails, letters, visit, { ...soon, afterDays: 3 })).toEqual([]);
    const progress = (id: string, value: 'started' | 'not-started') =>
      step(id, 'email', 7, { for: { progress: value } });
    expect(warned(emails, letters, visit, progress('a', 'started'), progress('b', 'not-started'))).toEqual([]);
  });

  test('rung before the letter can have arrived: two working days', () => {
    const phone = (afterDays: number) => step('phone', 'phone', afterDays);
    const early = { kind: 'before-letter', step: 'phone', before: 'letter', cases: 5 };
    const visit = step('visit', 'visit', 20);
    for (const [days, isEarly] of [
      [0, true],
      [1, true],
      [2, false],
      [3, false],
    ] as const)
      expect(warned(emails, letters, visit, phone(days))).toEqual(isEarly ? [early] : []);
    // In either order on one day; over a weekend it takes longer.
    expect(warned(phone(0), emails, letters, visit)).toContainEqual(early);
    const friday = { ...letters, afterDays: 4 };
    expect(warned(emails, friday, visit, phone(7))).toContainEqual(early);
    expect(warned(emails, friday, visit, phone(8))).toEqual([]);
  });

  test('a fixed day that is no working day for a message, or no day with windows for a call', () => {
    const visit = step('visit', 'visit', 20);
    const saturday = { on: day('2026-03-28') };
    const sunday = { on: day('2026-03-29') };
    const wrong = (id: string, { on }: typeof saturday) => ({ kind: 'not-a-working-day', step: id, on });
    expect(warned({ ...letters, ...saturday }, emails, visit)).toEqual([wrong('letter', saturday)]);
    expect(warned(letters, { ...emails, ...sunday }, visit)).toEqual([wrong('email', sunday)]);
    expect(warned(letters, emails, { ...visit, ...saturday })).toEqual([]);
    expect(warned(letters, emails, { ...visit, ...sunday })).toEqual([wrong('visit', sunday)]);
  });

  test('law: never of a person who is not open, and never more people than there are', () => {
    fc.assert(
      fc.property(anyProtocol, fc.array(anyPerson, { maxLength: 8 }), (protocol, people) => {
        const given = people.map((one): ScheduledCase => ({ ...one, state: { kind: 'open' } }));
        for (const warning of protocolWarnings(protocol, given))
          if ('cases' in warning) expect(warning.cases > 0 && warning.cases <= given.length).toBe(true);
        const ended = people.map(
          (one): ScheduledCase => ({ ...one, state: { kind: 'final', code: '2.11', on: start } }),
        );
        expect(protocolWarnings(protocol, ended).filter((warning) => 'cases' in warning)).toEqual([]);
      }),
    );
  });
});

describe('what another protocol changes', () => {
  const today = addDays(start, 5);
  const sent = { step: 'email' as StepId, channel: 'email' as const, on: start, outcome: 'sent' as const };
  const before = protocolOf([step('email', 'email', 0), step('reminder', 'email', 7), step('phone', 'phone', 14)]);
  const cases = [
    ...several(3, 'email').map((one) => ({ one, attempts: [sent] })),
    ...several(2, 'phone').map((one) => ({ one, attempts: [] })),
    ...several(4, 'letter').map((one) => ({ one, attempts: [] })),
  ];
  const changes = (steps: readonly Step[], more: Partial<Protocol> = {}) =>
    protocolChanges(before, protocolOf(steps, more), cases, today);
  const none = { sooner: 0, later: 0, begun: 0, stopped: 0, steps: [] };

  test('nothing, when it is the same', () => {
    expect(changes(before.steps)).toEqual(none);
  });

  test('whose next contact comes sooner, later, begins or ends, and which steps have more or fewer people to come', () => {
    const [email, reminder, phone] = before.steps as [Step, Step, Step];
    expect(changes([email, { ...reminder, afterDays: 10 }, { ...phone, afterDays: 7 }])).toEqual({
      ...none,
      sooner: 2,
      later: 3,
    });
    expect(changes([email, phone])).toEqual({
      ...none,
      stopped: 3,
      steps: [{ step: 'reminder', before: 3, after: 0 }],
    });
    const letter = step('letter', 'letter', 6);
    expect(changes([...before.steps, letter])).toEqual({
      ...none,
      begun: 4,
      steps: [{ step: 'letter', before: 0, after: 4 }],
    });
    expect(changes(before.steps, { closesOn: addDays(start, 4) })).toEqual({ ...none, stopped: 5 });
  });

  test('a message that went out is not to come any more, whoever it is for now', () => {
    const [email, ...rest] = before.steps as [Step, Step, Step];
    const forOthers = changes([{ ...email, for: { has: ['letter'] } }, ...rest]);
    expect(forOthers).toEqual(none);
    // To whoever did not get it yet it would have been.
    const unsent = several(3, 'email').map((one) => ({ one, attempts: [] }));
    const other = protocolOf([{ ...email, for: { has: ['letter'] } }, ...rest]);
    expect(protocolChanges(before, other, unsent, today).steps).toEqual([{ step: 'email', before: 3, after: 0 }]);
  });

  test('a soft launch keeps what is to come from whoever waits', () => {
    const ids = fc.sample(fc.uuid(), { numRuns: 50, seed: 5 }) as CaseId[];
    const people = ids.map((id) => ({ one: { ...open('phone'), id }, attempts: [] }));
    const [phone] = before.steps.filter(({ channel }) => channel === 'phone');
    const launched = protocolOf(before.steps, { softLaunch: { percent: 10 } });
    const { stopped, steps } = protocolChanges(before, launched, people, today);
    expect(stopped).toBeGreaterThan(25);
    expect(steps).toEqual([{ step: phone!.id, before: 50, after: 50 - stopped }]);
  });

  test('what is overdue either way is due today: nothing changes', () => {
    const early = protocolOf([step('email', 'email', 0), step('reminder', 'email', 1), step('phone', 'phone', 0)]);
    const other = protocolOf([step('email', 'email', 0), step('reminder', 'email', 3), step('phone', 'phone', 2)]);
    expect(protocolChanges(early, other, cases, today)).toEqual(none);
  });
});

describe('what a protocol asks of the bureau', () => {
  test('calls fall on days with windows; the load too', () => {
    fc.assert(
      fc.property(anyProtocol, fc.array(anyPerson, { maxLength: 5 }), (protocol, people) => {
        const given = people.map((one): ScheduledCase => ({ ...one, state: { kind: 'open' } }));
        const { calling = defaultCalling } = protocol;
        for (const { on, channel, cases } of expectedLoad(protocol, given)) {
          expect(cases).toBeLessThanOrEqual(given.length);
          if (channel === 'phone') expect(isCallDay(calling, on)).toBe(true);
        }
        for (const { week } of callHours(protocol, given).weeks) expect(week <= protocol.closesOn).toBe(true);
      }),
    );
    // Monday, Wednesday, Friday; then Monday because Sunday is none.
    const { weeks } = callHours(protocolOf([step('phone', 'phone', 0)]), several(10, 'phone'));
    expect(weeks.map(({ week, calls }) => [week, calls])).toEqual([
      [start, 22],
      [addDays(start, 7), 3],
    ]);
  });

  test('in a soft launch it is that of who goes first', () => {
    const ids = fc.sample(fc.uuid(), { numRuns: 200, seed: 5 }) as CaseId[];
    const people = ids.map((id) => ({ ...open('phone'), id }));
    const phone = [step('phone', 'phone', 0)];
    const all = expectedLoad(protocolOf(phone), people)[0]!.cases;
    const first = expectedLoad(protocolOf(phone, { softLaunch: { percent: 10 } }), people)[0]!.cases;
    expect(all).toBe(200);
    expect(first).toBeGreaterThan(8);
    expect(first).toBeLessThan(40);
  });
});
