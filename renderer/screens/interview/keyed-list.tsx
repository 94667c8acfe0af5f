/** A short list in which every line has its own key and says what follows from it: endings, languages. */
import { useKeys } from '../../bearings.tsx';

export interface KeyedLine {
  readonly key: string;
  readonly title: string;
  readonly follows?: string | undefined;
  readonly language?: string;
  readonly isChosen?: boolean;
  readonly onPress: () => void;
}

export interface KeyedListProps {
  readonly label: string;
  readonly lines: readonly KeyedLine[];
  /** What is chosen in it hurts. */
  readonly isAttention?: boolean;
}

export function KeyedList({ label, lines, isAttention = false }: KeyedListProps) {
  useKeys(
    lines.map(({ key, title, onPress }) => ({ keys: [key], shown: key.toUpperCase(), says: title, run: onPress })),
  );
  return (
    <ul className={isAttention ? 'keyed-list attention' : 'keyed-list'} aria-label={label}>
      {lines.map(({ key, title, follows, language, isChosen, onPress }) => (
        <li key={key}>
          <button
            type="button"
            className="answer"
            aria-pressed={isChosen ?? false}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onPress}
          >
            <span className="key" aria-hidden="true">
              {key.toUpperCase()}
            </span>
            <span className="mark-of-choice" aria-hidden="true">
              {isChosen === true ? '▶' : ''}
            </span>
            <span lang={language}>{title}</span>
            {follows === undefined ? null : <span className="follows">{follows}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
