/** Starts a reader process, asks it one thing, and ends it: in time, or by force. */
import { fork } from 'node:child_process';
import { Refusal, refuse } from '../../shared/problem.ts';
import { fileLimits, limitNames } from './file-limits.ts';
import type { ReaderAnswer, ReaderQuestion } from './reader-process.ts';

/** What the reader process may do: read files, for its own program. It cannot write one, start a program or load native code. */
export const readerLocks = ['--disable-proto=delete', '--permission', '--allow-fs-read=*'];

/** The child inherits nothing but what a program needs to start on Windows. */
function readerEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return SystemRoot === undefined ? {} : { SystemRoot };
}

export interface ReaderLimits {
  readonly ms: number;
  readonly heapMegabytes: number;
}

/**
 * The reader's answer. Refuses with `file.too-large` before starting one, and with `file.reader-stopped` when the reader takes too long,
 * or ends without an answer: then it ran out of memory.
 */
export async function askReader(
  question: ReaderQuestion,
  limits: ReaderLimits = { ms: fileLimits.readerMs, heapMegabytes: fileLimits.readerHeapMegabytes },
): Promise<ReaderAnswer> {
  if (question.bytes.length > fileLimits.bytes) refuse('file.too-large', { limit: limitNames.bytes });
  const child = fork(new URL('./reader-process.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, ...readerLocks],
    env: readerEnvironment(),
    serialization: 'advanced',
    // Its output could quote the file.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill('SIGKILL');
  }, limits.ms);
  try {
    return await new Promise<ReaderAnswer>((resolve, reject) => {
      let answer: ReaderAnswer | undefined;
      child.once('message', (message) => {
        answer = message as unknown as ReaderAnswer;
      });
      child.once('error', reject);
      child.once('close', () => {
        if (answer !== undefined) resolve(answer);
        else reject(new Refusal({ problem: 'file.reader-stopped', reason: isLate ? 'time' : 'memory' }));
      });
      child.send(question, () => {
        // A child that ended before it could be asked is told by `close`.
      });
    });
  } finally {
    clearTimeout(timer);
  }
}
