/**
 * Seats in a browser on this machine: the page and the questions of the contract over loopback. A link opens one seat, once; a cookie is
 * the seat from then on; anything that another site or another name of this machine could have sent is refused.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import type { Chosen, SourceKind, TargetKind } from '../shared/shell.ts';
import { handoutPath } from './handout-path.ts';
import type { OfficeDoor } from './office-door.ts';
import { findPageFile, pageHeaders } from './page-files.ts';
import type { SeatId } from './session.ts';

export interface SeatsOptions {
  readonly door: OfficeDoor;
  readonly pageFolder: string;
  /** Where the files go that a seat asks to be made: a browser cannot say a place. */
  readonly handoutFolder: string;
  /** Opens a folder in the system's file viewer; absent where there is none. */
  readonly openFolder?: (folder: string) => Promise<boolean>;
  /** How long a seat is kept whose window is closed. */
  readonly keptAloneMs?: number;
  /** There is no seat any more, and no link that could open one. */
  readonly onAllGone: () => void;
}

export interface Seats {
  readonly origin: string;
  /** A link that opens one more seat, once, within ten minutes. */
  newLink(): string;
  /** Whether nobody has come by this link yet. */
  isUnused(link: string): boolean;
  /** Signs every seat out and stops listening. */
  close(): Promise<void>;
}

interface Seat {
  readonly id: SeatId;
  readonly cookie: string;
  readonly windows: Set<ServerResponse>;
  aloneSince?: NodeJS.Timeout | undefined;
}

const linkLastsMs = 600_000;
const limits = { question: 1_000_000, source: 20_000_000, backup: 150_000_000 } as const;
const sourceKinds: readonly SourceKind[] = [
  'extract',
  'questionnaire',
  'returns',
  'replies',
  'set-up',
  'recovery-file',
  'backup',
];
const targetKinds: readonly TargetKind[] = [
  ...(['letters', 'letter-list', 'emails', 'set-up', 'journal', 'case-export', 'refused-rows'] as const),
  ...(['recovery-sheet', 'recovery-file', 'backup', 'paper', 'structure', 'participants'] as const),
];

/** An answer that is no page and no outcome: its status says what it is. */
class Refused extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

export async function openSeats(options: SeatsOptions): Promise<Seats> {
  const { door, pageFolder, keptAloneMs = 60_000 } = options;
  const links = new Map<string, NodeJS.Timeout>();
  const seats = new Map<string, Seat>();
  let isClosing = false;
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy();
      send(response, error instanceof Refused ? error.status : 500, 'text/plain', '');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  /** Cookies are shared by all ports of a machine, so the name tells them apart. */
  const cookieName = `veldwerk-${port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method, headers } = request;
    const asked = new URL(request.url ?? '/', origin);
    // A name that was pointed at this machine meanwhile shows in Host; another site shows in Origin or Sec-Fetch-Site.
    if (headers.host !== host || !(request.url ?? '').startsWith('/')) throw new Refused(403);
    if (headers.origin !== undefined && headers.origin !== origin) throw new Refused(403);
    if (method === 'GET' && asked.pathname === '/open') return open(asked.searchParams.get('key') ?? '', response);
    const from = headers['sec-fetch-site'];
    if (from !== undefined && from !== 'same-origin' && !(from === 'none' && method === 'GET')) throw new Refused(403);
    const seat = seats.get(cookieOf(headers.cookie, cookieName)) ?? refused(403);
    if (method === 'GET') return show(asked.pathname, request.url ?? '', seat, response);
    if (method !== 'POST') throw new Refused(405);
    if (headers.origin !== origin) throw new Refused(403);
    const done = await posted(asked, request, seat);
    send(response, 200, 'application/json; charset=utf-8', JSON.stringify(done ?? null));
  }

  /** The first to come with the key gets the seat. */
  function open(key: string, response: ServerResponse): void {
    const timer = links.get(key) ?? refused(403);
    clearTimeout(timer);
    links.delete(key);
    const id = `seat ${randomBytes(8).toString('hex')}` as SeatId;
    const seat: Seat = { id, cookie: randomBytes(32).toString('hex'), windows: new Set() };
    seats.set(seat.cookie, seat);
    isAlone(seat);
    response.setHeader('set-cookie', `${cookieName}=${seat.cookie}; HttpOnly; SameSite=Strict; Path=/`);
    // A page that goes on by itself, not a redirect: after one that began elsewhere the browser would keep a strict cookie back.
    const page = '<!doctype html><title>Veldwerk</title><meta http-equiv="refresh" content="0;url=/">';
    send(response, 200, 'text/html; charset=utf-8', page);
  }

  async function show(path: string, address: string, seat: Seat, response: ServerResponse): Promise<void> {
    if (path === '/events') return follow(seat, response);
    if (path === '/seat') return send(response, 200, 'application/json; charset=utf-8', '{"kind":"browser"}');
    // What the address says, before a parser made something of it.
    const file = await findPageFile(pageFolder, address.replace(/[?#].*$/s, ''));
    if (file === undefined) throw new Refused(404);
    send(response, 200, file.type, file.bytes);
  }

  /** Progress and news, for as long as the window is there. */
  function follow(seat: Seat, response: ServerResponse): void {
    clearTimeout(seat.aloneSince);
    seat.windows.add(response);
    response.writeHead(200, { ...pageHeaders, 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(':\n\n');
    const end = door.onProgress(seat.id, (progress) => response.write(`data: ${JSON.stringify(progress)}\n\n`));
    const endNews = door.onNews(seat.id, (news) => response.write(`event: news\ndata: ${JSON.stringify(news)}\n\n`));
    const beat = setInterval(() => response.write(':\n\n'), 20_000);
    response.on('close', () => {
      end();
      endNews();
      clearInterval(beat);
      seat.windows.delete(response);
      if (seat.windows.size === 0) isAlone(seat);
    });
  }

  async function posted(asked: URL, request: IncomingMessage, seat: Seat): Promise<unknown> {
    switch (asked.pathname) {
      case '/ask': {
        const { name, input } = await jsonOf(request);
        return door.ask(seat.id, String(name).slice(0, 64), input);
      }
      case '/source': {
        const kind = asked.searchParams.get('kind');
        if (!isOneOf(sourceKinds, kind)) throw new Refused(400);
        typeIs(request, 'application/octet-stream');
        const name = fileNameOf(request);
        const bytes = await bytesOf(request, kind === 'backup' ? limits.backup : limits.source);
        const as = kind === 'backup' ? (['backup'] as const) : [];
        const word = await door.offerBytes(seat.id, new Uint8Array(bytes), ...as);
        if (typeof word !== 'string') throw new Refused(413);
        return { file: word, name } satisfies Chosen<string>;
      }
      case '/target': {
        const { kind, name } = await jsonOf(request);
        if (!isOneOf(targetKinds, kind)) throw new Refused(400);
        const path = handoutPath(options.handoutFolder, String(name));
        return { file: await door.offerTarget(path), name: basename(path) } satisfies Chosen<string>;
      }
      case '/results': {
        const folder = await door.resultsFolder();
        return folder !== undefined && ((await options.openFolder?.(folder)) ?? false);
      }
      case '/leave':
        await leave(seat);
        return null;
      default:
        throw new Refused(404);
    }
  }

  function isAlone(seat: Seat): void {
    clearTimeout(seat.aloneSince);
    if (!isClosing && seats.has(seat.cookie)) seat.aloneSince = setTimeout(() => void leave(seat), keptAloneMs);
  }

  async function leave(seat: Seat): Promise<void> {
    clearTimeout(seat.aloneSince);
    seats.delete(seat.cookie);
    await door.leave(seat.id);
    for (const window of seat.windows) window.end();
    tellWhenGone();
  }

  function tellWhenGone(): void {
    if (!isClosing && seats.size === 0 && links.size === 0) options.onAllGone();
  }

  return {
    origin,
    newLink() {
      const key = randomBytes(32).toString('base64url');
      const forget = () => {
        links.delete(key);
        tellWhenGone();
      };
      links.set(key, setTimeout(forget, linkLastsMs));
      return `${origin}/open?key=${key}`;
    },
    isUnused: (link) => links.has(new URL(link).searchParams.get('key') ?? ''),
    async close() {
      isClosing = true;
      for (const timer of links.values()) clearTimeout(timer);
      links.clear();
      await Promise.all([...seats.values()].map(leave));
      // An answer on its way arrives; a browser that holds on is let go.
      const letGo = setTimeout(() => server.closeAllConnections(), 500);
      await new Promise((closed) => server.close(closed));
      clearTimeout(letGo);
    },
  };
}

function refused(status: number): never {
  throw new Refused(status);
}

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': type });
  response.end(body);
}

function cookieOf(header: string | undefined, name: string): string {
  const cookies = (header ?? '').split(';').map((text) => text.trim());
  return cookies.find((text) => text.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

function isOneOf<T extends string>(kinds: readonly T[], kind: unknown): kind is T {
  return kinds.includes(kind as T);
}

/** A form of another site can send some types without asking first; this one it cannot. */
function typeIs({ headers }: IncomingMessage, type: string): void {
  if (headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== type) throw new Refused(415);
}

async function bytesOf(request: IncomingMessage, atMost: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > atMost) throw new Refused(413);
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > atMost) throw new Refused(413);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function jsonOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  typeIs(request, 'application/json');
  const bytes = await bytesOf(request, limits.question);
  try {
    const read: unknown = JSON.parse(bytes.toString());
    if (typeof read === 'object' && read !== null) return read as Readonly<Record<string, unknown>>;
  } catch {
    // No JSON: told as any other input that does not fit.
  }
  throw new Refused(400);
}

/** The name of the file at the user's side, to show; without a path that some browser may add. */
function fileNameOf({ headers }: IncomingMessage): string {
  try {
    const name = decodeURIComponent(String(headers['x-file-name'] ?? ''));
    return name.replace(/^.*[\\/]/s, '').slice(0, 255);
  } catch {
    throw new Refused(400);
  }
}
