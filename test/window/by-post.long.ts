/** Letters in the window: their layout, letters again, and the post that comes back, one envelope after another without the mouse. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localHost } from '../../electron/host.ts';
import { openOffice } from '../../electron/office.ts';
import { lettersWords } from '../../renderer/wording/screens/letters.ts';
import { studyWords } from '../../renderer/wording/screens/study.ts';
import { askingAs } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import { temporaryFolder } from '../electron/office.ts';
import { axeFaults } from './axe-faults.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { passphraseOf, studyUnderWay } from './study-under-way.ts';
import { goTo, goToContact, settled, signIn } from './walk.ts';

const { folder, remove } = temporaryFolder();
const say = lettersWords.nl;
let seat: TestSeat;
let page: Page;
/** On letters that were posted. */
let codes: readonly string[];

beforeAll(async () => {
  const study = await studyUnderWay(folder, day('2026-03-09'));
  const host = localHost(join(folder, 'veldwerk'), '0.0.0-test');
  const office = openOffice(host, host.onBug);
  office.useFolder(study);
  const ask = askingAs(office);
  await ask('Marit', 'study.signIn', { name: 'Marit', passphrase: passphraseOf('Marit') });
  const { batches } = await ask('Marit', 'contact.batches', {});
  const path = join(folder, 'printed.csv');
  const { batch } = batches.find(({ postedOn }) => postedOn !== undefined)!;
  await ask('Marit', 'contact.savePrintList', { batch, target: host.offerTarget(path) });
  codes = readFileSync(path, 'utf8').match(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]/g)!;
  office.close();
  seat = await openSeat('browser', { home: folder, study, size: { width: 1280, height: 1100 } });
  page = seat.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('h1').first().waitFor();
  const open = page.getByRole('button', { name: /^Open / }).first();
  if (await open.isVisible().catch(() => false)) await open.click();
  await signIn(page, 'Marit');
});
afterAll(async () => {
  await seat?.close();
  remove();
});

const shots = process.env.VELDWERK_SCREENSHOTS;
const shoot = async (name: string) => {
  if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
};
const room = (title: string) => page.getByRole('region', { name: title, exact: true });

describe('letters in the window', () => {
  it('have a layout that is kept', async () => {
    await goTo(page, 'study');
    await page.getByRole('button', { name: studyWords.nl.rooms.bureau, exact: true }).click();
    await page.getByRole('heading', { name: say.layoutTitle }).waitFor();
    await page.getByLabel(say.windows.right).check();
    await page.getByLabel(say.onBehalfOf).fill('In opdracht van de gemeente Waterstad');
    await page.getByLabel('Türkçe').check();
    await page.getByLabel('العربية').check();
    await page.getByRole('button', { name: say.saveLayout }).click();
    await page.getByText(say.layoutSaved).waitFor();
    await settled(page);
    await shoot('layout');
    expect(await axeFaults(page)).toEqual([]);
    await goTo(page, 'contact');
    await goTo(page, 'study');
    await page.getByRole('button', { name: studyWords.nl.rooms.bureau, exact: true }).click();
    await page.getByRole('heading', { name: say.layoutTitle }).waitFor();
    expect(await page.getByLabel('Türkçe').isChecked()).toBe(true);
    expect(await page.getByLabel('polski').isChecked()).toBe(false);
  });

  it('that come back are put down one after another by keyboard, and the last one is taken back', async () => {
    await goToContact(page, 'received');
    const back = room(say.back);
    await back.getByLabel(say.code).focus();
    const [first, second, third] = codes;
    // A scanner types the code and presses Enter.
    for (const [index, code] of [first!, second!].entries()) {
      await page.keyboard.type(code);
      await page.keyboard.press('Enter');
      await back.locator('li', { hasText: code }).waitFor();
      await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
      expect(await back.locator('li').count()).toBe(index + 1);
    }
    expect(await back.locator('li').first().innerText()).toContain(say.kinds.undeliverable);
    await back.getByLabel(say.kinds.slip).check();
    await back.getByLabel(say.code).fill(third!);
    await back.getByLabel(say.declines).check();
    await page.keyboard.press('Enter');
    await back.locator('li', { hasText: third! }).waitFor();
    expect(await back.locator('li').first().innerText()).toContain(say.isFinal);
    // What was put down stays while another room is open.
    await goToContact(page, 'calls');
    expect(await back.isVisible()).toBe(false);
    await goToContact(page, 'received');
    expect(await back.locator('li').count()).toBe(3);
    await settled(page);
    await shoot('by-post');
    expect(await axeFaults(page)).toEqual([]);
    await back.getByRole('button', { name: say.undo }).click();
    await back.getByText(say.undone).waitFor();
    expect(await back.locator('li').count()).toBe(2);
    expect(await back.getByRole('button', { name: say.undo }).isDisabled()).toBe(true);
  });

  it('that come back are scanned from the square too, faster than they are recorded, and a wrong one is written over', async () => {
    const back = room(say.back);
    await back.getByLabel(say.kinds.undeliverable).check();
    await back.getByLabel(say.code).focus();
    const scan = async (text: string) => {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    await scan(`https://vragenlijst.veldzicht.example/w?code=${codes[4]!.replaceAll('-', '')}`);
    await scan(codes[5]!);
    for (const code of [codes[4]!, codes[5]!]) await back.locator('li', { hasText: code }).waitFor();
    await scan('2222-2222-3');
    await back.locator('li', { hasText: say.notRecorded }).waitFor();
    await page.waitForFunction(
      () => document.activeElement instanceof HTMLInputElement && document.activeElement.selectionEnd! > 0,
    );
    await scan(codes[6]!);
    await back.locator('li', { hasText: codes[6]! }).waitFor();
    await back.getByRole('button', { name: say.undo }).click();
    await back.getByText(say.undone).waitFor();
    expect(await back.locator('li', { hasText: codes[6]! }).count()).toBe(0);
    expect(await back.locator('li', { hasText: say.notRecorded }).count()).toBe(1);
  });

  it('are made again with a new code, and the website has to be told', async () => {
    await goToContact(page, 'today');
    await page.getByText(say.reprintOne).click();
    const again = page.locator('details', { hasText: say.reprintOneText });
    await again
      .getByLabel(/inlogcode/i)
      .first()
      .fill(codes[3]!);
    await again.getByLabel(say.newCode).check();
    await again.getByRole('button', { name: say.makeOneAgain }).click();
    await again.getByText(say.tellWebsite('1 brief')).waitFor();
    await settled(page);
    await shoot('again');
    expect(await axeFaults(page)).toEqual([]);
  });
});
