/**
 * More than a thousand files that are broken or made to do harm, through the real reader process, two at a time: the office goes on, nothing
 * takes longer or more memory than it may, and each gives a whole sentence without a word of the file, or is read. Needs about six minutes.
 *
 * VELDWERK_SEED chooses other files; the seed stands in the name of the test.
 */
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type Child, childOfFork } from '../../../electron/child.ts';
import { askReader } from '../../../electron/files/ask-reader.ts';
import { fileLimits } from '../../../electron/files/file-limits.ts';
import { readExtract } from '../../../electron/files/read-file.ts';
import { problemText } from '../../../renderer/wording/wording.ts';
import { day } from '../../../shared/calendar.ts';
import { type Problem, Refusal } from '../../../shared/problem.ts';
import { contactFields } from '../../../shared/study/contact-data.ts';
import { childrenOf, peakMegabytes } from '../../bench/intake/peak-memory.ts';
import { canaries, hostileFiles } from '../../fixtures/hostile-files/hostile-files.ts';
import type { Hostile } from '../../fixtures/hostile-files/mutations.ts';

const seed = Number(process.env.VELDWERK_SEED ?? 20_260_601);
const ask = { allowed: contactFields, today: day('2026-06-01') };
const hasProc = existsSync('/proc/self/status');
/** Over the limit of time a process still has to be ended, and this one to hear of it. */
const graceMs = 1500;

interface Outcome {
  readonly what: string;
  readonly ms: number;
  readonly problem?: Problem;
  /** What no office may be given: anything that is no refusal. */
  readonly bug?: unknown;
}

async function outcomeOf({ what, bytes, password }: Hostile): Promise<Outcome> {
  const begin = performance.now();
  const end = await readExtract(bytes, ask, 2, { password }).then(
    () => ({}),
    (error: unknown) => (error instanceof Refusal ? { problem: error.problem } : { bug: error }),
  );
  return { what, ms: performance.now() - begin, ...end };
}

/** Peak memory of every process that this one starts while `deed` goes on, by its id. */
async function watched<T>(
  deed: Promise<T>,
): Promise<{ readonly value: T; readonly peaks: ReadonlyMap<number, number> }> {
  const peaks = new Map<number, number>();
  const timer = setInterval(() => {
    for (const { pid } of childrenOf(process.pid)) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakMegabytes(pid)));
  }, 20);
  try {
    return { value: await deed, peaks };
  } finally {
    clearInterval(timer);
  }
}

/** What is wrong with how a problem is told; undefined when nothing is. */
function faultOfText(problem: Problem): string | undefined {
  const { happened, safe, todo } = problemText(problem, 'nl');
  const all = [happened, safe ?? '', todo].join(' ');
  const told = `${JSON.stringify(problem)} ${all}`.toLowerCase();
  if (canaries.some((canary) => told.includes(canary))) return 'tells what stands in a cell';
  if (![happened, todo].every((text) => /^[A-Z0-9].{10,}[.?]$/.test(text))) return 'no whole sentence';
  if (!('file' in problem) || !/estand 2/.test(all)) return 'does not say which file';
  if ('row' in problem && problem.row !== undefined && !all.includes(`rij ${problem.row}`))
    return 'does not say which row';
  if ('column' in problem && !all.includes(`kolom ${problem.column}`)) return 'does not say which column';
  return undefined;
}

describe(`hostile files (seed ${seed})`, () => {
  it('stop nothing, take no longer and no more than they may, and are told in a sentence or read', async () => {
    const files = await hostileFiles(seed);
    expect(files.length).toBeGreaterThanOrEqual(1000);
    const queue = [...files];
    const outcomes: Outcome[] = [];
    const worker = async () => {
      for (let file = queue.shift(); file !== undefined; file = queue.shift()) outcomes.push(await outcomeOf(file));
    };
    const { peaks } = await watched(Promise.all([worker(), worker()]));
    expect(outcomes).toHaveLength(files.length);
    expect(outcomes.filter(({ bug }) => bug !== undefined)).toEqual([]);
    expect(outcomes.filter(({ ms }) => ms > fileLimits.readerMs + graceMs)).toEqual([]);
    const refused = outcomes.flatMap(({ what, problem }) => (problem === undefined ? [] : [{ what, problem }]));
    const illTold = refused.flatMap((one) => {
      const fault = faultOfText(one.problem);
      return fault === undefined ? [] : [{ ...one, fault }];
    });
    expect(illTold).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
    // Neither all nor none were refused, or nothing was tried.
    expect(refused.length).toBeGreaterThan(files.length / 3);
    expect(refused.length).toBeLessThan(files.length);
    const counts = new Map<string, number>();
    for (const { problem } of refused) {
      const name = [problem.problem, 'reason' in problem ? problem.reason : ''].join(' ').trim();
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const most = Math.max(0, ...peaks.values());
    const slowest = outcomes.reduce((a, b) => (a.ms > b.ms ? a : b));
    process.stdout.write(
      `${files.length} files, ${files.length - refused.length} read, ${[...counts].map(([name, count]) => `${name}: ${count}`).join(', ')}; longest ${Math.round(slowest.ms)} ms (${slowest.what}); most memory ${Math.round(most)} MB of ${peaks.size} readers\n`,
    );
    if (hasProc) {
      expect(peaks.size).toBeGreaterThan(files.length / 2);
      expect([...peaks.values()].filter((megabytes) => megabytes > fileLimits.readerMegabytes)).toEqual([]);
    } else process.stdout.write('Peak memory was not measured: this system has no /proc.\n');
  });
});

/** A reader that does what its program says. */
function readerThat(program: string): (limits: { readonly heapMegabytes?: number }) => Child {
  return ({ heapMegabytes = 512 }) => {
    const execArgv = [`--max-old-space-size=${heapMegabytes}`, '-e', program];
    return childOfFork(
      fork('-', [], { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] }),
    );
  };
}

describe('what these tests would find', () => {
  const question = { want: 'table', bytes: new Uint8Array(10) } as const;
  const problemOf = (deed: Promise<unknown>) =>
    deed.then(
      () => 'an answer',
      (error: unknown) => (error instanceof Refusal ? error.problem : error),
    );

  it('is a reader that goes on for ever: it is ended in time', async () => {
    const begin = performance.now();
    const hanging = askReader(question, { ms: 1500, heapMegabytes: 128 }, undefined, readerThat('for (;;);'));
    expect(await problemOf(hanging)).toMatchObject({ problem: 'file.reader-stopped', reason: 'time' });
    expect(performance.now() - begin).toBeLessThan(1500 + graceMs);
    await wait(200);
    expect(childrenOf(process.pid).filter(({ command }) => command.includes('for (;;)'))).toEqual([]);
  });

  it('is a reader that takes all memory there is: it is ended, and its memory was seen', async () => {
    const eating = 'const all = []; for (;;) all.push(new Array(1e5).fill(all.length));';
    const outcome = problemOf(askReader(question, { ms: 60_000, heapMegabytes: 128 }, undefined, readerThat(eating)));
    expect((await watched(outcome)).value).toMatchObject({ problem: 'file.reader-stopped', reason: 'memory' });
    // Outside of what the limit of JavaScript counts, which only the measure finds.
    const beside = `const all = []; while (all.length < 90) all.push(Buffer.alloc(1e7, 1)); setTimeout(() => process.exit(), 2000);`;
    const outside = problemOf(askReader(question, { ms: 60_000, heapMegabytes: 128 }, undefined, readerThat(beside)));
    const { peaks } = await watched(outside);
    if (hasProc) expect(Math.max(...peaks.values())).toBeGreaterThan(fileLimits.readerMegabytes);
  });

  it('is a problem that tells what stands in a cell, or that is no sentence', () => {
    expect(faultOfText({ problem: 'file.empty', file: 2 })).toBeUndefined();
    const column = { problem: 'intake.special-category', file: 2, column: canaries[0], category: 'health' } as const;
    expect(faultOfText(column)).toBe('tells what stands in a cell');
    const limit = { problem: 'file.kind-unsupported', supported: [canaries[1]], file: 2 } as const;
    expect(faultOfText(limit)).toBe('tells what stands in a cell');
    expect(faultOfText({ problem: 'file.empty' })).toBe('does not say which file');
    expect(faultOfText({ problem: 'file.reader-stopped', reason: 'unreadable', row: 7, file: 2 })).toBeUndefined();
  });
});
