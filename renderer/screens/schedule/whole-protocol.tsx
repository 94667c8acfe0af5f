/** What holds for a whole protocol: its first and last day, when it stops for someone, and a part of the group first. */
import type { Day } from '../../../shared/calendar.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { DayField, NumberField, Tick } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Room } from '../../parts/screen.tsx';
import { scheduleCallingWords } from '../../wording/screens/schedule-calling.ts';
import { type Draft, isWhole } from './draft.ts';

export function WholeProtocol({
  draft: { startsOn, closesOn, softLaunch },
  agreementEndsOn,
  softNow,
  onChange,
}: {
  readonly draft: Draft;
  readonly agreementEndsOn: Day | undefined;
  /** The share that goes first in the protocol that is in use. */
  readonly softNow: number | undefined;
  readonly onChange: (change: Partial<Draft>) => void;
}) {
  const say = useWords(scheduleCallingWords);
  const { day, number } = useGrammar();
  const fault =
    closesOn !== '' && startsOn !== '' && closesOn < startsOn
      ? say.datesTurned
      : agreementEndsOn !== undefined && closesOn > agreementEndsOn
        ? say.afterAgreement(day(agreementEndsOn))
        : undefined;
  const { isOn, percent } = softLaunch;
  return (
    <>
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
        </div>
        <h3>{say.stops}</h3>
        <p>{say.stopsText}</p>
      </Room>
      <Room title={say.soft}>
        {softNow === undefined || !isOn ? null : <Notice kind="due">{say.softNow(number(softNow))}</Notice>}
        <Tick
          label={
            <>
              {say.softTick}
              <small>{say.softHint}</small>
            </>
          }
          isOn={isOn}
          onChange={(next) => onChange({ softLaunch: { ...softLaunch, isOn: next } })}
        />
        {isOn ? (
          <NumberField
            label={say.softPercent}
            value={percent}
            from={1}
            until={99}
            fault={isWhole(percent, 1, 99) ? undefined : say.softFault}
            onChange={(next) => onChange({ softLaunch: { isOn, percent: next } })}
          />
        ) : null}
      </Room>
    </>
  );
}
