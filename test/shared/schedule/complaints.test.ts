/**
 * What people complain about in other systems, as far as the schedule alone can cause it: each test is named for what it guards, and finds it
 * first in a way of working that was broken on purpose.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day } from '../../../shared/calendar.ts';
import { dueContact, isDue, type ScheduledCase } from '../../../shared/schedule/due-contact.ts';
import { stuckReason } from '../../../shared/schedule/stuck-reason.ts';
import type { Attempt } from '../../../shared/study/attempt.ts';
import { attemptOutcomes, type FinalCode } from '../../../shared/study/disposition.ts';
import { finalCodeOf, interimCode } from '../../../shared/study/final-code.ts';
import type { Protocol, Step, StepId } from '../../../shared/study/protocol.ts';
import { anyPerson, anyProtocol, historyOf } from './histories.ts';

type Made = Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome' | 'appointmentOn'>;

const start = day('2026-03-16');
const text = { subject: 's', body: 'b' };
const email: Step = { id: 'email' as StepId, channel: 'email', afterDays: 0, for: {}, text };
const phone: Step = { id: 'phone' as StepId, channel: 'phone', afterDays: 0, for: {} };
const protocol: Protocol = {
  startsOn: start,
  closesOn: addDays(start, 27),
  steps: [phone],
  callsMaximum: 5,
  callAgainAfterDays: 1,
};
const someone: ScheduledCase = { state: { kind: 'open' }, channels: ['email', 'phone'] };
const call = (on: Day, outcome: Made['outcome'], appointmentOn?: Day): Made => {
  return { step: phone.id, channel: 'phone', on, outcome, ...(appointmentOn === undefined ? {} : { appointmentOn }) };
};

describe('a refusal is not overwritten because the calls are used up (queXS 1.15.9)', () => {
  const histories = fc.array(fc.constantFrom('no-answer', 'busy', 'voicemail', 'refused-soft' as const), {
    maxLength: 9,
  });
  type Rule = (attempts: readonly Made[]) => FinalCode;
  const newestCounts: Rule = (attempts) => interimCode('phone', attempts.at(-1)!.outcome);
  const ours: Rule = (attempts) => finalCodeOf(attempts, { kind: 'open' }, ['phone']);

  const isOverwritten = (rule: Rule) => {
    const samples = fc.sample(histories, { numRuns: 500, seed: 3 });
    return samples.some((outcomes) => {
      const attempts = [
        call(start, 'refused'),
        ...outcomes.map((outcome, nr) => call(addDays(start, nr + 1), outcome)),
      ];
      return rule(attempts) !== '2.11';
    });
  };

  test('where the newest attempt counts it is, here it never is', () => {
    expect(isOverwritten(newestCounts)).toBe(true);
    expect(isOverwritten(ours)).toBe(false);
  });

  test('used up is no outcome of its own: whoever refused stands in no list of what is stuck', () => {
    expect(attemptOutcomes.filter((outcome) => /^max|used-up/.test(outcome))).toEqual([]);
    const refused: ScheduledCase = { ...someone, state: { kind: 'final', code: '2.11', on: start } };
    const used = Array.from({ length: 5 }, (_, nr) => call(addDays(start, nr), 'no-answer'));
    expect(stuckReason(protocol, someone, used, start)).toBe('calls-used-up');
    expect(stuckReason(protocol, refused, used, start)).toBe(undefined);
  });
});

describe('a case is not stuck on a call or an appointment (queXS 1.15.2, 1.15.5, 1.15.9)', () => {
  test('a call that nobody closed is due to whoever has it, the next day too, and is in nobody’s list of what is done', () => {
    const inHand = [call(start, 'intended')];
    const due = dueContact(protocol, someone, inHand)!;
    expect(due.kind).toBe('in-hand');
    // The sixth day is a Sunday: whoever has them in hand still puts down what came of it.
    for (const days of [0, 1, 5, 6]) expect(isDue(due, protocol, addDays(start, days))).toBe(true);
    expect(stuckReason(protocol, someone, inHand, addDays(start, 3))).toBe(undefined);
  });

  test('an appointment ten years ahead is no reason to wait in silence: it is shown', () => {
    const far = [call(start, 'appointment', day('2036-03-16'))];
    expect(dueContact(protocol, someone, far)).toBe(undefined);
    expect(stuckReason(protocol, someone, far, start)).toBe('after-closing');
  });

  test('an appointment that was put down twice is one call', () => {
    const on = addDays(start, 3);
    const twice = [call(start, 'appointment', on), call(start, 'appointment', on)];
    expect(dueContact(protocol, someone, twice)).toMatchObject({ on, kind: 'appointment' });
    const kept = [...twice, call(on, 'no-answer')];
    expect(dueContact(protocol, someone, kept)?.kind).toBe(undefined);
    expect(dueContact(protocol, someone, kept)?.on).toBe(addDays(on, 1));
  });
});

describe('tries end with the maximum and with the study, not after 96 of them (surveda#2369)', () => {
  /** A machine that looks every hour, for two months; nobody ever picks up. */
  function tries(may: (attempts: readonly Made[], today: Day) => boolean): readonly Made[] {
    const attempts: Made[] = [];
    for (let hour = 0; hour < 60 * 24; hour += 1) {
      const today = addDays(start, Math.floor(hour / 24));
      if (may(attempts, today)) attempts.push(call(today, 'no-answer'));
    }
    return attempts;
  }

  test('where only the delay is looked at they do not end, here they do', () => {
    const onlyTheDelay = tries((attempts, today) => attempts.every(({ on }) => on < today));
    expect(onlyTheDelay.length).toBe(60);
    const of = (given: Protocol) =>
      tries((attempts, today) => {
        const due = dueContact(given, someone, attempts);
        return due !== undefined && isDue(due, given, today);
      });
    expect(of(protocol).length).toBe(5);
    const many = of({ ...protocol, callsMaximum: 50 });
    // Four weeks of six days, without Easter Monday.
    expect(many.length).toBe(23);
    expect(many.every(({ on }) => on <= protocol.closesOn)).toBe(true);
  });

  test('a machine that was off on the last days does not catch up after them', () => {
    const late = { ...protocol, steps: [email] };
    const due = dueContact(late, someone, [])!;
    expect(isDue(due, late, late.closesOn)).toBe(true);
    for (const days of [1, 2, 30]) expect(isDue(due, late, addDays(late.closesOn, days))).toBe(false);
  });
});

describe('nobody counts as broken off while something is still due (surveda#1031)', () => {
  test('whoever began and was not reached since is open and rung again; the code comes with the end', () => {
    const begun: ScheduledCase = { ...someone, isStarted: true };
    const attempts = [call(start, 'appointment', addDays(start, 2)), call(addDays(start, 2), 'no-answer')];
    expect(dueContact(protocol, begun, attempts)?.on).toBe(addDays(start, 3));
    expect(stuckReason(protocol, begun, attempts, addDays(start, 2))).toBe(undefined);
  });

  test('law: as long as something can still be done for somebody, they stand in no list of what is stuck', () => {
    fc.assert(
      fc.property(anyProtocol, anyPerson, fc.integer(), (given, person, seed) => {
        for (const { on, protocol: at, one, attempts } of historyOf(given, person, seed).evenings) {
          const due = dueContact(at, one, attempts);
          if (due !== undefined && isDue(due, at, on)) expect(stuckReason(at, one, attempts, on)).toBe(undefined);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('two runs at a time send a message once (formr v0.25.7)', () => {
  type World = { attempts: Made[]; sent: number };
  /** A run as a row of moments, between which another run may do anything. */
  type Run = Generator<undefined, void>;

  function* asksOnce(world: World): Run {
    const due = dueContact({ ...protocol, steps: [email] }, someone, world.attempts);
    yield;
    if (due === undefined) return;
    world.sent += 1;
    yield;
    world.attempts.push({ step: email.id, channel: 'email', on: start, outcome: 'sent' });
  }

  /** Asks again in the write that puts down the intent; the sending comes after it. */
  function* asksAgain(world: World): Run {
    if (dueContact({ ...protocol, steps: [email] }, someone, world.attempts) === undefined) return;
    yield;
    if (dueContact({ ...protocol, steps: [email] }, someone, world.attempts) === undefined) return;
    const intent: Made = { step: email.id, channel: 'email', on: start, outcome: 'intended' };
    world.attempts.push(intent);
    yield;
    world.sent += 1;
    yield;
    world.attempts.splice(world.attempts.indexOf(intent), 1, { ...intent, outcome: 'sent' });
  }

  /** How often it was sent, under every order in which two runs can go, three moments or more each. */
  function mostSent(run: (world: World) => Run): number {
    return Math.max(
      ...Array.from({ length: 2 ** 8 }, (_, order) => {
        const world: World = { attempts: [], sent: 0 };
        const runs = [run(world), run(world)];
        for (let bit = 0; bit < 8; bit += 1) runs[(order >> bit) & 1]!.next();
        for (const each of runs) while (!each.next().done);
        return world.sent;
      }),
    );
  }

  test('asked only when the list is made it goes out twice; asked again with the intent it goes out once, in every order', () => {
    expect(mostSent(asksOnce)).toBe(2);
    expect(mostSent(asksAgain)).toBe(1);
  });
});

describe('whoever says stop gets nothing more (zofar#405)', () => {
  test('in no channel, on no day, under no protocol; also one that is changed afterwards', () => {
    let wouldHave = 0;
    fc.assert(
      fc.property(anyProtocol, anyProtocol, anyPerson, fc.integer(), fc.nat(40), (given, other, person, seed, days) => {
        const { evenings } = historyOf(given, person, seed);
        const { on, one, attempts } = evenings[Math.min(days, evenings.length - 1)]!;
        const stopped: ScheduledCase = { ...one, state: { kind: 'final', code: '2.11', on } };
        for (const at of [given, other]) {
          if (one.state.kind === 'open' && dueContact(at, one, attempts) !== undefined) wouldHave += 1;
          expect(dueContact(at, stopped, attempts)).toBe(undefined);
        }
      }),
      { numRuns: 500 },
    );
    // Had they not said it, there would have been something to stop.
    expect(wouldHave).toBeGreaterThan(100);
  });
});
