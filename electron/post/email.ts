/**
 * Sends e-mail by one SMTP server, one message at a time over one connection. What became of a message is told so that nobody ever gets
 * it twice: a message that may have arrived is `unclear`, and it is for a person to settle it, never for a second try.
 */
import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { MailHost } from '../../shared/study/mail-host.ts';

export interface Mailbox {
  readonly address: string;
  /** Shown beside the address; an empty one is left out. */
  readonly name?: string;
}

export interface Email {
  readonly to: Mailbox;
  /** The host's own address when absent. */
  readonly from?: Mailbox;
  readonly subject: string;
  /** Plain text; an empty line separates paragraphs. It is sent as it is, and escaped as simple HTML. */
  readonly text: string;
  /** The personal link: where it stands in the text, the HTML makes it a link. Nothing else in the text becomes one. */
  readonly link?: string;
  /** The attempt's random id. As the Message-ID it lets the bureau find one message in its server's log, and tells others nothing. */
  readonly messageKey: string;
  /** Mail address for objections: given as List-Unsubscribe (RFC 2369). */
  readonly objectTo?: string;
}

/**
 * `code` is the server's three digits, or a word: `address-unsafe`, `too-large` (permanent); `unreachable`, `tls`, `login`,
 * `sender-refused`, `sender-unsafe`, `connection-lost` (temporary: nothing was handed over, and it is not this person's address that is
 * wrong). The server's own words are left out: they repeat addresses.
 */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'temporary'; readonly code: string }
  | { readonly kind: 'permanent'; readonly code: string }
  /** The server had the message, or a part of it, and never said what it did with it. */
  | { readonly kind: 'unclear'; readonly reason: 'connection-lost' | 'no-answer-in-time' | 'answer-not-understood' };

export interface OpenMailHost {
  readonly send: (email: Email) => Promise<Delivery>;
  readonly close: () => void;
}

/**
 * The mail host; it is reached at the first message, and again after the connection was lost. TLS with a valid certificate is required;
 * only a host on this machine itself, named by its loopback address or 'localhost', may be spoken to in the clear. Nothing is logged.
 */
export function openMailHost(settings: MailHost): OpenMailHost {
  let line: SmtpConnection | undefined;
  const hangUp = (): void => {
    line?.close();
    line = undefined;
  };

  const deliver = async (email: Email): Promise<Delivery> => {
    const from = email.from ?? { address: settings.from };
    const unsafe = findUnsafe(email, from);
    if (unsafe !== undefined) return unsafe;
    const message = await compose(email, from);
    const kept = line !== undefined && !line.destroyed;
    if (!kept) {
      const connected = await connect(settings);
      if (!(connected instanceof SmtpConnection)) return connected;
      line = connected;
    }
    const delivery = await handOver(line!, { from: from.address, to: email.to.address }, message);
    if (delivery.kind === 'sent') return delivery;
    hangUp();
    // Servers end a connection that stood idle or had its share of messages: that says nothing of this message.
    const endedBefore = delivery.kind === 'temporary' && ['connection-lost', '421'].includes(delivery.code);
    return kept && endedBefore ? deliver(email) : delivery;
  };

  let last: Promise<unknown> = Promise.resolve();
  return {
    send: (email) => {
      const delivery = last.then(() => deliver(email));
      last = delivery.catch(() => undefined);
      return delivery;
    },
    close: () => {
      const leaving = line;
      line = undefined;
      leaving?.quit();
      setTimeout(() => leaving?.close(), 2_000).unref();
    },
  };
}

/** For a practice study without a mail host: each message is made as it would be sent, with the same checks, and delivered nowhere. */
export function practiceMailHost(): OpenMailHost {
  return {
    async send(email) {
      const from = email.from ?? { address: '' };
      const unsafe = findUnsafe(email, from);
      if (unsafe === undefined) await compose(email, from);
      return unsafe ?? { kind: 'sent' };
    },
    close: () => undefined,
  };
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i;

function connect(settings: MailHost): Promise<SmtpConnection | Delivery> {
  const isHere = loopback.test(settings.host);
  const connection = new SmtpConnection({
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
  });
  return new Promise((resolve) => {
    const fail = (error: SmtpError): void => {
      connection.close();
      resolve({ kind: 'temporary', code: hostTrouble(error) });
    };
    connection.on('error', fail);
    connection.connect((error) => {
      if (error) return fail(error);
      if (settings.login?.kind !== 'password') return resolve(connection);
      connection.login({ user: settings.login.user, pass: settings.login.password ?? '' }, (refused) => {
        if (refused) fail(refused);
        else resolve(connection);
      });
    });
  });
}

interface SmtpError extends Error {
  readonly code?: string | undefined;
  readonly originalCode?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly command?: string | undefined;
}

function hostTrouble(error: SmtpError): 'tls' | 'login' | 'unreachable' {
  if (error.code === 'EAUTH') return 'login';
  return error.code === 'ETLS' || /CERT|TLS|SSL/.test(error.originalCode ?? '') ? 'tls' : 'unreachable';
}

function handOver(
  connection: SmtpConnection,
  envelope: { readonly from: string; readonly to: string },
  message: Buffer,
): Promise<Delivery> {
  return new Promise((resolve) => {
    let begun = false;
    const stream = new Readable({
      read() {
        begun = true;
        this.push(message);
        this.push(null);
      },
    });
    const fail = (error: SmtpError | undefined) => resolve(begun ? afterContent(error) : beforeContent(error));
    // After 'end' the answer to this message comes at once or never.
    const ended = () => setImmediate(fail, undefined);
    connection.once('end', ended);
    connection.send({ ...envelope, size: message.length }, stream, (error) => {
      connection.off('end', ended);
      if (error) fail(error);
      else resolve({ kind: 'sent' });
    });
  });
}

/** Nothing of the message had left: it certainly was not delivered. */
function beforeContent(error: SmtpError | undefined): Delivery {
  const reply = error?.responseCode;
  if (reply !== undefined) {
    if (error?.command === 'MAIL FROM' && reply >= 500) return { kind: 'temporary', code: 'sender-refused' };
    return { kind: reply >= 500 ? 'permanent' : 'temporary', code: String(reply) };
  }
  if (error?.code === 'EMESSAGE') return { kind: 'permanent', code: 'too-large' };
  if (error?.code === 'EENVELOPE') return { kind: 'permanent', code: 'address-unsafe' };
  return { kind: 'temporary', code: 'connection-lost' };
}

/** RFC 5321, 4.2.5 and 6.1: only an answer to the end of the data says who is responsible for the message now. */
function afterContent(error: SmtpError | undefined): Delivery {
  const reply = error?.responseCode;
  if (reply !== undefined && reply >= 500) return { kind: 'permanent', code: String(reply) };
  if (reply !== undefined && reply >= 400) return { kind: 'temporary', code: String(reply) };
  if (reply !== undefined) return { kind: 'unclear', reason: 'answer-not-understood' };
  return { kind: 'unclear', reason: error?.code === 'ETIMEDOUT' ? 'no-answer-in-time' : 'connection-lost' };
}

/** What could end a header line or show another address than it has: controls, format characters, line separators. */
const unsafeInHeader = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const address = /^[^\s@<>()[\]\\,;:"-][^\s@<>()[\]\\,;:"]*@[^\s@<>()[\]\\,;:"]+$/u;

function isSafeAddress(text: string): boolean {
  return text.length <= 254 && address.test(text) && !unsafeInHeader.test(text);
}

/** What must not reach the network. A bad sender is the bureau's to mend, so it counts against nobody's address. */
function findUnsafe(email: Email, from: Mailbox): Delivery | undefined {
  if (!/^[\w.-]{1,64}$/.test(email.messageKey))
    throw new RangeError('a message key has only letters, digits, . _ and -');
  if (!isSafeAddress(from.address) || unsafeInHeader.test(from.name ?? ''))
    return { kind: 'temporary', code: 'sender-unsafe' };
  if (email.objectTo !== undefined && !isSafeAddress(email.objectTo))
    return { kind: 'temporary', code: 'sender-unsafe' };
  const headers = [email.to.name ?? '', email.subject];
  if (!isSafeAddress(email.to.address) || headers.some((text) => unsafeInHeader.test(text))) {
    return { kind: 'permanent', code: 'address-unsafe' };
  }
  return undefined;
}

function compose(email: Email, from: Mailbox): Promise<Buffer> {
  const domain = from.address.slice(from.address.indexOf('@') + 1);
  const composer = new MailComposer({
    from: { name: from.name ?? '', address: from.address },
    to: { name: email.to.name ?? '', address: email.to.address },
    subject: email.subject,
    text: email.text,
    html: asHtml(email.text, email.link),
    messageId: `<${email.messageKey}@${domain}>`,
    ...(email.objectTo === undefined ? {} : { headers: { 'List-Unsubscribe': `<mailto:${email.objectTo}>` } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** The text as HTML that says the same: only paragraphs, line ends and the one link. */
function asHtml(text: string, link: string | undefined): string {
  const paragraphs = text.split(/\r?\n\s*\r?\n/).map((paragraph) => {
    const lines = paragraph
      .trim()
      .split(/\r?\n/)
      .map((written) => withLink(written, link));
    return `<p>${lines.join('<br>\n')}</p>`;
  });
  return `<!doctype html>\n<html>\n<head><meta charset="utf-8"></head>\n<body>\n${paragraphs.join('\n')}\n</body>\n</html>\n`;
}

function withLink(written: string, link: string | undefined): string {
  if (link === undefined || !/^https?:\/\/[\x21-\x7e]+$/.test(link)) return escaped(written);
  return written
    .split(link)
    .map(escaped)
    .join(`<a href="${escaped(link)}">${escaped(link)}</a>`);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!);
}
