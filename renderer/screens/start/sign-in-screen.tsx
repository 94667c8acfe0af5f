/** The door of a study: name and passphrase; in a practice study one press for each of its invented people. */
import { useState } from 'react';
import type { ChosenStudy, SignedIn } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Screen } from '../../parts/screen.tsx';
import { LanguageSwitch, LookChoice } from '../../parts/window-choices.tsx';
import { useAsking } from '../../request.ts';
import { startWords } from '../../wording/screens/start.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { words } from '../../wording/wording.ts';
import './start.css';

export interface SignInScreenProps {
  readonly chosen: ChosenStudy;
  readonly onSignedIn: (me: SignedIn) => void;
  readonly onBack: () => void;
}

export function SignInScreen({ chosen, onSignedIn, onBack }: SignInScreenProps) {
  const say = useWords(startWords);
  const { roleNames } = useWords(windowWords);
  const { language } = useBearing();
  const { all } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [awaiting, setAwaiting] = useState<SignedIn>();
  const enter = async (who: { readonly name: string; readonly passphrase: string }) => {
    const me = await ask('study.signIn', who);
    if (me === undefined) return;
    setPassphrase('');
    if (me.awaited.length > 0) setAwaiting(me);
    else onSignedIn(me);
  };
  if (awaiting !== undefined)
    return (
      <Screen title={chosen.title} help={say.signInHelp}>
        <Notice kind="due">
          {say.awaited(
            all(awaiting.awaited.map((key) => words[language].keys[key as keyof (typeof words)['nl']['keys']] ?? key)),
          )}
        </Notice>
        <div className="row">
          <Button kind="primary" onPress={() => onSignedIn(awaiting)}>
            {say.signIn}
          </Button>
        </div>
      </Screen>
    );
  return (
    <Screen title={chosen.title} lead={busy === undefined ? say.signInTitle : say.signingIn} help={say.signInHelp}>
      {chosen.practicePeople.length > 0 ? (
        <Room title={say.practicePeople}>
          <p>{say.practicePeopleText}</p>
          <div className="as-people">
            {chosen.practicePeople.map((person) => (
              <Button key={person.name} isOff={busy !== undefined} onPress={() => enter(person)}>
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
          if (name.trim() !== '' && passphrase !== '') enter({ name: name.trim(), passphrase });
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
          <Button submits kind="primary" isBusy={busy !== undefined} isOff={name.trim() === '' || passphrase === ''}>
            {say.signIn}
          </Button>
          <Button onPress={onBack}>{say.back}</Button>
        </div>
        <TroubleNotice trouble={trouble} />
      </form>
      <div className="choices-of-window">
        <LookChoice />
        <LanguageSwitch />
      </div>
    </Screen>
  );
}
