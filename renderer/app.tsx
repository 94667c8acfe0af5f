/** The application: the start screen, the sign-in, or the study that is open. */
import { useCallback, useEffect, useState } from 'react';
import type { ChosenStudy, SignedIn } from '../shared/views.ts';
import { useBearing, useKeys } from './bearings.tsx';
import { KeyOverview } from './parts/key-overview.tsx';
import { request } from './request.ts';
import { SignInScreen } from './screens/start/sign-in-screen.tsx';
import { StartScreen } from './screens/start/start-screen.tsx';
import { StudyFrame } from './study-frame.tsx';

type Where =
  | { readonly kind: 'opening' }
  | { readonly kind: 'start' }
  | { readonly kind: 'door'; readonly chosen: ChosenStudy }
  | { readonly kind: 'study'; readonly me: SignedIn };

export function App() {
  const [where, setWhere] = useState<Where>({ kind: 'opening' });
  const [showsKeys, setShowsKeys] = useState(false);
  const { personal } = useBearing();
  useKeys([{ keys: ['?'], says: '', run: () => setShowsKeys(true) }]);

  const look = useCallback(async () => {
    const here = await request('study.here', {});
    if (here.kind !== 'ok') return setWhere({ kind: 'start' });
    const { signedIn, chosen } = here.view;
    if (signedIn !== undefined) setWhere({ kind: 'study', me: signedIn });
    else if (chosen !== undefined) setWhere({ kind: 'door', chosen });
    else setWhere({ kind: 'start' });
  }, []);
  useEffect(() => {
    look();
  }, [look]);

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
      {where.kind === 'study' ? <StudyFrame me={where.me} onLeave={() => setWhere({ kind: 'start' })} /> : null}
      {showsKeys ? <KeyOverview onClose={() => setShowsKeys(false)} /> : null}
    </>
  );
}
