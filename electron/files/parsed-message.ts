/** A message from its bytes. Runs in the reader process only: anyone may have written it. */
import PostalMime from 'postal-mime';
import type { IncomingMessage } from '../../shared/contact/incoming-message.ts';
import { mailLimits } from './file-limits.ts';
import { htmlText } from './html-text.ts';

/** Undefined when it is none: it does not begin with fields, or it is too deep or too broken to be read. Of a large one the front is read. */
export async function parsedMessage(bytes: Uint8Array): Promise<IncomingMessage | undefined> {
  if (!beginsWithFields(bytes)) return undefined;
  let mail: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    mail = await PostalMime.parse(frontOf(bytes), {
      forceRfc822Attachments: true,
      maxNestingDepth: mailLimits.depth,
      maxHeadersSize: mailLimits.headerBytes,
    });
  } catch {
    return undefined;
  }
  const shown = mail.text ?? '';
  return {
    fields: mail.headers.map(({ key, value }) => ({ name: key, value: cut(value) })),
    subject: cut(mail.subject ?? ''),
    text: cut(shown.trim() === '' && mail.html !== undefined ? htmlText(mail.html.slice(0, 4 * most)) : shown),
    parts: mail.attachments.slice(0, mailLimits.parts).map(({ mimeType, content }) => ({
      type: mimeType,
      content: partText(content),
    })),
  };
}

function frontOf(bytes: Uint8Array): Uint8Array {
  let end = 0;
  for (let lines = 0; lines < mailLimits.messageLines && end < mailLimits.messageBytes; lines += 1) {
    const lineEnd = bytes.indexOf(0x0a, end);
    if (lineEnd < 0) return bytes.subarray(0, mailLimits.messageBytes);
    end = lineEnd + 1;
  }
  return bytes.subarray(0, Math.min(end, mailLimits.messageBytes));
}

/** What a message is told by stands in front. */
const most = 65_536;
const cut = (text: string): string => text.slice(0, most);

/** Only of the parts that are fields; an attachment is not looked at. */
function partText(content: ArrayBuffer | Uint8Array | string): string {
  if (typeof content === 'string') return cut(content);
  const bytes = content instanceof Uint8Array ? content : new Uint8Array(content);
  return new TextDecoder('utf-8').decode(bytes.subarray(0, most));
}

const fieldsOfMail =
  /^(?:received|from|to|subject|date|message-id|return-path|delivered-to|mime-version|content-type|x-[\w-]+):/im;

function beginsWithFields(bytes: Uint8Array): boolean {
  const begin = Buffer.from(bytes.subarray(0, 20_000)).toString('latin1').trimStart();
  if (!/^[\x21-\x39\x3b-\x7e]{1,100}[ \t]*:/.test(begin)) return false;
  const [head = ''] = begin.split(/\r?\n\r?\n/, 1);
  return fieldsOfMail.test(head);
}
