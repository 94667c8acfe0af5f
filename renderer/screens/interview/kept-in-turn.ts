/** The answers to the statements of a grid: kept one after another while the interviewer goes on to the next statement. */
import { useRef } from 'react';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import type { InterviewView } from '../../../shared/views.ts';
import type { Trouble } from '../../request.ts';
import type { Talk, TypedAnswer } from './talk.ts';

/** Nothing goes on while an answer is longer than this on its way to the disk. */
export const longestWaitMs = 1000;

export interface KeptInTurn {
  keep(item: ItemName, answer: TypedAnswer): void;
  /** Whether the oldest of them takes too long. */
  isSlow(): boolean;
  /** Until all of them are, or were refused. */
  settled(): Promise<void>;
}

export interface TurnWays {
  readonly onKept: (view: InterviewView) => void;
  readonly onRefused: (item: ItemName, trouble: Trouble) => void;
  /** How many answers are not on disk yet. */
  readonly onPending: (answers: number) => void;
}

export function useKeptInTurn(talk: Talk, ways: TurnWays): KeptInTurn {
  const last = useRef<Promise<void>>(Promise.resolve());
  /** What is not being sent yet, by item: of one item only the last answer counts. */
  const newest = useRef(new Map<ItemName, TypedAnswer>());
  const since = useRef<number[]>([]);
  const latest = useRef(ways);
  latest.current = ways;
  return {
    keep(item, answer) {
      const isWaiting = newest.current.has(item);
      newest.current.set(item, answer);
      if (isWaiting) return;
      since.current.push(performance.now());
      latest.current.onPending(since.current.length);
      last.current = last.current.then(async () => {
        const now = newest.current.get(item) ?? null;
        newest.current.delete(item);
        const outcome = await talk.answer(item, now);
        since.current.shift();
        latest.current.onPending(since.current.length);
        if (outcome.kind === 'ok') latest.current.onKept(outcome.view);
        else latest.current.onRefused(item, outcome);
      });
    },
    isSlow: () => performance.now() - (since.current[0] ?? Number.POSITIVE_INFINITY) > longestWaitMs,
    settled: () => last.current,
  };
}
