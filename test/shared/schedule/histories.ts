/**
 * One person under a protocol, day after day, as a bureau with much bad luck would do it: messages that fail and come back, calls with every
 * outcome, people who ring back, answer on the web, object or die, numbers that are corrected, days on which nobody works.
 */
import fc from 'fast-check';
import { type Seeded, seeded } from '../../../scripts/seeded.ts';
import { addDays, type Day, day } from '../../../shared/calendar.ts';
import { dueContact, isDue, type ScheduledCase } from '../../../shared/schedule/due-contact.ts';
import { stuckReason } from '../../../shared/schedule/stuck-reason.ts';
import type { Attempt } from '../../../shared/study/attempt.ts';
import { type Calling, callAgainOutcomes, defaultCalling } from '../../../shared/study/calling.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import { type AttemptOutcome, type FinalCode, finalOutcomes } from '../../../shared/study/disposition.ts';
import type { Protocol, Step, StepId } from '../../../shared/study/protocol.ts';

/** What is put to the test; the laws are proven on broken ones first. */
export interface Schedule {
  readonly due: typeof dueContact;
  readonly isDue: typeof isDue;
  readonly stuck: typeof stuckReason;
}
export const ours: Schedule = { due: dueContact, isDue, stuck: stuckReason };

export type Made = Pick<Attempt, 'step' | 'channel' | 'on' | 'outcome' | 'appointmentOn'>;

/** A contact that the bureau made because it was due. */
export interface Contact {
  readonly on: Day;
  readonly step: Step;
  readonly kind: 'protocol' | 'appointment';
  /** What was known before it. */
  readonly before: { readonly one: ScheduledCase; readonly attempts: readonly Made[] };
  readonly outcome: AttemptOutcome;
}

/** The study as it stood at the end of a day. */
export interface Evening {
  readonly on: Day;
  readonly protocol: Protocol;
  readonly one: ScheduledCase;
  readonly attempts: readonly Made[];
}

export interface History {
  readonly contacts: readonly Contact[];
  readonly evenings: readonly Evening[];
  /** Appointments that the person asked for, in a call that was made or by ringing back. */
  readonly appointments: number;
}

/** A Monday; Easter, King's day, 5 May and Ascension day are to come. */
export const startsOn = day('2026-03-16');
const strata = ['north', 'south'] as const;
const everyChannel: readonly Channel[] = ['email', 'letter', 'phone', 'visit'];
const text = { subject: 's', body: 'b' };

const anyStep = fc.record({
  channel: fc.constantFrom<Channel>('email', 'email', 'letter', 'letter', 'phone', 'phone', 'visit'),
  afterDays: fc.nat(25),
  /** The place of an earlier step that its days are counted from. */
  after: fc.option(fc.nat(4), { nil: undefined, freq: 3 }),
  workingDays: fc.boolean(),
  on: fc.option(fc.nat(30), { nil: undefined, freq: 6 }),
  for: fc.constantFrom<Step['for']>(
    ...[{}, {}, {}, { has: ['email' as const] }, { lacks: ['email' as const] }, { lacks: ['phone' as const] }],
    ...[{ strata: ['north'] }, { progress: 'started' as const }, { progress: 'not-started' as const }],
  ),
});

const anyCalling: fc.Arbitrary<Calling> = fc.record({
  windows: fc.constantFrom(defaultCalling.windows, {
    ...defaultCalling.windows,
    2: [],
    3: [
      { from: '09:00', to: '12:00' },
      { from: '18:00', to: '20:30' },
    ],
    6: [],
  }),
  closedOn: fc.array(
    fc.nat(40).map((days) => addDays(startsOn, days)),
    { maxLength: 4 },
  ),
  againAfterDays: fc.dictionary(fc.constantFrom(...callAgainOutcomes), fc.integer({ min: 1, max: 10 }), { maxKeys: 4 }),
  softRefusal: fc.constantFrom('final', 'once-more', 'once-more'),
  targets: fc.constant({}),
});

export const anyProtocol: fc.Arbitrary<Protocol> = fc
  .record({
    length: fc.integer({ min: 5, max: 50 }),
    steps: fc.array(anyStep, { minLength: 1, maxLength: 6 }),
    callsMaximum: fc.integer({ min: 0, max: 6 }),
    callAgainAfterDays: fc.integer({ min: 1, max: 5 }),
    calling: fc.option(anyCalling, { nil: undefined, freq: 5 }),
    softLaunch: fc.option(
      fc.integer({ min: 1, max: 99 }).map((percent) => ({ percent })),
      { nil: undefined, freq: 3 },
    ),
  })
  .map(({ length, steps, ...rest }): Protocol => {
    const id = (nr: number) => `step-${nr}` as StepId;
    return {
      ...rest,
      startsOn,
      closesOn: addDays(startsOn, length),
      steps: steps.map(
        ({ channel, afterDays, after, workingDays, on, for: whom }, nr): Step => ({
          ...{ id: id(nr), channel, afterDays, workingDays, for: whom },
          ...(after === undefined || after >= nr ? {} : { after: id(after) }),
          ...(on === undefined ? {} : { on: addDays(startsOn, on) }),
          ...(channel === 'email' || channel === 'letter' ? { text } : {}),
        }),
      ),
    };
  });

export const anyPerson: fc.Arbitrary<Omit<ScheduledCase, 'state'>> = fc.record({
  id: fc.uuid().map((id) => id as CaseId),
  channels: fc.subarray([...everyChannel]),
  stratum: fc.constantFrom(...strata),
});

const reached = ['appointment', 'appointment', 'appointment', 'refused-soft', 'refused-soft'] as const;
const nobody = ['no-answer', 'no-answer', 'no-answer', 'no-answer', 'busy', 'busy', 'voicemail', 'voicemail'] as const;
const outcomes: Readonly<Record<Channel, readonly AttemptOutcome[]>> = {
  email: ['sent', 'sent', 'sent', 'failed', 'intended', 'bounced'],
  letter: ['posted', 'posted', 'posted', 'returned', 'intended', 'moved'],
  phone: [
    ...nobody,
    ...reached,
    ...(['wrong-number', 'disconnected', 'other-language', 'says-answered'] as const),
    ...(['refused', 'deceased', 'completed'] as const),
  ],
  visit: [...nobody, ...reached, 'moved', 'refused', 'withdrew'],
};

interface World {
  protocol: Protocol;
  one: ScheduledCase;
  attempts: Made[];
  contacts: Contact[];
  appointments: number;
}

/** What became of this person, from the first day until ten days after the last. Depends on what is given alone. */
export function historyOf(
  protocol: Protocol,
  person: Omit<ScheduledCase, 'state'>,
  seed: number,
  schedule = ours,
): History {
  const dice = seeded(seed);
  const liftsOn = addDays(startsOn, dice.below(30));
  const one: ScheduledCase = { ...person, state: { kind: 'open' } };
  const world: World = { protocol, one, attempts: [], contacts: [], appointments: 0 };
  const evenings: Evening[] = [];
  for (let today = startsOn; today <= addDays(protocol.closesOn, 10); today = addDays(today, 1)) {
    if (today >= liftsOn) world.protocol = { ...protocol, softLaunch: undefined };
    if (dice.chance(0.15)) whatHappens(world, today, dice);
    if (dice.chance(0.85)) work(world, today, dice, schedule);
    evenings.push({ on: today, protocol: world.protocol, one: world.one, attempts: world.attempts });
  }
  return { contacts: world.contacts, evenings, appointments: world.appointments };
}

const end = (world: World, code: FinalCode, on: Day) => {
  world.one = { ...world.one, state: { kind: 'final', code, on } };
};

const notReached: readonly AttemptOutcome[] = ['wrong-number', 'disconnected', 'bounced', 'returned', 'moved'];

/** As the office does: a number or address that does not work is taken off, and perhaps there is no other one. */
function takeOff(world: World, channel: Channel, outcome: AttemptOutcome): void {
  if (!notReached.includes(outcome)) return;
  world.one = { ...world.one, channels: world.one.channels.filter((each) => each !== channel) };
}

/** What people and the post do by themselves. */
function whatHappens(world: World, today: Day, dice: Seeded): void {
  const { one, attempts, protocol } = world;
  if (one.state.kind !== 'open') return;
  const change = (from: AttemptOutcome, to: AttemptOutcome) => {
    const nr = attempts.findIndex(({ outcome }) => outcome === from);
    if (nr < 0) return;
    world.attempts = attempts.with(nr, { ...attempts[nr]!, outcome: to, on: today });
    takeOff(world, attempts[nr]!.channel, to);
  };
  const events: readonly (() => unknown)[] = [
    () => dice.chance(0.2) && end(world, dice.pick(['1.1', '2.11', '2.31'] as const), today),
    () => change('sent', 'bounced'),
    () => change('posted', dice.pick(['returned', 'moved'] as const)),
    () => {
      const unclear = attempts.find(({ outcome }) => outcome === 'intended');
      change('intended', unclear?.channel === 'letter' ? 'posted' : dice.pick(['sent', 'failed'] as const));
    },
    () => {
      world.one = { ...one, isStarted: one.isStarted !== true };
    },
    () => {
      world.one = { ...one, channels: [...new Set([...one.channels, dice.pick(everyChannel)])] };
    },
    () => {
      const step = protocol.steps.find(({ channel }) => channel === 'phone');
      if (step !== undefined) called(world, step, today, dice);
    },
  ];
  dice.pick(events)();
}

/** A call or visit that ended, whoever began it. */
function called(world: World, { id: step, channel }: Step, today: Day, dice: Seeded): AttemptOutcome {
  const { calling = defaultCalling } = world.protocol;
  const outcome = dice.pick(outcomes[channel]);
  const appointmentOn = addDays(today, dice.below(12));
  if (outcome === 'appointment') world.appointments += 1;
  world.attempts = [
    ...world.attempts,
    { step, channel, on: today, outcome, ...(outcome === 'appointment' ? { appointmentOn } : {}) },
  ];
  takeOff(world, channel, outcome);
  const isFinal = outcome === 'refused-soft' && calling.softRefusal === 'final';
  const code = isFinal ? '2.11' : finalOutcomes[outcome];
  if (code !== undefined) end(world, code, today);
  return outcome;
}

/** Does what is due, as often as something is. */
function work(world: World, today: Day, dice: Seeded, schedule: Schedule): void {
  // Nobody can have so much due on a day; a broken schedule might never end.
  for (let turn = 0; turn < 4; turn += 1) {
    const { protocol, one, attempts } = world;
    const due = schedule.due(protocol, one, attempts);
    if (due === undefined || !schedule.isDue(due, protocol, today)) return;
    const { step, kind = 'protocol' } = due;
    if (kind === 'in-hand') return;
    const { channel } = step;
    let outcome: AttemptOutcome;
    if (channel === 'phone' || channel === 'visit') outcome = called(world, step, today, dice);
    else {
      outcome = dice.pick(outcomes[channel]);
      world.attempts = [...attempts, { step: step.id, channel, on: today, outcome }];
      takeOff(world, channel, outcome);
    }
    world.contacts.push({ on: today, step, kind, before: { one, attempts }, outcome });
    if (dice.chance(0.3)) return;
  }
}
