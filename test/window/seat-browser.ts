/** The app as a seat in a browser on this machine: the office in a process, the page over loopback. */
import { fork } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { childOfFork } from '../../electron/child.ts';
import { officeDoor } from '../../electron/office-door.ts';
import { programPath } from '../../electron/program.ts';
import { openSeats } from '../../electron/seats.ts';
import { buildApp } from '../../scripts/build-app.ts';
import { getTestBrowser, testBrowserArguments } from '../../scripts/test-browser.ts';
import { longestWaitMs } from './longest-wait.ts';
import type { OpenSeat } from './seat.ts';

export const openBrowserSeat: OpenSeat = async (options) => {
  const { home, study, isShown = false, size = { width: 1280, height: 860 } } = options;
  const app = await buildApp();
  const office = fork(programPath('office'), [JSON.stringify({ appVersion: '0.0.0-test' })], {
    env: { ...process.env, HOME: home, VELDWERK_HOME: join(home, 'veldwerk') },
    // Not what the test runner itself was started with.
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', process.env.VELDWERK_TEST_STDERR ? 'inherit' : 'ignore', 'ipc'],
  });
  const door = officeDoor(childOfFork(office));
  if (study !== undefined) await door.useFolder(study);
  const handoutFolder = join(home, 'Documents', 'Veldwerk', 'uitgegeven');
  const seats = await openSeats({ door, pageFolder: join(app, 'renderer'), handoutFolder, onAllGone: () => undefined });
  const browser = await chromium.launch({
    executablePath: await getTestBrowser(),
    args: [...testBrowserArguments],
    headless: !isShown,
  });
  const chosen: (readonly string[])[] = [];
  const strayRequests: string[] = [];
  const contexts: BrowserContext[] = [];
  async function openPage(): Promise<Page> {
    // A context is a profile: its own cookie, its own seat.
    const context = await browser.newContext({ viewport: size });
    context.setDefaultTimeout(longestWaitMs);
    contexts.push(context);
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(`${seats.origin}/`) && !url.startsWith('data:')) strayRequests.push(url);
    });
    const page = await context.newPage();
    page.on('filechooser', (chooser) => chooser.setFiles([...(chosen.shift() ?? [])]));
    await page.goto(seats.newLink());
    await page.waitForURL(`${seats.origin}/`);
    return page;
  }
  const page = await openPage();
  return {
    kind: 'browser',
    page,
    chooseNextSources: (paths) => void chosen.push(paths),
    chooseNextTarget: () => undefined,
    chooseNextFolder: () => undefined,
    placeOf: () => newestIn(handoutFolder),
    openAnother: openPage,
    strayRequests: () => strayRequests,
    async close() {
      await browser.close();
      await seats.close();
      // Whoever opens the study after this, or removes it, is alone in it.
      const ended = new Promise<void>((done) => door.onEnd(done));
      door.end();
      await ended;
    },
  };
};

function newestIn(folder: string): string {
  const files = readdirSync(folder).map((name) => join(folder, name));
  const [newest] = files.toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (newest === undefined) throw new Error('nothing was handed out');
  return newest;
}
