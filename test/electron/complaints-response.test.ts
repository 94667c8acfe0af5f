/**
 * What users of other programs complain of in how response is counted, each as a test of what may not happen here: web answers that do not count, a refusal
 * that is overwritten, people who disappear, and a second interview with someone who answered. Numbers are those of docs/complaints.md.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { defaultCalling } from '../../shared/study/calling.ts';
import {
  deliveryOf,
  firstDay,
  lastDay,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
  step,
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
});

const complete = { hulp: 'nee', terug: 'ja' };
let nr = 0;
const codeOf = async (surname: string) => (await study.cases()).get(surname)!.code;
async function answerOnWeb(surname: string, on?: string) {
  nr += 1;
  const rows = [{ code: await codeOf(surname), answers: complete, ...(on === undefined ? {} : { on }) }];
  const file = study.offer(`returns-${nr}.csv`, returnsOf(rows));
  return study.ask('manager', 'interview.readReturns', { group: residents, file });
}
const phoneOnly = { ...phoneFirst, steps: [step('phone', 'phone', 0)], callsMaximum: 2, callAgainAfterDays: 1 };
const ring = (protocol: typeof phoneFirst = phoneOnly) =>
  study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
const next = () => study.ask('interviewer', 'contact.nextCase', {});
const take = async () => {
  const found = await next();
  if (found.kind === 'none') throw new Error('nobody is to be rung');
  return found.case;
};
const close = (outcome: 'no-answer' | 'refused' | 'refused-soft' | 'busy') =>
  study.ask('interviewer', 'contact.closeCall', { outcome });
const begin = () => study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
const say = (item: string, answer: string) =>
  study.ask('interviewer', 'interview.answer', { item: item as never, answer });
const table = async () => (await study.ask('researcher', 'reporting.responseTable', {})).groups[0]!;
const codes = async () => (await study.ask('researcher', 'reporting.dispositions', {})).groups[0]!;
const rowOf = (caseId: string) =>
  study.rows<{ state: string; final_code: string | null; next_due: string | null }>(
    `SELECT state, final_code, next_due FROM cases WHERE id = '${caseId}'`,
  )[0]!;

describe('2: answers from the web count', () => {
  test('in the response, in the status and in the codes, as those by telephone do', async () => {
    await answerOnWeb('Aalbersma');
    await ring();
    const one = await take();
    await begin();
    for (const item of ['hulp', 'terug']) await say(item, 'nee');
    await study.ask('interviewer', 'interview.finish', {});
    expect(one.name).not.toContain('Aalbersma');
    expect(await table()).toMatchObject({ responses: 2, byMode: { web: 1, phone: 1 } });
    expect((await study.ask('manager', 'study.status', {})).groups[0]).toMatchObject({ responses: 2 });
    expect((await codes()).final).toEqual([{ code: '1.1', cases: 2 }]);
  });

  test('for the target of a stratum: once it is reached on the web, the others are rung first', async () => {
    const southerners = ['Wentelbos', 'Xantendal', 'Yntemalid', 'Zonnemaar'] as const;
    const south = deliveryOf(southerners.map((surname) => ({ surname, by: ['phone'] }))).replaceAll('Noord', 'Zuid');
    const file = study.offer('south.csv', south);
    await study.ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
    const strata = study.rows<{ stratum: string }>('SELECT DISTINCT stratum FROM cases WHERE stratum IS NOT NULL');
    expect(strata.length).toBe(2);
    const cases = await study.cases();
    const southern = new Map(southerners.map((surname) => [cases.get(surname)!.id as string, surname]));
    const targets = Object.fromEntries(strata.map(({ stratum }) => [stratum, 2]));
    await ring({ ...phoneOnly, calling: { ...defaultCalling, targets } });
    await answerOnWeb('Aalbersma');
    // One of two was had in the north, none in the south.
    const first = await take();
    expect(southern.has(first.caseId)).toBe(true);
    await close('no-answer');
    const others = southerners.filter((surname) => surname !== southern.get(first.caseId));
    await answerOnWeb(others[0]!);
    await answerOnWeb(others[1]!);
    // Someone of the south is left, who would be the first to be rung without these two.
    const left = study.rows<{ id: string }>(`SELECT id FROM cases WHERE state = 'open' AND next_due <= '${firstDay}'`);
    expect(left.filter(({ id }) => southern.has(id)).map(({ id }) => southern.get(id))).toEqual([others[2]]);
    expect(southern.has((await take()).caseId)).toBe(false);
  });
});

describe('3: a refusal is not overwritten', () => {
  test('by the maximum of attempts, in the last call that there was', async () => {
    await ring();
    const first = await take();
    await close('no-answer');
    await study.moveTo(addDays(firstDay, 1));
    for (;;) {
      const one = await take();
      await close(one.caseId === first.caseId ? 'refused' : 'no-answer');
      if (one.caseId === first.caseId) break;
    }
    expect(rowOf(first.caseId)).toEqual({ state: 'final', final_code: '2.11', next_due: null });
    await study.moveTo(addDays(lastDay, 1));
    expect((await codes()).final).toEqual([{ code: '2.11', cases: 1 }]);
    expect(await table()).toMatchObject({ final: { R: 1 }, folded: { R: 0 } });
  });

  test('by non-contact after it: a soft refusal stays one when nobody answers any more', async () => {
    await ring({ ...phoneOnly, steps: [step('letter', 'letter', 20), step('phone', 'phone', 0)] });
    const { caseId } = await take();
    await close('refused-soft');
    const standing = [...(await codes()).open, ...(await codes()).final];
    expect(standing).toContainEqual({ code: '2.112', cases: 1 });
    await study.moveTo(addDays(lastDay, 1));
    expect((await table()).final.R).toBe(1);
    expect(caseId).toBeTruthy();
  });

  test('by a return from the web, which may have been sent before it', async () => {
    await ring();
    const { caseId } = await take();
    await close('refused');
    const surname = [...(await study.cases())].find(([, { id }]) => id === caseId)![0];
    expect(await answerOnWeb(surname)).toMatchObject({ accepted: 0, refused: { 'case-final': 1 } });
    expect(rowOf(caseId).final_code).toBe('2.11');
  });
});

test('6: an answer changes the question that it names, and no earlier one', async () => {
  await ring();
  await take();
  await begin();
  await say('hulp', 'ja');
  await study.ask('interviewer', 'interview.answer', { item: 'uren' as never, answer: 3 as never });
  const saved = async () => {
    const { items } = await study.ask('interviewer', 'interview.answers', {});
    return items.flatMap(({ item, answer }) => (answer === undefined || answer === '' ? [] : [`${item}: ${answer}`]));
  };
  const before = await saved();
  // Number keys that come late: for the question that was shown then, or for one that is not asked at all.
  await study.ask('interviewer', 'interview.answer', { item: 'uren' as never, answer: 2 as never });
  expect((await refusalOf(say('reden', '2'))).problem).toBe('interview.not-this-item');
  const after = await saved();
  expect(after).toHaveLength(before.length);
  expect(after.filter((line) => !before.includes(line))).toHaveLength(1);
  expect(after.find((line) => line.startsWith('hulp'))).toBe(before.find((line) => line.startsWith('hulp')));
});

describe('8: nobody is broken off who is still to be rung', () => {
  test('an interview that was interrupted stays open, with its answers, until its person breaks it off', async () => {
    await ring({ ...phoneOnly, callsMaximum: 5 });
    const one = await take();
    await begin();
    await say('hulp', 'ja');
    await close('no-answer');
    expect(rowOf(one.caseId)).toMatchObject({ state: 'open', final_code: null });
    expect(rowOf(one.caseId).next_due).not.toBeNull();
    expect((await codes()).final).toEqual([]);
    expect(await table()).toMatchObject({ open: surnames.length, final: { R: 0, P: 0 } });
    // As it stands it would be broken off; that is told apart, and not what it is.
    expect((await codes()).open).toContainEqual({ code: '2.12', cases: 1 });
    await study.moveTo(addDays(firstDay, 1));
    const again = await study.ask('interviewer', 'contact.nextCase', {});
    expect(again.kind).toBe('case');
    expect(study.rows('SELECT id FROM drafts')).toHaveLength(1);
  });

  test('a line that dropped while the last call was made is broken off only when the fieldwork closes', async () => {
    await ring({ ...phoneOnly, callsMaximum: 1 });
    const one = await take();
    await begin();
    await close('no-answer');
    expect(rowOf(one.caseId)).toMatchObject({ state: 'open' });
    await study.moveTo(addDays(lastDay, 1));
    expect(await table()).toMatchObject({ open: 0, final: { R: 1 }, folded: { R: 1 } });
  });
});

describe('9: nobody is missing from what is reported', () => {
  test('whoever could not be reached at all, and whose message failed, is counted with the reason', async () => {
    study.mailbox.failWith({ refuse: 550, at: 'recipient' });
    expect((await study.ask('manager', 'contact.sendEmails', { group: residents })).failed).toBe(3);
    study.mailbox.failWith(undefined);
    const { final, open, attempts } = await codes();
    const counted = [...final, ...open].reduce((sum, { cases }) => sum + cases, 0);
    expect(counted).toBe(surnames.length);
    expect(open).toContainEqual({ code: '3.30', cases: 3 });
    expect(attempts).toEqual([{ channel: 'email', nr: 1, outcome: 'failed', code: '3.30', attempts: 3 }]);
    expect(await table()).toMatchObject({ invited: surnames.length, open: surnames.length });
    expect((await study.ask('researcher', 'reporting.attempts', {})).counts).toContainEqual({
      ...{ group: residents, channel: 'email', outcome: 'failed', count: 3 },
    });
  });

  test('when the fieldwork is closed everyone has a code, and the lines add up to all who were invited', async () => {
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    await answerOnWeb('Cornippen');
    await study.moveTo(lastDay);
    expect(await table()).toMatchObject({ open: surnames.length - 1, folded: { UO: 0 } });
    await study.moveTo(addDays(lastDay, 1));
    const { final, folded, open, invited } = await table();
    expect(open).toBe(0);
    expect(Object.values(final).reduce((a, b) => a + b)).toBe(invited);
    expect(Object.values(folded).reduce((a, b) => a + b)).toBe(invited - 1);
    const [group] = (await study.ask('manager', 'reporting.dispositions', {})).groups;
    expect(group).toMatchObject({ isClosed: true, closesOn: lastDay, final: [{ code: '1.1', cases: 1 }] });
    expect(group!.open).toEqual([
      { code: '3.19', cases: 2 },
      { code: '3.11', cases: 6 },
    ]);
  });
});

test('10: the response tells in which mode it was begun, in which it was finished, and at which question it changed', async () => {
  await ring({ ...phoneOnly, callsMaximum: 5 });
  const one = await take();
  const appointment = { on: addDays(firstDay, 1), at: '10:00' };
  await study.ask('interviewer', 'contact.closeCall', { outcome: 'appointment', appointment });
  const surname = [...(await study.cases())].find(([, { id }]) => id === one.caseId)![0];
  const half = [{ code: await codeOf(surname), on: '', answers: { hulp: 'nee', reden: 'Op het web' } }];
  const file = study.offer('half.csv', returnsOf(half));
  expect(await study.ask('manager', 'interview.readReturns', { group: residents, file })).toMatchObject({ begun: 1 });
  await study.moveTo(addDays(firstDay, 1));
  for (let taken = await take(); taken.caseId !== one.caseId; taken = await take()) await close('no-answer');
  await study.ask('interviewer', 'interview.begin', { consent: 'spoken', goesOn: true });
  await say('terug', 'ja');
  await study.ask('interviewer', 'interview.finish', {});
  const response = (await study.responses()).find(({ of }) => of === surname);
  expect(response).toMatchObject({ mode: 'phone', paradata: { begunIn: 'web', switchedAt: 'terug' } });
});

describe('23: one interview per person', () => {
  test('whoever answered is not rung, gets no message, and cannot be interviewed or entered again', async () => {
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    await answerOnWeb('Aalbersma');
    const { id, code } = (await study.cases()).get('Aalbersma')!;
    expect(await study.ask('interviewer', 'contact.findCase', { code })).toMatchObject({ isFinal: true });
    await study.moveTo(addDays(firstDay, 7));
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    expect(study.mailbox.messages.filter(({ to }) => to.join().startsWith('aalbersma'))).toHaveLength(1);
    await study.moveTo(addDays(firstDay, 14));
    for (let found = await next(); found.kind === 'case'; found = await next()) {
      expect(found.case.caseId).not.toBe(id);
      await close('busy');
    }
    const entry = study.ask('interviewer', 'interview.beginEntry', { code, mode: 'paper' } as never);
    expect((await refusalOf(entry)).problem).toBe('interview.entry-impossible');
  });

  test('a second response from the web is kept apart, and the first one stays', async () => {
    await answerOnWeb('Aalbersma');
    expect(await answerOnWeb('Aalbersma', `${firstDay} 13:00:00`)).toMatchObject({ accepted: 0, aside: 1 });
    expect(await table()).toMatchObject({ responses: 1 });
    expect(await study.responses()).toHaveLength(1);
  });

  test('the list for the website leaves out whoever answered', async () => {
    await answerOnWeb('Aalbersma');
    const target = study.host.offerTarget(`${study.folder}/participants.csv`);
    const saved = await study.ask('manager', 'contact.saveParticipants', { group: residents, target });
    expect(saved.participants).toBe(surnames.length - 1);
  });
});
