/** A connection to an SMTP server, up to the moment at which a message can go: reached, encrypted, signed in. What fails is told by a word. */
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { MailHost } from '../../shared/study/mail-host.ts';
import type { MailStep, MailTrouble } from '../../shared/study/mail-trouble.ts';
import { dropMailTokens, mailToken, type TokenLogin, type TokenOptions, xoauth2 } from './mail-token.ts';

export interface HostTrouble {
  readonly step: MailStep;
  /** A `MailTrouble`, or the three digits of the server. */
  readonly code: string;
}

export interface SmtpError extends Error {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly command?: string | undefined;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

/** Own names for what is said to the server: by its proper name nodemailer would choose another method, or fetch a token itself. */
const senderCheck = 'OWN-SENDER';
const tokenLogin = 'OWN-XOAUTH2';

export async function openLine(
  settings: MailHost,
  tokens: TokenOptions = {},
): Promise<{ readonly line: SmtpConnection } | HostTrouble> {
  const token = await tokenFor(settings, tokens);
  if (token !== undefined && 'code' in token) return token;
  const { login } = settings;
  const isHere = loopback.test(settings.host);
  const line = new SmtpConnection({
    // a name server is not asked where this machine is
    host: settings.host.toLowerCase() === 'localhost' ? '127.0.0.1' : settings.host.replace(/^\[(.*)\]$/, '$1'),
    port: settings.port,
    secure: settings.secure,
    requireTLS: !isHere,
    ignoreTLS: isHere,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    // the name of this machine is nobody's business
    name: '[127.0.0.1]',
    logger: false,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 120_000,
    customAuth: {
      async [tokenLogin]({ sendCommand }) {
        const { status } = await sendCommand(`AUTH XOAUTH2 ${xoauth2(login?.user ?? '', token?.token ?? '')}`);
        // What it holds against the token comes first; an empty line asks for the refusal itself.
        const { status: answer } = status === 334 ? await sendCommand('') : { status };
        if (answer !== 235) throw new Error('refused');
      },
      async [senderCheck]({ sendCommand, auth }) {
        const { status } = await sendCommand(`MAIL FROM:<${auth.user ?? ''}>`);
        await sendCommand('RSET');
        if (status !== 250) throw Object.assign(new Error('refused'), { mailFrom: status });
      },
    },
  });
  return new Promise((resolve) => {
    const fail = (trouble: HostTrouble): void => {
      line.close();
      resolve(trouble);
    };
    line.on('error', (error: SmtpError) => fail(connectTrouble(error, settings)));
    line.connect((error) => {
      if (error) return fail(connectTrouble(error, settings));
      if (login === undefined) return resolve({ line });
      if (!line.allowsAuth) return fail({ step: 'login', code: 'login-not-offered' });
      const how =
        login.kind === 'password'
          ? { user: login.user, pass: login.password ?? '' }
          : { user: login.user, method: tokenLogin };
      line.login(how, (refused) => {
        if (refused) fail({ step: 'login', code: loginTrouble(refused, login.kind !== 'password') });
        else resolve({ line });
      });
    });
  });
}

/** Whether the server lets this address send; nothing is sent. */
export function checkSender(line: SmtpConnection, from: string): Promise<HostTrouble | undefined> {
  return new Promise((resolve) => {
    line.once('error', () => resolve({ step: 'sender', code: 'connection-lost' }));
    line.login({ method: senderCheck, user: from }, (refused) => {
      if (!refused) return resolve(undefined);
      const status = (refused as { readonly mailFrom?: number }).mailFrom ?? 0;
      resolve({ step: 'sender', code: senderTrouble(status) });
    });
  });
}

/** What the server has against the address that all messages come from. */
export function senderTrouble(status: number): string {
  if (status === 530) return 'login-missing' satisfies MailTrouble;
  if (status >= 500) return 'sender-refused' satisfies MailTrouble;
  return status >= 400 ? String(status) : ('connection-lost' satisfies MailTrouble);
}

async function tokenFor(
  { login }: MailHost,
  tokens: TokenOptions,
): Promise<{ readonly token: string } | HostTrouble | undefined> {
  if (login === undefined || login.kind === 'password') return undefined;
  const token = await mailToken(login satisfies TokenLogin, tokens);
  return token.kind === 'token' ? token : { step: 'login', code: token.code };
}

const reachedCodes: Readonly<Record<string, MailTrouble>> = {
  EDNS: 'dns',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'no-route',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
};

/** By the code of Node, or by OpenSSL's words where nodemailer keeps only these. */
const tlsFaults: readonly (readonly [RegExp, MailTrouble])[] = [
  [/CERT_HAS_EXPIRED|certificate has expired/i, 'certificate-expired'],
  [/CERT_NOT_YET_VALID|not yet valid/i, 'certificate-not-yet'],
  [/ALTNAME|altnames/i, 'certificate-name'],
  [/SELF_SIGNED|UNABLE_TO|self.signed|unable to (get|verify)/i, 'certificate-unknown'],
  [/WRONG_VERSION_NUMBER|wrong version number|packet length too long/i, 'plain-on-tls-port'],
];

function connectTrouble(error: SmtpError, { secure }: MailHost): HostTrouble {
  const said = `${error.originalCode ?? ''} ${error.code ?? ''} ${error.message}`;
  const reached = reachedCodes[error.originalCode ?? ''] ?? reachedCodes[error.code ?? ''];
  if (reached !== undefined) return { step: 'reached', code: reached };
  if (error.command === 'STARTTLS' && error.responseCode !== undefined) return { step: 'tls', code: 'tls-missing' };
  const fault = tlsFaults.find(([words]) => words.test(said))?.[1];
  if (fault !== undefined) return { step: 'tls', code: fault };
  if (error.code === 'ETLS' || /SSL|EPROTO\b|TLS/.test(said)) return { step: 'tls', code: 'tls-failed' };
  if (error.responseCode !== undefined) return { step: 'reached', code: String(error.responseCode) };
  if (error.code === 'ETIMEDOUT') {
    // A server that waits for TLS from the first byte says nothing until it gets it.
    return { step: 'reached', code: /greeting/i.test(error.message) && !secure ? 'no-greeting' : 'timeout' };
  }
  return { step: 'reached', code: 'closed' };
}

function loginTrouble({ response = '', responseCode, code }: SmtpError, isToken: boolean): string {
  if (code === 'ECONNECTION' || code === 'ETIMEDOUT' || responseCode === undefined) return 'connection-lost';
  if (responseCode === 421 || responseCode === 454 || responseCode === 451) return String(responseCode);
  // Microsoft 365 and Google, where a program may not sign in with a password.
  if (/5\.7\.139|5\.7\.9|5\.7\.14/.test(response)) return 'app-not-allowed';
  if (/unrecogni[sz]ed|^50[0-4]/i.test(response)) return 'login-not-offered';
  if (isToken) dropMailTokens();
  return isToken ? 'token-not-accepted' : 'login';
}
