/** One message step of a study that was put back: whether it may have been sent since, and until when. */
import type { Day } from '../../../shared/calendar.ts';
import { type DoubtAnswer, doubtAnswers } from '../../../shared/schedule/reconciliation.ts';
import type { ReconciliationView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { DayField, RadioField } from '../../parts/field.tsx';
import { useStudy } from '../../study-at-hand.tsx';
import { reconcilingWords } from '../../wording/screens/reconciling.ts';

export interface Said {
  readonly answer?: DoubtAnswer;
  readonly on?: Day;
}

export function StepDoubt({
  step: { group, step, channel, cases },
  said,
  onSay,
}: {
  readonly step: NonNullable<ReconciliationView['older']>['steps'][number];
  readonly said: Said;
  readonly onSay: (said: Said) => void;
}) {
  const say = useWords(reconcilingWords);
  const { number } = useGrammar();
  const { status } = useStudy();
  const title = status.groups.find((one) => one.group.code === group)?.group.title ?? group;
  return (
    <div className="stack">
      <RadioField
        label={say.step(title, step, say.kinds[channel])}
        hint={say.reach(cases, number(cases))}
        value={said.answer}
        onChange={(answer) => onSay({ answer })}
        options={doubtAnswers.map((value) => ({ value, label: say.answers[value] }))}
      />
      {said.answer === 'may-have-been-sent' ? (
        <DayField
          label={say.on}
          value={said.on ?? ''}
          onChange={(on) => onSay({ answer: 'may-have-been-sent', ...(on === '' ? {} : { on }) })}
        />
      ) : null}
    </div>
  );
}
