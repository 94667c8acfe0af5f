/**
 * Limits on a zip file (an .xlsx or .ods is one) before anything else opens it: a few hundred kilobytes can unpack to gigabytes. A part is
 * unpacked only when it is read, once, and never to more than it declares; all that is declared together is limited.
 */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipLimits {
  readonly entries: number;
  readonly unpackedBytes: number;
  readonly ratio: number;
}

/** Of a workbook. */
export const zipLimits = { entries: 200, unpackedBytes: 100_000_000, ratio: 200 } as const satisfies ZipLimits;

export interface Zip {
  /** As they stand in the directory. */
  readonly names: readonly string[];
  /**
   * What a part holds; undefined when there is none of that name, in whatever capitals. Throws when it is not what was declared: larger,
   * smaller, or with another checksum.
   */
  readonly read: (name: string) => Buffer | undefined;
}

/** `not-a-zip` also for zips with features that no spreadsheet program writes: zip64, several disks, encryption, a name twice. */
export type ZipOpened =
  | { readonly kind: 'ok'; readonly zip: Zip }
  | { readonly kind: 'not-a-zip' }
  | { readonly kind: 'too-large'; readonly limit: 'entries' | 'unpackedBytes' | 'ratio' };

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly dataAt: number;
}

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 } as const;
const lengths = { end: 22, directory: 46, local: 30 } as const;
const methods = { stored: 0, deflated: 8 } as const;

/** Checks what is declared; a declared size can lie, so that it is the ceiling when a part is read. */
export function openZip(bytes: Uint8Array, limits: ZipLimits = zipLimits): ZipOpened {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return { kind: 'not-a-zip' };
  const count = view.readUInt16LE(end + 10);
  if (count > limits.entries) return { kind: 'too-large', limit: 'entries' };
  const entries = readDirectory(view, view.readUInt32LE(end + 16), count, end);
  if (entries === undefined) return { kind: 'not-a-zip' };
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (unpacked > limits.unpackedBytes) return { kind: 'too-large', limit: 'unpackedBytes' };
  if (unpacked > limits.ratio * bytes.length) return { kind: 'too-large', limit: 'ratio' };
  const byName = new Map(entries.map((entry) => [plainName(entry.name), entry]));
  // Of two parts with one name another program may read the other one.
  if (byName.size < entries.length || !entries.every((entry) => isWithin(view, entry))) return { kind: 'not-a-zip' };
  const read = (name: string) => {
    const entry = byName.get(plainName(name));
    return entry && unpack(view, entry);
  };
  return { kind: 'ok', zip: { names: entries.map((entry) => entry.name), read } };
}

/** Some programs write backslashes, and other capitals than they refer to. */
function plainName(name: string): string {
  return name.replaceAll('\\', '/').toLowerCase();
}

/** Place of the end of the directory: the last one in the file, which is the one that readers take. */
function findEnd(view: Buffer): number | undefined {
  if (view.length < lengths.end || view.readUInt32LE(0) !== signatures.local) return undefined;
  // A comment after it has at most 65,535 bytes.
  const from = Math.max(0, view.length - lengths.end - 0xffff);
  for (let at = view.length - lengths.end; at >= from; at -= 1) if (view.readUInt32LE(at) === signatures.end) return at;
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
      crc: view.readUInt32LE(at + 16),
      packedBytes: view.readUInt32LE(at + 20),
      unpackedBytes: view.readUInt32LE(at + 24),
      dataAt: local + lengths.local + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28),
    });
    at += lengths.directory + nameBytes + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return at === end ? entries : undefined;
}

/**
 * Whether an entry is described alike in the directory and in front of its data: another program may believe the other one. An entry that
 * was streamed has its sizes behind its data, and noughts in front.
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

function isWithin(view: Buffer, { method, packedBytes, unpackedBytes, dataAt }: Entry): boolean {
  if (dataAt + packedBytes > view.length) return false;
  return method === methods.deflated || (method === methods.stored && packedBytes === unpackedBytes);
}

function unpack(view: Buffer, { method, crc, packedBytes, unpackedBytes, dataAt }: Entry): Buffer {
  const packed = view.subarray(dataAt, dataAt + packedBytes);
  const size = Math.max(1, unpackedBytes);
  // One piece of memory of the right size instead of many small ones that are joined.
  const options = { maxOutputLength: size, chunkSize: Math.max(64, size) };
  const data = method === methods.stored ? packed : inflateRawSync(packed, options);
  if (data.length !== unpackedBytes || crc32(data) !== crc) throw new Error('a part is not what was declared');
  return data;
}
