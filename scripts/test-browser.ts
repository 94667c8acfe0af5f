/** The Chromium that tests, screenshots and measurements use: one that is installed, else Playwright's, else Debian's package. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const elsewhere: Readonly<Record<string, readonly string[]>> = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** What keeps it quiet: every request it makes by itself would count as one of ours. */
export const testBrowserArguments: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
];

export function findTestBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const installed = [...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
  const chosen = process.env.VELDWERK_TEST_BROWSER;
  const all = [...(chosen === undefined ? [] : [chosen]), ...installed, ...(elsewhere[process.platform] ?? [])];
  return [...all, playwrightsOwn()].find((path) => path !== '' && existsSync(path));
}

function playwrightsOwn(): string {
  try {
    return chromium.executablePath();
  } catch {
    return '';
  }
}

/** Finds it or gets it; throws with one clear line when there is none to be had. */
export async function getTestBrowser(): Promise<string> {
  const found = findTestBrowser();
  if (found !== undefined) return found;
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  await run(process.execPath, [cli, 'install', 'chromium-headless-shell', 'chromium']);
  if (findTestBrowser() === undefined && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await run('apt-get', ['update', '-qq']);
    await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  return findTestBrowser() ?? missing();
}

function missing(): never {
  throw new Error('No Chromium to test with: install one, or name it in VELDWERK_TEST_BROWSER.');
}

function run(program: string, args: readonly string[]): Promise<void> {
  return new Promise((done) => {
    execFile(program, args, { timeout: 300_000 }, () => done());
  });
}
