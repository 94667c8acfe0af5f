/** The interviewer's screen on a real office, by keyboard alone: everything that can come up in an interview, judged by axe where it stands. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callEndingWords } from '../../renderer/wording/screens/call-endings.ts';
import { callbackWords } from '../../renderer/wording/screens/callbacks.ts';
import { callerWords } from '../../renderer/wording/screens/callers.ts';
import { interviewWords } from '../../renderer/wording/screens/interview.ts';
import { asideWords } from '../../renderer/wording/screens/interview-asides.ts';
import { entryWords } from '../../renderer/wording/screens/paper-entry.ts';
import { questionnaireWords } from '../../renderer/wording/screens/questionnaire.ts';
import { replaceQuestionnaireWords } from '../../renderer/wording/screens/replace-questionnaire.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { findLoginCode } from '../../shared/study/login-code.ts';
import { temporaryFolder } from '../electron/office.ts';
import { everyKind } from '../fixtures/workbooks/every-kind.ts';
import { fourLanguages } from '../fixtures/workbooks/four-languages.ts';
import { xlsxOf } from '../fixtures/workbooks/sheets.ts';
import { axeFaults, lookAs, looks } from './axe-faults.ts';
import { takeCase } from './keyboard-interview.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { interviewer, studyToRing } from './study-to-ring.ts';
import { goTo, settled, signIn } from './walk.ts';

const say = interviewWords.nl;
const aside = asideWords.nl;
const entry = entryWords.nl;
const callers = callerWords.nl;
const endings = callEndingWords.nl;

interface Place {
  readonly seat: TestSeat;
  readonly page: Page;
  readonly manager: Page;
}

async function placeOf(home: string, study: string): Promise<Place> {
  const seat = await openSeat('browser', { home, study, size: { width: 1024, height: 700 } });
  const manager = await seat.openAnother();
  await manager.locator('h1').first().waitFor();
  await signIn(manager, 'Marit');
  const { page } = seat;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('h1').first().waitFor();
  await signIn(page, interviewer);
  await settled(page);
  return { seat, page, manager };
}

/** Nothing against it in any look; nothing beyond the window; the keys below on two lines at most. */
async function judge(page: Page, where: string): Promise<void> {
  for (const look of looks) {
    await lookAs(look, page);
    expect(await axeFaults(page), `${where}, ${look}`).toEqual([]);
  }
  await lookAs('light', page);
  const beyond = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll('.aloud-and-answers, .strip, .key-bar, .head-line')].filter(
      (part) => part.scrollWidth > part.clientWidth + 1,
    );
    return [scrollWidth - clientWidth, ...wide.map((part) => part.className)];
  });
  expect(beyond, where).toEqual([0]);
  const bar = await page.locator('.key-bar').evaluate((part) => part.getBoundingClientRect().height);
  expect(bar, `${where}: keys`).toBeLessThanOrEqual(80);
}

const heading = (page: Page) => page.locator('main h1:visible').first();
const stands = (page: Page, text: string | RegExp) => heading(page).filter({ hasText: text }).waitFor();
const told = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    // No finger is faster; a key that comes again sooner bounced.
    await page.waitForTimeout(70);
  }
}

describe('an interview in every turn it can take', () => {
  const { folder, remove } = temporaryFolder();
  let place: Place;
  beforeAll(async () => {
    const study = await studyToRing(folder, {
      questionnaire: everyKind,
      rules: { doubleEntry: false, partialFromPercent: 10 },
    });
    place = await placeOf(folder, study);
  });
  afterAll(async () => {
    await place?.seat.close();
    remove();
  });

  it('begins with consent, and Enter is none', async () => {
    const { page } = place;
    expect(await takeCase(page)).toBe('call');
    await told(page, aside.consentTitle);
    await judge(page, 'consent');
    await press(page, 'Enter');
    await page.waitForTimeout(300);
    await told(page, aside.consentTitle);
    await press(page, 'n');
    await stands(page, endings.title);
    await press(page, 'Escape', 'i');
    await stands(page, aside.conductTitle);
    await press(page, '2', '6');
    await judge(page, 'how it is held');
    await press(page, 'Enter');
    await told(page, new RegExp(aside.answerersShort.proxy));
    await press(page, 'j');
    await stands(page, 'Kent u het wijkteam');
    // It was said before the interview began, and holds in it.
    await told(page, new RegExp(aside.answerersShort.proxy));
    await told(page, say.doNotReadAnswers);
    await judge(page, 'a closed item');
  });

  it('leads to scripts and back to the same typed text, and notes a request for help only with permission', async () => {
    const { page, manager } = place;
    await press(page, '1', 'Enter');
    await stands(page, 'Hoe vaak sprak u');
    await told(page, say.proposed);
    // Over what was proposed, not behind it.
    await page.keyboard.type('12');
    const box = page.locator('.item input[type=text]');
    expect(await box.inputValue()).toBe('12');
    await press(page, 'F2');
    await stands(page, aside.scriptsTitle);
    await page.locator('.scripts').waitFor();
    await press(page, '2');
    await page.locator('.script-aloud').waitFor();
    await judge(page, 'a script');
    await press(page, 'F8', 'F8', '5');
    const complaint = page.locator('.script-aloud', { hasText: '@' });
    await complaint.waitFor();
    expect(await complaint.evaluate((part) => part.scrollWidth - part.clientWidth)).toBeLessThanOrEqual(1);
    await press(page, 'F8');
    await press(page, 'Escape');
    await stands(page, 'Hoe vaak sprak u');
    expect(await box.inputValue()).toBe('12');
    await expect.poll(() => box.evaluate((one) => one === document.activeElement)).toBe(true);
    await press(page, 'Alt+h');
    await stands(page, aside.helpTitle);
    await press(page, 'Enter');
    await told(page, aside.permissionFirst);
    await press(page, 'j');
    await page.keyboard.type('Wil praten over geldzorgen');
    await judge(page, 'a request for help');
    await press(page, 'Enter');
    await told(page, /Het hulpverzoek is vastgelegd/);
    expect(await box.inputValue()).toBe('12');
    await goTo(manager, 'contact');
    await manager.getByText(callbackWords.nl.title).first().waitFor();
    await manager.getByText('Wil praten over geldzorgen').waitFor();
    await press(page, 'Enter');
  });

  it('puts choices in order, and takes the last one back', async () => {
    const { page } = place;
    await stands(page, 'Wat vindt u het belangrijkst');
    await press(page, '3', '1', 'Enter');
    await told(page, say.leftToRank(1));
    await press(page, 'Enter');
    await stands(page, 'Wat vindt u van deze zinnen');
    await press(page, 'PageUp');
    await stands(page, 'Wat vindt u het belangrijkst');
    const places = page.locator('.item [role=checkbox] .mark-of-choice');
    expect(await places.allInnerTexts()).toEqual(['2', '·', '1']);
    await press(page, 'Backspace', '2', '1');
    await judge(page, 'a ranking');
    expect(await places.allInnerTexts()).toEqual(['3', '2', '1']);
    await press(page, 'Enter');
  });

  it('answers a grid in one sweep, each statement as it is given', async () => {
    const { page } = place;
    await page.locator('.statement.at').waitFor();
    await press(page, 'F8', 'F8');
    await judge(page, 'a grid in very large letters');
    await press(page, 'F8', '4');
    await page.locator('.statement.at [id^=statement-snel]').waitFor();
    // Left open: told at the end, where the cursor goes back to it.
    await press(page, 'ArrowDown', '5', '7', 'Enter');
    await told(page, say.requiredRow);
    await page.locator('.statement.at [id^=statement-snel]').waitFor();
    await press(page, '2');
    await judge(page, 'a grid');
    await press(page, 'PageDown', 'PageDown');
    await page.locator('#statement-dit_jaar').waitFor();
    await press(page, '1', '3', 'Enter', '2');
    await judge(page, 'a grid of several answers');
    await press(page, 'Enter');
    await stands(page, 'In welke stad');
  });

  it('offers what fits, keeps a remark, and jumps to what was answered', async () => {
    const { page } = place;
    await press(page, '2', 'Enter');
    await stands(page, 'In welke wijk');
    expect(await page.locator('.item [role=radio]').allInnerTexts()).toHaveLength(1);
    await press(page, 'k');
    await stands(page, aside.itemNote);
    await page.keyboard.type('Woont er pas een maand');
    await judge(page, 'a remark');
    await press(page, 'Enter');
    await stands(page, 'In welke wijk');
    await told(page, `✎ ${say.hasNote}`);
    await press(page, 'F3');
    await page.locator('.answered li').first().waitFor();
    await judge(page, 'the answers so far');
    await page.keyboard.type('kent');
    await press(page, 'Enter');
    await stands(page, 'Kent u het wijkteam');
    await press(page, '2', 'Enter');
    await told(page, /9 antwoorden vallen weg:|\d+ antwoorden vallen weg:/);
    await judge(page, 'what fell off');
    await press(page, 'F3');
    await page.getByText(new RegExp(aside.offRouteShort)).first().waitFor();
    await press(page, 'Escape', 'PageUp');
    await stands(page, 'Kent u het wijkteam');
    await press(page, '1', 'Enter');
    await stands(page, 'Hoe vaak');
  });

  it('goes to its end by what is agreed to, and counts as partial when it is broken off', async () => {
    const { page } = place;
    await page.keyboard.type('5');
    await press(page, 'F3');
    await page.locator('.answered li').first().waitFor();
    await page.keyboard.type('stad');
    await press(page, 'Enter');
    await stands(page, 'In welke stad');
    // What was typed over the 12 before the jump is kept.
    await press(page, 'F3');
    await page.locator('.answered li', { hasText: 'Hoe vaak' }).getByText('5', { exact: true }).waitFor();
    await press(page, 'Escape');
    await press(page, 'Enter');
    await stands(page, 'In welke wijk');
    await press(page, '1', 'Enter');
    await stands(page, 'Wat wilt u nog kwijt');
    await page.keyboard.type('Niets');
    await press(page, 'Enter');
    await stands(page, 'Klopt het zo');
    await judge(page, 'something to agree to');
    await press(page, 'j');
    await stands(page, 'Hartelijk dank voor uw tijd');
    expect(await heading(page).innerText()).not.toContain('$');
    await press(page, 'm');
    await stands(page, aside.numberTitle);
    await page.keyboard.type('06');
    await press(page, 'Enter');
    await told(page, /Dit is geen telefoonnummer/);
    // The box is still the place where it is typed.
    await page.keyboard.type(' 8900 1234');
    await judge(page, 'a new number');
    await press(page, 'Enter');
    await told(page, aside.numberDone);
    await told(page, '06 89 00 12 34');
    await press(page, 's', 'Enter');
    await told(page, new RegExp(aside.partial));
    const researcher = await place.seat.openAnother();
    await researcher.locator('h1').first().waitFor();
    await signIn(researcher, 'Ruben');
    await goTo(researcher, 'questionnaire');
    await told(researcher, 'Woont er pas een maand');
    await press(page, 'u');
    await told(page, say.resume);
    await press(page, 'j');
    await stands(page, /Hartelijk dank|In welke|Kent u|Hoe vaak|Klopt/);
    await press(page, 'e');
    await told(page, aside.acquaintedTitle);
    await judge(page, 'someone who is known');
    await press(page, 'Enter');
    await told(page, aside.acquaintedDone);
  });
});

describe('an interview in a language from right to left', () => {
  const { folder, remove } = temporaryFolder();
  let place: Place;
  beforeAll(async () => {
    const study = await studyToRing(folder, { questionnaire: fourLanguages, rules: { doubleEntry: false } });
    place = await placeOf(folder, study);
  });
  afterAll(async () => {
    await place?.seat.close();
    remove();
  });

  it('turns the item and its answers, and keeps what was typed when the language changes', async () => {
    const { page } = place;
    expect(await takeCase(page)).toBe('call');
    await press(page, 'j');
    await stands(page, 'Welkom');
    await press(page, '?');
    await page.locator('dialog[open]').waitFor();
    // It is read from its title on, and leaves the focus where it was.
    expect(await page.locator('dialog[open]').evaluate((part) => part.scrollTop)).toBe(0);
    await press(page, 'Escape');
    await expect.poll(() => page.locator('.item').evaluate((part) => part === document.activeElement)).toBe(true);
    await press(page, 't', '4');
    await page.locator('h1[lang=ar]').waitFor();
    await press(page, 'Enter');
    await page.locator('.item [role=radio]').first().waitFor();
    const direction = (at: string) =>
      page
        .locator(at)
        .first()
        .evaluate((one) => getComputedStyle(one).direction);
    expect([await direction('.item h1'), await direction('.item [role=radio]')]).toEqual(['rtl', 'rtl']);
    expect(await direction('.strip')).toBe('ltr');
    await judge(page, 'a closed item in Arabic');
    await press(page, '1', 'Enter', '1', 'Enter');
    const box = page.locator('.item input[type=text]');
    await box.waitFor();
    await page.keyboard.type('12');
    await press(page, 'Alt+t', '3');
    await page.locator('h1[lang=tr]').waitFor();
    expect(await box.inputValue()).toBe('12');
    await press(page, 'Enter');
    await page.locator('.statement.at').waitFor();
    await press(page, 't', '4');
    await page.locator('.statement [lang=ar]').first().waitFor();
    expect(await direction('.statement-line')).toBe('rtl');
    await judge(page, 'a grid in Arabic');
  });

  it('goes on with what is asked now when another questionnaire comes into use meanwhile', async () => {
    const { seat, page, manager } = place;
    const other = join(folder, 'andere.xlsx');
    writeFileSync(other, xlsxOf(everyKind));
    seat.chooseNextSources([other]);
    const click = (name: string) => manager.getByRole('button', { name, exact: true }).click();
    await goTo(manager, 'questionnaire');
    await click(questionnaireWords.nl.chooseNew);
    await click(questionnaireWords.nl.load);
    await click(replaceQuestionnaireWords.nl.take);
    await manager
      .getByText(/is ingelezen: /)
      .first()
      .waitFor();
    await press(page, '1');
    await told(page, /hoort niet bij dit interview/);
    await judge(page, 'an item that is asked no more');
    await press(page, 'Enter');
    await stands(page, 'Kent u het wijkteam');
  });
});

describe('paper', () => {
  const { folder, remove } = temporaryFolder();
  const paper = join(folder, 'papier.pdf');
  let place: Place;
  let codes: readonly string[];
  beforeAll(async () => {
    const study = await studyToRing(folder, {
      questionnaire: fourLanguages,
      rules: { doubleEntry: true },
      also: async (ask, host) => {
        const target = host.offerTarget(paper);
        const group = 'residents' as GroupCode;
        await ask('Marit', 'study.savePaper', { group, target, language: 'nl', withCodes: true });
      },
    });
    codes = await codesOn(paper, 2);
    place = await placeOf(folder, study);
  });
  afterAll(async () => {
    await place?.seat.close();
    remove();
  });

  /** As it is scanned: all at once, and Enter behind it. */
  const scan = async (page: Page, nr = 0) => {
    await stands(page, entry.title);
    await page.getByLabel(entry.code).waitFor();
    // No click before it, also where the last code was refused.
    await page.keyboard.type(codes[nr]!);
    await press(page, 'Enter');
    await page.locator('.item h1').waitFor();
  };
  const steps: readonly (readonly [heading: RegExp, keys: readonly string[]])[] = [
    [/Welkom/, ['Enter']],
    [/Krijgt u nu hulp/, ['1', 'Enter']],
    [/Waarbij krijgt u/, ['2', 'Enter']],
    [/Hoeveel maanden/, ['1', '2', 'Enter']],
    [/Wat vindt u van/, ['1', '2', '3', 'Enter']],
    [/Hoeveel sterren/, ['4', 'Enter']],
    [/Waarom/, ['Enter']],
    [/Wanneer sprak u/, ['Enter']],
    [/Hartelijk dank/, ['Enter']],
  ];

  it('is found by its code, put aside and gone on with, entered twice, and decided where the two differ', async () => {
    const { page } = place;
    await press(page, 'p');
    await stands(page, entry.title);
    await page.keyboard.type('AAAA-AA');
    await press(page, 'Enter');
    await page.locator('.trouble-room .notice').waitFor();
    // Somebody calls: at once where no paper is in hand, and said what to do where one is.
    await press(page, 'F4');
    await stands(page, callers.title);
    await press(page, 'Escape', 'p');
    await scan(page);
    await press(page, 'F4');
    await page.getByText(callers.paperFirst).waitFor();
    await told(page, entry.passes[1]);
    expect(await page.locator('.person').innerText()).not.toMatch(/Telefoon|Vraag naar/);
    for (const [at, keys] of steps.slice(0, 3)) {
      await stands(page, at);
      await press(page, ...keys);
    }
    await stands(page, /Hoeveel maanden/);
    await judge(page, 'an entry');
    await press(page, 'Alt+s');
    await told(page, entry.putAside);
    await scan(page);
    await stands(page, /Hoeveel maanden/);
    for (const [at, keys] of steps.slice(3)) {
      await stands(page, at);
      await press(page, ...keys);
    }
    await stands(page, entry.allEntered);
    await press(page, 'Enter');
    await told(page, entry.waitsForSecond);
    await scan(page);
    await told(page, entry.passes[2]);
    for (const [at, keys] of steps) {
      await stands(page, at);
      await press(page, ...(String(at).includes('sterren') ? ['5', 'Enter'] : keys));
    }
    await stands(page, entry.differTitle);
    await judge(page, 'where two entries differ');
    await told(page, /Nog 1 verschil te kiezen/);
    await press(page, '2');
    await told(page, entry.finishText);
    await press(page, 'Enter');
    await told(page, /Het papier is ingevoerd: \d+ antwoorden vastgelegd/);
    await press(page, 'Escape');
    await stands(page, say.waitingTitle);
  });

  it('on which an answer is missing that is needed is recorded as it is, by a second key', async () => {
    const { page } = place;
    await press(page, 'p');
    const enterEmpty = async () => {
      await scan(page, 1);
      await press(page, 'Enter');
      await stands(page, /Krijgt u nu hulp/);
      await press(page, 'Enter');
      await told(page, say.leaveOpen);
      await press(page, 'Enter');
      await stands(page, /Hoeveel sterren/);
      await press(page, 'Enter', 'Enter');
      await stands(page, /Wanneer sprak u/);
      await press(page, 'Enter');
      await stands(page, /Hartelijk dank/);
      await press(page, 'Enter');
      await stands(page, entry.allEntered);
    };
    await enterEmpty();
    await press(page, 'Enter');
    await told(page, entry.waitsForSecond);
    await enterEmpty();
    expect(await page.getByText(entry.asItIs).count()).toBe(0);
    await told(page, entry.noneDiffer);
    await press(page, 'Enter');
    await told(page, say.toOpenItem);
    await press(page, 'o');
    await stands(page, entry.asItIsTitle);
    await judge(page, 'a paper as it is');
    await press(page, 'Escape');
    await stands(page, entry.allEntered);
    await press(page, 'Enter');
    await told(page, say.toOpenItem);
    await press(page, 'o', 'Enter');
    await told(page, entry.recordedAsItIs);
    await told(page, aside.notPartial);
  });
});

/** The first codes that stand on a file of papers. */
async function codesOn(pdf: string, wanted: number): Promise<readonly string[]> {
  const document = await getDocument({ data: new Uint8Array(readFileSync(pdf)), verbosity: 0 }).promise;
  const found = new Set<string>();
  for (let nr = 1; nr <= document.numPages && found.size < wanted; nr += 1) {
    const { items } = await (await document.getPage(nr)).getTextContent();
    const words = items.flatMap((item) => ('str' in item ? item.str.split(/\s+/) : []));
    for (const word of words) {
      const code = findLoginCode(word);
      if (code !== undefined) found.add(code);
    }
  }
  await document.destroy();
  if (found.size < wanted) throw new Error('no such codes stand on it');
  return [...found];
}
