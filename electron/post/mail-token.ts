/**
 * Access tokens for a mailbox by OAuth 2.0, of Microsoft 365 (client credentials, RFC 6749, 4.4) and Google Workspace (a service account that acts for
 * the mailbox, RFC 7523). They are fetched over https from the two hosts named here and nowhere else, kept in memory until they end, and never logged.
 */
import { createHash, createPrivateKey, sign } from 'node:crypto';
import { request as askPlainly } from 'node:http';
import { type RequestOptions, request } from 'node:https';
import type { MailLogin } from '../../shared/study/mail-host.ts';

export type TokenLogin = Extract<MailLogin, { readonly kind: 'microsoft' | 'google' }>;

/**
 * `code`: `token-unreachable` (no answer from the host of the tokens), `token-key` (the private key cannot be read), `token-tenant` (no name or id of a
 * tenant), `token-clock` (the host has another time than this machine), `token-refused`, or what RFC 6749, 5.2 calls the refusal: `token-invalid-client` (the
 * id or the secret is wrong or has ended), `token-unauthorized-client` (not allowed to do this), `token-invalid-grant`, `token-invalid-request`,
 * `token-invalid-scope`, `token-unsupported-grant-type`. Words of the host itself are left out.
 */
export type Token =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'refused'; readonly code: string };

export interface TokenOptions {
  /** For tests: a port of this machine that is asked instead, over plain http. */
  readonly loopbackPort?: number;
}

const refusals: readonly string[] = [
  ...['invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type'],
  'invalid_scope',
];
/** A token is renewed so long before it ends, so that it lasts for the connection that is made with it. */
const marginMs = 5 * 60_000;
const answerBytes = 64 * 1024;
const timeoutMs = 20_000;
/** Google refuses a request that was made at another time than its own. */
const clockMarginMs = 5 * 60_000;

const kept = new Map<string, { readonly token: string; readonly until: number }>();

/** A token for this login: the one that is kept, or a new one. */
export async function mailToken(login: TokenLogin, options: TokenOptions = {}): Promise<Token> {
  // Whoever changes a secret gets another token; the secret itself is no key of a map that lives on.
  const key = createHash('sha256')
    .update(JSON.stringify([login, options]))
    .digest('hex');
  const known = kept.get(key);
  if (known !== undefined && performance.now() < known.until) return { kind: 'token', token: known.token };
  kept.delete(key);
  const asked = login.kind === 'microsoft' ? askMicrosoft(login) : askGoogle(login);
  if ('code' in asked) return { kind: 'refused', code: asked.code };
  const answer = await post(asked, options);
  if ('code' in answer) return { kind: 'refused', code: answer.code };
  if (answer.token === undefined) return { kind: 'refused', code: refusalCode(answer) };
  kept.set(key, { token: answer.token, until: performance.now() + answer.lastsMs - marginMs });
  return { kind: 'token', token: answer.token };
}

/** The server did not take the token: the next one is asked for anew. */
export function dropMailTokens(): void {
  kept.clear();
}

/** The first answer to SASL XOAUTH2, base64. */
export function xoauth2(user: string, token: string): string {
  return Buffer.from(`user=${user}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64');
}

interface Asked {
  readonly host: 'login.microsoftonline.com' | 'oauth2.googleapis.com';
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
}
interface Failed {
  readonly code: string;
}

function askMicrosoft({ tenant, clientId, clientSecret }: Extract<TokenLogin, { kind: 'microsoft' }>): Asked | Failed {
  // It stands in the address: a tenant is a domain name or a GUID.
  if (!/^[\w-]+(\.[\w-]+)*$/.test(tenant)) return { code: 'token-tenant' };
  return {
    host: 'login.microsoftonline.com',
    path: `/${tenant}/oauth2/v2.0/token`,
    form: {
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret ?? '',
      scope: 'https://outlook.office365.com/.default',
    },
  };
}

function askGoogle({ user, serviceAccount, privateKey }: Extract<TokenLogin, { kind: 'google' }>): Asked | Failed {
  const host = 'oauth2.googleapis.com';
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: serviceAccount,
    sub: user,
    scope: 'https://mail.google.com/',
    aud: `https://${host}/token`,
    iat: now,
    exp: now + 3600,
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}`;
  try {
    // A key copied out of the JSON file of the account has its line ends written out.
    const key = createPrivateKey((privateKey ?? '').replaceAll('\\n', '\n'));
    if (key.asymmetricKeyType !== 'rsa') return { code: 'token-key' };
    const signature = sign('sha256', Buffer.from(content), key).toString('base64url');
    const grant_type = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
    return { host, path: '/token', form: { grant_type, assertion: `${content}.${signature}` } };
  } catch {
    return { code: 'token-key' };
  }
}

interface Answer {
  readonly token?: string;
  readonly lastsMs: number;
  readonly error?: string;
  /** How far the clock of the host is from that of this machine. */
  readonly clockMs: number;
}

function refusalCode({ error, clockMs }: Answer): string {
  if (error === 'invalid_grant' && clockMs > clockMarginMs) return 'token-clock';
  return refusals.includes(error ?? '') ? `token-${error!.replaceAll('_', '-')}` : 'token-refused';
}

function post({ host, path, form }: Asked, { loopbackPort }: TokenOptions): Promise<Answer | Failed> {
  const body = new URLSearchParams(form).toString();
  const options: RequestOptions = {
    method: 'POST',
    path,
    timeout: timeoutMs,
    agent: false,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) },
  };
  return new Promise((resolve) => {
    const asked =
      loopbackPort === undefined
        ? request({ ...options, host, port: 443, rejectUnauthorized: true, minVersion: 'TLSv1.2' })
        : askPlainly({ ...options, host: '127.0.0.1', port: loopbackPort });
    const fail = () => {
      asked.destroy();
      resolve({ code: 'token-unreachable' });
    };
    const clock = setTimeout(fail, timeoutMs);
    asked.on('close', () => clearTimeout(clock));
    asked.on('error', fail);
    asked.on('timeout', fail);
    asked.on('response', (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > answerBytes) return fail();
        parts.push(part);
      });
      response.on('error', fail);
      response.on('end', () => resolve(read(Buffer.concat(parts).toString('utf8'), response.headers.date)));
    });
    asked.end(body);
  });
}

function read(text: string, date: string | undefined): Answer {
  const there = date === undefined ? Number.NaN : Date.parse(date);
  const clockMs = Number.isNaN(there) ? 0 : Math.abs(there - Date.now());
  try {
    const { access_token: token, expires_in: seconds, error } = JSON.parse(text) as Record<string, unknown>;
    const isToken = typeof token === 'string' && /^[\x21-\x7e]+$/.test(token);
    const lastsMs = 1000 * (Number(seconds) > 0 ? Number(seconds) : 0);
    return { lastsMs, clockMs, ...(isToken ? { token } : {}), ...(typeof error === 'string' ? { error } : {}) };
  } catch {
    return { lastsMs: 0, clockMs };
  }
}
