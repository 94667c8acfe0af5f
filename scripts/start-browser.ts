/** Starts a browser of this machine with a profile of its own that is gone afterwards, and shows it one page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

export interface StartedBrowser {
  onEnd(listener: () => void): void;
  /** Ends it and removes its profile: both are gone when that is done. */
  end(): Promise<void>;
}

interface Browser {
  readonly path: string;
  readonly kind: 'chromium' | 'firefox';
}

const onPath: readonly (readonly [string, Browser['kind']])[] = [
  ['chromium', 'chromium'],
  ['chromium-browser', 'chromium'],
  ['google-chrome', 'chromium'],
  ['google-chrome-stable', 'chromium'],
  ['microsoft-edge', 'chromium'],
  ['microsoft-edge-stable', 'chromium'],
  ['firefox', 'firefox'],
];

/** The browser to use: one that can show a window without its own bars, if there is one. */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): Browser | undefined {
  return places(env).find(({ path }) => existsSync(path));
}

function places(env: NodeJS.ProcessEnv): readonly Browser[] {
  if (process.platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    const within: readonly (readonly [string, Browser['kind']])[] = [
      ['Microsoft\\Edge\\Application\\msedge.exe', 'chromium'],
      ['Google\\Chrome\\Application\\chrome.exe', 'chromium'],
      ['Mozilla Firefox\\firefox.exe', 'firefox'],
    ];
    return within.flatMap(([path, kind]) => roots.map((root) => ({ path: join(root, path), kind })));
  }
  if (process.platform === 'darwin') {
    const app = (name: string) => `/Applications/${name}.app/Contents/MacOS/${name}`;
    return [
      { path: app('Google Chrome'), kind: 'chromium' },
      { path: app('Microsoft Edge'), kind: 'chromium' },
      { path: app('Chromium'), kind: 'chromium' },
      { path: '/Applications/Firefox.app/Contents/MacOS/firefox', kind: 'firefox' },
    ];
  }
  // Without a display a browser would only end again.
  if (env.DISPLAY === undefined && env.WAYLAND_DISPLAY === undefined) return [];
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return onPath.flatMap(([name, kind]) => folders.map((folder) => ({ path: join(folder, name), kind })));
}

/** What keeps a browser from talking to anyone but this machine, or keeping anything. */
const quiet: readonly string[] = [
  '--lang=nl',
  '--no-first-run',
  '--no-default-browser-check',
  '--incognito',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--disable-extensions',
  '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** For Firefox, as a file in its profile. */
const quietPreferences: Readonly<Record<string, boolean | number | string>> = {
  'app.normandy.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.formfill.enable': false,
  'browser.privatebrowsing.autostart': true,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'layout.spellcheckDefault': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'signon.rememberSignons': false,
};

export function startBrowser({ path, kind }: Browser, link: string): StartedBrowser {
  const profile = mkdtempSync(join(tmpdir(), 'veldwerk-window-'));
  // The link goes through a file that only this account can read: arguments of a program can be seen by everyone on the machine.
  const page = join(profile, 'open.html');
  writeFileSync(page, `<!doctype html><title>Veldwerk</title><meta http-equiv="refresh" content="0;url=${link}">`, {
    mode: 0o600,
  });
  const address = pathToFileURL(page).href;
  const browser = spawn(path, kind === 'chromium' ? chromium(profile, address) : firefox(profile, address), {
    stdio: 'ignore',
  });
  const onEnd: (() => void)[] = [];
  let hasEnded = false;
  const end = () => {
    if (hasEnded) return;
    hasEnded = true;
    removeProfile(profile);
    for (const listener of onEnd) listener();
  };
  const ended = new Promise<void>((done) => onEnd.push(done));
  browser.on('exit', end);
  browser.on('error', end);
  return { onEnd: (listener) => void onEnd.push(listener), end: () => endBrowser(browser, profile, ended) };
}

function chromium(profile: string, address: string): readonly string[] {
  // Chromium refuses its sandbox to root, and then to start.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [`--user-data-dir=${profile}`, ...quiet, ...asRoot, `--app=${address}`];
}

function firefox(profile: string, address: string): readonly string[] {
  const lines = Object.entries(quietPreferences).map(
    ([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), `${lines.join('\n')}\n`);
  return ['--no-remote', '--profile', profile, '--new-window', address];
}

/** A browser that does not listen is ended by force. One that still ran would write its profile anew after it was removed. */
async function endBrowser(browser: ChildProcess, profile: string, ended: Promise<void>): Promise<void> {
  browser.kill();
  const forcing = setTimeout(() => browser.kill('SIGKILL'), 5_000);
  await Promise.race([ended, passed(8_000, undefined, { ref: false })]);
  clearTimeout(forcing);
  removeProfile(profile);
}

function removeProfile(profile: string): void {
  // The browser may still be writing its last.
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
