/** From files to what stands in them as messages: one, many in an mbox, or files of both kinds in a zip. Runs in the reader process only. */
import { type Incoming, readIncoming } from '../../shared/contact/read-incoming.ts';
import { type LimitName, limitNames, mailLimits } from './file-limits.ts';
import { isMbox, messagesOfMbox } from './mbox.ts';
import { parsedMessage } from './parsed-message.ts';
import { openZip } from './zip-limits.ts';

export type MessageRead = Incoming | { readonly kind: 'unreadable' };

export type MessagesRead =
  | { readonly kind: 'messages'; readonly messages: readonly MessageRead[] }
  | { readonly kind: 'too-large'; readonly limit: string };

/** A file that is no message counts as one that cannot be read. */
export async function messagesOfFiles(files: readonly Uint8Array[]): Promise<MessagesRead> {
  const messages: MessageRead[] = [];
  for (const file of files)
    for (const found of messagesIn(file)) {
      if (typeof found === 'string') return { kind: 'too-large', limit: limitNames[found] };
      messages.push(await messageRead(found));
    }
  return { kind: 'messages', messages };
}

/** The bytes of a message, undefined for what is none, or the limit that a file goes beyond. */
type Found = Uint8Array | undefined | LimitName;

function* messagesIn(file: Uint8Array, isInZip = false): Generator<Found> {
  const bytes = withoutMark(file);
  if (isMbox(bytes)) yield* messagesOfMbox(bytes, mailLimits.messages);
  else if (startsAsZip(bytes) && !isInZip) yield* messagesInZip(bytes);
  else yield startsAsZip(bytes) ? undefined : bytes;
}

function* messagesInZip(bytes: Uint8Array): Generator<Found> {
  const opened = openZip(bytes, mailLimits.zip);
  if (opened.kind === 'too-large') return yield opened.limit === 'entries' ? 'messages' : opened.limit;
  if (opened.kind !== 'ok') return yield undefined;
  for (const name of opened.zip.names) {
    if (isNoFile(name)) continue;
    const part = partOf(opened.zip.read, name);
    if (part === undefined) yield undefined;
    else yield* messagesIn(part, true);
  }
}

function partOf(read: (name: string) => Uint8Array | undefined, name: string): Uint8Array | undefined {
  try {
    return read(name);
  } catch {
    return undefined;
  }
}

/** Folders, and what systems put beside the files of a folder. */
const isNoFile = (name: string): boolean =>
  /[/\\]$/.test(name) || /(?:^|[/\\])(?:__MACOSX[/\\]|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(name);

async function messageRead(bytes: Uint8Array | undefined): Promise<MessageRead> {
  const message = bytes && (await parsedMessage(bytes));
  return message === undefined ? { kind: 'unreadable' } : readIncoming(message);
}

const startsAsZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/** Programs of Windows put a mark of UTF-8 before the first field. */
const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
