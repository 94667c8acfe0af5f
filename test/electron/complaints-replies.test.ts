/** What users of other programs complained of, and what cannot happen here: about opting out and about reminders that go on. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays, type Day } from '../../shared/calendar.ts';
import { testClock } from './clock-here.ts';
import {
  firstDay,
  interviewers,
  lastDay,
  type PreparedStudy,
  prepareStudy,
  residents,
  type StudyInUse,
} from './prepared.ts';
import { cameBack, found, readIn } from './replies.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const send = () => study.ask('manager', 'contact.sendEmails', { group: residents });
const idOf = async (surname: string) => (await study.cases()).get(surname)!.id;
const caseOf = async (surname: string) =>
  study.rows(`SELECT state, final_code, final_on, next_due FROM cases WHERE id = '${await idOf(surname)}'`)[0];

/** The rest of the fieldwork: everyone in turn takes whoever is next, and each reminder goes out. Whom it reached, by surname. */
async function restOfTheFieldwork(): Promise<ReadonlySet<string>> {
  const reached = new Set<string>();
  const names = new Map([...(await study.cases())].map(([surname, { id }]) => [id, surname]));
  for (
    let today: Day = addDays(firstDay, 1);
    today <= addDays(firstDay, 30) && today <= lastDay;
    today = addDays(today, 1)
  ) {
    await study.moveTo(today);
    const before = study.mailbox.messages.length;
    await send().catch(() => undefined);
    for (const { to } of study.mailbox.messages.slice(before))
      for (const [, surname] of names) if (to[0] === `${surname.toLowerCase()}@wijk.example`) reached.add(surname);
    for (const seat of interviewers.slice(0, 1))
      for (let calls = 0; calls < 10; calls += 1) {
        const next = await study.ask(seat, 'contact.nextCase', {});
        if (next.kind === 'none') break;
        reached.add(names.get(next.case.caseId)!);
        await study.ask(seat, 'contact.closeCall', { outcome: 'no-answer' });
      }
  }
  return reached;
}

describe('complaint 26: respondents cannot stop further reminders', () => {
  test.each(['opted-out/by-list-unsubscribe', 'opted-out/reply-one-word', 'opted-out/called-abuse'])(
    'here they can, by %s: nothing reaches them any more, in any channel',
    async (name) => {
      await send();
      const view = await readIn(study, cameBack(study, 'Aalbersma', name));
      expect(found(view)).toEqual({ read: 1, optedOut: 1 });
      expect(await caseOf('Aalbersma')).toEqual({
        ...{ state: 'final', final_code: '2.11', final_on: firstDay, next_due: null },
      });
      const reached = await restOfTheFieldwork();
      expect(reached.has('Aalbersma')).toBe(false);
      // Whoever said nothing got the reminder, and was rung.
      expect(reached.has('Bessemans')).toBe(true);
    },
  );

  test('every message says how: with an address, and a word that a mail program sends by itself', async () => {
    await send();
    expect(study.mailbox.messages.length).toBeGreaterThan(0);
    for (const { raw } of study.mailbox.messages)
      expect(raw.replaceAll(/\r\n\s+/g, '')).toMatch(
        /^List-Unsubscribe:\s*<mailto:[^>]+\?subject=afmelden(?:%20|\s)[a-z2-7]{26}>/im,
      );
  });
});

describe('complaint 1: opting out in one channel leaves the others', () => {
  test('an e-mail stops the telephone at once, also for whoever has this person in hand', async () => {
    await send();
    await study.moveTo(addDays(firstDay, 7));
    await send();
    await study.moveTo(addDays(firstDay, 14));
    const wanted = await idOf('Aalbersma');
    for (;;) {
      const next = await study.ask('interviewer', 'contact.nextCase', {});
      if (next.kind === 'none') throw new Error('nobody is rung');
      if (next.case.caseId === wanted) break;
      await study.ask('interviewer', 'contact.closeCall', { outcome: 'no-answer' });
    }
    const begin = () => study.ask('interviewer', 'interview.begin', { consent: 'spoken' });
    await begin();
    await readIn(study, cameBack(study, 'Aalbersma', 'opted-out/reply-one-word'));
    expect(await caseOf('Aalbersma')).toMatchObject({ state: 'final', final_code: '2.11', next_due: null });
    // What was answered so far is gone with it, and no item is asked any more.
    expect(study.rows('SELECT * FROM drafts')).toEqual([]);
    expect((await refusalOf(study.ask('interviewer', 'interview.see', {}))).problem).toMatch(/^(contact|interview)\./);
    expect((await refusalOf(begin())).problem).toMatch(/^contact\./);
  });

  test('a call stops the e-mails, and an answer that comes in after it changes nothing', async () => {
    await send();
    await study.ask('manager', 'contact.stopCase', { caseId: await idOf('Aalbersma'), why: 'objected' });
    const before = await caseOf('Aalbersma');
    expect(found(await readIn(study, cameBack(study, 'Aalbersma', 'opted-out/subject-only')))).toEqual({
      read: 1,
      known: 1,
    });
    expect(await caseOf('Aalbersma')).toEqual(before);
    expect((await restOfTheFieldwork()).has('Aalbersma')).toBe(false);
  });

  test('in the middle of a sending whoever opts out gets nothing of it', async () => {
    await send();
    await study.moveTo(addDays(firstDay, 7));
    const before = study.mailbox.messages.length;
    const sentTo = () => study.mailbox.messages.slice(before).map((message) => message.to[0]!);
    const clock = testClock();
    await study.restart({ clock });
    // The clock stands: after the first reminder the next one waits.
    await study.ask('manager', 'study.setMailHost', { ...(await hostOf()), pace: 2 });
    let isDone = false;
    const sending = send().finally(() => (isDone = true));
    while (sentTo().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    const [who, other] = ['Aalbersma', 'Bessemans', 'Cornippen'].filter(
      (surname) => sentTo()[0] !== `${surname.toLowerCase()}@wijk.example`,
    );
    expect(found(await readIn(study, cameBack(study, who!, 'opted-out/by-list-unsubscribe')))).toEqual({
      read: 1,
      optedOut: 1,
    });
    expect(await caseOf(who!)).toMatchObject({ state: 'final', final_code: '2.11' });
    expect(sentTo()).toHaveLength(1);
    while (!isDone) {
      clock.pass(0.1);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await sending).sent).toBe(2);
    expect(sentTo()).toEqual([sentTo()[0], `${other!.toLowerCase()}@wijk.example`]);
  });
});

async function hostOf() {
  const { mailHost } = await study.ask('manager', 'study.bureau', {});
  return { host: mailHost!.host, port: mailHost!.port, secure: mailHost!.secure, from: mailHost!.from };
}
