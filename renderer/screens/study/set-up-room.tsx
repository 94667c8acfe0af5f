/** The set-up as a file: everything a next study can begin with, and nobody. */
import { useState } from 'react';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { shell, useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { studyWords } from '../../wording/screens/study.ts';

export function SetUpRoom() {
  const say = useWords(studyWords);
  const { status, refresh } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [told, setTold] = useState<string>();
  const hasCases = status.groups.some(({ cases }) => cases > 0);
  const save = async () => {
    setTold(undefined);
    const target = await shell.chooseTarget('set-up', say.setUpName);
    if (target === undefined) return;
    if ((await ask('study.saveSetUp', { target: target.file })) === undefined) return;
    setTold(say.setUpSaved(target.name));
  };
  const load = async () => {
    setTold(undefined);
    const [file] = await shell.chooseSources('set-up', false);
    if (file === undefined) return;
    if ((await ask('study.loadSetUp', { file: file.file })) === undefined) return;
    setTold(say.setUpLoaded);
    refresh();
  };
  return (
    <div className="stack">
      <p>{say.setUpHelp}</p>
      {trouble !== undefined ? (
        <TroubleNotice trouble={trouble} />
      ) : told === undefined ? null : (
        <Notice kind="done">{told}</Notice>
      )}
      <div className="row">
        <Button kind="primary" isBusy={busy === 'study.saveSetUp'} onPress={save}>
          {say.saveSetUp}
        </Button>
        <Button isBusy={busy === 'study.loadSetUp'} isOff={hasCases} onPress={load}>
          {say.loadSetUp}
        </Button>
      </div>
      {hasCases ? <p className="soft">{say.setUpTooLate}</p> : null}
    </div>
  );
}
