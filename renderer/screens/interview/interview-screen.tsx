/** The interviewer's own screen: the next case, the call, the interview item by item, and how the call ended. All of it by keyboard. */
import { useEffect, useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { Between } from './between.tsx';
import { CallRoom } from './call-room.tsx';
import { EntryPlace } from './entry-place.tsx';
import { Head } from './head.tsx';
import { useLargeType } from './large-type.ts';
import './interview.css';
import './items.css';
import './grid.css';
import './asides.css';
import './narrow.css';

type Stage =
  | { readonly kind: 'between'; readonly ended?: string | undefined; readonly none?: { readonly nextDue?: Day } }
  | { readonly kind: 'entry' }
  | { readonly kind: 'call'; readonly one: CaseInHand };

export function InterviewScreen() {
  const asking = useAsking();
  const { ask } = asking;
  const { status, kept } = useStudy();
  const { keys } = useWords(asideWords);
  const [size, nextSize] = useLargeType();
  useKeys([{ keys: ['F8'], says: keys.largeType, everywhere: true, run: nextSize }]);
  /** Where a lock came in between, until it is gone on with. */
  const [resumed, setResumed] = useState(kept.call);
  const [stage, setStage] = useState<Stage>({ kind: 'between', ended: kept.ended });
  const next = async () => {
    const found = await ask('contact.nextCase', {});
    if (found === undefined) return;
    if (found.kind === 'case') return setStage({ kind: 'call', one: found.case });
    // Nothing was taken, so what ended last can still be undone.
    const { kind, ...none } = found;
    setStage((before) => ({ kind: 'between', none, ...(before.kind === 'between' ? { ended: before.ended } : {}) }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen comes back
  useEffect(() => {
    if (resumed !== undefined) next();
  }, []);
  useEffect(() => {
    if (stage.kind === 'call') {
      kept.ended = undefined;
      setResumed(undefined);
    } else kept.ended = stage.kind === 'between' ? stage.ended : undefined;
  }, [stage, kept]);
  const ended = (how?: string) => {
    kept.call = undefined;
    setStage({ kind: 'between', ended: how });
  };
  const undo = async () => {
    const one = await ask('contact.undoCall', {});
    if (one !== undefined) setStage({ kind: 'call', one });
  };
  return (
    <div
      className="interview"
      data-type={size}
      onKeyDownCapture={(event) => {
        // A key that is held down is one key: it must not run through items, or confirm what it asked itself.
        if (!event.repeat || event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      {stage.kind === 'call' ? (
        <CallRoom
          key={stage.one.caseId}
          one={stage.one}
          resumesAt={resumed?.caseId === stage.one.caseId ? resumed.interview : undefined}
          onEnded={ended}
          onLost={() => ended()}
        />
      ) : stage.kind === 'entry' ? (
        <EntryPlace onBack={() => setStage({ kind: 'between' })} />
      ) : (
        <>
          <Head>
            <strong>{status.title}</strong>
          </Head>
          <Between
            ended={stage.ended}
            none={stage.none}
            asking={asking}
            onNext={next}
            onUndo={undo}
            onEntry={() => setStage({ kind: 'entry' })}
          />
        </>
      )}
    </div>
  );
}
