/** One step: its name, channel, day, for whom, and its text with the fields that Veldwerk fills in. */
import { addDays, type Day } from '../../../shared/calendar.ts';
import { messageFields, unknownFields } from '../../../shared/contact/message.ts';
import { type Channel, channels } from '../../../shared/study/contact-data.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { NumberField, SelectField, TextField } from '../../parts/field.tsx';
import { Room } from '../../parts/screen.tsx';
import { TextWithFields } from '../../parts/text-with-fields.tsx';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { words } from '../../wording/wording.ts';
import { type DraftFault, type DraftStep, latestDay } from './draft.ts';
import { forWhomOf, forWhoms, stepForOf } from './for-whom.ts';

export function StepForm({
  name,
  step,
  startsOn,
  fault,
  isIdFixed,
  onChange,
  onRemove,
}: {
  readonly name: string;
  readonly step: DraftStep;
  readonly startsOn: Day | '';
  readonly fault: DraftFault | undefined;
  /** Someone may have been contacted in this step already. */
  readonly isIdFixed: boolean;
  readonly onChange: (change: Partial<DraftStep>) => void;
  readonly onRemove: () => void;
}) {
  const say = useWords(scheduleWords);
  const { day } = useGrammar();
  const { language } = useBearing();
  const isMessage = step.channel === 'email' || step.channel === 'letter';
  const faultIf = (...kinds: readonly DraftFault[]) =>
    fault !== undefined && kinds.includes(fault) ? say.faults[fault] : undefined;
  return (
    <Room title={say.step(name)}>
      <div className="fields">
        <TextField
          label={say.id}
          hint={isIdFixed ? say.idFixed : say.idHint}
          value={step.id}
          maxLength={32}
          isOff={isIdFixed}
          fault={faultIf('id', 'id-twice')}
          onChange={(id) => onChange({ id })}
        />
        <SelectField
          label={say.channel}
          value={step.channel}
          onChange={(channel) => onChange({ channel })}
          options={channels.map((value: Channel) => ({ value, label: words[language].channels[value] }))}
        />
        <NumberField
          label={say.afterDays}
          hint={
            startsOn === '' || step.afterDays === undefined || step.afterDays > latestDay
              ? undefined
              : say.onDay(day(addDays(startsOn, Math.trunc(step.afterDays))))
          }
          value={step.afterDays}
          until={latestDay}
          fault={faultIf('days')}
          onChange={(afterDays) => onChange({ afterDays })}
        />
        <SelectField
          label={say.for}
          value={forWhomOf(step.for)}
          onChange={(forWhom) => onChange({ for: stepForOf(forWhom) })}
          options={forWhoms.map((value) => ({ value, label: say.forChoices[value] }))}
        />
      </div>
      {isMessage ? (
        <TextField
          label={say.subject}
          hint={say.subjectHint}
          value={step.subject}
          fault={faultIf('subject') ?? unknownIn({ subject: step.subject, body: '' }, say.unknownFields)}
          onChange={(subject) => onChange({ subject })}
        />
      ) : null}
      <TextWithFields
        label={say.bodies[step.channel]}
        hint={say.bodyHints[step.channel]}
        rows={14}
        value={step.body}
        fault={faultIf('body', 'too-long') ?? unknownIn({ subject: '', body: step.body }, say.unknownFields)}
        onChange={(body) => onChange({ body })}
        fields={messageFields.map((field) => ({ field, label: say.fields[field] ?? field }))}
        insertWord={say.insert}
      />
      <div className="row">
        <Button onPress={onRemove}>{say.remove}</Button>
      </div>
    </Room>
  );
}

function unknownIn(
  text: { readonly subject: string; readonly body: string },
  saying: (fields: string) => string,
): string | undefined {
  const unknown = unknownFields(text);
  return unknown.length === 0 ? undefined : saying(unknown.map((field) => `{{${field}}}`).join(', '));
}
