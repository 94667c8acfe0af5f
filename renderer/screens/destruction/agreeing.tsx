/** The second signature: the researcher says, at their own seat, that the answers may go. */
import { useState } from 'react';
import type { DestructionPlan } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useAsking } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { destructionWords } from '../../wording/screens/destruction.ts';

export function Agreeing({ plan, onAgreed }: { readonly plan: DestructionPlan; readonly onAgreed: () => void }) {
  const say = useWords(destructionWords);
  const { me } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [isAsking, setAsking] = useState(false);
  const agree = async (typedTitle: string) => {
    const agreed = await ask('destruction.agree', { typedTitle });
    setAsking(false);
    if (agreed !== undefined) onAgreed();
  };
  return (
    <Room title={say.agreeTitle}>
      <p>{say.agreeText}</p>
      <TroubleNotice trouble={trouble} />
      {plan.agreedBy === me.name ? (
        <Notice kind="done">{say.agreedByYou}</Notice>
      ) : (
        <div className="row">
          <Button kind="irreversible" onPress={() => setAsking(true)}>
            {say.agree}
          </Button>
        </div>
      )}
      {isAsking ? (
        <Confirm
          title={say.agreeTitle}
          action={say.agree}
          kind="irreversible"
          typed={plan.title}
          isBusy={busy !== undefined}
          onConfirm={agree}
          onClose={() => setAsking(false)}
        >
          <p>{say.agreeText}</p>
        </Confirm>
      ) : null}
    </Room>
  );
}
