/** What axe has against a page as it is: WCAG 2.2 AA and its own best practice. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { settled } from './walk.ts';

let text: string | undefined;
function source(): string {
  text ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return text;
}

/** Per fault: rule, and where. */
export async function axeFaults(page: Page): Promise<readonly string[]> {
  await settled(page).catch(() => undefined);
  // Put in by the debugger, which the page's content policy does not bind.
  await page.evaluate(source());
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(at: unknown, how: unknown): Promise<AxeResults> } }).axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
  );
}

/** The page in a look of the window. */
export async function lookAs(look: string, page: Page): Promise<void> {
  await page.evaluate((value) => {
    document.documentElement.dataset.look = value;
  }, look);
}

export const looks = ['light', 'dark', 'contrast'] as const;
