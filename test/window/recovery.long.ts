/** In the window: a study safeguarded, put back on another computer, and brought up to date; axe finds nothing on the way. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reconcilingWords } from '../../renderer/wording/screens/reconciling.ts';
import { safeguardWords } from '../../renderer/wording/screens/safeguards.ts';
import { startWords } from '../../renderer/wording/screens/start.ts';
import { studyWords } from '../../renderer/wording/screens/study.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { day } from '../../shared/calendar.ts';
import { temporaryFolder } from '../electron/office.ts';
import { wordsOn } from '../electron/put-back.ts';
import { axeFaults, lookAs, looks } from './axe-faults.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { studyUnderWay } from './study-under-way.ts';
import { goTo, settled, signIn } from './walk.ts';

const here = temporaryFolder();
const elsewhere = temporaryFolder();
const seats: TestSeat[] = [];
let study: string;

beforeAll(async () => {
  study = await studyUnderWay(here.folder, day('2026-03-06'));
});
afterAll(async () => {
  for (const seat of seats) await seat.close();
  here.remove();
  elsewhere.remove();
});

async function openAt(home: string, options: { readonly study?: string } = {}): Promise<TestSeat> {
  const seat = await openSeat('browser', { home, ...options });
  seats.push(seat);
  await seat.page.emulateMedia({ reducedMotion: 'reduce' });
  return seat;
}

const say = safeguardWords.nl;
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** In every look, and as narrow as at 200 % zoom. */
async function hasNothingAgainst(page: Page, where: string): Promise<void> {
  await settled(page);
  for (const look of looks) {
    await lookAs(look, page);
    expect(await axeFaults(page), `${where}, ${look}`).toEqual([]);
  }
  await lookAs('light', page);
  await page.setViewportSize({ width: 640, height: 512 });
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(overflow), where).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  if (process.env.VELDWERK_TEST_PICTURES)
    await page.screenshot({ path: join(process.env.VELDWERK_TEST_PICTURES, `${where}.png`), fullPage: true });
}

it('is safeguarded, put back on another computer, and contacts nobody before it was brought up to date', async () => {
  const seat = await openAt(here.folder, { study });
  const { page } = seat;
  await signIn(page, 'Marit');
  await goTo(page, 'study');
  await press(page, studyWords.nl.rooms.safeguards);
  await page.getByText(say.needed).waitFor();
  await hasNothingAgainst(page, 'safeguards-empty');
  await press(page, say.make['recovery-sheet']);
  await page.getByRole('button', { name: say.confirm }).waitFor();
  await hasNothingAgainst(page, 'new-sheet');
  const words = await wordsOn(seat.placeOf(say.names['recovery-sheet']));
  const boxes = page.getByLabel(/^Woord \d+$/);
  expect(await boxes.count()).toBe(3);
  for (const box of await boxes.all()) {
    const label = await box.evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? '');
    await box.fill(words[Number(/\d+/.exec(label)![0]) - 1]!);
  }
  // Nothing of the words stands on the screen but what was typed.
  const shown = await page.locator('main').innerText();
  expect(words.filter((word) => new RegExp(`\\b${word}\\b`).test(shown)).length).toBeLessThan(words.length / 2);
  await press(page, say.confirm);
  await page.getByText(/Het bestand met de woorden is weggehaald/).waitFor();
  const files: string[] = [];
  for (const kind of ['recovery-file', 'backup'] as const) {
    await press(page, say.make[kind]);
    await page.getByText(/^Gemaakt: /).waitFor();
    await page.getByRole('cell', { name: new RegExp(`^${say.steps[kind]}: `) }).waitFor();
    files.push(seat.placeOf(say.names[kind]));
  }
  await page.getByText(say.all).waitFor();
  await hasNothingAgainst(page, 'safeguards-made');

  const there = (await openAt(elsewhere.folder)).page;
  await press(there, say.restore);
  await there.getByRole('heading', { name: say.restoreTitle }).waitFor();
  for (const [label, file] of [
    [say.backupFile, files[1]!],
    [say.recoveryFile, files[0]!],
  ] as const) {
    seats.at(-1)!.chooseNextSources([file]);
    await press(there, label);
    await there.getByText(say.chosen(file.split('/').at(-1)!)).waitFor();
  }
  await there.getByLabel(say.words).fill(words.slice(1).join(' '));
  await press(there, say.restore);
  await there.getByText(/Op het herstelblad staan er 17/).waitFor();
  await hasNothingAgainst(there, 'restore-faulty');
  await there.getByLabel(say.words).fill(words.map((word, index) => `${index + 1} ${word}`).join('\n'));
  await press(there, say.restore);
  await there.getByText(/staat weer op deze computer/).waitFor();
  await hasNothingAgainst(there, 'restored');
  await press(there, say.goOn);
  await there.getByLabel(startWords.nl.signInName).waitFor();
  await signIn(there, 'Marit');

  const telling = reconcilingWords.nl;
  await there.getByRole('region', { name: telling.banner }).waitFor();
  await hasNothingAgainst(there, 'older-banner');
  await press(there, telling.toContact);
  await there.getByRole('heading', { name: telling.first }).waitFor();
  // Days later, when more may have gone out.
  const clock = windowWords.nl;
  await there.getByLabel(clock.moveTo).evaluate((box) => {
    (box.closest('details') as HTMLDetailsElement).open = true;
  });
  await there.getByLabel(clock.moveTo).fill('2026-03-16');
  await there.getByRole('button', { name: clock.move, exact: true }).click();
  await there.getByLabel(telling.answers['may-have-been-sent']).first().waitFor();
  await there.getByRole('heading', { name: telling.first }).waitFor();
  await hasNothingAgainst(there, 'reconciling');
  const goOn = there.getByRole('button', { name: telling.reconcile, exact: true });
  expect(await goOn.isEnabled()).toBe(false);
  await there.getByLabel(telling.firstDone).check();
  await there.getByLabel(telling.stoppedDone).check();
  const perhaps = await there.getByLabel(telling.answers['may-have-been-sent']).all();
  for (const answer of perhaps) await answer.check();
  expect(perhaps.length).toBeGreaterThan(1);
  await hasNothingAgainst(there, 'reconciling-answered');
  await goOn.click();
  await there.getByRole('heading', { name: telling.first }).waitFor({ state: 'detached' });
  expect(await there.getByRole('region', { name: telling.banner }).count()).toBe(0);
});
