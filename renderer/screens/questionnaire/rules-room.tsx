/** What a study decides about interviews that are broken off, entry of what came on paper, and waiting for what was sent in on the web. */
import { useState } from 'react';
import { type InterviewRules, plainInterviewRules } from '../../../shared/study/interview-rules.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { NumberField, Tick } from '../../parts/field.tsx';
import { Notice, TroubleNotice } from '../../parts/notice.tsx';
import { Room, Shown } from '../../parts/screen.tsx';
import { useAsking, useView } from '../../request.ts';
import { scriptWords } from '../../wording/screens/scripts.ts';

export function RulesRoom() {
  const seen = useView('study.interviewRules', {});
  return <Shown seen={seen}>{({ rules }) => <Rules rules={rules} />}</Shown>;
}

const isWhole = (value: number | undefined, from: number, until: number) =>
  value !== undefined && Number.isInteger(value) && value >= from && value <= until;

function Rules({ rules }: { readonly rules: InterviewRules }) {
  const { rules: say } = useWords(scriptWords);
  const { ask, busy, trouble } = useAsking();
  const [isPartial, setPartial] = useState(rules.partialFromPercent !== undefined);
  const [percent, setPercent] = useState<number | undefined>(rules.partialFromPercent ?? 50);
  const [double, setDouble] = useState(rules.doubleEntry);
  const [waits, setWaits] = useState(rules.returnsWithinDays !== undefined);
  const [within, setWithin] = useState<number | undefined>(
    rules.returnsWithinDays ?? plainInterviewRules.returnsWithinDays,
  );
  const [isSaved, setSaved] = useState(false);
  const percentFault = isPartial && !isWhole(percent, 1, 99) ? say.partialFault : undefined;
  const withinFault = waits && !isWhole(within, 0, 60) ? say.withinFault : undefined;
  const isFaulty = percentFault !== undefined || withinFault !== undefined;
  const changing =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      setSaved(false);
      set(value);
    };
  const save = async () => {
    const set = await ask('study.setInterviewRules', {
      rules: {
        ...(isPartial && percent !== undefined ? { partialFromPercent: percent } : {}),
        doubleEntry: double,
        ...(waits && within !== undefined ? { returnsWithinDays: within } : {}),
      },
    });
    setSaved(set !== undefined);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isFaulty) save();
      }}
    >
      <p>{say.text}</p>
      <Room title={say.partialTitle}>
        <Tick
          label={<WithHint says={say.partial} hint={isPartial ? say.partialHint : say.partialOff} />}
          isOn={isPartial}
          onChange={changing(setPartial)}
        />
        {isPartial ? (
          <NumberField
            label={say.partialFrom}
            fault={percentFault}
            from={1}
            until={99}
            value={percent}
            onChange={changing(setPercent)}
          />
        ) : null}
      </Room>
      <Room title={say.entryTitle}>
        <Tick
          label={<WithHint says={say.double} hint={say.doubleHint} />}
          isOn={double}
          onChange={changing(setDouble)}
        />
      </Room>
      <Room title={say.returnsTitle}>
        <Tick label={<WithHint says={say.wait} hint={say.waitHint} />} isOn={waits} onChange={changing(setWaits)} />
        {waits ? (
          <NumberField
            label={say.within}
            hint={say.withinHint}
            fault={withinFault}
            until={60}
            value={within}
            onChange={changing(setWithin)}
          />
        ) : null}
      </Room>
      <TroubleNotice trouble={trouble} />
      {isSaved ? <Notice kind="done">{say.saved}</Notice> : null}
      <div className="row">
        <Button submits kind="primary" isOff={isFaulty} isBusy={busy !== undefined}>
          {say.save}
        </Button>
      </div>
    </form>
  );
}

function WithHint({ says, hint }: { readonly says: string; readonly hint: string }) {
  return (
    <>
      {says}
      <small>{hint}</small>
    </>
  );
}
