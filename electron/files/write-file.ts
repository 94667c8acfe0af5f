/** Writing a small file so that after a crash it is the old one or the new one, never half of either. */
import { closeSync, existsSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';

/** Replaces the file at `path`: written beside it, synced, renamed, and the folder synced. Only this account may read it. */
export function writeFileSafely(path: string, bytes: Uint8Array): void {
  const beside = `${path}.new`;
  const handle = openSync(beside, 'w', 0o600);
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, path);
  syncFolder(dirname(path));
}

/** Makes a change of names in a folder durable. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Removes a file, when it is there, and makes that durable. */
export function removeFile(path: string): void {
  if (!existsSync(path)) return;
  rmSync(path);
  syncFolder(dirname(path));
}

/** Whether `path` lies in `folder` or below it, as their names say. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way !== '' && !isAbsolute(way) && way.split(sep)[0] !== '..';
}

/** Enough to see which kind of file of this application it is. */
const startBytes = 10_000;

/** The first bytes of a file, undefined when there is none to read at that place. */
export function findStart(path: string): Uint8Array | undefined {
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return undefined;
  }
  try {
    const start = new Uint8Array(startBytes);
    return start.subarray(0, readSync(handle, start));
  } catch {
    return undefined;
  } finally {
    closeSync(handle);
  }
}
