/** Messages that came back or in: what follows from each kind, and what is no message. Twice, and cut in between: contact-replies.long.ts. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { messageKey } from '../../shared/contact/message-key.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import { aboutKey, messageFixtures } from '../fixtures/message-fixtures.ts';
import { zipOf } from './files/zip-of.ts';
import { firstDay, type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';
import { cameBack, fixtureNamed, found, keyOf, mboxOf, readIn } from './replies.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
/** Three residents got an e-mail: Aalbersma and Bessemans can be rung too, Cornippen cannot. */
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
  await study.ask('manager', 'contact.sendEmails', { group: residents });
});

const idOf = async (surname: string) => (await study.cases()).get(surname)!.id;
const caseOf = async (surname: string) =>
  study.rows(
    `SELECT state, final_code, final_on, channels, next_due FROM cases WHERE id = '${await idOf(surname)}'`,
  )[0]!;
const outcomesOf = async (surname: string) =>
  study
    .rows(`SELECT outcome FROM attempts WHERE case_id = '${await idOf(surname)}' AND channel = 'email'`)
    .map(({ outcome }) => outcome);
const everything = () =>
  ['cases', 'attempts', 'drafts', 'settings'].map((table) => study.rows(`SELECT * FROM ${table}`));

describe('a message that came back', () => {
  test('for good: the attempt says so, the address is used no more, and the protocol goes on as for people without e-mail', async () => {
    const before = await caseOf('Aalbersma');
    expect(before).toMatchObject({ state: 'open', channels: 'email phone' });
    const view = await readIn(study, cameBack(study, 'Aalbersma', 'bounced/postfix'));
    expect(found(view)).toEqual({ read: 1, bounced: 1 });
    expect(view.next).toEqual([{ channel: 'phone', cases: 1 }]);
    expect(await outcomesOf('Aalbersma')).toEqual(['bounced']);
    expect(await caseOf('Aalbersma')).toMatchObject({ state: 'open', channels: 'phone' });
    // Read again, and by another report on the same message, it is known and changes nothing.
    const stands = everything();
    for (const name of ['bounced/postfix', 'given-up/expired'])
      expect(found(await readIn(study, cameBack(study, 'Aalbersma', name)))).toEqual({ read: 1, known: 1 });
    expect(everything()).toEqual(stands);
    await study.moveTo(addDays(firstDay, 7));
    const sent = study.mailbox.messages.length;
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    const to = study.mailbox.messages.slice(sent).map((message) => message.to[0]);
    expect(to).not.toContain('aalbersma@wijk.example');
    // The same reminder did reach the others.
    expect(to).toEqual(expect.arrayContaining(['bessemans@wijk.example', 'cornippen@wijk.example']));
  });

  test('for good, of someone with nothing else: they are shown as stuck', async () => {
    const view = await readIn(study, cameBack(study, 'Cornippen', 'bounced/gmail'));
    expect(view.next).toEqual([{ cases: 1 }]);
    expect(await caseOf('Cornippen')).toMatchObject({ state: 'open', channels: '', next_due: null });
    expect((await study.ask('manager', 'schedule.stuck', {})).counts).toContainEqual(
      expect.objectContaining({ group: residents, reason: 'no-channel', cases: 1 }),
    );
    expect((await study.ask('manager', 'contact.failures', {})).failures).toContainEqual(
      expect.objectContaining({ name: expect.stringContaining('Cornippen'), outcome: 'bounced' }),
    );
  });

  test('not for good: it was not delivered, and the reminder is tried', async () => {
    const view = await readIn(study, cameBack(study, 'Aalbersma', 'given-up/expired'));
    expect(found(view)).toEqual({ read: 1, gaveUp: 1 });
    expect(view.next).toEqual([{ channel: 'email', cases: 1 }]);
    expect(await outcomesOf('Aalbersma')).toEqual(['bounced']);
    expect(await caseOf('Aalbersma')).toMatchObject({ channels: 'email phone' });
  });

  test('in part, an automatic answer, a receipt and what a person wrote change nothing', async () => {
    const before = everything();
    const names = ['delayed/postfix', 'automatic/exchange-dutch', 'automatic/read-receipt', 'automatic/delivered'];
    const texts = [...names, 'to-read/question'].map((name) => cameBack(study, 'Aalbersma', name));
    expect(found(await readIn(study, ...texts))).toEqual({ read: 5, delayed: 1, autoReplies: 3, toRead: 1 });
    expect(everything()).toEqual(before);
  });

  test('of a message of another study, or of none, is left alone', async () => {
    const before = everything();
    const forged = messageKey(Buffer.from('some-other-study').toString('base64url') as AttemptId);
    const texts = messageFixtures.map((one) => aboutKey(one, forged));
    // In small letters it is the same key: what is compared is the store's.
    const view = await readIn(study, mboxOf([...texts, ...messageFixtures.map(({ text }) => text)]));
    expect(found(view)).toEqual({ read: texts.length * 2, unknown: texts.length * 2 });
    expect(everything()).toEqual(before);
    // Each of them would have been seen: about a message of ours none of the known kinds is unknown.
    const ours = messageFixtures
      .filter(({ kind }) => kind !== 'unknown')
      .map((one) => aboutKey(one, keyOf(study, 'Aalbersma')));
    expect((await readIn(study, mboxOf(ours))).unknown).toBe(0);
  });

  test('to an address that was corrected since takes nothing from the new one', async () => {
    const { nr } = await study.ask('manager', 'contact.recordCaseRequest', {
      ...{ article: '16', receivedOn: firstDay, channel: 'phone' },
    });
    const caseId = await idOf('Aalbersma');
    await study.ask('manager', 'contact.fillInCaseRequest', { nr, caseId, identityCheckedBy: 'manager' });
    await study.ask('manager', 'contact.correctCase', { nr, changes: { email: 'aalbersma@elders.example' } });
    expect(found(await readIn(study, cameBack(study, 'Aalbersma', 'bounced/postfix')))).toEqual({
      read: 1,
      bounced: 1,
    });
    expect(await outcomesOf('Aalbersma')).toEqual(['bounced']);
    expect(await caseOf('Aalbersma')).toMatchObject({ channels: 'email phone' });
  });

  test('of a message of which nobody knew whether it was sent: now it is clear', async () => {
    study.stop();
    study = await prepared.open();
    study.mailbox.failWith({ drop: 'answer' });
    await study.ask('manager', 'contact.sendEmails', { group: residents });
    study.mailbox.failWith(undefined);
    const unclear = (await study.ask('manager', 'contact.unclear', {})).attempts.length;
    expect(unclear).toBeGreaterThan(0);
    const [{ to } = { to: [''] }] = study.mailbox.messages;
    const surname = [...(await study.cases()).keys()].find((name) => to[0]!.startsWith(name.toLowerCase()))!;
    expect(found(await readIn(study, cameBack(study, surname, 'bounced/qmail')))).toEqual({ read: 1, bounced: 1 });
    expect((await study.ask('manager', 'contact.unclear', {})).attempts).toHaveLength(unclear - 1);
  });

  test('of someone who answered meanwhile changes only what became of the message', async () => {
    await study.ask('manager', 'contact.stopCase', { caseId: await idOf('Aalbersma'), why: 'refused' });
    const before = await caseOf('Aalbersma');
    await readIn(study, cameBack(study, 'Aalbersma', 'bounced/exim'));
    expect(await outcomesOf('Aalbersma')).toEqual(['bounced']);
    expect(await caseOf('Aalbersma')).toEqual(before);
  });
});

test('a word to stop in an answer to messages of two people stops neither: a person reads it', async () => {
  const before = everything();
  const ours = cameBack(study, 'Aalbersma', 'opted-out/reply-one-word');
  const other = `<${keyOf(study, 'Bessemans')}@bureau.example>`;
  const both = ours.replace(/^In-Reply-To:/m, `References: ${other}\nIn-Reply-To:`);
  expect(both).not.toBe(ours);
  expect(found(await readIn(study, both))).toEqual({ read: 1, toRead: 1 });
  expect(everything()).toEqual(before);
  expect(found(await readIn(study, ours))).toEqual({ read: 1, optedOut: 1 });
});

describe('files', () => {
  test('of all kinds are read together, and the sum is of all messages in them', async () => {
    const bounce = cameBack(study, 'Aalbersma', 'bounced/postfix');
    const line = 'From MAILER-DAEMON Mon Nov  2 10:15:04 2026\n';
    const mbox = `${line}${cameBack(study, 'Bessemans', 'opted-out/subject-only')}\n${line}${fixtureNamed('unknown/newsletter').text}`;
    const zip = zipOf([{ name: 'a/b.eml', data: cameBack(study, 'Cornippen', 'automatic/sieve') }]);
    expect(found(await readIn(study, bounce, mbox, zip, 'code;hulp\n'))).toEqual({
      ...{ read: 5, bounced: 1, optedOut: 1, autoReplies: 1, unknown: 1, unreadable: 1 },
    });
  });

  test('with nothing that is a message are refused, and a single one says what is wrong with it', async () => {
    const before = everything();
    expect(await refusalOf(readIn(study, 'code;hulp\n', 'a;b\n'))).toEqual({ problem: 'contact.replies-unreadable' });
    expect(await refusalOf(readIn(study, new Uint8Array(21_000_000)))).toMatchObject({ problem: 'file.too-large' });
    expect(everything()).toEqual(before);
  });

  test('of which one is too large are read without that one', async () => {
    const view = await readIn(study, new Uint8Array(21_000_000), cameBack(study, 'Aalbersma', 'bounced/postfix'));
    expect(found(view)).toEqual({ read: 2, bounced: 1, unreadable: 1 });
  });

  test('of which one is refused by the reader are read without that one, wherever it stands', async () => {
    const many = zipOf(Array.from({ length: 5001 }, (_, nr) => ({ name: `${nr}.eml`, data: 'x' })));
    const texts = ['Aalbersma', 'Bessemans', 'Cornippen'].map((surname) => cameBack(study, surname, 'automatic/sieve'));
    expect(await refusalOf(readIn(study, many))).toEqual({ problem: 'file.too-large', limit: '5000 (zip)' });
    for (const nr of [0, 1, 3])
      expect(found(await readIn(study, ...texts.slice(0, nr), many, ...texts.slice(nr)))).toEqual({
        ...{ read: 4, autoReplies: 3, unreadable: 1 },
      });
  });

  test('are read no further when someone stops it; what was read counts', async () => {
    const texts = Array.from({ length: 30 }, () => cameBack(study, 'Aalbersma', 'automatic/sieve'));
    let stopping: Promise<unknown> | undefined;
    await study.restart({
      onProgress(_, done) {
        if (done > 0) stopping ??= study.ask('manager', 'contact.stopReading', {});
      },
    });
    const view = await readIn(study, ...texts);
    await stopping;
    expect(view.stopped).toBe('asked');
    expect(view.autoReplies).toBeGreaterThan(0);
    expect(view.read).toBeLessThan(30);
    await study.restart();
    expect(found(await readIn(study, ...texts))).toEqual({ read: 30, autoReplies: 30 });
  });

  test('leave nothing of what people wrote, nor who they are, in the journal or anywhere readable', async () => {
    const text = cameBack(study, 'Aalbersma', 'to-read/question').replace('Beste mensen', 'Geheimzinnigheid');
    await readIn(study, text, cameBack(study, 'Bessemans', 'bounced/postfix'));
    const journal = JSON.stringify(study.rows('SELECT * FROM journal'));
    expect(journal).toContain('contact.bounced');
    for (const word of ['Geheimzinnigheid', 'aalbersma', 'bessemans', keyOf(study, 'Bessemans')])
      expect(journal.toLowerCase()).not.toContain(word.toLowerCase());
    expect(JSON.stringify(everything())).not.toContain('Geheimzinnigheid');
  });
});
