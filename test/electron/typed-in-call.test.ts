/** What is typed in a call and not finished comes back after a lock, another start and a kill, is readable nowhere, and is gone when the call is over. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow, findTraces, findTracesInBytes } from '../../electron/files/find-traces.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import type { CaseInHand } from '../../shared/views.ts';
import { type CallRoomInUse, firstDay, type PreparedCallRoom, prepareCallRoom } from './call-room.ts';
import { openedWith } from './in-work.ts';
import { passphraseOf } from './office.ts';

const program = new URL('./call-cut/typing.ts', import.meta.url).pathname;
const said = 'een verzonnen zin uit een gesprek 553019';
const typed = { note: `${said}, bewaard`, open: { form: 'help' as const, boxes: [`${said}, half`] } };

let prepared: PreparedCallRoom;
let room: CallRoomInUse;
let one: CaseInHand;
beforeAll(async () => {
  prepared = await prepareCallRoom({ residents: [{ surname: 'Aalbersma' }, { surname: 'Bessemans' }] });
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  room = await prepared.open();
  room.at(firstDay, '12:00');
  one = await room.take();
});

const keep = (now: Omit<Asked<'contact.keepTyped'>, 'caseId'>, caseId = one.caseId) =>
  room.ask('interviewer', 'contact.keepTyped', { caseId, ...now });
const begin = async () => {
  await room.ask('interviewer', 'interview.begin', { consent: 'spoken' });
  await room.ask('interviewer', 'interview.answer', { item: 'hulp' as ItemName, answer: 'ja' });
};
const unlock = () => room.ask('interviewer', 'study.unlock', { passphrase: passphraseOf('interviewer') });
const sealedNotes = () => room.rows<{ note: Buffer }>('SELECT note FROM attempts WHERE note IS NOT NULL');
/** Where in the files of the study these bytes stand. */
const filesWith = async (bytes: Buffer) =>
  (await filesBelow(join(room.folder, 'study'))).filter((path) => readFileSync(path).includes(bytes));

describe('what is typed in a call', () => {
  test('comes back after a lock, to the same case and as it stood', async () => {
    await keep(typed);
    await room.ask('interviewer', 'study.lock', {});
    expect((await refusalOf(keep({}))).problem).toBe('session.locked');
    await unlock();
    expect(await room.take()).toEqual({ ...one, typed });
  });

  test('is as it was kept last, and gone when nothing stands there any more', async () => {
    const later = { note: '', open: { form: 'appointment' as const, boxes: ['12-3', '19.'] } };
    await keep(typed);
    await keep(later);
    expect((await room.take()).typed).toEqual(later);
    await keep({});
    expect(await room.take()).toEqual(one);
    expect(sealedNotes()).toEqual([]);
  });

  test('comes back in another office, with an interview that was going on', async () => {
    await begin();
    await keep(typed);
    await room.restart();
    expect(await room.take()).toMatchObject({ caseId: one.caseId, hasDraft: true, typed });
  });

  test('comes back after the office was killed', async () => {
    const killed = await prepared.open();
    killed.stop();
    const child = spawn(process.execPath, [program, killed.folder, said], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      expect(String(await once(child.stdout, 'data'))).toBe('kept\n');
    } finally {
      child.kill('SIGKILL');
    }
    await once(child, 'close');
    await killed.restart();
    killed.at(firstDay, '12:00');
    const open = { form: 'help', boxes: [said] };
    expect((await killed.take()).typed).toEqual({ note: `${said}, ook`, open });
  });

  test('comes back with a call that is taken up again after its end', async () => {
    await keep(typed);
    await room.close({ outcome: 'voicemail', note: typed.note });
    expect(await room.ask('interviewer', 'contact.undoCall', {})).toEqual({ ...one, typed });
  });

  test('changes nothing of when anyone is due, and is a line in the journal without a word of it', async () => {
    const due = () => room.rows('SELECT id, next_due, state, held_by FROM cases ORDER BY id');
    const before = due();
    await keep(typed);
    await keep({ note: typed.note });
    expect(due()).toEqual(before);
    const { entries } = await room.ask('officer', 'study.journal', { entries: 500 });
    const kept = entries.filter(({ act }) => act === 'contact.keepTyped');
    expect(kept.map(({ detail }) => detail)).toEqual([{ group: 'residents' }, { group: 'residents' }]);
  });

  test('is shown to whoever asks what is held on them', async () => {
    await keep(typed);
    const { ask } = room;
    const { nr } = await ask('manager', 'contact.recordCaseRequest', {
      ...{ article: '15', receivedOn: firstDay, channel: 'client' },
    });
    await ask('manager', 'contact.fillInCaseRequest', { nr, caseId: one.caseId, identityCheckedBy: 'manager' });
    await ask('researcher', 'export.agreeToCaseRequest', { nr });
    const { attempts } = await ask('manager', 'contact.case', { request: nr });
    expect(attempts).toMatchObject([{ outcome: 'intended', note: `${typed.note}\n${typed.open.boxes[0]}` }]);
  });

  test('is kept of the case in hand only: not of one that was in hand before, or that someone ended', async () => {
    await room.close({ outcome: 'no-answer' });
    expect((await refusalOf(keep(typed))).problem).toBe('contact.no-case-in-hand');
    const next = await room.take();
    expect(next.caseId).not.toBe(one.caseId);
    expect((await refusalOf(keep(typed))).problem).toBe('contact.no-case-in-hand');
    await room.ask('manager', 'contact.stopCase', { caseId: next.caseId, why: 'withdrew' });
    expect((await refusalOf(keep(typed, next.caseId))).problem).toBe('contact.case-final');
    expect(sealedNotes()).toEqual([]);
  });
});

describe('nothing of it is left', () => {
  test('readable anywhere, while the call goes on', async () => {
    await keep(typed);
    const inText = new TextEncoder().encode(JSON.stringify(await room.take()));
    expect([...(await findTracesInBytes(inText, [said]))]).toEqual([0]);
    const files = [...(await filesBelow(join(room.folder, 'study'))), ...(await filesBelow(join(room.folder, 'app')))];
    expect(files.length).toBeGreaterThan(3);
    expect([...(await findTraces(files, [said])).found]).toEqual([]);
  });

  test('in any file once the study is destroyed: each text is searched for by itself, and no day of an appointment', async () => {
    await keep(typed);
    const opened = async () => (await openedWith(join(room.folder, 'study'), room.host)).canaries;
    expect(await opened()).toEqual(expect.arrayContaining([typed.note, typed.open.boxes[0]]));
    await keep({ note: typed.note, open: { form: 'appointment', boxes: ['26-11-2026', '19:30'] } });
    expect(await opened()).toContain(typed.note);
    expect(await opened()).not.toContain('26-11-2026');
  });

  const appointment = { on: addDays(firstDay, 3), at: '19:30' };
  test.each<readonly [string, boolean, () => Promise<unknown>]>([
    ['a call that was closed without it', false, () => room.close({ outcome: 'no-answer' })],
    ['one that was closed with another remark', false, () => room.close({ outcome: 'voicemail', note: 'Ingesproken' })],
    ['an appointment', false, () => room.close({ outcome: 'appointment', appointment })],
    ['a refusal in the interview', true, () => room.close({ outcome: 'refused' })],
    ['an interview that was broken off', true, () => room.ask('interviewer', 'interview.breakOff', {})],
    ['a finished interview', true, () => room.ask('interviewer', 'interview.finish', {})],
    ['a case for a colleague', false, () => room.ask('interviewer', 'contact.acquainted', {})],
    ['a case put down', false, () => room.ask('interviewer', 'study.signOut', {})],
    ['a case put down in the interview', true, () => room.ask('interviewer', 'study.signOut', {})],
  ])('after %s: not sealed either', async (_, isBegun, end) => {
    if (isBegun) await begin();
    if (isBegun)
      await room.ask('interviewer', 'interview.answer', { item: 'verhaal' as ItemName, answer: 'Verzonnen' });
    await keep(typed);
    const [{ note: sealed }] = sealedNotes() as [{ note: Buffer }];
    expect(sealed.length).toBeGreaterThan(100);
    expect(await filesWith(sealed)).not.toEqual([]);
    await end();
    expect(await filesWith(sealed)).toEqual([]);
    expect(room.rows(`SELECT id FROM attempts WHERE outcome = 'intended'`)).toEqual([]);
  });

  test('of what was typed before it was typed otherwise', async () => {
    await keep(typed);
    const [{ note: sealed }] = sealedNotes() as [{ note: Buffer }];
    expect(await filesWith(sealed)).not.toEqual([]);
    await keep({ note: 'Anders' });
    expect(await filesWith(sealed)).toEqual([]);
  });

  test('in what the next interviewer sees of an interview that was put down', async () => {
    await begin();
    await keep(typed);
    await room.ask('interviewer', 'study.signOut', {});
    // Another part of the day than before.
    room.at(addDays(firstDay, 2), '19:00');
    const seen = [await room.take('second'), await room.take('third')];
    const again = seen.find(({ caseId }) => caseId === one.caseId)!;
    expect(again.history).toEqual([{ on: firstDay, channel: 'phone', outcome: 'broke-off' }]);
    expect('typed' in again).toBe(false);
  });
});
