/** A study put back on this computer: from its backup, the recovery file, and the words of the sheet. Nobody is signed in yet. */
import { useState } from 'react';
import type { SourceFile } from '../../../shared/contract.ts';
import type { Chosen } from '../../../shared/shell.ts';
import { sheetWords } from '../../../shared/study/recovery-words.ts';
import type { StudyRestored } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { RadioField, TextAreaField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Screen } from '../../parts/screen.tsx';
import { shell, useAsking } from '../../request.ts';
import { safeguardWords } from '../../wording/screens/safeguards.ts';
import { startWords } from '../../wording/screens/start.ts';

type Kind = 'backup' | 'recovery-file';
type Where = 'standard' | 'chosen';

export function RestoreStudy({ onRestored, onBack }: { readonly onRestored: () => void; readonly onBack: () => void }) {
  const say = useWords(safeguardWords);
  const start = useWords(startWords);
  const { number } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [files, setFiles] = useState<Partial<Record<Kind, Chosen<SourceFile>>>>({});
  const [words, setWords] = useState('');
  const [where, setWhere] = useState<Where>('standard');
  const [restored, setRestored] = useState<StudyRestored>();
  const { backup, 'recovery-file': recoveryFile } = files;
  const typed = words.split(/[^\p{L}]+/u).filter((word) => word !== '').length;
  if (restored !== undefined) return <Restored restored={restored} onGoOn={onRestored} />;
  const choose = async (kind: Kind) => {
    const [file] = await shell.chooseSources(kind, false);
    if (file !== undefined) setFiles({ ...files, [kind]: file });
  };
  const restore = async () => {
    if (backup === undefined || recoveryFile === undefined) return;
    if (where === 'chosen' && !(await shell.chooseFolder('new'))) return;
    const input = { backup: backup.file, recoveryFile: recoveryFile.file, words, where };
    const made = await ask('study.restore', input);
    if (made === undefined) return;
    // They have done their work, and are not to stand on a screen.
    setWords('');
    setRestored(made);
  };
  const file = (kind: Kind, label: string) => (
    <div className="row">
      <Button onPress={() => choose(kind)}>{label}</Button>
      <span role="status">{files[kind] === undefined ? '' : say.chosen(files[kind].name)}</span>
    </div>
  );
  return (
    <Screen title={say.restoreTitle} lead={say.restoreLead} help={say.restoreHelp}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          restore();
        }}
      >
        <Room title={say.steps.backup}>{file('backup', say.backupFile)}</Room>
        <Room title={say.steps['recovery-file']}>{file('recovery-file', say.recoveryFile)}</Room>
        <Room title={say.steps['recovery-sheet']}>
          <TextAreaField
            label={say.words}
            hint={`${say.wordsHint} ${say.wordsTyped(number(typed), number(sheetWords))}`}
            value={words}
            onChange={setWords}
          />
        </Room>
        {shell.kind === 'electron' ? (
          <RadioField
            label={start.where}
            hint={start.notSynced}
            value={where}
            onChange={setWhere}
            options={[
              { value: 'standard', label: start.whereStandard },
              { value: 'chosen', label: start.whereChosen },
            ]}
          />
        ) : null}
        <TroubleNotice trouble={trouble} />
        {busy === undefined ? null : <p role="status">{say.restoring}</p>}
        <div className="row">
          <Button
            submits
            kind="primary"
            isBusy={busy !== undefined}
            isOff={backup === undefined || recoveryFile === undefined || typed === 0}
          >
            {say.restore}
          </Button>
          <Button onPress={onBack}>{say.back}</Button>
        </div>
      </form>
    </Screen>
  );
}

function Restored({ restored, onGoOn }: { readonly restored: StudyRestored; readonly onGoOn: () => void }) {
  const say = useWords(safeguardWords);
  const { day } = useGrammar();
  const { on, wasHere, deviceSecretIn } = restored;
  return (
    <Screen title={say.restoreTitle} help={say.restoreHelp}>
      <Notice kind="done" title={say.restored(day(on))}>
        {wasHere ? <p>{say.wasHere}</p> : null}
      </Notice>
      {deviceSecretIn === 'file' ? <Notice>{say.inFile}</Notice> : null}
      <div className="row">
        <Button kind="primary" hasFocus onPress={onGoOn}>
          {say.goOn}
        </Button>
      </div>
    </Screen>
  );
}
