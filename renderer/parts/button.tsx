/** A button: a verb with its object, sometimes with the key that does the same. */
import type { ReactNode } from 'react';

export interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `primary`: what is next on this screen; one at most. `irreversible`: cannot be undone. */
  readonly kind?: 'primary' | 'quiet' | 'plain' | 'irreversible';
  readonly isBusy?: boolean;
  readonly isOff?: boolean;
  readonly submits?: boolean;
  readonly keyHint?: string;
  /** Takes the focus when it appears, so that Enter is enough. */
  readonly hasFocus?: boolean;
  readonly describedBy?: string;
}

export function Button({
  children,
  onPress,
  kind = 'quiet',
  isBusy,
  isOff,
  submits,
  keyHint,
  hasFocus,
  describedBy,
}: ButtonProps) {
  return (
    <button
      type={submits ? 'submit' : 'button'}
      className={`button ${kind}`}
      disabled={isOff || isBusy}
      aria-busy={isBusy}
      aria-describedby={describedBy}
      // biome-ignore lint/a11y/noAutofocus: what is next can be pressed at once
      autoFocus={hasFocus}
      onClick={onPress}
    >
      {isBusy ? <span aria-hidden="true">…</span> : null}
      {children}
      {keyHint === undefined ? null : (
        <span className="key" aria-hidden="true">
          {keyHint}
        </span>
      )}
    </button>
  );
}
