/** A call before its interview, and an interview at the end of its route. */
import { useState } from 'react';
import type { CaseInHand } from '../../../shared/views.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Personal } from '../../parts/personal.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { representedWords } from '../../wording/screens/represented.ts';
import { Introduction, Numbers, WhomToAsk } from './person-panel.tsx';
import { scrollAloud } from './scroll-aloud.ts';
import { Strip } from './strip.tsx';

export interface BeforeProps {
  readonly one: CaseInHand;
  readonly isBusy: boolean;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}

export function BeforeInterview({ one, isBusy, onBegin, onEnd }: BeforeProps) {
  const say = useWords(interviewWords);
  const represented = useWords(representedWords);
  const isGuarded = one.representative?.kind === 'guardian';
  useKeys([
    { keys: ['Enter'], says: say.keys.begin, run: () => !isBusy && onBegin() },
    { keys: ['ArrowDown', 'ArrowUp'], shown: '↓ ↑', says: say.scroll, run: scrollAloud },
  ]);
  return (
    <section className="item" aria-labelledby="whom-to-ring">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is read on by keyboard */}
      <div className="aloud-and-answers before" tabIndex={0}>
        <div className="dial">
          <h1 id="whom-to-ring">{say.dial}</h1>
          <div>
            <Numbers of={one} />
          </div>
          <p className="lead">
            {isGuarded ? represented.askForGuardian : say.askFor}{' '}
            <strong>
              <WhomToAsk of={one} />
            </strong>
            {isGuarded ? (
              <>
                , {represented.decidesForInline} <Personal>{one.name}</Personal>
              </>
            ) : null}
          </p>
        </div>
        <div className="stack">
          <h2>{say.introduction}</h2>
          <Introduction of={one} />
        </div>
      </div>
      <Strip told={one.hasDraft ? say.resumeText : undefined}>
        <Button kind="primary" hasFocus isBusy={isBusy} onPress={onBegin} keyHint="Enter">
          {one.hasDraft ? say.resume : say.begin}
        </Button>
        <Button onPress={onEnd} keyHint="G">
          {say.endCall}
        </Button>
      </Strip>
    </section>
  );
}

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
