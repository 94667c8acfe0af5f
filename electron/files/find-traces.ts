/**
 * Searches files byte by byte for canaries: the proof that a destruction left nothing, and, on a copy that is still readable, that the
 * search would have found it. What is inside compressed containers (zip, PDF streams) is not unpacked. Nothing here tells a canary.
 */
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { type TraceIndex, traceIndex } from './trace-index.ts';
import { tracePatterns } from './trace-patterns.ts';

export interface Traces {
  /** Indexes in the list of canaries. */
  readonly found: ReadonlySet<number>;
  /** Occurrences, in whatever form, per file that has any. */
  readonly hits: ReadonlyMap<string, number>;
  readonly filesScanned: number;
  readonly bytesScanned: number;
}

export interface TraceOptions {
  readonly onProgress?: (progress: { readonly filesScanned: number; readonly bytesScanned: number }) => void;
  /** Stops between two chunks; the search then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Bytes read at once: some milliseconds of work between two turns of the event loop. */
const chunkBytes = 1 << 20;
const canariesPerTurn = 200;

async function indexOf(canaries: readonly string[], signal: AbortSignal | undefined): Promise<TraceIndex> {
  const patterns: Buffer[] = [];
  const owners: number[] = [];
  for (const [i, canary] of canaries.entries()) {
    if (i % canariesPerTurn === 0) {
      await setImmediate();
      signal?.throwIfAborted();
    }
    for (const pattern of tracePatterns(canary)) {
      patterns.push(pattern);
      owners.push(i);
    }
  }
  return traceIndex(patterns, owners);
}

/**
 * Looks in every byte of `files` for each canary as UTF-8, UTF-16LE, JSON text, hexadecimal and base64 (at any alignment, also the URL-safe
 * kind). Rejects when a file cannot be read to its end: a search that skipped something has shown nothing. RangeError when a canary
 * has fewer than 8 bytes.
 */
export async function findTraces(
  files: readonly string[],
  canaries: readonly string[],
  { onProgress, signal }: TraceOptions = {},
): Promise<Traces> {
  const index = await indexOf(canaries, signal);
  const found = new Set<number>();
  const hits = new Map<string, number>();
  let filesScanned = 0;
  let bytesScanned = 0;
  // what may be the begin of a pattern is searched again together with the next chunk
  const kept = Math.max(index.longest - 1, 0);
  const buffer = Buffer.allocUnsafe(kept + chunkBytes);
  for (const path of files) {
    const file = await open(path, 'r');
    try {
      for (let held = 0; ; ) {
        signal?.throwIfAborted();
        const { bytesRead } = await file.read(buffer, held, chunkBytes);
        if (bytesRead === 0) break;
        const length = held + bytesRead;
        index.search(buffer, length, held, (owner) => {
          found.add(owner);
          hits.set(path, (hits.get(path) ?? 0) + 1);
        });
        held = Math.min(kept, length);
        buffer.copyWithin(0, length - held, length);
        bytesScanned += bytesRead;
        onProgress?.({ filesScanned, bytesScanned });
      }
    } finally {
      await file.close();
    }
    filesScanned += 1;
  }
  onProgress?.({ filesScanned, bytesScanned });
  return { found, hits, filesScanned, bytesScanned };
}

/**
 * The same search in memory: the control on opened content, which so need not be written to a file. The answer holds the indexes of the
 * canaries that were found.
 */
export async function findTracesInBytes(
  bytes: Uint8Array,
  canaries: readonly string[],
  { signal }: Pick<TraceOptions, 'signal'> = {},
): Promise<ReadonlySet<number>> {
  const index = await indexOf(canaries, signal);
  const found = new Set<number>();
  for (let done = 0; done < bytes.length; done += chunkBytes) {
    await setImmediate();
    signal?.throwIfAborted();
    const from = Math.max(done - index.longest, 0);
    const part = bytes.subarray(from, done + chunkBytes);
    index.search(part, part.length, done - from, (owner) => found.add(owner));
  }
  return found;
}

/** Every regular file in `folder` and the folders below it, sorted; symbolic links are not followed, sockets and devices left out. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const below = (await readdir(folder, { withFileTypes: true })).map(async (entry): Promise<readonly string[]> => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
  return (await Promise.all(below)).flat().sort();
}
