/** What keeps the study from being lost with this computer: the sheet, the recovery file, backups; and the list of all that was made. */
import { useState } from 'react';
import { type SafeguardKind, safeguardKinds } from '../../../shared/study/safeguard.ts';
import type { SafeguardsView, SheetPrinted } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Mark, Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { shell, useAsking, useView } from '../../request.ts';
import { useHasRole } from '../../study-at-hand.tsx';
import { safeguardWords } from '../../wording/screens/safeguards.ts';
import { NewSheet } from './new-sheet.tsx';
import { SafeguardList } from './safeguard-list.tsx';

export function SafeguardsRoom() {
  const seen = useView('study.safeguards', {});
  return <Shown seen={seen}>{(view) => <Safeguards view={view} onChanged={seen.refresh} />}</Shown>;
}

const requests = { 'recovery-file': 'study.makeRecoveryFile', backup: 'study.makeBackup' } as const;

function Safeguards({ view, onChanged }: { readonly view: SafeguardsView; readonly onChanged: () => void }) {
  const say = useWords(safeguardWords);
  const isManager = useHasRole()('manager');
  const { ask, busy, trouble } = useAsking();
  const [printed, setPrinted] = useState<SheetPrinted & { readonly name: string }>();
  const [told, setTold] = useState<string>();
  const hasOf = (kind: SafeguardKind) =>
    kind === 'recovery-sheet'
      ? view.sheet !== undefined
      : view.safeguards.some((one) => one.kind === kind && one.state === 'valid');
  const isAll = safeguardKinds.every(hasOf);
  const make = async (kind: SafeguardKind) => {
    setTold(undefined);
    const target = await shell.chooseTarget(kind, say.names[kind]);
    if (target === undefined) return;
    if (kind === 'recovery-sheet') {
      const made = await ask('study.makeRecoverySheet', { target: target.file });
      if (made !== undefined) setPrinted({ ...made, name: target.name });
      return;
    }
    if ((await ask(requests[kind], { target: target.file })) !== undefined) setTold(say.made(target.name));
    onChanged();
  };
  // What is next is what is missing; when nothing is, another backup.
  const next = safeguardKinds.find((kind) => !hasOf(kind)) ?? 'backup';
  return (
    <div className="stack">
      <Notice kind={isAll ? 'done' : 'due'} title={isAll ? say.all : say.needed}>
        <p>{say.lead}</p>
      </Notice>
      {view.isTogether ? <Notice kind="attention">{say.together}</Notice> : null}
      <TroubleNotice trouble={trouble} />
      {told === undefined ? null : <Notice kind="done">{told}</Notice>}
      {printed === undefined ? (
        safeguardKinds.map((kind) => (
          <Room key={kind} title={say.steps[kind]}>
            <p>{say.texts[kind]}</p>
            {kind === 'recovery-sheet' && view.sheet !== undefined ? (
              <p>
                <Mark kind="done">{say.sheetInForce(view.sheet)}</Mark> {isManager ? say.sheetReplaces : null}
              </p>
            ) : null}
            {kind === 'recovery-file' && view.sheet === undefined ? <p className="soft">{say.noSheet}</p> : null}
            {isManager ? (
              <div className="row">
                <Button
                  kind={kind === next ? 'primary' : 'quiet'}
                  isBusy={kind === 'recovery-sheet' ? busy === 'study.makeRecoverySheet' : busy === requests[kind]}
                  isOff={kind === 'recovery-file' && view.sheet === undefined}
                  onPress={() => make(kind)}
                >
                  {say.make[kind]}
                </Button>
              </div>
            ) : null}
          </Room>
        ))
      ) : (
        <NewSheet
          printed={printed}
          onEnd={(text) => {
            setPrinted(undefined);
            setTold(text);
            onChanged();
          }}
        />
      )}
      <Room title={say.list}>
        <SafeguardList view={view} onChanged={onChanged} />
      </Room>
    </div>
  );
}
