import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourRows, isInWindow } from '../../renderer/screens/appointments/hours.ts';
import { alarmAt, minutesOf } from '../../renderer/screens/interview/appointment-alarm.ts';
import { addDays, day } from '../../shared/calendar.ts';
import type { AppointmentsView } from '../../shared/contact-views.ts';
import type { GroupCode } from '../../shared/study/group.ts';

const monday = day('2026-03-16');
const group = 'residents' as GroupCode;
const at = (hour: string, more: Partial<AppointmentsView['appointments'][number]> = {}) => {
  return { on: monday, at: hour, group, isMissed: false, ...more };
};
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

describe('the hours of an agenda', () => {
  const windows = [
    { on: monday, from: '09:30', to: '21:00', isHoliday: false },
    { on: addDays(monday, 1), isHoliday: true },
  ];

  it('begin with the first in which anyone is rung and end with the last', () => {
    const rows = hourRows({ windows, appointments: [] });
    expect([rows[0]?.hour, rows.at(-1)?.hour]).toEqual([9, 20]);
    for (const { cells } of rows) expect(cells.map(({ isOpen }) => isOpen)).toEqual([true, false]);
  });

  it('have room for an appointment outside of them', () => {
    const rows = hourRows({ windows, appointments: [at('21:30')] });
    expect(rows.at(-1)).toMatchObject({ hour: 21, cells: [{ isOpen: false, appointments: [{ at: '21:30' }] }, {}] });
    expect(hourRows({ windows: windows.slice(1), appointments: [] })).toEqual([]);
  });

  it('show every appointment once', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(0, 1), time)), (made) => {
        const appointments = made.map(([nr, hour]) => at(hour, { on: addDays(monday, nr) }));
        const shown = hourRows({ windows, appointments }).flatMap(({ cells }) =>
          cells.flatMap((cell) => cell.appointments),
        );
        expect(new Set(shown)).toEqual(new Set(appointments));
        expect(shown).toHaveLength(appointments.length);
      }),
    );
  });

  it.each([
    ['09:29', false],
    ['09:30', true],
    ['20:59', true],
    ['21:00', false],
  ])('%s lies in the hours of calling: %s', (hour, isIn) => {
    expect(isInWindow(windows[0], hour)).toBe(isIn);
    expect(isInWindow(windows[1], hour)).toBe(false);
  });
});

describe('the alarm of an appointment', () => {
  const alarm = (hours: readonly string[], now: string) =>
    alarmAt(
      hours.map((hour) => at(hour)),
      minutesOf(now),
    );

  it.each([
    ['14:24', undefined],
    ['14:25', 'soon'],
    ['14:29', 'soon'],
    ['14:30', 'now'],
    ['14:34', 'now'],
    ['14:35', undefined],
  ])('of half past two is told at %s: %s', (now, kind) => {
    expect(alarm(['14:30'], now)?.kind).toBe(kind);
  });

  it('counts those of one minute, and what has begun goes first', () => {
    expect(alarm(['14:30', '14:30', '14:33'], '14:30')).toEqual({ kind: 'now', at: '14:30', count: 2 });
    expect(alarm(['14:34', '14:33'], '14:30')).toEqual({ kind: 'soon', at: '14:33', count: 1 });
  });

  it('is told of every appointment, five minutes before and at its hour, and never of another one', () => {
    fc.assert(
      fc.property(time, fc.integer({ min: 0, max: 1439 }), (hour, now) => {
        const ahead = minutesOf(hour) - now;
        const told = alarmAt([at(hour)], now);
        expect(told?.kind).toBe(ahead > 0 && ahead <= 5 ? 'soon' : ahead <= 0 && ahead > -5 ? 'now' : undefined);
      }),
    );
  });
});
