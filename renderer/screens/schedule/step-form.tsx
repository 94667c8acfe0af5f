/** One step: its name, channel, day, for whom, and its text with the fields that Veldwerk fills in. */
import { useEffect, useRef } from 'react';
import { addDays, type Day } from '../../../shared/calendar.ts';
import { messageFields, unknownFields } from '../../../shared/contact/message.ts';
import { type Channel, channels } from '../../../shared/study/contact-data.ts';
import type { StepFor } from '../../../shared/study/protocol.ts';
import { useBearing, useGrammar, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { NumberField, SelectField, TextAreaField, TextField } from '../../parts/field.tsx';
import { Room } from '../../parts/screen.tsx';
import { scheduleWords } from '../../wording/screens/schedule.ts';
import { words } from '../../wording/wording.ts';
import { type DraftFault, type DraftStep, latestDay } from './draft.ts';

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
          value={step.for}
          onChange={(forWhom) => onChange({ for: forWhom })}
          options={(Object.keys(say.forChoices) as StepFor[]).map((value) => ({ value, label: say.forChoices[value] }))}
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
      <TextWithFields step={step} fault={faultIf('body', 'too-long')} onChange={(body) => onChange({ body })} />
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

function TextWithFields({
  step: { channel, body },
  fault,
  onChange,
}: {
  readonly step: DraftStep;
  readonly fault: string | undefined;
  readonly onChange: (body: string) => void;
}) {
  const say = useWords(scheduleWords);
  const place = useRef<HTMLDivElement>(null);
  // As long as nobody has put the cursor anywhere, a field goes to the end.
  useEffect(() => {
    const box = place.current?.querySelector('textarea');
    box?.setSelectionRange(box.value.length, box.value.length);
  }, []);
  const insert = (field: string) => {
    const box = place.current?.querySelector('textarea');
    const at = box?.selectionStart ?? body.length;
    const until = box?.selectionEnd ?? at;
    const text = `{{${field}}}`;
    onChange(body.slice(0, at) + text + body.slice(until));
    // After React has put the new text in the box.
    requestAnimationFrame(() => {
      box?.focus();
      box?.setSelectionRange(at + text.length, at + text.length);
    });
  };
  return (
    <div className="text-with-fields" ref={place}>
      <TextAreaField
        label={say.bodies[channel]}
        hint={say.bodyHints[channel]}
        rows={14}
        value={body}
        fault={fault ?? unknownIn({ subject: '', body }, say.unknownFields)}
        onChange={onChange}
      />
      <div className="row">
        <span className="soft" aria-hidden="true">
          {say.insert}
        </span>
        {messageFields.map((field) => (
          <Button key={field} onPress={() => insert(field)}>
            <span className="unseen">{say.insert} </span>
            {say.fields[field] ?? field}
          </Button>
        ))}
      </div>
    </div>
  );
}
