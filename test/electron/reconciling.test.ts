/** A study whose folder was put back as it was days ago, on the machine that knows better: what is refused, asked and recorded. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import type { Asked } from '../../shared/contract.ts';
import { contract } from '../../shared/contract.ts';
import { needsWholeStudy } from '../../shared/needs-whole-study.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import { askedOf } from './asked-of.ts';
import {
  firstDay,
  mixed,
  type PreparedStudy,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
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

const copied = () => join(study.folder, 'copied');
const folder = () => join(study.folder, 'study');

/** Copies the folder, does `work`, and puts the copy back in its place. */
async function putBackAfter(work: () => Promise<unknown>): Promise<void> {
  study.stop();
  cpSync(folder(), copied(), { recursive: true });
  await study.restart();
  await work();
  study.stop();
  rmSync(folder(), { recursive: true });
  cpSync(copied(), folder(), { recursive: true });
  await study.restart();
}

const older = async () => (await study.ask('manager', 'study.reconciliation', {})).older;
type Answers = Asked<'study.reconcile'>['steps'];
async function answered(answer: Answers[number]['answer']): Promise<Answers> {
  return (await older())!.steps.map(({ group, step }) => ({ group, step, answer }));
}
const reconcile = (more: Partial<Asked<'study.reconcile'>> = {}) =>
  study.ask('manager', 'study.reconcile', { steps: [], interviewed: [], isComplete: true, ...more });
const attempts = (where: string) =>
  study.rows<{ step: string; outcome: string; on_day: string }>(`SELECT * FROM attempts WHERE ${where}`);

describe('a study that is older than it was', () => {
  test('is not one that went on as it should', async () => {
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    await study.restart();
    expect(await older()).toBeUndefined();
    expect((await study.ask('manager', 'study.status', {})).olderSince).toBeUndefined();
  });

  test('answers nothing that would contact someone, and says how much is missing', async () => {
    let known = 0;
    await putBackAfter(async () => {
      await study.ask('manager', 'contact.sendEmails', { group: residents });
      known = (await study.acts()).length;
    });
    const before = (await study.acts()).indexOf('study.foundOlder');
    expect(await older()).toMatchObject({ since: firstDay, missing: known - before });
    const asked = await askedOf(study);
    for (const request of needsWholeStudy) {
      const seat = ['manager', 'researcher', 'interviewer'].find((role) =>
        contract[request].roles.includes(role as never),
      )!;
      const refused = study.ask(seat, request, asked[request] as never);
      expect(await refusalOf(refused), request).toEqual({ problem: 'recovery.not-reconciled', since: firstDay });
    }
    expect(study.mailbox.messages.length).toBeGreaterThan(0);
    // Also after another start, and also when the journal of this machine would be forgotten.
    rmSync(join(study.folder, 'app', 'heads'), { recursive: true });
    await study.restart();
    expect(await older()).toMatchObject({ since: firstDay });
    expect((await study.acts()).filter((act) => act === 'study.foundOlder')).toHaveLength(1);
  });

  test('is asked about every message that may have gone out, and goes on when all was said', async () => {
    await putBackAfter(() => study.ask('manager', 'contact.sendEmails', { group: residents }));
    const steps = await answered('may-have-been-sent');
    expect(steps.map(({ group, step }) => `${group} ${step}`)).toEqual([
      'residents email',
      'residents letter',
      'partners email',
    ]);
    expect(await refusalOf(reconcile({ steps: steps.slice(1) }))).toEqual({
      problem: 'recovery.steps-unanswered',
      steps: 1,
    });
    expect(await refusalOf(reconcile({ steps, isComplete: false }))).toEqual({ problem: 'recovery.not-confirmed' });
    const tomorrow = steps.map((one) => ({ ...one, on: addDays(firstDay, 1) }));
    expect((await refusalOf(reconcile({ steps: tomorrow }))).problem).toBe('request.input-invalid');
    const said = steps.map((one) => (one.step === 'letter' ? { ...one, answer: 'not-sent' as const } : one));
    await reconcile({ steps: said });
    const sent = study.mailbox.messages.length;
    await study.restart();
    expect(await older()).toBeUndefined();
    expect(await study.ask('manager', 'contact.sendEmails', { group: residents })).toMatchObject({
      sent: 0,
      failed: 0,
    });
    expect(study.mailbox.messages).toHaveLength(sent);
    expect(attempts("channel = 'email'").every(({ outcome }) => outcome === 'sent')).toBe(true);
    const target = study.host.offerTarget(join(study.folder, 'letters.pdf'));
    expect((await study.ask('manager', 'contact.makeLetters', { group: residents, target })).letters).toBe(3);
  });

  test('with letters that were waiting: they were posted, or wait still', async () => {
    const target = study.host.offerTarget(join(study.folder, 'letters.pdf'));
    const { batch } = await study.ask('manager', 'contact.makeLetters', { group: residents, target });
    await putBackAfter(() => study.ask('manager', 'contact.markPosted', { batch }));
    const steps = await answered('not-sent');
    expect(steps.map(({ step }) => step)).toContain('letter');
    const on = firstDay;
    const posted = { answer: 'may-have-been-sent' as const, on };
    await reconcile({ steps: steps.map((one) => (one.step === 'letter' ? { ...one, ...posted } : one)) });
    expect(attempts(`step = 'letter'`).map(({ outcome, on_day }) => `${outcome} ${on_day}`)).toEqual(
      Array(3).fill(`posted ${on}`),
    );
    expect((await study.ask('manager', 'contact.batches', {})).batches).toMatchObject([{ batch, postedOn: on }]);
  });

  test('puts down a call that was in hand, and does not ring again who was interviewed', async () => {
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    const next = await study.ask('interviewer', 'contact.nextCase', {});
    const id = next.kind === 'case' ? next.case.caseId : ('' as never);
    await putBackAfter(async () => {
      await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
      for (const [item, answer] of Object.entries({ hulp: 'nee', reden: 'geen', terug: 'ja' }))
        await study.ask('interviewer', 'interview.answer', { item: item as never, answer });
      await study.ask('interviewer', 'interview.finish', {});
    });
    await reconcile({ steps: await answered('not-sent'), interviewed: [id] });
    const row = study.rows<object>(`SELECT state, final_code, held_by, next_due FROM cases WHERE id = '${id}'`);
    expect(row).toEqual([{ state: 'final', final_code: '2.90', held_by: null, next_due: null }]);
    for (;;) {
      const other = await study.ask('interviewer', 'contact.nextCase', {});
      if (other.kind === 'none') break;
      expect(other.case.caseId).not.toBe(id);
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    }
    expect(study.rows(`SELECT id FROM attempts WHERE channel = 'phone'`).length).toBeGreaterThan(3);
  });

  test('is not believed by a line that someone wrote into its journal', async () => {
    await putBackAfter(() => study.ask('manager', 'contact.sendEmails', { group: residents }));
    study.stop();
    study.alter(
      `INSERT INTO journal SELECT max(seq) + 1, '${firstDay}', 'x', 'study.reconcile', '{}', x'00' FROM journal`,
    );
    await study.restart().catch(() => undefined);
    const refused = await refusalOf(study.ask('manager', 'contact.sendEmails', { group: residents }));
    expect(['recovery.not-reconciled', 'study.damaged', 'session.nobody-signed-in']).toContain(refused.problem);
    expect(study.mailbox.messages.length).toBeGreaterThan(0);
  });

  test('has its days reckoned from when its messages may have gone out', async () => {
    await putBackAfter(() => study.ask('manager', 'contact.sendEmails', { group: residents }));
    await study.moveTo(addDays(firstDay, 5));
    const steps = await answered('may-have-been-sent');
    const said = steps.map((one) => ({ ...one, on: addDays(firstDay, 2) }));
    await reconcile({ steps: said });
    const reminder = mixed.steps.find(({ id }) => id === ('reminder' as StepId))!;
    const { nextDue } = await study.ask('manager', 'schedule.due', {});
    expect(nextDue).toBe(addDays(firstDay, 2 + reminder.afterDays));
  });
});
