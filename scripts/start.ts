/** `npm start`: opens Veldwerk, in Electron where its runtime can be had, else as a seat in a browser on this machine. */
import { fork, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { childOfFork } from '../electron/child.ts';
import { officeDoor } from '../electron/office-door.ts';
import type { OfficeStart } from '../electron/office-messages.ts';
import { programPath } from '../electron/program.ts';
import { openSeats } from '../electron/seats.ts';
import { buildApp } from './build-app.ts';
import { fetchElectron, findElectron } from './electron-runtime.ts';
import { findBrowser, type StartedBrowser, startBrowser } from './start-browser.ts';

const usage = `Usage: npm start [-- --browser] [--link] [--study DIR]

  --browser    a seat in a browser on this machine, also where there is Electron
  --link       only print the link that opens it
  --study DIR  begin with the study in this folder
`;

interface Choice {
  readonly study: string | undefined;
  readonly startsBrowser: boolean;
}

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      browser: { type: 'boolean' },
      link: { type: 'boolean' },
      study: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    say(usage);
    return 0;
  }
  // npm runs scripts in the project's folder; a path is meant from where the command was typed.
  const study = values.study === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', values.study);
  const built = buildApp();
  if (!values.browser && !values.link) {
    const electron =
      findElectron() ??
      (await fetchElectron(() => say("Fetching Electron's runtime, this once (two minutes at most).")));
    if (electron !== undefined) return startElectron(electron, await built, study);
    say("Electron's runtime is not here and could not be fetched: Veldwerk opens in the browser instead.");
  }
  return startSeats(await built, { study, startsBrowser: !values.link });
}

function startElectron(electron: string, app: string, study: string | undefined): Promise<number> {
  const window = spawn(electron, [app, ...(study === undefined ? [] : [`--study=${study}`])], { stdio: 'inherit' });
  return new Promise((done) => {
    window.on('exit', (code) => done(code ?? 1));
    window.on('error', () => done(1));
  });
}

async function startSeats(app: string, { study, startsBrowser }: Choice): Promise<number> {
  const { version } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
  const begin: OfficeStart = { appVersion: version };
  const office = fork(programPath('office'), [JSON.stringify(begin)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const door = officeDoor(childOfFork(office));
  if (study !== undefined) await door.useFolder(study);
  const windows = new Set<StartedBrowser>();
  return new Promise((done) => {
    let hasStopped = false;
    const stop = async (code: number) => {
      if (hasStopped) return;
      hasStopped = true;
      await Promise.all([...windows].map((window) => window.end()));
      await (await seats).close();
      door.end();
      done(code);
    };
    const seats = openSeats({
      door,
      pageFolder: join(app, 'renderer'),
      handoutFolder: join(documents(), 'Veldwerk', 'uitgegeven'),
      openFolder: showFolder,
      onAllGone: () => void stop(0),
    });
    door.onEnd(() => {
      if (hasStopped) return;
      say('The office has ended by itself. Nothing that was saved is lost; start again.');
      void stop(1);
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop(0));
    const openOne = async () => {
      const link = (await seats).newLink();
      const print = () =>
        say(`Open this link in a browser on this machine. It works once, within ten minutes:\n${link}`);
      const browser = startsBrowser ? findBrowser() : undefined;
      if (browser === undefined) return print();
      const window = startBrowser(browser, link);
      windows.add(window);
      window.onEnd(async () => {
        windows.delete(window);
        // It ended without having shown the page: there may be no screen for it.
        if (!hasStopped && (await seats).isUnused(link)) print();
      });
    };
    void openOne().then(() => {
      if (!process.stdin.isTTY) return;
      say('Enter opens one more window, for a colleague; Ctrl+C stops.');
      createInterface({ input: process.stdin }).on('line', () => void openOne());
    });
  });
}

/** The folder for documents of this account, or its home. */
function documents(): string {
  const named = ['Documents', 'Documenten'].map((name) => join(homedir(), name)).find((folder) => existsSync(folder));
  return named ?? homedir();
}

function showFolder(folder: string): Promise<boolean> {
  const viewer = { win32: 'explorer.exe', darwin: 'open' }[process.platform as string] ?? 'xdg-open';
  return new Promise((shown) => {
    const started = spawn(viewer, [folder], { stdio: 'ignore', detached: true });
    started.on('error', () => shown(false));
    started.on('spawn', () => {
      started.unref();
      shown(true);
    });
  });
}

process.exitCode = await main();
process.exit();
