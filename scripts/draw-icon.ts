/** The icon of the app as a picture, drawn from renderer/icon/icon.svg by the browser that the tests use. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { getTestBrowser, testBrowserArguments } from './test-browser.ts';

const drawing = fileURLToPath(new URL('../renderer/icon/icon.svg', import.meta.url));
/** The largest that any of the systems wants; electron-builder makes the others of it. */
const pixels = 1024;

export async function drawIcon(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'icon.png');
  const browser = await chromium.launch({ executablePath: await getTestBrowser(), args: [...testBrowserArguments] });
  try {
    const page = await browser.newPage({ viewport: { width: pixels, height: pixels } });
    const source = `data:image/svg+xml;base64,${readFileSync(drawing).toString('base64')}`;
    await page.setContent(
      `<body style="margin:0"><img src="${source}" style="display:block;width:${pixels}px;height:${pixels}px">`,
    );
    await page.locator('img').screenshot({ path, omitBackground: true });
  } finally {
    await browser.close();
  }
  return path;
}

if (import.meta.main)
  process.stdout.write(`${await drawIcon(fileURLToPath(new URL('../.cache/icon', import.meta.url)))}\n`);
