/** The interviewer's own screen: the next case, the call, the interview item by item, and how the call ended. All of it by keyboard. */
import { useEffect, useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { AlarmStrip } from './alarm-strip.tsx';
import { AppointmentsPlace, VisitPlace } from './beside-calls.tsx';
import { Between } from './between.tsx';
import { CallRoom } from './call-room.tsx';
import { CallersPane } from './callers-pane.tsx';
import { EntryPlace } from './entry-place.tsx';
import { Head } from './head.tsx';
import { useLargeType } from './large-type.ts';
import { useAlarm } from './use-alarm.ts';
import './interview.css';
import './items.css';
import './grid.css';
import './asides.css';
import './calls.css';
import './narrow.css';

/** What can be looked at or entered between two cases; what ended last can still be undone afterwards. */
export type BesideCalls = 'callers' | 'appointments' | 'visit-made';

/** Nobody was left when it was asked last: to be rung, or to be visited. */
export interface NobodyLeft {
  readonly channel: 'phone' | 'visit';
  readonly nextDue?: Day;
}

type Stage =
  | { readonly kind: 'between'; readonly ended?: string | undefined; readonly none?: NobodyLeft }
  /** `one`: in hand meanwhile, and put down when another is taken. */
  | { readonly kind: BesideCalls; readonly ended?: string | undefined; readonly one?: CaseInHand }
  | { readonly kind: 'entry' }
  | { readonly kind: 'call'; readonly one: CaseInHand };

const endedIn = (stage: Stage) => ('ended' in stage ? stage.ended : undefined);

export function InterviewScreen() {
  const asking = useAsking();
  const { ask } = asking;
  const { status, kept } = useStudy();
  const { keys } = useWords(asideWords);
  const [size, nextSize] = useLargeType();
  const alarm = useAlarm();
  useKeys([{ keys: ['F8'], says: keys.largeType, everywhere: true, run: nextSize }]);
  /** Where a lock came in between, until it is gone on with. */
  const [resumed, setResumed] = useState(kept.call);
  const [stage, setStage] = useState<Stage>({ kind: 'between', ended: kept.ended });
  const next = async (channel: 'phone' | 'visit' = 'phone') => {
    const found = await ask('contact.nextCase', { channel });
    if (found === undefined) return;
    if (found.kind === 'case') return setStage({ kind: 'call', one: found.case });
    // Nothing was taken, so what ended last can still be undone.
    const { kind, ...rest } = found;
    setStage((before) => ({ kind: 'between', none: { channel, ...rest }, ended: endedIn(before) }));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the screen comes back
  useEffect(() => {
    if (resumed !== undefined) next();
  }, []);
  const { refresh } = alarm;
  useEffect(() => {
    if (stage.kind === 'call') {
      kept.ended = undefined;
      setResumed(undefined);
    } else kept.ended = endedIn(stage);
    // A call may have made an appointment, or held one.
    if (stage.kind === 'between') refresh();
  }, [stage, kept, refresh]);
  const ended = (how?: string) => {
    kept.call = undefined;
    setStage({ kind: 'between', ended: how });
  };
  const turnTo = (kind: BesideCalls) => {
    asking.clear();
    setStage((before) => ({ kind, ended: endedIn(before) }));
  };
  const back = () =>
    setStage((before) =>
      'one' in before && before.one !== undefined
        ? { kind: 'call', one: before.one }
        : { kind: 'between', ended: endedIn(before) },
    );
  const undo = async () => {
    const one = await ask('contact.undoCall', {});
    if (one === undefined) return;
    // With the remark, but not in the form in which it was ended.
    const { typed, ...rest } = one;
    setStage({ kind: 'call', one: typed?.note === undefined ? rest : { ...rest, typed: { note: typed.note } } });
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
          onCaller={() => {
            // Only before anything was written down, or after it was taken away again.
            const { typed: _, ...one } = stage.one;
            setStage({ kind: 'callers', one });
          }}
        />
      ) : stage.kind === 'entry' ? (
        <EntryPlace onBack={() => setStage({ kind: 'between' })} onCaller={() => turnTo('callers')} />
      ) : (
        <>
          <Head>
            <strong>{status.title}</strong>
          </Head>
          {stage.kind === 'between' ? (
            <Between
              ended={stage.ended}
              none={stage.none}
              asking={asking}
              alarm={alarm}
              onNext={next}
              onUndo={undo}
              onEntry={() => setStage({ kind: 'entry' })}
              onTurnTo={turnTo}
            />
          ) : null}
          {stage.kind === 'callers' ? (
            <CallersPane onTaken={(one) => setStage({ kind: 'call', one })} onBack={back} />
          ) : null}
          {stage.kind === 'appointments' ? <AppointmentsPlace onBack={back} /> : null}
          {stage.kind === 'visit-made' ? <VisitPlace onBack={back} /> : null}
        </>
      )}
      <AlarmStrip at={alarm} />
    </div>
  );
}
