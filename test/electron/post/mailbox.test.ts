/** Reading a mailbox by IMAP, against a server on this machine. */
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { dropMailTokens } from '../../../electron/post/mail-token.ts';
import { MailboxLost, type MailboxOptions, type OpenMailbox, openMailbox } from '../../../electron/post/mailbox.ts';
import { day } from '../../../shared/calendar.ts';
import type { Mailbox } from '../../../shared/study/mail-host.ts';
import { testCertificate } from '../../fixtures/test-certificate.ts';
import { type ImapServer, type ImapSettings, startImapServer } from '../../imap-server.ts';

const running: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((one) => one.stop()));
  dropMailTokens();
});

async function server(settings: ImapSettings = {}): Promise<ImapServer> {
  const started = await startImapServer(settings);
  running.push(started);
  return started;
}

const settingsOf = ({ port }: Pick<ImapServer, 'port'>, changes: Partial<Mailbox> = {}): Mailbox => ({
  host: '127.0.0.1',
  port,
  folder: 'INBOX',
  login: { kind: 'password', user: 'terug', password: 'geheim' },
  ...changes,
});

async function opened(settings: Mailbox, options?: MailboxOptions): Promise<OpenMailbox> {
  const mailbox = await openMailbox(settings, options);
  if (mailbox.kind !== 'open') throw new Error(`refused: ${mailbox.step} ${mailbox.code}`);
  running.push({ stop: async () => mailbox.close() });
  return mailbox;
}

const since = day('2026-03-01');
const textOf = ({ bytes }: { readonly bytes: Uint8Array }) => Buffer.from(bytes).toString();

describe('a mailbox', () => {
  test('gives what came since a day, from a message on, and changes nothing', async () => {
    const imap = await server();
    imap.add('Subject: old\r\n\r\n', '2026-02-01');
    for (const nr of [2, 3, 4]) imap.add(`Subject: message ${nr}\r\n\r\ntext`);
    const mailbox = await opened(settingsOf(imap));
    expect(mailbox.uidValidity).toBe('17');
    expect(await mailbox.find(1, since)).toEqual([2, 3, 4]);
    expect(await mailbox.find(4, since)).toEqual([4]);
    // The last message is always found; it is no new one.
    expect(await mailbox.find(5, since)).toEqual([]);
    const read = await mailbox.read([2, 4]);
    expect(read.map(({ uid }) => uid)).toEqual([2, 4]);
    expect(read.map(textOf)).toEqual(['Subject: message 2\r\n\r\ntext', 'Subject: message 4\r\n\r\ntext']);
    expect(
      imap.asked.filter((asked) => /^(SELECT|STORE|UID STORE|EXPUNGE|UID MOVE|UID COPY|APPEND|DELETE)/.test(asked)),
    ).toEqual([]);
    expect(
      imap.asked.filter((asked) => asked.startsWith('UID FETCH')).every((asked) => asked.includes('BODY.PEEK[]')),
    ).toBe(true);
    expect(imap.asked.some((asked) => asked.startsWith('EXAMINE'))).toBe(true);
  });

  test('gives the front of a message with much attached', async () => {
    const imap = await server();
    imap.add(`Subject: large\r\n\r\n${'a'.repeat(3_000_000)}`);
    const mailbox = await opened(settingsOf(imap));
    const [message] = await mailbox.read([1]);
    expect(message!.bytes.length).toBe(400_000);
  });

  test('is told nothing of who asks', async () => {
    const imap = await server();
    await opened(settingsOf(imap));
    expect(imap.asked.filter((asked) => asked.startsWith('ID') && asked !== 'ID NIL')).toEqual([]);
  });

  test('that breaks off in the middle is lost, and says so', async () => {
    const imap = await server();
    for (const nr of [1, 2, 3]) imap.add(`Subject: ${nr}\r\n\r\n`);
    const mailbox = await opened(settingsOf(imap));
    imap.cutAfter = 1;
    await expect(mailbox.read([1, 2, 3])).rejects.toThrow(MailboxLost);
  });
});

describe('over TLS', () => {
  const elsewhere = { host: '0.0.0.0' };
  const ca = testCertificate.cert;

  test.each([true, false])('with a certificate that is trusted (from the first byte: %s)', async (fromStart) => {
    const imap = await server({ ...elsewhere, tls: { ...testCertificate, fromStart } });
    imap.add('Subject: x\r\n\r\n');
    const options = { ca, ...(fromStart ? {} : { startTlsPort: imap.port }) };
    const mailbox = await opened(settingsOf(imap, elsewhere), options);
    expect(await mailbox.find(1, since)).toEqual([1]);
    const login = imap.asked.findIndex((asked) => asked === 'LOGIN' || asked === 'AUTHENTICATE');
    expect(login).toBeGreaterThan(0);
    expect(imap.asked.slice(0, login).includes('STARTTLS')).toBe(!fromStart);
  });

  test('with a certificate that nobody vouches for: refused before the login', async () => {
    const imap = await server({ ...elsewhere, tls: { ...testCertificate, fromStart: true } });
    expect(await openMailbox(settingsOf(imap, elsewhere))).toEqual({
      kind: 'refused',
      step: 'tls',
      code: 'certificate-unknown',
    });
    expect(imap.asked).toEqual([]);
  });

  test('a server without TLS that is not this machine is told nothing', async () => {
    const imap = await server(elsewhere);
    expect(await openMailbox(settingsOf(imap, elsewhere))).toMatchObject({ kind: 'refused', step: 'tls' });
    expect(imap.asked).toEqual([]);
    // Nor one that is to begin it, and does not.
    await openMailbox(settingsOf(imap, elsewhere), { startTlsPort: imap.port });
    expect(imap.asked).toContain('CAPABILITY');
    expect(imap.asked.filter((asked) => /LOGIN|AUTHENTICATE/.test(asked))).toEqual([]);
  });
});

describe('what is wrong is told apart', () => {
  const refusal = async (settings: Mailbox, options?: MailboxOptions) => openMailbox(settings, options);

  test('a wrong login', async () => {
    const imap = await server();
    const login = { kind: 'password', user: 'terug', password: 'anders' } as const;
    expect(await refusal(settingsOf(imap, { login }))).toEqual({ kind: 'refused', step: 'login', code: 'login' });
  });

  test('no such folder', async () => {
    const imap = await server();
    expect(await refusal(settingsOf(imap, { folder: 'Terug' }))).toEqual({
      kind: 'refused',
      step: 'folder',
      code: 'folder',
    });
  });

  test('no server, no such host, a server of another kind', async () => {
    const imap = await server();
    await imap.stop();
    expect(await refusal(settingsOf(imap))).toEqual({ kind: 'refused', step: 'reached', code: 'refused' });
    const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    running.push({ stop: async () => other.close() });
    const { port } = other.address() as { port: number };
    expect(await refusal(settingsOf({ port }))).toMatchObject({ kind: 'refused', step: 'reached' });
  });
});

describe('with a token', () => {
  const login = {
    kind: 'microsoft' as const,
    user: 'terug@bureau.example',
    tenant: 'bureau.example',
    clientId: 'veldwerk',
    clientSecret: 'geheim',
  };

  async function tokens(answer: object, status = 200): Promise<number> {
    const { createServer: createHttpServer } = await import('node:http');
    const http = createHttpServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer));
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    running.push({ stop: async () => http.close() });
    return (http.address() as { port: number }).port;
  }

  test('is let in by XOAUTH2', async () => {
    const imap = await server({ login: { user: login.user, token: 'abc' } });
    imap.add('Subject: x\r\n\r\n');
    const tokenPort = await tokens({ access_token: 'abc', expires_in: 3600 });
    expect(await (await opened(settingsOf(imap, { login }), { tokenPort })).find(1, since)).toEqual([1]);
    expect(imap.asked).toContain('AUTHENTICATE');
  });

  test('that the server does not take', async () => {
    const imap = await server({ login: { user: login.user, token: 'abc' } });
    const tokenPort = await tokens({ access_token: 'other', expires_in: 3600 });
    expect(await openMailbox(settingsOf(imap, { login }), { tokenPort })).toEqual({
      kind: 'refused',
      step: 'login',
      code: 'login',
    });
  });

  test('that nobody gives', async () => {
    const imap = await server();
    const tokenPort = await tokens({ error: 'invalid_client' }, 401);
    expect(await openMailbox(settingsOf(imap, { login }), { tokenPort })).toEqual({
      ...{ kind: 'refused', step: 'login', code: 'token-invalid-client' },
    });
    expect(imap.asked).toEqual([]);
  });
});
