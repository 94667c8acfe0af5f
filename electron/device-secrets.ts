/**
 * Where the device secrets are kept: one item per study and epoch, outside the study folder. `file` is for machines without a keychain
 * (and for practice studies): a file that only this account may read; the certificate of destruction names which of the two it was.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from './files/write-file.ts';

export interface DeviceSecrets {
  /** Where the secrets of this study are, or would be kept. */
  kindOf(study: string): 'keychain' | 'file';
  find(study: string, epoch: number): Uint8Array | undefined;
  keep(study: string, epoch: number, secret: Uint8Array): void;
  /** The epochs of which there is an item. */
  epochs(study: string): readonly number[];
  /** Deletes the item; deleting one that is not there is no fault. */
  forget(study: string, epoch: number): void;
}

/** Device secrets as files of mode 0600 in a folder of mode 0700. */
export function deviceSecretsInFolder(folder: string): DeviceSecrets {
  const path = (study: string, epoch: number) => join(folder, `${study}.${epoch}`);
  return {
    kindOf: () => 'file',
    find(study, epoch) {
      const file = path(study, epoch);
      return existsSync(file) ? new Uint8Array(readFileSync(file)) : undefined;
    },
    keep(study, epoch, secret) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const handle = openSync(path(study, epoch), 'wx', 0o600);
      writeSync(handle, secret);
      fsyncSync(handle);
      closeSync(handle);
      syncFolder(folder);
    },
    epochs(study) {
      if (!existsSync(folder)) return [];
      const prefix = `${study}.`;
      return readdirSync(folder).flatMap((name) =>
        name.startsWith(prefix) ? [Number(name.slice(prefix.length))] : [],
      );
    },
    forget(study, epoch) {
      rmSync(path(study, epoch), { force: true });
      if (existsSync(folder)) syncFolder(folder);
    },
  };
}
