/** A file with many messages, each behind a line 'From …' (RFC 4155). Works on bytes: messages have encodings of their own. */

const lineEnd = 0x0a;
/** 'From jan@example Mon Nov  2 10:00:00 2026', as all programs write it: a sentence that begins with 'From' has no such end. */
const separator = /^From \S.{0,300}\b\d{1,2}:\d{2}(?::\d{2})?\b.{0,40}\b(?:19|20)\d{2}\b.{0,40}$/;

export function isMbox(bytes: Uint8Array): boolean {
  return separator.test(lineAt(bytes, 0));
}

/** The messages of the file, at most so many, without the line before each; '>From' in one is 'From' again. */
export function messagesOfMbox(bytes: Uint8Array, most: number): readonly Uint8Array[] {
  const starts: number[] = [];
  let isAfterEmpty = true;
  for (let at = 0; at < bytes.length && starts.length <= most; ) {
    const end = bytes.indexOf(lineEnd, at);
    const next = end < 0 ? bytes.length : end + 1;
    if (isAfterEmpty && startsWithFrom(bytes, at) && separator.test(lineAt(bytes, at))) starts.push(at);
    isAfterEmpty = next - at === 1 || (next - at === 2 && bytes[at] === 0x0d);
    at = next;
  }
  return starts.slice(0, most).map((from, nr) => unescaped(behindLine(bytes.subarray(from, starts[nr + 1]))));
}

function startsWithFrom(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x46 && bytes[at + 1] === 0x72 && bytes[at + 2] === 0x6f && bytes[at + 3] === 0x6d;
}

function lineAt(bytes: Uint8Array, at: number): string {
  const end = bytes.indexOf(lineEnd, at);
  const line = bytes.subarray(at, Math.min(end < 0 ? bytes.length : end, at + 500));
  return Buffer.from(line).toString('latin1').replace(/\r$/, '');
}

function behindLine(bytes: Uint8Array): Uint8Array {
  const end = bytes.indexOf(lineEnd);
  return end < 0 ? bytes.subarray(bytes.length) : bytes.subarray(end + 1);
}

/** One '>' less before every 'From ' that has some (mboxrd). */
function unescaped(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return /^>+From /m.test(text) ? Buffer.from(text.replaceAll(/^>(>*From )/gm, '$1'), 'latin1') : bytes;
}
