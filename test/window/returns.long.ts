/** Answers from the website in the window: an export is looked at and taken in, second answers are decided on, and reminders wait meanwhile. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileBytes, readWorkbook } from '../../electron/files/read-file.ts';
import { localHost } from '../../electron/host.ts';
import { openOffice } from '../../electron/office.ts';
import { groups } from '../../electron/practice/study-set-up.ts';
import { contactWords } from '../../renderer/wording/screens/contact.ts';
import { contactRoomWords } from '../../renderer/wording/screens/contact-rooms.ts';
import { returnsWords } from '../../renderer/wording/screens/returns.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { askingAs } from '../../scripts/demo/asking.ts';
import { surveyPlatform } from '../../scripts/demo/survey-platform.ts';
import { seeded } from '../../scripts/seeded.ts';
import { day } from '../../shared/calendar.ts';
import { csvText } from '../../shared/export/csv.ts';
import { readXlsform } from '../../shared/study/read-xlsform.ts';
import { temporaryFolder } from '../electron/office.ts';
import { axeFaults } from './axe-faults.ts';
import { practiceFile } from './reference-journey.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { passphraseOf, studyUnderWay } from './study-under-way.ts';
import { goToContact, settled, signIn } from './walk.ts';

const { folder, remove } = temporaryFolder();
const say = returnsWords.nl;
let seat: TestSeat;
let page: Page;
/** A partner who was sent a reminder and may still answer, by code. */
let code: string;

beforeAll(async () => {
  const study = await studyUnderWay(folder, day('2026-03-09'));
  const host = localHost(join(folder, 'veldwerk'), '0.0.0-test');
  const office = openOffice(host, host.onBug);
  office.useFolder(study);
  const ask = askingAs(office);
  await ask('Marit', 'study.signIn', { name: 'Marit', passphrase: passphraseOf('Marit') });
  await ask('Marit', 'study.setInterviewRules', { rules: { doubleEntry: false, returnsWithinDays: 0 } });
  const target = join(folder, 'codes.csv');
  const saved = await ask('Marit', 'contact.saveParticipants', {
    group: 'partners' as never,
    target: host.offerTarget(target),
  });
  expect(saved.participants).toBeGreaterThan(10);
  code = /"OK","([0-9A-Z]{9})"/.exec(readFileSync(target, 'utf8'))![1]!;
  office.close();
  seat = await openSeat('browser', { home: folder, study, size: { width: 1280, height: 1000 } });
  page = seat.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('h1').first().waitFor();
  if (
    await page
      .getByRole('button', { name: /^Open / })
      .first()
      .isVisible()
      .catch(() => false)
  )
    await page
      .getByRole('button', { name: /^Open / })
      .first()
      .click();
  await signIn(page, 'Marit');
  await goToContact(page, 'received');
});
afterAll(async () => {
  await seat?.close();
  remove();
});

const room = () => page.getByRole('region', { name: say.title });
const shoot = async (name: string) => {
  const to = process.env.VELDWERK_SCREENSHOTS;
  if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
};
const faults = async () => {
  await settled(page);
  return axeFaults(page);
};

describe('answers from the website', () => {
  it('are as old as it says, and whoever has a link waits for them, also where reminders are sent', async () => {
    await room()
      .getByText(/mensen wachten/)
      .first()
      .waitFor();
    await goToContact(page, 'today');
    // It is said at the name of the room, and a button at the step leads there.
    const rooms = contactRoomWords.nl;
    const received = page
      .getByRole('navigation', { name: rooms.label })
      .getByRole('button', { name: /^Binnengekomen (1 wacht|\d+ wachten)$/ });
    await received.waitFor();
    await page
      .getByRole('button', { name: new RegExp(`^${rooms.toReceived}`) })
      .first()
      .press('Enter');
    await room().waitFor();
    expect(await received.evaluate((one) => one === document.activeElement)).toBe(true);
    await goToContact(page, 'today');
    const today = page.getByRole('region', { name: contactWords.nl.today });
    await today
      .getByText(/mensen wachten|1 persoon wacht/)
      .first()
      .waitFor();
    await today
      .getByRole('button', { name: /^Verstuur/ })
      .first()
      .click();
    // No test message went out before: it is asked once more.
    await today.getByRole('button', { name: /zonder proef$/ }).click();
    await today
      .getByText(/antwoorden van de website/)
      .last()
      .waitFor();
    await page.getByText(/Niemand is benaderd/).waitFor();
    await shoot('returns-waiting');
    expect(await faults()).toEqual([]);
  });

  it('are looked at first: a column that is not recognised is chosen by a person', async () => {
    await goToContact(page, 'received');
    const seen = await questions(page);
    const headers = ['Sleutel', 'submitdate', 'startlanguage', ...seen];
    const rows = [
      headers,
      [code, '2026-03-09 09:00:00', 'nl', ...seen.map(() => '')],
      ['onzin', '2026-03-09', 'nl', ...seen.map(() => '')],
    ];
    const path = join(seat.home, 'antwoorden.csv');
    writeFileSync(path, csvText(rows, { separator: ',' }));
    seat.chooseNextSources([path]);
    await room()
      .getByRole('button', { name: say.read('Netwerkpartners') })
      .click();
    await room()
      .getByText(/Deze kolommen ontbreken nog: inlogcode/)
      .first()
      .waitFor();
    await shoot('returns-columns');
    expect(await faults()).toEqual([]);
    await room().getByLabel(say.readAsOf('Sleutel')).selectOption('code');
    await room()
      .getByRole('button', { name: /^Lees 2 rijen in/ })
      .click();
    await room()
      .getByText(/2 gelezen = 0 ingelezen/)
      .waitFor();
    await room().getByRole('table').getByText(say.reasons['code-invalid']!).waitFor();
    await room().getByText(say.lastToday).waitFor();
    await shoot('returns-outcome');
    expect(await faults()).toEqual([]);
  });

  it('twice from the same person: the second is set aside, and which one stays is decided without seeing either', async () => {
    const read = async (nr: number, on: string) => {
      const path = join(seat.home, `antwoorden-${nr}.csv`);
      writeFileSync(path, await answersOf(code, on));
      seat.chooseNextSources([path]);
      await room()
        .getByRole('button', { name: say.read('Netwerkpartners') })
        .click();
      await room()
        .getByRole('button', { name: /^Lees 1 rij in/ })
        .click();
    };
    await read(1, '2026-03-06');
    await room()
      .getByText(/1 gelezen = 1 ingelezen/)
      .waitFor();
    await read(2, '2026-03-07');
    await room()
      .getByText(/1 gelezen = 0 ingelezen \+ 1 apart gezet/)
      .waitFor();
    await room().getByRole('heading', { name: say.seconds }).waitFor();
    await page.getByRole('button', { name: `Binnengekomen ${contactRoomWords.nl.toDecide(1)}` }).waitFor();
    await shoot('returns-second');
    expect(await faults()).toEqual([]);
    await room().getByRole('button', { name: say.keep.first }).click();
    await page.getByRole('dialog').getByText(say.keepText).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: say.keep.first }).click();
    await room().getByRole('heading', { name: say.seconds }).waitFor({ state: 'detached' });
  });

  it('go to the website as codes and as a questionnaire', async () => {
    await room().getByText(say.toWebsite, { exact: true }).click();
    seat.chooseNextTarget(join(seat.home, 'vragenlijst.txt'));
    await room()
      .getByRole('button', { name: say.saveStructure('Netwerkpartners') })
      .click();
    await room()
      .getByText(/vragen staan in/)
      .waitFor();
    await shoot('returns-website');
    expect(await faults()).toEqual([]);
  });

  it('reads in English too', async () => {
    await page.getByRole('button', { name: windowWords.nl.language, exact: true }).first().click();
    await page.getByRole('heading', { name: returnsWords.en.title }).waitFor();
    expect(await faults()).toEqual([]);
  });
});

/** An export of the platform with one person in it, who sent in everything on that day. */
async function answersOf(who: string, on: string): Promise<Uint8Array> {
  const { questionnaire } = groups.find(({ group }) => group.code === 'partners')!;
  const form = readXlsform(await readWorkbook(await readFileBytes(practiceFile(questionnaire))));
  if (form.kind === 'faulty') throw new Error('a questionnaire of the practice study is faulty');
  const platform = surveyPlatform(form.questionnaire, seeded(Number(on.slice(-2))));
  platform.expect(who, day(on));
  return platform.export(day(on)).bytes;
}

/** The headings of an export of the partners' questionnaire, as the screen itself knows them. */
async function questions(on: Page): Promise<readonly string[]> {
  return on.evaluate(async () => {
    const answer = await fetch('/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'study.questionnaire', input: { group: 'partners' } }),
    });
    const { view } = await answer.json();
    return view.questionnaire.items
      .filter((item: { kind: string }) => item.kind !== 'note' && item.kind !== 'calculate')
      .map((item: { name: string }) => item.name);
  });
}
