/** WCAG 2.2 AA on every room of the questionnaire screen, in both languages and every look, and in the smallest window and at 200 % zoom. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WordingLanguage } from '../../renderer/wording/grammar.ts';
import { type QuestionnaireRoom, questionnaireWords } from '../../renderer/wording/screens/questionnaire.ts';
import { questionnaireTryingWords } from '../../renderer/wording/screens/questionnaire-trying.ts';
import { scriptWords } from '../../renderer/wording/screens/scripts.ts';
import { windowWords } from '../../renderer/wording/screens/window.ts';
import { temporaryFolder } from '../electron/office.ts';
import { fourLanguages } from '../fixtures/workbooks/four-languages.ts';
import { type Sheets, xlsxOf } from '../fixtures/workbooks/sheets.ts';
import { axeFaults, lookAs, looks } from './axe-faults.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { studyToTakeIn } from './study-to-take-in.ts';
import { goTo, signIn } from './walk.ts';

const { folder, remove } = temporaryFolder();
let seat: TestSeat;
let page: Page;

beforeAll(async () => {
  const study = await studyToTakeIn(folder);
  seat = await openSeat('browser', { home: folder, study });
  page = seat.page;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(page, 'Marit');
});
afterAll(async () => {
  await seat?.close();
  remove();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const sizes = [
  { width: 1024, height: 700 },
  { width: 640, height: 512 },
];

async function judge(what: string): Promise<void> {
  for (const look of looks) {
    await lookAs(look, page);
    expect(await axeFaults(page), `${what}, ${look}`).toEqual([]);
  }
  await lookAs('light', page);
  for (const size of sizes) {
    await page.setViewportSize(size);
    expect(await overflow(), `${what} at ${size.width}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 860 });
}

async function turnTo(language: WordingLanguage): Promise<void> {
  const now = (await page.evaluate(() => document.documentElement.lang)) as WordingLanguage;
  if (now === language) return;
  await button(windowWords[now].language).first().click();
  await page.waitForFunction((code) => document.documentElement.lang === code, language);
}

async function choose(by: string, name: string, sheets: Sheets): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, xlsxOf(sheets));
  seat.chooseNextSources([path]);
  await button(by).click();
}

const faulty: Sheets = { ...fourLanguages, survey: [fourLanguages.survey![0]!, ['soort_onbekend', 'een naam', '']] };

describe.each(['nl', 'en'] as const)('the questionnaire screen in %s', (language) => {
  const say = questionnaireWords[language];
  const { test: trying, checks } = questionnaireTryingWords[language];
  const scripts = scriptWords[language];
  const room = (name: QuestionnaireRoom) => button(say.rooms[name]).click();

  it('has nothing against it: empty, with faults, and with a workbook that is looked at', async () => {
    await turnTo(language);
    await goTo(page, 'questionnaire', language);
    await room('contents');
    const group = page.getByRole('radio', { name: language === 'nl' ? 'Bewoners' : 'Netwerkpartners' });
    await group.check();
    await button(say.choose).waitFor();
    await judge('nothing loaded');
    await choose(say.choose, 'fouten.xlsx', faulty);
    await page.getByText(say.faultsTodo).waitFor();
    await judge('faults');
    await choose(say.chooseBetter, 'hulp.xlsx', fourLanguages);
    await page.getByText(say.lookingNothing).waitFor();
    await judge('a look');
    await button(say.load).click();
    await page.getByText(say.inUse('Hulp in uw buurt', '2026-05-1')).waitFor();
    await judge('in use');
    await choose(say.chooseNew, 'anders.xlsx', { ...fourLanguages, survey: fourLanguages.survey!.slice(0, -1) });
    await page.getByRole('table', { name: say.differencesCaption }).waitFor();
    await judge('differences');
    await button(say.load).click();
    await judge('the question whether it is replaced');
    await page.keyboard.press('Escape');
    await button(say.putAway).click();
  });

  it('has nothing against the preview, from left to right and from right to left', async () => {
    await room('preview');
    await judge('preview');
    await page.getByRole('radio').nth(-1).check();
    expect(await page.locator('.as-asked').first().getAttribute('dir')).toBe('rtl');
    await judge('preview in Arabic');
  });

  it('has nothing against a test interview: its start, an item, a grid, and its end', async () => {
    await room('test');
    await judge('before the test');
    await button(trying.begin).click();
    await page.locator('.item h1').waitFor();
    await page.keyboard.press('Enter');
    for (const key of ['1', 'Enter']) await page.keyboard.press(key);
    await judge('an item');
    await page.getByText(trying.all, { exact: true }).click();
    await judge('all items');
    await page.locator('.test-route button:enabled').last().click();
    await judge('the last text');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: trying.end }).waitFor();
    await judge('the end');
    await button(trying.stop).click();
  });

  it('has nothing against routes, checks, paper, scripts and rules', async () => {
    await room('diagram');
    await judge('routes');
    await room('checks');
    await button(checks.begin).click();
    await page.getByRole('heading', { name: checks.lengthTitle }).waitFor();
    await judge('checks');
    await room('paper');
    await judge('paper');
    await room('scripts');
    await page.getByRole('heading', { name: scripts.preview }).waitFor();
    await judge('scripts');
    await page.getByRole('textbox', { name: new RegExp(`^${scripts.body('').slice(0, 8)}`) }).fill('{{?}}');
    await button(scripts.add).click();
    await judge('a new script');
    await room('rules');
    await page.getByRole('checkbox').first().check();
    await judge('rules');
  });
});
