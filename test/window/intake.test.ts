/** An intake in the window from choosing a file to undoing it: columns by hand, the sum, refused rows, a file that is refused as a whole. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileBytes, readWorkbook } from '../../electron/files/read-file.ts';
import { deliveriesWords } from '../../renderer/wording/screens/deliveries.ts';
import { intakeWords } from '../../renderer/wording/screens/intake.ts';
import { intakeColumnsWords } from '../../renderer/wording/screens/intake-columns.ts';
import { intakeOutcomeWords } from '../../renderer/wording/screens/intake-outcome.ts';
import { intakeRefusalWords, readyText } from '../../renderer/wording/screens/intake-refusal.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { temporaryFolder } from '../electron/office.ts';
import { axeFaults } from './axe-faults.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { studyToTakeIn } from './study-to-take-in.ts';
import { goTo, signIn } from './walk.ts';

const say = intakeWords.nl;
const columns = intakeColumnsWords.nl;
const outcome = intakeOutcomeWords.nl;
const { folder, remove } = temporaryFolder();
let seat: TestSeat;
let page: Page;

beforeAll(async () => {
  const study = await studyToTakeIn(folder, {
    agreement: { allowedFields: ['initials', 'surname', 'email', 'town', 'deceased'] },
    groups: [
      { code: 'partners' as GroupCode, title: 'Netwerkpartners', consentBasis: 'business-contact' },
      { code: 'residents' as GroupCode, title: 'Bewoners', consentBasis: 'no-objection' },
    ],
  });
  seat = await openSeat('browser', { home: folder, study, size: { width: 1024, height: 700 } });
  page = seat.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, 'Marit');
  await goTo(page, 'intake');
}, 300_000);
afterAll(async () => {
  await seat?.close();
  remove();
});

/** A file with these lines, as a client would send it. */
function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}
const button = (name: string | RegExp) => page.getByRole('button', { name });
const sum = () => page.locator('.sum').first();
const choose = async (...paths: readonly string[]) => {
  seat.chooseNextSources(paths);
  await button(/^(Kies|Voeg) bestanden/).click();
};
const columnRow = (header: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${header} `) }) });
/** What is written where the focus is: it goes there once what has it stands on the page. */
const focused = () => page.evaluate(() => document.activeElement?.textContent);
const isFresh = () => page.getByText(say.nothingStored).waitFor();

const people = ['Aalders', 'Bakkersen', 'Dirksma', 'Eversen'];
const list = file('partners.csv', [
  'Voorletters;Achternaam;E-mail;Telefoon;Werkplek;Overleden',
  ...people.map((name, nr) => `Q.;${name};${name.toLowerCase()}@partner.example;06-8900110${nr};Waterhoven;`),
  'Q.;Zonderweg;geen adres;06-89001109;Waterhoven;',
  'Q.;Fictiema;fictiema@partner.example;;Waterhoven;ja',
]);

describe('a delivery', () => {
  it('begins with what to do, and an empty group waits for its people', async () => {
    await page.getByText(say.noFiles).waitFor();
    await page.getByText(deliveriesWords.nl.none).waitFor();
    expect(await page.getByRole('radio', { name: new RegExp(say.kinds.people!) }).isChecked()).toBe(true);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is written out as a sum, and says of each column what happens to it', async () => {
    await choose(list);
    await isFresh();
    expect(await sum().innerText()).toBe('6 gelezen = 4 aangenomen + 1 overleden + 1 zonder bruikbaar adres of nummer');
    expect(await columnRow('Telefoon').innerText()).toContain(columns.notAllowed);
    expect(await columnRow('Werkplek').innerText()).toContain(columns.notRecognised);
    expect(await columnRow('Overleden').innerText()).toContain(columns.usedOnly);
    const masked = page.getByRole('table', { name: columns.worst });
    expect(await masked.innerText()).toContain(columns.unreadable);
    // Nothing of a person stands on the screen as it is in the file.
    const all = await page.locator('main').innerText();
    for (const name of [...people, 'Zonderweg', '06-8900']) expect(all).not.toContain(name);
  });

  it('looks again by itself when a column becomes something else, and the focus stays there', async () => {
    const meaning = page.getByLabel(columns.becomesOf('Werkplek', 'E'));
    await meaning.focus();
    await meaning.selectOption('town');
    await columnRow('Werkplek').getByText(columns.kept).waitFor();
    await isFresh();
    const labelled = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await expect.poll(labelled).toBe(columns.becomesOf('Werkplek', 'E'));
    expect(await columnRow('Werkplek').innerText()).toContain(columns.chosen);
    // A field that is not allowed is not offered.
    expect(await meaning.locator('option[value="phone"]').count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('is still there after a look at another screen, with what was chosen', async () => {
    const chosen = await columnRow('Werkplek').getByRole('combobox').inputValue();
    const before = await sum().textContent();
    await goTo(page, 'study');
    await goTo(page, 'intake');
    await isFresh();
    expect(await sum().textContent()).toBe(before);
    expect(await columnRow('Werkplek').getByRole('combobox').inputValue()).toBe(chosen);
  });

  it('gives the refused rows for the client: numbers and reasons, and nobody', async () => {
    const target = join(folder, 'geweigerd.xlsx');
    seat.chooseNextTarget(target);
    await button(outcome.saveRefused).click();
    await page.getByText(/2 regels bewaard in/).waitFor();
    const workbook = await readWorkbook(await readFileBytes(seat.placeOf(target)));
    const told = JSON.stringify([...workbook.values()]);
    for (const part of ['6', '7', 'overleden', 'geen bruikbaar adres']) expect(told).toContain(part);
    for (const name of ['Zonderweg', 'Fictiema', 'partner.example']) expect(told).not.toContain(name);
  });

  it('is stored by one button, told, and listed', async () => {
    await button('Lees 4 mensen in').click();
    await page.getByText(say.done(4, '4')).waitFor();
    await page.getByText(say.eraseSource).waitFor();
    await expect.poll(focused).toContain(say.done(4, '4'));
    const row = page.getByRole('table', { name: deliveriesWords.nl.caption }).getByRole('row').nth(1);
    await row.getByText('6 gelezen = 4 aangenomen').waitFor();
    expect(await axeFaults(page)).toEqual([]);
  });

  it('can be undone as long as nobody was contacted, after a question that says what goes', async () => {
    await button(new RegExp(`^${deliveriesWords.nl.undo}`)).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(deliveriesWords.nl.undoGoes(4, '4')).waitFor();
    // Enter pressed twice takes nobody out.
    await expect.poll(focused).toBe(windowWords.nl.cancel);
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: deliveriesWords.nl.undoDeed(4, '4') }).click();
    await page.getByText(deliveriesWords.nl.undone).waitFor();
    await page.getByText(say.leadEmpty).waitFor();
    await expect.poll(focused).toContain(deliveriesWords.nl.undone);
    // What was told of it before is not so any more.
    await page.getByText(say.noFiles).waitFor();
  });
});

describe('a file with citizen service numbers', () => {
  it('is refused as a whole, with a text for the client that is selected at once', async () => {
    await choose(file('met-bsn.csv', ['Voorletters;Achternaam;BSN', 'Q.;Aalders;111222333']));
    await page.getByRole('heading', { name: intakeRefusalWords.nl.title }).waitFor();
    const text = page.getByLabel(intakeRefusalWords.nl.letter);
    const written = await text.inputValue();
    expect(written).toContain('bestand 1 van uw levering, kolom C');
    expect(written).not.toMatch(/111222333|Aalders|met-bsn/);
    expect(written).toBe(
      readyText(
        { problem: 'intake.citizen-service-number', file: 1, column: 'C', recognisedBy: 'header' },
        (await page.locator('.study-title').innerText()).trim(),
      ),
    );
    await button(intakeRefusalWords.nl.selectAll).click();
    const selected = await text.evaluate((box: HTMLTextAreaElement) => box.selectionEnd - box.selectionStart);
    expect(selected).toBe(written.length);
    expect(await button(/^Lees \d/).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    await button(intakeRefusalWords.nl.takeOff).click();
    await page.getByText(say.noFiles).waitFor();
  });

  it('is not in the log of the app', () => {
    expect(() => readFileSync(join(folder, 'veldwerk', 'bugs.log'), 'utf8')).toThrow();
  });
});

describe('a column that nobody knows and that may say who objects or died', () => {
  it('has to be chosen first, not to read it too; then who objects is refused', async () => {
    const rows = ['Aalders;aalders@partner.example;ja;overleden', 'Bakkersen;bakkersen@partner.example;nee;actief'];
    await choose(file('onbekend.csv', ['Achternaam;E-mail;Heeft u bezwaar?;Status', ...rows]));
    await page.getByText(columns.mayTellNoText).waitFor();
    await isFresh();
    expect(await sum().innerText()).toContain('2 gelezen = 2 aangenomen');
    await page.getByText(say.firstUndecidedColumns).waitFor();
    expect(await button('Lees 2 mensen in').isDisabled()).toBe(true);
    expect(await columnRow('Status').innerText()).toContain(columns.mayTellNo);
    expect(await axeFaults(page)).toEqual([]);
    await button(new RegExp(`^${columns.readAs(columns.consentOrObjection)}`)).click();
    await page.getByLabel(columns.becomesOf('Status', 'D')).selectOption('not-read');
    await columnRow('Status').getByText(columns.leftOut).waitFor();
    await page.getByText('2 gelezen = 1 aangenomen').first().waitFor();
    await isFresh();
    expect(await page.getByText(columns.mayTellNoText).count()).toBe(0);
    await button('Lees 1 persoon in').waitFor();
    await button(/^Haal weg/).click();
    await page.getByText(say.noFiles).waitFor();
  });
});
