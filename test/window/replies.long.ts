/** Messages that came back, in the window: saved ones are chosen, a mailbox is set, tried and read, and what follows is written out. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repliesWords } from '../../renderer/wording/screens/replies.ts';
import { studyWords } from '../../renderer/wording/screens/study.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { day } from '../../shared/calendar.ts';
import { messageKey } from '../../shared/contact/message-key.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import { temporaryFolder } from '../electron/office.ts';
import { aboutKey, messageFixtures } from '../fixtures/message-fixtures.ts';
import { type ImapServer, startImapServer } from '../imap-server.ts';
import { axeFaults } from './axe-faults.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { studyUnderWay } from './study-under-way.ts';
import { goTo, goToContact, settled, signIn } from './walk.ts';

const { folder, remove } = temporaryFolder();
const say = repliesWords.nl;
let seat: TestSeat;
let page: Page;
let imap: ImapServer;
/** E-mails that were sent to people who did not end yet. */
let sent: readonly AttemptId[];

beforeAll(async () => {
  const study = await studyUnderWay(folder, day('2026-03-06'));
  const raw = new Database(join(study, 'study.db'), { readonly: true });
  sent = raw
    .prepare<[], AttemptId>(
      `SELECT attempts.id FROM attempts JOIN cases ON cases.id = case_id
       WHERE channel = 'email' AND outcome = 'sent' AND state = 'open' GROUP BY case_id ORDER BY attempts.id`,
    )
    .pluck()
    .all();
  raw.close();
  expect(sent.length).toBeGreaterThan(20);
  imap = await startImapServer();
  seat = await openSeat('browser', { home: folder, study, size: { width: 1280, height: 1000 } });
  page = seat.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('h1').first().waitFor();
  const open = page.getByRole('button', { name: /^Open / }).first();
  if (await open.isVisible().catch(() => false)) await open.click();
  await signIn(page, 'Marit');
});
afterAll(async () => {
  await seat?.close();
  await imap?.stop();
  remove();
});

/** Without the line that says for which address it was: those of these people are sealed. */
const about = (nr: number, kind: string, name: string) =>
  aboutKey(
    messageFixtures.find((one) => one.kind === kind && one.name === `${name}.eml`)!,
    messageKey(sent[nr]!),
  ).replaceAll(/^To: .*wouda.*\n/gm, '');
const room = (title = say.title) => page.getByRole('region', { name: title });
const shoot = async (name: string) => {
  const to = process.env.VELDWERK_SCREENSHOTS;
  if (to === undefined) return;
  mkdirSync(to, { recursive: true });
  await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
};
const faults = async () => {
  await settled(page);
  return axeFaults(page);
};

describe('what came back', () => {
  it('is read from saved messages, and the sum and what follows are written out', async () => {
    await goToContact(page, 'received');
    await room().getByText(say.noMailbox).waitFor();
    const texts = [
      ...[0, 1, 2].map((nr) => about(nr, 'bounced', 'postfix')),
      about(3, 'given-up', 'expired'),
      about(4, 'automatic', 'exchange-dutch'),
      about(5, 'opted-out', 'reply-one-word'),
      about(6, 'to-read', 'question'),
      messageFixtures.find(({ kind }) => kind === 'unknown')!.text,
      'geen bericht',
    ];
    const paths = texts.map((text, nr) => {
      const path = join(seat.home, `bericht-${nr}.eml`);
      writeFileSync(path, text);
      return path;
    });
    seat.chooseNextSources(paths);
    await room().getByRole('button', { name: say.chooseFiles }).click();
    await room()
      .getByText(
        '9 gelezen = 3 onbestelbaar + 1 niet bezorgd + 1 automatisch antwoord + 1 afmelding + 1 bericht voor u + 1 zonder kenmerk + 1 geen bericht',
      )
      .waitFor();
    await room().getByText(say.follows.optedOut!).waitFor();
    await room()
      .getByText(say.nextBy('email', 1, '1'))
      .waitFor();
    await shoot('replies-outcome');
    expect(await faults()).toEqual([]);
    seat.chooseNextSources(paths);
    await room().getByRole('button', { name: say.chooseFiles }).click();
    await room()
      .getByText(/9 gelezen = .*5 al verwerkt/)
      .waitFor();
  });

  it('that cannot be read says so', async () => {
    const path = join(seat.home, 'tabel.csv');
    writeFileSync(path, 'code;hulp\n');
    seat.chooseNextSources([path]);
    await room().getByRole('button', { name: say.chooseFiles }).click();
    await room()
      .getByText(/staat geen e-mail die Veldwerk kan lezen/)
      .waitFor();
    expect(await faults()).toEqual([]);
  });

  it('is read from a mailbox once that is set, and what is wrong with it is explained', async () => {
    await goTo(page, 'study');
    await page.getByRole('button', { name: studyWords.nl.rooms.bureau }).first().click();
    const box = room(say.mailbox.title);
    await box.getByLabel(say.mailbox.host).fill('127.0.0.1');
    await box.getByLabel(say.mailbox.port).fill(String(imap.port));
    await box.getByLabel(say.login.user).fill('terug');
    await box.getByLabel(say.login.password).fill('anders');
    await box.getByRole('button', { name: say.mailbox.save }).click();
    await box.getByText(say.mailbox.codes.login!).waitFor();
    await shoot('mailbox-refused');
    expect(await faults()).toEqual([]);
    for (const kind of ['microsoft', 'google', 'password'] as const) {
      await box.getByLabel(say.login.kind).selectOption(kind);
      await shoot(`mailbox-${kind}`);
      expect(await faults()).toEqual([]);
    }
    imap.add(about(7, 'bounced', 'gmail'));
    imap.add(about(8, 'opted-out', 'subject-only'));
    await box.getByLabel(say.login.password).fill('geheim');
    await box.getByRole('button', { name: say.mailbox.save }).click();
    await box.getByText(say.mailbox.works(2, '2')).waitFor();
    await shoot('mailbox-works');
    expect(await faults()).toEqual([]);
    await box.getByText(say.login.kept).waitFor();
    await box.getByRole('button', { name: say.mailbox.remove }).waitFor();
    await goToContact(page, 'received');
    await room().getByRole('button', { name: say.readMailbox }).click();
    await room().getByText('2 gelezen = 1 onbestelbaar + 1 afmelding').waitFor();
    await shoot('replies-mailbox');
    expect(await faults()).toEqual([]);
    await room().getByRole('button', { name: say.readMailbox }).click();
    await room().getByText(say.nothingNew).waitFor();
  });

  it('reads in English too', async () => {
    await page.getByRole('button', { name: windowWords.nl.language, exact: true }).first().click();
    await page.getByRole('heading', { name: repliesWords.en.title }).waitFor();
    await room(repliesWords.en.title).getByText(repliesWords.en.fromMailbox).waitFor();
    await shoot('replies-english');
    expect(await faults()).toEqual([]);
  });
});
