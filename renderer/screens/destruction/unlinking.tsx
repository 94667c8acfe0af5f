/** Unlinking people and answers, before or without the destruction: the researcher agrees, the manager carries it out. */
import { useState } from 'react';
import type { DestructionPlan, Unlinked } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { destructionWords } from '../../wording/screens/destruction.ts';

export interface UnlinkingProps {
  readonly plan: DestructionPlan;
  readonly onChanged: () => void;
}

export function Unlinking({ plan, onChanged }: UnlinkingProps) {
  const say = useWords(destructionWords);
  const { day, count } = useGrammar();
  const { me } = useStudy();
  const hasRole = useHasRole();
  const { ask, busy, trouble } = useAsking();
  const [asking, setAsking] = useState<'agree' | 'unlink'>();
  const [unlinked, setUnlinked] = useState<Unlinked>();
  const { unlinkedOn, unlinkAgreedBy, goes, title } = plan;
  const links = (of: Unlinked) => count(of.links, say.counts.links);
  const drafts = (of: Unlinked) => count(of.drafts, say.counts.drafts);
  const agree = async (typedTitle: string) => {
    const agreed = await ask('destruction.agreeToUnlink', { typedTitle });
    setAsking(undefined);
    if (agreed !== undefined) onChanged();
  };
  const unlink = async (typedTitle: string) => {
    const gone = await ask('destruction.unlink', { typedTitle });
    setAsking(undefined);
    if (gone === undefined) return;
    setUnlinked(gone);
    onChanged();
  };
  if (unlinkedOn !== undefined)
    return (
      <Room title={say.unlinkTitle}>
        <Notice kind="irreversible" title={say.unlinked(day(unlinkedOn))}>
          {unlinked === undefined ? null : <p>{say.unlinkedNow(links(unlinked), drafts(unlinked))}</p>}
        </Notice>
      </Room>
    );
  if (!hasRole('manager') && !hasRole('researcher')) return null;
  const isAgreedByMe = unlinkAgreedBy === me.name;
  return (
    <Room title={say.unlinkTitle}>
      <p>{say.unlinkText}</p>
      <ul>
        {say.unlinkMeans.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <TroubleNotice trouble={trouble} />
      {hasRole('researcher') && isAgreedByMe ? <Notice kind="done">{say.unlinkAgreedByYou}</Notice> : null}
      {hasRole('researcher') && !isAgreedByMe ? (
        <div className="row">
          <Button kind="irreversible" onPress={() => setAsking('agree')}>
            {say.unlinkAgree}
          </Button>
        </div>
      ) : null}
      {hasRole('manager') ? (
        <>
          {unlinkAgreedBy === undefined ? (
            <Notice kind="due">
              <p>{hasRole('researcher') ? say.unlinkAgreeHere : say.unlinkNotAgreed}</p>
              <Button onPress={onChanged}>{say.lookAgain}</Button>
            </Notice>
          ) : (
            <Notice kind="done">{say.agreed(unlinkAgreedBy)}</Notice>
          )}
          <div className="row irreversible-place">
            <Button
              kind="irreversible"
              isOff={unlinkAgreedBy === undefined}
              isBusy={busy === 'destruction.unlink'}
              onPress={() => setAsking('unlink')}
            >
              {say.unlink}
            </Button>
          </div>
        </>
      ) : null}
      {asking === undefined ? null : (
        <Confirm
          title={say.unlinkAsk}
          action={asking === 'agree' ? say.unlinkAgree : say.unlink}
          kind="irreversible"
          typed={title}
          isBusy={busy !== undefined}
          onConfirm={asking === 'agree' ? agree : unlink}
          onClose={() => setAsking(undefined)}
        >
          <p>{say.unlinkIrreversible}</p>
          <p>{say.unlinkGoes(links(goes), drafts(goes))}</p>
          {asking === 'agree' ? <p>{say.unlinkAgreeText}</p> : null}
        </Confirm>
      )}
    </Room>
  );
}
