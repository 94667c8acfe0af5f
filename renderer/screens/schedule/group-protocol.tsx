/** The protocol of one group while it is looked at or written: time line, checks, the chosen step, the whole, what it asks, and setting it. */
import { useState } from 'react';
import type { StepId } from '../../../shared/study/protocol.ts';
import type { ProtocolView, StudyStatus } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { protocolTexts } from '../../wording/screens/protocol-texts.ts';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { scheduleCheckWords } from '../../wording/screens/schedule-checks.ts';
import { scheduleStepWords } from '../../wording/screens/schedule-step.ts';
import { problemText } from '../../wording/wording.ts';
import { Beginning } from './beginning.tsx';
import { CallingRoom } from './calling-room.tsx';
import { Checks, warningText } from './checks.tsx';
import { type Draft, type StepKind, stepKinds } from './draft.ts';
import { stepFaults } from './draft-faults.ts';
import { movedStep, ordinals, steppedTo, withoutStep, withStep } from './draft-moves.ts';
import { draftOf, protocolOf } from './draft-protocol.ts';
import { keepDraft, keptDraft } from './kept-drafts.ts';
import { plannedDays } from './planned.ts';
import { remarksOf } from './remarks.ts';
import { SaveBar } from './save-bar.tsx';
import { StepForm } from './step-form.tsx';
import { TimeLine } from './time-line.tsx';
import { usePreview } from './use-preview.ts';
import { WhatItAsks } from './what-it-asks.tsx';
import { WholeProtocol } from './whole-protocol.tsx';

export function GroupProtocol({
  group: { group, cases },
  view,
  onKept,
}: {
  readonly group: StudyStatus['groups'][number];
  readonly view: ProtocolView;
  /** A draft came or went. */
  readonly onKept: () => void;
}) {
  const say = useWords(scheduleWords);
  const sayStep = useWords(scheduleStepWords);
  const sayChecks = useWords(scheduleCheckWords);
  const { language } = useBearing();
  const grammar = useGrammar();
  const { status } = useStudy();
  const texts = protocolTexts(status.client);
  const introduction = texts.introduction.subject;
  const [stored, setStored] = useState(view);
  const over = JSON.stringify(stored.protocol ?? null);
  const original = stored.protocol === undefined ? undefined : draftOf(stored.protocol);
  const [draft, setDraft] = useState<Draft | undefined>(() => keptDraft(status.title, group.code, over) ?? original);
  const [selected, setSelected] = useState<number>();
  const [told, setTold] = useState('');
  const protocol = draft === undefined ? undefined : protocolOf(draft, introduction);
  const sorted = original === undefined ? undefined : protocolOf(original, introduction);
  const isChanged = draft !== undefined && JSON.stringify(protocol) !== JSON.stringify(sorted);
  const preview = usePreview(group.code, isChanged ? protocol : stored.protocol, stored);

  const write = (next: Draft | undefined) => {
    setDraft(next);
    const written = next === undefined ? undefined : protocolOf(next, introduction);
    const isSame = next === undefined || JSON.stringify(written) === JSON.stringify(sorted);
    keepDraft(status.title, group.code, isSame ? undefined : { over, draft: next });
    onKept();
  };
  if (draft === undefined)
    return (
      <Beginning
        onBegin={(begun) => {
          write(begun);
          setSelected(begun.steps[0]?.key);
        }}
      />
    );

  const nrs = ordinals(draft);
  const names = new Map(draft.steps.map(({ key, kind }) => [key, say.stepName(sayStep.kinds[kind], nrs.get(key))]));
  const keyOf = (id: StepId) => draft.steps.find((step) => step.id === id)?.key;
  const nameOf = (id: StepId) => names.get(keyOf(id) ?? -1) ?? sayChecks.stepGone(id);
  const draftFaults = stepFaults(draft);
  const officeFault = protocol === undefined ? undefined : preview.view.fault;
  const saidFault =
    officeFault === undefined
      ? undefined
      : problemText({ problem: 'schedule.protocol-faulty', ...officeFault }, language);
  const warnings = protocol === undefined ? undefined : preview.view.warnings;
  const remarks = remarksOf(draft, {
    own: new Map([...draftFaults].map(([key, fault]) => [key, sayStep.faults[fault]])),
    office: officeFault && saidFault && { step: officeFault.step, text: saidFault.happened },
    warnings: warnings ?? [],
    textOf: (warning) => warningText(warning, sayChecks, grammar, nameOf),
  });
  const [incompleteStep, ownFault] = [...draftFaults][0] ?? [];
  const incomplete =
    ownFault === undefined ? undefined : `${names.get(incompleteStep ?? 0) ?? ''}: ${sayStep.faults[ownFault]}`;
  const chosen = draft.steps.find(({ key }) => key === selected);
  const move = (key: number, next: Draft) => {
    write(next);
    const on = next.startsOn === '' ? undefined : plannedDays(next, next.startsOn).get(key);
    if (on !== undefined) setTold(say.moved(names.get(key) ?? '', grammar.shortDay(on)));
  };
  const add = (kind: StepKind) => {
    const reminder = draft.steps.some((step) => step.kind === 'email') ? texts.reminder : texts.invitation;
    const text = { ...texts, email: reminder, phone: texts.introduction, visit: undefined }[kind];
    const next = withStep(draft, kind, text);
    write(next);
    setSelected(next.steps.at(-1)?.key);
  };
  // Nobody is contacted before the first day.
  const hasBegun = status.isContacted && stored.protocol !== undefined && stored.protocol.startsOn <= status.today;
  const isIdFixed = (id: string) => hasBegun && stored.protocol?.steps.some((step) => step.id === id) === true;

  return (
    <div className="stack protocol">
      <Room title={say.timeLine}>
        {hasBegun ? <Notice>{say.contacted}</Notice> : null}
        {draft.startsOn === '' || draft.closesOn === '' || draft.steps.length === 0 ? (
          <p>{draft.steps.length === 0 ? say.noSteps : say.incomplete}</p>
        ) : (
          <TimeLine
            title={say.timeLineOf(group.title)}
            draft={draft}
            startsOn={draft.startsOn}
            closesOn={draft.closesOn}
            today={status.today}
            names={names}
            strata={preview.view.strata}
            loads={preview.view.days}
            remarks={remarks}
            selected={selected}
            onSelect={setSelected}
            onMove={(key, byDays) => move(key, movedStep(draft, key, byDays))}
            onPut={(key, on) => move(key, steppedTo(draft, key, on))}
          />
        )}
        <p className="unseen" role="status">
          {told}
        </p>
        <div className="row">
          {stepKinds.map((kind) => (
            <Button key={kind} onPress={() => add(kind)}>
              {sayStep.add[kind]}
            </Button>
          ))}
        </div>
        {chosen === undefined && draft.steps.length > 0 ? <p className="soft">{say.chooseStep}</p> : null}
      </Room>
      <Checks warnings={warnings} nameOf={nameOf} onSelect={(id) => setSelected(keyOf(id))} />
      {chosen === undefined ? null : (
        <StepForm
          key={chosen.key}
          draft={draft}
          step={chosen}
          names={names}
          strata={preview.view.strata}
          fault={draftFaults.get(chosen.key)}
          isIdFixed={isIdFixed(chosen.id)}
          onChange={write}
          onRemove={() => {
            write(withoutStep(draft, chosen.key));
            setSelected(undefined);
          }}
        />
      )}
      <WholeProtocol
        draft={draft}
        agreementEndsOn={status.endsOn}
        softNow={stored.protocol?.softLaunch?.percent}
        onChange={(change) => write({ ...draft, ...change })}
      />
      <CallingRoom draft={draft} strata={preview.view.strata} onChange={(change) => write({ ...draft, ...change })} />
      <WhatItAsks view={preview.view} isEmptyGroup={cases === 0} />
      <SaveBar
        group={group.code}
        protocol={protocol}
        preview={preview}
        isChanged={isChanged}
        isNew={stored.protocol === undefined}
        hasBegun={hasBegun}
        incomplete={incomplete}
        fault={saidFault === undefined ? undefined : `${saidFault.happened} ${saidFault.todo}`}
        nameOf={nameOf}
        onDiscard={() => {
          setSelected(undefined);
          write(original);
        }}
        onSaved={(saved) => {
          keepDraft(status.title, group.code, undefined);
          setStored(saved);
          onKept();
        }}
      />
    </div>
  );
}
