/** Starts a reader process, asks it one thing, and ends it: in time, or by force. */
import { Refusal, refuse } from '../../shared/problem.ts';
import { startChild } from '../child.ts';
import { fileLimits, limitNames } from './file-limits.ts';
import type { ReaderAnswer, ReaderQuestion } from './reader-process.ts';

export interface ReaderLimits {
  readonly ms: number;
  readonly heapMegabytes: number;
}

/**
 * The reader's answer. Refuses with `file.too-large` before starting one, and with `file.reader-stopped` when the reader takes too long,
 * or ends without an answer: then it ran out of memory, or `stop` ended it.
 */
export async function askReader(
  question: ReaderQuestion,
  limits: ReaderLimits = { ms: fileLimits.readerMs, heapMegabytes: fileLimits.readerHeapMegabytes },
  stop?: AbortSignal,
): Promise<ReaderAnswer> {
  if (question.bytes.length > fileLimits.bytes) refuse('file.too-large', { limit: limitNames.bytes });
  stop?.throwIfAborted();
  const child = startChild('reader', { heapMegabytes: limits.heapMegabytes });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.end();
  }, limits.ms);
  const onStop = () => child.end();
  stop?.addEventListener('abort', onStop);
  try {
    return await new Promise<ReaderAnswer>((resolve, reject) => {
      child.onMessage((message) => resolve(message as ReaderAnswer));
      child.onEnd(() => reject(new Refusal({ problem: 'file.reader-stopped', reason: isLate ? 'time' : 'memory' })));
      child.post(question);
    });
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', onStop);
    child.end();
  }
}
