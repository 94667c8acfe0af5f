import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../../shared/calendar.ts';
import { dueContact, isDue, stepsFor } from '../../../shared/schedule/due-contact.ts';
import { expectedLoad } from '../../../shared/schedule/expected-load.ts';
import { findProtocolFault } from '../../../shared/schedule/protocol-fault.ts';
import type { CaseState } from '../../../shared/study/case.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../../../shared/study/disposition.ts';
import type { Protocol, Step, StepId } from '../../../shared/study/protocol.ts';

const start = day('2026-03-02');
const text = { subject: 's', body: 'b' };
const step = (id: string, channel: Channel, afterDays: number, whom: Step['for'] = {}): Step => {
  return { id: id as StepId, channel, afterDays, for: whom, ...(channel === 'phone' ? {} : { text }) };
};
/** The residents' protocol of the reference study. */
const protocol: Protocol = {
  startsOn: start,
  closesOn: addDays(start, 60),
  steps: [
    step('email', 'email', 0, { has: ['email'] }),
    step('reminder', 'email', 7, { has: ['email'] }),
    step('letter', 'letter', 0, { lacks: ['email'] }),
    step('phone', 'phone', 14),
  ],
  callsMaximum: 3,
  callAgainAfterDays: 2,
};
const openCase = (...channels: Channel[]) => ({ state: { kind: 'open' } as CaseState, channels });
const attempt = (id: string, channel: Channel, days: number, outcome: AttemptOutcome, appointmentDays?: number) => ({
  step: id as StepId,
  channel,
  on: addDays(start, days),
  outcome,
  ...(appointmentDays === undefined ? {} : { appointmentOn: addDays(start, appointmentDays) }),
});
const due = (channels: Channel[], ...attempts: ReturnType<typeof attempt>[]) => {
  const found = dueContact(protocol, openCase(...channels), attempts);
  return found && `${found.step.id} ${(Date.parse(found.on) - Date.parse(start)) / 86_400_000}`;
};

describe('what is due', () => {
  test('with e-mail: e-mail, reminder after a week, phone after two', () => {
    expect(due(['email', 'letter', 'phone'])).toBe('email 0');
    expect(due(['email', 'phone'], attempt('email', 'email', 0, 'sent'))).toBe('reminder 7');
    expect(due(['email', 'phone'], attempt('email', 'email', 0, 'sent'), attempt('reminder', 'email', 7, 'sent'))).toBe(
      'phone 14',
    );
  });

  test('without e-mail: letter, then phone; without a phone nothing more', () => {
    expect(due(['letter', 'phone'])).toBe('letter 0');
    expect(due(['letter', 'phone'], attempt('letter', 'letter', 0, 'posted'))).toBe('phone 14');
    expect(due(['letter'], attempt('letter', 'letter', 0, 'posted'))).toBeUndefined();
  });

  test('what went out late moves what follows by as many days', () => {
    expect(due(['email', 'phone'], attempt('email', 'email', 3, 'sent'))).toBe('reminder 10');
    expect(due(['letter', 'phone'], attempt('letter', 'letter', 5, 'posted'))).toBe('phone 19');
  });

  test('nothing follows an attempt of which it is not known whether it went out', () => {
    expect(due(['email', 'phone'], attempt('email', 'email', 0, 'intended'))).toBeUndefined();
    expect(due(['letter', 'phone'], attempt('letter', 'letter', 0, 'intended'))).toBeUndefined();
  });

  test('what failed or came back does not keep the next channel waiting', () => {
    expect(due(['email', 'phone'], attempt('email', 'email', 0, 'failed'))).toBe('reminder 7');
    expect(due(['letter', 'phone'], attempt('letter', 'letter', 0, 'returned'))).toBe('phone 14');
  });

  test('calls: again after the pause, until the maximum; an appointment on its own day; after a wrong number the next one', () => {
    const letter = attempt('letter', 'letter', 0, 'posted');
    const call = (days: number, outcome: AttemptOutcome, appointmentDays?: number) =>
      attempt('phone', 'phone', days, outcome, appointmentDays);
    expect(due(['letter', 'phone'], letter, call(14, 'no-answer'))).toBe('phone 16');
    expect(
      due(['letter', 'phone'], letter, call(14, 'no-answer'), call(16, 'busy'), call(18, 'voicemail')),
    ).toBeUndefined();
    expect(due(['letter', 'phone'], letter, call(14, 'appointment', 20))).toBe('phone 20');
    expect(due(['letter', 'phone'], letter, call(14, 'appointment', 20), call(20, 'no-answer'))).toBe('phone 22');
    expect(due(['letter', 'phone'], letter, call(14, 'appointment', 14))).toBe('phone 14');
    expect(due(['letter', 'phone'], letter, call(14, 'wrong-number'))).toBe('phone 16');
    expect(due(['letter'], letter, call(14, 'wrong-number'))).toBeUndefined();
    expect(due(['letter', 'phone'], letter, call(14, 'intended'))).toBe('phone 14');
  });

  test('nothing after the closing day', () => {
    const late = { ...protocol, closesOn: addDays(start, 13) };
    expect(dueContact(late, openCase('letter', 'phone'), [attempt('letter', 'letter', 0, 'posted')])).toBeUndefined();
    const found = dueContact(protocol, openCase('letter'), []);
    expect(found && isDue(found, protocol, protocol.closesOn)).toBe(true);
    expect(found && isDue(found, protocol, addDays(protocol.closesOn, 1))).toBe(false);
    expect(found && isDue(found, protocol, addDays(start, -1))).toBe(false);
  });
});

describe('laws over random histories', () => {
  const channels = fc.subarray<Channel>(['email', 'letter', 'phone'], { minLength: 1 });
  const outcomes = {
    email: ['sent', 'failed'],
    letter: ['posted', 'returned'],
    phone: ['no-answer', 'busy', 'voicemail', 'appointment', 'wrong-number', 'refused', 'completed'],
  } as const;

  /** Does what is due, day after day, with outcomes from `luck`, as the office would. */
  function history(own: readonly Channel[], luck: readonly number[]) {
    const attempts: ReturnType<typeof attempt>[] = [];
    const days: Day[] = [];
    let state: CaseState = { kind: 'open' };
    let turn = 0;
    for (let days_ = 0; days_ <= 70; days_ += 1) {
      const today = addDays(start, days_);
      const found = dueContact(protocol, { state, channels: own }, attempts);
      if (found === undefined || !isDue(found, protocol, today)) continue;
      const { channel, id } = found.step;
      const possible = outcomes[channel as keyof typeof outcomes];
      const outcome = possible[luck[turn++ % luck.length]! % possible.length]!;
      days.push(today);
      attempts.push(
        attempt(
          id,
          channel,
          days_,
          outcome,
          outcome === 'appointment' ? days_ + 1 + (luck[turn % luck.length]! % 9) : undefined,
        ),
      );
      if (outcome === 'refused' || outcome === 'completed') state = { kind: 'final', code: '2.11', on: today };
    }
    return { attempts, days, state };
  }
  const luck = fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 });

  test('at most one message per step, never more calls than the maximum, at most one contact a day, none after closing or an end', () => {
    fc.assert(
      fc.property(channels, luck, (own, draws) => {
        const { attempts, days } = history(own, draws);
        const messages = attempts.filter(({ channel }) => channel !== 'phone').map(({ step: id }) => id);
        expect(new Set(messages).size).toBe(messages.length);
        // An appointment is kept even when it is one call more.
        const cold = attempts.filter(({ channel, outcome }) => channel === 'phone' && outcome !== 'appointment');
        expect(cold.length).toBeLessThanOrEqual(protocol.callsMaximum + 1);
        expect(new Set(days).size).toBe(days.length);
        for (const on of days) expect(on <= protocol.closesOn).toBe(true);
        const ending = attempts.findIndex(({ outcome }) => outcome === 'refused' || outcome === 'completed');
        if (ending >= 0) expect(ending).toBe(attempts.length - 1);
        for (const { channel } of attempts) expect(own).toContain(channel);
      }),
      { numRuns: 2000 },
    );
  });

  test('does not depend on the order in which the attempts are given', () => {
    fc.assert(
      fc.property(channels, luck, (own, draws) => {
        const { attempts, state } = history(own, draws);
        const one = { state, channels: own };
        expect(dueContact(protocol, one, attempts.toReversed())).toEqual(dueContact(protocol, one, attempts));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the protocol', () => {
  test('faults are found, and the reference protocol has none', () => {
    expect(findProtocolFault(protocol)).toBeUndefined();
    const fault = (change: Partial<Protocol>) => findProtocolFault({ ...protocol, ...change })?.fault;
    expect(fault({ closesOn: addDays(start, -1) })).toBe('dates');
    expect(fault({ closesOn: addDays(start, 13) })).toBe('after-closing');
    expect(fault({ steps: [step('a', 'phone', 1), step('a', 'phone', 2)] })).toBe('twice');
    expect(fault({ steps: [{ id: 'a' as StepId, channel: 'letter', afterDays: 0, for: {} }] })).toBe('text-missing');
    expect(fault({ steps: [{ ...step('a', 'email', 0), text: { subject: ' ', body: 'b' } }] })).toBe('text-missing');
  });

  test('the expected load counts every open case at each of its steps', () => {
    const cases = [
      openCase('email', 'phone'),
      openCase('letter'),
      openCase('letter', 'phone'),
      { ...openCase('letter'), state: { kind: 'final', code: '2.11', on: start } as CaseState },
    ];
    expect(Object.fromEntries(expectedLoad(protocol, cases).map(({ step: id, cases: count }) => [id, count]))).toEqual({
      email: 1,
      reminder: 1,
      letter: 2,
      phone: 2,
    });
    expect(stepsFor(protocol, openCase('letter', 'phone')).map(({ id }) => id)).toEqual(['letter', 'phone']);
  });
});
