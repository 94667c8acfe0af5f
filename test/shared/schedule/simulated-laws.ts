/** What a simulated study has to show: nobody starves, everyone is tried in each part of the day, and an interview takes fewer calls. */
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../../shared/calendar.ts';
import { partsWithWindows } from '../../../shared/schedule/call-days.ts';
import { waitsAtMostDays } from '../../../shared/schedule/daypart-balance.ts';
import { defaultCalling } from '../../../shared/study/calling.ts';
import {
  byDay,
  onlyByDay,
  type Person,
  type Queue,
  type Shifts,
  type SimulatedStudy,
  simulatedStudy,
  type Tried,
} from './simulated-study.ts';

const parts = partsWithWindows(defaultCalling);

/** By the rule in words, without the code that keeps it: in a part in which they were tried least, unless they asked for it or waited too long. */
function isOutOfBalance({ daypart, due, on }: Tried, before: readonly Tried[]): boolean {
  if (due.kind === 'appointment' || daysBetween(due.on, on) > waitsAtMostDays) return false;
  const tried = (part: string) => before.filter((each) => each.daypart === part).length;
  return parts.some((part) => tried(part) < tried(daypart));
}

const outOfBalance = ({ people }: SimulatedStudy): number =>
  people.flatMap(({ attempts }) => attempts.filter((made, nr) => isOutOfBalance(made, attempts.slice(0, nr)))).length;

/** Those of whom every call was by the rule alone: tried four times they were tried in all four parts. */
const byTheRuleAlone = ({ people }: SimulatedStudy): readonly Person[] =>
  people.filter(({ attempts }) =>
    attempts.every(({ due, on }) => due.kind === undefined && daysBetween(due.on, on) <= waitsAtMostDays),
  );

/** Sundays are no days to ring on, and an hour may be full: some days more than the rule waits. */
const mostDays = waitsAtMostDays + 4;

export function provesTheSimulation(people: number, seeds: readonly number[]): void {
  describe.each(seeds)(`${people} people, twenty interviewers, four weeks, seed %i`, (seed) => {
    const studies = new Map<string, SimulatedStudy>();
    const study = (queue: Queue, shifts?: Shifts): SimulatedStudy => {
      const key = `${queue} ${shifts === undefined}`;
      const known = studies.get(key) ?? simulatedStudy(queue, people, seed, shifts);
      studies.set(key, known);
      return known;
    };

    test('an interview takes fewer calls than with a first-in queue, and there are no fewer of them', () => {
      const [ours, naive] = [study('by-the-rules'), study('first-in')];
      expect(ours.calls / ours.interviews).toBeLessThan((0.9 * naive.calls) / naive.interviews);
      expect(ours.interviews).toBeGreaterThan(naive.interviews);
    });

    test('where nobody works in the evening, windows that say so give more interviews, about as many as a first-in queue', () => {
      const [said, unsaid] = [
        simulatedStudy('by-the-rules', people, seed, onlyByDay, byDay),
        study('by-the-rules', onlyByDay),
      ];
      expect(said.interviews).toBeGreaterThan(unsaid.interviews);
      expect(said.interviews).toBeGreaterThan(0.93 * study('first-in', onlyByDay).interviews);
    });

    test('appointments are kept at their hour', () => {
      const [ours, naive] = [study('by-the-rules'), study('first-in')];
      expect(naive.appointmentsKeptOnTheHour / naive.appointments).toBeLessThan(0.3);
      expect(ours.appointmentsKeptOnTheHour / ours.appointments).toBeGreaterThan(0.9);
    });

    test('nobody is tried in a part of the day again before the others', () => {
      expect(outOfBalance(study('first-in'))).toBeGreaterThan(100);
      expect(outOfBalance(study('by-the-rules'))).toBe(0);
    });

    test('every case is tried in each part of the day that the rule demands', () => {
      const often = byTheRuleAlone(study('by-the-rules')).filter(({ attempts }) => attempts.length >= parts.length);
      expect(often.length).toBeGreaterThan(people / 50);
      for (const { attempts } of often) {
        const first = attempts.slice(0, parts.length).map(({ daypart }) => daypart);
        expect(new Set(first).size).toBe(parts.length);
      }
    });

    test('nobody starves, also when nobody works in the evening or on a Saturday', () => {
      // Without an end to the waiting they do: until the study closes.
      expect(study('without-an-end', onlyByDay).longestWait).toBeGreaterThan(20);
      expect(study('by-the-rules').longestWait).toBeLessThanOrEqual(mostDays);
      expect(study('by-the-rules', onlyByDay).longestWait).toBeLessThanOrEqual(mostDays);
    });

    test('nobody is rung more often than the protocol says, on a closed day, or after they ended', () => {
      for (const { one, attempts } of study('by-the-rules').people) {
        expect(attempts.filter(({ due }) => due.kind === undefined).length).toBeLessThanOrEqual(8);
        const { state } = one;
        if (state.kind === 'final') expect(attempts.every(({ on }) => on <= state.on)).toBe(true);
        expect(new Set(attempts.map(({ on }) => on)).size).toBe(attempts.length);
      }
    });
  });
}
