/** Someone rang or wrote: found by the code on their letter, and not contacted any more. */
import { useState } from 'react';
import type { FoundCase } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { RadioField, TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { contactWords } from '../../wording/screens/contact.ts';

type Why = 'refused' | 'withdrew' | 'deceased';

export function Someone({ onStopped }: { readonly onStopped: () => void }) {
  const say = useWords(contactWords);
  const { ask, busy, trouble } = useAsking();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<FoundCase>();
  const [why, setWhy] = useState<Why>();
  const [isAsking, setAsking] = useState(false);
  const [isStopped, setStopped] = useState(false);
  const find = async () => {
    setStopped(false);
    setFound(await ask('contact.findCase', { code: code.trim() }));
  };
  const stop = async () => {
    if (found === undefined || why === undefined) return;
    const stopped = await ask('contact.stopCase', { caseId: found.caseId, why });
    setAsking(false);
    if (stopped === undefined) return;
    setFound(undefined);
    setCode('');
    setWhy(undefined);
    setStopped(true);
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
      {isStopped ? <Notice kind="done">{say.stopped}</Notice> : null}
      {found === undefined ? null : (
        <div className="stack">
          <p>
            {say.found}: <Personal>{found.name}</Personal>
          </p>
          {found.isFinal ? (
            <Notice>{say.alreadyFinal}</Notice>
          ) : (
            <>
              <RadioField
                label={say.why}
                value={why}
                onChange={setWhy}
                options={(Object.keys(say.whys) as Why[]).map((value) => ({ value, label: say.whys[value] }))}
              />
              <div className="row">
                <Button isOff={why === undefined} onPress={() => setAsking(true)}>
                  {say.stop}
                </Button>
              </div>
            </>
          )}
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
