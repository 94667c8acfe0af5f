import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freeSearches } from '../../electron/contact/search-pace.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import type { CaseInHand } from '../../shared/views.ts';
import {
  addDays,
  type CallRoomInUse,
  calledAs,
  codeOf,
  firstDay,
  type PreparedCallRoom,
  prepareCallRoom,
  residents,
  surnameOf,
} from './call-room.ts';
import { passphraseOf } from './office.ts';
import { step } from './prepared.ts';

let prepared: PreparedCallRoom;
let room: CallRoomInUse;
beforeAll(async () => {
  prepared = await prepareCallRoom({
    residents: [
      { surname: 'Aalbersma', phones: ['06-89200001', '06-89200002'], house: '1' },
      { surname: 'Bessemans', house: '2' },
      { surname: 'Cornippen', house: '3' },
      { surname: 'Dusseljee', house: '4' },
    ],
  });
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  room = await prepared.open();
  room.at(firstDay, '12:00');
});

async function takeThe(surname: string, seat = 'interviewer'): Promise<CaseInHand> {
  for (;;) {
    const one = await room.take(seat);
    if (surnameOf(one) === surname) return one;
    await room.close({ outcome: 'no-answer' }, seat);
  }
}
const caseRow = (id: string) =>
  room.rows<{ state: string; final_code: string | null; next_due: string | null; channels: string }>(
    `SELECT state, final_code, next_due, channels FROM cases WHERE id = '${id}'`,
  )[0]!;
const setProtocol = (calling: Parameters<typeof calledAs>[0], steps = calledAs({}).steps) =>
  room.ask('manager', 'schedule.setProtocol', { group: residents, protocol: { ...calledAs(calling), steps } });
const setCaller = (name: string, languages: readonly string[], isSenior = false) =>
  room.ask('manager', 'study.setCaller', { name, languages: [...languages], isSenior });

describe('a soft refusal', () => {
  test('ends the case where nothing may follow on it', async () => {
    const { caseId } = await room.take();
    await room.close({ outcome: 'refused-soft' });
    expect(caseRow(caseId)).toMatchObject({ state: 'final', final_code: '2.112', next_due: null });
    const back = await room.ask('interviewer', 'contact.undoCall', {});
    expect(back.caseId).toBe(caseId);
    expect(caseRow(caseId)).toMatchObject({ state: 'open', final_code: null });
  });

  test('is followed by one call of a senior, after its delay, and by nothing after a second one', async () => {
    await setProtocol({ softRefusal: 'once-more', againAfterDays: { 'refused-soft': 3, 'no-answer': 30 } });
    await setCaller('second', ['nl'], true);
    const { caseId, softRefusal } = await room.take();
    expect(softRefusal).toBe('once-more');
    await room.close({ outcome: 'refused-soft' });
    expect(caseRow(caseId)).toMatchObject({ state: 'open', next_due: addDays(firstDay, 3) });
    while (await room.next()) await room.close({ outcome: 'no-answer' });
    room.at(addDays(firstDay, 3), '18:30');
    expect(await room.next()).toBeUndefined();
    const again = await room.take('second');
    expect(again).toMatchObject({ caseId, isLastTry: true });
    await room.close({ outcome: 'refused-soft' }, 'second');
    expect(caseRow(caseId)).toMatchObject({ state: 'final', final_code: '2.112' });
  });
});

describe('another language', () => {
  test('goes to a colleague who speaks it and to nobody else, also after a restart', async () => {
    await setCaller('second', ['nl', 'TR']);
    const { caseId } = await room.take();
    expect((await refusalOf(room.close({ outcome: 'other-language' }))).problem).toBe('contact.language-missing');
    await room.close({ outcome: 'other-language', language: 'tr' });
    expect(caseRow(caseId)).toMatchObject({ state: 'open' });
    while (await room.next()) await room.close({ outcome: 'refused' });
    room.at(addDays(firstDay, 2), '18:30');
    expect(await room.next()).toBeUndefined();
    await room.restart();
    expect(await room.next('third')).toBeUndefined();
    expect((await room.take('second')).caseId).toBe(caseId);
  });

  test('that nobody of staff speaks, and the questionnaire does not either, ends the case', async () => {
    const { caseId } = await room.take();
    await room.close({ outcome: 'other-language', language: 'tr' });
    expect(caseRow(caseId)).toMatchObject({ state: 'final', final_code: '2.33' });
    await room.ask('interviewer', 'contact.undoCall', {});
    await room.close({ outcome: 'no-answer' });
    room.at(addDays(firstDay, 2), '18:30');
    // What was taken back is not remembered of them.
    const again: string[] = [];
    for (let one = await room.next(); one !== undefined; one = await room.next()) {
      again.push(one.caseId);
      await room.close({ outcome: 'no-answer' });
    }
    expect(again).toContain(caseId);
  });

  test('is said of staff by a manager, and by their name', async () => {
    const { callers } = await setCaller('third', ['nl', 'ar'], true);
    expect(callers.find(({ name }) => name === 'third')).toEqual({
      name: 'third',
      languages: ['nl', 'ar'],
      isSenior: true,
    });
    expect(callers.find(({ name }) => name === 'second')).toEqual({
      name: 'second',
      languages: ['nl'],
      isSenior: false,
    });
    expect((await refusalOf(setCaller('nobody', ['nl']))).problem).toBe('study.person-unknown');
    expect((await refusalOf(room.ask('interviewer', 'study.callers', {}))).problem).toBe('session.role-not-allowed');
  });
});

describe('several numbers', () => {
  test('one that is wrong goes, and the others are rung; the last one takes the telephone off the case', async () => {
    const { caseId, phones } = await takeThe('Aalbersma');
    expect(phones.length).toBe(2);
    await room.close({ outcome: 'wrong-number', number: 1 });
    expect(caseRow(caseId)).toMatchObject({ state: 'open', next_due: addDays(firstDay, 2) });
    room.at(addDays(firstDay, 2), '18:30');
    const again = await takeThe('Aalbersma');
    expect(again.phones).toEqual([phones[0]]);
    await room.close({ outcome: 'disconnected' });
    expect(caseRow(caseId)).toMatchObject({ state: 'open', next_due: null });
    expect(caseRow(caseId).channels).not.toContain('phone');
    const back = await room.ask('interviewer', 'contact.undoCall', {});
    expect(back.phones).toEqual([phones[0]]);
    expect(caseRow(caseId).channels).toContain('phone');
    await room.close({ outcome: 'wrong-number' });
  });

  test('another number that is given brings the telephone back', async () => {
    const { caseId } = await takeThe('Bessemans');
    await room.close({ outcome: 'wrong-number' });
    expect(caseRow(caseId).channels).not.toContain('phone');
    // They call themselves, and tell their number.
    await room.ask('interviewer', 'contact.takeCaller', { caseId });
    const { phones } = await room.ask('interviewer', 'contact.newNumber', { phone: '06-89200009', instead: 0 });
    expect(phones).toEqual(['+31689200009']);
    await room.close({ outcome: 'no-answer' });
    expect(caseRow(caseId).channels).toContain('phone');
    expect(caseRow(caseId)).toMatchObject({ state: 'open', next_due: addDays(firstDay, 2) });
  });
});

describe('somebody calls', () => {
  test('and is found by code, by number in any notation and by name, and taken in hand at any hour', async () => {
    room.at(firstDay, '22:10');
    const find = async (text: string) => (await room.ask('interviewer', 'contact.findCaller', { text })).found;
    const [byName] = await find('bessemans');
    expect(byName).toMatchObject({ name: 'Q. Bessemans', hint: '9999 Waterhoven', state: 'open' });
    expect((await find('0031 6 89100001')).map(({ caseId }) => caseId)).toEqual([byName!.caseId]);
    expect((await find('06-89 10 00 01')).map(({ caseId }) => caseId)).toEqual([byName!.caseId]);
    expect(await find('9999ZZ 2')).toHaveLength(1);
    expect(await find('Niemandsen')).toEqual([]);
    const inHand = await room.ask('interviewer', 'contact.takeCaller', { caseId: byName!.caseId });
    expect(inHand).toMatchObject({ caseId: byName!.caseId, contact: 'inbound' });
    expect(await room.ask('interviewer', 'contact.beforeRinging', {})).toEqual({ kind: 'go-on' });
    await room.close({ outcome: 'appointment', appointment: { on: addDays(firstDay, 1), at: '16:00' } });
    const { appointments } = await room.ask('manager', 'contact.appointments', { from: firstDay, days: 3 });
    expect(appointments).toMatchObject([{ on: addDays(firstDay, 1), at: '16:00', name: 'Q. Bessemans' }]);
    const { entries } = await room.ask('officer', 'study.journal', { entries: 30 });
    const found = entries.filter(({ act }) => act === 'contact.findCaller').map(({ detail }) => detail);
    expect(JSON.stringify(found)).not.toMatch(/bessemans|0689|89100001/i);
  });

  test('is not counted among the calls that the protocol allows', async () => {
    const once = { ...calledAs({}), callsMaximum: 1 };
    await room.ask('manager', 'schedule.setProtocol', { group: residents, protocol: once });
    const [found] = (await room.ask('interviewer', 'contact.findCaller', { text: 'Cornippen' })).found;
    await room.ask('interviewer', 'contact.takeCaller', { caseId: found!.caseId });
    await room.close({ outcome: 'no-answer' });
    expect(caseRow(found!.caseId).next_due).toBe(addDays(firstDay, 2));
  });

  test('is not given to whoever knows them, nor when a colleague has them, they answered, or said no', async () => {
    const why = async (seat: string, caseId: CaseInHand['caseId']) =>
      refusalOf(room.ask(seat, 'contact.takeCaller', { caseId }));
    const one = await room.take();
    expect(await why('second', one.caseId)).toEqual({ problem: 'contact.caller-not-opened', why: 'in-hand' });
    await room.ask('interviewer', 'contact.acquainted', {});
    expect(await why('interviewer', one.caseId)).toEqual({ problem: 'contact.caller-not-opened', why: 'acquainted' });
    const other = await room.take();
    await room.close({ outcome: 'refused' });
    expect(await why('second', other.caseId)).toEqual({ problem: 'contact.caller-not-opened', why: 'ended' });
    const fourth = await room.take('second');
    const third = await room.take('third');
    await room.ask('third', 'interview.begin', { consent: 'spoken' });
    await room.close({ outcome: 'no-answer' }, 'second');
    expect(await why('third', fourth.caseId)).toEqual({ problem: 'contact.caller-not-opened', why: 'own-interview' });
    await room.ask('third', 'interview.answer', { item: 'hulp' as never, answer: 'ja' });
    await room.ask('third', 'interview.finish', {});
    expect(await why('second', third.caseId)).toEqual({ problem: 'contact.caller-not-opened', why: 'answered' });
    const { found } = await room.ask('second', 'contact.findCaller', { text: surnameOf(third) });
    expect(found).toMatchObject([{ state: 'answered' }]);
  });

  test('and nobody goes through the names of the study: after many searches one waits, unless with a code', async () => {
    const find = (text: string) => room.ask('second', 'contact.findCaller', { text });
    for (let nr = 0; nr < freeSearches; nr += 1) await find(nr % 2 === 0 ? 'Niemandsen' : 'Aalbersma');
    expect(await refusalOf(find('Bessemans'))).toEqual({ problem: 'contact.searches-too-many', seconds: 600 });
    room.clock.pass(4);
    await room.ask('second', 'study.signOut', {});
    await room.ask('second', 'study.signIn', { name: 'second', passphrase: passphraseOf('second') });
    expect(await refusalOf(find('Bessemans'))).toEqual({ problem: 'contact.searches-too-many', seconds: 360 });
    // Others go on.
    expect((await room.ask('interviewer', 'contact.findCaller', { text: 'Bessemans' })).total).toBe(1);
    room.clock.pass(6);
    const [found] = (await find('Bessemans')).found;
    await room.ask('second', 'contact.takeCaller', { caseId: found!.caseId });
    for (let nr = 0; nr < freeSearches; nr += 1) await find('Niemandsen');
  });

  test('is found as they are now: with another number, or not at all', async () => {
    await room.ask('manager', 'contact.openShift', { until: '20:00' });
    const find = async (text: string) => (await room.ask('second', 'contact.findCaller', { text })).total;
    expect(await find('06 89200077')).toBe(0);
    await takeThe('Bessemans');
    await room.ask('interviewer', 'contact.newNumber', { phone: '06-89200077' });
    expect(await find('06 89200077')).toBe(1);
    await room.ask('manager', 'study.signOut', {});
    expect(await find('06 89200077')).toBe(1);
    await room.ask('manager', 'study.signIn', { name: 'manager', passphrase: passphraseOf('manager') });
  });
});

describe('a visit', () => {
  beforeEach(() => setProtocol({}, [step('visit', 'visit', 0), step('phone', 'phone', 30)]));

  test('is given with the address, at any hour, and ends as a call does', async () => {
    room.at(firstDay, '22:00');
    expect(await room.next('interviewer', 'phone')).toBeUndefined();
    const one = (await room.next('interviewer', 'visit'))!;
    expect(one.contact).toBe('visit');
    expect(one.address).toEqual([expect.stringMatching(/^Verzonnenlaan \d$/), '9999 ZZ Waterhoven']);
    await room.close({ outcome: 'no-answer' });
    expect(room.rows('SELECT channel, outcome FROM attempts')).toEqual([{ channel: 'visit', outcome: 'no-answer' }]);
  });

  test('is told afterwards by its code; whoever moved is not visited there again', async () => {
    const [found] = (await room.ask('interviewer', 'contact.findCaller', { text: 'Aalbersma' })).found;
    const { code } = await codeOf(room, found!.caseId);
    const told = { code, on: firstDay } as const;
    const late = room.ask('interviewer', 'contact.recordVisit', {
      ...told,
      on: addDays(firstDay, 1),
      outcome: 'no-answer',
    });
    expect((await refusalOf(late)).problem).toBe('request.input-invalid');
    const first = await room.ask('interviewer', 'contact.recordVisit', { ...told, outcome: 'no-answer' });
    expect(first).toMatchObject({ group: residents, isFinal: false, next: { channel: 'visit' } });
    const moved = await room.ask('manager', 'contact.recordVisit', { ...told, outcome: 'moved', note: 'verzonnen' });
    expect(moved).toMatchObject({ isFinal: false, next: { channel: 'phone' } });
    const refused = await room.ask('interviewer', 'contact.recordVisit', { ...told, outcome: 'refused' });
    expect(refused.isFinal).toBe(true);
    const again = room.ask('interviewer', 'contact.recordVisit', { ...told, outcome: 'no-answer' });
    expect((await refusalOf(again)).problem).toBe('contact.case-final');
  });
});
