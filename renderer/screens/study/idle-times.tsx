/** How long a place of each role may stand idle before it locks itself. */
import { useState } from 'react';
import { idleMinutes } from '../../../shared/study/idle-times.ts';
import { type Role, roles } from '../../../shared/study/person.ts';
import type { IdleTimesView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { NumberField } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { lockingWords } from '../../wording/screens/locking.ts';
import { windowWords } from '../../wording/screens/window.ts';

type Draft = Readonly<Record<Role, number | undefined>>;

const isIn = (minutes: number | undefined): minutes is number =>
  minutes !== undefined && Number.isInteger(minutes) && minutes >= idleMinutes.least && minutes <= idleMinutes.most;

export function IdleTimes() {
  const { idle: say } = useWords(lockingWords);
  const seen = useView('study.idleTimes', {});
  return (
    <Room title={say.title}>
      <p className="soft">{say.text}</p>
      <Shown seen={seen}>{(view) => <IdleForm view={view} />}</Shown>
    </Room>
  );
}

function IdleForm({ view }: { readonly view: IdleTimesView }) {
  const { idle: say } = useWords(lockingWords);
  const { roleNames } = useWords(windowWords);
  const { number } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [draft, setDraft] = useState<Draft>(view.minutes);
  const [isSaved, setSaved] = useState(false);
  const { manager, researcher, interviewer, officer } = draft;
  const save = async () => {
    if (!isIn(manager) || !isIn(researcher) || !isIn(interviewer) || !isIn(officer)) return;
    const minutes = { manager, researcher, interviewer, officer };
    setSaved((await ask('study.setIdleTimes', { minutes })) !== undefined);
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="fields">
        {roles.map((role) => (
          <NumberField
            key={role}
            label={say.minutesOf(roleNames[role])}
            value={draft[role]}
            from={idleMinutes.least}
            until={idleMinutes.most}
            fault={isIn(draft[role]) ? undefined : say.fault(number(idleMinutes.least), number(idleMinutes.most))}
            onChange={(minutes) => {
              setSaved(false);
              setDraft({ ...draft, [role]: minutes });
            }}
          />
        ))}
      </div>
      <TroubleNotice trouble={trouble} />
      {isSaved ? <Notice kind="done">{say.saved}</Notice> : null}
      <div className="row">
        <Button submits isBusy={busy !== undefined} isOff={!Object.values(draft).every(isIn)}>
          {say.save}
        </Button>
      </div>
    </form>
  );
}
