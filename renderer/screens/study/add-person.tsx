/** One more colleague; in a real study with a passphrase for the first sign-in, made by the office. */
import { useState } from 'react';
import type { Invited } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { peopleWords } from '../../wording/screens/people.ts';
import { isWhole, newPerson, PersonFields, personOf } from '../start/person-fields.tsx';

export function AddPerson({ onAdded }: { readonly onAdded: (said: string, card?: Invited) => void }) {
  const say = useWords(peopleWords);
  const { status } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const rule = status.isPractice ? 'may' : 'none';
  const [draft, setDraft] = useState(() => newPerson(['interviewer'], status.today));
  const add = async () => {
    const added = await ask('study.addPerson', personOf(draft, rule));
    if (added === undefined) return;
    setDraft(newPerson(['interviewer'], status.today));
    onAdded(say.added(draft.name.trim()), added.invited);
  };
  return (
    <Room title={say.add}>
      <p className="soft">{say.addedText}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole(draft, rule)) add();
        }}
      >
        <PersonFields person={draft} rule={rule} onChange={setDraft} />
        <TroubleNotice trouble={trouble} />
        <div className="row">
          <Button submits isOff={!isWhole(draft, rule)} isBusy={busy !== undefined}>
            {say.add}
          </Button>
        </div>
      </form>
    </Room>
  );
}
