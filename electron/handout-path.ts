/** Where a file to hand out is made when nobody can be asked for a place: a folder of its own, under a name that is not there yet. */
import { existsSync, mkdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { safeFileName } from './safe-file-name.ts';

export function handoutPath(folder: string, suggestedName: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = safeFileName(suggestedName);
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let nr = 1; ; nr += 1) {
    const path = join(folder, nr === 1 ? name : `${stem}-${nr}${ending}`);
    if (!existsSync(path)) return path;
  }
}
