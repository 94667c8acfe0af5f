/** How the interview is held: who answers, who puts it into another language, and how many take part; a digit each, and Enter keeps it. */
import { useState } from 'react';
import {
  type Answerer,
  answerers,
  type Conduct,
  type Interpreter,
  interpreters,
  mostParticipants,
} from '../../../shared/study/conduct.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { KeyedList } from './keyed-list.tsx';
import { Strip } from './strip.tsx';

/** By telephone, or face to face. */
export type Held = 'phone' | 'visit';

export interface ConductProps {
  readonly conduct: Conduct;
  readonly held: Held;
  /** Before it begins, where people are visited as well. */
  readonly mayChange: boolean;
  readonly isBusy: boolean;
  readonly onKept: (conduct: Conduct, held: Held) => void;
  readonly onBack: () => void;
}

export function ConductPane({ conduct, held, mayChange, isBusy, onKept, onBack }: ConductProps) {
  const say = useWords(asideWords);
  const [answeredBy, setAnsweredBy] = useState<Answerer>(conduct.answeredBy);
  const [interpreter, setInterpreter] = useState<Interpreter | undefined>(conduct.interpreter);
  const [participants, setParticipants] = useState(conduct.participants);
  const [now, setNow] = useState(held);
  const isVisit = now === 'visit';
  const more = (by: 1 | -1) => setParticipants(Math.min(Math.max(participants + by, 1), mostParticipants));
  const keep = () => {
    const taking = isVisit ? participants : 1;
    if (!isBusy)
      onKept({ answeredBy, participants: taking, ...(interpreter === undefined ? {} : { interpreter }) }, now);
  };
  useKeys([
    { keys: ['Enter'], says: say.keys.keep, run: keep },
    ...(isVisit
      ? [
          { keys: ['+', '='], shown: '+', says: say.keys.oneMore, run: () => more(1) },
          { keys: ['-'], shown: '-', says: say.keys.oneFewer, run: () => more(-1) },
        ]
      : []),
  ]);
  const whoAnswers = answerers.map((one, index) => ({
    key: String(index + 1),
    title: say.answerers[one],
    isChosen: one === answeredBy,
    onPress: () => setAnsweredBy(one),
  }));
  const whoInterprets = [undefined, ...interpreters].map((one, index) => ({
    key: String(index + 4),
    title: one === undefined ? say.noInterpreter : say.interpreters[one],
    isChosen: one === interpreter,
    onPress: () => setInterpreter(one),
  }));
  const where = (['phone', 'visit'] as const).map((one, index) => ({
    key: String(index + 7),
    title: say.held[one],
    isChosen: one === now,
    onPress: () => setNow(one),
  }));
  return (
    <section className="item" aria-labelledby="conduct">
      <div className="aloud-and-answers conduct">
        <h1 id="conduct">{say.conductTitle}</h1>
        <div>
          <h2>{say.whoAnswers}</h2>
          <KeyedList label={say.whoAnswers} lines={whoAnswers} />
        </div>
        <div>
          <h2>{say.whoInterprets}</h2>
          <KeyedList label={say.whoInterprets} lines={whoInterprets} />
        </div>
        {mayChange ? (
          <div>
            <h2>{say.whereHeld}</h2>
            <KeyedList label={say.whereHeld} lines={where} />
          </div>
        ) : null}
        {isVisit ? (
          <div>
            <h2>{say.howMany}</h2>
            <div className="row">
              <Button onPress={() => more(-1)} keyHint="-">
                {say.fewer}
              </Button>
              <strong className="participants" role="status">
                {participants}
              </strong>
              <Button onPress={() => more(1)} keyHint="+">
                {say.more}
              </Button>
            </div>
          </div>
        ) : null}
      </div>
      <Strip told={answeredBy === 'self' ? undefined : say.proxyTold}>
        <Button kind="primary" onPress={keep} isBusy={isBusy} keyHint="Enter">
          {say.keepConduct}
        </Button>
        <Button onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </Strip>
    </section>
  );
}
