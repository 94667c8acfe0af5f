/** In front of contact, in a study that was put back: what happened since, said step by step. */
import { useState } from 'react';
import type { Day } from '../../../shared/calendar.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import type { ReconciliationView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Tick } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Screen, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { reconcilingWords } from '../../wording/screens/reconciling.ts';
import { windowWords } from '../../wording/screens/window.ts';
import { Interviewed } from './interviewed.tsx';
import { Someone } from './someone.tsx';
import { type Said, StepDoubt } from './step-doubt.tsx';

export function Reconciling({ since }: { readonly since: Day }) {
  const say = useWords(reconcilingWords);
  const { screens } = useWords(windowWords);
  const { day } = useGrammar();
  const { refresh } = useStudy();
  const seen = useView('study.reconciliation', {});
  return (
    <Screen title={screens.contact} lead={say.lead(day(since))} help={say.help}>
      <Shown seen={seen}>
        {({ older }) =>
          older === undefined ? null : <Telling older={older} onStopped={seen.refresh} onDone={refresh} />
        }
      </Shown>
    </Screen>
  );
}

type Older = NonNullable<ReconciliationView['older']>;
const keyOf = ({ group, step }: Older['steps'][number]) => `${group} ${step}`;

function Telling({
  older,
  onStopped,
  onDone,
}: {
  readonly older: Older;
  readonly onStopped: () => void;
  readonly onDone: () => void;
}) {
  const say = useWords(reconcilingWords);
  const { number, all } = useGrammar();
  const { ask, busy, trouble } = useAsking();
  const [isFirstDone, setFirstDone] = useState(false);
  const [isStoppedDone, setStoppedDone] = useState(false);
  const [stopped, setStopped] = useState(0);
  const [interviewed, setInterviewed] = useState<readonly CaseId[]>([]);
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>({});
  const steps = older.steps.flatMap(({ group, step }) => {
    const { answer, on } = said[keyOf({ group, step } as never)] ?? {};
    return answer === undefined ? [] : [{ group, step, answer, ...(on === undefined ? {} : { on }) }];
  });
  const missing = [
    ...(isFirstDone ? [] : [say.need.first]),
    ...(isStoppedDone ? [] : [say.need.stopped]),
    ...(steps.length < older.steps.length ? [say.need.steps] : []),
  ];
  const reconcile = async () => {
    if ((await ask('study.reconcile', { steps, interviewed: [...interviewed], isComplete: true })) !== undefined)
      onDone();
  };
  return (
    <>
      {older.missing === undefined ? null : (
        <Notice kind="due">{say.missing(older.missing, number(older.missing))}</Notice>
      )}
      <Room title={say.first}>
        <p>{say.firstText}</p>
        <Tick label={say.firstDone} isOn={isFirstDone} onChange={setFirstDone} />
      </Room>
      <Room title={say.stopped}>
        <p>{say.stoppedText}</p>
        <Someone
          onStopped={() => {
            setStopped((count) => count + 1);
            onStopped();
          }}
        />
        {stopped === 0 ? null : <Notice kind="done">{say.stoppedCount(stopped, number(stopped))}</Notice>}
        <Tick label={say.stoppedDone} isOn={isStoppedDone} onChange={setStoppedDone} />
      </Room>
      {older.hasCalls ? (
        <Room title={say.interviewed}>
          <p>{say.interviewedText}</p>
          <Interviewed cases={interviewed} onAdd={(id) => setInterviewed([...new Set([...interviewed, id])])} />
        </Room>
      ) : null}
      <Room title={say.steps(older.hasCalls ? '4' : '3')}>
        {older.steps.length === 0 ? <p>{say.noSteps}</p> : <p>{say.stepsText}</p>}
        {older.steps.map((step) => (
          <StepDoubt
            key={keyOf(step)}
            step={step}
            said={said[keyOf(step)] ?? {}}
            onSay={(answer) => setSaid({ ...said, [keyOf(step)]: answer })}
          />
        ))}
      </Room>
      <div className="stack">
        <TroubleNotice trouble={trouble} />
        {missing.length === 0 ? null : <p className="soft">{say.notYet(all(missing))}</p>}
        <div className="row">
          <Button kind="primary" isBusy={busy !== undefined} isOff={missing.length > 0} onPress={reconcile}>
            {say.reconcile}
          </Button>
        </div>
      </div>
    </>
  );
}
