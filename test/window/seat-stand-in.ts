/** The app on the stand-in for Electron: the built main process and preload script, unchanged, with Chromium for a window. */
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { buildApp } from '../../scripts/build-app.ts';
import { getTestBrowser, testBrowserArguments } from '../../scripts/test-browser.ts';
import { longestWaitMs } from './longest-wait.ts';
import type { OpenSeat, SeatOptions, TestSeat } from './seat.ts';
import { type MenuItem, type Runtime, runtimes, type Seen } from './stand-in/runtime.ts';

export interface StandIn extends Omit<TestSeat, 'home'> {
  readonly seen: Seen;
}

export interface StandInOptions extends SeatOptions {
  readonly isPackaged?: boolean;
  /** How long the engine takes before there is a window. */
  readonly windowAfterMs?: number;
}

const { nativeImport } = createRequire(import.meta.url)('./stand-in/native-import.cjs') as {
  nativeImport: (address: string) => Promise<unknown>;
};
const electron = new URL('./stand-in/electron.ts', import.meta.url).href;
let lastSeat = 0;
let isHooked = false;

/** Whatever a main process of ours imports as 'electron' is the stand-in of its number. */
function hook(): void {
  if (isHooked) return;
  isHooked = true;
  registerHooks({
    resolve(specifier, context, next) {
      const seat = context.parentURL?.match(/[?&]seat=(\d+)/)?.[1];
      if (specifier === 'electron' && seat !== undefined)
        return { url: `${electron}?seat=${seat}`, format: 'module-typescript', shortCircuit: true };
      return next(specifier, context);
    },
  });
}

export async function openStandInSeat(options: StandInOptions & { readonly home: string }): Promise<StandIn> {
  const {
    home,
    study,
    isShown = false,
    size = { width: 1280, height: 860 },
    isPackaged = true,
    windowAfterMs = 0,
  } = options;
  hook();
  const app = await buildApp();
  const browser = await chromium.launch({
    executablePath: await getTestBrowser(),
    args: [...testBrowserArguments],
    headless: !isShown,
  });
  const context = await browser.newContext({ viewport: size });
  context.setDefaultTimeout(longestWaitMs);
  const nr = ++lastSeat;
  const seen: Seen = {
    strayRequests: [],
    switches: [],
    dialogs: [],
    messages: [],
    openedPaths: [],
    openedAddresses: [],
    clipboard: { text: '' },
    titles: [],
    refusedQuestions: [],
    contentProtection: [],
    windowOptions: [],
    order: [],
    paths: {},
    utilities: [],
    windows: new Set(),
    handlers: {},
    menu: [],
    hasQuit: false,
  };
  const runtime: Runtime = {
    context,
    home,
    study,
    isPackaged,
    windowAfterMs,
    isFirst: true,
    chosenSources: [],
    chosenTargets: [],
    chosenFolders: [],
    seen,
    begin: { whenWindow: [] },
  };
  runtimes().set(nr, runtime);
  const nextPage = () =>
    new Promise<Page>((opened) => runtime.begin.whenWindow.push((window) => opened((window as { page: Page }).page)));
  const first = nextPage();
  // The main process reads it once, when it is loaded.
  const { VELDWERK_HOME } = process.env;
  process.env.VELDWERK_HOME = join(home, 'veldwerk');
  await nativeImport(`${pathToFileURL(join(app, 'electron', 'main.js')).href}?seat=${nr}`);
  if (VELDWERK_HOME === undefined) delete process.env.VELDWERK_HOME;
  else process.env.VELDWERK_HOME = VELDWERK_HOME;
  const page = await first;
  return {
    kind: 'stand-in',
    page,
    seen,
    chooseNextSources: (paths) => void runtime.chosenSources.push(paths),
    chooseNextTarget: (path) => void runtime.chosenTargets.push(path),
    chooseNextFolder: (path) => void runtime.chosenFolders.push(path),
    placeOf: (path) => path,
    async openAnother() {
      const another = nextPage();
      findItem(seen.menu, 'new-window')?.click?.();
      return another;
    },
    strayRequests: () => seen.strayRequests,
    async close() {
      const quit = new Promise<void>((done) => (seen.handlers.whenQuit as (listener: () => void) => void)(done));
      if (!seen.hasQuit) (seen.handlers.quit as () => void)();
      await quit;
      await browser.close();
      runtimes().delete(nr);
    },
  };
}

export function findItem(menu: readonly MenuItem[], id: string): MenuItem | undefined {
  for (const item of menu) {
    const found = item.id === id ? item : findItem(item.submenu ?? [], id);
    if (found !== undefined) return found;
  }
  return undefined;
}

openStandInSeat satisfies OpenSeat;
