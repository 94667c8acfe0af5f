/** Calls per interview of a simulated study of four weeks, beside a first-in queue that rings the same invented people in the same shifts. */
import {
  byDay,
  onlyByDay,
  protocol,
  type Queue,
  type SimulatedStudy,
  simulatedStudy,
  twentyInterviewers,
} from '../../shared/schedule/simulated-study.ts';
import type { Line } from '../figures.ts';

const seeds = [1, 2, 3, 4, 5];
const rooms = [
  { name: 'twenty interviewers by day, in the evening and on Saturdays', shifts: twentyInterviewers, given: protocol },
  { name: 'only by day, windows until nine', shifts: onlyByDay, given: protocol },
  { name: 'only by day, windows as they work', shifts: onlyByDay, given: byDay },
] as const;

/** Over five seeds. */
export function measureSimulation(people: number): readonly Line[] {
  return rooms.flatMap(({ name, shifts, given }) => {
    const studies = (queue: Queue) => seeds.map((seed) => simulatedStudy(queue, people, seed, shifts, given));
    const [ours, naive] = [studies('by-the-rules'), studies('first-in')];
    const sum = (of: readonly SimulatedStudy[], what: 'calls' | 'interviews') =>
      of.reduce((all, each) => all + each[what], 0);
    const perInterview = (of: readonly SimulatedStudy[]) => sum(of, 'calls') / sum(of, 'interviews');
    const waits = (of: readonly SimulatedStudy[]) => Math.max(...of.map(({ longestWait }) => longestWait));
    return [
      {
        what: `calls per interview, ${people} people, ${name}`,
        ours: perInterview(ours).toFixed(2),
        floor: `${perInterview(naive).toFixed(2)} (first-in queue)`,
        ratio: (perInterview(ours) / perInterview(naive)).toFixed(2),
        target: 'below 1',
      },
      {
        what: 'the same: interviews in four weeks; longest wait',
        ours: `${Math.round(sum(ours, 'interviews') / seeds.length)}; ${waits(ours)} days`,
        floor: `${Math.round(sum(naive, 'interviews') / seeds.length)}; ${waits(naive)} days`,
        ratio: (sum(ours, 'interviews') / sum(naive, 'interviews')).toFixed(2),
        target: '-',
      },
    ];
  });
}
