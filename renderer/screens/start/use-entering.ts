/** Signing in, with what may come between: a passphrase of one's own to be chosen. */
import { useState } from 'react';
import type { Asked } from '../../../shared/contract.ts';
import type { SignedIn } from '../../../shared/views.ts';
import { request, type Trouble } from '../../request.ts';

type Entering = Asked<'study.signIn'>;

export function useEntering(onSignedIn: (me: SignedIn) => void) {
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [choosing, setChoosing] = useState<Entering>();
  const startAnew = () => {
    setChoosing(undefined);
    setTrouble(undefined);
  };
  const enter = async (who: Entering) => {
    setBusy(true);
    setTrouble(undefined);
    const outcome = await request('study.signIn', who);
    setBusy(false);
    if (outcome.kind === 'ok') return onSignedIn(outcome.view);
    const problem = outcome.kind === 'refused' ? outcome.problem : undefined;
    if (problem?.problem === 'session.choose-passphrase') return setChoosing(who);
    setTrouble(outcome);
  };
  return { enter, choosing, isBusy, trouble, startAnew };
}
