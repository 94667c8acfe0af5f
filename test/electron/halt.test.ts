/** Stop for everyone: one deed of the manager after which nothing goes out in any channel, and everything goes on where it was once it is lifted. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import {
  firstDay,
  mixed,
  type PreparedStudy,
  partners,
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

const halt = (group?: typeof residents) => study.ask('manager', 'contact.halt', group === undefined ? {} : { group });
const lift = (group?: typeof residents) =>
  study.ask('manager', 'contact.halt', { lift: true, ...(group === undefined ? {} : { group }) });
const send = (group = residents) => study.ask('manager', 'contact.sendEmails', { group });
const letters = () =>
  study.ask('manager', 'contact.makeLetters', {
    group: residents,
    target: study.host.offerTarget(join(study.folder, 'letters.pdf')),
  });
const next = () => study.ask('interviewer', 'contact.nextCase', {});
const ring = () => study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
const status = (seat = 'manager') => study.ask(seat, 'study.status', {});
const problemOf = async (asked: Promise<unknown>) => (await refusalOf(asked)).problem;

describe('stopped for everyone', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['e-mails', () => send()],
    ['e-mails of another group', () => send(partners)],
    ['letters', letters],
    ['the telephone', next],
  ])('nothing goes out by %s, and all of it does once it is lifted', async (_, deed) => {
    if (deed === next) await ring();
    const due = await study.ask('manager', 'schedule.due', {});
    expect(await halt()).toEqual({ all: firstDay, groups: [], lettersUnposted: 0, inHand: 0 });
    expect(await refusalOf(deed())).toEqual({ problem: 'contact.halted', isWholeStudy: true });
    expect(study.rows('SELECT id FROM attempts')).toEqual([]);
    expect(study.mailbox.messages).toEqual([]);
    expect(existsSync(join(study.folder, 'letters.pdf'))).toBe(false);
    expect(await lift()).toEqual({ groups: [], lettersUnposted: 0, inHand: 0 });
    expect(await study.ask('manager', 'schedule.due', {})).toEqual(due);
    await deed();
    expect(study.rows('SELECT id FROM attempts').length).toBeGreaterThan(0);
  });

  test('what is being sent stops after the message in hand, and cannot be resumed by sending again', async () => {
    let halted: Promise<unknown> | undefined;
    await study.restart({
      onProgress: (_, done) => {
        if (done === 1) halted ??= halt();
      },
    });
    const { sent, paused } = await send();
    await halted;
    expect(sent).toBeGreaterThan(0);
    expect(study.mailbox.messages).toHaveLength(sent);
    expect(sent).toBeLessThan(3);
    expect(paused).toBe(0);
    expect(await problemOf(send())).toBe('contact.halted');
    await lift();
    expect((await send()).sent).toBe(3 - sent);
    expect(new Set(study.mailbox.messages.map(({ to }) => to.join())).size).toBe(3);
  });

  test('letters that lie ready are told of: they are posted only by who says that they are gone already', async () => {
    const { batch } = await letters();
    expect((await halt()).lettersUnposted).toBe(3);
    expect((await study.ask('manager', 'contact.batches', {})).batches).toMatchObject([{ batch, isHalted: true }]);
    expect(await problemOf(study.ask('manager', 'contact.markPosted', { batch }))).toBe('contact.halted');
    await study.ask('manager', 'contact.markPosted', { batch, despiteHalt: true });
    expect(study.rows(`SELECT id FROM attempts WHERE outcome = 'posted'`)).toHaveLength(3);
    // They can be undone too.
    await lift();
    expect((await study.ask('manager', 'contact.batches', {})).batches).toMatchObject([{ isHalted: false }]);
  });

  test('a case in hand is not rung: no interview begins, and asking for the next lets go of it', async () => {
    await ring();
    await next();
    const beforeRinging = () => study.ask('interviewer', 'contact.beforeRinging', {});
    expect(await beforeRinging()).toEqual({ kind: 'go-on' });
    expect((await halt()).inHand).toBe(1);
    expect(await beforeRinging()).toEqual({ kind: 'stop', why: 'stopped' });
    expect(await problemOf(study.ask('interviewer', 'interview.begin', { consent: 'spoken' }))).toBe('contact.halted');
    expect(await problemOf(next())).toBe('contact.halted');
    expect(study.rows('SELECT id FROM attempts')).toEqual([]);
    expect(study.rows('SELECT id FROM cases WHERE held_by IS NOT NULL')).toEqual([]);
  });

  test('an interview that is going on is finished, and whoever withdraws is heard', async () => {
    await ring();
    await next();
    await study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await halt();
    await study.ask('interviewer', 'interview.answer', { item: 'hulp' as never, answer: 'nee' });
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'withdrew' });
    expect(study.rows(`SELECT id FROM cases WHERE final_code = '2.11'`)).toHaveLength(1);
  });
});

test('stopped for one group, the others go on', async () => {
  expect(await halt(residents)).toMatchObject({ groups: [{ group: residents, since: firstDay }] });
  expect(await refusalOf(send())).toEqual({ problem: 'contact.halted', isWholeStudy: false });
  expect((await send(partners)).sent).toBe(2);
  // Of both lifted each for itself.
  await halt();
  await lift(residents);
  expect(await problemOf(send())).toBe('contact.halted');
  await lift();
  expect((await send()).sent).toBe(3);
});

test('with one group stopped the telephone goes on with the other, and says why when nobody else is left', async () => {
  const protocol = { ...phoneFirst, steps: phoneFirst.steps.filter(({ channel }) => channel === 'phone') };
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
  await halt(partners);
  expect(await next()).toMatchObject({ kind: 'case', case: { group: residents } });
  await study.ask('interviewer', 'contact.closeCall', { outcome: 'refused' });
  await halt(residents);
  expect(await problemOf(next())).toBe('contact.halted');
});

test('it holds after a restart and on other days, everyone sees it, and it stands in the journal once', async () => {
  await halt();
  await halt();
  await study.restart();
  await study.moveTo(addDays(firstDay, 3));
  expect(await problemOf(send())).toBe('contact.halted');
  for (const seat of ['manager', 'interviewer'])
    expect(await status(seat)).toMatchObject({ isHalted: true, groups: [{ isHalted: true }, { isHalted: true }] });
  await lift();
  await lift();
  expect(await status()).not.toHaveProperty('isHalted');
  expect((await study.acts()).filter((act) => /halt/i.test(act))).toEqual(['contact.halt', 'contact.liftHalt']);
});

test('is the manager’s alone', async () => {
  for (const seat of ['interviewer', 'researcher', 'officer'])
    expect(await problemOf(study.ask(seat, 'contact.halt', {}))).toBe('session.role-not-allowed');
  expect(await problemOf(study.ask('manager', 'contact.halt', { group: 'nobody' as never }))).toBe(
    'study.group-unknown',
  );
});

test('what changes the protocol meanwhile is taken in, and counts once it is lifted', async () => {
  await halt();
  await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
  await lift();
  expect((await send()).sent).toBe(3);
});
