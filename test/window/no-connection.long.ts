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
import { startImapServer } from '../imap-server.ts';

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
    expect(await tracedSeat(async () => undefined)).toEqual([]);
  });

  it('connect to the mailbox that was set, and only when they are asked to', async () => {
    const imap = await startImapServer();
    const login = { kind: 'password', user: 'terug', password: 'geheim' };
    try {
      const mailbox = { host: '127.0.0.1', port: imap.port, folder: 'INBOX', login };
      const before = await tracedSeat(async (ask) => {
        expect(await ask('study.setMailbox', { mailbox })).toMatchObject({ kind: 'ok' });
        expect(await ask('study.mailbox', {})).toMatchObject({ kind: 'ok' });
      });
      expect(before).toEqual([]);
      const asked = await tracedSeat(async (ask) => {
        expect(await ask('study.setMailbox', { mailbox })).toMatchObject({ kind: 'ok' });
        for (const name of ['contact.checkMailbox', 'contact.readMailbox'])
          expect(await ask(name, {})).toMatchObject({ kind: 'ok' });
      });
      expect(asked).toHaveLength(2);
      for (const line of asked)
        expect(line).toMatch(new RegExp(`htons\\(${imap.port}\\).*inet_addr\\("127\\.0\\.0\\.1"\\)`));
    } finally {
      await imap.stop();
    }
  });
});

type Ask = (name: string, input: unknown) => Promise<{ readonly kind: string }>;
let seats = 0;

/** A seat in which a study is made, signed in to and worked in: the connections that it and its processes made. */
async function tracedSeat(work: (ask: Ask) => Promise<unknown>): Promise<readonly string[]> {
  seats += 1;
  const log = join(folder, `seat-${seats}`);
  const env = { ...process.env, HOME: folder, VELDWERK_HOME: join(folder, `veldwerk-${seats}`) };
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
    join(folder, `study-${seats}`),
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
  const ask: Ask = async (name, input) => {
    const headers = { cookie, origin: link.origin, 'content-type': 'application/json' };
    const answer = await fetch(`${link.origin}/ask`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ name, input }),
    });
    return (await answer.json()) as { readonly kind: string };
  };
  const person = { name: 'Anna Voorbeeld', confidentialityOn: '2026-01-01', passphrase: 'een lange wachtzin' };
  const people = [{ ...person, roles: ['manager', 'researcher'] }];
  expect(await ask('study.create', { title: 'Proef', practice: true, people })).toMatchObject({ kind: 'ok' });
  expect(await ask('study.signIn', person)).toMatchObject({ kind: 'ok' });
  await work(ask);
  await fetch(`${link.origin}/leave`, { method: 'POST', headers: { cookie, origin: link.origin } });
  // The last one out stops everything.
  await ended;
  return connections(readFileSync(log, 'utf8'));
}

it.skipIf(hasTracer)('the count of connections takes strace, which is not on this machine', () => undefined);
