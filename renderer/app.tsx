/** The application: the start screen, the sign-in, or the study that is open. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ChosenStudy, LockedSeat, SignedIn } from '../shared/views.ts';
import { useBearing, useKeys } from './bearings.tsx';
import type { KeptPlace } from './kept-place.ts';
import { KeyOverview } from './parts/key-overview.tsx';
import { onNews, request } from './request.ts';
import { LockScreen } from './screens/start/lock-screen.tsx';
import { SignInScreen } from './screens/start/sign-in-screen.tsx';
import { StartScreen } from './screens/start/start-screen.tsx';
import { StudyFrame } from './study-frame.tsx';

type Where =
  | { readonly kind: 'opening' }
  | { readonly kind: 'start' }
  | { readonly kind: 'door'; readonly chosen: ChosenStudy }
  | { readonly kind: 'locked'; readonly locked: LockedSeat; readonly chosen: ChosenStudy | undefined }
  | { readonly kind: 'study'; readonly me: SignedIn };

export function App() {
  const [where, setWhere] = useState<Where>({ kind: 'opening' });
  const [showsKeys, setShowsKeys] = useState(false);
  const kept = useRef<KeptPlace>({});
  const { personal } = useBearing();
  useKeys([{ keys: ['?'], says: '', run: () => setShowsKeys(true) }]);

  const look = useCallback(async () => {
    const here = await request('study.here', {});
    if (here.kind !== 'ok') return setWhere({ kind: 'start' });
    const { signedIn, locked, chosen } = here.view;
    if (locked !== undefined) setWhere({ kind: 'locked', locked, chosen });
    else if (signedIn !== undefined) setWhere({ kind: 'study', me: signedIn });
    else if (chosen !== undefined) setWhere({ kind: 'door', chosen });
    else setWhere({ kind: 'start' });
  }, []);
  useEffect(() => {
    look();
  }, [look]);
  useEffect(
    () =>
      onNews('locked', () => {
        // Every screen goes at once, before anything else is asked, and with it the names of files.
        kept.current.delivery = undefined;
        kept.current.workbook = undefined;
        flushSync(() => {
          setShowsKeys(false);
          setWhere({ kind: 'opening' });
        });
        look();
      }),
    [look],
  );
  const leave = () => {
    kept.current = {};
    setWhere({ kind: 'start' });
  };

  return (
    <>
      <div className="personal-line" data-on={personal > 0} />
      {where.kind === 'start' ? <StartScreen onChosen={look} /> : null}
      {where.kind === 'door' ? (
        <SignInScreen
          chosen={where.chosen}
          onSignedIn={(me) => setWhere({ kind: 'study', me })}
          onBack={() => setWhere({ kind: 'start' })}
        />
      ) : null}
      {where.kind === 'locked' ? (
        <LockScreen
          locked={where.locked}
          practicePeople={where.chosen?.practicePeople ?? []}
          onUnlocked={(me) => setWhere({ kind: 'study', me })}
          onChanged={look}
          onLeft={leave}
        />
      ) : null}
      {where.kind === 'study' ? <StudyFrame me={where.me} kept={kept.current} onLeave={leave} /> : null}
      {showsKeys ? <KeyOverview onClose={() => setShowsKeys(false)} /> : null}
    </>
  );
}
