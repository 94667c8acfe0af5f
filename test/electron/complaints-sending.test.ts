/** What users of other programs complain of in sending: one address of thousands that is wrong and cannot be told, and a message of success when nothing went out. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MailFailure } from '../../scripts/loopback-mail.ts';
import { type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let onDone: ((done: number) => void) | undefined;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  onDone = undefined;
  study = await prepared.open({ onProgress: (_, done) => onDone?.(done) });
});

const send = () => study.ask('manager', 'contact.sendEmails', { group: residents });
const outcomes = () =>
  study.rows<{ outcome: string }>(`SELECT outcome FROM attempts WHERE channel = 'email'`).map(({ outcome }) => outcome);

test('25: the one address that the server refuses is told by the name of its person, and the others get theirs', async () => {
  onDone = (done) => study.mailbox.failWith(done === 1 ? { refuse: 550, at: 'recipient' } : undefined);
  expect(await send()).toMatchObject({ sent: 2, failed: 1 });
  const { failures, total } = await study.ask('manager', 'contact.failures', {});
  expect(total).toBe(1);
  const reached = study.mailbox.messages.map(({ to }) => to.join().split('@')[0]!);
  const missed = ['aalbersma', 'bessemans', 'cornippen'].find((name) => !reached.includes(name));
  expect(failures[0]!.name.toLowerCase()).toContain(missed);
  const { id } = [...(await study.cases())].find(([surname]) => surname.toLowerCase() === missed)![1];
  expect(failures[0]).toMatchObject({ caseId: id, channel: 'email', step: 'email', outcome: 'failed' });
});

describe('29: what is told as sent was taken by the server', () => {
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

  test('when the answer to a message is lost it is not told as sent, but as unclear', async () => {
    study.mailbox.failWith({ drop: 'answer' });
    const told = await send();
    expect(told.sent).toBe(0);
    expect(told.unclear).toBeGreaterThan(0);
    expect((await study.ask('manager', 'contact.unclear', {})).attempts).toHaveLength(told.unclear);
  });
});
