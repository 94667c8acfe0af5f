/** Interviews held with nothing but the keyboard, by reading the screen as an interviewer does. */
import type { Page } from 'playwright-core';
import { interviewWords } from '../../renderer/wording/screens/interview.ts';
import { seeded } from '../../scripts/seeded.ts';

const draw = seeded(11);

/** What stands on screen now, as far as an interviewer needs it to know which key is next. */
interface OnScreen {
  readonly heading: string;
  readonly codes: readonly string[];
  readonly isMany: boolean;
  readonly box: 'none' | 'text' | 'number' | 'date';
  readonly isItem: boolean;
}

function onScreen(page: Page): Promise<OnScreen> {
  return page.evaluate(() => {
    const item = document.querySelector('.item');
    const box = item?.querySelector<HTMLInputElement>('input:not([type=checkbox]), textarea');
    const kind =
      box === null || box === undefined
        ? 'none'
        : box.inputMode === 'numeric' || box.inputMode === 'decimal'
          ? 'number'
          : box.type === 'date'
            ? 'date'
            : 'text';
    return {
      heading: document.querySelector('main h1')?.textContent ?? '',
      codes: [...(item?.querySelectorAll('[role=radio] .key, [role=checkbox] .key') ?? [])].map(
        (key) => key.textContent ?? '',
      ),
      isMany: item?.querySelector('[role=checkbox]') !== null && item?.querySelector('[role=radio]') === null,
      box: kind,
      isItem: item?.querySelector('h1[id^="item-"]') !== null && item !== null,
    };
  });
}

/** Until what `before` shows is gone. */
async function moved(page: Page, before: OnScreen): Promise<void> {
  await page.waitForFunction((heading) => document.querySelector('main h1')?.textContent !== heading, before.heading);
}

export async function takeCase(page: Page): Promise<'call' | 'none'> {
  const before = await onScreen(page);
  await page.keyboard.press('Enter');
  await moved(page, before);
  return (await page.getByText('Vandaag is er niemand meer te bellen').count()) > 0 ? 'none' : 'call';
}

/** From the introduction to the end, or until `stopAfter` items; gives how many items were answered. */
export async function interview(page: Page, stopAfter = Number.POSITIVE_INFINITY): Promise<number> {
  let now = await onScreen(page);
  // Consent was read aloud; the respondent said yes.
  await page.keyboard.press('j');
  await moved(page, now);
  for (let items = 0; ; items += 1) {
    now = await onScreen(page);
    if (!now.isItem) {
      // Enter asks, Enter again finishes; each as fast as a finger.
      await page.waitForTimeout(70);
      await page.keyboard.press('Enter');
      await page.getByText(interviewWords.nl.finishSure).waitFor();
      await page.waitForTimeout(70);
      await page.keyboard.press('Enter');
      await page.getByText(/Het interview is afgerond/).waitFor();
      return items;
    }
    if (items >= stopAfter) return items;
    if (now.codes.length > 0) {
      const code = now.isMany ? now.codes[0]! : now.codes[draw.below(now.codes.length)]!;
      await page.keyboard.type(code);
    } else if (now.box === 'text') await page.keyboard.type('Een antwoord in eigen woorden, met 12 en 7 erin.');
    else if (now.box === 'number') await page.keyboard.type('5');
    else if (now.box === 'date') await page.keyboard.type('02032026');
    // As fast as a finger, and no faster: a key that comes again sooner bounced.
    await page.waitForTimeout(70);
    await page.keyboard.press('Enter');
    await moved(page, now);
  }
}
