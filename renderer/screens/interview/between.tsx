/** Between two cases: how the last one ended, while that can be undone, and the next one. */
import { useState } from 'react';
import { useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import type { Asking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { appointmentWords } from '../../wording/screens/appointments.ts';
import { callerWords } from '../../wording/screens/callers.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { entryWords } from '../../wording/screens/paper-entry.ts';
import { peopleWords } from '../../wording/screens/people.ts';
import { visitWords } from '../../wording/screens/visits.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { Withdrawal } from '../requests/withdrawal.tsx';
import { OwnPassphraseForm } from '../study/own-passphrase.tsx';
import { Halted } from './halted.tsx';
import type { BesideCalls, NobodyLeft } from './interview-screen.tsx';
import { ShiftAtHand } from './shift-at-hand.tsx';
import type { AlarmNow } from './use-alarm.ts';

export interface BetweenProps {
  /** How the last call ended, as long as it can be taken back. */
  readonly ended: string | undefined;
  readonly none: NobodyLeft | undefined;
  readonly asking: Asking;
  readonly alarm: AlarmNow;
  readonly onNext: (channel?: 'phone' | 'visit') => void;
  readonly onUndo: () => void;
  /** What came on paper or by e-mail. */
  readonly onEntry: () => void;
  readonly onTurnTo: (to: BesideCalls) => void;
}

export function Between(props: BetweenProps) {
  const { ended, none, asking, alarm, onNext, onUndo, onEntry, onTurnTo } = props;
  const { busy, trouble } = asking;
  const say = useWords(interviewWords);
  const people = useWords(peopleWords);
  const entry = useWords(entryWords);
  const callers = useWords(callerWords);
  const visits = useWords(visitWords);
  const appointments = useWords(appointmentWords);
  const { status } = useStudy();
  const hasVisits = status.groups.some((group) => group.hasVisits);
  const { close } = useWords(windowWords);
  const [isChanging, setChanging] = useState(false);
  const { day } = useGrammar();
  const isBusy = busy !== undefined;
  useKeys([
    { keys: ['Enter'], says: say.next, run: () => !isBusy && onNext() },
    { keys: ['i', 'F4'], shown: 'I', says: callers.open, run: () => onTurnTo('callers') },
    { keys: ['a'], shown: 'A', says: appointments.open, run: () => onTurnTo('appointments') },
    { keys: ['p'], shown: 'P', says: entry.open, run: onEntry },
    ...(hasVisits
      ? [
          { keys: ['v'], shown: 'V', says: visits.next, run: () => !isBusy && onNext('visit') },
          { keys: ['r'], shown: 'R', says: visits.enter, run: () => onTurnTo('visit-made') },
        ]
      : []),
    ...(ended === undefined
      ? []
      : [{ keys: ['u', 'z'], shown: 'U', says: say.keys.undo, run: () => !isBusy && onUndo() }]),
  ]);
  const text = none === undefined ? say.waitingText : none.nextDue === undefined ? say.noneTodo : '';
  return (
    <main className="between">
      <div className="ended-room">
        {ended === undefined ? null : (
          <Notice kind="done" title={ended}>
            <div className="spread">
              <p>{say.undoText}</p>
              <Button onPress={onUndo} isOff={isBusy} keyHint="U">
                {say.undo}
              </Button>
            </div>
          </Notice>
        )}
      </div>
      {trouble === undefined ? <Halted /> : null}
      <h1>{none === undefined ? say.waitingTitle : say.none[none.channel]}</h1>
      <p className="lead">{none?.nextDue === undefined ? text : say.noneUntil(day(none.nextDue))}</p>
      <div className="row">
        <Button kind="primary" isBusy={isBusy} hasFocus onPress={() => onNext()} keyHint="Enter">
          {none?.channel === 'phone' ? say.again : say.next}
        </Button>
        {hasVisits ? (
          <Button isBusy={isBusy} onPress={() => onNext('visit')} keyHint="V">
            {visits.next}
          </Button>
        ) : null}
        <Button onPress={() => onTurnTo('callers')} keyHint="I">
          {callers.open}
        </Button>
      </div>
      <AppointmentsToday alarm={alarm} />
      <div className="row">
        <Button onPress={() => onTurnTo('appointments')} keyHint="A">
          {appointments.open}
        </Button>
        {hasVisits ? (
          <Button onPress={() => onTurnTo('visit-made')} keyHint="R">
            {visits.enter}
          </Button>
        ) : null}
        <Button onPress={onEntry} keyHint="P">
          {entry.open}
        </Button>
      </div>
      <div className="trouble-room">
        <TroubleNotice trouble={trouble} />
      </div>
      <Withdrawal />
      <div className="row">
        <Button kind="plain" onPress={() => setChanging(true)}>
          {people.change}
        </Button>
      </div>
      {isChanging ? (
        <Dialog title={people.own} onClose={() => setChanging(false)}>
          <OwnPassphraseForm />
          <div className="row">
            <Button onPress={() => setChanging(false)}>{close}</Button>
          </div>
        </Dialog>
      ) : null}
      <ShiftAtHand />
      <div className="help-between">
        {say.help.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </main>
  );
}

/** In words, before anyone has to look. */
function AppointmentsToday({ alarm: { ahead, missed } }: Pick<BetweenProps, 'alarm'>) {
  const say = useWords(appointmentWords);
  const { count } = useGrammar();
  return (
    <div className="today">
      <p>{ahead === 0 ? say.noneToday : say.today(count(ahead, say.appointments))}</p>
      {missed === 0 ? null : (
        <p className="missed">
          <span aria-hidden="true">▲ </span>
          {(missed === 1 ? say.missed : say.missedMany)(count(missed, say.appointments))}
        </p>
      )}
    </div>
  );
}
