/** Keys passed on to a colleague by name, for who does not see the list of colleagues: the keys of answers only a researcher has. */
import { useState } from 'react';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { studyWords } from '../../wording/screens/study.ts';

export function PassKeysOn() {
  const say = useWords(studyWords);
  const { ask, busy, trouble } = useAsking();
  const [to, setTo] = useState('');
  const [passedTo, setPassedTo] = useState<string>();
  const name = to.trim();
  return (
    <Room title={say.passKeysOn}>
      <p className="soft">{say.passKeysOnToHelp}</p>
      <form
        className="stack"
        onSubmit={async (event) => {
          event.preventDefault();
          setPassedTo(undefined);
          if (name === '' || (await ask('study.passKeysOn', { to: name })) === undefined) return;
          setPassedTo(name);
          setTo('');
        }}
      >
        <TextField label={say.passKeysOnTo} hint={say.passKeysOnToHint} value={to} onChange={setTo} />
        <TroubleNotice trouble={trouble} />
        {passedTo === undefined ? null : <Notice kind="done">{say.keysPassed(passedTo)}</Notice>}
        <div className="row">
          <Button submits kind="primary" isOff={name === ''} isBusy={busy !== undefined}>
            {say.passKeysOn}
          </Button>
        </div>
      </form>
    </Room>
  );
}
