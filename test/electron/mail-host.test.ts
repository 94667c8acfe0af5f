/** The mail host as the manager sets it, tries it, and writes to themselves by it. */

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bureau } from '../../electron/practice/study-set-up.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { startMailbox } from '../../scripts/loopback-mail.ts';
import { findLoginCode } from '../../shared/study/login-code.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import { readMail } from '../read-mail.ts';
import { mixed, type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const step = 'email' as StepId;
const to = 'ik@veldzicht.example';
const sendTest = () => study.ask('manager', 'contact.sendTestEmail', { group: residents, step, to });
const beforeSending = async () => {
  const { steps } = await study.ask('manager', 'contact.beforeSending', {});
  return steps.find((each) => each.group === residents && each.step === step)!;
};
const hostAt = (port: number) => ({ host: '127.0.0.1', port, secure: false, from: bureau.objectTo });

describe('the secret of a mail host', () => {
  test('that is left out when it is set again stays what it was, as long as the login is the same', async () => {
    const asks = await startMailbox({ login: { user: 'bureau', password: 'geheim' } });
    const set = (login: object, port = asks.port) =>
      study.ask('manager', 'study.setMailHost', { ...hostAt(port), login } as never);
    const login = { kind: 'password', user: 'bureau' };
    await set({ ...login, password: 'geheim' });
    const works = async () =>
      (await study.ask('manager', 'contact.checkMailHost', {})).steps.every(({ isDone }) => isDone);
    expect(await works()).toBe(true);
    await set(login);
    expect(await works()).toBe(true);
    expect((await study.ask('manager', 'study.bureau', {})).mailHost?.login).toEqual({ ...login, hasSecret: true });
    await set({ ...login, password: 'anders' });
    expect(await works()).toBe(false);
    await set({ ...login, password: 'geheim' });
    await set({ ...login, user: 'iemand anders' });
    expect((await study.ask('manager', 'study.bureau', {})).mailHost?.login?.hasSecret).toBe(false);
    await asks.stop();
  });

  test('is not told to another server: it is typed again', async () => {
    const login = { kind: 'password', user: 'bureau' };
    const set = (host: string, more = {}) =>
      study.ask('manager', 'study.setMailHost', { ...hostAt(25), host, login: { ...login, ...more } } as never);
    const hasSecret = async () => (await study.ask('manager', 'study.bureau', {})).mailHost?.login?.hasSecret;
    await set('smtp.bureau.example', { password: 'geheim' });
    await set('smtp.bureau.example');
    expect(await hasSecret()).toBe(true);
    await set('smtp.elders.example');
    expect(await hasSecret()).toBe(false);
  });

  test('of every kind of login is told to nobody, and stands in no file', async () => {
    const logins = [
      { kind: 'password', user: 'bureau', password: 'een-geheim' },
      { kind: 'microsoft', user: to, tenant: 't.example', clientId: 'id', clientSecret: 'een-geheim' },
      { kind: 'google', user: to, serviceAccount: 's@g.example', privateKey: 'een-geheim' },
    ];
    for (const login of logins) {
      await study.ask('manager', 'study.setMailHost', { ...hostAt(25), login } as never);
      const view = await study.ask('manager', 'study.bureau', {});
      expect(view.mailHost?.login?.hasSecret).toBe(true);
      expect(JSON.stringify(view)).not.toContain('een-geheim');
    }
  });
});

describe('a test message', () => {
  test('goes to oneself with an invented person, a code of nobody, and says what it is', async () => {
    expect((await beforeSending()).isTested).toBe(false);
    const { steps } = await sendTest();
    expect(steps.map(({ step: of, isDone }) => [of, isDone])).toEqual(
      ['reached', 'tls', 'login', 'sender', 'sent'].map((of) => [of, true]),
    );
    expect((await beforeSending()).isTested).toBe(true);
    const [{ to: receivers, raw }] = study.mailbox.messages as [(typeof study.mailbox.messages)[number]];
    expect(receivers).toEqual([to]);
    const mail = readMail(raw);
    expect(mail.part('text/plain')).toMatch(/^PROEFBERICHT\./);
    expect(mail.header('Subject')).toBe('Een vraag over de wijk');
    const cases = [...(await study.cases())];
    for (const [surname, { code }] of cases) {
      expect(raw).not.toContain(surname);
      expect(raw).not.toContain(code);
    }
    const code = findLoginCode(/code=([0-9A-Z]+)/.exec(mail.part('text/plain')!)![1]!);
    expect(code).toBeDefined();
    // No attempt came of it, and everyone is due as before.
    expect(study.rows('SELECT * FROM attempts')).toEqual([]);
    expect((await study.ask('manager', 'contact.sendEmails', { group: residents })).sent).toBe(3);
  });

  test('has to be sent again once the text, the bureau or the mail host is another one', async () => {
    await sendTest();
    expect((await beforeSending()).isTested).toBe(true);
    const [first, ...rest] = mixed.steps;
    const other = { ...first!, text: { subject: 'Een andere vraag', body: first!.text!.body } };
    await study.ask('manager', 'schedule.setProtocol', {
      group: residents,
      protocol: { ...mixed, steps: [other, ...rest] },
    });
    expect((await beforeSending()).isTested).toBe(false);
    await sendTest();
    expect((await beforeSending()).isTested).toBe(true);
    await study.ask('manager', 'study.recordBureau', { ...bureau, place: 'Elders' });
    expect((await beforeSending()).isTested).toBe(false);
    await sendTest();
    await study.ask('manager', 'study.setMailHost', { ...hostAt(study.mailbox.port), pace: 600 });
    expect((await beforeSending()).isTested).toBe(false);
  });

  test('that was not taken says where it stopped, and counts as none', async () => {
    study.mailbox.failWith({ refuse: 550, at: 'recipient' });
    const { steps } = await sendTest();
    expect(steps.at(-1)).toEqual({ step: 'sent', isDone: false, code: '550' });
    await study.ask('manager', 'study.setMailHost', hostAt(1));
    expect((await sendTest()).steps).toEqual([{ step: 'reached', isDone: false, code: 'refused' }]);
    expect((await beforeSending()).isTested).toBe(false);
  });

  test('of a step that has none is refused', async () => {
    const of = (id: string) =>
      study.ask('manager', 'contact.sendTestEmail', { group: residents, step: id as StepId, to });
    expect((await refusalOf(of('letter'))).problem).toBe('schedule.step-unknown');
    expect((await refusalOf(of('nothing'))).problem).toBe('schedule.step-unknown');
  });
});

test('a subject that tells what the study is about is pointed out, and a text without a way to object gets one', async () => {
  expect(await beforeSending()).toMatchObject({ tells: [], addsObjection: false });
  const [first, ...rest] = mixed.steps;
  const telling = { ...first!, text: { subject: 'Over uw hulp: bewoners', body: 'Beste {{name}}, {{link}}' } };
  await study.ask('manager', 'schedule.setProtocol', {
    group: residents,
    protocol: { ...mixed, steps: [telling, ...rest] },
  });
  expect(await beforeSending()).toMatchObject({ tells: ['bewoners'], addsObjection: true });
  await study.ask('manager', 'contact.sendEmails', { group: residents });
  expect(study.mailbox.messages.length).toBe(3);
  const written = { ...telling, text: { ...telling.text, body: `Wilt u niet? Mail ${bureau.objectTo}. {{link}}` } };
  await study.ask('manager', 'schedule.setProtocol', {
    group: residents,
    protocol: { ...mixed, steps: [written, ...rest] },
  });
  expect(await beforeSending()).toMatchObject({ addsObjection: false });
  for (const { raw } of study.mailbox.messages) {
    expect(readMail(raw).part('text/plain')).toMatch(new RegExp(`Mail dan naar ${bureau.objectTo}\\.\\s*$`));
    expect(readMail(raw).part('text/html')).toContain(`>${bureau.objectTo}</a>.`);
  }
});

test('messages come back to an address with the key of the message in it', async () => {
  await study.ask('manager', 'study.setMailHost', { ...hostAt(study.mailbox.port), returnTo: 'terug@bureau.example' });
  await study.ask('manager', 'contact.sendEmails', { group: residents });
  const keys = study.mailbox.messages.map(({ from, raw }) => {
    const key = /^terug\+([a-z2-7]{26})@bureau\.example$/.exec(from)?.[1];
    expect(readMail(raw).header('Message-ID')).toContain(key);
    expect(readMail(raw).header('From')).toContain(bureau.objectTo);
    return key;
  });
  expect(new Set(keys).size).toBe(3);
});
