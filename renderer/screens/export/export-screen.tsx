/** The dataset: what will leave and what never does, on whose instruction, once. */

import { useState } from 'react';
import { fewestPeople } from '../../../shared/export/anonymous-rows.ts';
import { agreementPhase } from '../../../shared/study/agreement-in-force.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { DatasetView, ExportPlan } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Confirm } from '../../parts/dialog.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Empty, Room, Screen, Shown } from '../../parts/screen.tsx';
import { ShowResults } from '../../parts/show-results.tsx';
import { useAsking, useView } from '../../request.ts';
import { useStudy } from '../../study-at-hand.tsx';
import { agreementEndWords } from '../../wording/screens/agreement-end.ts';
import { exportWords } from '../../wording/screens/export.ts';
import { InstructionChoice } from '../study/instruction-choice.tsx';
import { AgreeingToRequests } from './agreeing-to-requests.tsx';
import { DatasetResult, ResultFiles } from './dataset-result.tsx';
import { ItemTable, staysOut } from './item-table.tsx';
import { Leaving } from './leaving.tsx';
import { Removals } from './removals.tsx';
import './export.css';

export function ExportScreen() {
  const { status } = useStudy();
  return agreementPhase(status, status.today) === 'answers-ended' ? <AfterTheEnd /> : <Dataset />;
}

/** What people asked about their answers is done as long as those are there. */
function AfterTheEnd() {
  const say = useWords(exportWords);
  const { noDataset } = useWords(agreementEndWords);
  const { refresh } = useStudy();
  return (
    <Screen title={say.title} lead={noDataset} help={say.help}>
      <Removals onRemoved={refresh} />
      <AgreeingToRequests />
    </Screen>
  );
}

function Dataset() {
  const say = useWords(exportWords);
  const { number } = useGrammar();
  const plan = useView('export.plan', {});
  const [made, setMade] = useState<DatasetView>();
  const responses =
    plan.kind === 'ready' ? plan.view.groups.reduce((sum, group) => sum + group.responses, 0) : undefined;
  const isMade = made !== undefined && made.files.length > 0;
  const isDone = isMade || (plan.kind === 'ready' && plan.view.isExported);
  return (
    <Screen
      title={say.title}
      lead={isDone ? say.leadDone : responses === undefined ? undefined : say.lead(number(responses))}
      help={say.help}
    >
      <Removals onRemoved={plan.refresh} />
      <AgreeingToRequests />
      {made === undefined ? (
        <Shown seen={plan}>
          {(view) =>
            view.isExported ? (
              <>
                <Notice>{say.done}</Notice>
                <ResultFiles files={view.files} />
              </>
            ) : responses === 0 ? (
              <Empty title={say.noResponses}>{say.noResponsesTodo}</Empty>
            ) : (
              <ExportForm plan={view} onMade={setMade} />
            )
          }
        </Shown>
      ) : (
        <>
          {isMade ? null : <Notice kind="attention">{say.nothingMade}</Notice>}
          <DatasetResult made={made} />
        </>
      )}
      {isDone ? (
        <div className="row">
          <ShowResults />
        </div>
      ) : null}
    </Screen>
  );
}

function ExportForm({ plan, onMade }: { readonly plan: ExportPlan; readonly onMade: (made: DatasetView) => void }) {
  const say = useWords(exportWords);
  const { number } = useGrammar();
  const { refresh } = useStudy();
  const { ask, busy, trouble } = useAsking();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [instruction, setInstruction] = useState('');
  const [isAsking, setAsking] = useState(false);
  const key = (group: GroupCode, item: string) => `${group} ${item}`;
  const make = async () => {
    setAsking(false);
    const leaveOut = plan.groups.flatMap(({ group, items }) =>
      items.flatMap(({ item }) => (leftOut.has(key(group, item)) ? [{ group, item }] : [])),
    );
    const made = await ask('export.dataset', { instruction: Number(instruction), leaveOut });
    if (made === undefined) return;
    onMade(made);
    refresh();
  };
  return (
    <>
      <p>
        {say.itemsText} {say.rule}
      </p>
      {plan.groups
        .filter(({ responses }) => responses > 0)
        .map(({ group, title, responses, items }) => (
          <Room key={group} title={say.group(title, number(responses))}>
            {responses < fewestPeople ? <Notice kind="due">{say.fewResponses(number(fewestPeople))}</Notice> : null}
            <p className="soft">
              {say.leftOutCount(
                number(items.filter(({ item }) => leftOut.has(key(group, item))).length),
                number(items.filter((one) => !staysOut(one)).length),
              )}
            </p>
            <ItemTable
              title={title}
              items={items}
              isLeftOut={(item) => leftOut.has(key(group, item))}
              onLeaveOut={(item, isOut) => {
                const next = new Set(leftOut);
                if (isOut) next.add(key(group, item));
                else next.delete(key(group, item));
                setLeftOut(next);
              }}
            />
          </Room>
        ))}
      <Room title={say.instruction}>
        <InstructionChoice instruction={instruction} onChange={setInstruction} />
        {busy === undefined ? null : <Notice>{say.making}</Notice>}
        <TroubleNotice trouble={trouble} />
        <div className="row">
          <Button kind="primary" isOff={instruction === ''} isBusy={busy !== undefined} onPress={() => setAsking(true)}>
            {say.make}
          </Button>
        </div>
      </Room>
      {isAsking ? (
        <Confirm title={say.confirmTitle} action={say.make} onConfirm={make} onClose={() => setAsking(false)}>
          <Leaving groups={plan.groups} isLeftOut={(group, item) => leftOut.has(key(group, item))} />
          <p>{say.confirmText}</p>
        </Confirm>
      ) : null}
    </>
  );
}
