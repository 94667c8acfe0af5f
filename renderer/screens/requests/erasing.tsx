/** Erasure, art. 17: what goes and what stays, the files outside the study, the name typed over; it cannot be taken back. */
import { useState } from 'react';
import type { CaseErasure, CaseHeld } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Tick } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { handedOutWords } from '../../wording/screens/handed-out.ts';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import { Agreed } from './agreed.tsx';
import { HeldPage } from './held-page.tsx';
import type { ActProps } from './one-request.tsx';

export function Erasing({ request, onChanged, onDone }: ActProps) {
  const { nr, agreedBy, details } = request;
  const say = useWords(onePersonWords);
  const plan = useView('destruction.caseErasure', { nr });
  const { ask, busy, trouble } = useAsking();
  const [held, setHeld] = useState<CaseHeld>();
  const [areDestroyed, setDestroyed] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const see = async () => setHeld(await ask('contact.case', { request: nr }));
  const erase = async (typedName: string) => {
    const erased = await ask('destruction.eraseCase', { nr, typedName, movedAreDestroyed: areDestroyed });
    setAsking(false);
    if (erased !== undefined) onDone(<Notice kind="done">{say.erased}</Notice>);
  };
  const needsInstruction = details?.instruction === undefined;
  return (
    <Shown seen={plan}>
      {(view) => (
        <>
          <Agreed
            by={agreedBy}
            onLook={() => {
              plan.refresh();
              onChanged();
            }}
          />
          <Plan plan={view} />
          {view.files.some(({ isThere }) => !isThere) ? (
            <Tick label={say.movedDestroyed} isOn={areDestroyed} onChange={setDestroyed} />
          ) : null}
          {needsInstruction ? <Notice kind="due">{say.needInstruction}</Notice> : null}
          <div className="row">
            <Button isOff={agreedBy === undefined} isBusy={busy === 'contact.case'} onPress={see}>
              {say.see}
            </Button>
          </div>
          {held === undefined ? null : <HeldPage held={held} />}
          <div className="stack irreversible-place">
            <TroubleNotice trouble={trouble} />
            <div className="row">
              <Button
                kind="irreversible"
                isOff={held === undefined || needsInstruction || !mayErase(view, areDestroyed)}
                onPress={() => setAsking(true)}
              >
                {say.erase}
              </Button>
            </div>
          </div>
          {isAsking && held !== undefined ? (
            <Confirm
              title={say.eraseTitle}
              action={say.erase}
              kind="irreversible"
              typed={held.knownAs}
              isBusy={busy !== undefined}
              onConfirm={erase}
              onClose={() => setAsking(false)}
            >
              <p>{say.eraseText}</p>
            </Confirm>
          ) : null}
        </>
      )}
    </Shown>
  );
}

const mayErase = ({ unposted, files }: CaseErasure, areDestroyed: boolean) =>
  unposted === 0 && (areDestroyed || files.every(({ isThere }) => isThere));

function Plan({ plan: { goes, files, unposted, isExported } }: { readonly plan: CaseErasure }) {
  const say = useWords(onePersonWords);
  const fileNames = useWords(handedOutWords);
  const { count, day } = useGrammar();
  return (
    <>
      <p>
        {say.eraseGoes(
          count(goes.attempts, say.attemptsCount),
          count(goes.responses, say.responsesCount),
          count(goes.drafts, say.draftsCount),
        )}
      </p>
      <p>{say.eraseStays}</p>
      {isExported ? <Notice>{say.eraseExported}</Notice> : null}
      {unposted > 0 ? <Notice kind="attention">{say.unposted}</Notice> : null}
      {files.length === 0 ? null : (
        <div>
          <p>{say.eraseFiles}:</p>
          <ul>
            {files.map(({ kind, madeOn, name, isThere }) => (
              <li key={name}>
                <span className="mono">{name}</span> ({fileNames[kind]}, {day(madeOn)}):{' '}
                {isThere ? say.fileGoes : <strong>{say.fileElsewhere}</strong>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
