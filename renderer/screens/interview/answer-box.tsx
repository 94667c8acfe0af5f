/** The box of an open item, a number or a day: all keys are text in it, and Enter goes on. */
import type { ItemView } from '../../../shared/views.ts';

export interface AnswerBoxProps {
  readonly item: ItemView;
  readonly text: string;
  readonly labelledBy: string;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
}

export function AnswerBox({ item, text, labelledBy, onText, onEnter }: AnswerBoxProps) {
  const isLong = item.kind === 'text' && item.appearance?.includes('multiline') === true;
  const shared = {
    'aria-labelledby': labelledBy,
    value: text,
    spellCheck: false,
    autoComplete: 'off',
    maxLength: 10_000,
  } as const;
  return (
    <div className={item.kind === 'text' ? 'field' : 'field short'}>
      {isLong ? (
        <textarea
          {...shared}
          rows={4}
          dir="auto"
          onChange={({ target }) => onText(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            onEnter();
          }}
        />
      ) : (
        <input
          {...shared}
          type={item.kind === 'date' ? 'date' : 'text'}
          inputMode={item.kind === 'integer' ? 'numeric' : item.kind === 'decimal' ? 'decimal' : 'text'}
          dir="auto"
          onChange={({ target }) => onText(target.value)}
        />
      )}
    </div>
  );
}
