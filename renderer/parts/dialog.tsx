/** A question on top of the screen: Escape leaves everything as it was. */
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../bearings.tsx';
import { windowWords } from '../wording/screens/window.ts';
import { Button } from './button.tsx';
import { TextField } from './field.tsx';

export interface DialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
}

export function Dialog({ title, children, onClose }: DialogProps) {
  const place = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    place.current?.showModal();
  }, []);
  // Before it leaves the page: closed only then, it gives the focus back to where it was.
  useLayoutEffect(() => {
    const dialog = place.current;
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

/** Asks before something that hurts. With `typed` the name has to be typed over first. */
export function Confirm({
  title,
  children,
  action,
  kind = 'primary',
  typed,
  isBusy,
  isOff,
  onConfirm,
  onClose,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  /** The button: a verb with its object. */
  readonly action: string;
  readonly kind?: 'primary' | 'irreversible';
  readonly typed?: string;
  readonly isBusy?: boolean;
  /** Something on it has to be done first. */
  readonly isOff?: boolean;
  readonly onConfirm: (typed: string) => void;
  readonly onClose: () => void;
}) {
  const say = useWords(windowWords);
  const [text, setText] = useState('');
  const buttons = useRef<HTMLDivElement>(null);
  const isSafeFirst = kind === 'irreversible' && typed === undefined;
  // Enter pressed twice must not do what cannot be undone: the focus begins on the button that does nothing.
  useEffect(() => {
    if (isSafeFirst) buttons.current?.querySelector<HTMLButtonElement>('button[type=button]')?.focus();
  }, [isSafeFirst]);
  const isNotYet = isOff === true || (typed !== undefined && text.trim() !== typed);
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isNotYet) onConfirm(text.trim());
        }}
      >
        {children}
        {typed === undefined ? null : (
          <TextField label={say.typeOver(typed)} value={text} onChange={setText} autoFocus />
        )}
        <div className="row" ref={buttons}>
          <Button submits kind={kind} isOff={isNotYet} isBusy={isBusy ?? false}>
            {action}
          </Button>
          <Button onPress={onClose}>{say.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
