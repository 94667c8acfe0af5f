/** Answers of people who withdrew: how many wait, and that they go; before any dataset is made. */
import { useState } from 'react';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { onePersonWords } from '../../wording/screens/one-person.ts';
import { withdrawalWords } from '../../wording/screens/withdrawal.ts';

export function Removals({ onRemoved }: { readonly onRemoved: () => void }) {
  const say = useWords(withdrawalWords);
  const { lookAgain } = useWords(onePersonWords);
  const { count, day, all } = useGrammar();
  const seen = useView('export.removals', {});
  const { ask, busy, trouble } = useAsking();
  const [isAsking, setAsking] = useState(false);
  const [removed, setRemoved] = useState<number>();
  const remove = async () => {
    const done = await ask('export.removeAnswers', {});
    setAsking(false);
    if (done === undefined) return;
    setRemoved(done.removed);
    seen.refresh();
    onRemoved();
  };
  return (
    <Shown seen={seen}>
      {({ waiting, restricted, isExported, colleague }) => {
        if (waiting.length + restricted === 0 && removed === undefined) return null;
        const days = [...new Set(waiting.map(({ askedOn }) => askedOn))];
        return (
          <Room title={say.removalsTitle}>
            {removed === undefined ? null : (
              <Notice kind="done">{say.removed(count(removed, say.removedCount))}</Notice>
            )}
            {restricted === 0 ? null : (
              <Notice kind="due">{say.restrictedAnswers(count(restricted, say.removalsPeople))}</Notice>
            )}
            <TroubleNotice trouble={trouble} />
            {waiting.length === 0 ? null : (
              <>
                <p>
                  {say.removalsText(count(waiting.length, say.removalsPeople))} {say.askedOn(all(days.map(day)))}
                </p>
                {isExported ? <Notice>{say.removalsExported}</Notice> : null}
                {colleague === undefined ? (
                  <Notice kind="due">
                    <p>{say.removalsNobody}</p>
                    <Button onPress={seen.refresh}>{lookAgain}</Button>
                  </Notice>
                ) : (
                  <p className="soft">{say.removalsWith(colleague)}</p>
                )}
                <div className="row">
                  <Button kind="irreversible" isOff={colleague === undefined} onPress={() => setAsking(true)}>
                    {say.remove}
                  </Button>
                </div>
              </>
            )}
            {isAsking ? (
              <Confirm
                title={say.removalsTitle}
                action={say.remove}
                kind="irreversible"
                isBusy={busy !== undefined}
                onConfirm={remove}
                onClose={() => setAsking(false)}
              >
                <p>{say.removalsText(count(waiting.length, say.removalsPeople))}</p>
              </Confirm>
            ) : null}
          </Room>
        );
      }}
    </Shown>
  );
}
