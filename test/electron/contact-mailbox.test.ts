/** The mailbox of a study: set, tried, and read for what is new; against an IMAP server on this machine. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { type ImapServer, startImapServer } from '../imap-server.ts';
import { type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';
import { cameBack, found } from './replies.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let imap: ImapServer;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  imap = await startImapServer();
});
afterEach(() => imap.stop());

const ask: StudyInUse['ask'] = (seat, name, input) => study.ask(seat, name, input);
const login = { kind: 'password', user: 'terug', password: 'geheim' } as const;
const here = () => ({ host: '127.0.0.1', port: imap.port, folder: 'INBOX', login });
const set = (changes: object = {}) => ask('manager', 'study.setMailbox', { mailbox: { ...here(), ...changes } });
const read = () => ask('manager', 'contact.readMailbox', {});

describe('a mailbox', () => {
  test('is read for what is new, and nothing in it is changed', async () => {
    await ask('manager', 'contact.sendEmails', { group: residents });
    await set();
    imap.add(cameBack(study, 'Aalbersma', 'bounced/postfix'));
    imap.add(cameBack(study, 'Bessemans', 'automatic/sieve'));
    expect(found(await read())).toEqual({ read: 2, bounced: 1, autoReplies: 1 });
    expect(found(await read())).toEqual({});
    imap.add(cameBack(study, 'Cornippen', 'opted-out/subject-only'));
    expect(await ask('manager', 'contact.checkMailbox', {})).toMatchObject({ waiting: 1 });
    expect(found(await read())).toEqual({ read: 1, optedOut: 1 });
    const changing = /^(SELECT|STORE|UID STORE|EXPUNGE|UID EXPUNGE|UID MOVE|UID COPY|APPEND|DELETE|CREATE)\b/;
    expect(imap.asked.filter((asked) => changing.test(asked))).toEqual([]);
    expect(imap.asked.filter((asked) => asked.startsWith('UID FETCH')).map((asked) => asked.split(' ')[2])).toEqual([
      '1,2',
      '3',
    ]);
    expect((await ask('manager', 'study.mailbox', {})).readOn).toBeDefined();
  });

  test('that was made anew is read from its beginning; what was known stays as it is', async () => {
    await ask('manager', 'contact.sendEmails', { group: residents });
    await set();
    imap.add(cameBack(study, 'Aalbersma', 'bounced/postfix'));
    await read();
    imap.uidValidity += 1;
    expect(found(await read())).toEqual({ read: 1, known: 1 });
  });

  test('that breaks off gives what was read, and goes on from there', async () => {
    await ask('manager', 'contact.sendEmails', { group: residents });
    await set();
    for (let nr = 0; nr < 45; nr += 1) imap.add(cameBack(study, 'Aalbersma', 'automatic/sieve'));
    imap.cutAfter = 42;
    const first = await read();
    expect(first).toMatchObject({ read: 40, autoReplies: 40, stopped: 'connection-lost' });
    imap.cutAfter = 0;
    expect(await read()).toMatchObject({ read: 0, stopped: 'connection-lost' });
    imap.cutAfter = undefined;
    const rest = await read();
    expect(found(rest)).toEqual({ read: 5, autoReplies: 5 });
    expect(rest.stopped).toBeUndefined();
  });

  test('shows its login without the secret, and keeps it only for the same server', async () => {
    await set();
    const view = await ask('manager', 'study.mailbox', {});
    expect(view.mailbox).toEqual({ ...here(), login: { kind: 'password', user: 'terug', hasSecret: true } });
    expect(JSON.stringify(study.rows('SELECT * FROM settings'))).not.toContain('geheim');
    const { password: _, ...without } = login;
    await set({ login: without });
    expect((await ask('manager', 'contact.checkMailbox', {})).steps.every(({ isDone }) => isDone)).toBe(true);
    // Another server is not told what was kept for this one.
    await set({ login: without, host: 'localhost' });
    expect((await ask('manager', 'study.mailbox', {})).mailbox?.login.hasSecret).toBe(false);
    await ask('manager', 'study.setMailbox', {});
    expect(await ask('manager', 'study.mailbox', {})).toEqual({});
  });
});

describe('what is wrong with it is told', () => {
  test('there is none', async () => {
    expect(await refusalOf(read())).toEqual({ problem: 'contact.mailbox-missing' });
    expect(await refusalOf(ask('manager', 'contact.checkMailbox', {}))).toEqual({ problem: 'contact.mailbox-missing' });
  });

  test.each([
    ['a wrong password', { login: { ...login, password: 'anders' } }, ['reached', 'tls', 'login'], 'login'],
    ['a folder that is not there', { folder: 'Terug' }, ['reached', 'tls', 'login', 'folder'], 'folder'],
    ['a host that is not there', { port: 1 }, ['reached'], 'refused'],
  ] as const)('%s', async (_, changes, steps, code) => {
    await set(changes);
    const step = steps.at(-1)!;
    expect(await refusalOf(read())).toEqual({ problem: 'contact.mailbox-refused', step, code });
    const check = await ask('manager', 'contact.checkMailbox', {});
    expect(check.steps).toEqual(
      steps.map((each) => (each === step ? { step: each, isDone: false, code } : { step: each, isDone: true })),
    );
  });
});
