/** Whoever is due and whom nobody of the staff can ring is shown, and not waited for in silence. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  type CallRoomInUse,
  calledAs,
  codeOf,
  firstDay,
  type PreparedCallRoom,
  prepareCallRoom,
  residents,
  surnameOf,
} from './call-room.ts';

let prepared: PreparedCallRoom;
let room: CallRoomInUse;
beforeAll(async () => {
  prepared = await prepareCallRoom({
    residents: ['Aalbersma', 'Bessemans', 'Cornippen', 'Dusseljee'].map((surname) => ({ surname })),
  });
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  room = await prepared.open();
  room.at(firstDay, '12:00');
});

const setCaller = (name: string, languages: readonly string[], isSenior = false) =>
  room.ask('manager', 'study.setCaller', { name, languages: [...languages], isSenior });
const stuck = async () => {
  const { counts } = await room.ask('manager', 'schedule.stuck', {});
  return Object.fromEntries(counts.map(({ reason, cases }) => [reason, cases]));
};

test('a soft refusal while nobody is senior stands in the list of what is stuck', async () => {
  const protocol = calledAs({ softRefusal: 'once-more' });
  await room.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
  const { caseId } = await room.take();
  await room.close({ outcome: 'refused-soft' });
  expect(room.rows(`SELECT id FROM cases WHERE id = '${caseId}' AND next_due IS NOT NULL`)).toHaveLength(1);
  expect(await stuck()).toEqual({ 'nobody-senior': 1 });
  await setCaller('third', ['nl'], true);
  expect(await stuck()).toEqual({});
});

test('a language that nobody speaks any more stands in it, also after a restart', async () => {
  await setCaller('second', ['nl', 'tr']);
  const { caseId } = await room.take();
  await room.close({ outcome: 'other-language', language: 'tr' });
  expect(await stuck()).toEqual({});
  await setCaller('second', ['nl']);
  expect(await stuck()).toEqual({ 'nobody-speaks': 1 });
  await room.restart();
  expect(await stuck()).toEqual({ 'nobody-speaks': 1 });
  const { cases } = await room.ask('manager', 'contact.stuckCases', { group: residents, reason: 'nobody-speaks' });
  expect(cases.map((one) => one.caseId)).toEqual([caseId]);
});

test('a language from a slip stands in it once it is their turn; with another slip they are rung', async () => {
  const [found] = (await room.ask('interviewer', 'contact.findCaller', { text: 'Bessemans' })).found;
  const { code } = await codeOf(room, found!.caseId);
  const slip = (language: string) => room.ask('manager', 'contact.recordSlip', { code, language });
  await slip('so');
  const ringAll = async () => {
    const rung: string[] = [];
    for (let one = await room.next(); one !== undefined; one = await room.next()) {
      rung.push(surnameOf(one));
      await room.close({ outcome: 'no-answer' });
    }
    return rung.toSorted();
  };
  expect(await ringAll()).toEqual(['Aalbersma', 'Cornippen', 'Dusseljee']);
  expect(await stuck()).toEqual({ 'nobody-speaks': 1 });
  await slip('nl');
  expect(await stuck()).toEqual({});
  expect(await ringAll()).toEqual(['Bessemans']);
});
