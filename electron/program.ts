/** The programs that run in processes of their own, where they are, and what they are locked out of. */
import { fileURLToPath } from 'node:url';

export type Program = 'office' | 'vault' | 'reader';

const files: Readonly<Record<Program, string>> = {
  office: './office-process',
  vault: './vault/vault-process',
  reader: './files/reader-process',
};

/** Written in TypeScript as long as nothing was built: Node runs both. */
const ending = import.meta.url.endsWith('.ts') ? '.ts' : '.js';

export function programPath(program: Program): string {
  return fileURLToPath(new URL(`${files[program]}${ending}`, import.meta.url));
}

/** What the reader may do: read files, for its own program. It cannot write one, start a program or load native code. */
export const readerLocks: readonly string[] = ['--disable-proto=delete', '--permission', '--allow-fs-read=*'];

export function locksOf(program: Program): readonly string[] {
  return program === 'reader' ? readerLocks : [];
}

/**
 * How V8 is to use memory in a program. A reader gets little room for what was just made, so that what is left of it goes at once: that is
 * a third less memory, at no cost in time that was measured.
 */
export function memoryFlags(program: Program, heapMegabytes: number | undefined): readonly string[] {
  return [
    ...(program === 'reader' ? ['--max-semi-space-size=4'] : []),
    ...(heapMegabytes === undefined ? [] : [`--max-old-space-size=${Math.floor(heapMegabytes)}`]),
  ];
}
