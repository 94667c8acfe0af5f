/** Who was interviewed by telephone and whose answers are lost, by the code on their letter. */
import { useState } from 'react';
import type { CaseId } from '../../../shared/study/case.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { useAsking } from '../../request.ts';
import { reconcilingWords } from '../../wording/screens/reconciling.ts';

export function Interviewed({
  cases,
  onAdd,
}: {
  readonly cases: readonly CaseId[];
  readonly onAdd: (id: CaseId) => void;
}) {
  const say = useWords(reconcilingWords);
  const { number } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [code, setCode] = useState('');
  return (
    <>
      <form
        className="row look-up"
        onSubmit={async (event) => {
          event.preventDefault();
          if (code.trim() === '') return;
          const found = await ask('contact.findCase', { code: code.trim() });
          if (found === undefined) return;
          onAdd(found.caseId);
          setCode('');
        }}
      >
        <TextField label={say.code} isShort value={code} onChange={setCode} />
        <Button submits isBusy={busy !== undefined} isOff={code.trim() === ''}>
          {say.add}
        </Button>
      </form>
      <TroubleNotice trouble={trouble} />
      {cases.length === 0 ? null : <Notice kind="done">{say.added(cases.length, number(cases.length))}</Notice>}
    </>
  );
}
