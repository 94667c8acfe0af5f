/**
 * Sends e-mail by one SMTP server, one message at a time over one connection. What became of a message is told so that nobody ever gets
 * it twice: a message that may have arrived is `unclear`, and it is for a person to settle it, never for a second try.
 */
import { Readable } from 'node:stream';
import type SmtpConnection from 'nodemailer/lib/smtp-connection';
import type { MailHost } from '../../shared/study/mail-host.ts';
import { type MailStep, mailSteps } from '../../shared/study/mail-trouble.ts';
import { composed, type Email, findUnsafe, isSafeAddress } from './email-message.ts';
import type { TokenOptions } from './mail-token.ts';
import { checkSender, type HostTrouble, openLine, type SmtpError, senderTrouble } from './smtp-line.ts';

export type { Email, Mailbox } from './email-message.ts';

/**
 * `code` is the server's three digits, or a word: `address-unsafe`, `too-large` (permanent), `connection-lost` (temporary: nothing was handed
 * over). The server's own words are left out: they repeat addresses.
 */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'temporary'; readonly code: string }
  /** Nothing was handed over, and the next message would meet the same trouble: the host, its login or the sender has to be mended. */
  | ({ readonly kind: 'host' } & HostTrouble)
  /** `of`: the address is refused, or this message for whatever stands in it. */
  | { readonly kind: 'permanent'; readonly code: string; readonly of: 'address' | 'message' }
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
export function openMailHost(settings: MailHost, tokens: TokenOptions = {}): OpenMailHost {
  let line: SmtpConnection | undefined;
  const hangUp = (): void => {
    line?.close();
    line = undefined;
  };

  const deliver = async (email: Email): Promise<Delivery> => {
    const from = email.from ?? { address: settings.from };
    const unsafe = findUnsafe(email, from);
    if (unsafe !== undefined) return refusedAs(unsafe);
    const message = await composed(email, from);
    const kept = line !== undefined && !line.destroyed;
    if (!kept) {
      const opened = await openLine(settings, tokens);
      if (!('line' in opened)) return { kind: 'host', ...opened };
      line = opened.line;
    }
    const delivery = await handOver(line!, { from: email.returnPath ?? from.address, to: email.to.address }, message);
    if (delivery.kind === 'sent') return delivery;
    hangUp();
    // Servers end a connection that stood idle or had its share of messages: that says nothing of this message.
    const endedBefore =
      (delivery.kind === 'temporary' && delivery.code === 'connection-lost') ||
      (delivery.kind === 'host' && delivery.code === '421');
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
      if (unsafe === undefined) await composed(email, from);
      return unsafe === undefined ? { kind: 'sent' } : refusedAs(unsafe);
    },
    close: () => undefined,
  };
}

export interface StepTried {
  readonly step: MailStep;
  readonly isDone: boolean;
  readonly code?: string;
}

/** Tries to reach the host, TLS, the login and the sender, without a message; the first that fails is the last one told. */
export async function checkMailHost(
  settings: MailHost,
  from: string,
  tokens: TokenOptions = {},
): Promise<readonly StepTried[]> {
  if (!isSafeAddress(from)) return stepsUntil({ step: 'sender', code: 'sender-unsafe' });
  const opened = await openLine(settings, tokens);
  if (!('line' in opened)) return stepsUntil(opened);
  const trouble = await checkSender(opened.line, from);
  opened.line.close();
  return trouble === undefined ? stepsBefore('sent') : stepsUntil(trouble);
}

const stepsBefore = (step: MailStep): readonly StepTried[] =>
  mailSteps.slice(0, mailSteps.indexOf(step)).map((done) => ({ step: done, isDone: true }));

/** The steps that went well, and the one that did not; without trouble all of them. */
export function stepsUntil(trouble?: HostTrouble): readonly StepTried[] {
  if (trouble === undefined) return mailSteps.map((step) => ({ step, isDone: true }));
  return [...stepsBefore(trouble.step), { step: trouble.step, isDone: false, code: trouble.code }];
}

function refusedAs(unsafe: 'sender' | 'message'): Delivery {
  return unsafe === 'sender'
    ? { kind: 'host', step: 'sender', code: 'sender-unsafe' }
    : { kind: 'permanent', code: 'address-unsafe', of: 'address' };
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
    if (error?.command === 'MAIL FROM') return { kind: 'host', step: 'sender', code: senderTrouble(reply) };
    if (reply === 421) return { kind: 'host', step: 'reached', code: '421' };
    if (reply === 530) return { kind: 'host', step: 'login', code: 'login-missing' };
    // RFC 3463, 3.8: a rule of the server about who may send through it, and not about this address.
    if (reply >= 500 && /^5\d\d[ -]5\.7\./.test(error?.response ?? ''))
      return { kind: 'host', step: 'sender', code: 'relay-refused' };
    return reply >= 500
      ? { kind: 'permanent', code: String(reply), of: error?.command === 'RCPT TO' ? 'address' : 'message' }
      : { kind: 'temporary', code: String(reply) };
  }
  if (error?.code === 'EMESSAGE') return { kind: 'permanent', code: 'too-large', of: 'message' };
  if (error?.code === 'EENVELOPE') return { kind: 'permanent', code: 'address-unsafe', of: 'address' };
  return { kind: 'temporary', code: 'connection-lost' };
}

/** RFC 5321, 4.2.5 and 6.1: only an answer to the end of the data says who is responsible for the message now. */
function afterContent(error: SmtpError | undefined): Delivery {
  const reply = error?.responseCode;
  if (reply !== undefined && reply >= 500) return { kind: 'permanent', code: String(reply), of: 'message' };
  if (reply !== undefined && reply >= 400) return { kind: 'temporary', code: String(reply) };
  if (reply !== undefined) return { kind: 'unclear', reason: 'answer-not-understood' };
  return { kind: 'unclear', reason: error?.code === 'ETIMEDOUT' ? 'no-answer-in-time' : 'connection-lost' };
}
