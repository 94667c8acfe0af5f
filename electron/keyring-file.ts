/** The keyring file of a study folder: read, changed by one at a time, and told to everyone who is signed in. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultFiles } from '../shared/destruction/result-files.ts';
import { refuse } from '../shared/problem.ts';
import type { Host } from './desk.ts';
import { writeFileSafely } from './files/write-file.ts';
import type { OpenStudy, Session } from './session.ts';
import { studyFiles } from './study-files.ts';
import { readKeyringHeader } from './vault/keyring.ts';

/** Refuses `study.destroyed` or `study.not-found` when there is none. */
export function readKeyringFile(folder: string): Uint8Array {
  const path = join(folder, studyFiles.keyring);
  if (existsSync(path)) return new Uint8Array(readFileSync(path));
  const certificate = join(folder, studyFiles.results, resultFiles.certificate);
  return refuse(isDestructionBegun(folder) || existsSync(certificate) ? 'study.destroyed' : 'study.not-found', {});
}

export function isDestructionBegun(folder: string): boolean {
  return existsSync(join(folder, studyFiles.results, resultFiles.begun));
}

/** Whether the keyring was still the one that the change was made to, and is now the changed one. */
export function hasReplacedKeyring(folder: string, before: Uint8Array, changed: Uint8Array): boolean {
  if (Buffer.compare(readKeyringFile(folder), before) !== 0) return false;
  writeFileSafely(join(folder, studyFiles.keyring), changed);
  return true;
}

/** Changes the keyring; one that someone else changed meanwhile is begun with again. The next write notes that it was. */
export async function changeKeyring(
  { folder, store }: Pick<OpenStudy, 'folder' | 'store'>,
  changed: (file: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  for (;;) {
    const before = readKeyringFile(folder);
    const file = await changed(before);
    if (!hasReplacedKeyring(folder, before, file)) continue;
    store.keyring.see(readKeyringHeader(file).changes);
    return file;
  }
}

/**
 * Everyone who is signed in goes on with the keyring as it is now: keys that were passed on come at once, and whoever is not in it any
 * more is signed out.
 */
export async function adoptKeyring({ deviceSecrets }: Host, session: Session, folder: string): Promise<void> {
  const file = readKeyringFile(folder);
  const { study, epoch, changes } = readKeyringHeader(file);
  session.study?.store.keyring.see(changes);
  const secret = deviceSecrets.find(study, epoch) ?? refuse('study.device-secret-missing', {});
  for (const [seat, person] of session.seats) {
    try {
      const { awaited } = await person.vault.ask('adopt', file, secret);
      if (session.seats.get(seat) === person) session.seats.set(seat, Object.assign(person, { awaited }));
    } catch {
      session.leave(seat);
    }
  }
}
