/** A thousand random walks through a questionnaire, in turns: between two of them the window answers keys, shows how far it is, and can stop. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import { pcg32 } from '../../../shared/intake/pcg32.ts';
import { beginWalks, type Walks } from '../../../shared/interview/walks.ts';
import type { Language, Questionnaire } from '../../../shared/study/questionnaire.ts';

export const walksInAll = 1_000;
/** How long the window waits at most for one turn. */
const turnMs = 12;

export interface WalksAtHand {
  readonly result: Walks | undefined;
  /** Walks so far, as long as it goes on. */
  readonly done: number | undefined;
  readonly begin: () => void;
  readonly stop: () => void;
}

/** `result` goes when `questionnaire` or `language` changes: it was of another one. */
export function useWalks(questionnaire: Questionnaire, today: Day, language: Language): WalksAtHand {
  const [result, setResult] = useState<Walks>();
  const [done, setDone] = useState<number>();
  const turn = useRef(0);
  const stop = useCallback(() => {
    turn.current += 1;
    setDone(undefined);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another questionnaire nothing is known yet
  useEffect(() => {
    setResult(undefined);
    return stop;
  }, [questionnaire, language, stop]);
  const begin = useCallback(() => {
    turn.current += 1;
    const mine = turn.current;
    // Other draws every time: walking it again looks further.
    const draw = pcg32(BigInt(Date.now()), BigInt(mine)).below;
    const under = beginWalks(questionnaire, { draw, today, language });
    let walks = 0;
    setResult(undefined);
    setDone(0);
    const walkOn = () => {
      if (turn.current !== mine) return;
      const until = performance.now() + turnMs;
      while (walks < walksInAll && performance.now() < until) {
        under.walk(1);
        walks += 1;
      }
      if (walks < walksInAll) {
        setDone(walks);
        setTimeout(walkOn);
        return;
      }
      setResult(under.soFar());
      setDone(undefined);
    };
    setTimeout(walkOn);
  }, [questionnaire, today, language]);
  return { result, done, begin, stop };
}
