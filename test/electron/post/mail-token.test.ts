import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { dropMailTokens, mailToken, type TokenLogin, xoauth2 } from '../../../electron/post/mail-token.ts';
import { Session } from '../../../electron/session.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  dropMailTokens();
});

interface Asked {
  readonly path: string;
  readonly form: URLSearchParams;
}

/** A host of tokens on this machine that answers as told, and what it was asked. */
async function tokenHost(answer: (response: ServerResponse) => void) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      asked.push({ path: request.url!, form: new URLSearchParams(body) });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, loopbackPort: (server.address() as { port: number }).port };
}
const gives = (token: string, seconds: number) => (response: ServerResponse) =>
  response.end(JSON.stringify({ access_token: token, expires_in: seconds, token_type: 'Bearer' }));
const refuses =
  (error: string, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse) =>
    response
      .writeHead(400, headers)
      .end(JSON.stringify({ error, error_description: 'AADSTS: words with a@b.example' }));

const microsoft: TokenLogin = {
  kind: 'microsoft',
  user: 'onderzoek@bureau.example',
  tenant: 'bureau.example',
  clientId: 'an-id',
  clientSecret: 'een geheim',
};
const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
const google: TokenLogin = {
  kind: 'google',
  user: 'onderzoek@bureau.example',
  serviceAccount: 'veldwerk@project.iam.example',
  privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
};

describe('a token', () => {
  test('of Microsoft 365 is asked for with client credentials of the tenant', async () => {
    const { asked, loopbackPort } = await tokenHost(gives('token-1', 3600));
    expect(await mailToken(microsoft, { loopbackPort })).toEqual({ kind: 'token', token: 'token-1' });
    expect(asked[0]!.path).toBe('/bureau.example/oauth2/v2.0/token');
    expect(Object.fromEntries(asked[0]!.form)).toEqual({
      grant_type: 'client_credentials',
      client_id: 'an-id',
      client_secret: 'een geheim',
      scope: 'https://outlook.office365.com/.default',
    });
  });

  test('of Google Workspace is asked for with a signed statement for the mailbox', async () => {
    const { asked, loopbackPort } = await tokenHost(gives('token-2', 3600));
    // As it stands in the JSON file of the account, with its line ends written out.
    const privateKey = google.privateKey!.replaceAll('\n', '\\n');
    expect(await mailToken({ ...google, privateKey }, { loopbackPort })).toEqual({ kind: 'token', token: 'token-2' });
    expect(asked[0]!.path).toBe('/token');
    const [head, claims, signature] = asked[0]!.form.get('assertion')!.split('.') as [string, string, string];
    const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>;
    expect(read(head)).toEqual({ alg: 'RS256', typ: 'JWT' });
    expect(read(claims)).toMatchObject({
      iss: 'veldwerk@project.iam.example',
      sub: 'onderzoek@bureau.example',
      scope: 'https://mail.google.com/',
      aud: 'https://oauth2.googleapis.com/token',
    });
    expect(Number(read(claims).exp) - Number(read(claims).iat)).toBe(3600);
    const key = createPublicKey(pair.privateKey);
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  test('is kept until shortly before it ends, and is another one for another secret', async () => {
    const { asked, loopbackPort } = await tokenHost(gives('token-3', 3600));
    await mailToken(microsoft, { loopbackPort });
    await mailToken(microsoft, { loopbackPort });
    expect(asked.length).toBe(1);
    await mailToken({ ...microsoft, clientSecret: 'een ander' }, { loopbackPort });
    expect(asked.length).toBe(2);
    dropMailTokens();
    await mailToken(microsoft, { loopbackPort });
    expect(asked.length).toBe(3);
    const brief = await tokenHost(gives('token-4', 240));
    await mailToken(microsoft, brief);
    await mailToken(microsoft, brief);
    expect(brief.asked.length).toBe(2);
  });

  test('is not kept any longer than the study is open', async () => {
    const { asked, loopbackPort } = await tokenHost(gives('token-5', 3600));
    await mailToken(microsoft, { loopbackPort });
    new Session().close();
    await mailToken(microsoft, { loopbackPort });
    expect(asked.length).toBe(2);
  });

  test.each([
    ['invalid_client', {}, 'token-invalid-client'],
    ['unauthorized_client', {}, 'token-unauthorized-client'],
    ['invalid_grant', {}, 'token-invalid-grant'],
    ['invalid_grant', { Date: 'Mon, 01 Jan 2024 00:00:00 GMT' }, 'token-clock'],
    ['a@b.example', {}, 'token-refused'],
  ])('that is refused (%s %j) is told by a word of ours, and not kept', async (error, headers, code) => {
    const { asked, loopbackPort } = await tokenHost(refuses(error, headers));
    expect(await mailToken(microsoft, { loopbackPort })).toEqual({ kind: 'refused', code });
    await mailToken(microsoft, { loopbackPort });
    expect(asked.length).toBe(2);
  });

  test('is not asked for with a tenant that is none, or a key that cannot be read', async () => {
    const { asked, loopbackPort } = await tokenHost(gives('token', 3600));
    for (const tenant of ['', '../x', 'a/b', 'a?b', 'a b', '.'])
      expect(await mailToken({ ...microsoft, tenant }, { loopbackPort })).toEqual({
        kind: 'refused',
        code: 'token-tenant',
      });
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const wrong = other.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    for (const privateKey of [undefined, 'geen sleutel', wrong])
      expect(await mailToken({ ...google, privateKey }, { loopbackPort })).toEqual({
        kind: 'refused',
        code: 'token-key',
      });
    expect(asked).toEqual([]);
  });

  test('is none when the host does not answer, answers nonsense or does not stop', async () => {
    const gone = await tokenHost((response) => response.destroy());
    expect(await mailToken(microsoft, gone)).toEqual({ kind: 'refused', code: 'token-unreachable' });
    const nonsense = await tokenHost((response) => response.end('<html>'));
    expect(await mailToken(microsoft, nonsense)).toEqual({ kind: 'refused', code: 'token-refused' });
    const split = await tokenHost(gives('a\r\nb', 3600));
    expect(await mailToken(microsoft, split)).toEqual({ kind: 'refused', code: 'token-refused' });
    const endless = await tokenHost((response) => response.end('x'.repeat(100_000)));
    expect(await mailToken(microsoft, endless)).toEqual({ kind: 'refused', code: 'token-unreachable' });
  });

  test('goes to the server as XOAUTH2 has it', () => {
    expect(Buffer.from(xoauth2('a@b.example', 'token'), 'base64').toString()).toBe(
      'user=a@b.example\u0001auth=Bearer token\u0001\u0001',
    );
  });
});
