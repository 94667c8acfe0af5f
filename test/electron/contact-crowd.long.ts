/** Twenty interviewers who ask at random in one office: never the same case to two, and everyone is rung. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../shared/calendar.ts';
import { type CallRoomInUse, firstDay, type PreparedCallRoom, prepareCallRoom } from './call-room.ts';
import { passphraseOf } from './office.ts';

const people = 2000;
let prepared: PreparedCallRoom;
let room: CallRoomInUse;
beforeAll(async () => {
  const list = (of: string) =>
    Array.from({ length: people / 2 }, (_, nr) => ({
      surname: `${of}${nr}`,
      house: String(nr + 1),
      team: ['Noord', 'Zuid', 'Oost'][nr % 3]!,
    }));
  prepared = await prepareCallRoom({ residents: list('Bewoner'), partners: list('Partner') });
  room = await prepared.open();
});
afterAll(() => prepared.remove());

test('2,000 cases, 20 interviewers at random', async () => {
  const crowd = ['interviewer', 'second', 'third'];
  for (let nr = crowd.length; nr < 20; nr += 1) {
    const name = `interviewer ${nr}`;
    const confidentialityOn = day('2026-01-15');
    const { invited } = await room.ask('manager', 'study.addPerson', {
      name,
      roles: ['interviewer'],
      confidentialityOn,
    });
    const passphrase = invited!.oneTimePassphrase;
    await room.ask(name, 'study.signIn', { name, passphrase, chosen: passphraseOf(name) });
    await room.ask('researcher', 'study.passKeysOn', { to: name });
    crowd.push(name);
  }
  room.at(firstDay, '12:00');
  const inHand = new Map<string, string>();
  const rung: string[] = [];
  let twice = 0;
  await Promise.all(
    crowd.map(async (seat) => {
      for (;;) {
        const one = await room.next(seat);
        if (one === undefined) return;
        if (inHand.has(one.caseId)) twice += 1;
        inHand.set(one.caseId, seat);
        rung.push(one.caseId);
        if (Math.random() < 0.5) await new Promise((done) => setTimeout(done, Math.random() * 20));
        inHand.delete(one.caseId);
        await room.close({ outcome: Math.random() < 0.1 ? 'refused' : 'no-answer' }, seat);
      }
    }),
  );
  expect(twice).toBe(0);
  expect(new Set(rung).size).toBe(rung.length);
  // Two live at each address, one of each group: one of them a day, and somebody everywhere.
  expect(rung.length).toBe(people / 2);
  expect(room.rows('SELECT id FROM attempts').length).toBe(rung.length);
  expect(room.rows('SELECT id FROM cases WHERE held_by IS NOT NULL')).toEqual([]);
});
