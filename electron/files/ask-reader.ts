/** Starts a reader process, asks it one thing, and ends it: in time, or by force. */
import { Refusal, refuse } from '../../shared/problem.ts';
import { type Child, type ChildLimits, startChild } from '../child.ts';
import { fileLimits, limitNames } from './file-limits.ts';
import { findAnswer, type ReaderAnswer } from './reader-answer.ts';
import type { ReaderQuestion } from './reader-process.ts';

export interface ReaderLimits {
  readonly ms: number;
  readonly heapMegabytes: number;
}

const usual: ReaderLimits = { ms: fileLimits.readerMs, heapMegabytes: fileLimits.readerHeapMegabytes };

/**
 * The reader's answer. Refuses with `file.too-large` before starting one, and with `file.reader-stopped` when the reader takes too long,
 * ends without an answer (then it ran out of memory, or `stop` ended it), or says something that is no answer.
 */
export async function askReader(
  question: ReaderQuestion,
  limits: ReaderLimits = usual,
  stop?: AbortSignal,
  start: (limits: ChildLimits) => Child = (given) => startChild('reader', given),
): Promise<ReaderAnswer> {
  const files = question.want === 'messages' ? question.files : [question.bytes];
  if (files.reduce((sum, { length }) => sum + length, 0) > fileLimits.bytes)
    refuse('file.too-large', { limit: limitNames.bytes });
  stop?.throwIfAborted();
  const child = start({ heapMegabytes: limits.heapMegabytes });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.end();
  }, limits.ms);
  const onStop = () => child.end();
  stop?.addEventListener('abort', onStop);
  try {
    const message = await new Promise<unknown>((resolve, reject) => {
      child.onMessage(resolve);
      child.onEnd(() => reject(new Refusal({ problem: 'file.reader-stopped', reason: isLate ? 'time' : 'memory' })));
      child.post(question);
    });
    return findAnswer(message) ?? refuse('file.reader-stopped', { reason: 'unreadable' });
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', onStop);
    child.end();
  }
}
