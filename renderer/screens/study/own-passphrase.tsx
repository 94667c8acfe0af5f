/** Another passphrase for oneself. */
import { useState } from 'react';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { peopleWords } from '../../wording/screens/people.ts';
import { isChosen, noPassphrase, PassphraseFields } from '../start/passphrase-fields.tsx';

export function OwnPassphrase() {
  const say = useWords(peopleWords);
  return (
    <Room title={say.own}>
      <OwnPassphraseForm />
    </Room>
  );
}

/** Without its heading, for a dialog. */
export function OwnPassphraseForm() {
  const say = useWords(peopleWords);
  const { ask, busy, trouble } = useAsking();
  const [now, setNow] = useState('');
  const [draft, setDraft] = useState(noPassphrase);
  const [isChanged, setChanged] = useState(false);
  const isReady = now !== '' && isChosen(draft);
  const change = async () => {
    setChanged(false);
    if ((await ask('study.changePassphrase', { passphrase: now, chosen: draft.passphrase })) === undefined) return;
    setNow('');
    setDraft(noPassphrase);
    setChanged(true);
  };
  return (
    <>
      <p className="soft">{say.ownText}</p>
      <p>{say.chooseGood}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) change();
        }}
      >
        <TextField label={say.ownNow} type="password" value={now} onChange={setNow} isShort />
        <PassphraseFields draft={draft} onChange={setDraft} />
        <TroubleNotice trouble={trouble} />
        {isChanged ? <Notice kind="done">{say.changed}</Notice> : null}
        <div className="row">
          <Button submits isOff={!isReady} isBusy={busy !== undefined}>
            {say.change}
          </Button>
        </div>
      </form>
    </>
  );
}
