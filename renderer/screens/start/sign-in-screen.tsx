/** The door of a study: name and passphrase; in a practice study one press for each of its invented people. */
import { useState } from 'react';
import type { ChosenStudy, SignedIn } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Screen } from '../../parts/screen.tsx';
import { LanguageSwitch, LookChoice } from '../../parts/window-choices.tsx';
import { peopleWords } from '../../wording/screens/people.ts';
import { startWords } from '../../wording/screens/start.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { words } from '../../wording/wording.ts';
import { ChoosePassphrase } from './choose-passphrase.tsx';
import { useEntering } from './use-entering.ts';
import { useWait } from './use-wait.ts';
import './start.css';

export interface SignInScreenProps {
  readonly chosen: ChosenStudy;
  readonly onSignedIn: (me: SignedIn) => void;
  readonly onBack: () => void;
}

export function SignInScreen({ chosen, onSignedIn, onBack }: SignInScreenProps) {
  const say = useWords(startWords);
  const people = useWords(peopleWords);
  const { roleNames } = useWords(windowWords);
  const { language } = useBearing();
  const { all } = useGrammar();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [awaiting, setAwaiting] = useState<SignedIn>();
  const { enter, choosing, isBusy, trouble, startAnew } = useEntering((me) => {
    setPassphrase('');
    if (me.awaited.length > 0) setAwaiting(me);
    else onSignedIn(me);
  });
  const wait = useWait(trouble);
  const isOff = isBusy || wait > 0;
  if (awaiting !== undefined)
    return (
      <Screen title={chosen.title} help={say.signInHelp}>
        <Notice kind="due">{say.awaited(all(awaiting.awaited.map((key) => words[language].keys[key])))}</Notice>
        <div className="row">
          <Button kind="primary" onPress={() => onSignedIn(awaiting)}>
            {say.signIn}
          </Button>
        </div>
      </Screen>
    );
  if (choosing !== undefined)
    return (
      <ChoosePassphrase
        name={choosing.name}
        oneTime={choosing.passphrase}
        isBusy={isBusy}
        trouble={trouble}
        onChoose={(own) => enter({ ...choosing, chosen: own })}
        onBack={() => {
          setPassphrase('');
          startAnew();
        }}
      />
    );
  return (
    <Screen title={chosen.title} lead={isBusy ? say.signingIn : say.signInTitle} help={say.signInHelp}>
      {chosen.practicePeople.length > 0 ? (
        <Room title={say.practicePeople}>
          <p>{say.practicePeopleText}</p>
          <div className="as-people">
            {chosen.practicePeople.map((person) => (
              <Button key={person.name} isOff={isOff} onPress={() => enter(person)}>
                {say.asPerson(person.name, all(person.roles.map((role) => roleNames[role])))}
              </Button>
            ))}
          </div>
        </Room>
      ) : null}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '' && passphrase !== '' && !isOff) enter({ name: name.trim(), passphrase });
        }}
      >
        <TextField
          label={say.signInName}
          value={name}
          onChange={setName}
          autoFocus={chosen.practicePeople.length === 0}
          isShort
        />
        <TextField label={say.signInPassphrase} type="password" value={passphrase} onChange={setPassphrase} />
        <div className="row">
          <Button submits kind="primary" isBusy={isBusy} isOff={name.trim() === '' || passphrase === '' || wait > 0}>
            {say.signIn}
          </Button>
          <Button onPress={onBack}>{say.back}</Button>
        </div>
        <TroubleNotice trouble={trouble} />
        {wait > 0 ? (
          <p role="timer" aria-live="off">
            {people.wait(wait)}
          </p>
        ) : null}
        <details>
          <summary>{people.forgotten}</summary>
          <p>{people.forgottenText}</p>
        </details>
      </form>
      <div className="choices-of-window">
        <LookChoice />
        <LanguageSwitch />
      </div>
    </Screen>
  );
}
