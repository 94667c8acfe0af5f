/** What a delivery would come to, asked again shortly after each change. What is still being looked at for a former one is stopped first. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Asked } from '../../../shared/contract.ts';
import type { IntakeView } from '../../../shared/views.ts';
import { request, type Trouble } from '../../request.ts';

const settleMs = 300;
const stopAgainMs = 200;

export interface LivePreview {
  /** The last view there was; of an older delivery as long as `isFresh` is false. */
  readonly view: IntakeView | undefined;
  readonly isFresh: boolean;
  /** What went wrong with the delivery as it is now. */
  readonly trouble: Trouble | undefined;
  readonly isLooking: boolean;
  readonly again: () => void;
  readonly cancel: () => void;
}

/** `input`: undefined when there is nothing to look at; the same words are the same delivery. */
export function useLivePreview(input: Asked<'intake.preview'> | undefined): LivePreview {
  const [seen, setSeen] = useState<{ asked: string; view?: IntakeView | undefined; trouble?: Trouble }>();
  const [isLooking, setLooking] = useState(false);
  const [turn, setTurn] = useState(0);
  const running = useRef<Promise<void>>(undefined);
  const asked = input === undefined ? undefined : JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again
  useEffect(() => {
    if (asked === undefined) {
      setSeen(undefined);
      return;
    }
    let isLeft = false;
    const timer = setTimeout(async () => {
      if (running.current !== undefined) {
        request('intake.cancel', {});
        await running.current;
      }
      if (isLeft) return;
      setLooking(true);
      running.current = request('intake.preview', JSON.parse(asked) as Asked<'intake.preview'>).then((outcome) => {
        running.current = undefined;
        setLooking(false);
        if (isLeft) return;
        setSeen((before) =>
          outcome.kind === 'ok'
            ? { asked, view: outcome.view }
            : { asked, view: isUnread(outcome) ? undefined : before?.view, trouble: outcome },
        );
      });
    }, settleMs);
    return () => {
      isLeft = true;
      clearTimeout(timer);
    };
  }, [asked, turn]);
  useEffect(() => () => void (running.current && request('intake.cancel', {})), []);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  const cancel = useCallback(async () => {
    const stopped = running.current;
    // The office may still be at what it asks itself before it begins to look: then there is nothing to stop yet.
    while (stopped !== undefined && running.current === stopped) {
      await request('intake.cancel', {});
      await new Promise((next) => setTimeout(next, stopAgainMs));
    }
  }, []);
  const isOfThis = asked !== undefined && seen?.asked === asked;
  return {
    view: asked === undefined ? undefined : seen?.view,
    isFresh: isOfThis && !isLooking && seen.trouble === undefined,
    trouble: isOfThis ? seen.trouble : undefined,
    isLooking: isLooking || (asked !== undefined && !isOfThis),
    again,
    cancel,
  };
}

/** Whether a list cannot be read at all: what was seen of it before says nothing any more. */
function isUnread(trouble: Trouble): boolean {
  if (trouble.kind !== 'refused') return false;
  const { problem } = trouble.problem;
  return (
    problem.startsWith('file.') || problem === 'intake.citizen-service-number' || problem === 'intake.special-category'
  );
}
