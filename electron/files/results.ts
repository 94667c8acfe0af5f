/** The results folder of a study: what is anonymous and stays. Names of files are fixed words and group codes, never a title. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder, writeFileSafely } from './write-file.ts';

export interface Results {
  readonly folder: string;
  write(name: string, bytes: Uint8Array): void;
  remove(name: string): void;
  /** The files that are there now, by name; folders are not looked into. */
  list(): readonly { readonly name: string; readonly sha256: string }[];
}

export function resultsIn(folder: string): Results {
  return {
    folder,
    write(name, bytes) {
      if (!/^[a-z0-9][a-z0-9.-]*$/.test(name)) throw new RangeError('a result is named with a-z, 0-9, hyphen and dot');
      mkdirSync(folder, { recursive: true });
      writeFileSafely(join(folder, name), bytes);
    },
    remove(name) {
      rmSync(join(folder, name), { force: true });
      syncFolder(folder);
    },
    list() {
      if (!existsSync(folder)) return [];
      return readdirSync(folder, { withFileTypes: true })
        .flatMap((entry) => (entry.isFile() ? [entry.name] : []))
        .toSorted()
        .map((name) => ({
          name,
          sha256: createHash('sha256')
            .update(readFileSync(join(folder, name)))
            .digest('hex'),
        }));
    },
  };
}
