/** Access, art. 15: everything held on one person, seen and put into one readable file. */
import { useState } from 'react';
import type { CaseHeld } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { shell, useAsking } from '../../request.ts';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import { Agreed } from './agreed.tsx';
import { HeldPage } from './held-page.tsx';
import type { ActProps } from './one-request.tsx';

export function HandingOut({ request: { nr, agreedBy }, onChanged, onDone }: ActProps) {
  const say = useWords(onePersonWords);
  const { number } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [held, setHeld] = useState<CaseHeld>();
  const isOff = agreedBy === undefined || busy !== undefined;
  const see = async () => setHeld(await ask('contact.case', { request: nr }));
  const make = async () => {
    const target = await shell.chooseTarget('case-export', say.fileName(number(nr)));
    if (target === undefined) return;
    if ((await ask('contact.exportCase', { nr, target: target.file })) === undefined) return;
    onDone(<Notice kind="done">{say.madeFile(target.name)}</Notice>);
  };
  return (
    <>
      <Agreed by={agreedBy} onLook={onChanged} />
      <p>{say.makeFileText}</p>
      <TroubleNotice trouble={trouble} />
      <div className="row">
        <Button isOff={isOff} isBusy={busy === 'contact.case'} onPress={see}>
          {say.see}
        </Button>
        <Button kind="primary" isOff={isOff} isBusy={busy === 'contact.exportCase'} onPress={make}>
          {say.makeFile}
        </Button>
      </div>
      {held === undefined ? null : <HeldPage held={held} />}
    </>
  );
}
