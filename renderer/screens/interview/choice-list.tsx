/** The answers of a closed item under their keys. The mouse may choose too, and leaves the keyboard where it was. */
import type { ItemView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import type { KeyedChoice } from './choice-keys.ts';

export interface ChoiceListProps {
  readonly item: ItemView;
  readonly keyed: readonly KeyedChoice[];
  readonly chosen: readonly string[];
  readonly language: string;
  readonly labelledBy: string;
  readonly onChoose: (name: string) => void;
}

export function ChoiceList({ item, keyed, chosen, language, labelledBy, onChoose }: ChoiceListProps) {
  const say = useWords(interviewWords);
  const isMany = item.kind === 'select-multiple';
  const isStars = item.appearance?.split(/\s+/).includes('stars') === true;
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it may have take a label
    <div
      className={keyed.length > 9 ? 'answers long' : 'answers'}
      role={isMany ? 'group' : 'radiogroup'}
      aria-labelledby={labelledBy}
    >
      {isMany ? <p className="soft">{say.choicesMany}</p> : null}
      {keyed.map(({ code, choice }) => {
        const isChosen = chosen.includes(choice.name);
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a radio or a checkbox is checked
          <button
            key={choice.name}
            type="button"
            role={isMany ? 'checkbox' : 'radio'}
            aria-checked={isChosen}
            className={choice.missing === undefined ? 'answer' : 'answer missing'}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice.name)}
          >
            <span className="key" aria-hidden="true">
              {code}
            </span>
            <span className="mark-of-choice" aria-hidden="true">
              {isChosen ? '▶' : ''}
            </span>
            <span lang={language} dir="auto">
              {isStars && choice.missing === undefined ? <Stars of={choice.name} label={choice.label} /> : choice.label}
            </span>
          </button>
        );
      })}
    </div>
  );
}

function Stars({ of, label }: { readonly of: string; readonly label: string }) {
  const count = Number(of);
  if (!Number.isInteger(count) || count < 1 || count > 10) return label;
  return (
    <>
      <span aria-hidden="true">{'★'.repeat(count)}</span> {label}
    </>
  );
}
