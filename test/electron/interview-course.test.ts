// biome-ignore-all lint/suspicious/noTemplateCurlyInString: this is how XLSForm names an item
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { workbook } from '../../scripts/practice-study/workbook.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import type { Conduct } from '../../shared/study/conduct.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import { type TestClock, testClock } from './clock-here.ts';
import { passphraseOf } from './office.ts';
import {
  firstDay,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
  step,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let clock: TestClock;
beforeAll(async () => {
  prepared = await prepareStudy(({ ask }) =>
    ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst }),
  );
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  clock = testClock();
  study = await prepared.open({ clock });
});

type Typed = Asked<'interview.answer'>['answer'];
const named = (item: string) => item as ItemName;
const take = async (seat = 'interviewer') => {
  const found = await study.ask(seat, 'contact.nextCase', {});
  if (found.kind === 'none') throw new Error('nobody is due');
  return found.case;
};
const begin = (seat = 'interviewer', more: Partial<Asked<'interview.begin'>> = {}) =>
  study.ask(seat, 'interview.begin', { consent: 'spoken', ...more });
const say = (item: string, answer: Typed, seat = 'interviewer') =>
  study.ask(seat, 'interview.answer', { item: named(item), answer });
const note = (item: string, text: string, seat = 'interviewer') =>
  study.ask(seat, 'interview.note', { item: named(item), text });
const set = (conduct: Conduct, seat = 'interviewer') => study.ask(seat, 'interview.setConduct', { conduct });
const finish = (seat = 'interviewer') => study.ask(seat, 'interview.finish', {});
const helped: Readonly<Record<string, Typed>> = { hulp: 'ja', uren: 12, verhaal: 'Een verzonnen verhaal', terug: 'ja' };
const sayAll = async (answers = helped, seat?: string) => {
  for (const [item, answer] of Object.entries(answers)) await say(item, answer, seat);
};
const appointment = { on: addDays(firstDay, 1), at: '10:30' };
const putDown = (seat = 'interviewer') => study.ask(seat, 'contact.closeCall', { outcome: 'appointment', appointment });

describe('consent', () => {
  test('is on disk before the first item is shown, and in the journal', async () => {
    await take();
    await begin();
    expect(study.rows('SELECT seq FROM draft_answers')).toEqual([{ seq: 1 }]);
    const [{ detail } = { detail: '' }] = study.rows(`SELECT detail FROM journal WHERE act = 'interview.begin'`);
    expect(JSON.parse(String(detail))).toMatchObject({ consent: 'spoken' });
  });

  test('stays with the person and not with the answers', async () => {
    const one = await take();
    await begin();
    await sayAll();
    await finish();
    expect(JSON.stringify(await study.responses())).not.toContain('spoken');
    const receivedOn = firstDay;
    const { nr } = await study.ask('manager', 'contact.recordCaseRequest', {
      article: '15',
      receivedOn,
      channel: 'phone',
    });
    await study.ask('manager', 'study.recordInstruction', { on: firstDay, by: 'Gemeente', text: 'Geef inzage.' });
    const known = { caseId: one.caseId, identityCheckedBy: 'balie', forwardedOn: firstDay, instruction: 1 };
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, ...known });
    await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
    const held = await study.ask('manager', 'contact.case', { request: nr });
    expect(held.attempts).toMatchObject([{ outcome: 'completed', consent: 'spoken' }]);
  });

  test('is asked again when someone else goes on', async () => {
    await take();
    await begin();
    await say('hulp', 'ja');
    await putDown();
    await study.moveTo(appointment.on);
    await take('second');
    await begin('second');
    const acts = study.rows(`SELECT detail FROM journal WHERE act = 'interview.takeUp'`);
    expect(acts.map(({ detail }) => JSON.parse(String(detail)))).toMatchObject([{ consent: 'spoken', mode: 'phone' }]);
  });
});

describe('a note to a question', () => {
  beforeEach(async () => {
    await take();
    await begin();
  });

  test('stands with its item, can be written anew or taken away, and goes to the researcher', async () => {
    expect((await note('hulp', 'aarzelde lang')).next).toMatchObject({ item: 'hulp', note: 'aarzelde lang' });
    await note('terug', 'gaat weg');
    await note('terug', '');
    await note('hulp', 'aarzelde even');
    await study.restart();
    const view = await study.ask('interviewer', 'interview.see', { item: named('hulp') });
    expect(view).toMatchObject({ saved: 0, next: { note: 'aarzelde even' } });
    await sayAll();
    await finish();
    expect((await study.responses())[0]!.notes).toEqual([['hulp', 'aarzelde even']]);
    const remarks = (as: 'researcher' | 'manager') => study.ask(as, 'study.remarks', { group: residents });
    expect(await remarks('researcher')).toEqual({ remarks: [{ item: 'hulp', text: 'aarzelde even' }] });
    expect((await refusalOf(remarks('manager'))).problem).toBe('session.role-not-allowed');
  });

  test('to an item off the route is refused; one that fell off it is kept for the researcher', async () => {
    expect((await refusalOf(note('uren', 'x'))).problem).toBe('interview.not-this-item');
    await say('hulp', 'ja');
    await note('uren', 'schatting');
    await sayAll({ hulp: 'nee', terug: 'ja' });
    await finish();
    expect((await study.responses())[0]!.notes).toEqual([['uren', 'schatting']]);
  });
});

describe('how an interview is held', () => {
  const helpedBy: Conduct = { answeredBy: 'proxy', interpreter: 'at-hand', participants: 1 };

  test('is kept through a restart, and goes with the response', async () => {
    await take();
    expect((await begin()).conduct).toEqual({ answeredBy: 'self', participants: 1 });
    await set(helpedBy);
    await study.restart();
    expect((await begin()).conduct).toEqual(helpedBy);
    await sayAll();
    await finish();
    expect((await study.responses())[0]!.conduct).toEqual(helpedBy);
  });

  test('with several people only face to face, and face to face only where the protocol has visits', async () => {
    await take();
    expect((await refusalOf(begin('interviewer', { mode: 'visit' }))).problem).toBe('interview.no-visits');
    await begin();
    expect((await refusalOf(set({ answeredBy: 'self', participants: 6 }))).problem).toBe(
      'interview.participants-only-at-visit',
    );
    const protocol = { ...phoneFirst, steps: [...phoneFirst.steps, step('visit', 'visit', 20)] };
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
    await take('second');
    expect((await begin('second', { mode: 'visit' })).mode).toBe('visit');
    await set({ answeredBy: 'self', participants: 6 }, 'second');
    await sayAll(helped, 'second');
    await finish('second');
    expect((await study.responses())[0]).toMatchObject({ mode: 'visit', conduct: { participants: 6 } });
  });
});

describe('what was answered so far', () => {
  test('stands in the order of the questionnaire, with what fell off the route', async () => {
    await take();
    await begin();
    await sayAll({ terug: 'ja', hulp: 'ja', uren: 12 });
    await note('hulp', 'een notitie');
    await say('hulp', 'nee');
    const { items } = await study.ask('interviewer', 'interview.answers', {});
    expect(items.map(({ item, answer, hasNote, isOnRoute }) => [item, answer, hasNote, isOnRoute])).toEqual([
      ['hulp', 'Nee', true, true],
      ['uren', '12', false, false],
      ['terug', 'Ja', false, true],
    ]);
    expect((await study.ask('interviewer', 'interview.see', {})).offRoute).toEqual([
      { item: 'uren', text: 'Hoeveel uur per week?' },
    ]);
  });
});

describe('an answer that was noted by a key of every item', () => {
  test('is told by its kind, for the words of the window, and in words on what the person gets to read', async () => {
    const one = await take();
    await begin();
    await sayAll({ ...helped, uren: { kind: 'missing', missing: 'dont-know' } });
    const { items } = await study.ask('interviewer', 'interview.answers', {});
    expect(items.find(({ item }) => item === 'uren')).toMatchObject({ answer: '', missing: 'dont-know' });
    expect(items.find(({ item }) => item === 'hulp')).not.toHaveProperty('missing');
    await finish();
    const { nr } = await study.ask('manager', 'contact.recordCaseRequest', {
      article: '15',
      receivedOn: firstDay,
      channel: 'phone',
    });
    await study.ask('manager', 'study.recordInstruction', { on: firstDay, by: 'Gemeente', text: 'Geef inzage.' });
    const known = { caseId: one.caseId, identityCheckedBy: 'balie', forwardedOn: firstDay, instruction: 1 };
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, ...known });
    await study.ask('researcher', 'export.agreeToCaseRequest', { nr });
    const held = JSON.stringify(await study.ask('manager', 'contact.case', { request: nr }));
    expect(held).toContain('Weet ik niet');
    expect(held).not.toContain('dont-know');
  });
});

describe('the time of an interview', () => {
  test('is that of all sittings in whole minutes, without what lay between them', async () => {
    await take();
    await begin();
    clock.pass(3);
    await say('hulp', 'ja');
    clock.pass(2);
    await say('uren', 12);
    await putDown();
    clock.pass(60);
    await study.moveTo(appointment.on);
    await take('second');
    await begin('second');
    clock.pass(4.5);
    await sayAll({ verhaal: 'Verder', terug: 'ja' }, 'second');
    clock.pass(1);
    await finish('second');
    expect((await study.responses())[0]!.paradata).toEqual({ minutes: 10, sittings: 2 });
  });

  test('leaves out a lock, and what was lost in a crash is no more than what was not said yet', async () => {
    await take();
    await begin();
    clock.pass(3);
    await say('hulp', 'ja');
    await study.ask('interviewer', 'study.lock', {});
    clock.pass(9);
    await study.ask('interviewer', 'study.unlock', { passphrase: passphraseOf('interviewer') });
    await study.ask('interviewer', 'interview.see', {});
    clock.pass(2);
    await say('uren', 3);
    await study.restart({ clock });
    await take();
    await begin();
    clock.pass(1);
    await sayAll({ verhaal: 'Verder', terug: 'ja' });
    await finish();
    expect((await study.responses())[0]!.paradata).toEqual({ minutes: 6, sittings: 2 });
  });
});

describe('an interview that is broken off', () => {
  const from = (partialFromPercent?: number) =>
    study.ask('manager', 'study.setInterviewRules', {
      rules: { doubleEntry: false, ...(partialFromPercent === undefined ? {} : { partialFromPercent }) },
    });
  const breakOff = () => study.ask('interviewer', 'interview.breakOff', {});
  const codeOf = (caseId: string) => study.rows(`SELECT final_code, mode FROM cases WHERE id = '${caseId}'`)[0];

  // Two of the five items on the route are answered.
  test.each([
    [undefined, false, '2.12'],
    [41, false, '2.12'],
    [40, true, '1.2'],
    [1, true, '1.2'],
  ])('counts from %s percent as partial: %s', async (percent, isPartial, code) => {
    await from(percent);
    const one = await take();
    await begin();
    await sayAll({ hulp: 'ja', uren: 12 });
    expect(await breakOff()).toEqual({ isPartial });
    expect(codeOf(one.caseId)).toEqual({ final_code: code, mode: 'phone' });
    const [response] = await study.responses();
    expect([response!.complete, response!.isPartial ?? false]).toEqual([false, isPartial]);
  });

  test('before anything was answered never counts', async () => {
    await from(1);
    await take();
    await begin();
    expect(await breakOff()).toEqual({ isPartial: false });
  });

  test('and counts stands apart in the response table, in the plan of the dataset, and can be withdrawn', async () => {
    await from(40);
    const one = await take();
    await begin();
    await sayAll({ hulp: 'ja', uren: 12 });
    await breakOff();
    const { groups } = await study.ask('manager', 'reporting.responseTable', {});
    expect(groups[0]).toMatchObject({ responses: 0, final: { I: 0, P: 1, R: 0 } });
    const plan = await study.ask('researcher', 'export.plan', {});
    expect(plan.groups[0]!.responses).toBe(1);
    const stopped = await study.ask('manager', 'contact.stopCase', { caseId: one.caseId, why: 'withdrew' });
    expect(stopped.answersToRemove).toBe(true);
    expect(await study.ask('researcher', 'export.removeAnswers', {})).toMatchObject({ removed: 1 });
    expect(await study.responses()).toEqual([]);
    expect(codeOf(one.caseId)).toMatchObject({ final_code: '2.11' });
  });

  test('and taken back goes on where it was', async () => {
    await from(40);
    await take();
    await begin();
    await sayAll({ hulp: 'ja', uren: 12 });
    await note('uren', 'ongeveer');
    await breakOff();
    await study.ask('interviewer', 'contact.undoCall', {});
    expect(await study.responses()).toEqual([]);
    await begin();
    await sayAll({ verhaal: 'Toch verder', terug: 'ja' });
    await finish();
    expect((await study.responses())[0]).toMatchObject({ complete: true, notes: [['uren', 'ongeveer']] });
  });
});

describe('what a questionnaire may ask and say', () => {
  const survey = [
    ['type', 'name', 'label::Nederlands (nl)', 'required', 'special_category'],
    ['text', 'dag', 'Dag ${contact.surname} (${contact.birthYear}), hoe gaat het?', '', ''],
    ['text', 'ziek', 'Bent u ziek?', 'yes', 'health'],
  ];

  test('nothing of a special category that the agreement does not list, and of the person only what it allows', async () => {
    const file = study.offer(
      'special.xlsx',
      workbook({
        survey,
        settings: [
          ['form_title', 'form_id', 'version'],
          ['Bewoners', 'bewoners', '2'],
        ],
        choices: [],
      }),
    );
    await study.ask('manager', 'study.loadQuestionnaire', { group: residents, file });
    const one = await take();
    const view = await begin();
    expect(view).toMatchObject({ route: ['dag'], items: { onRoute: 1 } });
    const surname = one.name.split(' ').at(-1)!;
    expect(view.next?.text).toBe(`Dag ${surname} (), hoe gaat het?`);
    expect((await refusalOf(say('ziek', 'nee'))).problem).toBe('interview.not-this-item');
    await say('dag', 'goed');
    expect((await finish()).answers).toBe(1);
  });
});
