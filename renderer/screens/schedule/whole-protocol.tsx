/** What holds for a whole protocol: its first and last day, and how often someone is rung. */
import type { Day } from '../../../shared/calendar.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { DayField, NumberField } from '../../parts/field.tsx';
import { Room } from '../../parts/screen.tsx';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import type { Draft } from './draft.ts';

export function WholeProtocol({
  draft: { startsOn, closesOn, callsMaximum, callAgainAfterDays },
  agreementEndsOn,
  onChange,
}: {
  readonly draft: Draft;
  readonly agreementEndsOn: Day | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}) {
  const say = useWords(scheduleWords);
  const { day } = useGrammar();
  const fault =
    closesOn !== '' && startsOn !== '' && closesOn < startsOn
      ? say.datesTurned
      : agreementEndsOn !== undefined && closesOn > agreementEndsOn
        ? say.afterAgreement(day(agreementEndsOn))
        : undefined;
  return (
    <Room title={say.whole}>
      <div className="fields">
        <DayField label={say.startsOn} value={startsOn} onChange={(next) => onChange({ startsOn: next })} />
        <DayField
          label={say.closesOn}
          hint={say.closesOnHint}
          value={closesOn}
          fault={fault}
          onChange={(next) => onChange({ closesOn: next })}
        />
        <NumberField
          label={say.callsMaximum}
          value={callsMaximum}
          until={50}
          onChange={(next) => onChange({ callsMaximum: next })}
        />
        <NumberField
          label={say.callAgain}
          value={callAgainAfterDays}
          from={1}
          until={365}
          onChange={(next) => onChange({ callAgainAfterDays: next })}
        />
      </div>
    </Room>
  );
}
