/**
 * An interview of 60 items typed by a script at 10 keys a second, which waits for nothing: every key arrives, each at the item it was
 * meant for, and the items come by in their order. Also with an office that takes longer than a key; and a key that is lost is found.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interviewWords } from '../../renderer/wording/screens/interview.ts';
import type { Outcome, View } from '../../shared/contract.ts';
import { temporaryFolder } from '../electron/office.ts';
import type { Sheets } from '../fixtures/workbooks/sheets.ts';
import { takeCase } from './keyboard-interview.ts';
import { openSeat, type TestSeat } from './seat.ts';
import { interviewer, studyToRing } from './study-to-ring.ts';
import { settled, signIn } from './walk.ts';

const keysPerSecond = 10;
const most = 60;

interface Line {
  readonly name: string;
  readonly keys: readonly string[];
  /** As it is told among the answers. */
  readonly said: string;
}

const word = (nr: number) => `w${'abcdefghij'[nr % 10]}${'klmnopqrst'[Math.floor(nr / 10)]}`;

/** Ten kinds of item in turn: choices, words, numbers, several choices, and a grid of five statements. */
function lineOf(nr: number): Line {
  const name = `item_${nr}`;
  const digit = String((nr % 5) + 1);
  switch (nr % 10) {
    case 0:
    case 4:
      return { name, keys: [digit, 'Enter'], said: `antwoord ${digit}` };
    case 1:
      return { name, keys: [...word(nr), 'Enter'], said: word(nr) };
    case 2:
      return { name, keys: [...String(10 + nr), 'Enter'], said: String(10 + nr) };
    case 3:
      return { name, keys: ['1', '3', 'Enter'], said: 'antwoord 1, antwoord 3' };
    case 9:
      return { name, keys: [digit, 'Enter'], said: `antwoord ${digit}` };
    default:
      return { name, keys: [digit], said: `antwoord ${digit}` };
  }
}

const lines = Array.from({ length: most }, (_, nr) => lineOf(nr));
const typeOf = (nr: number) =>
  nr % 10 === 1 ? 'text' : nr % 10 === 2 ? 'integer' : nr % 10 === 3 ? 'select_multiple schaal' : 'select_one schaal';
const questionnaire: Sheets = {
  survey: [
    ['type', 'name', 'label', 'appearance'],
    ...lines.flatMap(({ name }, nr) => [
      ...(nr % 10 === 5 ? [['begin_group', `blok_${nr}`, `Blok ${nr}`, 'table-list']] : []),
      [typeOf(nr), name, `Vraag nummer ${nr + 1}`, ''],
      ...(nr % 10 === 9 ? [['end_group', '', '', '']] : []),
    ]),
  ],
  choices: [['list_name', 'name', 'label'], ...[1, 2, 3, 4, 5].map((nr) => ['schaal', `k${nr}`, `antwoord ${nr}`])],
  settings: [
    ['form_title', 'form_id', 'version', 'default_language'],
    ['Typproef', 'typproef', '1', 'Nederlands (nl)'],
  ],
};

const { folder, remove } = temporaryFolder();
let study: string;
beforeAll(async () => {
  study = await studyToRing(folder, { questionnaire, rules: { doubleEntry: false } });
});
afterAll(remove);

async function seatOf(name: string): Promise<{ readonly seat: TestSeat; readonly page: Page }> {
  const home = join(folder, name);
  cpSync(join(folder, 'veldwerk'), join(home, 'veldwerk'), { recursive: true });
  cpSync(study, join(home, 'study'), { recursive: true });
  const seat = await openSeat('browser', { home, study: join(home, 'study') });
  // A case is given out only while someone is there who can.
  const manager = await seat.openAnother();
  await manager.locator('h1').first().waitFor();
  await signIn(manager, 'Marit');
  const { page } = seat;
  await page.locator('h1').first().waitFor();
  await signIn(page, interviewer);
  await settled(page);
  await page.getByRole('button', { name: /volgende/i }).focus();
  expect(await takeCase(page)).toBe('call');
  await page.keyboard.press('j');
  await page.locator('#item-item_0').waitFor();
  await page.evaluate(() => {
    const shown: string[] = [];
    (window as unknown as { shown: string[] }).shown = shown;
    const look = () => {
      const at =
        document.querySelector('.statement.at [id^=statement-]') ?? document.querySelector('.item h1[id^=item-]');
      const name = at?.id.replace(/^(?:statement|item)-/, '');
      if (name !== undefined && name !== shown.at(-1)) shown.push(name);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return { seat, page };
}

/** No finger presses a key again sooner; one that comes within 50 ms bounced. */
const againMs = 80;

/** One key each tenth of a second by the clock, whatever the screen does; a script that was held up itself catches up. */
async function type(page: Page, given: readonly Line[]): Promise<void> {
  const keys = given.flatMap((line) => line.keys);
  const began = performance.now();
  let pressedAt = began;
  for (const [nr, key] of keys.entries()) {
    const by = began + (nr * 1000) / keysPerSecond;
    const from = key === keys[nr - 1] ? pressedAt + againMs : by;
    const wait = Math.max(by, from) - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    await page.keyboard.press(key);
    pressedAt = performance.now();
  }
}

/** What arrived, in words, item by item; and which items stood on screen, in order. */
async function arrived(
  page: Page,
): Promise<{ readonly answers: readonly string[]; readonly shown: readonly string[] }> {
  const outcome = (await page.evaluate(async () => {
    const body = JSON.stringify({ name: 'interview.answers', input: {} });
    return (await fetch('/ask', { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json();
  })) as Outcome<View<'interview.answers'>>;
  if (outcome.kind !== 'ok') throw new Error('the answers were not told');
  const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown);
  return { answers: outcome.view.items.map(({ item, answer }) => `${item}: ${answer}`), shown };
}

const expected = (given: readonly Line[]) => given.map(({ name, said }) => `${name}: ${said}`);
const ended = (page: Page) => page.getByText(interviewWords.nl.routeEnded).waitFor();

describe('an interview typed at ten keys a second', () => {
  it('loses no key and never shows another item than the next one', async () => {
    const { seat, page } = await seatOf('plain');
    try {
      await type(page, lines);
      await ended(page);
      const { answers, shown } = await arrived(page);
      expect(answers).toEqual(expected(lines));
      expect(shown).toEqual(lines.map(({ name }) => name));
    } finally {
      await seat.close();
    }
  });

  it('also where the office takes a quarter of a second for each answer', async () => {
    const { seat, page } = await seatOf('slow');
    try {
      await page.route('**/ask', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 250));
        await route.continue();
      });
      const given = lines.slice(0, 30);
      await type(page, given);
      await page.locator(`#item-${lines[30]!.name}`).waitFor();
      const { answers, shown } = await arrived(page);
      expect(answers).toEqual(expected(given));
      expect(shown).toEqual(lines.slice(0, 31).map(({ name }) => name));
    } finally {
      await seat.close();
    }
  });

  it('also where the page has something else to do before it paints what comes next', async () => {
    const { seat, page } = await seatOf('busy');
    try {
      // A task of its own, before the one in which the answer is painted.
      await page.evaluate((busyMs) => {
        const told = Response.prototype.json;
        Response.prototype.json = async function json(this: Response) {
          const given = await told.call(this);
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            const until = performance.now() + busyMs;
            while (performance.now() < until);
          };
          channel.port2.postMessage(undefined);
          return given;
        };
      }, 130);
      const given = lines.slice(0, 20);
      await type(page, given);
      await page.locator(`#item-${lines[20]!.name}`).waitFor();
      const { answers, shown } = await arrived(page);
      expect(answers).toEqual(expected(given));
      expect(shown).toEqual(lines.slice(0, 21).map(({ name }) => name));
    } finally {
      await seat.close();
    }
  });

  it('where one key is lost on purpose, that is found', async () => {
    const { seat, page } = await seatOf('broken');
    try {
      const given = lines.slice(0, 10);
      // The second letter of the second item never comes.
      const lost = lines[0]!.keys.length + 2;
      await page.evaluate((nr) => {
        let pressed = 0;
        const swallow = (event: KeyboardEvent) => {
          if (!event.isTrusted) return;
          pressed += 1;
          if (pressed !== nr) return;
          event.preventDefault();
          event.stopImmediatePropagation();
        };
        document.addEventListener('keydown', swallow, { capture: true });
      }, lost);
      await type(page, given);
      await page.locator(`#item-${lines[10]!.name}`).waitFor();
      expect((await arrived(page)).answers).not.toEqual(expected(given));
    } finally {
      await seat.close();
    }
  });
});
