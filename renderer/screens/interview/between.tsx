/** Between two cases: how the last one ended, while that can be undone, and the next one. */
import { useEffect, useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import { useGrammar, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import type { Asking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { haltWords } from '../../wording/screens/halt.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { entryWords } from '../../wording/screens/paper-entry.ts';
import { peopleWords } from '../../wording/screens/people.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { Withdrawal } from '../requests/withdrawal.tsx';
import { OwnPassphraseForm } from '../study/own-passphrase.tsx';
import { ShiftAtHand } from './shift-at-hand.tsx';

export interface BetweenProps {
  /** How the last call ended, as long as it can be taken back. */
  readonly ended: string | undefined;
  /** Nobody was left when it was asked last; with the next day on which someone is. */
  readonly none: { readonly nextDue?: Day } | undefined;
  readonly asking: Asking;
  readonly onNext: () => void;
  readonly onUndo: () => void;
  /** What came on paper or by e-mail. */
  readonly onEntry: () => void;
}

/** Nobody may be rung: asked anew whenever someone comes here, as it may have been lifted since. */
function Halted() {
  const say = useWords(haltWords);
  const { all } = useGrammar();
  const { status, refresh } = useStudy();
  const halted = status.groups.filter(({ isHalted }) => isHalted === true).map(({ group }) => group.title);
  const isHalted = status.isHalted === true || halted.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on coming here
  useEffect(refresh, []);
  if (!isHalted) return null;
  return (
    <Notice kind="attention" title={status.isHalted === true ? say.betweenAll : say.betweenGroups(all(halted))}>
      <p>{say.betweenText}</p>
    </Notice>
  );
}

export function Between({ ended, none, asking: { busy, trouble }, onNext, onUndo, onEntry }: BetweenProps) {
  const say = useWords(interviewWords);
  const people = useWords(peopleWords);
  const entry = useWords(entryWords);
  const { close } = useWords(windowWords);
  const [isChanging, setChanging] = useState(false);
  const { day } = useGrammar();
  const isBusy = busy !== undefined;
  useKeys([
    { keys: ['Enter'], says: say.next, run: () => !isBusy && onNext() },
    { keys: ['p'], shown: 'P', says: entry.open, run: onEntry },
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
      <h1>{none === undefined ? say.waitingTitle : say.none}</h1>
      <p className="lead">{none?.nextDue === undefined ? text : say.noneUntil(day(none.nextDue))}</p>
      <div className="row">
        <Button kind="primary" isBusy={isBusy} hasFocus onPress={onNext} keyHint="Enter">
          {none === undefined ? say.next : say.again}
        </Button>
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
