/** Messages that came back, read again: twice, by two at once, and after a cut at any moment of any write. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { messageFixtures } from '../fixtures/message-fixtures.ts';
import { type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';
import { cameBack, mboxOf, readIn } from './replies.ts';

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

describe('read twice', () => {
  test('every message changes something at most once', async () => {
    const texts = ['Aalbersma', 'Bessemans', 'Cornippen'].flatMap((surname, nr) =>
      messageFixtures
        .filter(({ kind }) => (nr === 0 ? kind !== 'opted-out' : kind !== 'unknown'))
        .map((one) => cameBack(study, surname, `${one.kind}/${one.name.slice(0, -4)}`)),
    );
    const first = await readIn(study, mboxOf(texts));
    expect(first).toMatchObject({ bounced: 3, gaveUp: 0, optedOut: 2 });
    expect(first.known).toBeGreaterThan(90);
    const after = everything();
    const acts = await study.acts();
    const second = await readIn(study, mboxOf(texts));
    expect(everything()).toEqual(after);
    expect(second).toMatchObject({ bounced: 0, gaveUp: 0, optedOut: 0, next: [] });
    expect(second.read).toBe(first.read);
    expect((await study.acts()).slice(acts.length)).toEqual(['contact.readReplies']);
  });

  test('by two at once is the same as by one', async () => {
    const texts = ['Aalbersma', 'Bessemans'].map((surname) => cameBack(study, surname, 'bounced/sendmail'));
    const views = await Promise.all([readIn(study, ...texts), readIn(study, ...texts)]);
    expect(views.map((view) => view.bounced).reduce((a, b) => a + b)).toBe(2);
    expect(views.map((view) => view.known).reduce((a, b) => a + b)).toBe(2);
  });

  test('after a cut at any write: nothing is lost and nothing is done twice', async () => {
    const cuts: string[] = [];
    for (const moment of ['begun', 'written', 'journalled', 'committed'] as const)
      for (const nth of [1, 2, 3]) {
        study.stop();
        study = await prepared.open();
        await study.ask('manager', 'contact.sendEmails', { group: residents });
        const messages = [
          ...['Aalbersma', 'Bessemans'].map((surname) => cameBack(study, surname, 'bounced/domino')),
          cameBack(study, 'Cornippen', 'opted-out/reply-one-word'),
        ];
        let left = Number.POSITIVE_INFINITY;
        await study.restart({
          onWriteStep(step) {
            if (step === moment) left -= 1;
            if (step === moment && left === 0) throw new Error('cut');
          },
        });
        left = nth;
        const outcome = await readIn(study, ...messages).then(
          () => 'done',
          () => 'cut',
        );
        cuts.push(outcome);
        await study.restart();
        await readIn(study, ...messages);
        expect([await outcomesOf('Aalbersma'), await outcomesOf('Bessemans')]).toEqual([['bounced'], ['bounced']]);
        expect(await caseOf('Cornippen')).toMatchObject({ state: 'final', final_code: '2.11' });
        expect((await study.acts()).filter((act) => act === 'contact.bounced')).toHaveLength(2);
        expect((await study.acts()).filter((act) => act === 'contact.optedOut')).toHaveLength(1);
      }
    // Three messages are three writes, and each was cut at each of its moments.
    expect(cuts).toEqual(Array(12).fill('cut'));
  });
});
