/** A place that is locked: whose it is, and the box that unlocks it. Nothing of the study is in the window. */
import { useEffect, useState } from 'react';
import type { ChosenStudy, LockedSeat, SignedIn } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { PinField, pinDigits } from '../../parts/pin-field.tsx';
import { Screen } from '../../parts/screen.tsx';
import { LanguageSwitch, LookChoice } from '../../parts/window-choices.tsx';
import { onNews, request, useAsking } from '../../request.ts';
import { lockingWords } from '../../wording/screens/locking.ts';
import { peopleWords } from '../../wording/screens/people.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { useWait } from './use-wait.ts';
import './start.css';

export interface LockScreenProps {
  readonly locked: LockedSeat;
  /** The people of the practice study, whose passphrases are no secret; else nobody. */
  readonly practicePeople: ChosenStudy['practicePeople'];
  readonly onUnlocked: (me: SignedIn) => void;
  /** How the place stands has to be asked again: a PIN may count no more. */
  readonly onChanged: () => void;
  readonly onLeft: () => void;
}

export function LockScreen({ locked, practicePeople, onUnlocked, onChanged, onLeft }: LockScreenProps) {
  const say = useWords(lockingWords);
  const people = useWords(peopleWords);
  const { roleNames } = useWords(windowWords);
  const { all } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [passphrase, setPassphrase] = useState('');
  const wait = useWait(trouble);
  const [pin, setPin] = useState('');
  const [wantsPassphrase, setWantsPassphrase] = useState(false);
  const isByPin = locked.hasPin && !wantsPassphrase;
  // Whoever has to wait after wrong passphrases may still have a PIN.
  const isWhole = isByPin ? pin.length === pinDigits : passphrase !== '' && wait === 0;
  const known = practicePeople.find(({ name }) => name === locked.name);
  useEffect(() => onNews('shift', onChanged), [onChanged]);
  const isGone = trouble?.kind === 'refused' && trouble.problem.problem === 'session.pin-gone';
  useEffect(() => {
    if (isGone) onChanged();
  }, [isGone, onChanged]);
  const unlock = async (by: { readonly passphrase: string } | { readonly pin: string }) => {
    if (busy !== undefined) return;
    const me = await ask('study.unlock', by);
    setPassphrase('');
    setPin('');
    if (me !== undefined) onUnlocked(me);
  };
  const leave = async () => {
    await request('study.signOut', {});
    onLeft();
  };
  return (
    <Screen
      title={say.title}
      lead={busy === undefined ? say.of(locked.name, all(locked.roles.map((role) => roleNames[role]))) : say.unlocking}
      help={say.help}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) unlock(isByPin ? { pin } : { passphrase });
        }}
      >
        {isByPin ? (
          <PinField label={say.pin} hint={say.pinHint} value={pin} onChange={setPin} autoFocus />
        ) : (
          <TextField label={say.passphrase} type="password" value={passphrase} onChange={setPassphrase} autoFocus />
        )}
        <div className="row">
          <Button submits kind="primary" isBusy={busy !== undefined} isOff={!isWhole}>
            {say.unlock}
          </Button>
          {known === undefined ? null : (
            <Button isOff={busy !== undefined || wait > 0} onPress={() => unlock({ passphrase: known.passphrase })}>
              {say.unlockAs(known.name)}
            </Button>
          )}
          {locked.hasPin ? (
            <Button kind="plain" onPress={() => setWantsPassphrase(!wantsPassphrase)}>
              {isByPin ? say.withPassphrase : say.withPin}
            </Button>
          ) : null}
          <Button onPress={leave}>{say.signOut}</Button>
        </div>
        <TroubleNotice trouble={trouble} />
        {wait > 0 ? (
          <p role="timer" aria-live="off">
            {people.wait(wait)}
          </p>
        ) : null}
      </form>
      <div className="choices-of-window">
        <LookChoice />
        <LanguageSwitch />
      </div>
    </Screen>
  );
}
