/** The laws over random histories, and first over schedules that were broken on purpose: each law finds the fault it is there for. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, day, weekday } from '../../../shared/calendar.ts';
import { inboundStep } from '../../../shared/study/attempt.ts';
import { finalOutcomes } from '../../../shared/study/disposition.ts';
import type { StepId } from '../../../shared/study/protocol.ts';
import { type StuckReason, stuckReasons } from '../../../shared/study/stuck-reason.ts';
import { anyPerson, anyProtocol, type History, historyOf, type Made, ours, type Schedule } from './histories.ts';
import { laws } from './laws.ts';

type LawName = keyof typeof laws;

const isCall = ({ channel }: Made) => channel === 'phone' || channel === 'visit';
/** Schedules that each break the law they stand at. */
const brokenOnPurpose: Readonly<Record<LawName, Schedule>> = {
  // Nobody looks at the last day (surveda#2369: 96 attempts to one person).
  noneOutsideTheDays: {
    ...ours,
    due: (protocol, one, attempts) => ours.due({ ...protocol, closesOn: addDays(protocol.closesOn, 9) }, one, attempts),
    isDue: (due, protocol, today) => ours.isDue(due, { ...protocol, closesOn: addDays(protocol.closesOn, 9) }, today),
  },
  noneAfterTheEnd: {
    ...ours,
    due: (protocol, one, attempts) => ours.due(protocol, { ...one, state: { kind: 'open' } }, attempts),
  },
  // The newest message is not read yet: a second window (formr v0.25.7).
  oneMessagePerStep: {
    ...ours,
    due: (protocol, one, attempts) => {
      const newest = attempts.findLastIndex((made) => !isCall(made));
      return ours.due(
        protocol,
        one,
        attempts.filter((_, nr) => nr !== newest),
      );
    },
  },
  noMoreThanTheMaximum: {
    ...ours,
    due: (protocol, one, attempts) => ours.due({ ...protocol, callsMaximum: protocol.callsMaximum + 1 }, one, attempts),
  },
  softRefusalsAreHeard: {
    ...ours,
    due: (protocol, one, attempts) =>
      ours.due(
        protocol,
        one,
        attempts.map((made) => (made.outcome === 'refused-soft' ? { ...made, outcome: 'no-answer' } : made)),
      ),
  },
  onlyOnCallDays: { ...ours, isDue: ({ on }, { closesOn }, today) => on <= today && today <= closesOn },
  // Delays count in days, but calls of today are not read yet.
  oneContactADay: {
    ...ours,
    due: (protocol, one, attempts) => {
      const today = attempts
        .map(({ on }) => on)
        .toSorted()
        .at(-1);
      return ours.due(
        protocol,
        one,
        attempts.map((made) => (made.on === today && isCall(made) ? { ...made, on: addDays(made.on, -9) } : made)),
      );
    },
  },
  // As they were when the list was made.
  onlyWhereTheyAreReached: {
    ...ours,
    due: (protocol, one, attempts) =>
      ours.due(protocol, { ...one, channels: [...one.channels, ...attempts.map(({ channel }) => channel)] }, attempts),
  },
  dueOrStuck: {
    ...ours,
    stuck: (protocol, one, attempts, today) => {
      const reason = ours.stuck(protocol, one, attempts, today);
      return reason === 'calls-used-up' ? undefined : reason;
    },
  },
  orderIsIrrelevant: {
    ...ours,
    due: (protocol, one, attempts) => ours.due(protocol, one, attempts.slice(-2)),
  },
};

const anyHistory = fc.tuple(anyProtocol, anyPerson, fc.integer());

/** What has to happen in the histories, or a law would hold because nothing is ever at stake. */
const atStake: Readonly<Record<string, (history: History) => boolean>> = {
  'a contact': ({ contacts }) => contacts.length > 0,
  'six contacts': ({ contacts }) => contacts.length > 5,
  'an appointment kept': ({ contacts }) => contacts.some(({ kind }) => kind === 'appointment'),
  'an appointment kept on a day without windows': ({ contacts }) =>
    contacts.some(({ kind, on }) => kind === 'appointment' && weekday(on) === 7),
  'a call after a soft refusal': ({ contacts }) =>
    contacts.some(({ before }) => before.attempts.some(({ outcome }) => outcome === 'refused-soft')),
  'a soft launch that was lifted': ({ contacts, evenings }) =>
    evenings[0]!.protocol.softLaunch !== undefined &&
    contacts.length > 0 &&
    stuckOnTheWay({ contacts, evenings, appointments: 0 })[0] === 'soft-launch',
  'a call under a number that came later': ({ contacts }) =>
    contacts.some(
      ({ step, before }) =>
        step.channel === 'phone' && before.attempts.some(({ outcome }) => outcome === 'wrong-number'),
    ),
  'a visit': ({ contacts }) => contacts.some(({ step }) => step.channel === 'visit'),
  'an end by itself': ({ contacts, evenings }) =>
    evenings.at(-1)!.one.state.kind === 'final' &&
    contacts.every(({ outcome }) => finalOutcomes[outcome] === undefined),
};
const stuckOnTheWay = ({ evenings }: History): readonly (StuckReason | undefined)[] =>
  evenings.map(({ protocol, one, attempts, on }) => ours.stuck(protocol, one, attempts, on));

/** Reasons that lie outside a schedule: there is none, or nobody of the staff can ring. */
const outside: readonly StuckReason[] = ['no-protocol', 'nobody-speaks', 'nobody-senior'];

export function provesTheLaws(histories: number): void {
  describe('the histories', () => {
    let sample: readonly History[] = [];
    beforeAll(() => {
      const drawn = fc.sample(anyHistory, { numRuns: 800, seed: 11 });
      sample = drawn.map(([protocol, person, seed]) => historyOf(protocol, person, seed));
    });

    test.each(Object.entries(atStake))('have in them: %s', (_, happened) => {
      expect(sample.filter(happened).length).toBeGreaterThan(0);
    });

    test('have in them: every reason why nothing is due', () => {
      const seen = new Set(sample.flatMap(stuckOnTheWay));
      expect(stuckReasons.filter((reason) => !outside.includes(reason) && !seen.has(reason))).toEqual([]);
    });
  });

  test.each(Object.keys(laws) as LawName[])(
    'the law %s finds the fault of a schedule that was broken on purpose',
    (name) => {
      const broken = brokenOnPurpose[name];
      const isFound = fc.sample(anyHistory, { numRuns: 400, seed: 7 }).some(([protocol, person, seed]) => {
        return laws[name](historyOf(protocol, person, seed, broken), broken) !== undefined;
      });
      expect(isFound).toBe(true);
    },
  );

  test(`all laws hold over ${histories} histories`, () => {
    fc.assert(
      fc.property(anyHistory, ([protocol, person, seed]) => {
        const history = historyOf(protocol, person, seed);
        expect(Object.values(laws).flatMap((law) => law(history, ours) ?? [])).toEqual([]);
      }),
      { numRuns: histories },
    );
  });

  test('all laws hold where an appointment on the last Friday was missed in a step that counts working days', () => {
    const step = { id: 'phone' as StepId, channel: 'phone', afterDays: 0, workingDays: true, for: {} } as const;
    const days = { startsOn: day('2026-03-16'), closesOn: day('2026-04-25') };
    const protocol = { ...days, callsMaximum: 0, callAgainAfterDays: 1, steps: [step] };
    const one = { channels: ['phone'], state: { kind: 'open' } } as const;
    const missed = { channel: 'phone', outcome: 'appointment', appointmentOn: day('2026-04-24') } as const;
    const attempts = [{ ...missed, step: inboundStep, on: day('2026-04-20') }];
    const due = ours.due(protocol, one, attempts)!;
    // Saturday has windows: somebody may still be rung.
    expect(ours.isDue(due, protocol, days.closesOn)).toBe(true);
    expect(ours.stuck(protocol, one, attempts, days.closesOn)).toBeUndefined();
  });
}
