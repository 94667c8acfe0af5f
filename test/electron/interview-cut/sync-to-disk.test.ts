import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../office.ts';
import { prepareStudy } from './prepared-study.ts';

const here = temporaryFolder();
const questionnaire = new URL('../../../scripts/practice-study/files/questionnaire-residents.xlsx', import.meta.url);
const interviewing = new URL('./interviewing.ts', import.meta.url).pathname;
/** The kernel's own word for it; only Linux has strace, and it may be forbidden to trace. */
const canTrace = spawnSync('strace', ['-o', join(here.folder, 'probe'), '-e', 'trace=fsync', 'true']).status === 0;

beforeAll(() => prepareStudy(join(here.folder, 'prepared'), questionnaire));
afterAll(() => here.remove());

/** The system calls of a program that matter here, in order: what it said, and each sync of a file. */
function callsOf(name: string, ...program: string[]): readonly string[] {
  const out = join(here.folder, `${name}.trace`);
  const run = spawnSync('strace', [
    '-f',
    '-y',
    '-s',
    '200',
    '-e',
    'trace=write,fsync,fdatasync',
    '-o',
    out,
    process.execPath,
    ...program,
  ]);
  if (run.status !== 0) throw new Error(`the traced program failed: ${run.stderr}`);
  return wholeCalls(readFileSync(out, 'utf8').split('\n'));
}

/** A call during which another thread made one is told in two lines; here it is one, where it ended. */
function wholeCalls(lines: readonly string[]): readonly string[] {
  const begun = new Map<string, string>();
  return lines.flatMap((line) => {
    const [, thread = '', said = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    const [, begin] = /^(.*) <unfinished \.\.\.>$/.exec(said) ?? [];
    if (begin !== undefined) {
      begun.set(thread, begin);
      return [];
    }
    const [, end] = /^<\.\.\. \w+ resumed>(.*)$/.exec(said) ?? [];
    return end === undefined ? [line] : [`${thread} ${begun.get(thread) ?? ''}${end}`];
  });
}

/** The acknowledgements before which the log was not synced since their write began. */
function unsynced(calls: readonly string[]): { readonly acknowledged: number; readonly unsynced: number } {
  let isSynced = false;
  let count = 0;
  let missing = 0;
  for (const call of calls) {
    if (/write\(1<[^>]*>, "in /.test(call)) isSynced = false;
    if (/(?:fsync|fdatasync)\(\d+<[^>]*\.db-wal>\)\s+= 0/.test(call)) isSynced = true;
    if (/write\(1<[^>]*>, "ack /.test(call)) {
      count += 1;
      if (!isSynced) missing += 1;
      isSynced = false;
    }
  }
  return { acknowledged: count, unsynced: missing };
}

describe.skipIf(!canTrace)('every acknowledged answer was synced to disk before (needs strace)', () => {
  test('the check finds a connection that does not sync', () => {
    const program = (synchronous: string) => {
      const file = join(here.folder, `${synchronous}.cjs`);
      const path = join(here.folder, `${synchronous}.db`);
      const library = new URL('../../../node_modules/better-sqlite3', import.meta.url).pathname;
      writeFileSync(
        file,
        `const database = new (require(${JSON.stringify(library)}))(${JSON.stringify(path)});
         database.pragma('journal_mode = WAL');
         database.exec('CREATE TABLE t (x)');
         database.pragma('synchronous = ${synchronous}');
         const { writeSync } = require('node:fs');
         for (let n = 0; n < 5; n += 1) {
           writeSync(1, 'in ' + n + '\\n');
           database.exec('INSERT INTO t VALUES (1)');
           writeSync(1, 'ack ' + n + '\\n');
         }`,
      );
      return file;
    };
    expect(unsynced(callsOf('normal', program('NORMAL')))).toEqual({ acknowledged: 5, unsynced: 5 });
    expect(unsynced(callsOf('full', program('FULL')))).toEqual({ acknowledged: 5, unsynced: 0 });
  });

  test('in a whole interview: none without a sync', () => {
    const folder = join(here.folder, 'run');
    cpSync(join(here.folder, 'prepared'), folder, { recursive: true });
    const { acknowledged, unsynced: missing } = unsynced(
      callsOf('interview', interviewing, folder, 'interview', 'never'),
    );
    expect(acknowledged).toBeGreaterThan(8);
    expect(missing).toBe(0);
  });
});
