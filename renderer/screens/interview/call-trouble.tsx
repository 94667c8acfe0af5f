/** What went wrong in a call or an entry, and where it leads: to the first item that is open, or on when the case is gone. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TroubleNotice } from '../../parts/notice.tsx';
import type { Trouble } from '../../request.ts';
import { interviewWords } from '../../wording/screens/interview.ts';

export interface CallTroubleProps {
  readonly trouble: Trouble;
  readonly onSee: (item: ItemName) => void;
  readonly onSeeFirst: () => void;
  readonly onLost: () => void;
  /** What can be done as well where items are open. */
  readonly children?: ReactNode;
}

export function CallTrouble({ trouble, onSee, onSeeFirst, onLost, children }: CallTroubleProps) {
  const say = useWords(interviewWords);
  return (
    <div className="trouble">
      <TroubleNotice trouble={trouble} />
      <ToOpenItem trouble={trouble} onSee={onSee} />
      {isGone(trouble) ? <FromGoneItem trouble={trouble} onPress={onSeeFirst} /> : null}
      {hasOpenItems(trouble) ? children : null}
      {isLost(trouble) ? <Button onPress={onLost}>{say.lost}</Button> : null}
    </div>
  );
}

/** Told below the item, where the answer is. */
export function isOfAnswer(trouble: Trouble | undefined): boolean {
  return trouble?.kind === 'refused' && trouble.problem.problem === 'interview.answer-invalid';
}

export function hasOpenItems(trouble: Trouble | undefined): boolean {
  return itemsToAnswer(trouble).length > 0;
}

/** What keeps an interview from being finished. */
function itemsToAnswer(trouble: Trouble | undefined): readonly string[] {
  if (trouble?.kind !== 'refused') return [];
  const { problem } = trouble;
  const isOfItems = problem.problem === 'interview.items-open' || problem.problem === 'interview.answers-clash';
  return isOfItems ? problem.items : [];
}

/** The item on screen is asked no more: another questionnaire is in use since, or another answer was given elsewhere. */
export function isGone(trouble: Trouble | undefined): boolean {
  return trouble?.kind === 'refused' && trouble.problem.problem === 'interview.not-this-item';
}

function isLost(trouble: Trouble): boolean {
  const lost = ['contact.no-case-in-hand', 'contact.case-final', 'contact.ended-meanwhile'];
  return trouble.kind === 'refused' && lost.includes(trouble.problem.problem);
}

/** Enter is enough: the item itself leads nowhere any more. */
function FromGoneItem({ trouble, onPress }: { readonly trouble: Trouble; readonly onPress: () => void }) {
  const say = useWords(interviewWords);
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time it is told
  useEffect(() => {
    place.current?.querySelector('button')?.focus();
  }, [trouble]);
  return (
    <div ref={place}>
      <Button onPress={onPress} keyHint="Enter">
        {say.toOpenItem}
      </Button>
    </div>
  );
}

/** Items that have to be answered before the interview can be finished: straight to the first. */
function ToOpenItem({ trouble, onSee }: { readonly trouble: Trouble; readonly onSee: (item: ItemName) => void }) {
  const say = useWords(interviewWords);
  const [first] = itemsToAnswer(trouble);
  if (first === undefined) return null;
  const isOpen = trouble.kind === 'refused' && trouble.problem.problem === 'interview.items-open';
  return <Button onPress={() => onSee(first as ItemName)}>{isOpen ? say.toOpenItem : say.toClashingItem}</Button>;
}
