/** Destruction: what goes, what stays, what is out of reach; two signatures, the title typed over; then the certificate. */
import { useEffect, useState } from 'react';
import type { Asked } from '../../../shared/contract.ts';
import type { DestructionPlan } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Screen, Shown } from '../../parts/screen.tsx';
import { ShowResults } from '../../parts/show-results.tsx';
import { request, type Trouble, useAsking, useProgress, useView } from '../../request.ts';
import { useHasRole, useStudy } from '../../study-at-hand.tsx';
import { destructionWords } from '../../wording/screens/destruction.ts';
import { Agreeing } from './agreeing.tsx';
import { CertificatePage, type CertificatePageProps } from './certificate-page.tsx';
import { Destroying } from './destroying.tsx';
import { Unlinking } from './unlinking.tsx';
import { Working } from './working.tsx';
import './destruction.css';

type Over = ({ readonly kind: 'destroyed' } & CertificatePageProps) | { readonly kind: 'no certificate' };

export function DestructionScreen() {
  const say = useWords(destructionWords);
  const { status, finish, refresh } = useStudy();
  const hasRole = useHasRole();
  const plan = useView('destruction.plan', {});
  const { ask, trouble } = useAsking();
  // The dataset is made at the researcher's seat: what this one last heard of it may be old.
  useEffect(refresh, [refresh]);
  const [isWorking, setWorking] = useState(false);
  const progress = useProgress(isWorking);
  // From here on the office has no study any more: nothing on this screen may ask for it.
  const [done, setDone] = useState<Over>();
  const destroy = async (view: DestructionPlan, input: Asked<'destruction.destroy'>) => {
    setWorking(true);
    // Nobody walks away from it: whoever left this screen would never see what came of it.
    finish();
    const destroyed = await ask('destruction.destroy', input);
    // Traces, or a fault half-way: whether the study went is what the office knows of this seat.
    const here = destroyed === undefined ? await request('study.here', {}) : undefined;
    if (destroyed !== undefined)
      setDone({ kind: 'destroyed', destroyed, goes: view.goes, on: status.today, checkedBy: view.agreedBy });
    else if (here?.kind === 'ok' && here.view.signedIn === undefined) setDone({ kind: 'no certificate' });
    else {
      finish(false);
      plan.refresh();
    }
    setWorking(false);
  };
  if (done?.kind === 'destroyed') return <CertificatePage {...done} />;
  if (done !== undefined) return <NoCertificate trouble={trouble} />;
  return (
    <>
      {isWorking ? <Working stepsDone={progress?.done ?? 0} /> : null}
      {/* Kept as it was filled in: the office may still refuse. */}
      <div hidden={isWorking}>
        <Screen title={say.title} lead={say.lead} help={say.help}>
          <Shown seen={plan}>
            {(view) => (
              <>
                <Plan plan={view} />
                <Unlinking
                  plan={view}
                  onChanged={() => {
                    plan.refresh();
                    refresh();
                  }}
                />
                {hasRole('researcher') ? <Agreeing plan={view} onAgreed={plan.refresh} /> : null}
                {hasRole('manager') ? (
                  <Destroying
                    plan={view}
                    onLook={() => {
                      plan.refresh();
                      refresh();
                    }}
                    trouble={isWorking ? undefined : trouble}
                    onDestroy={(input) => destroy(view, input)}
                  />
                ) : null}
                {hasRole('manager') || hasRole('researcher') ? null : <Notice>{say.onlyLook}</Notice>}
              </>
            )}
          </Shown>
        </Screen>
      </div>
    </>
  );
}

/** The keys are gone all the same: what went wrong is told, and there is nothing left to press. */
function NoCertificate({ trouble }: { readonly trouble: Trouble | undefined }) {
  const say = useWords(destructionWords);
  const { leave } = useStudy();
  return (
    <Screen title={say.title} help={say.help}>
      {trouble?.kind === 'failed' ? (
        <Notice kind="attention" title={say.brokenOff}>
          <p>{say.brokenOffTodo(trouble.reference)}</p>
        </Notice>
      ) : (
        <TroubleNotice trouble={trouble} />
      )}
      <div className="row">
        <ShowResults />
        <Button onPress={leave}>{say.toStart}</Button>
      </div>
    </Screen>
  );
}

function Plan({ plan: { goes, stays } }: { readonly plan: DestructionPlan }) {
  const say = useWords(destructionWords);
  const { number, form } = useGrammar();
  const { status } = useStudy();
  return (
    <>
      <Room title={say.goes}>
        <dl className="goes">
          {(Object.keys(say.counts) as (keyof typeof goes)[]).map((what) => (
            <div key={what}>
              <dt>{form(goes[what], say.counts[what])}</dt>
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
