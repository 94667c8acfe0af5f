/** Ticks that belong together: which ones out of a list are on. */
import { type ReactNode, useId } from 'react';
import { Tick } from './field.tsx';

/** The frame of one or more sets, with what they are about. */
export function TickFrame({
  label,
  hint,
  children,
}: {
  readonly label: string;
  readonly hint: string;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <fieldset className="choices" aria-describedby={id}>
      <legend>{label}</legend>
      <span className="hint" id={id}>
        {hint}
      </span>
      {children}
    </fieldset>
  );
}

/** A tick for each of `shown`; `onChange` gets those of `all` that are on, in the order of `all`. */
export function TickSet<T extends string>({
  all,
  shown = all,
  nameOf,
  on,
  isOff,
  onChange,
}: {
  readonly all: readonly T[];
  readonly shown?: readonly T[];
  readonly nameOf: (one: T) => string;
  readonly on: readonly T[];
  readonly isOff: boolean;
  readonly onChange: (on: readonly T[]) => void;
}) {
  return shown.map((one) => (
    <Tick
      key={one}
      label={nameOf(one)}
      isOn={on.includes(one)}
      isOff={isOff}
      onChange={(isOn) => onChange(all.filter((each) => (each === one ? isOn : on.includes(each))))}
    />
  ));
}
