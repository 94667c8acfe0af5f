/** The ways in which a call ends. What hurts takes a second key, below the list and not on top of it, and can be undone until the next case. */
import { useState } from 'react';
import type { CallOutcome } from '../../../shared/study/disposition.ts';
import type { CaseInHand } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { callEndingWords } from '../../wording/screens/call-endings.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { words } from '../../wording/wording.ts';
import { SayThis } from '../requests/say-this.tsx';
import { KeyedList } from './keyed-list.tsx';
import { asksLanguage, type Ending, endingsNow } from './outcomes.ts';
import { Strip } from './strip.tsx';

export interface OutcomeListProps {
  readonly one: CaseInHand;
  readonly isTalking: boolean;
  readonly isBusy: boolean;
  readonly onChosen: (outcome: CallOutcome) => void;
  readonly onTurnTo: (mode: 'appointment' | 'break-off' | 'note' | 'number' | 'acquainted' | 'spoken') => void;
  readonly onBack: () => void;
}

export function OutcomeList(props: OutcomeListProps) {
  const { one, isTalking, isBusy, onChosen, onTurnTo, onBack } = props;
  const aside = useWords(asideWords);
  const say = useWords(callEndingWords);
  const { language } = useBearing();
  const grammar = useGrammar();
  const [chosen, setChosen] = useState<Ending>();
  const endings = endingsNow({ one, isTalking, say, grammar, channels: words[language].channels });
  const lines = endings.map((ending) => ({
    ...ending,
    isChosen: ending.outcome === chosen?.outcome,
    onPress: () => {
      if (asksLanguage(ending.outcome)) onTurnTo('spoken');
      else if (ending.hurts) setChosen(ending);
      else if (!isBusy) onChosen(ending.outcome);
    },
  }));
  const appointment = {
    key: 'a',
    title: say.outcomes.appointment,
    follows: say.appointmentFollows,
    onPress: () => onTurnTo('appointment'),
  };
  const others = [
    ...(isTalking
      ? [{ key: 's', title: say.breakOff, follows: say.breakOffFollows, onPress: () => onTurnTo('break-off') }]
      : []),
    { key: 'e', title: aside.acquainted, follows: aside.acquaintedFollows, onPress: () => onTurnTo('acquainted') },
    { key: 'm', title: aside.numberTitle, onPress: () => onTurnTo('number') },
    { key: 'k', title: say.note, onPress: () => onTurnTo('note') },
  ];
  return (
    <section className="item" aria-labelledby="how-it-ended">
      <div className="aloud-and-answers">
        <h1 id="how-it-ended">{isTalking ? say.titleTalking : one.contact === 'visit' ? say.titleVisit : say.title}</h1>
        <KeyedList label={say.title} lines={[appointment, ...lines, ...others]} isAttention />
        {chosen?.outcome === 'withdrew' ? <SayThis /> : null}
      </div>
      <Strip
        told={chosen === undefined ? say.none : `${say.isSure(chosen.title)} ${chosen.follows}`}
        isAttention={chosen !== undefined}
      >
        {chosen === undefined ? null : (
          <Button
            key={chosen.outcome}
            kind="irreversible"
            hasFocus
            isBusy={isBusy}
            onPress={() => onChosen(chosen.outcome)}
            keyHint="Enter"
          >
            {say.close(chosen.title)}
          </Button>
        )}
        <Button onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </Strip>
    </section>
  );
}

export interface BreakOffProps {
  /** A note goes with no interview. */
  readonly hasNote: boolean;
  readonly isBusy: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** Stands where the strip of the item was; the item stays in sight. */
export function BreakOffStrip({ hasNote, isBusy, onConfirm, onBack }: BreakOffProps) {
  const say = useWords(callEndingWords);
  const { noteLapses } = useWords(interviewWords);
  return (
    <Strip told={[say.breakOffTitle, say.breakOffFollows, hasNote ? noteLapses : ''].join(' ').trim()} isAttention>
      <Button kind="irreversible" hasFocus isBusy={isBusy} onPress={onConfirm} keyHint="Enter">
        {say.breakOffAction}
      </Button>
      <Button onPress={onBack} keyHint="Esc">
        {say.back}
      </Button>
    </Strip>
  );
}

/** The same place, the same two keys: what cannot be taken back by whoever knows the person. */
export function AcquaintedStrip({ isBusy, onConfirm, onBack }: Omit<BreakOffProps, 'hasNote'>) {
  const say = useWords(asideWords);
  return (
    <Strip told={say.acquaintedTitle} isAttention>
      <Button kind="irreversible" hasFocus isBusy={isBusy} onPress={onConfirm} keyHint="Enter">
        {say.acquaintedAction}
      </Button>
      <Button onPress={onBack} keyHint="Esc">
        {say.back}
      </Button>
    </Strip>
  );
}
