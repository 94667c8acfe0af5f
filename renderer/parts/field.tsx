/** Boxes to fill in: each with a label, a hint that says what it does, and room for what is wrong with it. */
import { type HTMLInputTypeAttribute, type ReactNode, useId } from 'react';
import type { Day } from '../../shared/calendar.ts';

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** What is wrong with what stands there now. */
  readonly fault?: string | undefined;
  readonly isShort?: boolean;
  readonly isOff?: boolean;
}

interface Ids {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
  readonly disabled: boolean | undefined;
}

function Frame({
  label,
  hint,
  fault,
  isShort,
  isOff,
  children,
}: FieldProps & { readonly children: (ids: Ids) => ReactNode }) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className={isShort ? 'field short' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': fault ? true : undefined,
        disabled: isOff,
      })}
      {fault ? (
        <span className="fault" id={`${id}-fault`}>
          ▲ {fault}
        </span>
      ) : null}
    </div>
  );
}

export function TextField({
  value,
  onChange,
  type = 'text',
  autoComplete = 'off',
  autoFocus,
  maxLength = 500,
  placeholder,
  ...frame
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: HTMLInputTypeAttribute;
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
}) {
  return (
    <Frame {...frame}>
      {(ids) => (
        <input
          {...ids}
          type={type}
          value={value}
          maxLength={maxLength}
          placeholder={placeholder}
          spellCheck={false}
          autoComplete={autoComplete}
          // biome-ignore lint/a11y/noAutofocus: where a screen has one box, typing can begin at once
          autoFocus={autoFocus}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Frame>
  );
}

export function TextAreaField({
  value,
  onChange,
  rows = 4,
  hasFocus,
  ...frame
}: FieldProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly hasFocus?: boolean;
}) {
  return (
    <Frame {...frame}>
      {(ids) => (
        <textarea
          {...ids}
          rows={rows}
          // biome-ignore lint/a11y/noAutofocus: opened in order to be typed in
          autoFocus={hasFocus}
          value={value}
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Frame>
  );
}

/** A day; '' as long as it is not whole. */
export function DayField({
  value,
  onChange,
  from,
  until,
  ...frame
}: FieldProps & {
  readonly value: Day | '';
  readonly onChange: (value: Day | '') => void;
  readonly from?: Day;
  readonly until?: Day;
}) {
  return (
    <Frame isShort {...frame}>
      {(ids) => (
        <input
          {...ids}
          type="date"
          value={value}
          min={from}
          max={until ?? '2199-12-31'}
          onChange={({ target }) => onChange(target.value as Day | '')}
        />
      )}
    </Frame>
  );
}

/** A whole number; undefined as long as the box is empty. */
export function NumberField({
  value,
  onChange,
  from = 0,
  until,
  ...frame
}: FieldProps & {
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly from?: number;
  readonly until?: number;
}) {
  return (
    <Frame isShort {...frame}>
      {(ids) => (
        <input
          {...ids}
          type="number"
          inputMode="numeric"
          value={value ?? ''}
          min={from}
          max={until}
          step={1}
          onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
        />
      )}
    </Frame>
  );
}

export interface Option<V extends string> {
  readonly value: V;
  readonly label: string;
  /** What choosing it does, where its name does not say enough. */
  readonly hint?: string;
}

export function SelectField<V extends string>({
  value,
  onChange,
  options,
  ...frame
}: FieldProps & { readonly value: V; readonly onChange: (value: V) => void; readonly options: readonly Option<V>[] }) {
  return (
    <Frame {...frame}>
      {(ids) => (
        <select {...ids} value={value} onChange={({ target }) => onChange(target.value as V)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

export function Tick({
  label,
  isOn,
  onChange,
  isOff,
}: {
  readonly label: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isOff?: boolean;
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={isOn} disabled={isOff} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** One of a few; arrows choose. */
export function RadioField<V extends string>({
  label,
  hint,
  value,
  onChange,
  options,
  isOff,
  isInline,
}: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly isOff?: boolean;
  readonly isInline?: boolean;
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly options: readonly Option<V>[];
}) {
  const name = useId();
  return (
    <fieldset className={isInline ? 'choices inline' : 'choices'} disabled={isOff}>
      <legend>{label}</legend>
      {hint ? <span className="hint">{hint}</span> : null}
      {options.map((option) => (
        <label className="tick" key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            {option.label}
            {option.hint === undefined ? null : <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
