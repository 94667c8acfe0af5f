/** The SHA-256 of a file, by which it can be named in a register without saying what is in it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** Hex; reads the file in pieces. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** The hash of the file, or undefined when there is none to read at that place. */
export async function findFileHash(path: string): Promise<string | undefined> {
  try {
    return await fileHash(path);
  } catch {
    return undefined;
  }
}
