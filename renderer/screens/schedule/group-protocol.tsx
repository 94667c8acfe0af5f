/** The protocol of one group while it is looked at or written: time line, the chosen step, the whole, what it asks, and setting it. */
import { useState } from 'react';
import { addDays } from '../../../shared/calendar.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { ProtocolView, StudyStatus } from '../../../shared/views.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { protocolTexts } from '../../wording/screens/protocol-texts.ts';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { problemText } from '../../wording/wording.ts';
import { Beginning } from './beginning.tsx';
import {
  changedStep,
  type Draft,
  draftOf,
  movedStep,
  ordinals,
  protocolOf,
  stepFaults,
  withoutStep,
  withStep,
} from './draft.ts';
import { keepDraft, keptDraft } from './kept-drafts.ts';
import { SaveBar } from './save-bar.tsx';
import { StepForm } from './step-form.tsx';
import { TimeLine } from './time-line.tsx';
import { usePreview } from './use-preview.ts';
import { WhatItAsks } from './what-it-asks.tsx';
import { WholeProtocol } from './whole-protocol.tsx';

const addable: readonly Channel[] = ['email', 'letter', 'phone', 'visit'];

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
  const { language } = useBearing();
  const { shortDay } = useGrammar();
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

  const nrs = ordinals(draft.steps);
  const names = new Map(draft.steps.map(({ key, channel }) => [key, say.stepName(say.lanes[channel], nrs.get(key))]));
  const draftFaults = stepFaults(draft);
  const officeFault = protocol === undefined ? undefined : preview.view.fault;
  const saidFault =
    officeFault === undefined
      ? undefined
      : problemText({ problem: 'schedule.protocol-faulty', ...officeFault }, language);
  const faults = new Map(
    draft.steps.flatMap(({ key, id }): readonly (readonly [number, string])[] => {
      const own = draftFaults.get(key);
      if (own !== undefined) return [[key, say.faults[own]]];
      return saidFault !== undefined && officeFault?.step === id ? [[key, saidFault.happened]] : [];
    }),
  );
  const [incompleteStep, ownFault] = [...draftFaults][0] ?? [];
  const incomplete =
    ownFault === undefined ? undefined : `${names.get(incompleteStep ?? 0) ?? ''}: ${say.faults[ownFault]}`;
  const chosen = draft.steps.find(({ key }) => key === selected);
  const move = (key: number, byDays: number) => {
    const next = movedStep(draft, key, byDays);
    write(next);
    const step = next.steps.find((one) => one.key === key);
    if (step !== undefined && draft.startsOn !== '')
      setTold(say.moved(names.get(key) ?? '', shortDay(addDays(draft.startsOn, step.afterDays ?? 0))));
  };
  const add = (channel: Channel) => {
    const reminder = draft.steps.some((step) => step.channel === 'email') ? texts.reminder : texts.invitation;
    const text = { email: reminder, letter: texts.letter, phone: texts.introduction, visit: undefined }[channel];
    const next = withStep(draft, channel, text);
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
            startsOn={draft.startsOn}
            closesOn={draft.closesOn}
            today={status.today}
            steps={draft.steps}
            names={names}
            loads={preview.view.days}
            faults={faults}
            selected={selected}
            onSelect={setSelected}
            onMove={move}
          />
        )}
        <p className="unseen" role="status">
          {told}
        </p>
        <div className="row">
          {addable.map((channel) => (
            <Button key={channel} onPress={() => add(channel)}>
              {say.add[channel]}
            </Button>
          ))}
        </div>
        {chosen === undefined && draft.steps.length > 0 ? <p className="soft">{say.chooseStep}</p> : null}
      </Room>
      {chosen === undefined ? null : (
        <StepForm
          key={chosen.key}
          name={names.get(chosen.key) ?? ''}
          step={chosen}
          startsOn={draft.startsOn}
          fault={draftFaults.get(chosen.key)}
          isIdFixed={isIdFixed(chosen.id)}
          onChange={(change) => write(changedStep(draft, chosen.key, change))}
          onRemove={() => {
            write(withoutStep(draft, chosen.key));
            setSelected(undefined);
          }}
        />
      )}
      <WholeProtocol
        draft={draft}
        agreementEndsOn={status.endsOn}
        onChange={(change) => write({ ...draft, ...change })}
      />
      <WhatItAsks view={preview.view} isEmptyGroup={cases === 0} />
      <SaveBar
        group={group.code}
        protocol={protocol}
        preview={preview}
        isChanged={isChanged}
        isNew={stored.protocol === undefined}
        incomplete={incomplete}
        fault={saidFault === undefined ? undefined : `${saidFault.happened} ${saidFault.todo}`}
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
