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
