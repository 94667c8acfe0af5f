/** What users of other programs complain about, in e-mail that goes out: each is named for what it guards. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bureau } from '../../electron/practice/study-set-up.ts';
import type { MailFailure } from '../../scripts/loopback-mail.ts';
import { addDays } from '../../shared/calendar.ts';
import { type MeanServer, startMeanServer } from './email-cut/mean-server.ts';
import { firstDay, type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let server: MeanServer;
beforeAll(async () => {
  prepared = await prepareStudy();
  server = await startMeanServer();
});
afterAll(async () => {
  server.stop();
  await prepared.remove();
});
beforeEach(async () => {
  study = await prepared.open();
  server.plan(() => []);
  server.taken.length = 0;
  await useHost(server.port);
});

const useHost = (port: number) =>
  study.ask('manager', 'study.setMailHost', { host: '127.0.0.1', port, secure: false, from: bureau.objectTo });
const send = () => study.ask('manager', 'contact.sendEmails', { group: residents });
const perPerson = () => {
  const counts = new Map<string, number>();
  for (const { to } of server.taken) counts.set(to, (counts.get(to) ?? 0) + 1);
  return [...counts.values()];
};
const one = 'bessemans@wijk.example';

describe('a reminder', () => {
  test('13: goes out once, also when it is asked for five times at once by two windows, while the server is slow', async () => {
    await send();
    server.taken.length = 0;
    await study.moveTo(addDays(firstDay, 7));
    server.always('slow');
    const asked = await Promise.all([send(), send(), send(), send(), send()]);
    expect(perPerson()).toEqual([1, 1, 1]);
    expect(asked.reduce((sum, { sent }) => sum + sent, 0)).toBe(3);
    // The server counts what comes twice: without the key of person and step there would be as much.
    server.taken.push(server.taken[0]!);
    expect(perPerson()).toContain(2);
  });
});

describe('an address that does not work', () => {
  test('25: is named, with its person and what follows, among all that went well', async () => {
    server.plan((to) => (to === one ? ['receiver-never'] : []));
    expect(await send()).toMatchObject({ sent: 2, failed: 1 });
    const { failures, total } = await study.ask('manager', 'contact.failures', {});
    expect(total).toBe(1);
    const { id } = (await study.cases()).get('Bessemans')!;
    expect(failures[0]).toMatchObject({
      caseId: id,
      step: 'email',
      email: one,
      channel: 'email',
      outcome: 'failed',
      isFinal: false,
    });
    expect(failures[0]!.name).toContain('Bessemans');
    expect(failures[0]!.next).toMatchObject({ channel: 'phone' });
  });

  test('9: does not leave the counts: its person is in the study as before, and the attempt is told as what it was', async () => {
    const before = (await study.ask('manager', 'study.status', {})).groups.find(
      ({ group }) => group.code === residents,
    );
    server.plan((to) => (to === one ? ['receiver-never'] : []));
    await send();
    const after = (await study.ask('manager', 'study.status', {})).groups.find(({ group }) => group.code === residents);
    expect(after?.cases).toBe(before?.cases);
    const { groups } = await study.ask('manager', 'reporting.dispositions', {});
    const attempts = groups
      .find(({ group }) => group === residents)!
      .attempts.filter(({ channel }) => channel === 'email');
    expect(attempts.map(({ outcome, attempts: times }) => [outcome, times]).toSorted()).toEqual([
      ['failed', 1],
      ['sent', 2],
    ]);
  });
});

describe('a sending of which nothing arrived', () => {
  test('29: is no success: nothing counts as sent, everyone stays due, and the trouble is named', async () => {
    const nothing = { sent: 0, failed: 0, postponed: 3, unclear: 0, paused: 0, waiting: 0 };
    await useHost(1);
    expect(await send()).toEqual({ ...nothing, stopped: { step: 'reached', code: 'refused' } });
    expect(study.rows(`SELECT * FROM attempts`)).toEqual([]);
    // A server that passes nothing on refuses everybody: no address counts as wrong.
    await useHost(server.port);
    server.always('drop-at-receiver');
    expect(await send()).toEqual({ ...nothing, stopped: { step: 'reached', code: 'connection-lost' } });
    server.plan(() => []);
    expect((await send()).sent).toBe(3);
  });

  describe('29: is told as it is, by what the server took', () => {
    const outcomes = () =>
      study
        .rows<{ outcome: string }>(`SELECT outcome FROM attempts WHERE channel = 'email'`)
        .map(({ outcome }) => outcome);
    beforeEach(() => useHost(study.mailbox.port));

    test.each<[string, MailFailure | undefined, number]>([
      ['all goes well', undefined, 3],
      ['every address is refused', { refuse: 550, at: 'recipient' }, 0],
      ['every message is refused', { refuse: 554, at: 'message' }, 0],
      ['the sender is refused', { refuse: 553, at: 'sender' }, 0],
      ['the connection is dropped at once', { drop: 'connection' }, 0],
    ])('when %s', async (_, failure, sent) => {
      study.mailbox.failWith(failure);
      const told = await send();
      expect(told.sent).toBe(sent);
      expect(study.mailbox.messages).toHaveLength(sent);
      expect(outcomes().filter((outcome) => outcome === 'sent')).toHaveLength(sent);
      expect(told.sent + told.failed + told.postponed + told.unclear).toBe(3);
    });

    test('when the answer to a message is lost: not as sent, but as unclear', async () => {
      study.mailbox.failWith({ drop: 'answer' });
      const told = await send();
      expect(told.sent).toBe(0);
      expect(told.unclear).toBeGreaterThan(0);
      expect((await study.ask('manager', 'contact.unclear', {})).attempts).toHaveLength(told.unclear);
    });
  });
});
