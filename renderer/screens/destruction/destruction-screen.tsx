/** Destruction: what goes, what stays, what is out of reach; two signatures, the title typed over; then the certificate. */
import { useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import type { Destroyed, DestructionPlan } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room, Screen, Shown } from '../../parts/screen.tsx';
import { useView } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { destructionWords } from '../../wording/screens/destruction.ts';
import { Agreeing } from './agreeing.tsx';
import { CertificatePage } from './certificate-page.tsx';
import { Destroying } from './destroying.tsx';
import './destruction.css';

export function DestructionScreen() {
  const say = useWords(destructionWords);
  const { status } = useStudy();
  const hasRole = useHasRole();
  const plan = useView('destruction.plan', {});
  // From here on the office has no study any more: nothing on this screen may ask for it.
  const [done, setDone] = useState<{ readonly destroyed: Destroyed; readonly on: Day }>();
  if (done !== undefined) return <CertificatePage destroyed={done.destroyed} on={done.on} />;
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
                onDone={(destroyed) => setDone({ destroyed, on: status.today })}
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
