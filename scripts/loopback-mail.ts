/** An SMTP server on this machine that keeps what it gets in memory and passes nothing on: for the demo and the tests. */
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as it came over the line, a character per byte (latin1). */
  readonly raw: string;
}

/** How the server is to treat messages from now on. `refuse` answers with a code; `drop` breaks the connection. */
export type MailFailure =
  | { readonly refuse: number; readonly at: 'sender' | 'recipient' | 'message' }
  /** `message`: after the first bytes of it; `answer`: after all of it, so that the sender cannot know that it was taken. */
  | { readonly drop: 'connection' | 'recipient' | 'message' | 'answer' };

export interface Mailbox {
  readonly port: number;
  readonly messages: readonly Received[];
  /** How many connections were made. */
  readonly connections: () => number;
  /** Until `failWith(undefined)`, every message goes wrong in this way. */
  readonly failWith: (failure: MailFailure | undefined) => void;
  /** Ends the connections that stand open, as a server does after a while. */
  readonly hangUp: () => void;
  readonly stop: () => Promise<void>;
}

export interface MailboxSettings {
  readonly host?: string;
  /** Asks for this login. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Offers STARTTLS with this certificate, or speaks TLS from the first byte. */
  readonly tls?: { readonly key: string; readonly cert: string; readonly fromStart?: boolean };
}

/** Starts the server on a free port. */
export async function startMailbox(settings: MailboxSettings = {}): Promise<Mailbox> {
  const messages: Received[] = [];
  const { login, tls } = settings;
  let failure: MailFailure | undefined;
  let connections = 0;

  const refusal = (at: 'sender' | 'recipient' | 'message'): Error | undefined =>
    failure !== undefined && 'refuse' in failure && failure.at === at
      ? Object.assign(new Error('refused'), { responseCode: failure.refuse })
      : undefined;
  const drops = (at: 'connection' | 'recipient' | 'message' | 'answer') =>
    failure !== undefined && 'drop' in failure && failure.drop === at;
  const hangUp = () => {
    for (const connection of server.connections) (connection as { _socket: { destroy(): void } })._socket.destroy();
  };

  const server = new SMTPServer({
    secure: tls?.fromStart ?? false,
    ...(tls === undefined ? {} : { key: tls.key, cert: tls.cert }),
    disabledCommands: [...(login === undefined ? ['AUTH'] : []), ...(tls === undefined ? ['STARTTLS'] : [])],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 200,
    logger: false,
    onAuth: ({ username, password }, _, done) => {
      if (username === login?.user && password === login?.password) done(null, { user: username });
      else done(new Error('wrong login'));
    },
    onConnect: (_, done) => {
      connections += 1;
      if (drops('connection')) hangUp();
      else done();
    },
    onMailFrom: (_, __, done) => done(refusal('sender')),
    onRcptTo: (_, __, done) => {
      if (drops('recipient')) hangUp();
      else done(refusal('recipient'));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (drops('message')) hangUp();
      });
      stream.on('end', () => {
        const refused = refusal('message');
        if (refused !== undefined) return done(refused);
        const { mailFrom, rcptTo } = session.envelope;
        messages.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('latin1'),
        });
        if (drops('answer')) hangUp();
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, settings.host ?? '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    messages,
    connections: () => connections,
    failWith: (next) => {
      failure = next;
    },
    hangUp,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
