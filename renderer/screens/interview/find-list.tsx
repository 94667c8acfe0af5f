/** A box to type in and what is found by it, one under the other: arrows choose without leaving the box, Enter takes. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { TextField } from '../../parts/field.tsx';

export interface FoundLine {
  readonly id: string;
  readonly content: ReactNode;
}

export interface FindListProps {
  readonly label: string;
  readonly hint: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly lines: readonly FoundLine[];
  /** The line that is chosen now. */
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly onTaken: (at: number) => void;
}

export function FindList({ label, hint, typed, onTyped, lines, at, onAt, onTaken }: FindListProps) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the key
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at, lines.length]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      onAt(Math.max(0, Math.min(at + (event.key === 'ArrowDown' ? 1 : -1), lines.length - 1)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onTaken(at);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the box inside listens; a key bubbles up to here
    <div className="find-list" onKeyDown={onKeyDown}>
      <TextField label={label} hint={hint} value={typed} onChange={onTyped} maxLength={60} autoFocus />
      <ol className="answered" ref={list}>
        {lines.map(({ id, content }, index) => (
          <li key={id} aria-current={index === at ? 'true' : undefined}>
            <button
              type="button"
              className="answer"
              tabIndex={-1}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTaken(index)}
            >
              <span className="mark-of-choice" aria-hidden="true">
                {index === at ? '▶' : ''}
              </span>
              {content}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
