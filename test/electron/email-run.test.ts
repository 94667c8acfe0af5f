/** One run of e-mails by a server that does not take all of them at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bureau } from '../../electron/practice/study-set-up.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { startMailbox } from '../../scripts/loopback-mail.ts';
import { addDays } from '../../shared/calendar.ts';
import { testCertificate } from '../fixtures/test-certificate.ts';
import { type TestClock, testClock } from './clock-here.ts';
import { type MeanServer, startMeanServer } from './email-cut/mean-server.ts';
import {
  firstDay,
  lastDay,
  mixed,
  type PreparedStudy,
  prepareStudy,
  residents,
  returnsOf,
  type StudyInUse,
} from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let server: MeanServer;
let clock: TestClock;
let isDiskFull = false;
const more = 5;
const people = more + 3;
beforeAll(async () => {
  server = await startMeanServer();
  prepared = await prepareStudy(async ({ ask, offer }) => {
    const rows = Array.from({ length: more }, (_, nr) => `V-${nr};Verzonnen${nr};v${nr}@wijk.example`);
    const file = offer('more.csv', ['Clientnummer;Achternaam;E-mail', ...rows, ''].join('\r\n'));
    await ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
  });
});
afterAll(async () => {
  server.stop();
  await prepared.remove();
});
const useHost = (pace?: number) =>
  study.ask('manager', 'study.setMailHost', {
    ...{ host: '127.0.0.1', port: server.port, secure: false, from: bureau.objectTo },
    ...(pace === undefined ? {} : { pace }),
  });
beforeEach(async () => {
  clock = testClock();
  isDiskFull = false;
  study = await prepared.open({
    clock,
    onWriteStep(moment) {
      if (isDiskFull && moment === 'written') throw new Error('no space left');
    },
  });
  server.plan(() => []);
  server.taken.length = 0;
  await useHost();
});

/** Sends, and lets time pass until that is done; `each`: after every six seconds. */
async function send(each: () => void = () => undefined) {
  let isDone = false;
  const work = study.ask('manager', 'contact.sendEmails', { group: residents }).finally(() => (isDone = true));
  work.catch(() => undefined);
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isDone) break;
    clock.pass(0.1);
    each();
  }
  return work;
}
const nothing = { sent: 0, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting: 0 };
const minutes = () => clock.elapsedMs() / 60_000;

describe('messages that a server does not take yet', () => {
  test('get through in the same run, after five minutes or after another fifteen, and none of them twice', async () => {
    server.plan((to) => (to.startsWith('v0') ? ['receiver-later', 'data-later'] : ['receiver-later']));
    expect(await send()).toEqual({ ...nothing, sent: people });
    expect(minutes()).toBeGreaterThanOrEqual(20);
    expect(new Set(server.taken.map(({ to }) => to)).size).toBe(people);
    expect(server.taken.length).toBe(people);
  });

  test('are not waited for any longer once someone pauses, and go with the next run', async () => {
    server.plan(() => ['receiver-later']);
    let isPaused = false;
    const counts = await send(() => {
      if (isPaused || minutes() < 1 || study.rows('SELECT * FROM attempts').length > 0) return;
      isPaused = true;
      void study.ask('manager', 'contact.pauseSending', {});
    });
    expect(counts).toEqual({ ...nothing, paused: people });
    expect(minutes()).toBeLessThan(20);
    expect((await send()).sent).toBe(people);
  });
});

test('no more messages leave in a minute than the server may get', async () => {
  await useHost(2);
  expect((await send()).sent).toBe(people);
  expect(minutes()).toBeGreaterThanOrEqual((people - 1) / 2);
});

describe('addresses that are refused for good', () => {
  test('one after another from the first on are the fault of the server: nobody counts as not reached', async () => {
    server.always('receiver-never');
    expect(await send()).toEqual({ ...nothing, postponed: people, stopped: { step: 'sender', code: 'all-refused' } });
    expect(study.rows('SELECT * FROM attempts')).toEqual([]);
    expect((await study.ask('manager', 'contact.failures', {})).total).toBe(0);
    server.plan(() => []);
    expect((await send()).sent).toBe(people);
  });

  test('beside others that are taken are no longer used, whichever came first', async () => {
    // One fewer than makes it the fault of the server, in whatever order they come.
    const refused = 4;
    server.plan((to) => (/^v[0-3]@/.test(to) ? ['receiver-never'] : []));
    expect(await send()).toEqual({ ...nothing, sent: people - refused, failed: refused });
    const channels = study.rows<{ channels: string }>(`
      SELECT channels FROM cases JOIN attempts ON case_id = cases.id WHERE outcome = 'failed'`);
    expect(channels.map((row) => row.channels)).toEqual(Array.from({ length: refused }, () => ''));
    expect(await send()).toEqual(nothing);
  });

  test('for what stands in the message leave the address as it is', async () => {
    server.plan((to) => (to === 'v1@wijk.example' ? ['message-never'] : []));
    expect(await send()).toEqual({ ...nothing, sent: people - 1, failed: 1 });
    expect(
      study.rows<{ channels: string }>(`
      SELECT channels FROM cases JOIN attempts ON case_id = cases.id WHERE outcome = 'failed'`),
    ).toEqual([{ channels: 'email' }]);
  });
});

test('three connections in a row that break off end the run: nobody else becomes a question', async () => {
  server.always('drop-after-data');
  const stopped = { step: 'sent', code: 'connection-lost' };
  expect(await send()).toEqual({ ...nothing, unclear: 3, postponed: people - 3, stopped });
  expect(server.taken.length).toBe(3);
});

test('whoever stops, answers, or gets another address while messages go gets nothing by what was known before', async () => {
  const ofAddress = new Map(
    [...(await study.cases())].map(([surname, one]) => [
      `${surname.replace('Verzonnen', 'v').toLowerCase()}@wijk.example`,
      one,
    ]),
  );
  const due = study
    .rows<{ id: string }>(`SELECT id FROM cases WHERE group_code = '${residents}' AND channels LIKE '%email%'`)
    .map(({ id }) => id);
  const addresses = [...ofAddress].filter(([, { id }]) => due.includes(id)).map(([address]) => address);
  expect(addresses.length).toBe(people);
  const { nr } = await study.ask('manager', 'contact.recordCaseRequest', {
    ...{ article: '16', receivedOn: firstDay, channel: 'phone' },
  });
  // The clock stands: after the first message the next one waits.
  await useHost(2);
  let isDone = false;
  const sending = study.ask('manager', 'contact.sendEmails', { group: residents }).finally(() => (isDone = true));
  while (server.taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const [stops, answers, moves, ...others] = addresses.filter((address) => address !== server.taken[0]!.to);
  await study.ask('manager', 'contact.stopCase', { caseId: ofAddress.get(stops!)!.id, why: 'objected' });
  const rows = [{ code: ofAddress.get(answers!)!.code, answers: { hulp: 'nee', terug: 'ja' } }];
  const file = study.offer('returns.csv', returnsOf(rows));
  expect(await study.ask('manager', 'interview.readReturns', { group: residents, file })).toMatchObject({
    accepted: 1,
  });
  const caseId = ofAddress.get(moves!)!.id;
  await study.ask('manager', 'contact.fillInCaseRequest', { nr, caseId, identityCheckedBy: 'manager' });
  await study.ask('manager', 'contact.correctCase', { nr, changes: { email: 'elders@wijk.example' } });
  expect(server.taken.length).toBe(1);
  while (!isDone) {
    clock.pass(0.1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await sending).toEqual({ ...nothing, sent: people - 3, postponed: 1 });
  const reached = () => server.taken.map(({ to }) => to).toSorted();
  const first = server.taken[0]!.to;
  expect(reached()).toEqual([first, ...others].toSorted());
  // The other address is used by the next sending.
  expect((await send()).sent).toBe(1);
  expect(reached()).toEqual([first, ...others, 'elders@wijk.example'].toSorted());
});

test('a host whose TLS is broken gets nothing, and everyone stays due', async () => {
  // 0.0.0.0 leads to this machine without being its loopback address, so that TLS is asked for.
  const broken = await startMailbox({ host: '0.0.0.0', tls: testCertificate });
  const host = { host: '0.0.0.0', port: broken.port, secure: false, from: bureau.objectTo };
  await study.ask('manager', 'study.setMailHost', host);
  const stopped = { step: 'tls', code: 'certificate-unknown' };
  expect(await send()).toEqual({ ...nothing, postponed: people, stopped });
  expect(broken.messages).toEqual([]);
  await broken.stop();
  await useHost();
  expect((await send()).sent).toBe(people);
});

describe('while messages go', () => {
  const asked = () => study.ask('manager', 'contact.sendEmails', { group: residents });
  const oneIsTaken = async () => {
    while (server.taken.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  };

  test('the day may turn: nobody gets anything more by what was due yesterday', async () => {
    server.always('slow');
    const sending = asked();
    await oneIsTaken();
    await study.moveTo(addDays(lastDay, 1));
    const counts = await sending;
    expect(counts.sent).toBeLessThan(people);
    expect(counts).toEqual({ ...nothing, sent: counts.sent, postponed: people - counts.sent });
    expect(server.taken.length).toBe(counts.sent);
  });

  test('the protocol stays as it is: it is changed when they are gone', async () => {
    server.always('slow');
    const sending = asked();
    await oneIsTaken();
    const change = () => study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    expect((await refusalOf(change())).problem).toBe('study.work-going-on');
    await sending;
    await change();
  });

  test('the disk may be full: of whom nothing can be written down a person is asked', async () => {
    server.always('slow');
    const sending = asked();
    sending.catch(() => undefined);
    await oneIsTaken();
    isDiskFull = true;
    await expect(sending).rejects.toThrow();
    isDiskFull = false;
    const intended = study.rows<{ id: string }>(`SELECT id FROM attempts WHERE outcome = 'intended'`);
    expect(intended.length).toBe(1);
    const { attempts } = await study.ask('manager', 'contact.unclear', {});
    expect(attempts.map(({ attempt }) => attempt)).toEqual(intended.map(({ id }) => id));
  });
});
