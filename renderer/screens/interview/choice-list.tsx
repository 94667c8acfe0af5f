/** The answers of a closed item under their keys. The mouse may choose too, and leaves the keyboard where it was. */
import { useEffect, useRef } from 'react';
import type { ItemView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import type { Answering } from './answering.ts';
import type { KeyedChoice } from './choice-keys.ts';

export interface ChoiceListProps {
  readonly item: ItemView;
  readonly answering: Answering;
  readonly language: string;
  readonly labelledBy: string;
}

export function ChoiceList({ item, answering, language, labelledBy }: ChoiceListProps) {
  const { keyed, given, typed, cursor, choose, submit } = answering;
  const say = useWords(interviewWords);
  const list = useRef<HTMLDivElement>(null);
  const isRanked = item.kind === 'rank';
  const isMany = item.kind === 'select-multiple' || isRanked;
  const isStars = item.appearance?.split(/\s+/).includes('stars') === true;
  // Tab comes to one of them; the arrows do the rest.
  const reached = cursor ?? given.choices[0] ?? keyed[0]?.choice.name;
  // A list that is longer than the window follows the key.
  useEffect(() => {
    if (reached !== undefined) list.current?.querySelector('[tabindex="0"]')?.scrollIntoView({ block: 'nearest' });
  }, [reached]);
  useEffect(() => {
    const place = list.current;
    if (cursor === undefined || place === null || !place.contains(document.activeElement)) return;
    place.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [cursor]);
  const answer = ({ code, choice }: KeyedChoice) => {
    const isChosen = given.choices.includes(choice.name);
    const isMissing = choice.missing !== undefined;
    const isAt = isMany && cursor === choice.name;
    const place = isRanked ? given.choices.indexOf(choice.name) + 1 : 0;
    return (
      // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a radio or a checkbox is checked
      <button
        key={choice.name}
        type="button"
        // The whole line turns with its language, so that key and text stay together.
        dir="auto"
        role={isMany ? 'checkbox' : 'radio'}
        aria-checked={isChosen}
        className="answer"
        data-at={isAt || (typed !== '' && code.startsWith(typed))}
        tabIndex={choice.name === reached ? 0 : -1}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => choose(choice.name)}
        // Enter goes on, here too; Space chooses.
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          submit();
        }}
      >
        <span className="key" aria-hidden="true">
          {code}
        </span>
        <span className={isRanked && !isMissing ? 'mark-of-choice rank' : 'mark-of-choice'} aria-hidden="true">
          {isRanked && !isMissing ? place || '·' : isMany ? (isChosen ? '☑' : '☐') : isChosen ? '▶' : ''}
        </span>
        <span lang={language}>
          {place > 0 && !isMissing ? <span className="unseen">{say.rankedAs(place)} </span> : null}
          {isStars && !isMissing ? <Stars of={choice.name} label={choice.label} /> : choice.label}
        </span>
      </button>
    );
  };
  const substantive = keyed.filter(({ choice }) => choice.missing === undefined);
  const missing = keyed.filter(({ choice }) => choice.missing !== undefined);
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it may have take a label
    <div className="answers-of-item" ref={list} role={isMany ? 'group' : 'radiogroup'} aria-labelledby={labelledBy}>
      <div className={substantive.length > 6 ? 'answers long' : 'answers'}>{substantive.map(answer)}</div>
      {missing.length === 0 ? null : <div className="missing-row">{missing.map(answer)}</div>}
    </div>
  );
}

const most = 5;

function Stars({ of, label }: { readonly of: string; readonly label: string }) {
  const count = Number(of.replace(/^\D+/, ''));
  if (!Number.isInteger(count) || count < 1 || count > most) return label;
  return (
    <>
      <span className="stars" aria-hidden="true">
        {'★'.repeat(count)}
        {'☆'.repeat(most - count)}
      </span>{' '}
      {label}
    </>
  );
}
