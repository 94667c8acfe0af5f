/** A window that is locked shows and keeps no name of the study, and after unlocking the interview stands at the same item. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callEndingWords } from '../../renderer/wording/screens/call-endings.ts';
import { asideWords } from '../../renderer/wording/screens/interview-asides.ts';
import { lockingWords } from '../../renderer/wording/screens/locking.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { day } from '../../shared/calendar.ts';
import { temporaryFolder } from '../electron/office.ts';
import { interview, takeCase } from './keyboard-interview.ts';
import { namesOfStudy } from './names-of-study.ts';
import { openSeat, openStandIn, type TestSeat } from './seat.ts';
import { passphraseOf, studyUnderWay } from './study-under-way.ts';
import { goToContact, settled, signIn } from './walk.ts';

const { folder, remove } = temporaryFolder();
const say = lockingWords.nl;
const endings = callEndingWords.nl;
const asides = asideWords.nl;
let study: string;
let names: readonly string[];
beforeAll(async () => {
  study = await studyUnderWay(folder, day('2026-03-16'));
  names = await namesOfStudy(folder, study, 'Marit');
}, 600_000);
afterAll(remove);

/** Names of the study that the window has anywhere a page can keep them. */
async function namesIn(page: Page): Promise<readonly string[]> {
  const kept = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value);
    const stored = [localStorage, sessionStorage].flatMap((storage) => Object.entries(storage).flat());
    return [...boxes, document.title, location.href, JSON.stringify(history.state), ...stored].join('\n');
  });
  const all = `${await page.content()}\n${kept}`;
  return names.filter((name) => all.includes(name));
}

const lockScreen = (page: Page) => page.getByRole('heading', { name: say.title });
const lockByKey = async (page: Page) => {
  await page.keyboard.press('Control+L');
  await lockScreen(page).waitFor();
};
async function unlock(page: Page, name: string): Promise<void> {
  await page.getByLabel(say.passphrase, { exact: true }).fill(passphraseOf(name));
  await page.keyboard.press('Enter');
  await page.getByText(windowWords.nl.signOut).first().waitFor();
}
const heading = (page: Page) => page.locator('main h1').first().textContent();

/** A copy of the study for one seat, in a home of its own that has the study's secrets. */
async function seatOf(
  kind: 'browser' | 'stand-in',
  name: string = kind,
): Promise<{ readonly seat: TestSeat; suspend(): void; restart(): void }> {
  const home = join(folder, name);
  cpSync(join(folder, 'veldwerk'), join(home, 'veldwerk'), { recursive: true });
  cpSync(study, join(home, 'study'), { recursive: true });
  const options = { home, study: join(home, 'study') };
  if (kind === 'browser')
    return { seat: await openSeat(kind, options), suspend: () => undefined, restart: () => undefined };
  const standIn = await openStandIn(options);
  const suspend = () => (standIn.seen.handlers['power suspend'] as () => void)();
  const restart = () => {
    for (const window of standIn.seen.windows) window.reload();
  };
  return { seat: { ...standIn, home }, suspend, restart };
}

describe('a window that is locked', () => {
  it('in a browser, by key and by PIN: no name anywhere, and back at the same item', async () => {
    const { seat } = await seatOf('browser');
    try {
      const manager = seat.page;
      await manager.locator('h1').first().waitFor();
      await signIn(manager, 'Marit');
      await goToContact(manager, 'calls');
      await manager.getByLabel(say.shift.until).fill('23:59');
      await manager.getByRole('button', { name: say.shift.begin }).click();
      await manager.getByText(say.shift.open('23:59', 'Marit')).waitFor();
      await lockByKey(manager);
      expect(await namesIn(manager)).toEqual([]);

      const page = await seat.openAnother();
      await page.locator('h1').first().waitFor();
      await signIn(page, 'Ria');
      await settled(page);
      await page.getByText(say.shift.isOpen('23:59')).waitFor();
      await page.getByText(say.choosePin.title).click();
      await page.getByLabel(say.choosePin.box).fill('480517');
      await page.getByLabel(say.choosePin.again).fill('480517');
      await page.keyboard.press('Enter');
      await page.getByText(say.choosePin.chosen('23:59')).waitFor();
      await page.getByRole('button', { name: /volgende/i }).focus();
      expect(await takeCase(page)).toBe('call');
      await interview(page, 3);
      const item = await heading(page);
      expect((await namesIn(page)).length).toBeGreaterThan(0);

      const before = await page.evaluate(() => history.length);
      await lockByKey(page);
      expect(await namesIn(page)).toEqual([]);
      expect(await page.title()).toBe('Veldwerk');
      expect(await page.evaluate(() => history.length)).toBe(before);
      // A wrong one first: still nothing of the study.
      await page.getByLabel(say.pin, { exact: true }).fill('999998');
      await page.keyboard.press('Enter');
      await page.getByText('Deze pincode klopt niet.').waitFor();
      expect(await namesIn(page)).toEqual([]);
      await page.getByLabel(say.pin, { exact: true }).fill('480517');
      await page.keyboard.press('Enter');
      await page.waitForFunction((text) => document.querySelector('main h1')?.textContent === text, item);
      expect((await namesIn(page)).length).toBeGreaterThan(0);
      // It goes on from there.
      expect(await interviewOn(page)).not.toBe(item);

      // The manager is back where she was, and closes the shift: the PIN of a locked place goes at once.
      await unlock(manager, 'Marit');
      await manager.getByRole('button', { name: say.shift.end }).waitFor();
      await lockByKey(page);
      await page.getByLabel(say.pin, { exact: true }).waitFor();
      await manager.getByRole('button', { name: say.shift.end }).click();
      await page.getByLabel(say.passphrase, { exact: true }).waitFor();
      expect(seat.strayRequests()).toEqual([]);
    } finally {
      await seat.close();
    }
  }, 600_000);

  it('brings back what was typed in a call, in whatever form stood open; after a new window too', async () => {
    const { seat } = await seatOf('browser', 'typed');
    const remark = 'Belt liever zelf terug, verzonnen';
    const { page } = seat;
    const box = (label: string) => page.getByLabel(label, { exact: true });
    const lockAndUnlock = async () => {
      await lockByKey(page);
      expect(await namesIn(page)).toEqual([]);
      expect(await page.content()).not.toContain('verzonnen');
      await page.getByLabel(say.pin, { exact: true }).fill('480517');
      await page.keyboard.press('Enter');
      await page.locator('.call').waitFor();
    };
    /** That this was asked, with all of the text: what is typed slowly is kept in pieces. */
    const asked = (name: string, text: string) =>
      page.waitForResponse((answered) => {
        const question = answered.request().postData();
        return question?.includes(name) === true && question.includes(text);
      });
    const notesSeen = (): Promise<readonly string[]> => page.locator('aside .note').allTextContents();
    try {
      const manager = await seat.openAnother();
      await manager.locator('h1').first().waitFor();
      await signIn(manager, 'Marit');
      await goToContact(manager, 'calls');
      await manager.getByLabel(say.shift.until).fill('23:59');
      await manager.getByRole('button', { name: say.shift.begin }).click();
      await manager.getByText(say.shift.open('23:59', 'Marit')).waitFor();
      await page.locator('h1').first().waitFor();
      await signIn(page, 'Ria');
      await settled(page);
      await page.getByText(say.choosePin.title).click();
      await box(say.choosePin.box).fill('480517');
      await box(say.choosePin.again).fill('480517');
      await page.keyboard.press('Enter');
      await page.getByText(say.choosePin.chosen('23:59')).waitFor();
      await page.getByRole('button', { name: /volgende/i }).focus();
      expect(await takeCase(page)).toBe('call');

      // A remark that was not kept yet stands in its form again; one that was kept stands beside the call.
      await page.keyboard.press('k');
      await page.keyboard.type(remark);
      await lockAndUnlock();
      expect(await box(endings.note).inputValue()).toBe(remark);
      await box(endings.note).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: endings.note }).waitFor({ state: 'detached' });
      expect((await notesSeen()).filter((note) => note === remark)).toHaveLength(1);
      await lockAndUnlock();
      expect((await notesSeen()).filter((note) => note === remark)).toHaveLength(1);

      await page.keyboard.press('a');
      await box(endings.appointmentHour).fill('19.4');
      await lockAndUnlock();
      expect(await box(endings.appointmentHour).inputValue()).toBe('19.4');
      // What is left by Escape is not wanted.
      await page.keyboard.press('Escape');
      await lockAndUnlock();
      expect(await box(endings.appointmentHour).count()).toBe(0);

      await page.keyboard.press('h');
      await page.keyboard.press('j');
      const kept = asked('contact.keepTyped', 'Een verzonnen hulpvraag');
      await page.keyboard.type('Een verzonnen hulpvraag');
      await kept;
      await page.reload();
      await page.getByRole('button', { name: /volgende/i }).focus();
      await takeCase(page);
      expect(await box(asides.helpText).inputValue()).toBe('Een verzonnen hulpvraag');
      // The permission is asked for again.
      expect(await box(asides.helpText).isDisabled()).toBe(true);
      await page.keyboard.press('Escape');

      await interview(page, 1);
      const item = await heading(page);
      await page.keyboard.press('k');
      await page.keyboard.type('Een verzonnen kanttekening');
      await lockAndUnlock();
      await page.waitForFunction((text) => document.querySelector('main h1')?.textContent === text, item);
      await page.keyboard.press('k');
      expect(await box(asides.itemNote).inputValue()).toBe('Een verzonnen kanttekening');
      // Escape puts back what stood there, also when more was kept along the way.
      const noted = asked('interview.note', 'Meer,');
      await page.keyboard.type('Meer, ');
      await noted;
      await page.keyboard.press('Escape');
      await box(asides.itemNote).waitFor({ state: 'detached' });
      await page.keyboard.press('k');
      expect(await box(asides.itemNote).inputValue()).toBe('Een verzonnen kanttekening');
      await page.keyboard.press('Escape');

      // What stands in the box of an item was said, also before Enter.
      const answer = page.locator('.item [data-place]:is(input:not([type=radio], [type=checkbox]), textarea)').first();
      for (let items = 0; items < 30 && !(await answer.isVisible()); items += 1) await interviewOn(page);
      await answer.fill('5');
      await lockAndUnlock();
      expect(await answer.inputValue()).toBe('5');
    } finally {
      await seat.close();
    }
  }, 600_000);

  it('on Electron, when the machine goes to sleep, also during a call; by passphrase back at the same item', async () => {
    const { seat, suspend, restart } = await seatOf('stand-in');
    try {
      const { page } = seat;
      const manager = await seat.openAnother();
      await manager.locator('h1').first().waitFor();
      await signIn(manager, 'Marit');
      await page.locator('h1').first().waitFor();
      await signIn(page, 'Ria');
      await settled(page);
      await page.getByRole('button', { name: /volgende/i }).focus();
      expect(await takeCase(page)).toBe('call');
      await interview(page, 2);
      const item = await heading(page);
      expect((await namesIn(page)).length).toBeGreaterThan(0);
      suspend();
      await lockScreen(page).waitFor();
      await lockScreen(manager).waitFor();
      expect(await namesIn(page)).toEqual([]);
      expect(await namesIn(manager)).toEqual([]);
      await unlock(page, 'Ria');
      await page.waitForFunction((text) => document.querySelector('main h1')?.textContent === text, item);
      // A window that begins anew is still locked.
      await lockByKey(page);
      // The window that is there now is locked too: not to be taken for the new one.
      for (const place of [page, manager]) await place.evaluate(() => Object.assign(globalThis, { isOld: true }));
      restart();
      for (const place of [page, manager]) await place.waitForFunction(() => !('isOld' in globalThis));
      await lockScreen(page).waitFor();
      expect(await namesIn(page)).toEqual([]);
      await unlock(page, 'Ria');
    } finally {
      await seat.close();
    }
  }, 600_000);
});

/** Answers one item; gives the heading of the next. */
async function interviewOn(page: Page): Promise<string | null> {
  const before = await heading(page);
  const code = page.locator('.item [role=radio] .key, .item [role=checkbox] .key').first();
  if ((await code.count()) > 0) await page.keyboard.type((await code.textContent()) ?? '');
  // An Enter right after the one before it bounced.
  await page.waitForTimeout(70);
  await page.keyboard.press('Enter');
  await page.waitForFunction((text) => document.querySelector('main h1')?.textContent !== text, before);
  return heading(page);
}
