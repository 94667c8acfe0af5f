/** What users of other call rooms complain of, about calls: each is named for what it guards. */
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { attemptOutcomes } from '../../shared/study/disposition.ts';
import {
  addDays,
  type CallRoomInUse,
  firstDay,
  lastDay,
  type PreparedCallRoom,
  prepareCallRoom,
  residents,
} from './call-room.ts';
import { passphraseOf } from './office.ts';
import { step } from './prepared.ts';

let prepared: PreparedCallRoom;
let room: CallRoomInUse;
beforeAll(async () => {
  const residents = Array.from({ length: 40 }, (_, nr) => ({ surname: `Verzonnen${nr}`, house: String(nr + 1) }));
  prepared = await prepareCallRoom({ residents });
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  room = await prepared.open();
  room.at(firstDay, '12:00');
});

const heldBy = () => room.rows<{ held_by: string }>('SELECT held_by FROM cases WHERE held_by IS NOT NULL');
const attempts = () =>
  room.rows<{ case_id: string; outcome: string; on_day: string; step: string; daypart: string | null }>(
    'SELECT case_id, outcome, on_day, step, daypart FROM attempts',
  );

test('no case stays "in a call" with someone who went: signed out, locked, or with an office that broke down', async () => {
  const signedOut = await room.take();
  await room.ask('interviewer', 'study.signOut', {});
  expect(heldBy()).toEqual([]);
  expect(attempts()).toEqual([]);
  expect((await room.take('second')).caseId).toBe(signedOut.caseId);

  await room.ask('second', 'study.lock', {});
  room.clock.pass(14);
  await settled();
  expect(heldBy().length).toBe(1);
  room.clock.pass(2);
  await nobodyIsHeld();

  await room.take('third');
  await room.restart(['manager', 'second']);
  room.clock.pass(14);
  await settled();
  expect(heldBy().length).toBe(1);
  room.clock.pass(2);
  await nobodyIsHeld();
  expect(attempts()).toEqual([]);
});

test('whoever comes back within a quarter of an hour goes on with the interview that was under way', async () => {
  const one = await room.take();
  await room.ask('interviewer', 'interview.begin', { consent: 'spoken' });
  await room.ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
  await room.restart(['manager']);
  room.clock.pass(10);
  await settled();
  await room.ask('interviewer', 'study.signIn', { name: 'interviewer', passphrase: passphraseOf('interviewer') });
  room.clock.pass(30);
  await settled();
  const { items } = await room.ask('interviewer', 'interview.answers', {});
  expect(items.map(({ answer }) => answer)).toEqual(['Ja']);
  expect((await room.take()).caseId).toBe(one.caseId);
});

test('what was said before someone did not come back waits for whoever rings next', async () => {
  const one = await room.take();
  await room.ask('interviewer', 'interview.begin', { consent: 'spoken' });
  await room.ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
  await room.ask('interviewer', 'study.signOut', {});
  expect(attempts()).toMatchObject([{ case_id: one.caseId, outcome: 'broke-off' }]);
  expect(room.rows("SELECT state, held_by FROM cases WHERE state <> 'open' OR held_by IS NOT NULL")).toEqual([]);
  room.at(addDays(firstDay, 2), '18:30');
  for (let next = await room.next('second'); next !== undefined; next = await room.next('second')) {
    if (next.caseId === one.caseId) return expect(next.hasDraft).toBe(true);
    await room.close({ outcome: 'no-answer' }, 'second');
  }
  throw new Error('nobody is given who was spoken to half-way');
});

test('an appointment has one day, not an open end; asking again makes no second one', async () => {
  const one = await room.take();
  const appointment = { on: addDays(firstDay, 1), at: '15:00' };
  const late = room.close({ outcome: 'appointment', appointment: { on: addDays(lastDay, 1), at: '15:00' } });
  expect((await refusalOf(late)).problem).toBe('contact.appointment-outside');
  await room.close({ outcome: 'appointment', appointment });
  expect((await refusalOf(room.close({ outcome: 'appointment', appointment }))).problem).toBe(
    'contact.no-case-in-hand',
  );
  for (let times = 0; times < 3; times += 1) await room.next();
  const made = room.rows(`SELECT appointment_on FROM attempts WHERE outcome = 'appointment'`);
  expect(made).toEqual([{ appointment_on: appointment.on }]);
  const { appointments } = await room.ask('manager', 'contact.appointments', { from: firstDay, days: 14 });
  expect(appointments.length).toBe(1);
  expect(one.caseId).toBeDefined();
});

test('a code is one person: all codes are different, and stand with one case each', () => {
  const [counts] = room.rows<{ cases: number; codes: number }>(
    'SELECT count(*) AS cases, count(DISTINCT code_tag) AS codes FROM cases',
  );
  expect(counts).toEqual({ cases: 40, codes: 40 });
});

test('each attempt tells its number within the case, its day, its part of the day and its step', async () => {
  const seen: Record<string, number> = {};
  for (const [days, hour] of [
    [0, '10:00'],
    [2, '14:00'],
    [4, '19:00'],
  ] as const) {
    room.at(addDays(firstDay, days), hour);
    for (let next = await room.next(); next !== undefined; next = await room.next()) {
      expect(next.history.length).toBe(seen[next.caseId] ?? 0);
      seen[next.caseId] = (seen[next.caseId] ?? 0) + 1;
      await room.close({ outcome: 'no-answer' });
    }
  }
  expect(Object.values(seen)).toEqual(Array.from({ length: 40 }, () => 3));
  expect(new Set(attempts().map(({ daypart, step: of }) => `${of} ${daypart}`))).toEqual(
    new Set(['phone morning', 'phone afternoon', 'phone evening']),
  );
  expect(attempts().every(({ outcome }) => attemptOutcomes.includes(outcome as never))).toBe(true);
});

test('two windows that ask at the same moment reach nobody twice', async () => {
  const rung: string[] = [];
  for (let round = 0; round < 7; round += 1) {
    // Two windows of one person, and one each of two others: one person has one case, whatever they press.
    await room.ask('again', 'study.signIn', { name: 'interviewer', passphrase: passphraseOf('interviewer') });
    const seats = ['interviewer', 'again', 'second', 'third'];
    const given = await Promise.all(seats.map((seat) => room.take(seat)));
    expect(given[0]!.caseId).toBe(given[1]!.caseId);
    const different = new Set(given.map(({ caseId }) => caseId));
    expect(different.size).toBe(3);
    rung.push(...different);
    const closed = await Promise.allSettled(seats.map((seat) => room.close({ outcome: 'no-answer' }, seat)));
    expect(closed.filter(({ status }) => status === 'fulfilled').length).toBe(3);
    await room.ask('again', 'study.signOut', {});
  }
  expect(new Set(rung).size).toBe(rung.length);
  expect(attempts().length).toBe(rung.length);
});

test('what is due is sent and rung when somebody asks for it, not once a day', async () => {
  const protocol = { startsOn: firstDay, closesOn: lastDay, callsMaximum: 3, callAgainAfterDays: 1 };
  const later = { ...protocol, steps: [step('phone', 'phone', 3)] };
  await room.ask('manager', 'schedule.setProtocol', { group: residents, protocol: later });
  expect(await room.next()).toBeUndefined();
  await room.ask('manager', 'schedule.setProtocol', {
    group: residents,
    protocol: { ...protocol, steps: [step('phone', 'phone', 0)] },
  });
  expect(await room.next()).toBeDefined();
});

/** The office puts cases down by itself, a moment after its clock wakes it: time in which one that it should leave would be put down. */
const settled = () => new Promise((done) => setTimeout(done, 50));
/** However long that moment is. */
const nobodyIsHeld = () => vi.waitFor(() => expect(heldBy()).toEqual([]), { timeout: 20_000 });
