/** An interview at the end of its route. */
import { useState } from 'react';
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { Strip } from './strip.tsx';

export interface RouteEndProps {
  readonly hasNote: boolean;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onFinish: () => void;
}

/** Enter asks, and Enter again finishes: the last answer's Enter never does. */
export function RouteEnd({ hasNote, isBusy, onBack, onFinish }: RouteEndProps) {
  const say = useWords(interviewWords);
  const [isSure, setSure] = useState(false);
  useKeys([
    { keys: ['Enter'], says: say.keys.finish, run: () => press() },
    { keys: ['PageUp'], says: say.keys.back, everywhere: true, run: onBack },
    ...(isSure ? [{ keys: ['Escape'], says: say.keys.escape, everywhere: true, run: () => setSure(false) }] : []),
  ]);
  const press = () => {
    if (isBusy) return;
    if (isSure) onFinish();
    else setSure(true);
  };
  return (
    <section className="item" aria-labelledby="all-asked">
      <div className="aloud-and-answers">
        <div className="reading">
          <h1 id="all-asked" className="aloud">
            {say.routeEnded}
          </h1>
          <p className="lead">{say.routeEndedText}</p>
          {hasNote ? <p>{say.noteLapses}</p> : null}
        </div>
      </div>
      <Strip told={isSure ? say.finishSure : undefined}>
        <Button kind="primary" hasFocus isBusy={isBusy} onPress={press} keyHint="Enter">
          {isSure ? say.finishAgain : say.finish}
        </Button>
      </Strip>
    </section>
  );
}
