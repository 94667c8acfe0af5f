/** When a step is: on a date, or days or working days after the first day or after another step. */
import { findDutchHoliday } from '../../../shared/calendar.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { DayField, NumberField, RadioField, SelectField, Tick } from '../../parts/field.tsx';
import { holidayNames } from '../../wording/holidays.ts';
import { scheduleStepWords } from '../../wording/screens/schedule-step.ts';
import { whens } from './draft.ts';
import { latestDay } from './draft-faults.ts';
import { changedStep, countedOtherwise, possibleBases } from './draft-moves.ts';
import { plannedDays } from './planned.ts';
import type { StepFormProps } from './step-form.tsx';

export function StepWhen({
  draft,
  step,
  names,
  fault,
  onChange,
}: Pick<StepFormProps, 'draft' | 'step' | 'names' | 'onChange'> & { readonly fault: string | undefined }) {
  const say = useWords(scheduleStepWords);
  const { language } = useBearing();
  const { day } = useGrammar();
  const { key, when } = step;
  const on = draft.startsOn === '' || fault !== undefined ? undefined : plannedDays(draft, draft.startsOn).get(key);
  const holiday = on === undefined ? undefined : findDutchHoliday(on);
  const thatDay =
    on === undefined
      ? undefined
      : holiday === undefined
        ? say.onDay(day(on))
        : say.onDayWithHoliday(day(on), holidayNames[language][holiday]);
  const bases = possibleBases(draft, key);
  return (
    <>
      <RadioField
        label={say.when}
        value={when}
        onChange={(next) => onChange(countedOtherwise(draft, key, { when: next }))}
        options={whens
          .filter((value) => value !== 'step' || bases.length > 0 || when === 'step')
          .map((value) => ({ value, label: say.whenChoices[value] }))}
      />
      <div className="fields">
        {when === 'step' ? (
          <SelectField
            label={say.after}
            hint={say.afterHint}
            value={String(step.after ?? '')}
            onChange={(next) =>
              onChange(countedOtherwise(draft, key, { after: next === '' ? undefined : Number(next) }))
            }
            options={[
              ...(step.after === undefined ? [{ value: '', label: say.afterNone }] : []),
              ...bases.map((base) => ({ value: String(base.key), label: `${names.get(base.key)} (${base.id})` })),
            ]}
          />
        ) : null}
        {when === 'date' ? (
          <DayField
            label={say.on}
            hint={thatDay}
            value={step.on}
            fault={fault}
            onChange={(next) => onChange(changedStep(draft, key, { on: next }))}
          />
        ) : (
          <NumberField
            label={when === 'step' ? say.afterStep : say.afterStart}
            hint={thatDay}
            value={step.afterDays}
            until={latestDay}
            fault={fault}
            onChange={(afterDays) => onChange(changedStep(draft, key, { afterDays }))}
          />
        )}
      </div>
      {when === 'date' ? null : (
        <Tick
          label={say.workingDays}
          isOn={step.workingDays}
          onChange={(workingDays) => onChange(countedOtherwise(draft, key, { workingDays }))}
        />
      )}
    </>
  );
}
