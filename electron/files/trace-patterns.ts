/**
 * The forms in which a text may lie in a file: as UTF-8, UTF-16, escaped in JSON, in hexadecimal digits, and in base64 wherever it began
 * within the three bytes that base64 takes together.
 */

/** The base64 characters that `bytes` alone decide when `before` (0 to 2) other bytes stand in front of them in their group of three. */
function base64After(bytes: Buffer, before: number): string {
  const characters = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
  return characters.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
}

/** The distinct byte sequences by which `text` is recognised. Texts of at least 8 bytes give sequences of at least 8 bytes. */
export function tracePatterns(text: string): readonly Buffer[] {
  const bytes = Buffer.from(text, 'utf8');
  const hex = bytes.toString('hex');
  const base64 = [0, 1, 2].map((before) => base64After(bytes, before));
  const urlSafe = base64.map((characters) => characters.replaceAll('+', '-').replaceAll('/', '_'));
  const inAscii = new Set([hex, hex.toUpperCase(), ...base64, ...urlSafe]);
  const escaped = JSON.stringify(text).slice(1, -1);
  const plain = escaped === text ? [bytes] : [bytes, Buffer.from(escaped, 'utf8')];
  return [...plain, Buffer.from(text, 'utf16le'), ...Array.from(inAscii, (each) => Buffer.from(each, 'latin1'))];
}
