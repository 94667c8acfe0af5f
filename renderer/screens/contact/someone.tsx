/** Someone rang or wrote: found by the code on their letter, and not contacted any more. */
import { useState } from 'react';
import type { FoundCase, Stopped } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { RadioField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { contactWords } from '../../wording/screens/contact.ts';
import { SayThis } from '../requests/say-this.tsx';
import { StoppedNotice } from '../requests/stopped-notice.tsx';

type Why = keyof (typeof contactWords)['nl']['whys'];

export function Someone({ onStopped }: { readonly onStopped: () => void }) {
  const say = useWords(contactWords);
  const { ask, busy, trouble } = useAsking();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<FoundCase>();
  const [why, setWhy] = useState<Why>();
  const [isAsking, setAsking] = useState(false);
  const [stopped, setStopped] = useState<Stopped>();
  const find = async () => {
    setStopped(undefined);
    setFound(await ask('contact.findCase', { code: code.trim() }));
  };
  const stop = async () => {
    if (found === undefined || why === undefined) return;
    const done = await ask('contact.stopCase', { caseId: found.caseId, why });
    setAsking(false);
    if (done === undefined) return;
    setFound(undefined);
    setCode('');
    setWhy(undefined);
    setStopped(done);
    onStopped();
  };
  return (
    <Room title={say.someone}>
      <p>{say.someoneText}</p>
      <form
        className="row look-up"
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') find();
        }}
      >
        <TextField label={say.code} isShort value={code} onChange={setCode} />
        <Button submits isBusy={busy === 'contact.findCase'} isOff={code.trim() === ''}>
          {say.find}
        </Button>
      </form>
      <TroubleNotice trouble={trouble} />
      {stopped === undefined ? null : <StoppedNotice stopped={stopped} />}
      {found === undefined ? null : (
        <div className="stack">
          <p>
            {say.found}: <Personal>{found.name}</Personal>
          </p>
          {found.isFinal ? <Notice>{say.alreadyFinal}</Notice> : null}
          <RadioField
            label={say.why}
            value={why}
            onChange={setWhy}
            options={(Object.keys(say.whys) as Why[])
              .filter((value) => !found.isFinal || value === 'withdrew')
              .map((value) => ({ value, label: say.whys[value] }))}
          />
          {why === 'withdrew' ? <SayThis /> : null}
          <div className="row">
            <Button isOff={why === undefined} onPress={() => setAsking(true)}>
              {say.stop}
            </Button>
          </div>
        </div>
      )}
      {isAsking ? (
        <Confirm
          title={say.stopTitle}
          action={say.stop}
          isBusy={busy !== undefined}
          onConfirm={stop}
          onClose={() => setAsking(false)}
        >
          <p>{say.stopText}</p>
        </Confirm>
      ) : null}
    </Room>
  );
}
