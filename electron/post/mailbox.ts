/**
 * The mailbox in which messages come back, read by IMAP: a folder is opened for reading only, so that nothing in it is flagged, moved or deleted. TLS with a
 * valid certificate is required; only a host on this machine itself may be spoken to in the clear. Nothing is logged, and nothing of a message is kept.
 */
import { ImapFlow } from 'imapflow';
import type { Day } from '../../shared/calendar.ts';
import type { Mailbox } from '../../shared/study/mail-host.ts';
import { dropMailTokens, mailToken } from './mail-token.ts';

/**
 * `code`: a word of `mailTroubles`; `folder` when that is what is missing.
 */
export interface MailboxTrouble {
  readonly kind: 'refused';
  readonly step: 'reached' | 'tls' | 'login' | 'folder';
  readonly code: string;
}

export interface IncomingBytes {
  readonly uid: number;
  /** The front of the message; all of it, unless much is attached. */
  readonly bytes: Uint8Array;
}

export interface OpenMailbox {
  readonly kind: 'open';
  /** RFC 3501, 2.3.1.1: as long as this stays what it was, a uid means the same message. */
  readonly uidValidity: string;
  /** Uids of messages from `from` on that came on `since` or later, in their order. */
  readonly find: (from: number, since: Day) => Promise<readonly number[]>;
  /** Throws MailboxLost when the connection ends. A message that is gone meanwhile is left out. */
  readonly read: (uids: readonly number[]) => Promise<readonly IncomingBytes[]>;
  readonly close: () => void;
}

export class MailboxLost extends Error {}

export interface MailboxOptions {
  /** For tests: who signed the certificate of the server. */
  readonly ca?: string;
  /** For tests: the port that is as 143 is elsewhere. */
  readonly startTlsPort?: number;
  /** For tests: where tokens are asked, a port of this machine. */
  readonly tokenPort?: number;
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;
/** The port on which TLS is begun after the greeting (RFC 3501, 6.2.1). */
const usualStartTlsPort = 143;
/** More than this of a message nobody looks at. */
const messageBytes = 400_000;

export async function openMailbox(
  settings: Mailbox,
  { ca, startTlsPort = usualStartTlsPort, tokenPort }: MailboxOptions = {},
): Promise<OpenMailbox | MailboxTrouble> {
  const auth = await authOf(settings, tokenPort);
  if ('kind' in auth) return auth;
  const isHere = loopback.test(settings.host);
  const isPlain = isHere || settings.port === startTlsPort;
  const client = new ImapFlow({
    // a name server is not asked where this machine is
    host: settings.host.toLowerCase() === 'localhost' ? '127.0.0.1' : settings.host.replace(/^\[(.*)\]$/, '$1'),
    port: settings.port,
    secure: !isPlain,
    ...(isPlain ? { doSTARTTLS: !isHere } : {}),
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) },
    auth,
    // which program asks, on which machine, is nobody's business
    clientInfo: { name: false, version: false, vendor: false, 'support-url': false, os: false },
    logger: false,
    disableAutoIdle: true,
    disableAutoEnable: true,
    disableCompression: true,
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
    maxLineLength: 4_000_000,
    maxLiteralSize: 2_000_000,
    maxResponseSize: 16_000_000,
  });
  // Whoever waits is told; an error that nobody hears would end the office.
  client.on('error', () => undefined);
  const giveUp = (trouble: MailboxTrouble): MailboxTrouble => {
    client.close();
    return trouble;
  };
  try {
    await client.connect();
  } catch (error) {
    const trouble = connectTrouble(error as ImapError);
    if (trouble.step === 'login') dropMailTokens();
    return giveUp(trouble);
  }
  try {
    const { uidValidity } = await client.mailboxOpen(settings.folder, { readOnly: true });
    return opened(client, String(uidValidity));
  } catch (error) {
    const wasAnswered = (error as ImapError).responseStatus !== undefined;
    return giveUp(wasAnswered ? refused('folder', 'folder') : refused('reached', 'connection-lost'));
  }
}

function opened(client: ImapFlow, uidValidity: string): OpenMailbox {
  const asked = async <T>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask();
    } catch {
      throw new MailboxLost('the mailbox does not answer any more');
    }
  };
  return {
    kind: 'open',
    uidValidity,
    find: (from, since) =>
      asked(async () => {
        const found = await client.search({ uid: `${from}:*`, since: `${since}T00:00:00Z` }, { uid: true });
        if (found === false || found === undefined) throw new MailboxLost('the mailbox cannot be searched');
        // '*' is the last message, also when it is before `from`
        return [...found].filter((uid) => uid >= from).toSorted((a, b) => a - b);
      }),
    read: (uids) =>
      asked(async () => {
        if (uids.length === 0) return [];
        const query = { uid: true, source: { maxLength: messageBytes } } as const;
        const messages = await client.fetchAll(uids.join(','), query, { uid: true });
        return messages.flatMap(({ uid, source }) => (source === undefined ? [] : [{ uid, bytes: source }]));
      }),
    close() {
      client.logout().catch(() => undefined);
      setTimeout(() => client.close(), 2_000).unref();
    },
  };
}

async function authOf({ login }: Mailbox, tokenPort: number | undefined) {
  const { user } = login;
  if (login.kind === 'password') return { user, pass: login.password ?? '' };
  const token = await mailToken(login, tokenPort === undefined ? {} : { loopbackPort: tokenPort });
  return token.kind === 'token' ? { user, accessToken: token.token } : refused('login', token.code);
}

interface ImapError extends Error {
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly responseStatus?: string;
  readonly tlsFailed?: boolean;
}

const refused = (step: MailboxTrouble['step'], code: string): MailboxTrouble => ({ kind: 'refused', step, code });

const certificateFaults: Readonly<Record<string, string>> = {
  CERT_NOT_YET_VALID: 'certificate-not-yet',
  CERT_HAS_EXPIRED: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-unknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown',
};

function connectTrouble(error: ImapError): MailboxTrouble {
  const code = error.code ?? '';
  if (error.authenticationFailed) return refused('login', 'login');
  const fault = certificateFaults[code];
  if (fault !== undefined) return refused('tls', fault);
  if (error.tlsFailed || /CERT|TLS|SSL|EPROTO/.test(code))
    return refused('tls', /CERT|ALERT/.test(code) ? 'tls-failed' : 'tls-missing');
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return refused('reached', 'dns');
  if (code === 'ECONNREFUSED') return refused('reached', 'refused');
  if (/TIMEOUT|ETIMEDOUT/i.test(code)) return refused('reached', 'timeout');
  // An answer that is no login: a server of another kind, or one that will not have us.
  return refused('reached', error.responseStatus === undefined ? 'connection-lost' : 'no-greeting');
}
