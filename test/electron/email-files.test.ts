/** E-mails that leave as files: a batch like any other, all or nothing. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bureau } from '../../electron/practice/study-set-up.ts';
import { refusalOf } from '../../scripts/demo/asking.ts';
import { addDays } from '../../shared/calendar.ts';
import { attemptInMessageId, messageKey } from '../../shared/contact/message-key.ts';
import { aboutKey } from '../fixtures/message-fixtures.ts';
import { readMail } from '../read-mail.ts';
import { firstDay, type PreparedStudy, prepareStudy, residents, type StudyInUse } from './prepared.ts';
import { fixtureNamed, found, readIn } from './replies.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
beforeAll(async () => {
  prepared = await prepareStudy();
});
afterAll(() => prepared.remove());
beforeEach(async () => {
  study = await prepared.open();
});

const pathOf = (name = 'messages.zip') => join(study.folder, name);
const save = (name?: string) =>
  study.ask('manager', 'contact.saveEmails', { group: residents, target: study.host.offerTarget(pathOf(name)) });
const attempts = () =>
  study.rows<{ id: string; outcome: string; on_day: string }>(
    `SELECT id, outcome, on_day FROM attempts WHERE channel = 'email' ORDER BY id`,
  );
const messages = (name?: string) =>
  Object.entries(unzipSync(new Uint8Array(readFileSync(pathOf(name))))).map(([file, bytes]) => ({
    file,
    mail: readMail(Buffer.from(bytes).toString('latin1')),
  }));

describe('e-mails as files', () => {
  test('are whole messages, each with its own person, code and key, and nothing of anybody in their names', async () => {
    const { letters } = await save();
    expect(letters).toBe(3);
    const files = messages();
    const ids = attempts().map(({ id }) => id);
    const cases = await study.cases();
    expect(files.map(({ mail }) => attemptInMessageId(mail.header('Message-ID')!)).toSorted()).toEqual(ids.toSorted());
    for (const { file, mail } of files) {
      expect(file).toMatch(/^[a-z2-7]{26}\.eml$/);
      const to = mail.header('To')!;
      const [, { code }] = [...cases].find(([surname]) => to.includes(surname))!;
      expect(mail.part('text/plain')).toContain(`${bureau.webAddress}?code=${code}`);
      expect(mail.header('From')).toBe(`${bureau.name} <${bureau.objectTo}>`);
    }
    expect(study.mailbox.messages).toEqual([]);
  });

  test('count as sent when a person says so; until then nobody of them gets anything else', async () => {
    const { batch } = await save();
    expect(attempts().map(({ outcome }) => outcome)).toEqual(['intended', 'intended', 'intended']);
    expect((await study.ask('manager', 'contact.unclear', {})).attempts).toEqual([]);
    expect((await study.ask('manager', 'contact.sendEmails', { group: residents })).sent).toBe(0);
    expect((await refusalOf(save('again.zip'))).problem).toBe('contact.nothing-due');
    expect((await study.ask('manager', 'contact.batches', {})).batches).toMatchObject([{ kind: 'emails', letters: 3 }]);
    await study.moveTo(addDays(firstDay, 1));
    await study.ask('manager', 'contact.markPosted', { batch });
    expect(attempts()).toMatchObject([1, 2, 3].map(() => ({ outcome: 'sent', on_day: addDays(firstDay, 1) })));
  });

  test('to people who stopped meanwhile are taken out by the name of their file, and were never sent', async () => {
    const { batch } = await save();
    const { id } = (await study.cases()).get('Bessemans')!;
    await study.ask('manager', 'contact.stopCase', { caseId: id, why: 'withdrew' });
    const { batches } = await study.ask('manager', 'contact.batches', {});
    const theirs = messages().find(({ mail }) => mail.header('To')!.includes('Bessemans'))!;
    expect(batches[0]!.takeOut).toEqual([theirs.file]);
    const post = (takenOut: string[]) => study.ask('manager', 'contact.markPosted', { batch, takenOut });
    expect((await refusalOf(post([]))).problem).toBe('contact.letters-to-take-out');
    await post([theirs.file]);
    expect(attempts().map(({ outcome }) => outcome)).toEqual(['sent', 'sent']);
  });

  test('undone are due again, and their file is gone', async () => {
    const { batch } = await save();
    await study.ask('manager', 'contact.discardBatch', { batch });
    expect(existsSync(pathOf())).toBe(false);
    expect(attempts()).toEqual([]);
    expect((await study.ask('manager', 'contact.sendEmails', { group: residents })).sent).toBe(3);
  });

  describe('of which one came back', () => {
    const back = (surname: string) => {
      const { mail } = messages().find((one) => one.mail.header('To')!.includes(surname))!;
      const key = messageKey(attemptInMessageId(mail.header('Message-ID')!)!);
      const text = aboutKey(fixtureNamed('bounced/postfix'), key);
      return readIn(study, text.replaceAll(/wouda@[a-z.]+/g, `${surname.toLowerCase()}@wijk.example`));
    };

    test('were sent: they are not undone, and the others count as sent when a person says so', async () => {
      const { batch } = await save();
      expect(found(await back('Bessemans'))).toEqual({ read: 1, bounced: 1 });
      const undone = study.ask('manager', 'contact.discardBatch', { batch });
      expect((await refusalOf(undone)).problem).toBe('contact.batch-partly-gone');
      expect(existsSync(pathOf())).toBe(true);
      await study.ask('manager', 'contact.markPosted', { batch });
      expect(
        attempts()
          .map(({ outcome }) => outcome)
          .toSorted(),
      ).toEqual(['bounced', 'sent', 'sent']);
    });

    test('count as sent also when its person stopped after that: there is nothing left to take out', async () => {
      const { batch } = await save();
      await back('Bessemans');
      const { id } = (await study.cases()).get('Bessemans')!;
      await study.ask('manager', 'contact.stopCase', { caseId: id, why: 'withdrew' });
      expect((await study.ask('manager', 'contact.batches', {})).batches[0]!.takeOut).toEqual([]);
      await study.ask('manager', 'contact.markPosted', { batch });
      expect(
        attempts()
          .map(({ outcome }) => outcome)
          .toSorted(),
      ).toEqual(['bounced', 'sent', 'sent']);
    });
  });

  test('that cannot be written leave nothing: no file, no batch, nobody who was written to', async () => {
    mkdirSync(join(study.folder, 'full.zip.new'));
    await expect(save('full.zip')).rejects.toThrow();
    expect(existsSync(pathOf('full.zip'))).toBe(false);
    expect(attempts()).toEqual([]);
    expect((await study.ask('manager', 'contact.batches', {})).batches).toEqual([]);
    expect(await study.acts()).toContain('contact.emailsNotSaved');
    expect((await study.ask('manager', 'contact.sendEmails', { group: residents })).sent).toBe(3);
  });

  test('of many people are written down in turns, so that others get theirs; and are taken back whole', async () => {
    const more = 250;
    const rows = Array.from({ length: more }, (_, nr) => `V-${nr};Verzonnen${nr};v${nr}@wijk.example`);
    const file = study.offer('more.csv', ['Clientnummer;Achternaam;E-mail', ...rows, ''].join('\r\n'));
    await study.ask('manager', 'intake.accept', { group: residents, files: [{ file }] });
    mkdirSync(join(study.folder, 'full.zip.new'));
    await expect(save('full.zip')).rejects.toThrow();
    expect(attempts()).toEqual([]);
    expect((await study.ask('manager', 'contact.batches', {})).batches).toEqual([]);
    expect(study.rows(`SELECT * FROM handouts`)).toEqual([]);
    expect((await save()).letters).toBe(more + 3);
    expect(attempts().length).toBe(more + 3);
    const acts = await study.acts();
    expect(acts.filter((act) => act === 'contact.saveEmails').length).toBe(4);
    expect(acts.filter((act) => act === 'contact.emailsNotSaved').length).toBe(2);
  });

  test('do not go into the study folder, nor under another name than a .zip', async () => {
    expect((await refusalOf(save('messages.eml'))).problem).toBe('file.kind-unsupported');
    expect((await refusalOf(save('study/messages.zip'))).problem).toBe('file.inside-study-folder');
    expect(attempts()).toEqual([]);
  });
});
