/**
 * The system's own count: a seat in a browser, its office and its vaults open no connection at all while a study is made and signed in to.
 * Takes strace, which .ci/run installs.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../electron/office.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);
const hasTracer = spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
const start = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));

/** Connections to anything but the system's own services, in what strace wrote. */
const connections = (traced: string) =>
  traced.split('\n').filter((line) => /\bconnect\(/.test(line) && !/sa_family=AF_(?:UNIX|LOCAL)/.test(line));

describe.runIf(hasTracer)('the processes of a browser seat', () => {
  it('are traced: a connection would be seen', () => {
    const log = join(folder, 'control');
    const code = "require('node:net').connect(9, '127.0.0.1').on('error', () => undefined)";
    execFileSync('strace', ['-f', '-qq', '-e', 'trace=connect', '-o', log, process.execPath, '-e', code]);
    expect(connections(readFileSync(log, 'utf8'))).toHaveLength(1);
  });

  it('connect to nothing', async () => {
    const log = join(folder, 'seat');
    const env = { ...process.env, HOME: folder, VELDWERK_HOME: join(folder, 'veldwerk') };
    const args = [
      '-f',
      '-qq',
      '-e',
      'trace=connect',
      '-o',
      log,
      process.execPath,
      start,
      '--link',
      '--study',
      join(folder, 'study'),
    ];
    const traced = spawn('strace', args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    traced.stdout.on('data', (piece) => {
      said += piece;
    });
    const ended = new Promise((done) => traced.on('exit', done));
    await expect.poll(() => said, { timeout: 60_000 }).toMatch(/key=[\w-]+\n/);
    const link = new URL(said.match(/http:\S+/)![0]);
    const opened = await fetch(link);
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!;
    const ask = async (name: string, input: unknown) => {
      const headers = { cookie, origin: link.origin, 'content-type': 'application/json' };
      const answer = await fetch(`${link.origin}/ask`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ name, input }),
      });
      return (await answer.json()) as { kind: string };
    };
    const person = { name: 'Anna Voorbeeld', confidentialityOn: '2026-01-01', passphrase: 'een lange wachtzin' };
    const people = [{ ...person, roles: ['manager', 'researcher'] }];
    expect(await ask('study.create', { title: 'Proef', practice: true, people })).toMatchObject({ kind: 'ok' });
    expect(await ask('study.signIn', person)).toMatchObject({ kind: 'ok' });
    await fetch(`${link.origin}/leave`, { method: 'POST', headers: { cookie, origin: link.origin } });
    // The last one out stops everything.
    await ended;
    expect(connections(readFileSync(log, 'utf8'))).toEqual([]);
  });
});

it.skipIf(hasTracer)('the count of connections takes strace, which is not on this machine', () => undefined);
