/** The interviewer's own screen: the next case, the call, the interview item by item, and how the call ended. All of it by keyboard. */
import { useState } from 'react';
import type { CaseInHand, InterviewView } from '../../../shared/views.ts';
import { useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { CallRoom } from './call-room.tsx';
import { Head } from './head.tsx';
import './interview.css';
import './items.css';

type Stage =
  | { readonly kind: 'waiting'; readonly ended?: string }
  | { readonly kind: 'none'; readonly nextDue?: Parameters<ReturnType<typeof useGrammar>['day']>[0] }
  | { readonly kind: 'call'; readonly one: CaseInHand; readonly view?: InterviewView };

export function InterviewScreen() {
  const say = useWords(interviewWords);
  const { day } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [stage, setStage] = useState<Stage>({ kind: 'waiting' });
  const next = async () => {
    const found = await ask('contact.nextCase', {});
    if (found === undefined) return;
    if (found.kind === 'none')
      setStage({ kind: 'none', ...(found.nextDue === undefined ? {} : { nextDue: found.nextDue }) });
    else setStage({ kind: 'call', one: found.case });
  };
  const undo = async () => {
    const one = await ask('contact.undoCall', {});
    if (one !== undefined) setStage({ kind: 'call', one });
  };
  const hasEnded = stage.kind === 'waiting' && stage.ended !== undefined;
  useKeys(hasEnded ? [{ keys: ['z'], shown: 'Z', says: say.keys.undo, run: undo }] : []);
  return (
    <div className="interview">
      <Head />
      {stage.kind === 'call' ? (
        <CallRoom key={stage.one.caseId} one={stage.one} onEnded={(ended) => setStage({ kind: 'waiting', ended })} />
      ) : (
        <main className="between">
          <h1>{stage.kind === 'none' ? say.none : say.waitingTitle}</h1>
          <p className="lead">
            {stage.kind === 'waiting'
              ? say.waitingText
              : stage.nextDue === undefined
                ? say.noneTodo
                : say.noneUntil(day(stage.nextDue))}
          </p>
          <div className="row">
            <Button kind="primary" isBusy={busy !== undefined} hasFocus onPress={next} keyHint="Enter">
              {stage.kind === 'none' ? say.again : say.next}
            </Button>
          </div>
          {stage.kind === 'waiting' && stage.ended !== undefined ? (
            <Notice kind="done" title={stage.ended}>
              <p>{say.undoText}</p>
              <div className="row">
                <Button onPress={undo} isOff={busy !== undefined} keyHint="Z">
                  {say.undo}
                </Button>
              </div>
            </Notice>
          ) : null}
          <TroubleNotice trouble={trouble} />
          {say.help.map((sentence) => (
            <p key={sentence} className="soft">
              {sentence}
            </p>
          ))}
        </main>
      )}
    </div>
  );
}
