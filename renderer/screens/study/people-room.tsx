/** The people of the study: who is in it, one more, who holds which key, and one's own passphrase. */
import { useState } from 'react';
import type { HoldersView, Invited } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useView } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { peopleWords } from '../../wording/screens/people.ts';
import { OneTimeCards } from '../start/one-time-cards.tsx';
import { AddPerson } from './add-person.tsx';
import { Callers } from './callers.tsx';
import { IdleTimes } from './idle-times.tsx';
import { KeyHolders } from './key-holders.tsx';
import { OwnPassphrase } from './own-passphrase.tsx';
import { Staff } from './staff.tsx';

export function PeopleRoom() {
  const say = useWords(peopleWords);
  const { refresh } = useStudy();
  const isManager = useHasRole()('manager');
  const people = useView('study.people', {});
  const holders = useView('study.holders', {});
  const [told, setTold] = useState<string>();
  const [invited, setInvited] = useState<Invited>();
  const lookAgain = (said?: string, card?: Invited) => {
    setTold(said);
    setInvited(card);
    people.refresh();
    holders.refresh();
    refresh();
  };
  // Nothing else until it is written down: it is shown once.
  if (invited !== undefined)
    return (
      <Room title={say.oneTimeTitle(1)}>
        <OneTimeCards invited={[invited]} onDone={() => setInvited(undefined)} />
      </Room>
    );
  return (
    <div className="stack">
      {told === undefined ? null : <Notice kind="done">{told}</Notice>}
      <Shown seen={people}>
        {(view) => (
          <Shown seen={holders}>
            {(held: HoldersView) => (
              <>
                <Staff people={view.people} holders={held.holders} onChanged={lookAgain} />
                <KeyHolders view={held} onSigned={() => lookAgain()} />
                {isManager ? <Callers /> : null}
                {isManager ? <AddPerson onAdded={lookAgain} /> : null}
              </>
            )}
          </Shown>
        )}
      </Shown>
      <OwnPassphrase />
      {isManager ? <IdleTimes /> : null}
    </div>
  );
}
