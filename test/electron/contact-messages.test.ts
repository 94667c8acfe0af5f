import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { agreement, bureau } from '../../electron/practice/study-set-up.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { codesInLetters, codesInMessages } from '../../scripts/demo/received.ts';
import { addDays, day } from '../../shared/calendar.ts';
import { attemptInMessageId, messageKey, unsubscribeLink } from '../../shared/contact/message-key.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import { aboutKey } from '../fixtures/message-fixtures.ts';
import { readMail } from '../read-mail.ts';
import { type TestClock, testClock } from './clock-here.ts';
import { temporaryFolder } from './office.ts';
import {
  deliveryOf,
  firstDay,
  invited,
  lastDay,
  mixed,
  type PreparedStudy,
  partners,
  phoneFirst,
  prepareStudy,
  residents,
  type StudyInUse,
  step,
} from './prepared.ts';
import { fixtureNamed, found, readIn } from './replies.ts';
import { openVaultHere } from './vault-here.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const send = (group = residents) => study.ask('manager', 'contact.sendEmails', { group });
const received = () => study.mailbox.messages.map(({ to }) => to.join(' ').split('@')[0]!).toSorted();
const withEmail = ['aalbersma', 'bessemans', 'cornippen'];
/** The same study with a clock that stands until it is told to go on. */
async function withClock(): Promise<TestClock> {
  study.stop();
  const clock = testClock();
  study = await prepared.open({ clock });
  return clock;
}
/** Lets time pass as long as this is not done. */
async function passing<T>(clock: TestClock, work: Promise<T>): Promise<T> {
  let isDone = false;
  const end = () => (isDone = true);
  work.then(end, end);
  while (!isDone) {
    clock.pass(0.1);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
}
const emails = () =>
  study.rows<{ step: string; outcome: string; on_day: string }>(
    `SELECT step, outcome, on_day FROM attempts WHERE channel = 'email' ORDER BY step, outcome`,
  );
const outcomes = () => emails().map(({ outcome }) => outcome);

/** An SMTP server that does what `onMessage` says when it has the whole of a message, before it answers. */
async function serverThat(onMessage: (socket: Socket) => void): Promise<{ port: number; stop(): void }> {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    let inMessage = false;
    let content = '';
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    socket.on('data', (bytes) => {
      const said = bytes.toString('latin1');
      if (inMessage) {
        // Its last line may come by itself.
        content += said;
        if (!content.endsWith('\r\n.\r\n')) return;
        inMessage = false;
        content = '';
        onMessage(socket);
      } else if (/^DATA/i.test(said)) {
        inMessage = true;
        socket.write('354 go on\r\n');
      } else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    port,
    stop() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
const useMailServer = (port: number) =>
  study.ask('manager', 'study.setMailHost', { host: '127.0.0.1', port, secure: false, from: bureau.objectTo });

describe('sending e-mails', () => {
  test('reaches everyone with an address once per step, and a second run sends nothing', async () => {
    expect(await send()).toEqual({ sent: 3, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting: 0 });
    expect(received()).toEqual(withEmail);
    expect(await send()).toEqual({ sent: 0, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting: 0 });
    await study.moveTo(addDays(firstDay, 6));
    expect((await send()).sent).toBe(0);
    await study.moveTo(addDays(firstDay, 7));
    expect((await send()).sent).toBe(3);
    expect((await send()).sent).toBe(0);
    expect(received()).toEqual([...withEmail, ...withEmail].toSorted());
  });

  test('two windows that send at the same moment send nobody anything twice', async () => {
    const both = await Promise.all([send(), send()]);
    expect(both.map(({ sent }) => sent).reduce((sum, sent) => sum + sent)).toBe(3);
    expect(received()).toEqual(withEmail);
  });

  test('is due in the order of the protocol, whoever comes first in the group', async () => {
    const dueOfResidents = async () => {
      const { steps } = await study.ask('manager', 'schedule.due', {});
      return steps.filter(({ group }) => group === residents).map(({ step: id }) => id);
    };
    for (const steps of [mixed.steps, mixed.steps.toReversed()]) {
      await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: { ...mixed, steps } });
      const inOrder = steps.map(({ id }) => id).filter((id) => id === 'email' || id === 'letter');
      expect(await dueOfResidents()).toEqual(inOrder);
    }
  });

  test('goes to the people of that group only', async () => {
    await send(partners);
    expect(received()).toEqual(['jellemans', 'kuiperda']);
    expect((await study.ask('manager', 'schedule.due', {})).steps).toContainEqual({
      group: residents,
      step: 'email',
      channel: 'email',
      cases: 3,
    });
  });

  test('gives everyone their own code, in a message whose headers tell nothing of them', async () => {
    await send();
    const cases = await study.cases();
    const codes = codesInMessages(study.mailbox.messages);
    const ids = study.rows<{ id: string }>('SELECT id FROM attempts').map(({ id }) => id);
    for (const [index, { to, raw }] of study.mailbox.messages.entries()) {
      const [surname, { id, code }] = [...cases].find(([name]) => to[0]!.startsWith(name.toLowerCase()))!;
      expect(codes[index]).toBe(code);
      const mail = readMail(raw);
      expect(mail.header('Subject')).toBe('Een vraag over de wijk');
      expect(mail.header('From')).toBe(`${bureau.name} <${bureau.objectTo}>`);
      const attempt = attemptInMessageId(mail.header('Message-ID')!)!;
      expect(ids).toContain(attempt);
      expect(mail.header('List-Unsubscribe')).toBe(`<${unsubscribeLink(bureau.objectTo, messageKey(attempt))}>`);
      for (const name of mail.names.filter((header) => header !== 'To')) {
        const value = mail.header(name)!.toLowerCase();
        for (const told of [surname.toLowerCase(), id.toLowerCase(), code.toLowerCase()])
          expect(value, name).not.toContain(told);
      }
      // The same search finds the person where they are named.
      expect(mail.header('To')!.toLowerCase()).toContain(surname.toLowerCase());
      const link = `${bureau.webAddress}?code=${code}`;
      expect(mail.part('text/plain')).toContain(link);
      expect(mail.part('text/html')).toContain(`<a href="${link}">`);
    }
  });

  test('a server that is busy postpones the step: the attempt is taken back and due again in the next run', async () => {
    const clock = await withClock();
    study.mailbox.failWith({ refuse: 451, at: 'recipient' });
    const before = clock.elapsedMs();
    const counts = await passing(clock, send());
    expect(counts).toEqual({ sent: 0, failed: 0, postponed: 3, unclear: 0, paused: 0, waiting: 0 });
    // Tried again after five minutes, and after another fifteen.
    expect(clock.elapsedMs() - before).toBeGreaterThanOrEqual(20 * 60_000);
    expect(emails()).toEqual([]);
    expect(study.rows('SELECT * FROM cases WHERE next_due = (SELECT practice_day FROM study)').length).toBeGreaterThan(
      0,
    );
    study.mailbox.failWith(undefined);
    await study.moveTo(addDays(firstDay, 2));
    expect((await send()).sent).toBe(3);
    // What was sent late moves what follows.
    await study.moveTo(addDays(firstDay, 8));
    expect((await send()).sent).toBe(0);
    await study.moveTo(addDays(firstDay, 9));
    expect((await send()).sent).toBe(3);
  });

  test('an address that the server refuses for good is not used again: what the protocol has for people without e-mail comes instead', async () => {
    study.mailbox.failWith({ refuse: 550, at: 'recipient' });
    expect(await send()).toEqual({ sent: 0, failed: 3, postponed: 0, unclear: 0, paused: 0, waiting: 0 });
    expect(outcomes()).toEqual(['failed', 'failed', 'failed']);
    study.mailbox.failWith(undefined);
    expect((await send()).sent).toBe(0);
    await study.moveTo(addDays(firstDay, 7));
    expect((await send()).sent).toBe(0);
    expect(received()).toEqual([]);
    await study.moveTo(addDays(firstDay, 14));
    const { steps } = await study.ask('manager', 'schedule.due', {});
    // Seven people have a telephone; two of them had an e-mail address.
    expect(steps.find(({ channel }) => channel === 'phone')?.cases).toBe(5);
  });

  test('a server that cannot be reached is tried once in a run, and everyone is postponed', async () => {
    await useMailServer(1);
    const stopped = { step: 'reached', code: 'refused' };
    expect(await send()).toEqual({ sent: 0, failed: 0, postponed: 3, unclear: 0, paused: 0, waiting: 0, stopped });
    expect(emails()).toEqual([]);
    expect((await study.acts()).filter((act) => act === 'contact.notSent').length).toBe(1);
    await useMailServer(study.mailbox.port);
    expect((await send()).sent).toBe(3);
  });

  test('without a mail host, and for a group that is not there, it is refused', async () => {
    expect((await refusalOf(send('nobody' as never))).problem).toBe('study.group-unknown');
    const { officeWithStudy } = await import('./office.ts');
    const here = temporaryFolder();
    const other = await officeWithStudy(here.folder, { practice: false });
    await other.ask('manager', 'study.addGroup', { code: residents, title: 'B', consentBasis: 'no-objection' });
    const asked = () => refusalOf(other.ask('manager', 'contact.sendEmails', { group: residents }));
    expect((await asked()).problem).toBe('study.group-not-ready');
    await other.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    expect((await asked()).problem).toBe('contact.texts-incomplete');
    await other.ask('manager', 'study.recordBureau', bureau);
    expect((await asked()).problem).toBe('contact.mail-host-missing');
    other.office.close();
    here.remove();
  });

  test('in a practice study without a mail host they are made, delivered nowhere and counted as sent', async () => {
    const here = temporaryFolder();
    const { office, ask, host } = await (await import('./office.ts')).officeWithStudy(here.folder);
    const offer = (name: string, content: string) => {
      writeFileSync(join(here.folder, name), content);
      return host.offerSource(join(here.folder, name));
    };
    await ask('manager', 'study.moveClock', { today: firstDay });
    await ask('manager', 'study.recordAgreement', { agreement });
    await ask('manager', 'study.recordBureau', bureau);
    await ask('manager', 'study.addGroup', { code: residents, title: 'B', consentBasis: 'no-objection' });
    const file = offer('people.csv', deliveryOf(invited));
    await ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
    await ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    const counts = await ask('manager', 'contact.sendEmails', { group: residents });
    expect(counts).toEqual({ sent: 3, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting: 0 });
    expect((await ask('manager', 'contact.sendEmails', { group: residents })).sent).toBe(0);
    expect(study.mailbox.messages).toEqual([]);
    office.close();
    here.remove();
  });

  test('paused after the message in hand, and gone on with later: everyone gets one', async () => {
    study.stop();
    let onDone: ((done: number) => void) | undefined;
    study = await prepared.open({ onProgress: (_, done) => onDone?.(done) });
    onDone = (done) => {
      if (done === 1) void study.ask('manager', 'contact.pauseSending', {});
    };
    expect(await send()).toEqual({ sent: 1, failed: 0, postponed: 0, unclear: 0, paused: 2, waiting: 0 });
    onDone = undefined;
    expect(received().length).toBe(1);
    expect(await send()).toEqual({ sent: 2, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting: 0 });
    expect(received()).toEqual(withEmail);
  });

  test('paused before it was begun: that pause is over', async () => {
    await study.ask('manager', 'contact.pauseSending', {});
    expect((await send()).sent).toBe(3);
  });

  test('sent twice at the same moment: everyone gets one, and the counts add up', async () => {
    const [one, other] = await Promise.all([send(), send()]);
    expect(one.sent + other.sent).toBe(3);
    expect(received()).toEqual(withEmail);
    expect(outcomes()).toEqual(['sent', 'sent', 'sent']);
  });

  test('what did not arrive is listed with the names of whom it was for, the newest first, to the manager only', async () => {
    study.mailbox.failWith({ refuse: 550, at: 'recipient' });
    expect((await send()).failed).toBe(3);
    study.mailbox.failWith(undefined);
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    await study.moveTo(addDays(firstDay, 14));
    const found = await study.ask('interviewer', 'contact.nextCase', {});
    if (found.kind === 'none') throw new Error('nobody is due');
    await study.ask('interviewer', 'contact.closeCall', { outcome: 'wrong-number' });
    const { failures, total } = await study.ask('manager', 'contact.failures', {});
    expect(total).toBe(4);
    const { caseId, name } = found.case;
    const [newest, ...older] = failures;
    const call = { channel: 'phone', step: 'phone', on: addDays(firstDay, 14), outcome: 'wrong-number' };
    expect(newest).toEqual({ caseId, group: residents, name, ...call, isFinal: false });
    expect(older.map((each) => each.name.split(' ').at(-1)!.toLowerCase()).toSorted()).toEqual(withEmail);
    // Which of thousands of addresses it was, and what follows.
    expect(older.map(({ email }) => email!.split('@')[0]!).toSorted()).toEqual(withEmail);
    // Two of the three have a telephone; whoever was rung just now may be one of them, and has no right number any more.
    const isOneOfThem = older.some((each) => each.caseId === caseId);
    expect(older.filter(({ next }) => next?.channel === 'phone').length).toBe(isOneOfThem ? 1 : 2);
    expect(new Set(older.map(({ outcome, on }) => `${outcome} ${on}`))).toEqual(new Set([`failed ${firstDay}`]));
    for (const seat of ['researcher', 'interviewer', 'officer'])
      expect((await refusalOf(study.ask(seat, 'contact.failures', {}))).problem).toBe('session.role-not-allowed');
  });

  test('nobody is contacted outside the days of the agreement, in any channel', async () => {
    const later = { startsOn: day('2026-06-25'), closesOn: day('2026-07-31') };
    const protocol = { ...mixed, ...later, steps: mixed.steps.filter(({ id }) => id !== 'phone') };
    const phone = { ...protocol, steps: [step('phone', 'phone', 0)] };
    const letters = () =>
      study.ask('manager', 'contact.makeLetters', {
        group: residents,
        target: study.host.offerTarget(join(study.folder, 'letters.pdf')),
      });
    const outside = { problem: 'study.contact-ended', endsOn: '2026-06-30' };
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phone });
    await study.ask('manager', 'schedule.setProtocol', { group: partners, protocol });
    await study.moveTo(day('2026-07-01'));
    expect(await refusalOf(send())).toEqual(outside);
    expect(await refusalOf(letters())).toEqual(outside);
    expect(await refusalOf(study.ask('interviewer', 'contact.nextCase', {}))).toEqual(outside);
    expect(received()).toEqual([]);
  });
});

describe('a message of which it is not known whether it arrived', () => {
  /** Everyone's first e-mail breaks off after its content was taken. */
  const lose = async () => {
    study.mailbox.failWith({ drop: 'answer' });
    expect(await send()).toEqual({ sent: 0, failed: 0, postponed: 0, unclear: 3, paused: 0, waiting: 0 });
    study.mailbox.failWith(undefined);
    return (await study.ask('manager', 'contact.unclear', {})).attempts;
  };

  test('is listed, is not sent again by itself, and nothing else is done for that person meanwhile', async () => {
    const attempts = await lose();
    expect(attempts.map(({ channel, step: of, on }) => [channel, of, on])).toEqual(
      attempts.map(() => ['email', 'email', firstDay]),
    );
    expect(attempts.length).toBe(3);
    // Told to whom, so that it can be looked up in the sent mail.
    expect(attempts.map(({ to }) => to?.email?.split('@')[0]).toSorted()).toEqual(withEmail);
    expect((await send()).sent).toBe(0);
    await study.moveTo(addDays(firstDay, 7));
    expect((await send()).sent).toBe(0);
    await study.moveTo(addDays(firstDay, 14));
    const { steps } = await study.ask('manager', 'schedule.due', {});
    expect(steps.find(({ channel }) => channel === 'phone')?.cases).toBe(3);
    // It had been taken after all.
    expect(received()).toEqual(withEmail);
  });

  test('settled as sent, it counts from the day on which it was sent, and is never sent again', async () => {
    const attempts = await lose();
    await study.moveTo(addDays(firstDay, 3));
    for (const { attempt } of attempts) await study.ask('manager', 'contact.settle', { attempt, wasSent: true });
    expect(emails()).toEqual(attempts.map(() => ({ step: 'email', outcome: 'sent', on_day: firstDay })));
    expect((await study.ask('manager', 'contact.unclear', {})).attempts).toEqual([]);
    expect((await send()).sent).toBe(0);
    await study.moveTo(addDays(firstDay, 7));
    expect((await send()).sent).toBe(3);
    expect(emails().map((one) => one.step)).toEqual([
      ...attempts.map(() => 'email'),
      ...attempts.map(() => 'reminder'),
    ]);
  });

  test('settled as not sent, it is due again; settled twice is refused', async () => {
    const [first, ...others] = await lose();
    const settle = (wasSent: boolean) => study.ask('manager', 'contact.settle', { attempt: first!.attempt, wasSent });
    await settle(false);
    expect((await refusalOf(settle(true))).problem).toBe('study.changed-meanwhile');
    expect((await send()).sent).toBe(1);
    expect(others.length).toBe(2);
    const [second] = others;
    await study.ask('manager', 'contact.settle', { attempt: second!.attempt, wasSent: true });
    const again = study.ask('manager', 'contact.settle', { attempt: second!.attempt, wasSent: false });
    expect((await refusalOf(again)).problem).toBe('study.changed-meanwhile');
  });

  test('a call that is going on is no message, and cannot be settled', async () => {
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: phoneFirst });
    await study.ask('interviewer', 'contact.nextCase', {});
    expect((await study.ask('manager', 'contact.unclear', {})).attempts).toEqual([]);
    const [call] = study.rows<{ id: never }>(`SELECT id FROM attempts WHERE channel = 'phone'`);
    const settled = study.ask('manager', 'contact.settle', { attempt: call!.id, wasSent: true });
    expect((await refusalOf(settled)).problem).toBe('study.changed-meanwhile');
  });

  test('a message that is on its way at this moment is not listed and cannot be settled', async () => {
    const seen: unknown[] = [];
    const look = async () => {
      const [attempt] = study.rows<{ id: never }>(`SELECT id FROM attempts WHERE outcome = 'intended'`);
      seen.push(await study.ask('manager', 'contact.unclear', {}));
      seen.push(await refusalOf(study.ask('manager', 'contact.settle', { attempt: attempt!.id, wasSent: false })));
    };
    const server = await serverThat((socket) => {
      look()
        .catch((error: unknown) => seen.push(error))
        .finally(() => socket.write('250 taken\r\n'));
    });
    await useMailServer(server.port);
    expect((await send()).sent).toBe(3);
    expect(seen).toEqual([1, 2, 3].flatMap(() => [{ attempts: [] }, { problem: 'study.changed-meanwhile' }]));
    server.stop();
  });

  test('a message that comes back before the server said that it took it is told by the sending first', async () => {
    let took = 0;
    let answer: (() => void) | undefined;
    const server = await serverThat((socket) => {
      took += 1;
      const takes = () => socket.write('250 taken\r\n');
      if (took === 3) answer = takes;
      else takes();
    });
    const until = async (isSo: () => boolean) => {
      while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    await useMailServer(server.port);
    const sending = send();
    await until(() => answer !== undefined);
    const made = study.rows<{ id: AttemptId; outcome: string }>(`SELECT id, outcome FROM attempts`);
    const [first, last] = ['sent', 'intended'].map((outcome) => made.find((one) => one.outcome === outcome)!.id);
    const optOut = aboutKey(fixtureNamed('opted-out/subject-only'), messageKey(first!));
    const reading = readIn(study, optOut, aboutKey(fixtureNamed('bounced/exim'), messageKey(last!)));
    // They are read and followed one after another: the one that came back is next.
    await until(() => study.rows(`SELECT id FROM cases WHERE state = 'final'`).length === 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(outcomes().toSorted()).toEqual(['intended', 'sent', 'sent']);
    answer!();
    expect((await sending).sent).toBe(3);
    expect(found(await reading)).toEqual({ read: 2, optedOut: 1, bounced: 1 });
    expect(outcomes().toSorted()).toEqual(['bounced', 'sent', 'sent']);
    server.stop();
  });

  test('a crash after the message was taken and before its answer leaves an intended attempt and a question', async () => {
    let intended: readonly unknown[] = [];
    const server = await serverThat((socket) => {
      intended = study.rows(`SELECT channel, step, outcome FROM attempts`);
      study.stop();
      socket.destroy();
    });
    await useMailServer(server.port);
    await expect(send()).rejects.toThrow('session.keys-gone');
    server.stop();
    expect(intended).toEqual([{ channel: 'email', step: 'email', outcome: 'intended' }]);
    await study.restart();
    await useMailServer(study.mailbox.port);
    const { attempts } = await study.ask('manager', 'contact.unclear', {});
    expect(attempts.length).toBe(1);
    expect((await send()).sent).toBe(2);
    await study.ask('manager', 'contact.settle', { attempt: attempts[0]!.attempt, wasSent: false });
    expect((await send()).sent).toBe(1);
    expect(received()).toEqual(withEmail);
  });
});

describe('someone who is gone when it comes to their e-mail', () => {
  test('withdrew, or answered on the web, after the list was made: is not mailed, and the others are', async () => {
    let act: ((done: number) => void) | undefined;
    study = await prepared.open({ onProgress: (_, done) => act?.(done) });
    const cases = await study.cases();
    const { id } = cases.get('Bessemans')!;
    act = (done) => {
      if (done !== 0) return;
      act = undefined;
      void study.ask('manager', 'contact.stopCase', { caseId: id, why: 'withdrew' });
    };
    expect(await send()).toEqual({ sent: 2, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting: 0 });
    expect(received()).toEqual(['aalbersma', 'cornippen']);
    // Nor later, in any channel.
    for (const days of [7, 14, 30]) {
      await study.moveTo(addDays(firstDay, days));
      await send();
    }
    expect(study.rows(`SELECT * FROM attempts WHERE case_id = '${id}'`)).toEqual([]);
  });

  test('withdrew while the message was being written: is not mailed, and the run goes on', async () => {
    let onOpening: (() => void) | undefined;
    const openVault = (): OpenVault => {
      const vault = openVaultHere();
      return {
        close: () => vault.close(),
        ask(operation, ...input) {
          const answer = vault.ask(operation, ...input);
          if (operation === 'openCase') onOpening?.();
          return answer;
        },
      };
    };
    study = await prepared.open({ openVault });
    // People are taken in the order of their random ids.
    const [first] = study.rows<{ id: never }>(
      `SELECT id FROM cases WHERE group_code = 'residents' AND channels LIKE '%email%' ORDER BY id`,
    );
    onOpening = () => {
      onOpening = undefined;
      void study.ask('manager', 'contact.stopCase', { caseId: first!.id, why: 'refused' });
    };
    expect(await send()).toEqual({ sent: 2, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting: 0 });
    expect(study.rows(`SELECT * FROM attempts WHERE case_id = '${first!.id}'`)).toEqual([]);
    expect(received().length).toBe(2);
  });
});

describe('letters', () => {
  const path = (name = 'letters.pdf') => join(study.folder, name);
  const make = (name?: string) =>
    study.ask('manager', 'contact.makeLetters', { group: residents, target: study.host.offerTarget(path(name)) });
  const lettersStored = () => study.rows(`SELECT * FROM attempts WHERE channel = 'letter'`).length;
  const batches = () => study.rows('SELECT * FROM batches').length;
  const handouts = () => study.rows<{ pieces: number; sha256: string }>('SELECT * FROM handouts');
  const dueLetters = async () =>
    (await study.ask('manager', 'schedule.due', {})).steps.find(({ channel }) => channel === 'letter')?.cases;

  test('are as many as codes and cases, each with its own code, in a file that is registered by its hash', async () => {
    expect(await dueLetters()).toBe(3);
    const { letters, sha256 } = await make();
    expect(letters).toBe(3);
    const bytes = readFileSync(path());
    const codes = await codesInLetters(new Uint8Array(bytes));
    const cases = await study.cases();
    expect(codes.toSorted()).toEqual(
      ['Dusseljee', 'Eikelstra', 'Fokkinkma'].map((surname) => cases.get(surname)!.code).toSorted(),
    );
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(handouts()).toMatchObject([{ pieces: 3, sha256 }]);
    expect(study.rows(`SELECT * FROM attempts WHERE channel = 'letter' AND outcome = 'intended'`).length).toBe(3);
    expect((await refusalOf(make('more.pdf'))).problem).toBe('contact.nothing-due');
    expect(existsSync(path('more.pdf'))).toBe(false);
  });

  test('one that does not fit stops the whole batch: no file, no attempt, no batch, and all are still due', async () => {
    const text = { subject: 'Te lang', body: `Geachte {{name}},\n\n${'Een lange zin die doorgaat. '.repeat(300)}` };
    const tooLong = { ...mixed, steps: [step('letter', 'letter', 0, { text })] };
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: tooLong });
    expect(await refusalOf(make())).toEqual({
      problem: 'contact.letters-do-not-fit',
      letters: 3,
      part: 'paragraphs',
      fault: 'too-long',
    });
    expect([lettersStored(), batches(), handouts().length]).toEqual([0, 0, 0]);
    expect(existsSync(path())).toBe(false);
    expect(await dueLetters()).toBe(3);
    await study.ask('manager', 'schedule.setProtocol', { group: residents, protocol: mixed });
    expect((await make()).letters).toBe(3);
  });

  test('of someone who withdrew before they were posted are taken out first, and are no contact', async () => {
    const { batch } = await make();
    const cases = await study.cases();
    const gone = cases.get('Dusseljee')!;
    await study.ask('manager', 'contact.stopCase', { caseId: gone.id, why: 'withdrew' });
    const takeOut = [printedCode(gone.code)];
    const listed = await study.ask('manager', 'contact.batches', {});
    expect(listed.batches).toMatchObject([{ batch, letters: 3, takeOut }]);
    const posted = (takenOut?: string[]) =>
      study.ask('manager', 'contact.markPosted', { batch, ...(takenOut === undefined ? {} : { takenOut }) });
    for (const wrong of [undefined, [], ['2222-2222-2']]) {
      expect(await refusalOf(posted(wrong))).toEqual({ problem: 'contact.letters-to-take-out', letters: 1 });
    }
    await posted(takeOut);
    expect(study.rows(`SELECT * FROM attempts WHERE channel = 'letter' AND outcome = 'posted'`).length).toBe(2);
    expect(study.rows(`SELECT * FROM attempts WHERE case_id = '${gone.id}'`)).toEqual([]);
    expect((await study.ask('manager', 'contact.batches', {})).batches).toMatchObject([{ batch, takeOut: [] }]);
  });

  test('that were not posted can be undone: the file goes, and all are due again', async () => {
    const { batch } = await make();
    await study.ask('manager', 'contact.discardBatch', { batch });
    expect([lettersStored(), batches(), handouts().length]).toEqual([0, 0, 0]);
    expect(existsSync(path())).toBe(false);
    expect(await dueLetters()).toBe(3);
    const again = await make();
    await study.ask('manager', 'contact.markPosted', { batch: again.batch });
    const asked = study.ask('manager', 'contact.discardBatch', { batch: again.batch });
    expect((await refusalOf(asked)).problem).toBe('contact.batch-already-posted');
    expect(existsSync(path())).toBe(true);
  });

  test('and e-mails have subjects that name nobody: a protocol with a field of the person there is refused', async () => {
    const withSubject = (subject: string) => {
      const text = { subject, body: 'Beste {{name}}, uw code is {{code}}.' };
      const protocol = { ...mixed, steps: [step('letter', 'letter', 0, { text })] };
      return study.ask('manager', 'schedule.setProtocol', { group: residents, protocol });
    };
    for (const field of ['name', 'code', 'link']) {
      const refused = await refusalOf(withSubject(`Voor {{${field}}}`));
      expect(refused).toEqual({ problem: 'contact.texts-incomplete', missing: [field] });
    }
    await withSubject('Een vraag van {{bureau}}');
  });

  test('are not saved in the study folder, where everything else is sealed', async () => {
    for (const place of ['letters.pdf', 'results/letters.pdf', '../study/letters.pdf']) {
      const target = study.host.offerTarget(join(study.folder, 'study', place));
      const asked = study.ask('manager', 'contact.makeLetters', { group: residents, target });
      expect((await refusalOf(asked)).problem).toBe('file.inside-study-folder');
    }
    expect([lettersStored(), batches(), handouts().length]).toEqual([0, 0, 0]);
    expect(await dueLetters()).toBe(3);
  });

  test('never replace a file that is there: refused, and undone', async () => {
    writeFileSync(path(), 'something else');
    expect((await refusalOf(make())).problem).toBe('file.exists');
    expect(readFileSync(path(), 'utf8')).toBe('something else');
    expect([lettersStored(), batches(), handouts().length]).toEqual([0, 0, 0]);
    expect(await dueLetters()).toBe(3);
    expect((await study.acts()).slice(-2)).toEqual(['contact.makeLetters', 'contact.lettersNotMade']);
    expect((await make('others.pdf')).letters).toBe(3);
  });

  test('into a folder that is not there, or a file that was not offered: nothing is made', async () => {
    await expect(make('nowhere/letters.pdf')).rejects.toThrow();
    expect([lettersStored(), batches(), handouts().length]).toEqual([0, 0, 0]);
    const asked = study.ask('manager', 'contact.makeLetters', { group: residents, target: 'unheard-of' as never });
    expect((await refusalOf(asked)).problem).toBe('file.not-found');
    expect(await dueLetters()).toBe(3);
  });

  test('two windows that print at the same moment make one batch', async () => {
    const made = await Promise.allSettled([make('one.pdf'), make('other.pdf')]);
    expect(made.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    expect([lettersStored(), batches()]).toEqual([3, 1]);
    expect([existsSync(path('one.pdf')), existsSync(path('other.pdf'))].filter(Boolean).length).toBe(1);
  });

  test('count from the day on which they were posted; posted twice and an unknown batch are refused', async () => {
    const { batch } = await make();
    await study.moveTo(addDays(firstDay, 3));
    const post = (of: string) => study.ask('manager', 'contact.markPosted', { batch: of });
    expect((await refusalOf(post('unheard-of'))).problem).toBe('contact.batch-unknown');
    // While it lies on the desk nobody of it is rung.
    await study.moveTo(addDays(firstDay, 15));
    const rung = async () =>
      (await study.ask('manager', 'schedule.due', {})).steps.find(({ channel }) => channel === 'phone')?.cases;
    const before = await rung();
    await post(batch);
    expect((await refusalOf(post(batch))).problem).toBe('contact.batch-already-posted');
    expect(study.rows(`SELECT outcome, on_day FROM attempts WHERE channel = 'letter'`)).toEqual(
      [1, 2, 3].map(() => ({ outcome: 'posted', on_day: addDays(firstDay, 15) })),
    );
    await study.moveTo(addDays(firstDay, 28));
    expect(await rung()).toBe(before);
    await study.moveTo(addDays(firstDay, 29));
    // Two of the three have a telephone.
    expect(await rung()).toBe((before ?? 0) + 2);
  });

  test('are not made after the closing day', async () => {
    await study.moveTo(addDays(lastDay, 1));
    expect((await refusalOf(make())).problem).toBe('contact.nothing-due');
    expect((await send()).sent).toBe(0);
  });
});

test('only the manager sends, prints and settles', async () => {
  const notAllowed = [];
  for (const seat of ['researcher', 'interviewer', 'officer'] as const) {
    notAllowed.push(await refusalOf(study.ask(seat, 'contact.sendEmails', { group: residents })));
    notAllowed.push(await refusalOf(study.ask(seat, 'contact.unclear', {})));
    notAllowed.push(
      await refusalOf(study.ask(seat, 'contact.makeLetters', { group: residents, target: 'x' as never })),
    );
  }
  expect(new Set(notAllowed.map(({ problem }) => problem))).toEqual(new Set(['session.role-not-allowed']));
  expect(received()).toEqual([]);
});
