/**
 * The rules of the house, checked by machine: who may import whom, which words are forbidden where, how files are named, how long they are,
 * and that nothing of one machine is written down. `npm run house` reads every file that git knows or would add.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type FileFault, fileFaults, isSource } from './house/file-rules.ts';
import { importFault } from './house/import-rules.ts';
import { importsOf } from './house/imports.ts';
import { sourceWords } from './house/source-words.ts';
import { type WordFault, wordFaults } from './house/word-rules.ts';

export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface HouseFault {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly rule: 'import' | FileFault['rule'] | WordFault['rule'];
  readonly what: string;
}

/** Everything in `files` that breaks a rule, in the order of the files and their lines. Files outside the house's folders import what they like. */
export function houseFaults(files: readonly SourceFile[]): readonly HouseFault[] {
  return files.flatMap(({ path, text }) => {
    const faults: Omit<HouseFault, 'path'>[] = [...fileFaults(path, text)];
    if (isSource(path)) {
      const words = sourceWords(text);
      faults.push(...wordFaults(path, words));
      if (path.includes('/'))
        for (const each of importsOf(words)) {
          const what = importFault(path, each);
          if (what !== undefined) faults.push({ line: each.line, rule: 'import', what });
        }
    }
    return faults.sort((a, b) => a.line - b.line).map((fault) => ({ path, ...fault }));
  });
}

/** The text files in `folder` that git tracks, or would track: new ones that no ignore rule names. */
export function houseFiles(folder: string): readonly SourceFile[] {
  const arguments_ = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', arguments_, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 });
  const paths = [...new Set(listed.split('\0').filter((path) => path !== ''))].sort();
  return paths
    .filter((path) => existsSync(`${folder}/${path}`))
    .map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }))
    .filter(({ text }) => !text.includes('\0'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = houseFiles(fileURLToPath(new URL('..', import.meta.url)));
  const faults = houseFaults(files);
  for (const { path, line, rule, what } of faults) console.log(`${path}:${line} ${rule}: ${what}`);
  console.log(`${files.length} files, ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}`);
  if (faults.length > 0) process.exitCode = 1;
}
