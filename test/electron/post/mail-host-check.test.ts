import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server, type Socket } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, test } from 'vitest';
import { checkMailHost, openMailHost } from '../../../electron/post/email.ts';
import { dropMailTokens } from '../../../electron/post/mail-token.ts';
import { type Mailbox, type MailboxSettings, startMailbox } from '../../../scripts/loopback-mail.ts';
import type { MailHost } from '../../../shared/study/mail-host.ts';
import { mailSteps } from '../../../shared/study/mail-trouble.ts';
import { expiredCertificate, otherCertificate, testCertificate } from '../../fixtures/test-certificate.ts';

const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  dropMailTokens();
});

const from = 'onderzoek@bureau.example';
const check = (port: number, settings: Partial<MailHost> = {}, tokens = {}) =>
  checkMailHost({ host: '127.0.0.1', port, secure: false, from, ...settings }, from, tokens);
/** What a check tells that failed at this step. */
const failedAt = (step: (typeof mailSteps)[number], code: string) => [
  ...mailSteps.slice(0, mailSteps.indexOf(step)).map((done) => ({ step: done, isDone: true })),
  { step, isDone: false, code },
];
const allDone = ['reached', 'tls', 'login', 'sender'].map((step) => ({ step, isDone: true }));

async function mailbox(settings: MailboxSettings = {}): Promise<Mailbox> {
  const started = await startMailbox(settings);
  ends.push(() => started.stop());
  return started;
}

/** A server that does what it is told with each connection. */
async function serverThat(onConnection: (socket: Socket) => void): Promise<number> {
  const open = new Set<Socket>();
  const server: Server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return (server.address() as { port: number }).port;
}

/** An SMTP server that answers each command by its first word; a command without an answer gets 250. */
const speaks = (answers: Readonly<Record<string, string>>, asked: string[] = []) =>
  serverThat((socket) => {
    socket.write('220 here\r\n');
    let rest = '';
    socket.on('data', (bytes) => {
      rest += bytes.toString('latin1');
      for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
        const said = rest.slice(0, end);
        rest = rest.slice(end + 2);
        asked.push(said);
        const word = said.split(/[ :]/)[0]!.toUpperCase();
        socket.write(`${answers[said] ?? answers[word] ?? '250 ok'}\r\n`);
      }
    });
  });

const trusted = getCACertificates('default');
/** This one beside those of this machine; the three have the same name, so only one of them at a time. */
function trust(cert: string): void {
  setDefaultCACertificates([...trusted, cert]);
  ends.push(() => setDefaultCACertificates(trusted));
}

describe('a mail host that is tried without a message', () => {
  test('is reached, signed in to, and takes the sender; nothing is sent', async () => {
    const received = await mailbox({ login: { user: 'bureau', password: 'geheim' } });
    const login = { kind: 'password', user: 'bureau', password: 'geheim' } as const;
    expect(await check(received.port, { login })).toEqual(allDone);
    const relay = await mailbox();
    expect(await check(relay.port)).toEqual(allDone);
    expect([...received.messages, ...relay.messages]).toEqual([]);
  });

  test('without a name in the name server, a server, or a word of it', async () => {
    expect(await check(25, { host: 'mail.bureau.invalid' })).toEqual(failedAt('reached', 'dns'));
    const gone = await startMailbox();
    await gone.stop();
    expect(await check(gone.port)).toEqual(failedAt('reached', 'refused'));
    expect(await check(await serverThat((socket) => socket.destroy()))).toEqual(failedAt('reached', 'closed'));
    expect(await check(await serverThat((socket) => socket.end('554 no\r\n')))).toEqual(failedAt('reached', '554'));
  });

  test('with TLS that it does not speak', async () => {
    const plain = await mailbox({ host: '0.0.0.0' });
    expect(await check(plain.port, { host: '0.0.0.0' })).toEqual(failedAt('tls', 'tls-missing'));
    expect(await check(plain.port, { secure: true })).toEqual(failedAt('tls', 'plain-on-tls-port'));
  });

  test.each([false, true])('with a certificate that has a fault (TLS from the first byte: %s)', async (fromStart) => {
    const withCertificate = async (tls: { key: string; cert: string }) => {
      const { port } = await mailbox({ host: '0.0.0.0', tls: { ...tls, fromStart } });
      return check(port, { host: '0.0.0.0', secure: fromStart });
    };
    expect(await withCertificate(testCertificate)).toEqual(failedAt('tls', 'certificate-unknown'));
    trust(expiredCertificate.cert);
    expect(await withCertificate(expiredCertificate)).toEqual(failedAt('tls', 'certificate-expired'));
    trust(otherCertificate.cert);
    expect(await withCertificate(otherCertificate)).toEqual(failedAt('tls', 'certificate-name'));
    trust(testCertificate.cert);
    expect(await withCertificate(testCertificate)).toEqual(allDone);
  });

  test('with a login that is wrong, not wanted, missing, or not allowed to a program', async () => {
    const login = { kind: 'password', user: 'bureau', password: 'anders' } as const;
    const received = await mailbox({ login: { user: 'bureau', password: 'geheim' } });
    expect(await check(received.port, { login })).toEqual(failedAt('login', 'login'));
    expect(await check(received.port)).toEqual(failedAt('sender', 'login-missing'));
    const relay = await mailbox();
    expect(await check(relay.port, { login })).toEqual(failedAt('login', 'login-not-offered'));
    const microsoft = await speaks({
      EHLO: '250-here\r\n250 AUTH LOGIN PLAIN XOAUTH2',
      AUTH: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    });
    expect(await check(microsoft, { login })).toEqual(failedAt('login', 'app-not-allowed'));
  });

  test('with a sender that it does not take', async () => {
    const received = await mailbox();
    received.failWith({ at: 'sender', refuse: 550 });
    expect(await check(received.port)).toEqual(failedAt('sender', 'sender-refused'));
    received.failWith({ at: 'sender', refuse: 452 });
    expect(await check(received.port)).toEqual(failedAt('sender', '452'));
    expect(await checkMailHost({ host: '127.0.0.1', port: 1, secure: false, from: 'a' }, 'a\r\nQUIT')).toEqual(
      failedAt('sender', 'sender-unsafe'),
    );
  });
});

describe('a mailbox with OAuth 2.0', () => {
  const login = {
    ...({ kind: 'microsoft', user: from, tenant: 'bureau.example', clientId: 'an-id' } as const),
    clientSecret: 'geheim',
  };
  const ehlo = { EHLO: '250-here\r\n250 AUTH LOGIN XOAUTH2' };
  async function tokens(status: number, answer: object): Promise<{ loopbackPort: number }> {
    const server = createHttpServer((_, response) => response.writeHead(status).end(JSON.stringify(answer)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ends.push(() => void server.close());
    return { loopbackPort: (server.address() as { port: number }).port };
  }

  test('is signed in to by a token, also to send', async () => {
    const given = await tokens(200, { access_token: 'een-token', expires_in: 3600 });
    const asked: string[] = [];
    const port = await speaks({ ...ehlo, AUTH: '235 2.7.0 welcome', DATA: '354 go on' }, asked);
    expect(await check(port, { login }, given)).toEqual(allDone);
    const told = Buffer.from(asked.find((said) => said.startsWith('AUTH'))!.split(' ')[2]!, 'base64').toString();
    expect(told).toBe(`user=${from}\u0001auth=Bearer een-token\u0001\u0001`);
    expect(asked.slice(-2)).toEqual([`MAIL FROM:<${from}>`, 'RSET']);
    const host = openMailHost({ host: '127.0.0.1', port, secure: false, from, login }, given);
    ends.push(() => host.close());
    const sent = await host.send({ to: { address: 'a@b.example' }, subject: 'S', text: 'T', messageKey: 'key' });
    expect(sent).toEqual({ kind: 'sent' });
  });

  test('of which the token is refused by the host of the tokens, or by the mail server', async () => {
    const port = await speaks({ ...ehlo, AUTH: '334 eyJzdGF0dXMiOiI0MDAifQ==', '': '535 5.7.3 no' });
    const refused = await tokens(401, { error: 'invalid_client' });
    expect(await check(port, { login }, refused)).toEqual(failedAt('login', 'token-invalid-client'));
    const given = await tokens(200, { access_token: 'een-token', expires_in: 3600 });
    expect(await check(port, { login }, given)).toEqual(failedAt('login', 'token-not-accepted'));
  });
});

test('a server that lets nobody send through it is no fault of the address', async () => {
  const port = await speaks({ RCPT: '550 5.7.1 relaying denied' });
  const host = openMailHost({ host: '127.0.0.1', port, secure: false, from });
  ends.push(() => host.close());
  const refused = await host.send({ to: { address: 'a@b.example' }, subject: 'S', text: 'T', messageKey: 'key' });
  expect(refused).toEqual({ kind: 'host', step: 'sender', code: 'relay-refused' });
  const unknown = await speaks({ RCPT: '550 5.1.1 nobody of that name' });
  const other = openMailHost({ host: '127.0.0.1', port: unknown, secure: false, from });
  ends.push(() => other.close());
  expect(await other.send({ to: { address: 'a@b.example' }, subject: 'S', text: 'T', messageKey: 'key' })).toEqual({
    kind: 'permanent',
    code: '550',
    of: 'address',
  });
});
