/** How the people of a group are rung: how often, at which hours, on which days not, how soon again, and whom first. */
import { type CallAgainOutcome, callAgainOutcomes } from '../../../shared/study/calling.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { NumberField, RadioField } from '../../parts/field.tsx';
import { Room } from '../../parts/screen.tsx';
import { TickFrame } from '../../parts/tick-set.tsx';
import { scheduleCallingWords } from '../../wording/screens/schedule-calling.ts';
import { CallWindows } from './call-windows.tsx';
import { ClosedDays } from './closed-days.tsx';
import { type Draft, isWhole } from './draft.ts';
import type { DraftCalling } from './draft-calling.ts';

const softRefusals = ['final', 'once-more'] as const;

export function CallingRoom({
  draft,
  strata,
  onChange,
}: {
  readonly draft: Draft;
  readonly strata: ProtocolView['strata'];
  readonly onChange: (change: Partial<Draft>) => void;
}) {
  const say = useWords(scheduleCallingWords);
  const { callsMaximum, callAgainAfterDays, calling } = draft;
  const change = (part: Partial<DraftCalling>) => onChange({ calling: { ...calling, ...part } });
  const hasPhone = draft.steps.some(({ kind }) => kind === 'phone');
  const outcomes = callAgainOutcomes.filter(
    (outcome) => outcome !== 'refused-soft' || calling.softRefusal === 'once-more',
  );
  const outOfRange = (value: number | undefined, from: number, until: number) =>
    value === undefined || isWhole(value, from, until) ? undefined : say.outOfRange;
  const setAgain = (outcome: CallAgainOutcome, days: number | undefined) =>
    change({ againAfterDays: { ...calling.againAfterDays, [outcome]: days } });
  return (
    <Room title={say.calling}>
      {hasPhone ? null : <p className="soft">{say.noPhone}</p>}
      <div className="fields">
        <NumberField
          label={say.callsMaximum}
          hint={say.callsMaximumHint}
          value={callsMaximum}
          until={50}
          fault={outOfRange(callsMaximum, 0, 50)}
          onChange={(next) => onChange({ callsMaximum: next })}
        />
        <NumberField
          label={say.callAgain}
          hint={say.callAgainHint}
          value={callAgainAfterDays}
          from={1}
          until={365}
          fault={outOfRange(callAgainAfterDays, 1, 365)}
          onChange={(next) => onChange({ callAgainAfterDays: next })}
        />
      </div>
      <CallWindows calling={calling} onChange={(next) => onChange({ calling: next })} />
      <ClosedDays draft={draft} onChange={(closedOn) => change({ closedOn })} />
      <RadioField
        label={say.soon}
        value={calling.softRefusal}
        onChange={(softRefusal) => change({ softRefusal })}
        options={softRefusals.map((value) => ({ value, ...say.softRefusal[value] }))}
      />
      <TickFrame label={say.again} hint={say.againHint}>
        <div className="fields numbers">
          {outcomes.map((outcome) => (
            <NumberField
              key={outcome}
              label={say.outcomes[outcome]}
              value={calling.againAfterDays[outcome]}
              from={1}
              until={365}
              fault={outOfRange(calling.againAfterDays[outcome], 1, 365)}
              onChange={(days) => setAgain(outcome, days)}
            />
          ))}
        </div>
      </TickFrame>
      {strata.length === 0 ? (
        <p className="soft">
          {say.targets}: {say.noStrata}
        </p>
      ) : (
        <TickFrame label={say.targets} hint={say.targetsHint}>
          <div className="fields numbers">
            {strata.map(({ code, name }) => (
              <NumberField
                key={code}
                label={name}
                value={calling.targets[code]}
                until={1_000_000}
                fault={outOfRange(calling.targets[code], 0, 1_000_000)}
                onChange={(count) => change({ targets: { ...calling.targets, [code]: count } })}
              />
            ))}
          </div>
        </TickFrame>
      )}
    </Room>
  );
}
