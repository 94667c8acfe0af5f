/** Where the parts of the response curve stand: flags, lines and labels. */
import { describe, expect, test } from 'vitest';
import {
  type CurveGroup,
  flagsOf,
  marksOf,
  niceStep,
  pointsOf,
  rowsOf,
  spanOf,
  spread,
} from '../../renderer/screens/reporting/curve-shape.ts';
import { day } from '../../shared/calendar.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { StepId } from '../../shared/study/protocol.ts';

const moment = (on: string, channel: 'email' | 'letter' | 'phone', step: string, cases: number) => ({
  on: day(on),
  channel,
  step: step as StepId,
  cases,
});
function groupWith(change: Partial<CurveGroup>): CurveGroup {
  return { group: 'residents' as GroupCode, title: 'Bewoners', invited: 200, weeks: [], moments: [], ...change };
}

describe('contact moments', () => {
  const residents = groupWith({
    moments: [
      moment('2026-03-02', 'email', 'email', 60),
      moment('2026-03-02', 'letter', 'letter', 100),
      moment('2026-03-03', 'letter', 'letter', 40),
      moment('2026-03-09', 'email', 'reminder', 50),
      moment('2026-03-16', 'phone', 'phone', 120),
    ],
  });

  test('a message after the first one in its channel is a reminder; a first letter beside a first e-mail is not', () => {
    expect(marksOf(residents).map(({ kind }) => kind)).toEqual(['email', 'letter', 'letter', 'reminder', 'phone']);
  });

  test('have a flag on the first day of a step, and one for groups that have the same on the same day', () => {
    const partners = groupWith({ moments: [moment('2026-03-02', 'email', 'invitation', 166)] });
    expect(flagsOf([residents, partners])).toEqual([
      { on: '2026-03-02', kind: 'email', cases: 226 },
      { on: '2026-03-02', kind: 'letter', cases: 100 },
      { on: '2026-03-09', kind: 'reminder', cases: 50 },
      { on: '2026-03-16', kind: 'phone', cases: 120 },
    ]);
  });
});

describe('flags', () => {
  /** Whether a text stands on another one, or a pole runs through a text. */
  const isClear = (flags: readonly { readonly at: number; readonly width: number }[], rows: readonly number[]) =>
    flags.every((one, a) =>
      flags.every((other, b) => {
        const overlaps = other.at > one.at && other.at < one.at + one.width;
        const isAlike = other.at === one.at && a !== b && rows[a] === rows[b];
        return !isAlike && !(overlaps && rows[b]! >= rows[a]!);
      }),
    );

  test('stand in the row of the axis where there is room', () => {
    expect(rowsOf([0, 10, 20].map((at) => ({ at, width: 9 })))).toEqual([0, 0, 0]);
  });

  test('stand free of one another and of all poles, also where a flag reaches over one that hangs lower', () => {
    const crowded = [0, 0, 5, 10, 11, 30].map((at) => ({ at, width: 8 }));
    expect(
      isClear(
        crowded,
        crowded.map(() => 0),
      ),
    ).toBe(false);
    expect(isClear(crowded, rowsOf(crowded))).toBe(true);
  });
});

describe('a line', () => {
  const group = groupWith({
    weeks: [
      { week: day('2026-03-02'), responses: 10 },
      { week: day('2026-03-09'), responses: 30 },
    ],
  });

  test('ends today in the week that is going on', () => {
    const span = spanOf([group], day('2026-03-11'))!;
    expect(span).toEqual({ first: '2026-03-02', days: 10 });
    expect(pointsOf(group, span)).toEqual([
      { day: 0, responses: 0 },
      { day: 7, responses: 10 },
      { day: 10, responses: 30 },
    ]);
  });

  test('of a group that began later begins later', () => {
    const late = groupWith({ weeks: [{ week: day('2026-03-09'), responses: 4 }] });
    const span = spanOf([group, late], day('2026-03-15'))!;
    expect(pointsOf(late, span)).toEqual([
      { day: 7, responses: 0 },
      { day: 14, responses: 4 },
    ]);
  });

  test('is not there before anything happened', () => {
    expect(spanOf([groupWith({})], day('2026-03-11'))).toBeUndefined();
  });
});

test('labels are moved apart, and none leaves the plot', () => {
  expect(spread([5, 5.5, 12], 2, 20)).toEqual([5, 7, 12]);
  expect(spread([20, 20, 20], 2, 20)).toEqual([16, 18, 20]);
});

test('the steps of an axis are round, at most five', () => {
  expect([1, 5, 6, 47, 123, 300, 9000].map(niceStep)).toEqual([1, 1, 2, 10, 50, 100, 2000]);
});
