/** The seats in a browser: who gets in, who does not, and what becomes of a seat that was left. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handoutPath } from '../../electron/handout-path.ts';
import type { OfficeDoor } from '../../electron/office-door.ts';
import { contentSecurityPolicy } from '../../electron/page-files.ts';
import { safeFileName } from '../../electron/safe-file-name.ts';
import { openSeats, type Seats, type SeatsOptions } from '../../electron/seats.ts';
import type { SeatId } from '../../electron/session.ts';
import type { SourceFile, TargetFile } from '../../shared/contract.ts';
import type { News, Progress } from '../../shared/shell.ts';
import { temporaryFolder } from '../electron/office.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);
const pageFolder = join(folder, 'page');
mkdirSync(join(pageFolder, 'assets'), { recursive: true });
writeFileSync(join(pageFolder, 'index.html'), '<title>Veldwerk</title>');
writeFileSync(join(pageFolder, 'assets', 'a-1.js'), '1');
writeFileSync(join(folder, 'secret.js'), 'secret');

/** A door that remembers what it was asked. */
function doorHere() {
  const asked: unknown[] = [];
  const left: SeatId[] = [];
  const sent: Uint8Array[] = [];
  const listeners = new Map<SeatId, (progress: Progress) => void>();
  const newsListeners = new Map<SeatId, (news: News) => void>();
  const door: OfficeDoor = {
    async ask(seat, name, input) {
      asked.push({ seat, name, input });
      return { kind: 'ok', view: null };
    },
    offerSource: async () => 's' as SourceFile,
    async offerBytes(_seat, bytes) {
      sent.push(bytes);
      return 'sent-1' as SourceFile;
    },
    offerTarget: async (path) => `made ${path}` as TargetFile,
    useFolder: async () => undefined,
    turnTo: async () => true,
    leave: async (seat) => void left.push(seat),
    lockAll: async () => undefined,
    resultsFolder: async () => folder,
    onProgress(seat, listener) {
      listeners.set(seat, listener);
      return () => listeners.delete(seat);
    },
    onNews(seat, listener) {
      newsListeners.set(seat, listener);
      return () => newsListeners.delete(seat);
    },
    onShowScreen: () => undefined,
    hasAnswered: () => true,
    onEnd: () => undefined,
    end: () => undefined,
  };
  return { door, asked, left, sent, listeners, newsListeners };
}

let here: ReturnType<typeof doorHere>;
let seats: Seats;
let allGone = 0;
async function open(options: Partial<SeatsOptions> = {}): Promise<void> {
  here = doorHere();
  allGone = 0;
  const handoutFolder = join(folder, 'uitgegeven');
  seats = await openSeats({ door: here.door, pageFolder, handoutFolder, onAllGone: () => allGone++, ...options });
}
beforeEach(() => open());
afterEach(() => seats.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** One request exactly as it is written, also one that a browser would not make. */
function send(
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  const { method = 'GET', headers = {}, body } = options;
  const { port } = new URL(seats.origin);
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces).toString(),
        }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function cookie(): Promise<string> {
  const link = new URL(seats.newLink());
  const { headers } = await send(link.pathname + link.search);
  return headers['set-cookie']![0]!.split(';')[0]!;
}
const post = async (path: string, body: string, headers: Record<string, string> = {}) =>
  send(path, {
    method: 'POST',
    body,
    headers: { cookie: await cookie(), origin: seats.origin, 'content-type': 'application/json', ...headers },
  });

describe('the link', () => {
  it('opens one seat, once, with a cookie that no script and no other site gets', async () => {
    const link = new URL(seats.newLink());
    expect(link.hostname).toBe('127.0.0.1');
    const first = await send(link.pathname + link.search);
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']![0]).toMatch(/^veldwerk-\d+=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/);
    const second = await send(link.pathname + link.search);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
  });

  it('is not guessed: no key, an empty one, another', async () => {
    seats.newLink();
    for (const path of ['/open', '/open?key=', '/open?key=x', '/open?key=__proto__'])
      expect((await send(path)).status).toBe(403);
  });
});

describe('what comes back', () => {
  it('carries the policy and is kept nowhere, the page, an answer and a refusal alike', async () => {
    const own = { cookie: await cookie() };
    const answers = [
      await send('/', { headers: own }),
      await send('/assets/a-1.js', { headers: own }),
      await post('/ask', '{"name":"x","input":{}}'),
      await send('/'),
      await send('/none.js', { headers: own }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403, 404]);
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
    }
    expect(answers[0]!.body).toBe('<title>Veldwerk</title>');
    expect(answers[1]!.headers['content-type']).toMatch(/^text\/javascript/);
    expect(answers[3]!.body).toBe('');
  });
});

describe('who is refused', () => {
  it('whoever has no cookie, or another', async () => {
    await cookie();
    const name = `veldwerk-${new URL(seats.origin).port}`;
    for (const header of ['', 'x=y', `${name}=`, `${name}=${'0'.repeat(64)}`, `${name}=__proto__`])
      for (const path of ['/', '/seat', '/events', '/assets/a-1.js'])
        expect((await send(path, { headers: { cookie: header } })).status, path).toBe(403);
    expect((await send('/seat', { headers: { cookie: await cookie() } })).body).toBe('{"kind":"browser"}');
  });

  it('another name of this machine: the page of a site that was pointed here', async () => {
    const own = await cookie();
    const { port } = new URL(seats.origin);
    for (const host of [
      'elders.example',
      `localhost:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port}.elders.example`,
      `[::1]:${port}`,
    ])
      expect((await send('/', { headers: { cookie: own, host } })).status, host).toBe(403);
    const link = new URL(seats.newLink());
    const elsewhere = await send(link.pathname + link.search, { headers: { host: 'elders.example' } });
    expect(elsewhere.status).toBe(403);
    expect((await send(link.pathname + link.search)).status).toBe(200);
  });

  it('another site, by what its browser says of it', async () => {
    const own = await cookie();
    const as = (headers: Record<string, string>, method = 'POST') =>
      send('/ask', {
        method,
        body: '{"name":"x","input":{}}',
        headers: { cookie: own, 'content-type': 'application/json', ...headers },
      });
    const { origin } = seats;
    expect((await as({ origin })).status).toBe(200);
    for (const other of ['https://elders.example', 'null', origin.replace('http:', 'https:'), `${origin}0`])
      expect((await as({ origin: other })).status, other).toBe(403);
    // None: no page of ours leaves it out.
    expect((await as({})).status).toBe(403);
    for (const site of ['cross-site', 'same-site', 'none'])
      expect((await as({ origin, 'sec-fetch-site': site })).status, site).toBe(403);
    expect((await as({ origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await send('/', { headers: { cookie: own, 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    expect(here.asked).toHaveLength(2);
  });

  it('what is no question: another method, another kind, too much, no JSON', async () => {
    expect((await post('/ask', '{}', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await post('/ask', 'x')).status).toBe(400);
    expect((await post('/ask', '1')).status).toBe(400);
    expect((await post('/ask', `"${'x'.repeat(1_000_001)}"`)).status).toBe(413);
    expect((await post('/elsewhere', '{}')).status).toBe(404);
    expect((await post('/source?kind=passwords', 'x', { 'content-type': 'application/octet-stream' })).status).toBe(
      400,
    );
    expect((await post('/target', '{"kind":"passwords","name":"x"}')).status).toBe(400);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await send('/ask', { method, headers: { cookie: await cookie(), origin: seats.origin } })).status).toBe(
        405,
      );
    expect(here.asked).toEqual([]);
  });
});

describe('the files of the page', () => {
  it('are all that can be read', async () => {
    const own = { cookie: await cookie() };
    const outside = [
      '/../secret.js',
      '/assets/../../secret.js',
      '/%2e%2e/secret.js',
      '/..%2fsecret.js',
      '/..\\secret.js',
      '/assets/a-1.js%00.html',
      '//etc/passwd',
      '/assets/',
      '/assets//a-1.js',
      '/./index.html',
    ];
    for (const path of outside) expect((await send(path, { headers: own })).status, path).toBe(404);
    expect((await send('/assets/a-1.js?x=../secret.js', { headers: own })).body).toBe('1');
  });
});

describe('files that a seat sends and gets', () => {
  it('are known by a word; sent ones stay in memory, under the last part of their name', async () => {
    const before = readdirSync(folder);
    const headers = {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent('C:\\map\\bewoners é.csv'),
    };
    const sent = await post('/source?kind=extract', 'a;b', headers);
    expect(JSON.parse(sent.body)).toEqual({ file: 'sent-1', name: 'bewoners é.csv' });
    expect(here.sent.map((bytes) => Buffer.from(bytes).toString())).toEqual(['a;b']);
    expect(readdirSync(folder)).toEqual(before);
    expect((await post('/source?kind=extract', 'x', { ...headers, 'content-length': '20000001' })).status).toBe(413);
  });

  it('are made in one folder, under a name that is safe and not there yet', async () => {
    const made = JSON.parse((await post('/target', '{"kind":"letters","name":"../../brieven.pdf"}')).body);
    expect(made.name).toBe('-..-brieven.pdf');
    expect(made.file).toBe(`made ${join(folder, 'uitgegeven', '-..-brieven.pdf')}`);
    const own = join(folder, 'handed-out');
    const first = handoutPath(own, 'brieven.pdf');
    writeFileSync(first, '');
    expect(handoutPath(own, 'brieven.pdf')).toBe(join(own, 'brieven-2.pdf'));
  });

  it.each([
    ['brieven maart.pdf', 'brieven maart.pdf'],
    ['a/b\\c:d*e?f"g<h>i|j.pdf', 'a-b-c-d-e-f-g-h-i-j.pdf'],
    ['...', 'veldwerk-'],
    ['CON.pdf', 'veldwerk-CON.pdf'],
    ['naam. . ', 'naam'],
    ['x\u0000\u202Efdp.pdf', 'x--fdp.pdf'],
  ])('%j becomes %j', (suggested, name) => expect(safeFileName(suggested)).toBe(name));
});

describe('a seat', () => {
  it('is told how far its long work is, and nobody else is', async () => {
    const own = await cookie();
    const { port } = new URL(seats.origin);
    const heard = await new Promise<string>((resolve) => {
      request({ host: '127.0.0.1', port, path: '/events', headers: { cookie: own } }, (response) => {
        response.on('data', (piece) => {
          if (String(piece).startsWith('data:')) {
            resolve(String(piece));
            response.destroy();
          }
        });
        for (const listener of here.listeners.values()) listener({ done: 3, total: 10 });
      }).end();
    });
    expect(heard).toBe('data: {"done":3,"total":10}\n\n');
  });

  it('is left when its window has been closed for a while, and then all is over', async () => {
    await seats.close();
    // Longer than a busy machine takes to open the window.
    await open({ keptAloneMs: 3_000 });
    const own = await cookie();
    const { port } = new URL(seats.origin);
    const events = request({ host: '127.0.0.1', port, path: '/events', headers: { cookie: own } });
    events.on('error', () => undefined);
    await new Promise((opened) => events.on('response', opened).end());
    await new Promise((later) => setTimeout(later, 3_500));
    expect(here.left).toEqual([]);
    events.destroy();
    await expect.poll(() => here.left).toHaveLength(1);
    expect(allGone).toBe(1);
    expect((await send('/', { headers: { cookie: own } })).status).toBe(403);
  });

  it('can be left at once', async () => {
    const own = await cookie();
    const leave = { method: 'POST', headers: { cookie: own, origin: seats.origin } };
    expect((await send('/leave', leave)).status).toBe(200);
    expect(here.left).toHaveLength(1);
    expect((await send('/leave', leave)).status).toBe(403);
  });

  it('is another one for everyone who opened a link', async () => {
    await post('/ask', '{"name":"a","input":{}}');
    await post('/ask', '{"name":"b","input":{}}');
    const ids = here.asked.map((one) => (one as { seat: string }).seat);
    expect(new Set(ids).size).toBe(2);
  });
});
