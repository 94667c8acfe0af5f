/** One field of the agreement in the control that fits it, with what it enforces as its hint. */
import type { Day } from '../../../shared/calendar.ts';
import type { Agreement } from '../../../shared/study/agreement.ts';
import type { ContactField } from '../../../shared/study/contact-data.ts';
import type { SpecialCategory } from '../../../shared/study/special-category.ts';
import { useWords } from '../../bearings.tsx';
import { DayField, NumberField, RadioField, TextAreaField, TextField, Tick } from '../../parts/field.tsx';
import { agreementWords } from '../../wording/screens/agreement.ts';
import { AllowedFields } from './agreement-allowed.tsx';
import { SpecialCategories } from './agreement-special.tsx';

export interface AgreementFieldProps {
  readonly field: keyof Agreement;
  readonly value: Agreement[keyof Agreement] | undefined;
  readonly isFixed: boolean;
  readonly isMissing: boolean;
  readonly onChange: (value: Agreement[keyof Agreement] | undefined) => void;
}

export function AgreementField({ field, value, isFixed, isMissing, onChange }: AgreementFieldProps) {
  const say = useWords(agreementWords);
  const frame = {
    label: say.labels[field],
    hint: say.hints[field],
    isOff: isFixed,
    ...(isMissing && (value === undefined || value === '') ? { fault: say.missing } : {}),
  };
  switch (field) {
    case 'startsOn':
    case 'endsOn':
    case 'answersEndOn':
    case 'signedOn':
      return (
        <DayField {...frame} value={(value as Day | undefined) ?? ''} onChange={(day) => onChange(day || undefined)} />
      );
    case 'afterEndDays':
      return <NumberField {...frame} value={value as number | undefined} until={3653} onChange={onChange} />;
    case 'transferOutsideEea':
      return (
        <RadioField
          {...frame}
          value={value === undefined ? undefined : value ? 'yes' : 'no'}
          onChange={(chosen) => onChange(chosen === 'yes')}
          options={[
            { value: 'no', label: say.no },
            { value: 'yes', label: say.yes },
          ]}
        />
      );
    case 'afterEnd':
      return (
        <RadioField
          {...frame}
          value={value as Agreement['afterEnd'] | undefined}
          onChange={onChange}
          options={[
            { value: 'erase', label: say.afterEnd.erase },
            { value: 'return', label: say.afterEnd.return },
          ]}
        />
      );
    case 'subProcessors': {
      const named = value as readonly string[] | undefined;
      return (
        <div className="stack">
          <TextAreaField
            {...frame}
            rows={2}
            value={(named ?? []).join('\n')}
            onChange={(text) => onChange(text === '' ? undefined : text.split('\n'))}
          />
          <Tick
            label={say.noSubProcessors}
            isOn={named?.length === 0}
            isOff={isFixed}
            onChange={(isOn) => onChange(isOn ? [] : undefined)}
          />
        </div>
      );
    }
    case 'allowedFields':
      return (
        <AllowedFields {...frame} allowed={(value as readonly ContactField[] | undefined) ?? []} onChange={onChange} />
      );
    case 'specialCategories':
      return (
        <SpecialCategories
          {...frame}
          allowed={(value as readonly SpecialCategory[] | undefined) ?? []}
          onChange={onChange}
        />
      );
    default:
      return <TextField {...frame} value={(value as string | undefined) ?? ''} onChange={(text) => onChange(text)} />;
  }
}
