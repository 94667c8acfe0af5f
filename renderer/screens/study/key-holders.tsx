/** Which key who holds: a key with one holder is lost with their passphrase. Mended by a second holder, or signed for. */
import { useState } from 'react';
import { type KeyName, keyNames, type Role } from '../../../shared/study/person.ts';
import type { HoldersView } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { TextField } from '../../parts/field.tsx';
import { Mark, Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import { useAsking } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { peopleWords } from '../../wording/screens/people.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { words } from '../../wording/wording.ts';

/** With a second one of this role the key has a second holder. */
const mendedBy: Readonly<Record<KeyName, Role>> = {
  study: 'manager',
  contact: 'manager',
  draft: 'researcher',
  link: 'manager',
  answers: 'researcher',
};

export function KeyHolders({ view, onSigned }: { readonly view: HoldersView; readonly onSigned: () => void }) {
  const say = useWords(peopleWords);
  const { language } = useBearing();
  const { all } = useGrammar();
  const namesOf = (key: KeyName) => view.holders.find((one) => one.key === key)?.holders ?? [];
  return (
    <Room title={say.holders}>
      <p className="soft">{say.holdersText}</p>
      <TableFrame label={say.holders}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say.key}</th>
              <th scope="col">{say.heldBy}</th>
              <th scope="col">{say.state}</th>
            </tr>
          </thead>
          <tbody>
            {keyNames.map((key) => {
              const isFew = view.few.includes(key);
              const names = namesOf(key);
              return (
                <tr key={key}>
                  <th scope="row">{words[language].keys[key]}</th>
                  <td>{names.length === 0 ? <span className="soft">{say.nobody}</span> : all(names)}</td>
                  <td>
                    <Mark kind={isFew ? 'attention' : 'done'}>{isFew ? say.tooFew : say.enough}</Mark>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableFrame>
      {view.few.length > 0 ? <TooFew view={view} onSigned={onSigned} /> : null}
    </Room>
  );
}

function TooFew({ view: { few, accepted }, onSigned }: { readonly view: HoldersView; readonly onSigned: () => void }) {
  const say = useWords(peopleWords);
  const { roleNames } = useWords(windowWords);
  const { language } = useBearing();
  const { all, oneOf, day } = useGrammar();
  const { status } = useStudy();
  const isManager = useHasRole()('manager');
  const { ask, busy, trouble } = useAsking();
  const [by, setBy] = useState('');
  const [isAsking, setAsking] = useState(false);
  const roles = [...new Set(few.map((key) => mendedBy[key]))].map((role) => roleNames[role]);
  const sign = async () => {
    const signed = await ask('study.acceptFewHolders', { by: by.trim() });
    setAsking(false);
    if (signed !== undefined) onSigned();
  };
  return (
    <>
      <Notice kind={accepted === undefined && !status.isPractice ? 'attention' : 'due'} title={say.fewTitle}>
        <p>{say.fewText(all(few.map((key) => words[language].keys[key])))}</p>
        <p>{say.mend(oneOf(roles))}</p>
        {status.isPractice ? <p>{say.practiceFew}</p> : null}
      </Notice>
      {accepted === undefined ? null : <Notice kind="done">{say.accepted(accepted.by, day(accepted.on))}</Notice>}
      {accepted === undefined && isManager ? (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            if (by.trim() !== '') setAsking(true);
          }}
        >
          <p className="soft">{say.orSign}</p>
          <TextField label={say.signedBy} value={by} onChange={setBy} />
          <TroubleNotice trouble={trouble} />
          <div className="row">
            <Button submits isOff={by.trim() === ''} isBusy={busy !== undefined}>
              {say.sign}
            </Button>
          </div>
        </form>
      ) : null}
      {isAsking ? (
        <Confirm
          title={say.signTitle}
          action={say.sign}
          isBusy={busy !== undefined}
          onConfirm={sign}
          onClose={() => setAsking(false)}
        >
          <p>{say.signText}</p>
        </Confirm>
      ) : null}
    </>
  );
}
