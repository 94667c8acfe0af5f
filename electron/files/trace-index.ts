/**
 * Searching bytes for very many patterns at once. Of every pattern one window of eight bytes, the least common one, is entered in a bitmap;
 * each position of the searched bytes costs one look there, and only what it lets through is compared in full.
 */
import { setImmediate } from 'node:timers/promises';

const windowBytes = 8;
/** Windows of a pattern among which the least common is chosen. */
const windowsTried = 32;
/** The table by hash has one to two slots for every pattern; the bitmap 32 bits for every slot, so that one position in fifty passes by chance. */
const bitsPerSlot = 5;
const patternsPerTurn = 5000;

function hashOf(high: number, low: number): number {
  return Math.imul(low, 0x9e37_79b1) ^ Math.imul(high, 0x85eb_ca77);
}

/** Calls `each` with the hash and the place of every window to choose from. */
function eachWindow(pattern: Uint8Array, each: (hash: number, at: number) => void): void {
  let high = 0;
  let low = 0;
  const bytes = Math.min(pattern.length, windowsTried + windowBytes - 1);
  for (let i = 0; i < bytes; i += 1) {
    high = (high << 8) | (low >>> 24);
    low = (low << 8) | pattern[i]!;
    if (i >= windowBytes - 1) each(hashOf(high, low), i - windowBytes + 1);
  }
}

function agrees(pattern: Uint8Array, bytes: Uint8Array, start: number): boolean {
  for (let i = 0; i < pattern.length; i += 1) if (pattern[i] !== bytes[start + i]) return false;
  return true;
}

export interface TraceIndex {
  /** Bytes of the longest pattern; 0 without patterns. */
  readonly longest: number;
  /** Tells the owner of every occurrence in bytes[0, length) that ends beyond the first `done` bytes. */
  readonly search: (bytes: Uint8Array, length: number, done: number, found: (owner: number) => void) => void;
}

/** Calls `each` with every pattern, and lets other work go on in between. */
async function inTurns(patterns: readonly Uint8Array[], each: (pattern: Uint8Array, i: number) => void): Promise<void> {
  for (let from = 0; from < patterns.length; from += patternsPerTurn) {
    await setImmediate();
    patterns.slice(from, from + patternsPerTurn).forEach((pattern, i) => {
      each(pattern, from + i);
    });
  }
}

/** The index of `patterns`; pattern i belongs to owners[i]. Rejects with RangeError when one has fewer than eight bytes. */
export async function traceIndex(patterns: readonly Uint8Array[], owners: readonly number[]): Promise<TraceIndex> {
  if (patterns.some((pattern) => pattern.length < windowBytes)) throw new RangeError('a pattern of fewer than 8 bytes');
  const tableBits = Math.min(Math.max(10, Math.ceil(Math.log2(patterns.length + 1)) + 1), 26);
  const bitmapBits = tableBits + bitsPerSlot;
  const slotOf = (hash: number) => hash >>> (32 - tableBits);
  const commonness = new Int32Array(1 << tableBits);
  await inTurns(patterns, (pattern) => {
    eachWindow(pattern, (hash) => {
      commonness[slotOf(hash)]! += 1;
    });
  });

  const bitmap = new Int32Array(1 << (bitmapBits - 5));
  const anchors = new Int32Array(patterns.length);
  const hashes = new Int32Array(patterns.length);
  const first = new Int32Array(1 << tableBits).fill(-1);
  const next = new Int32Array(patterns.length);
  await inTurns(patterns, (pattern, i) => {
    let chosen = 0;
    let least = Number.POSITIVE_INFINITY;
    eachWindow(pattern, (hash, at) => {
      const common = commonness[slotOf(hash)]!;
      if (common >= least) return;
      least = common;
      chosen = hash;
      anchors[i] = at;
    });
    hashes[i] = chosen;
    const bit = chosen >>> (32 - bitmapBits);
    bitmap[bit >>> 5]! |= 1 << (bit & 31);
    next[i] = first[slotOf(chosen)]!;
    first[slotOf(chosen)] = i;
  });

  return {
    longest: patterns.reduce((longest, pattern) => Math.max(longest, pattern.length), 0),
    search(bytes, length, done, found) {
      let high = 0;
      let low = 0;
      for (let position = 0; position < length; position += 1) {
        high = (high << 8) | (low >>> 24);
        low = (low << 8) | bytes[position]!;
        const hash = hashOf(high, low);
        const bit = hash >>> (32 - bitmapBits);
        if (((bitmap[bit >>> 5]! >>> (bit & 31)) & 1) === 0) continue;
        for (let i = first[slotOf(hash)]!; i !== -1; i = next[i]!) {
          if (hashes[i] !== hash) continue;
          const pattern = patterns[i]!;
          const start = position - windowBytes + 1 - anchors[i]!;
          const end = start + pattern.length;
          if (start >= 0 && end <= length && end > done && agrees(pattern, bytes, start)) found(owners[i]!);
        }
      }
    },
  };
}
