import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, weekday } from '../../../shared/calendar.ts';
import {
  callDayFrom,
  daypartOf,
  isInWindow,
  nextWindow,
  partsWithWindows,
  windowsOn,
} from '../../../shared/schedule/call-days.ts';
import { mayBeOffered } from '../../../shared/schedule/daypart-balance.ts';
import { type Calling, type Daypart, defaultCalling, type Weekday } from '../../../shared/study/calling.ts';

const closed: Calling = { ...defaultCalling, closedOn: [day('2026-05-15')] };
const noEvenings: Calling = {
  ...defaultCalling,
  windows: {
    ...defaultCalling.windows,
    1: [
      { from: '13:00', to: '17:00' },
      { from: '09:00', to: '12:00' },
    ],
    2: [],
    3: [],
    4: [],
    5: [],
    6: [],
  },
};
const never: Calling = { ...noEvenings, windows: { ...noEvenings.windows, 1: [] } };

describe('the hours at which people may be rung', () => {
  test.each([
    ['2026-05-11', '09:29', false],
    ['2026-05-11', '09:30', true],
    ['2026-05-11', '20:59', true],
    ['2026-05-11', '21:00', false],
    ['2026-05-16', '09:59', false],
    ['2026-05-16', '10:00', true],
    ['2026-05-16', '17:00', false],
    // A Sunday; Ascension day; King's day; 5 May; a day that the protocol closes.
    ['2026-05-17', '12:00', false],
    ['2026-05-14', '12:00', false],
    ['2026-04-27', '12:00', false],
    ['2026-05-05', '12:00', false],
    ['2026-05-15', '12:00', false],
  ])('%s at %s: %s', (on, at, isOpen) => {
    expect(isInWindow(closed, day(on), at)).toBe(isOpen);
  });

  test.each([
    ['2026-05-11', '10:00', '2026-05-11', '10:00'],
    ['2026-05-11', '07:00', '2026-05-11', '09:30'],
    // Wednesday evening: Thursday is a holiday, Friday closed.
    ['2026-05-13', '21:00', '2026-05-16', '10:00'],
    ['2026-05-16', '17:00', '2026-05-18', '09:30'],
  ])('after %s at %s it goes on on %s at %s', (on, at, next, from) => {
    expect(nextWindow(closed, day(on), at)).toEqual({ on: next, from });
  });

  test('in the order of the day, however they are given; and never where there are none', () => {
    expect(nextWindow(noEvenings, day('2026-05-11'), '08:00')).toEqual({ on: '2026-05-11', from: '09:00' });
    expect(nextWindow(noEvenings, day('2026-05-11'), '12:30')).toEqual({ on: '2026-05-11', from: '13:00' });
    // Whit Monday is skipped.
    expect(nextWindow(noEvenings, day('2026-05-18'), '18:00')).toEqual({ on: '2026-06-01', from: '09:00' });
    expect(nextWindow(never, day('2026-05-18'), '18:00')).toBe(undefined);
    expect(callDayFrom(never, day('2026-05-18'))).toBe(undefined);
  });

  test('after a long time without any, too', () => {
    const from = day('2026-07-01');
    const summer = Array.from({ length: 60 }, (_, days) => addDays(from, days));
    expect(callDayFrom({ ...defaultCalling, closedOn: summer }, from)).toBe('2026-08-31');
  });

  test('law: the next window is one, is not earlier, and nothing before it is', () => {
    const anyHour = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minutes) => {
      return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    });
    const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(day('2026-01-01'), days));
    fc.assert(
      fc.property(fc.constantFrom(defaultCalling, closed, noEvenings), anyDay, anyHour, (calling, on, at) => {
        const next = nextWindow(calling, on, at)!;
        expect(isInWindow(calling, next.on, next.from)).toBe(true);
        expect(`${next.on} ${next.from}` >= `${on} ${at}`).toBe(true);
        for (let each = on; each < next.on; each = addDays(each, 1)) {
          const open = windowsOn(calling, each).filter(({ to }) => each > on || to > at);
          expect(open).toEqual([]);
        }
      }),
    );
  });
});

describe('parts of the day', () => {
  test.each([
    ['2026-05-11', '11:59', 'morning'],
    ['2026-05-11', '12:00', 'afternoon'],
    ['2026-05-11', '17:59', 'afternoon'],
    ['2026-05-11', '18:00', 'evening'],
    ['2026-05-16', '11:00', 'saturday'],
    ['2026-05-16', '19:00', 'saturday'],
    ['2026-05-17', '19:00', 'saturday'],
  ])('%s %s is in the %s', (on, at, part) => {
    expect(daypartOf(at, weekday(day(on)))).toBe(part);
  });

  test('count when there is a window in them', () => {
    expect(partsWithWindows(defaultCalling)).toEqual(['morning', 'afternoon', 'evening', 'saturday']);
    expect(partsWithWindows(noEvenings)).toEqual(['morning', 'afternoon']);
    expect(partsWithWindows(never)).toEqual([]);
    const only = (on: Weekday, from: string, to: string): Calling => {
      return { ...never, windows: { ...never.windows, [on]: [{ from, to }] } };
    };
    expect(partsWithWindows(only(5, '09:00', '12:00'))).toEqual(['morning']);
    expect(partsWithWindows(only(1, '12:00', '18:00'))).toEqual(['afternoon']);
    expect(partsWithWindows(only(3, '18:00', '21:00'))).toEqual(['evening']);
    expect(partsWithWindows(only(7, '12:00', '17:00'))).toEqual(['saturday']);
  });
});

describe('spreading attempts over the day', () => {
  const today = day('2026-05-11');
  const tried = (...parts: Daypart[]) =>
    parts.map((daypart) => ({ channel: 'phone' as const, outcome: 'no-answer' as const, daypart }));
  const offered = (daypart: Daypart, attempts: ReturnType<typeof tried>, on = today, calling = defaultCalling) =>
    mayBeOffered(calling, { on }, attempts, { today, daypart });

  test('whoever was tried in the morning comes in another part first', () => {
    expect(offered('morning', [])).toBe(true);
    expect(offered('morning', tried('morning'))).toBe(false);
    expect(offered('afternoon', tried('morning'))).toBe(true);
    expect(offered('evening', tried('morning', 'afternoon'))).toBe(true);
    expect(offered('morning', tried('morning', 'afternoon', 'evening', 'saturday'))).toBe(true);
    expect(offered('morning', tried('morning', 'afternoon', 'evening', 'saturday', 'morning'))).toBe(false);
  });

  test('a part without windows does not count, nor does a call of which the part is not known', () => {
    expect(offered('morning', tried('morning', 'afternoon'), today, noEvenings)).toBe(true);
    expect(offered('morning', [{ channel: 'phone', outcome: 'no-answer' } as never])).toBe(true);
    expect(offered('morning', [{ channel: 'letter', outcome: 'posted', daypart: 'morning' } as never])).toBe(true);
  });

  test('nobody starves: whoever waits for more than three days is offered in any part; and an appointment always is', () => {
    expect(offered('morning', tried('morning'), addDays(today, -3))).toBe(false);
    expect(offered('morning', tried('morning'), addDays(today, -4))).toBe(true);
    const kept = { on: today, kind: 'appointment' as const };
    expect(mayBeOffered(defaultCalling, kept, tried('morning'), { today, daypart: 'morning' })).toBe(true);
  });

  test('law: in some part with windows everyone may be offered', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('morning', 'afternoon', 'evening', 'saturday')), (parts) => {
        const attempts = tried(...(parts as Daypart[]));
        for (const calling of [defaultCalling, noEvenings])
          expect(partsWithWindows(calling).some((part) => offered(part, attempts, today, calling))).toBe(true);
      }),
    );
  });
});
