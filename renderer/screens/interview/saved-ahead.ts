/**
 * A choice is saved as soon as it is made, so that Enter only has to show what comes next. One after another: the office numbers answers
 * in the order in which they come, and whatever is asked after them waits until they are on disk.
 */
import { useRef } from 'react';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import type { InterviewView } from '../../../shared/views.ts';
import { type Given, isSame } from './given-answer.ts';
import type { Talk, TypedAnswer } from './talk.ts';

export interface SavedAhead {
  /** Saves it, behind what is being saved already. */
  save(item: ItemName, given: Given, answer: TypedAnswer): void;
  /** What came of saving exactly this; undefined when it was not saved ahead, or was refused: then it has to be asked, and told, again. */
  seenAfter(given: Given): Promise<InterviewView | undefined>;
}

export function useSavedAhead(talk: Talk): SavedAhead {
  const last = useRef<{ readonly given?: Given; readonly seen: Promise<InterviewView | undefined> }>({
    seen: Promise.resolve(undefined),
  });
  return {
    save(item, given, answer) {
      const seen = last.current.seen.then(async () => {
        // Another choice was made meanwhile: only the last one counts.
        if (last.current.given !== given) return undefined;
        const outcome = await talk.answer(item, answer);
        return outcome.kind === 'ok' ? outcome.view : undefined;
      });
      last.current = { given, seen };
    },
    async seenAfter(given) {
      const { given: saved, seen } = last.current;
      const view = await seen;
      return saved !== undefined && isSame(saved, given) ? view : undefined;
    },
  };
}
