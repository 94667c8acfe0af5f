/** The manager takes in a whole fieldwork's deliveries, with the keyboard only: locked sheets, the list again, doubtful people, news, a draw. */

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { deliveriesWords } from '../../renderer/wording/screens/deliveries.ts';
import { intakeWords } from '../../renderer/wording/screens/intake.ts';
import { intakeOutcomeWords } from '../../renderer/wording/screens/intake-outcome.ts';
import { intakePeopleWords } from '../../renderer/wording/screens/intake-people.ts';
import { intakeRefusalWords } from '../../renderer/wording/screens/intake-refusal.ts';
import { journalWords } from '../../renderer/wording/screens/journal.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { problemText } from '../../renderer/wording/wording.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { temporaryFolder } from '../electron/office.ts';
import { axeFaults, lookAs, looks } from './axe-faults.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { studyToTakeIn } from './study-to-take-in.ts';
import { focusedName, pressOn, tabTo } from './tab-to.ts';
import { goTo, signIn } from './walk.ts';

const { encrypt } = createRequire(import.meta.url)('officecrypto-tool') as {
  encrypt(bytes: Buffer, options: { readonly password: string }): Buffer;
};
const say = intakeWords.nl;
const outcome = intakeOutcomeWords.nl;
const whom = intakePeopleWords.nl;
const done = deliveriesWords.nl;
const { folder, remove } = temporaryFolder();
let seat: TestSeat;
let page: Page;

beforeAll(async () => {
  const study = await studyToTakeIn(folder, {
    agreement: {
      allowedFields: ['clientNumber', 'initials', 'surname', 'postcode', 'phone', 'email', 'birthDate', 'stratum'],
    },
    groups: [{ code: 'residents' as GroupCode, title: 'Bewoners', consentBasis: 'no-objection' }],
  });
  seat = await openSeat('browser', { home: folder, study, size: { width: 1024, height: 700 } });
  page = seat.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, 'Marit');
  await goTo(page, 'intake');
});
afterAll(async () => {
  await seat?.close();
  remove();
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const csv = (name: string, lines: readonly string[]) => file(name, lines.join('\n'));

/** A radio by the arrows, from the one of its row that is chosen. */
async function choose(name: string): Promise<void> {
  const wanted = page.getByRole('radio', { name: new RegExp(`^${name}`) });
  const group = page.getByRole('group').filter({ has: wanted }).last();
  const names = await group
    .getByRole('radio')
    .evaluateAll((all) =>
      all.map((one) => ({ on: (one as HTMLInputElement).checked, name: one.parentElement?.textContent ?? '' })),
    );
  const [from, to] = [names.findIndex(({ on }) => on), names.findIndex((one) => one.name.startsWith(name))];
  await tabTo(page, names[from]!.name);
  for (let step = Math.abs(to - from); step > 0; step -= 1)
    await page.keyboard.press(to > from ? 'ArrowDown' : 'ArrowUp');
  expect(await wanted.isChecked()).toBe(true);
}
async function chooseFiles(...paths: readonly string[]): Promise<void> {
  seat.chooseNextSources(paths);
  await pressOn(page, /^(Kies|Voeg) bestanden/);
}
const fresh = () => page.getByText(say.nothingStored).waitFor();
const sums = () => page.locator('.sum').allInnerTexts();
const another = () => pressOn(page, say.another);
async function axe(where: string): Promise<void> {
  for (const look of looks) {
    await lookAs(look, page);
    expect(await axeFaults(page), `${where}, ${look}`).toEqual([]);
  }
  await lookAs('light', page);
}

const header = 'Clientnummer;Voorletters;Achternaam;Postcode;Telefoon;Geboortedatum';
/** By the number: invented, each with a name and number of its own. */
const names = ['Aalbersma', 'Bessemans', 'Cornippen', 'Dusseljee', 'Eikelstra', 'Fokkinkma', 'Groothuma', 'Hooglanda'];
const cells = (nr: number, phone = nr) => [
  `C-${nr}`,
  'Q.',
  names[nr - 1]!,
  `9999 Z${'ABCDEFGH'[nr - 1]}`,
  `06-8900110${phone}`,
  `196${nr}-05-1${nr}`,
];
const line = (nr: number, phone?: number) => cells(nr, phone).join(';');

describe('the deliveries of a fieldwork, by keyboard', () => {
  it('a locked workbook asks for its password where it stands, and each of its sheets becomes a list', async () => {
    const sheet = (from: number, to: number) => [
      header.split(';'),
      ...Array.from({ length: to - from + 1 }, (_, at) => cells(from + at)),
    ];
    const book = utils.book_new();
    for (const [name, rows] of Object.entries({ Oost: sheet(1, 3), Uitleg: [['a'], ['b']], West: sheet(4, 6) }))
      utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }, { Hidden: 0 }] };
    const locked = encrypt(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, { password: 'lijst van juli' });
    await chooseFiles(file('bewoners.xlsx', locked));
    const box = page.getByLabel(say.password, { exact: true });
    await box.waitFor();
    expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
    await axe('a password');
    await page.keyboard.type('niet dit');
    await page.keyboard.press('Enter');
    await page.getByText(problemText({ problem: 'file.password-wrong', file: 1 }, 'nl').happened).waitFor();
    expect(await box.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('lijst van juli');
    // The office is asked to stop before it has begun, too.
    const isPreview = (request: Request) => request.postData()?.includes('"intake.preview"') === true;
    await page.route('**/ask', async (route) => {
      if (isPreview(route.request())) await page.waitForTimeout(1500);
      await route.continue();
    });
    await page.keyboard.press('Enter');
    // Opening it takes a while, which can be stopped: nothing was read then, and it is begun again.
    await page.getByRole('button', { name: say.stop }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(problemText({ problem: 'intake.cancelled' }, 'nl').happened).waitFor();
    await page.unroute('**/ask');
    expect(await page.getByRole('heading', { name: say.preview }).count()).toBe(0);
    await pressOn(page, say.lookAgain);
    await fresh();
    expect(await box.count()).toBe(0);
    // It is nowhere on the page any more, not even in a box.
    expect(await page.content()).not.toContain('lijst van juli');
    const choice = page.getByLabel(say.sheet, { exact: true });
    expect(await choice.locator('option').allInnerTexts()).toEqual([
      '1. Oost: 4 rijen',
      '2. Uitleg: 2 rijen, verborgen',
      '3. West: 4 rijen',
    ]);
    // The box is gone, and the focus is where the list goes on.
    expect(await focusedName(page)).toBe(say.sheet);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'Bestand 1: bewoners.xlsx, blad West' }).waitFor();
    await fresh();
    await pressOn(page, 'Maak van elk blad een lijst (2 bladen)');
    await page.getByRole('heading', { name: 'Bestand 2: bewoners.xlsx, blad West' }).waitFor();
    await pressOn(page, say.stratumFromNames);
    expect(await page.getByLabel(say.stratumOf(1)).inputValue()).toBe('Oost');
    await fresh();
    expect(await sums()).toEqual([
      'Samen: 6 gelezen = 6 aangenomen + 0 geweigerd',
      '3 gelezen = 3 aangenomen + 0 geweigerd',
      '3 gelezen = 3 aangenomen + 0 geweigerd',
    ]);
    await pressOn(page, 'Lees 6 mensen in');
    await page.getByText(say.done(6, '6')).waitFor();
  });

  it('the same list again tells who is new, changed and gone, and what becomes of the gone', async () => {
    await another();
    expect(await page.getByRole('radio', { name: new RegExp(`^${say.kinds.difference}`) }).isChecked()).toBe(true);
    // 6 is gone, 7 is new, and 2 has another number.
    await chooseFiles(csv('bewoners-2.csv', [header, line(1), line(2, 9), line(3), line(4), line(5), line(7)]));
    await fresh();
    expect(await sums()).toEqual(['6 gelezen = 1 aangenomen + 1 gewijzigd + 4 al bekend en gelijk gebleven']);
    await page.getByText(outcome.goneCount(1, '1', false)).waitFor();
    await choose(say.goneStop);
    await page.getByText(outcome.goneCount(1, '1', true)).waitFor();
    await fresh();
    await axe('a difference');
    await pressOn(page, 'Lees 1 persoon in');
    await page.getByText(say.done(1, '1')).waitFor();
    await page.getByText(outcome.goneCount(1, '1', true)).waitFor();
    // The same person is not counted in two sentences.
    expect(await page.getByText(outcome.stopped(1, '1')).count()).toBe(0);
  });

  it('people who may be others are decided on one at a time, back and forth, and the rest at once', async () => {
    await another();
    await choose(say.kinds.people!);
    // Each of the first four with a slip in the name, and no number by which they are the same.
    const slips = [1, 2, 3, 4].map((nr) => {
      const [, initials, surname, postcode, phone, born] = cells(nr, nr === 2 ? 9 : nr);
      return ['', initials, `${surname}a`, postcode, phone, born].join(';');
    });
    await chooseFiles(csv('nakomers.csv', [header, ...slips, line(8)]));
    const lead = (left: number) => page.getByText(whom.questionsLead(left, String(left)));
    await lead(4).waitFor();
    await fresh();
    expect(await sums()).toEqual(['5 gelezen = 1 aangenomen + 4 nog te beslissen']);
    await page.getByText(say.firstDecide(4, '4')).waitFor();
    expect(await page.getByRole('button', { name: /^Lees 1 persoon/ }).isDisabled()).toBe(true);
    const card = page.locator('.question');
    expect(await card.innerText()).toContain('Aalbersmaa');
    expect(await card.locator('.differs').first().innerText()).toContain(whom.differs);
    await axe('a question');
    // The veil hides everybody on it.
    await page.keyboard.press('F9');
    expect(await card.innerText()).not.toContain('Aalbersma');
    await page.keyboard.press('F9');
    await tabTo(page, whom.takeDeed);
    await page.keyboard.press('m');
    await lead(3).waitFor();
    expect(await card.innerText()).toContain('Bessemansa');
    expect(await card.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('t');
    await card.getByText(whom.takenBefore).waitFor();
    expect(await card.innerText()).toContain('Aalbersmaa');
    await page.keyboard.press('l');
    await lead(3).waitFor();
    await page.keyboard.press('m');
    await lead(2).waitFor();
    await pressOn(page, 'Laat alle overige weg (2)');
    await page.getByText(whom.allDecided).waitFor();
    await page.getByText(whom.decidedCount('1', '3')).waitFor();
    await fresh();
    expect(await sums()).toEqual(['5 gelezen = 2 aangenomen + 3 door u weggelaten']);
    await pressOn(page, 'Lees 2 mensen in');
    await page.getByText(say.done(2, '2')).waitFor();
  });

  it('news about people holds at once, and whoever rang is asked about', async () => {
    await another();
    await choose(say.kinds.updates!);
    await chooseFiles(
      csv('nieuws.csv', [
        'Clientnummer;Achternaam;Wat is er gebeurd',
        'C-1;Aalbersma;overleden',
        'C-3;Cornippen;maakt bezwaar',
        'C-4;Dusseljee;heeft gebeld',
        'C-99;Onbekendema;verhuisd',
      ]),
    );
    await page.getByText(whom.whys.called!).waitFor();
    await fresh();
    expect(await sums()).toEqual([
      '4 gelezen = 0 aangenomen + 1 overleden + 1 maakt bezwaar + 1 niet in dit onderzoek + 1 nog te beslissen',
    ]);
    await axe('a question about news');
    await pressOn(page, whom.stopDeed);
    await page.getByText(whom.decidedUpdates('0', '1')).waitFor();
    await fresh();
    await pressOn(page, say.acceptNobody);
    await page.getByText(say.done(0, '0')).waitFor();
    await page.getByText(outcome.stopped(3, '3')).waitFor();
  });

  it('a list of people who must not be approached stops who is there, and is remembered', async () => {
    await another();
    await choose(say.kinds.stops!);
    await chooseFiles(csv('bezwaren.csv', [header, line(5), ';Z.;Elderskersma;9997 ZZ;06-89001555;1950-01-05']));
    await page.getByText(say.stopsKept).waitFor();
    await fresh();
    expect(await sums()).toEqual(['2 gelezen = 0 aangenomen + 1 niet meer te benaderen + 1 niet in dit onderzoek']);
    await pressOn(page, say.acceptNobody);
    // What stops is told before it is taken in as well.
    await page.getByText(say.done(0, '0')).waitFor();
    await page.getByText(outcome.stopped(1, '1')).waitFor();
    await another();
    await choose(say.kinds.people!);
    await chooseFiles(csv('later.csv', [header, 'C-55;Z.;Elderskersma;9997 ZZ;06-89001555;1950-01-05']));
    await fresh();
    expect(await sums()).toEqual([`1 gelezen = 0 aangenomen + 1 ${outcome.reasons.suppressed}`]);
    await page.getByText(say.nothingToDo).waitFor();
    await pressOn(page, /^Haal weg.*/);
  });

  it('of a random selection the strata, what was drawn of each, and the seed are shown', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, nr) =>
        `L-${nr};R.;Loting${'abcdefghijklmnopqrst'[nr]};9998 ZZ;06-890012${nr + 10};;${nr < 12 ? 'Noord' : 'Zuid'}`,
    );
    await chooseFiles(csv('loting.csv', [`${header};Wijkteam`, ...rows]));
    await fresh();
    await tabTo(page, whom.draw);
    await page.keyboard.press('Space');
    await choose(whom.drawPerStratum);
    const table = page.getByRole('table', { name: whom.drawn });
    await table.waitFor();
    await tabTo(page, whom.takeOf('Noord'));
    await page.keyboard.type('3');
    await tabTo(page, whom.takeOf('Zuid'));
    await page.keyboard.type('2');
    await page.getByText('20 gelezen = 5 aangenomen + 15 niet getrokken').waitFor();
    await fresh();
    const shown = (await table.innerText()).split('\n').map((row) => row.split('\t').join(' ').trim());
    expect(shown.at(-1)).toMatch(/20.*5/);
    expect(await page.getByLabel(whom.seed).inputValue()).toMatch(/^\d{1,12}$/);
    await axe('a draw');
    await pressOn(page, 'Lees 5 mensen in');
    await page.getByText(say.done(5, '5')).waitFor();
  });

  it('a special category is refused as a whole, and stands in the journal as an incident', async () => {
    await another();
    await chooseFiles(csv('te-veel.csv', [`${header};Diagnose`, `${line(1)};geheim`]));
    await page.getByRole('heading', { name: intakeRefusalWords.nl.title }).waitFor();
    expect(await page.getByLabel(intakeRefusalWords.nl.letter).inputValue()).toContain('kolom G');
    await axe('a special category');
    await goTo(page, 'journal');
    await page.getByText(journalWords.nl.acts['intake.incident']!).first().waitFor();
    await page
      .getByText(/bijzondere gegevens die de overeenkomst niet toestaat/)
      .first()
      .waitFor();
    await goTo(page, 'intake');
  });

  it('each delivery says whether it can be undone, and the first one is taken back', async () => {
    const table = page.getByRole('table', { name: done.caption });
    await table.waitFor();
    const rows = table.getByRole('row');
    expect(await rows.count()).toBe(7);
    expect(await rows.nth(2).innerText()).toContain(done.cannot.nobody);
    await pressOn(page, new RegExp(`^${done.undo}.*`));
    const dialog = page.getByRole('dialog');
    await dialog.getByText(done.undoGoes(5, '5')).waitFor();
    await axe('the question before undoing');
    // Escape leaves everything as it was.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(7);
    await pressOn(page, new RegExp(`^${done.undo}.*`));
    await pressOn(page, done.undoDeed(5, '5'));
    await page.getByText(done.undone).waitFor();
    await rows.nth(6).waitFor({ state: 'detached' });
    expect(await rows.count()).toBe(6);
  });

  it('all of it has a word in English too', async () => {
    await page.getByRole('button', { name: windowWords.nl.language, exact: true }).first().click();
    await page.getByText(deliveriesWords.en.title).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).not.toMatch(/\b(gelezen|levering|bestanden|mensen|ongedaan)\b/);
    await axe('in English');
  });
});
