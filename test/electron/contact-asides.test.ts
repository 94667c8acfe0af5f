import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { firstDay, type PreparedStudy, phoneFirst, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
});

const take = async (seat = 'interviewer') => {
  const found = await study.ask(seat, 'contact.nextCase', {});
  if (found.kind === 'none') throw new Error('nobody is due');
  return found.case;
};
const close = (outcome: 'no-answer' | 'busy' | 'refused', seat = 'interviewer') =>
  study.ask(seat, 'contact.closeCall', { outcome });
const begin = (seat = 'interviewer') => study.ask(seat, 'interview.begin', { consent: 'spoken' });
const say = (item: string, answer: string, seat = 'interviewer') =>
  study.ask(seat, 'interview.answer', { item: item as ItemName, answer });

describe('someone whom the interviewer knows', () => {
  const known = (seat = 'interviewer') => study.ask(seat, 'contact.acquainted', {});

  test('goes to a colleague at once, and never again to this interviewer', async () => {
    const one = await take();
    await known();
    expect(study.rows('SELECT * FROM attempts')).toEqual([]);
    const given = [];
    for (let rounds = 0; rounds < 6; rounds += 1) {
      given.push((await take()).caseId);
      await close('no-answer');
    }
    expect(given).not.toContain(one.caseId);
    expect(await study.ask('interviewer', 'contact.nextCase', {})).toMatchObject({ kind: 'none' });
    await study.restart();
    await study.moveTo(addDays(firstDay, 1));
    expect(await study.ask('interviewer', 'contact.nextCase', {})).toMatchObject({ kind: 'none' });
    expect((await take('second')).caseId).toBe(one.caseId);
    expect(await study.acts()).toContain('contact.acquainted');
  });

  test('with whom an interview was begun: what was said waits for the colleague', async () => {
    const one = await take();
    await begin();
    await say('hulp', 'nee');
    await known();
    for (let rounds = 0; rounds < 7; rounds += 1) {
      const next = await take('second');
      if (next.caseId === one.caseId) {
        expect(next.hasDraft).toBe(true);
        break;
      }
      await close('busy', 'second');
    }
    expect(await begin('second')).toMatchObject({ saved: 1, items: { done: 1 } });
  });

  test('whose paper comes in is entered by a colleague', async () => {
    const one = await take();
    await known();
    const cases = [...(await study.cases()).values()];
    const { code } = cases.find(({ id }) => id === one.caseId)!;
    const enter = (seat: string) => study.ask(seat, 'interview.beginEntry', { code, mode: 'paper' });
    expect(await refusalOf(enter('interviewer'))).toEqual({ problem: 'interview.entry-impossible', why: 'acquainted' });
    expect((await enter('second')).caseId).toBe(one.caseId);
  });

  test('needs someone in hand', async () => {
    expect((await refusalOf(known())).problem).toBe('contact.no-case-in-hand');
  });
});

describe('another number', () => {
  const give = (phone: string, instead?: number) =>
    study.ask('interviewer', 'contact.newNumber', { phone, ...(instead === undefined ? {} : { instead }) });
  let phones: readonly string[];
  beforeEach(async () => {
    ({ phones } = await take());
  });

  test('is read as every number is, rung first, and there in the next call', async () => {
    expect(await give('06 8900 3344')).toEqual({ phones: ['+31689003344', ...phones] });
    await study.restart();
    expect((await take()).phones).toEqual(['+31689003344', ...phones]);
    expect(JSON.stringify(study.rows('SELECT * FROM journal'))).not.toContain('89003344');
  });

  test('in the place of a wrong one leaves nothing of that', async () => {
    expect(await give('06-89003344', 0)).toEqual({ phones: ['+31689003344'] });
    expect(await give('06-89003344')).toEqual({ phones: ['+31689003344'] });
    expect((await study.acts()).filter((act) => act === 'contact.newNumber').length).toBe(1);
    expect((await take()).phones).toEqual(['+31689003344']);
  });

  test.each([
    ['geen nummer', undefined, 'contact.number-unreadable'],
    ['06-8900', undefined, 'contact.number-unreadable'],
    ['06-89003344', 5, 'request.input-invalid'],
  ])('%s in place %s is refused, and nothing is changed', async (phone, instead, problem) => {
    expect((await refusalOf(give(phone, instead))).problem).toBe(problem);
    expect((await take()).phones).toEqual(phones);
  });

  test('of a person who is told about is there as the manager corrects it back', async () => {
    await give('06-89003344', 0);
    const one = await take();
    const { nr } = await study.ask('manager', 'contact.recordCaseRequest', {
      article: '16',
      receivedOn: firstDay,
      channel: 'phone',
    });
    const known = { caseId: one.caseId, identityCheckedBy: 'client' as const };
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, ...known, forwardedOn: firstDay });
    await study.ask('manager', 'study.recordInstruction', { on: firstDay, by: 'the client', text: 'Correct it.' });
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, instruction: 1 });
    await study.ask('manager', 'contact.correctCase', { nr, changes: { phone: phones.join(',') } });
    expect((await take()).phones).toEqual(phones);
  });
});

describe('a request for help', () => {
  const words = 'Verzonnen hulpvraag: graag een gesprek met het wijkteam';
  const ask = () => study.ask('interviewer', 'contact.askHelp', { permission: true, text: words });
  const listed = () => study.ask('manager', 'contact.callbacks', {});

  test('stands in the list of the manager with whom to call, whatever becomes of the call, and nowhere readable', async () => {
    const one = await take();
    await ask();
    await close('refused');
    await study.restart();
    expect(await listed()).toMatchObject({
      waiting: [{ askedOn: firstDay, group: residents, phones: one.phones, text: words }],
      passedOn: 0,
    });
    for (const table of ['callbacks', 'journal', 'attempts', 'responses'])
      for (const row of study.rows(`SELECT * FROM ${table}`))
        for (const value of Object.values(row).filter((each) => typeof each !== 'number'))
          expect(Buffer.from((value ?? '') as never).includes('wijkteam'), table).toBe(false);
    expect((await refusalOf(study.ask('interviewer', 'contact.callbacks', {}))).problem).toBe(
      'session.role-not-allowed',
    );
  });

  test('that is passed on leaves only that it was, and to whom for the person themself', async () => {
    await take();
    await ask();
    const [{ callback } = { callback: '' }] = (await listed()).waiting;
    const passOn = () => study.ask('manager', 'contact.passCallbackOn', { callback, to: 'de wijkcoördinator' });
    expect(await passOn()).toEqual({ waiting: [], passedOn: 1 });
    expect((await refusalOf(passOn())).problem).toBe('contact.callback-unknown');
    const journal = JSON.stringify(study.rows(`SELECT act, detail FROM journal WHERE act LIKE '%allback%'`));
    expect(journal).toContain('contact.passCallbackOn');
    expect(journal).not.toContain('wijkco');
  });

  test('needs someone on the line, and their permission', async () => {
    expect((await refusalOf(ask())).problem).toBe('contact.no-case-in-hand');
    await take();
    const without = study.ask('interviewer', 'contact.askHelp', { permission: false as never, text: words });
    expect((await refusalOf(without)).problem).toBe('request.input-invalid');
    expect(study.rows('SELECT * FROM callbacks')).toEqual([]);
  });
});

describe('what came up beside an interview', () => {
  const words = 'Verzonnen hulpvraag over de huur';
  const request = async (article: '15' | '17', caseId: CaseId) => {
    const came = { article, receivedOn: firstDay, channel: 'client' as const };
    const { nr } = await study.ask('manager', 'contact.recordCaseRequest', came);
    const order = { on: firstDay, by: 'Gemeente', text: 'Doe wat deze persoon vraagt.' };
    const { nr: instruction } = await study.ask('manager', 'study.recordInstruction', order);
    const known = { caseId, identityCheckedBy: 'balie', forwardedOn: firstDay, instruction };
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, ...known });
    await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
    return nr;
  };
  let caseId: CaseId;
  let name: string;
  beforeEach(async () => {
    await study.ask('manager', 'schedule.setProtocol', {
      group: residents,
      protocol: { ...phoneFirst, callAgainAfterDays: 1 },
    });
    ({ caseId, name } = await take());
    await begin();
    await say('hulp', 'nee');
    await study.ask('interviewer', 'interview.note', { item: 'hulp' as ItemName, text: 'aarzelde' });
    await study.ask('interviewer', 'contact.askHelp', { permission: true, text: words });
    await study.ask('interviewer', 'contact.acquainted', {});
  });

  test('is told to whoever asks what is held on them', async () => {
    const nr = await request('15', caseId);
    const held = await study.ask('manager', 'contact.case', { request: nr });
    expect(held).toMatchObject({
      acquainted: 1,
      callbacks: [{ askedOn: firstDay, text: words }],
      unfinished: { answers: 1, conduct: { answeredBy: 'self' }, items: [{ answer: 'Nee', note: 'aarzelde' }] },
    });
    const [{ callback } = { callback: '' }] = (await study.ask('manager', 'contact.callbacks', {})).waiting;
    await study.ask('manager', 'contact.passCallbackOn', { callback, to: 'het wijkteam' });
    const after = await study.ask('manager', 'contact.case', { request: nr });
    expect(after.callbacks).toEqual([{ askedOn: firstDay, passedOn: firstDay, to: 'het wijkteam' }]);
    const text = readFileSync(await exported(nr), 'utf8');
    for (const part of ['aarzelde', 'het wijkteam', 'zij bellen u niet']) expect(text).toContain(part);
    expect(text).not.toContain(words);
  });

  test('goes when they are erased', async () => {
    const nr = await request('17', caseId);
    await study.ask('manager', 'destruction.eraseCase', { nr, typedName: name });
    for (const table of ['callbacks', 'acquaintances', 'drafts', 'draft_answers'])
      expect(study.rows(`SELECT * FROM ${table}`), table).toEqual([]);
  });

  async function exported(nr: number): Promise<string> {
    const path = join(study.folder, 'inzage.html');
    await study.ask('manager', 'contact.exportCase', { nr, target: study.host.offerTarget(path) });
    return path;
  }
});
