/** Reads a received e-mail back (RFC 5322, 2045, 2047): headers decoded, parts by their kind. Enough for what the tests receive. */

export interface ReadMail {
  /** Names of the headers of the message itself, in order. */
  readonly names: readonly string[];
  readonly header: (name: string) => string | undefined;
  /** The decoded content of the first part of this kind, its line ends as '\n'. */
  readonly part: (kind: 'text/plain' | 'text/html') => string;
}

/** `raw` is the message with a character per byte (latin1). */
export function readMail(raw: string): ReadMail {
  const [head, body] = split(raw);
  const headers = headersOf(head);
  const header = (name: string) => headers.find(([found]) => found.toLowerCase() === name.toLowerCase())?.[1];
  return {
    names: headers.map(([name]) => name),
    header,
    part: (kind) => partOf(header('Content-Type') ?? '', body, kind),
  };
}

function split(text: string): readonly [head: string, body: string] {
  const at = text.indexOf('\r\n\r\n');
  return [text.slice(0, at), text.slice(at + 4)];
}

function headersOf(head: string): readonly (readonly [name: string, value: string])[] {
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n');
  return unfolded.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at), decodeWords(line.slice(at + 1).trim())] as const;
  });
}

function decodeWords(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/(=\?utf-8\?[QB]\?[^?]*\?=)+/gi, (words) => {
      const bytes = [...words.matchAll(/=\?utf-8\?([QB])\?([^?]*)\?=/gi)].map(([, how, text]) =>
        how!.toUpperCase() === 'B' ? Buffer.from(text!, 'base64') : unquoted(text!.replaceAll('_', ' ')),
      );
      return Buffer.concat(bytes).toString('utf8');
    })
    .replaceAll(/^"(.*)" </g, '$1 <');
}

function unquoted(text: string): Buffer {
  const joined = text.replaceAll(/=\r\n/g, '');
  return Buffer.from(
    joined.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function partOf(contentType: string, body: string, kind: string): string {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary === undefined) throw new Error('not a message of several parts');
  for (const piece of body.split(`--${boundary}`)) {
    const [head, content] = split(piece.replace(/^\r\n/, ''));
    const headers = new Map(headersOf(head).map(([name, value]) => [name.toLowerCase(), value]));
    if (!headers.get('content-type')?.startsWith(kind)) continue;
    const how = headers.get('content-transfer-encoding')?.toLowerCase();
    const bytes =
      how === 'quoted-printable' ? unquoted(content) : Buffer.from(content, how === 'base64' ? 'base64' : 'latin1');
    return bytes.toString('utf8').replaceAll('\r\n', '\n').replace(/\n$/, '');
  }
  throw new Error(`no part ${kind}`);
}
