/**
 * A small IMAP server on this machine for tests (RFC 3501): the few commands of whoever only reads, with TLS, passwords and tokens. It tells what it was asked, and
 * fails on purpose.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';

export interface ImapMessage {
  readonly uid: number;
  /** 'YYYY-MM-DD' on which it came. */
  readonly on: string;
  readonly raw: Buffer;
}

export interface ImapSettings {
  readonly host?: string;
  /** From the first byte, or by STARTTLS. */
  readonly tls?: { readonly key: string; readonly cert: string; readonly fromStart: boolean };
  readonly login?: { readonly user: string; readonly password?: string; readonly token?: string };
  readonly folder?: string;
}

export interface ImapServer {
  readonly port: number;
  readonly messages: ImapMessage[];
  /** Commands as they came, without their tags; a password is left out. */
  readonly asked: string[];
  uidValidity: number;
  /** After so many messages the line is cut. */
  cutAfter: number | undefined;
  readonly add: (raw: string | Buffer, on?: string) => void;
  readonly stop: () => Promise<void>;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export async function startImapServer(settings: ImapSettings = {}): Promise<ImapServer> {
  const { login = { user: 'terug', password: 'geheim' }, folder = 'INBOX', tls } = settings;
  const messages: ImapMessage[] = [];
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const state = { uidValidity: 17, cutAfter: undefined as number | undefined };

  const serve = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    const say = (line: string | Buffer) => socket.write(typeof line === 'string' ? `${line}\r\n` : line);
    let text = '';
    let waiting: ((line: string) => void) | undefined;
    let sent = 0;
    say('* OK ready');
    socket.on('data', (data) => {
      text += data.toString('latin1');
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end);
        text = text.slice(end + 2);
        const next = waiting;
        waiting = undefined;
        if (next !== undefined) next(line);
        else answer(line);
      }
    });

    const answer = (line: string): void => {
      const [, tag = '*', command = '', rest = ''] = /^(\S+) (UID \w+|\w+) ?(.*)$/i.exec(line) ?? [];
      const name = command.toUpperCase();
      asked.push(name === 'LOGIN' || name === 'AUTHENTICATE' ? name : `${name} ${rest}`.trim());
      const ok = (what = 'done') => say(`${tag} OK ${what}`);
      const no = (what: string) => say(`${tag} NO ${what}`);
      const prove = (isRight: boolean) => (isRight ? ok() : no('[AUTHENTICATIONFAILED] wrong'));
      switch (name) {
        case 'CAPABILITY': {
          const isStartable = tls !== undefined && !(socket instanceof TLSSocket);
          const auth = login.token === undefined ? 'AUTH=PLAIN' : 'AUTH=XOAUTH2 SASL-IR';
          say(`* CAPABILITY IMAP4rev1 ${isStartable ? 'STARTTLS LOGINDISABLED' : auth}`);
          return void ok();
        }
        case 'STARTTLS': {
          ok();
          sockets.delete(socket);
          socket.removeAllListeners('data');
          const secured = new TLSSocket(socket, { isServer: true, key: tls!.key, cert: tls!.cert });
          serveQuietly(secured);
          return;
        }
        case 'LOGIN':
          return void prove(
            rest === `"${login.user}" "${login.password}"` || rest === `${login.user} ${login.password}`,
          );
        case 'AUTHENTICATE': {
          const [kind, first] = rest.split(' ');
          const check = (given: string) => {
            const said = Buffer.from(given, 'base64').toString('latin1');
            if (kind?.toUpperCase() === 'PLAIN') return void prove(said === `\0${login.user}\0${login.password}`);
            const isRight = said === `user=${login.user}\u0001auth=Bearer ${login.token}\u0001\u0001`;
            if (isRight) return void ok();
            // as Google and Microsoft do: the reason first, then an empty answer
            say(`+ ${Buffer.from('{"status":"401"}').toString('base64')}`);
            waiting = () => no('[AUTHENTICATIONFAILED] wrong');
          };
          if (first === undefined) {
            say('+ ');
            waiting = check;
          } else check(first);
          return;
        }
        case 'ID':
        case 'ENABLE':
        case 'NOOP':
        case 'CLOSE':
        case 'UNSELECT':
          return void ok();
        case 'NAMESPACE':
          say('* NAMESPACE (("" "/")) NIL NIL');
          return void ok();
        case 'LIST':
        case 'LSUB':
          say(`* ${name} () "/" "${folder}"`);
          return void ok();
        case 'EXAMINE':
        case 'SELECT': {
          if (rest.replaceAll('"', '').split(' (')[0] !== folder) return void no('[NONEXISTENT] no such folder');
          say(`* ${messages.length} EXISTS`);
          say('* 0 RECENT');
          say('* FLAGS (\\Seen)');
          say(`* OK [UIDVALIDITY ${state.uidValidity}] valid`);
          say(`* OK [UIDNEXT ${(messages.at(-1)?.uid ?? 0) + 1}] next`);
          return void ok(name === 'EXAMINE' ? '[READ-ONLY] done' : '[READ-WRITE] done');
        }
        case 'UID SEARCH': {
          const from = Number(/UID (\d+):\*/i.exec(rest)?.[1] ?? 1);
          const [, date = '1', month = 'Jan', year = '1970'] = /SINCE "?(\d+)-(\w+)-(\d+)/i.exec(rest) ?? [];
          const since = `${year}-${String(months.indexOf(month) + 1).padStart(2, '0')}-${date.padStart(2, '0')}`;
          const last = messages.at(-1)?.uid ?? 0;
          const found = messages.filter(({ uid, on }) => (uid >= from || uid === last) && on >= since);
          say(`* SEARCH ${found.map(({ uid }) => uid).join(' ')}`.trimEnd());
          return void ok();
        }
        case 'UID FETCH': {
          const wanted = new Set(
            rest
              .split(' ')[0]!
              .split(',')
              .flatMap((part) => {
                const [from, to = from] = part.split(':').map(Number);
                return Array.from({ length: to! - from! + 1 }, (_, nr) => from! + nr);
              }),
          );
          const most = Number(/<0\.(\d+)>/.exec(rest)?.[1] ?? Number.POSITIVE_INFINITY);
          for (const [nr, { uid, raw }] of messages.entries()) {
            if (!wanted.has(uid)) continue;
            if (sent === state.cutAfter) return void socket.destroy();
            sent += 1;
            const part = raw.subarray(0, most);
            const about = Number.isFinite(most) ? 'BODY[]<0>' : 'BODY[]';
            say(`* ${nr + 1} FETCH (UID ${uid} ${about} {${part.length}}`);
            socket.write(part);
            say(')');
          }
          return void ok();
        }
        case 'LOGOUT':
          say('* BYE');
          ok();
          return void socket.end();
        default:
          return void say(`${tag} BAD what`);
      }
    };
  };
  /** After STARTTLS there is no second greeting. */
  const serveQuietly = (socket: TLSSocket): void => {
    const write = socket.write.bind(socket);
    let isGreeting = true;
    socket.write = ((...given: Parameters<typeof write>) => {
      if (!isGreeting) return write(...given);
      isGreeting = false;
      return true;
    }) as typeof socket.write;
    serve(socket);
  };

  const server: Server = tls?.fromStart
    ? createTlsServer({ key: tls.key, cert: tls.cert }, serve)
    : createServer(serve);
  server.on('error', () => undefined);
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, settings.host ?? '127.0.0.1', resolve));
  return {
    port: (server.address() as { port: number }).port,
    messages,
    asked,
    get uidValidity() {
      return state.uidValidity;
    },
    set uidValidity(value) {
      state.uidValidity = value;
    },
    get cutAfter() {
      return state.cutAfter;
    },
    set cutAfter(value) {
      state.cutAfter = value;
    },
    add(raw, on = '2026-03-03') {
      messages.push({ uid: (messages.at(-1)?.uid ?? 0) + 1, on, raw: Buffer.from(raw) });
    },
    stop: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
