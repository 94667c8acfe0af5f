/**
 * `npm run bench`: how quick the window is, as a person feels it, and the intake of a large list, beside a floor that is measured in the same
 * run: a bare page with React, one fsync, the raw libraries. `--only window`, `--only intake`, `--only interview`,
 * `--only calls`, `--only schedule` or `--only letters` for one of them. Ratios hold on another machine; milliseconds do not.
 */
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { getTestBrowser, testBrowserArguments } from '../../scripts/test-browser.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { openSeat } from '../window/seat.ts';
import { studyToTakeIn } from '../window/study-to-take-in.ts';
import { goTo, signIn as signInAs } from '../window/walk.ts';
import { measureNextCase } from './contact/measure-next-case.ts';
import { openEmptyWindow } from './empty-window.ts';
import { type Figures, figuresOf, type Line, printedTable } from './figures.ts';
import { csvOf } from './intake/many-people.ts';
import { measureIntake } from './intake/measure-intake.ts';
import { measureAnswers } from './interview/measure-answers.ts';
import { measureRoute } from './interview/measure-route.ts';
import { measureLetters } from './letters/measure-letters.ts';
import { interviewer, makeLongInterviewStudy, manager } from './long-interview-study.ts';
import { measureSimulation } from './schedule/measure-simulation.ts';

const { values } = parseArgs({
  options: {
    items: { type: 'string' },
    starts: { type: 'string' },
    people: { type: 'string' },
    letters: { type: 'string' },
    only: { type: 'string' },
  },
});
const items = Number(values.items ?? 500);
const starts = Number(values.starts ?? 9);
const letters = Number(values.letters ?? 10_000);
/** As many rows as a list may have, headers and all. */
const people = Number(values.people ?? 99_999);
const ms = (value: number) => `${value.toFixed(1)} ms`;
const both = ({ median, p95 }: Figures) => `${ms(median)} / ${ms(p95)}`;
const ratio = (ours: number, floor: number) => (ours / floor).toFixed(2);

const home = mkdtempSync(join(tmpdir(), 'veldwerk-bench-'));
const lines: Line[] = [];
try {
  const isAsked = (part: string) => values.only === undefined || values.only === part;
  if (isAsked('interview')) lines.push(...measureRoute(500, 200), ...(await measureAnswers(home, items)));
  if (isAsked('calls')) lines.push(...(await measureNextCase(home, people)));
  if (isAsked('schedule')) lines.push(...measureSimulation(2000));
  if (isAsked('letters')) lines.push(...(await measureLetters(home, letters)));
  if (isAsked('window')) await measureWindow();
  if (isAsked('intake')) {
    await measureTypingUnderIntake();
    lines.push(...measureIntake(home, people, 3));
  }
} finally {
  rmSync(home, { recursive: true, force: true, maxRetries: 5 });
}
process.stdout.write(`\n${printedTable(lines)}\n`);
process.exit();

async function measureWindow(): Promise<void> {
  const study = await makeLongInterviewStudy(home, items);
  const empty = await openEmptyWindow();
  try {
    await measureInterview(study, empty.address);
    await measureStart(empty.address);
    await measureTypingUnderWork();
  } finally {
    empty.close();
  }
}

async function signIn(page: Page, { name, passphrase }: typeof manager): Promise<void> {
  await page.getByLabel(/^(?:Naam|Uw naam)/).fill(name);
  await page.getByLabel(/wachtzin/i).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Meld af/ }).waitFor();
}

/** From the key that goes on to the next item on screen, item after item; the answer is saved and synced in between. */
async function measureInterview(study: string, emptyAddress: string): Promise<void> {
  const seat = await openSeat('browser', { home, study });
  try {
    const { page } = seat;
    // Whoever rings gets the case from someone who holds the contact key and is there too.
    await signIn(await seat.openAnother(), manager);
    await signIn(page, interviewer);
    await page.getByRole('button', { name: /volgende/i }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /begin/i }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Stelling 1:').first().waitFor();
    await watchPaints(page, 'Stelling ');
    for (let item = 1; item < items; item += 1) {
      await page.keyboard.press(String(1 + (item % 5)));
      await page.keyboard.press('Enter');
      await page.waitForFunction((n) => document.body.innerText.includes(`Stelling ${n}:`), item + 1);
    }
    const ours = figuresOf(await paintTimes(page));
    const floor = await keyToPaintOfEmpty(emptyAddress);
    lines.push({
      what: `key to next item painted, ${ours.n} items (median / p95)`,
      ours: both(ours),
      floor: `${both(floor)} (bare page)`,
      ratio: ratio(ours.median, floor.median),
      target: '16.7 ms / 33.3 ms',
    });
    const sync = syncTimes();
    lines.push({
      what: 'the same, beside one fsync on this disk',
      ours: both(ours),
      floor: `${both(sync)} (fsync)`,
      ratio: ratio(ours.median, sync.median),
      target: '-',
    });
  } finally {
    await seat.close();
  }
}

/** In the page: from Enter to the frame in which the text that begins with `begins` is another one. */
async function watchPaints(page: Page, begins: string): Promise<void> {
  await page.evaluate((text) => {
    const times: number[] = [];
    Object.assign(window, { paintTimes: times });
    let pressedAt: number | undefined;
    const shown = () => new RegExp(`${text}\\d+`).exec(document.body.innerText)?.[0];
    let before = shown();
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Enter') pressedAt = event.timeStamp;
      },
      true,
    );
    new MutationObserver(() => {
      if (pressedAt === undefined) return;
      const now = shown();
      if (now === undefined || now === before) return;
      before = now;
      const since = pressedAt;
      pressedAt = undefined;
      // A message that is posted in a frame comes after that frame was painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => times.push(performance.now() - since);
        port2.postMessage(0);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, begins);
}

function paintTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { paintTimes: number[] }).paintTimes);
}

async function keyToPaintOfEmpty(address: string): Promise<Figures> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(address);
    await page.getByText('Item 0').waitFor();
    await watchPaints(page, 'Item ');
    for (let key = 1; key <= 200; key += 1) {
      await page.keyboard.press('Enter');
      await page.waitForFunction((n) => document.body.innerText.includes(`Item ${n}`), key);
    }
    return figuresOf(await paintTimes(page));
  } finally {
    await browser.close();
  }
}

async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await getTestBrowser(), args: [...testBrowserArguments] });
}

/** From asking for the page to a window that can be used, in turns with the bare page. */
async function measureStart(emptyAddress: string): Promise<void> {
  const seat = await openSeat('browser', { home: join(home, 'fresh') });
  const browser = await launch();
  try {
    const ours: number[] = [];
    const floors: number[] = [];
    for (let turn = 0; turn <= starts; turn += 1) {
      const bare = await browser.newPage();
      const floor = await usableAfter(bare, () => bare.goto(emptyAddress), 'h1');
      await bare.close();
      const own = await usableAfter(seat.page, () => seat.page.reload(), 'h1');
      // The first turn warms both up.
      if (turn > 0) {
        floors.push(floor);
        ours.push(own);
      }
    }
    const [own, floor] = [figuresOf(ours), figuresOf(floors)];
    lines.push({
      what: `page asked for to start screen usable, ${own.n} times (median / p95)`,
      ours: both(own),
      floor: `${both(floor)} (bare page)`,
      ratio: ratio(own.median, floor.median),
      target: '1.5 x',
    });
  } finally {
    await browser.close();
    await seat.close();
  }
}

/** Milliseconds of the page's own clock until `selector` was painted. */
async function usableAfter(page: Page, open: () => Promise<unknown>, selector: string): Promise<number> {
  await open();
  await page.locator(selector).first().waitFor();
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const painted = performance.getEntriesByName('first-contentful-paint')[0];
        if (painted !== undefined) return resolve(painted.startTime);
        new PerformanceObserver((list) => {
          const entry = list.getEntriesByName('first-contentful-paint')[0];
          if (entry !== undefined) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** Typing in a box while the office makes a practice study: keys are derived, files read, 483 people taken in. */
async function measureTypingUnderWork(): Promise<void> {
  const seat = await openSeat('browser', { home: join(home, 'typing') });
  try {
    const { page } = seat;
    await page.locator('h1').first().waitFor();
    lines.push(
      await typingLine(page, 'a practice study is made', async () => {
        await page.evaluate(() =>
          fetch('/ask', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ name: 'study.createPractice', input: {} }),
          }),
        );
      }),
    );
  } finally {
    await seat.close();
  }
}

/** Typing in a box while the largest list is looked at and taken in, at the seat that asked for it. */
async function measureTypingUnderIntake(): Promise<void> {
  const here = join(home, 'typing-intake');
  mkdirSync(here, { recursive: true });
  const group = { code: 'many' as GroupCode, title: 'Velen', consentBasis: 'no-objection' as const };
  const seat = await openSeat('browser', { home: here, study: await studyToTakeIn(here, { groups: [group] }) });
  try {
    const { page } = seat;
    await signInAs(page, 'Marit');
    await goTo(page, 'intake');
    const list = join(here, 'many.csv');
    writeFileSync(list, csvOf(people));
    seat.chooseNextSources([list]);
    lines.push(
      await typingLine(page, `${people} people are looked at`, async () => {
        await page.getByRole('button', { name: /^Kies bestanden/ }).click();
        await page.locator('.sum').first().waitFor({ timeout: 300_000 });
      }),
    );
  } finally {
    await seat.close();
  }
}

async function typingLine(page: Page, under: string, work: () => Promise<void>): Promise<Line> {
  const typed = page.evaluate(async () => {
    const state = Object.assign(window, { isDone: false });
    const box = document.createElement('input');
    document.querySelector('main, body')?.append(box);
    const times: number[] = [];
    while (!state.isDone) {
      const since = performance.now();
      box.value += 'a';
      box.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise<void>((painted) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => painted();
          port2.postMessage(0);
        }),
      );
      times.push(performance.now() - since);
      await new Promise((later) => setTimeout(later, 7));
    }
    return times;
  });
  await work();
  await page.evaluate(() => Object.assign(window, { isDone: true }));
  const figures = figuresOf(await typed);
  return {
    what: `typed letter painted while ${under}, ${figures.n} letters (p95 / longest)`,
    ours: `${ms(figures.p95)} / ${ms(figures.max)}`,
    floor: '-',
    ratio: '-',
    target: '50 ms',
  };
}

/** A row of 4 kB written and synced, as the log does for every answer. */
function syncTimes(): Figures {
  const path = join(home, 'synced');
  const file = openSync(path, 'w');
  const page = new Uint8Array(4096);
  const times = Array.from({ length: 200 }, () => {
    const since = performance.now();
    writeSync(file, page);
    fsyncSync(file);
    return performance.now() - since;
  });
  closeSync(file);
  return figuresOf(times);
}
