import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import type { Calling } from '../../shared/study/calling.ts';
import {
  addDays,
  byPhone,
  type CallRoomInUse,
  calledAs,
  firstDay,
  lastDay,
  type PreparedCallRoom,
  partners,
  prepareCallRoom,
  residents,
  surnameOf,
} from './call-room.ts';
import { step } from './prepared.ts';

let prepared: PreparedCallRoom;
let room: CallRoomInUse;
beforeAll(async () => {
  prepared = await prepareCallRoom({
    residents: [
      { surname: 'Aalbersma', house: '1' },
      { surname: 'Bessemans', phones: ['06-89700001'] },
      { surname: 'Cornippen', email: 'samen@wijk.example', team: 'Zuid' },
    ],
    partners: [
      { surname: 'Dusseljee', house: '1' },
      { surname: 'Eikelstra', phones: ['06-89700002', '06-89700001'] },
      { surname: 'Fokkinkma', email: 'Samen@wijk.example' },
      { surname: 'Groothuma' },
    ],
  });
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  room = await prepared.open();
});

const monday = firstDay;
const [friday, saturday, sunday] = [4, 5, 6].map((days) => addDays(monday, days)) as [
  typeof monday,
  typeof monday,
  typeof monday,
];
const setProtocol = (calling: Partial<Calling>) =>
  Promise.all(
    [residents, partners].map((group) =>
      room.ask('manager', 'schedule.setProtocol', { group, protocol: calledAs(calling) }),
    ),
  );
/** Rings everyone who is given, and gives their surnames. */
async function ringAll(seat = 'interviewer'): Promise<readonly string[]> {
  const rung: string[] = [];
  for (let one = await room.next(seat); one !== undefined; one = await room.next(seat)) {
    rung.push(surnameOf(one));
    await room.close({ outcome: 'no-answer' }, seat);
  }
  return rung.toSorted();
}

describe('call windows', () => {
  test('nobody is rung before, after, on a Sunday or on a holiday; on a Saturday from ten to five', async () => {
    const shut = async (on: typeof monday, hour: string) => {
      room.at(on, hour);
      const { problem } = await refusalOf(room.ask('interviewer', 'contact.nextCase', {}));
      return problem;
    };
    expect(await shut(monday, '09:29')).toBe('contact.outside-call-window');
    expect(await shut(monday, '21:00')).toBe('contact.outside-call-window');
    expect(await shut(saturday, '09:59')).toBe('contact.outside-call-window');
    room.at(sunday, '12:00');
    expect(await room.next()).toBeUndefined();
    room.at(addDays(monday, 35), '12:00');
    // Easter Monday.
    expect(await room.next()).toBeUndefined();
    room.at(addDays(monday, 36), '09:30');
    expect(await room.next()).toBeDefined();
  });

  test('tell from when someone may be rung again', async () => {
    room.at(monday, '21:30');
    expect(await refusalOf(room.ask('interviewer', 'contact.nextCase', {}))).toEqual({
      problem: 'contact.outside-call-window',
      on: addDays(monday, 1),
      from: '09:30',
    });
  });

  test('are asked again before the number is rung', async () => {
    room.at(monday, '20:59');
    await room.take();
    expect(await room.ask('interviewer', 'contact.beforeRinging', {})).toEqual({ kind: 'go-on' });
    room.at(monday, '21:00');
    expect(await room.ask('interviewer', 'contact.beforeRinging', {})).toEqual({ kind: 'stop', why: 'outside-window' });
  });
});

test('whether someone in hand is still to be rung is asked again too: the protocol, the day, and the last day of all', async () => {
  const before = () => room.ask('interviewer', 'contact.beforeRinging', {});
  const goOn = { kind: 'go-on' };
  const stopped = { kind: 'stop', why: 'stopped' };
  const ringBy = (steps: typeof byPhone.steps) =>
    Promise.all(
      [residents, partners].map((group) =>
        room.ask('manager', 'schedule.setProtocol', { group, protocol: { ...byPhone, steps } }),
      ),
    );
  room.at(monday, '12:00');
  // Someone whom a message reaches too.
  const written = ['Aalbersma', 'Cornippen', 'Dusseljee', 'Fokkinkma'];
  while (!written.includes(surnameOf(await room.take()))) await room.close({ outcome: 'no-answer' });
  expect(await before()).toEqual(goOn);
  await ringBy([step('phone', 'phone', 2)]);
  expect(await before()).toEqual(stopped);
  await ringBy(byPhone.steps);
  expect(await before()).toEqual(goOn);
  await ringBy([step('email', 'email', 0), step('letter', 'letter', 0), step('phone', 'phone', 0)]);
  expect(await before()).toEqual(stopped);
  await ringBy(byPhone.steps);
  expect(await before()).toEqual(goOn);
  room.at(sunday, '12:00');
  expect(await before()).toEqual(stopped);
  room.at(addDays(monday, 7), '12:00');
  expect(await before()).toEqual(goOn);
  const after = Array.from({ length: 7 }, (_, days) => addDays(lastDay, days + 1));
  for (const on of after) {
    room.at(on, '12:00');
    expect(await before()).toEqual(stopped);
  }
});

describe('one attempt a day', () => {
  test('for everyone at one address, at one number and at one e-mail address, over both groups', async () => {
    room.at(monday, '12:00');
    const first = await ringAll();
    expect(first.length).toBe(4);
    expect(new Set(first.map((name) => homes[name])).size).toBe(4);
    room.at(addDays(monday, 1), '12:00');
    const next = await ringAll();
    for (const name of first) expect(next).not.toContain(name);
  });

  test('also after the office was started anew, and not for whoever was not rung after all', async () => {
    room.at(monday, '12:00');
    await ringAll();
    await room.restart();
    expect(await ringAll()).toEqual([]);
    room.at(addDays(monday, 1), '12:00');
    const one = await room.take();
    const others = await ringAll('second');
    expect(others.map((name) => homes[name])).not.toContain(homes[surnameOf(one)]);
    await room.ask('interviewer', 'study.signOut', {});
    expect((await ringAll('second')).length).toBeGreaterThan(0);
  });

  test('by two who ask at the same moment', async () => {
    room.at(monday, '12:00');
    const taken = await Promise.all(['interviewer', 'second', 'third'].map((seat) => room.take(seat)));
    expect(new Set(taken.map((one) => homes[surnameOf(one)])).size).toBe(3);
  });
});
/** What two people of different groups share; Groothuma is alone. */
const homes: Readonly<Record<string, string>> = {
  Aalbersma: 'house',
  Dusseljee: 'house',
  Bessemans: 'number',
  Eikelstra: 'number',
  Cornippen: 'mailbox',
  Fokkinkma: 'mailbox',
  Groothuma: 'nobody',
};

describe('an appointment', () => {
  const appoint = async (at: string, on = monday) => {
    const one = await room.take();
    await room.close({ outcome: 'appointment', appointment: { on, at } });
    return one;
  };

  test('is not offered before its hour, then first of all to whoever made it, and after a while to anyone', async () => {
    room.at(monday, '12:00');
    const { caseId } = await appoint('15:00');
    expect((await room.take()).caseId).not.toBe(caseId);
    await room.close({ outcome: 'no-answer' });
    room.at(monday, '14:54');
    expect((await room.next())?.caseId).not.toBe(caseId);
    await room.close({ outcome: 'no-answer' }).catch(() => undefined);
    room.at(monday, '14:55');
    expect((await room.next('second'))?.caseId).not.toBe(caseId);
    expect((await room.next())?.caseId).toBe(caseId);
  });

  test('is kept by somebody else when whoever made it is not in, from the hour on', async () => {
    room.at(monday, '12:00');
    const { caseId } = await appoint('15:00');
    await room.ask('interviewer', 'study.signOut', {});
    room.at(monday, '14:59');
    const other = await room.next('second');
    expect(other?.caseId).not.toBe(caseId);
    if (other !== undefined) await room.close({ outcome: 'no-answer' }, 'second');
    room.at(monday, '15:00');
    expect((await room.take('second')).caseId).toBe(caseId);
  });

  test('outside the windows, asked for by the person, is kept at its hour', async () => {
    room.at(friday, '12:00');
    const { caseId } = await appoint('11:00', sunday);
    room.at(sunday, '10:54');
    expect(await room.next()).toBeUndefined();
    room.at(sunday, '10:55');
    expect((await room.take()).caseId).toBe(caseId);
    expect(await room.ask('interviewer', 'contact.beforeRinging', {})).toEqual({ kind: 'go-on' });
  });

  test('that nobody kept is rung first the next day, and stands as missed', async () => {
    room.at(monday, '12:00');
    const { caseId } = await appoint('15:00');
    room.at(addDays(monday, 1), '10:00');
    const view = await room.ask('manager', 'contact.appointments', { from: monday, days: 7 });
    expect(view.appointments).toMatchObject([{ on: monday, at: '15:00', isMissed: true }]);
    expect(view.appointments[0]!.name).toBeDefined();
    expect((await room.take()).caseId).toBe(caseId);
  });

  test('is shown without a name to interviewers, with the hours of each day', async () => {
    room.at(monday, '12:00');
    await appoint('15:00');
    const { appointments, windows } = await room.ask('interviewer', 'contact.appointments', { from: monday, days: 7 });
    expect(appointments.map((one) => ({ ...one }))).toMatchObject([{ on: monday, at: '15:00', isMissed: false }]);
    expect(Object.keys(appointments[0]!)).not.toContain('name');
    expect(windows[0]).toEqual({ on: monday, from: '09:30', to: '21:00', isHoliday: false });
    expect(windows[6]).toEqual({ on: sunday, isHoliday: false });
  });
});

describe('parts of the day', () => {
  test('are balanced: after a morning in vain an afternoon or an evening comes first', async () => {
    const one = byPhone;
    for (const group of [residents, partners])
      await room.ask('manager', 'schedule.setProtocol', { group, protocol: { ...one, callAgainAfterDays: 1 } });
    room.at(monday, '10:00');
    const rung = await ringAll();
    room.at(addDays(monday, 1), '10:00');
    const morning = await ringAll();
    for (const name of rung) expect(morning).not.toContain(name);
    room.at(addDays(monday, 2), '14:00');
    const afternoon = await ringAll();
    expect(afternoon.length).toBeGreaterThan(0);
    const parts = room.rows<{ daypart: string }>('SELECT DISTINCT daypart FROM attempts ORDER BY daypart');
    expect(parts.map(({ daypart }) => daypart)).toEqual(['afternoon', 'morning']);
  });
});

describe('strata', () => {
  test('that are furthest below their target are rung first', async () => {
    room.at(monday, '12:00');
    await setProtocol({ targets: { s2: 5 } });
    expect(surnameOf(await room.take())).toBe('Cornippen');
  });
});
