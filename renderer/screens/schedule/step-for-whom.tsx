/** For whom a step is: what someone has or lacks, how far they are in the questionnaire, and of which stratum they are. */
import type { StepFor } from '../../../shared/study/protocol.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { SelectField } from '../../parts/field.tsx';
import { TickFrame, TickSet } from '../../parts/tick-set.tsx';
import { scheduleStepWords } from '../../wording/screens/schedule-step.ts';
import { reached, reaches, reachOf, withProgress, withReach, withStrata } from './for-whom.ts';

const progresses = ['any', 'not-started', 'started'] as const;

export function StepForWhom({
  for: given,
  strata,
  onChange,
}: {
  readonly for: StepFor;
  readonly strata: ProtocolView['strata'];
  readonly onChange: (next: StepFor) => void;
}) {
  const say = useWords(scheduleStepWords);
  const chosen = given.strata ?? [];
  const names = new Map(strata.map(({ code, name }) => [code, name]));
  // A stratum of which nobody is there any more stays, until it is taken out.
  const codes = [...names.keys(), ...chosen.filter((code) => !names.has(code))];
  return (
    <>
      <TickFrame label={say.forWhom} hint={say.forHint}>
        <div className="fields conditions">
          {reached.map((channel) => (
            <SelectField
              key={channel}
              label={say.reach[channel]}
              value={reachOf(given, channel)}
              onChange={(reach) => onChange(withReach(given, channel, reach))}
              options={reaches.map((value) => ({ value, label: say.reachChoices[value] }))}
            />
          ))}
          <SelectField
            label={say.progress}
            value={given.progress ?? 'any'}
            onChange={(progress) => onChange(withProgress(given, progress === 'any' ? undefined : progress))}
            options={progresses.map((value) => ({ value, label: say.progressChoices[value] }))}
          />
        </div>
      </TickFrame>
      {codes.length === 0 ? null : (
        <div className="strata">
          <TickFrame label={say.strata} hint={say.strataHint}>
            <TickSet
              all={codes}
              nameOf={(code) => names.get(code) ?? say.strataGone}
              on={chosen}
              isOff={false}
              onChange={(on) => onChange(withStrata(given, on))}
            />
          </TickFrame>
        </div>
      )}
    </>
  );
}
