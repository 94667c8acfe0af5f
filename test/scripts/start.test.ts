/** `npm start` as a program: a seat in a browser that it starts itself, and everything gone when it ends. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from '../../scripts/build-app.ts';
import { getTestBrowser } from '../../scripts/test-browser.ts';
import { temporaryFolder } from '../electron/office.ts';

const { folder, remove } = temporaryFolder();
const program = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const one of started) one.kill('SIGKILL');
  remove();
});

/** A home of its own, with a browser of this name first among the programs. */
function start(name: string, browser: string, args: readonly string[]) {
  const home = join(folder, name);
  const programs = join(home, 'programs');
  const temporary = join(home, 'temporary');
  for (const one of [programs, temporary]) mkdirSync(one, { recursive: true });
  writeFileSync(join(programs, 'chromium'), `#!/bin/sh\n${browser}\n`);
  chmodSync(join(programs, 'chromium'), 0o755);
  const env = {
    HOME: home,
    VELDWERK_HOME: join(home, 'veldwerk'),
    TMPDIR: temporary,
    DISPLAY: ':0',
    PATH: `${programs}:${process.env.PATH}`,
  };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  let said = '';
  child.stdout.on('data', (piece) => {
    said += piece;
  });
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const ended = new Promise<number | null>((done) => child.on('exit', done));
  const profiles = () => readdirSync(temporary).filter((one) => one.startsWith('veldwerk-window-'));
  return { child, home, temporary, ended, profiles, said: () => said };
}

/** Programs of this office that still run. */
const offices = (home: string) =>
  execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(home));

describe.runIf(process.platform === 'linux')('npm start -- --browser', () => {
  it('opens the page in a browser with a profile of its own; the link stands in no argument', async () => {
    await buildApp();
    const real = await getTestBrowser();
    const { child, home, temporary, ended, profiles, said } = start(
      'real',
      `exec ${real} --headless=new --no-sandbox --disable-gpu --remote-debugging-port=0 "$@"`,
      ['--browser'],
    );
    await expect.poll(profiles, { timeout: 60_000 }).toHaveLength(1);
    const profile = join(temporary, profiles()[0]!);
    const named = join(profile, 'DevToolsActivePort');
    await expect
      .poll(() => existsSync(named) && readFileSync(named, 'utf8').includes('\n'), { timeout: 60_000 })
      .toBe(true);
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(named, 'utf8').split('\n')[0]}`);
    const pages = () => browser.contexts().flatMap((context) => context.pages().map((page) => page.url()));
    await expect.poll(() => pages().join(), { timeout: 60_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(offices(home).some((line) => line.includes('key='))).toBe(false);
    expect(said()).not.toMatch(/key=/);
    await browser.close().catch(() => undefined);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(profiles()).toEqual([]);
    await expect.poll(() => offices(home), { timeout: 60_000 }).toEqual([]);
  }, 240_000);

  it('leaves no profile of a browser that still writes in it while it ends', async () => {
    const late = `
      for one in "$@"; do case "$one" in --user-data-dir=*) profile="\${one#--user-data-dir=}";; esac; done
      trap 'sleep 1; mkdir -p "$profile/late"; exit 0' TERM
      touch "$profile/begun"
      while :; do sleep 0.1; done`;
    const { child, home, temporary, ended, profiles } = start('late', late, ['--browser']);
    await expect
      .poll(() => profiles().some((one) => existsSync(join(temporary, one, 'begun'))), { timeout: 60_000 })
      .toBe(true);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    await expect.poll(() => offices(home), { timeout: 60_000 }).toEqual([]);
    expect(profiles()).toEqual([]);
  }, 240_000);

  it('prints the link when the browser ended without showing it', async () => {
    const { child, ended, profiles, said } = start('ends', 'exit 1', ['--browser']);
    await expect
      .poll(said, { timeout: 60_000 })
      .toMatch(/It works once.*\nhttp:\/\/127\.0\.0\.1:\d+\/open\?key=[\w-]{43}\n$/);
    expect(profiles()).toEqual([]);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it('says in one line how it is used, and opens nothing', async () => {
    const { ended, said } = start('help', 'exit 1', ['--help']);
    expect(await ended).toBe(0);
    expect(said()).toMatch(/^Usage: npm start/);
  });
});
