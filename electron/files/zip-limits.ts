/**
 * Limits on a zip file (an .xlsx is one) before anything else opens it. A few hundred kilobytes can unpack to gigabytes, and the library
 * that reads workbooks has no limit of its own.
 */
import { inflateRawSync } from 'node:zlib';

export const zipLimits = { entries: 200, unpackedBytes: 100_000_000, ratio: 200 } as const;

/** `not-a-zip` also for zips with features that no spreadsheet program writes: zip64, several disks, encryption. */
export type ZipCheck =
  | { readonly kind: 'ok'; readonly names: readonly string[] }
  | { readonly kind: 'not-a-zip' }
  | { readonly kind: 'too-large'; readonly limit: 'entries' | 'unpackedBytes' | 'ratio' };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly dataAt: number;
}

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 } as const;
const lengths = { end: 22, directory: 46, local: 30 } as const;
const methods = { stored: 0, deflated: 8 } as const;

/**
 * Checks the declared sizes first, then unpacks each entry with its declared size as the ceiling, because a declared size can lie. What
 * was unpacked is thrown away.
 */
export function checkZip(bytes: Uint8Array): ZipCheck {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return { kind: 'not-a-zip' };
  const count = view.readUInt16LE(end + 10);
  if (count > zipLimits.entries) return { kind: 'too-large', limit: 'entries' };
  const entries = readDirectory(view, view.readUInt32LE(end + 16), count, end);
  if (entries === undefined) return { kind: 'not-a-zip' };
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > zipLimits.unpackedBytes) return { kind: 'too-large', limit: 'unpackedBytes' };
  if (unpacked > zipLimits.ratio * bytes.length) return { kind: 'too-large', limit: 'ratio' };
  if (!entries.every((entry) => isAsDeclared(view, entry))) return { kind: 'not-a-zip' };
  return { kind: 'ok', names: entries.map((entry) => entry.name) };
}

/** Place of the end of the directory: the last one in the file, which is the one that readers take. */
function findEnd(view: Buffer): number | undefined {
  if (view.length < lengths.end || view.readUInt32LE(0) !== signatures.local) return undefined;
  for (let at = view.length - lengths.end; at >= 0; at -= 1) if (view.readUInt32LE(at) === signatures.end) return at;
  return undefined;
}

function readDirectory(view: Buffer, from: number, count: number, end: number): readonly Entry[] | undefined {
  const entries: Entry[] = [];
  let at = from;
  for (let i = 0; i < count; i += 1) {
    if (at + lengths.directory > end || view.readUInt32LE(at) !== signatures.directory) return undefined;
    const isEncrypted = (view.readUInt16LE(at + 8) & 1) === 1;
    const nameBytes = view.readUInt16LE(at + 28);
    const local = view.readUInt32LE(at + 42);
    if (isEncrypted || local + lengths.local > end || view.readUInt32LE(local) !== signatures.local) return undefined;
    if (!isSaidTwice(view, at, local)) return undefined;
    entries.push({
      name: view.toString('utf8', at + lengths.directory, at + lengths.directory + nameBytes),
      method: view.readUInt16LE(at + 10),
      packedBytes: view.readUInt32LE(at + 20),
      unpackedBytes: view.readUInt32LE(at + 24),
      dataAt: local + lengths.local + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28),
    });
    at += lengths.directory + nameBytes + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return at === end ? entries : undefined;
}

/**
 * Whether an entry is described alike in the directory and in front of its data. Readers believe the latter, and one that unpacks what is
 * not packed may never come to an end. An entry that was streamed has its sizes behind its data, and noughts in front.
 */
function isSaidTwice(view: Buffer, at: number, local: number): boolean {
  const flags = view.readUInt16LE(local + 6);
  const isStreamed = (flags & 8) !== 0;
  const alike = (inDirectory: number, inFront: number) =>
    isStreamed || view.readUInt32LE(at + inDirectory) === view.readUInt32LE(local + inFront);
  return (
    // Encrypted, streamed: the two that change how the data is read.
    (flags & 9) === (view.readUInt16LE(at + 8) & 9) &&
    view.readUInt16LE(local + 8) === view.readUInt16LE(at + 10) &&
    alike(20, 18) &&
    alike(24, 22)
  );
}

function isAsDeclared(view: Buffer, { method, packedBytes, unpackedBytes, dataAt }: Entry): boolean {
  if (dataAt + packedBytes > view.length) return false;
  if (method === methods.stored) return packedBytes === unpackedBytes;
  if (method !== methods.deflated) return false;
  try {
    const packed = view.subarray(dataAt, dataAt + packedBytes);
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) }).length === unpackedBytes;
  } catch {
    return false;
  }
}
