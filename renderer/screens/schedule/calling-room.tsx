/** How the people of a group are rung: how often, at which hours, on which days not, how soon again, and whom first. */
import type { ReactNode } from 'react';
import { type CallAgainOutcome, callAgainOutcomes, type Weekday } from '../../../shared/study/calling.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { NumberField, RadioField } from '../../parts/field.tsx';
import { Room } from '../../parts/screen.tsx';
import { scheduleCallingWords } from '../../wording/screens/schedule-calling.ts';
import { CallWindows } from './call-windows.tsx';
import { ClosedDays } from './closed-days.tsx';
import { type Draft, isWhole } from './draft.ts';
import { type DraftCalling, weekdays } from './draft-calling.ts';

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
  const { number } = useGrammar();
  const { callsMaximum, callAgainAfterDays, calling } = draft;
  const change = (part: Partial<DraftCalling>) => onChange({ calling: { ...calling, ...part } });
  const hasPhone = draft.steps.some(({ kind }) => kind === 'phone');
  const outcomes = callAgainOutcomes.filter(
    (outcome) => outcome !== 'refused-soft' || calling.softRefusal === 'once-more',
  );
  const outOfRange = (value: number | undefined, from: number, until: number) =>
    value === undefined || isWhole(value, from, until) ? undefined : say.outOfRange;
  const windowsInShort = useWindowsInShort();
  const againInShort =
    outcomes
      .flatMap((outcome) => {
        const days = calling.againAfterDays[outcome];
        return days === undefined ? [] : [say.againOne(say.outcomesShort[outcome], number(days))];
      })
      .join(', ') || say.sameForAll;
  const aimed = strata.filter(({ code }) => calling.targets[code] !== undefined);
  const targetsInShort =
    aimed.map(({ code, name }) => say.againOne(name, number(calling.targets[code] ?? 0))).join(', ') || say.noTargets;
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
      <RadioField
        label={say.soon}
        value={calling.softRefusal}
        onChange={(softRefusal) => change({ softRefusal })}
        options={softRefusals.map((value) => ({ value, ...say.softRefusal[value] }))}
      />
      <div className="calling-rules">
        <Folded title={say.windows} hint={say.windowsHint} now={windowsInShort(calling)}>
          <CallWindows calling={calling} onChange={(next) => onChange({ calling: next })} />
        </Folded>
        <Folded
          title={say.closed}
          hint={say.closedHint}
          now={say.closedCount(calling.closedOn.length, number(calling.closedOn.length))}
        >
          <ClosedDays draft={draft} onChange={(closedOn) => change({ closedOn })} />
        </Folded>
        <Folded title={say.again} hint={say.againHint} now={againInShort}>
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
        </Folded>
        <Folded title={say.targets} hint={say.targetsHint} now={targetsInShort}>
          {strata.length === 0 ? (
            <p className="soft">{say.noStrata}</p>
          ) : (
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
          )}
        </Folded>
      </div>
    </Room>
  );
}

/** What is seldom changed: one line says how it is now. */
function Folded({
  title,
  hint,
  now,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly now: string;
  readonly children: ReactNode;
}) {
  return (
    <details>
      <summary>
        {title} <span className="soft">· {now}</span>
      </summary>
      <fieldset className="choices" aria-label={title}>
        <span className="hint">{hint}</span>
        {children}
      </fieldset>
    </details>
  );
}

/** 'maandag t/m vrijdag 09:30–21:00, zaterdag 10:00–17:00' */
function useWindowsInShort(): (calling: DraftCalling) => string {
  const say = useWords(scheduleCallingWords);
  const { all } = useGrammar();
  return ({ windows }) => {
    const hoursOf = (day: Weekday) => windows[day].map(({ from, to }) => `${from || '…'}–${to || '…'}`).join(' + ');
    const isFirst = (day: Weekday) => day === 1 || hoursOf((day - 1) as Weekday) !== hoursOf(day);
    const lastOf = (day: Weekday) =>
      weekdays.findLast((last) => last >= day && !weekdays.some((one) => one > day && one <= last && isFirst(one)))!;
    const told = weekdays
      .filter((day) => isFirst(day) && windows[day].length > 0)
      .map((day) => say.onDays(say.daysFromTo(say.weekdays[day], say.weekdays[lastOf(day)]), hoursOf(day)));
    return told.length === 0 ? say.noHours : all(told);
  };
}
