/** Someone who took part rings back and withdraws: found by the code on their letter, told what happens, and recorded. */
import { useState } from 'react';
import type { FoundCase, Stopped } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { Personal } from '../../parts/personal.tsx';
import { useAsking } from '../../request.ts';
import { contactWords } from '../../wording/screens/contact.ts';
import { withdrawalWords } from '../../wording/screens/withdrawal.ts';
import { SayThis } from './say-this.tsx';
import { StoppedNotice } from './stopped-notice.tsx';

export function Withdrawal() {
  const say = useWords(withdrawalWords);
  const { code: codeLabel, find: findLabel, found: foundLabel } = useWords(contactWords);
  const { ask, busy, trouble } = useAsking();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<FoundCase>();
  const [stopped, setStopped] = useState<Stopped>();
  const find = async () => {
    setStopped(undefined);
    setFound(await ask('contact.findCase', { code: code.trim() }));
  };
  const withdraw = async () => {
    if (found === undefined) return;
    const done = await ask('contact.stopCase', { caseId: found.caseId, why: 'withdrew' });
    if (done === undefined) return;
    setFound(undefined);
    setCode('');
    setStopped(done);
  };
  return (
    <details className="withdrawal">
      <summary>{say.withdrew}</summary>
      <div className="stack">
        <p>{say.withdrewText}</p>
        <form
          className="row look-up"
          onSubmit={(event) => {
            event.preventDefault();
            if (code.trim() !== '') find();
          }}
        >
          <TextField label={codeLabel} isShort value={code} onChange={setCode} />
          <Button submits isBusy={busy === 'contact.findCase'} isOff={code.trim() === ''}>
            {findLabel}
          </Button>
        </form>
        <TroubleNotice trouble={trouble} />
        {stopped === undefined ? null : <StoppedNotice stopped={stopped} />}
        {found === undefined ? null : (
          <>
            <p>
              {foundLabel}: <Personal>{found.name}</Personal>
            </p>
            <SayThis />
            <div className="row">
              <Button kind="irreversible" isBusy={busy === 'contact.stopCase'} onPress={withdraw}>
                {say.withdraw}
              </Button>
            </div>
          </>
        )}
      </div>
    </details>
  );
}
