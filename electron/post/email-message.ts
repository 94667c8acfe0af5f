/** One e-mail as it is handed over: plain text and the same as HTML, with headers that tell nothing but what they must. */
import MailComposer from 'nodemailer/lib/mail-composer';

export interface Mailbox {
  readonly address: string;
  /** Shown beside the address; an empty one is left out. */
  readonly name?: string;
}

export interface Email {
  readonly to: Mailbox;
  /** The host's own address when absent. */
  readonly from?: Mailbox;
  /** The envelope's sender, to which the message comes back when it cannot be delivered; the address of `from` when absent. */
  readonly returnPath?: string;
  readonly subject: string;
  /** Plain text; an empty line separates paragraphs. It is sent as it is, and escaped as simple HTML. */
  readonly text: string;
  /** The personal link: where it stands in the text, the HTML makes it a link. */
  readonly link?: string;
  /** The message's random key. As the Message-ID it lets the bureau find one message in its server's log, and tells others nothing. */
  readonly messageKey: string;
  /** Mail address for objections; where it stands in the text, the HTML makes it a link. */
  readonly objectTo?: string;
  /** `mailto:` with the key in its subject: given as List-Unsubscribe (RFC 2369). */
  readonly unsubscribe?: string;
}

/** What could end a header line or show another address than it has: controls, format characters, line separators. */
const unsafeInHeader = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;
const addressForm = /^[^\s@<>()[\]\\,;:"-][^\s@<>()[\]\\,;:"]*@[^\s@<>()[\]\\,;:"]+$/u;

export function isSafeAddress(text: string): boolean {
  return text.length <= 254 && addressForm.test(text) && !unsafeInHeader.test(text);
}

/** What must not reach the network. A bad sender is the bureau's to mend, so it counts against nobody's address. */
export function findUnsafe(email: Email, from: Mailbox): 'sender' | 'message' | undefined {
  if (!/^[\w.-]{1,64}$/.test(email.messageKey))
    throw new RangeError('a message key has only letters, digits, . _ and -');
  const isSenderSafe =
    [from.address, email.returnPath, email.objectTo].every((text) => text === undefined || isSafeAddress(text)) &&
    !unsafeInHeader.test(from.name ?? '') &&
    (email.unsubscribe === undefined || /^mailto:[\x21-\x7e]+$/.test(email.unsubscribe));
  if (!isSenderSafe || /[<>]/.test(email.unsubscribe ?? '')) return 'sender';
  const headers = [email.to.name ?? '', email.subject];
  return isSafeAddress(email.to.address) && !headers.some((text) => unsafeInHeader.test(text)) ? undefined : 'message';
}

/**
 * The message as bytes. There is no Auto-Submitted (RFC 3834, 5): someone wrote and sends it, and hopes for an answer; nor a Precedence, which
 * no standard knows.
 */
export function composed(email: Email, from: Mailbox): Promise<Buffer> {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const composer = new MailComposer({
    from: { name: from.name ?? '', address: from.address },
    to: { name: email.to.name ?? '', address: email.to.address },
    subject: email.subject,
    text: email.text,
    html: asHtml(email),
    messageId: `<${email.messageKey}@${domain}>`,
    ...(email.unsubscribe === undefined ? {} : { headers: { 'List-Unsubscribe': `<${email.unsubscribe}>` } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

/** Large enough to read, on a phone too, and no wider than the eye follows; a mail program's own colours, light or dark. */
const style = 'font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:1em';

/** The text as HTML that says the same: only paragraphs, line ends and the links. Messages are written in Dutch. */
function asHtml(email: Email): string {
  const links = linksOf(email);
  const paragraphs = email.text.split(/\r?\n\s*\r?\n/).map((paragraph) => {
    const lines = paragraph
      .trim()
      .split(/\r?\n/)
      .map((written) => withLinks(written, links));
    return `<p>${lines.join('<br>\n')}</p>`;
  });
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(email.subject)}</title>`;
  return `<!doctype html>\n<html lang="nl">\n<head>${head}</head>\n<body style="${style}">\n${paragraphs.join('\n')}\n</body>\n</html>\n`;
}

type Link = readonly [text: string, href: string];

function linksOf({ link, objectTo, unsubscribe }: Email): readonly Link[] {
  const found: Link[] = [];
  if (link !== undefined && /^https?:\/\/[\x21-\x7e]+$/.test(link)) found.push([link, link]);
  if (objectTo !== undefined) found.push([objectTo, unsubscribe ?? `mailto:${objectTo}`]);
  return found;
}

function withLinks(written: string, links: readonly Link[]): string {
  const [first, ...rest] = links;
  if (first === undefined) return escaped(written);
  const [text, href] = first;
  return written
    .split(text)
    .map((part) => withLinks(part, rest))
    .join(`<a href="${escaped(href)}">${escaped(text)}</a>`);
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
