/** Going through a window by the Tab key, as whoever has no mouse does. */
import type { Page } from 'playwright-core';

/** The label of the field, or what is written on the button, that has the focus; nothing where neither has. */
export const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement)
      return at.labels?.[0]?.textContent ?? at.getAttribute('aria-label') ?? '';
    return at?.matches('button, summary, a') === true ? (at.textContent ?? '') : '';
  });

/**
 * Tabs on until what has the focus is called so: all the way round at least, and round again for fifteen seconds, because what the
 * window is still fetching or making comes into the round late.
 */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const isIt = (text: string) => (typeof name === 'string' ? text.startsWith(name) : name.test(text));
  const until = performance.now() + 15_000;
  for (let presses = 0; presses < 300 || performance.now() < until; presses += 1) {
    if (isIt(await focusedName(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
}

/** Tabs to it and presses Enter. */
export async function pressOn(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}
