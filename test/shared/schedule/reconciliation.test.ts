/**
 * Histories at random over the pure rules: contact as a bureau makes it, a copy of the study at some moment, loss, the copy put back, and
 * what happened meanwhile said truly. Nobody who stopped is contacted after that, and no message goes out twice.
 */
import { describe, expect, test } from 'vitest';
import { type Seeded, seeded } from '../../../scripts/seeded.ts';
import { addDays, day } from '../../../shared/calendar.ts';
import { dueContact, isDue } from '../../../shared/schedule/due-contact.ts';
import { doubtsOf, outcomeInDoubt, stepsInDoubt } from '../../../shared/schedule/reconciliation.ts';
import type { Attempt } from '../../../shared/study/attempt.ts';
import type { CaseState } from '../../../shared/study/case.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../../../shared/study/disposition.ts';
import type { Protocol, Step, StepId } from '../../../shared/study/protocol.ts';

interface Known {
  readonly id: number;
  readonly channels: readonly Channel[];
  state: CaseState;
  attempts: Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome' | 'appointmentOn'>[];
}
/** What a study knows. */
interface Study {
  readonly cases: Known[];
}
/** What happened in the world, whatever the study knows of it. */
interface World {
  readonly protocol: Protocol;
  study: Study;
  today: ReturnType<typeof day>;
  readonly delivered: { readonly to: number; readonly step: StepId; readonly nr: number }[];
  readonly stopped: Set<number>;
  /** Contacts with someone who had stopped, in any channel. */
  toStopped: number;
}

const startsOn = day('2026-03-02');
function anyProtocol(dice: Seeded): Protocol {
  const steps = Array.from({ length: 1 + dice.below(5) }, (_, nr): Step => {
    const channel = dice.pick(['email', 'letter', 'phone'] as const);
    const whom = dice.pick<Step['for']>([{}, {}, { has: ['email'] }, { lacks: ['email'] }]);
    return { id: `step-${nr}` as StepId, channel, afterDays: dice.below(22), for: whom };
  });
  const [callsMaximum, callAgainAfterDays] = [dice.below(4), 1 + dice.below(4)];
  return { startsOn, closesOn: addDays(startsOn, 25 + dice.below(15)), steps, callsMaximum, callAgainAfterDays };
}

function newWorld(dice: Seeded): World {
  const everyChannel = ['email', 'letter', 'phone'] as const;
  const cases = Array.from({ length: 3 + dice.below(6) }, (_, id): Known => {
    const channels = everyChannel.filter(() => dice.chance(0.7));
    return { id, channels, state: { kind: 'open' }, attempts: [] };
  });
  const protocol = anyProtocol(dice);
  return { protocol, study: { cases }, today: startsOn, delivered: [], stopped: new Set(), toStopped: 0 };
}

const final = (on: World['today']): CaseState => ({ kind: 'final', code: '2.11', on });

function contacted(world: World, one: Known, step?: StepId): void {
  if (world.stopped.has(one.id)) world.toStopped += 1;
  if (step !== undefined) world.delivered.push({ to: one.id, step, nr: world.delivered.length });
}

/** One day of a bureau: some of what is due is done, letters wait for the post, people answer and stop. */
function live(world: World, dice: Seeded): void {
  const { protocol, today } = world;
  const isLazy = dice.chance(0.3);
  for (const one of world.study.cases) {
    const waiting = one.attempts.find(({ outcome, channel }) => outcome === 'intended' && channel !== 'phone');
    if (waiting !== undefined && dice.chance(0.5)) {
      const isGone = dice.chance(0.8);
      if (isGone && waiting.channel === 'letter' && one.state.kind === 'open') contacted(world, one, waiting.step);
      const outcome: AttemptOutcome = waiting.channel === 'letter' ? 'posted' : 'sent';
      one.attempts = one.attempts.flatMap((each) => {
        if (each !== waiting) return [each];
        // An e-mail that is unclear is settled as it was; a letter may be undone.
        return isGone || waiting.channel === 'email' ? [{ ...each, outcome, on: today }] : [];
      });
    }
    const due = dueContact(protocol, { channels: one.channels, state: one.state }, one.attempts);
    if (due === undefined || !isDue(due, protocol, today) || isLazy || dice.chance(0.2)) continue;
    const { id: step, channel } = due.step;
    const attempt = (outcome: AttemptOutcome) => one.attempts.push({ step, channel, on: today, outcome });
    if (channel === 'phone') {
      contacted(world, one);
      const outcome = dice.pick(['no-answer', 'busy', 'appointment', 'wrong-number', 'refused'] as const);
      const appointmentOn = addDays(today, 1 + dice.below(5));
      one.attempts.push({ step, channel, on: today, outcome, ...(outcome === 'appointment' ? { appointmentOn } : {}) });
      if (outcome === 'refused') stop(world, one);
    } else if (channel === 'letter') attempt('intended');
    else {
      // Handed over, and perhaps nobody knows what became of it.
      const outcome = dice.pick(['sent', 'sent', 'sent', 'failed', 'intended'] as const);
      contacted(world, one, step);
      attempt(outcome);
    }
  }
  for (const one of world.study.cases) if (one.state.kind === 'open' && dice.chance(0.03)) stop(world, one);
  world.today = addDays(today, 1);
}

function stop(world: World, one: Known): void {
  one.state = final(world.today);
  world.stopped.add(one.id);
}

type Telling = 'truly' | 'always-perhaps' | 'nothing';

/** People say what happened since the copy; for every step in doubt, and everyone who stopped. */
function reconcile(world: World, since: number, telling: Telling): void {
  const { protocol, today, study, delivered, stopped } = world;
  if (telling === 'nothing') return;
  const doubted = doubtsOf(
    protocol,
    study.cases.map((one) => ({ one, attempts: one.attempts })),
    today,
  );
  const wasSent = (step: StepId) => delivered.some((each) => each.step === step && each.nr >= since);
  const perhaps = new Set(doubted.flatMap(({ step }) => (telling === 'always-perhaps' || wasSent(step) ? [step] : [])));
  for (const one of study.cases) {
    for (const step of stepsInDoubt(protocol, one, one.attempts, today)) {
      if (!perhaps.has(step.id)) continue;
      one.attempts = one.attempts.filter((each) => each.step !== step.id);
      one.attempts.push({ step: step.id, channel: step.channel, on: today, outcome: outcomeInDoubt(step) });
    }
    if (stopped.has(one.id)) one.state = final(today);
  }
}

/** Lives, copies, lives on, loses everything, puts the copy back, and lives to the end. */
function history(seed: number, telling: Telling): { readonly toStopped: number; readonly twice: number } {
  const dice = seeded(seed);
  const world = newWorld(dice);
  const copiedAfter = dice.below(20);
  const lostAfter = copiedAfter + 1 + dice.below(20);
  let copy: Study | undefined;
  let since = 0;
  for (let days = 0; world.today <= world.protocol.closesOn; days += 1) {
    if (days === copiedAfter) {
      copy = structuredClone(world.study);
      since = world.delivered.length;
    }
    if (days === lostAfter && copy !== undefined) {
      world.study = copy;
      // Before the loss nobody is contacted who stopped; from here on it is counted.
      world.toStopped = 0;
      reconcile(world, since, telling);
    }
    live(world, dice);
  }
  const sent = new Set(world.delivered.map(({ to, step }) => `${to} ${step}`));
  return { toStopped: world.toStopped, twice: world.delivered.length - sent.size };
}

const histories = 10_000;
function totals(telling: Telling) {
  let [toStopped, twice] = [0, 0];
  for (let seed = 1; seed <= histories; seed += 1) {
    const one = history(seed, telling);
    toStopped += one.toStopped;
    twice += one.twice;
  }
  return { toStopped, twice };
}

describe(`${histories} histories with a copy put back`, () => {
  test('without a word about what happened meanwhile some are contacted who stopped, and messages go out twice', () => {
    const { toStopped, twice } = totals('nothing');
    expect(toStopped).toBeGreaterThan(1000);
    expect(twice).toBeGreaterThan(1000);
  });

  test('said truly: nobody who stopped is contacted, and no message goes out twice', () => {
    expect(totals('truly')).toEqual({ toStopped: 0, twice: 0 });
  });

  test('said carefully, every message perhaps sent: the same', () => {
    expect(totals('always-perhaps')).toEqual({ toStopped: 0, twice: 0 });
  });
});
