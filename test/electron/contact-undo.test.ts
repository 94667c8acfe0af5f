import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import type { ItemName } from '../../shared/study/questionnaire.ts';
import type { CaseInHand } from '../../shared/views.ts';
import { passphraseOf } from './office.ts';
import {
  deliveryOf,
  firstDay,
  type Invented,
  invited,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
  surnames,
} from './prepared.ts';

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

type Typed = Asked<'interview.answer'>['answer'];
const take = async (seat = 'interviewer'): Promise<CaseInHand> => {
  const found = await study.ask(seat, 'contact.nextCase', {});
  if (found.kind === 'none') throw new Error('nobody is due');
  return found.case;
};
const close = (call: Asked<'contact.closeCall'>, seat = 'interviewer') => study.ask(seat, 'contact.closeCall', call);
const undo = (seat = 'interviewer') => study.ask(seat, 'contact.undoCall', {});
const say = (item: string, answer: Typed) =>
  study.ask('interviewer', 'interview.answer', { item: item as ItemName, answer });
const begin = () => study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
const see = () => study.ask('interviewer', 'interview.see', {});
const stored = (table: string) => study.rows(`SELECT * FROM ${table}`).length;
/** The rows that an ending changes, without the counters and marks that every write moves. */
const standing = () => ({
  cases: study.rows('SELECT id, state, final_code, mode, final_on, held_by, next_due FROM cases ORDER BY id'),
  attempts: study.rows('SELECT id, case_id, step, on_day, outcome, appointment_on, note FROM attempts ORDER BY id'),
  drafts: study.rows('SELECT id, case_id, attempt_id, begun_on, mode, language, hex(draft_key) FROM drafts'),
  answers: study.rows('SELECT draft_id, seq, hex(answer) FROM draft_answers ORDER BY seq'),
  responses: study.rows('SELECT id FROM responses'),
  links: study.rows('SELECT id FROM links'),
});
const noCase = async (asked = undo()) => expect((await refusalOf(asked)).problem).toBe('contact.no-case-in-hand');
const changed = async () => expect((await refusalOf(undo())).problem).toBe('study.changed-meanwhile');

describe('a call that was closed', () => {
  const appointment = { on: addDays(firstDay, 3), at: '19:30' };
  test.each<Asked<'contact.closeCall'>>([
    { outcome: 'no-answer' },
    { outcome: 'voicemail', note: 'Ingesproken' },
    { outcome: 'appointment', appointment, note: 'Liever na het eten' },
    { outcome: 'wrong-number' },
    { outcome: 'refused' },
    { outcome: 'withdrew', note: 'Wil niets meer horen' },
    { outcome: 'deceased' },
  ])('as $outcome, is taken back: everything stands as before, and the call goes on', async (call) => {
    const one = await take();
    const before = standing();
    await close(call);
    expect(standing()).not.toEqual(before);
    expect(await undo()).toEqual(one);
    expect(standing()).toEqual(before);
    expect((await study.acts()).slice(-3)).toEqual(['contact.nextCase', 'contact.closeCall', 'contact.undoCall']);
    // Every mark fits its row again, and the same case can be ended for good.
    expect(await take()).toEqual(one);
    await close({ outcome: 'refused' });
    await study.ask('manager', 'reporting.responseTable', {});
    await noCase(undo('second'));
  });

  test('with a draft, as a refusal: the interview goes on where it was', async () => {
    await take();
    await begin();
    await say('hulp', 'ja');
    await say('uren', 12);
    const before = standing();
    const seen = await see();
    await close({ outcome: 'refused' });
    expect(stored('drafts') + stored('draft_answers')).toBe(0);
    expect((await undo()).hasDraft).toBe(true);
    expect(standing()).toEqual(before);
    expect(await see()).toEqual(seen);
    expect((await say('verhaal', 'Verzonnen')).saved).toBe(3);
  });

  test('is taken back once, and only by who closed it', async () => {
    await take();
    await take('second');
    await close({ outcome: 'refused' });
    await noCase(undo('second'));
    const [one, other] = await Promise.allSettled([undo(), undo()]);
    expect([one.status, other.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    await noCase();
  });
});

describe('an interview that ended', () => {
  const answered = {
    welkom: null,
    hulp: 'ja',
    uren: 12,
    verhaal: 'Een verzonnen verhaal',
    wijk: ['zuid'],
    terug: 'ja',
  };
  test.each(['interview.breakOff', 'interview.finish'] as const)('%s is taken back, and ended anew', async (ending) => {
    await take();
    await begin();
    for (const [item, answer] of Object.entries(answered)) await say(item, answer);
    const before = standing();
    const seen = await see();
    await study.ask('interviewer', ending, {});
    expect([stored('drafts'), stored('responses'), stored('links')]).toEqual([0, 1, 1]);
    const [first] = await study.responses();
    await undo();
    expect(standing()).toEqual(before);
    expect([stored('responses'), stored('links')]).toEqual([0, 0]);
    expect(await see()).toEqual(seen);
    await say('uren', 14);
    await study.ask('interviewer', ending, {});
    const [second, ...others] = await study.responses();
    expect(others).toEqual([]);
    expect(second!.of).toBe(first!.of);
    expect(second!.answers).toContainEqual(['uren', { kind: 'number', number: 14 }]);
  });
});

describe('an ending stands', () => {
  test('when there is none, when the next case was taken, and after signing out or a restart', async () => {
    await noCase();
    await take();
    await close({ outcome: 'refused' });
    await take();
    await noCase();
    await close({ outcome: 'refused' });
    await study.ask('interviewer', 'study.signOut', {});
    const passphrase = passphraseOf('interviewer');
    await study.ask('interviewer', 'study.signIn', { name: 'interviewer', passphrase });
    await noCase();
    await take();
    await close({ outcome: 'refused' });
    await study.restart();
    await noCase();
  });

  test('when someone else took the case, or stopped it', async () => {
    const again = { ...phoneFirst, callsMaximum: 9 };
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: again });
    await study.moveTo(addDays(firstDay, 1));
    const one = await take();
    await close({ outcome: 'appointment', appointment: { on: addDays(firstDay, 2), at: '10:00' } });
    await study.moveTo(addDays(firstDay, 2));
    expect((await take('second')).caseId).toBe(one.caseId);
    await changed();
    const other = await take();
    await close({ outcome: 'no-answer' });
    await study.ask('manager', 'contact.stopCase', { caseId: other.caseId, why: 'withdrew' });
    await noCase();
    const state = study.rows(`SELECT state FROM cases WHERE id = '${other.caseId}'`);
    expect(state).toEqual([{ state: 'final' }]);
  });

  test('when the manager was told that the case is final already', async () => {
    const { caseId } = await take();
    await close({ outcome: 'refused' });
    const stop = study.ask('manager', 'contact.stopCase', { caseId, why: 'refused' });
    expect((await refusalOf(stop)).problem).toBe('contact.case-final');
    await noCase();
  });

  test('when the case was stopped while it was in hand', async () => {
    const { caseId } = await take();
    await study.ask('manager', 'contact.stopCase', { caseId, why: 'withdrew' });
    await close({ outcome: 'no-answer' });
    await noCase();
  });

  test('when an extract was taken in that may tell of an objection', async () => {
    await take();
    await close({ outcome: 'no-answer' });
    const objecting: readonly Invented[] = invited.map((each) => ({ ...each, objects: 'ja' }));
    const file = study.offer('later.csv', deliveryOf(objecting));
    await study.ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
    await noCase();
  });

  test('when the dataset was made', async () => {
    const { name } = await take();
    const cases = await study.cases();
    const rows = surnames
      .filter((surname) => !name.endsWith(surname))
      .map((surname) => ({ code: cases.get(surname)!.code, answers: { hulp: 'nee', terug: 'ja' } }));
    const file = study.offer('returns.csv', returnsOf(rows));
    await study.ask('manager', 'interview.readReturns', { group: residents, file });
    await begin();
    await say('hulp', 'nee');
    await say('terug', 'ja');
    await study.ask('interviewer', 'interview.finish', {});
    const said = { on: firstDay, by: 'Gemeente', text: 'Lever het bestand.' };
    const { nr } = await study.ask('manager', 'study.recordInstruction', said);
    await study.ask('researcher', 'export.dataset', { instruction: nr });
    await noCase();
  });

  test('outside the days of the agreement, in which nobody may be rung', async () => {
    await take();
    await begin();
    await say('hulp', 'ja');
    await close({ outcome: 'refused' });
    const ended = standing();
    await study.moveTo(addDays(firstDay, 365));
    expect((await refusalOf(undo())).problem).toBe('study.answers-ended');
    expect(standing()).toEqual(ended);
  });
});

test('a taking back that is cut short leaves the ending as it was, and can be asked again', async () => {
  let isCut = false;
  study.stop();
  study = await prepared.open({
    onWriteStep: (step) => {
      if (isCut && step === 'journalled') throw new Error('cut');
    },
  });
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
  await take();
  await begin();
  await say('hulp', 'ja');
  const before = standing();
  await study.ask('interviewer', 'interview.breakOff', {});
  const ended = standing();
  isCut = true;
  await expect(undo()).rejects.toThrow('failed; reference');
  isCut = false;
  expect(standing()).toEqual(ended);
  await undo();
  expect(standing()).toEqual(before);
});

describe('what an interviewer has in hand', () => {
  test('tells on whose behalf, until when, and what to say first', async () => {
    const body = 'Goedemiddag, u spreekt met {{bureau}}.\n\nSpreek ik met {{name}}? Uw code is {{code}}.';
    const text = { subject: 'Inleiding', body };
    const steps = phoneFirst.steps.map((step) => (step.channel === 'phone' ? { ...step, text } : step));
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: { ...phoneFirst, steps } });
    const one = await take();
    const { bureau } = await study.ask('manager', 'study.bureau', {});
    const { agreement } = await study.ask('manager', 'study.agreement', {});
    expect(one).toMatchObject({ groupTitle: 'Bewoners', bureau: bureau!.name, client: agreement.client });
    expect(one.closesOn).toBe(phoneFirst.closesOn);
    expect(one.introduction![0]).toBe(`Goedemiddag, u spreekt met ${bureau!.name}.`);
    expect(one.introduction![1]).toContain(`Spreek ik met ${one.name}?`);
    expect(one.introduction!.join()).not.toContain('{{');
    await close({ outcome: 'no-answer' });
    expect(await undo()).toEqual(one);
  });

  test('has no introduction when none is prescribed, and no organisation when there is none', async () => {
    const one = await take();
    expect('introduction' in one || 'organisation' in one).toBe(false);
  });
});
