/** Destruction: what goes, what stays, what is out of reach; two signatures, the title typed over; then the certificate. */
import { useState } from 'react';
import type { DestructionPlan } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Screen, Shown } from '../../parts/screen.tsx';
import { type Trouble, useView } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { destructionWords } from '../../wording/screens/destruction.ts';
import { Agreeing } from './agreeing.tsx';
import { CertificatePage, type CertificatePageProps } from './certificate-page.tsx';
import { Destroying } from './destroying.tsx';
import './destruction.css';

type Over =
  | ({ readonly kind: 'destroyed' } & CertificatePageProps)
  | { readonly kind: 'traces'; readonly trouble: Trouble };

export function DestructionScreen() {
  const say = useWords(destructionWords);
  const { status, finish, leave } = useStudy();
  const hasRole = useHasRole();
  const plan = useView('destruction.plan', {});
  // From here on the office has no study any more: nothing on this screen may ask for it.
  const [done, setDone] = useState<Over>();
  const over = (how: Over) => {
    finish();
    setDone(how);
  };
  if (done?.kind === 'destroyed') return <CertificatePage {...done} />;
  // The keys are gone all the same: what was found is told, and there is nothing left to press.
  if (done !== undefined)
    return (
      <Screen title={say.title} help={say.help}>
        <TroubleNotice trouble={done.trouble} />
        <div className="row">
          <Button onPress={leave}>{say.toStart}</Button>
        </div>
      </Screen>
    );
  return (
    <Screen title={say.title} lead={say.lead} help={say.help}>
      <Shown seen={plan}>
        {(view) => (
          <>
            <Plan plan={view} />
            {hasRole('researcher') ? <Agreeing plan={view} onAgreed={plan.refresh} /> : null}
            {hasRole('manager') ? (
              <Destroying
                plan={view}
                onLook={plan.refresh}
                onDone={(destroyed) => over({ kind: 'destroyed', destroyed, goes: view.goes, on: status.today })}
                onTraces={(trouble) => over({ kind: 'traces', trouble })}
              />
            ) : null}
            {hasRole('manager') || hasRole('researcher') ? null : <Notice>{say.onlyLook}</Notice>}
          </>
        )}
      </Shown>
    </Screen>
  );
}

function Plan({ plan: { goes, stays } }: { readonly plan: DestructionPlan }) {
  const say = useWords(destructionWords);
  const { number } = useGrammar();
  const { status } = useStudy();
  return (
    <>
      <Room title={say.goes}>
        <dl className="goes">
          {(Object.keys(say.counts) as (keyof typeof goes)[]).map((what) => (
            <div key={what}>
              <dt>{say.counts[what]}</dt>
              <dd>{number(goes[what])}</dd>
            </div>
          ))}
        </dl>
      </Room>
      <Room title={say.stays}>
        <p>{say.staysText}</p>
        {stays.length === 0 || !status.isExported ? <Notice kind="attention">{say.nothingStays}</Notice> : null}
        <ul>
          {stays.map((name) => (
            <li key={name} className="mono">
              {name}
            </li>
          ))}
        </ul>
      </Room>
    </>
  );
}
