/** One step: its name, how, when, for whom, and its text with the fields that Veldwerk fills in. */
import { messageFields, unknownFields } from '../../../shared/contact/message.ts';
import type { ProtocolView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField, Tick } from '../../parts/field.tsx';
import { Room } from '../../parts/screen.tsx';
import { TextWithFields } from '../../parts/text-with-fields.tsx';
import { scheduleStepWords } from '../../wording/screens/schedule-step.ts';
import { type Draft, type DraftStep, isLetter, isMessage, stepKinds } from './draft.ts';
import type { DraftFault } from './draft-faults.ts';
import { changedStep, ofKind } from './draft-moves.ts';
import { StepForWhom } from './step-for-whom.tsx';
import { StepWhen } from './step-when.tsx';

export interface StepFormProps {
  readonly draft: Draft;
  readonly step: DraftStep;
  /** What each step is called, by its key. */
  readonly names: ReadonlyMap<number, string>;
  readonly strata: ProtocolView['strata'];
  readonly fault: DraftFault | undefined;
  /** Someone may have been contacted in this step already. */
  readonly isIdFixed: boolean;
  readonly onChange: (next: Draft) => void;
  readonly onRemove: () => void;
}

export function StepForm(props: StepFormProps) {
  const { draft, step, names, fault, isIdFixed, onChange, onRemove } = props;
  const say = useWords(scheduleStepWords);
  const change = (part: Partial<DraftStep>) => onChange(changedStep(draft, step.key, part));
  const faultIf = (...kinds: readonly DraftFault[]) =>
    fault !== undefined && kinds.includes(fault) ? say.faults[fault] : undefined;
  return (
    <Room title={say.step(names.get(step.key) ?? '')}>
      <div className="fields">
        <TextField
          label={say.id}
          hint={isIdFixed ? say.idFixed : say.idHint}
          value={step.id}
          maxLength={32}
          isOff={isIdFixed}
          fault={faultIf('id', 'id-twice')}
          onChange={(id) => change({ id })}
        />
        <SelectField
          label={say.kind}
          value={step.kind}
          onChange={(kind) => change(ofKind(kind))}
          options={stepKinds.map((value) => ({ value, label: say.kindChoices[value] }))}
        />
      </div>
      {isLetter(step.kind) ? (
        <Tick
          label={
            <>
              {say.slip}
              <small>{say.slipHint}</small>
            </>
          }
          isOn={step.hasSlip}
          onChange={(hasSlip) => change({ hasSlip })}
        />
      ) : null}
      <StepWhen {...props} fault={faultIf('days', 'date', 'after', 'in-a-circle')} />
      <StepForWhom for={step.for} strata={props.strata} onChange={(next) => change({ for: next })} />
      {isMessage(step.kind) ? (
        <TextField
          label={say.subject}
          hint={say.subjectHint}
          value={step.subject}
          fault={faultIf('subject') ?? unknownIn({ subject: step.subject, body: '' }, say.unknownFields)}
          onChange={(subject) => change({ subject })}
        />
      ) : null}
      <TextWithFields
        label={say.bodies[step.kind]}
        hint={say.bodyHints[step.kind]}
        rows={14}
        value={step.body}
        fault={faultIf('body', 'too-long') ?? unknownIn({ subject: '', body: step.body }, say.unknownFields)}
        onChange={(body) => change({ body })}
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
