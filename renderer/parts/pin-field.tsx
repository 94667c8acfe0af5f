/** A box for a PIN of six digits, which nobody can read along. */
import { TextField } from './field.tsx';

export const pinDigits = 6;

export interface PinFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly fault?: string | undefined;
  readonly value: string;
  readonly onChange: (pin: string) => void;
  readonly autoFocus?: boolean;
}

export function PinField({ onChange, ...field }: PinFieldProps) {
  return (
    <TextField
      {...field}
      type="password"
      isShort
      maxLength={pinDigits}
      onChange={(typed) => onChange(typed.replaceAll(/\D/g, ''))}
    />
  );
}
