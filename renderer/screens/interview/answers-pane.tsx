/** All that was answered so far: type a few letters of it, and Enter jumps there. What is off the route now stands there as such. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import type { AnsweredView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { TextField } from '../../parts/field.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { asideWords } from '../../wording/screens/interview-asides.ts';
import { answersFound } from './answers-found.ts';
import { Strip } from './strip.tsx';
import type { Talking } from './talk.ts';

export interface AnswersProps {
  readonly talking: Talking;
  readonly language: string;
  readonly onJump: (item: ItemName) => void;
  readonly onBack: () => void;
}

export function AnswersPane({ talking, language, onJump, onBack }: AnswersProps) {
  const say = useWords(asideWords);
  const { missing } = useWords(interviewWords);
  const [view, setView] = useState<AnsweredView>();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    talking.answers().then(setView);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the key
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [at, typed]);
  const worded = view?.items.map((one) => (one.missing === undefined ? one : { ...one, answer: missing[one.missing] }));
  const found = answersFound(worded ?? [], typed);
  const chosen = found[at];
  const jump = () => {
    if (chosen?.isOnRoute) onJump(chosen.item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), found.length - 1));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      jump();
    }
  };
  const told =
    view === undefined ? undefined : chosen === undefined ? say.noneFound : chosen.isOnRoute ? undefined : say.offRoute;
  return (
    <section className="item" aria-labelledby="answers-so-far" onKeyDown={onKeyDown}>
      <div className="aloud-and-answers answers-so-far">
        <h1 id="answers-so-far">{say.answersTitle}</h1>
        <TextField
          label={say.findAnswer}
          hint={say.findHint}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setAt(0);
          }}
          maxLength={60}
          autoFocus
        />
        <ol className="answered" ref={list}>
          {found.map((one, index) => (
            <li key={one.item} aria-current={index === at ? 'true' : undefined}>
              <button
                type="button"
                className="answer"
                tabIndex={-1}
                disabled={!one.isOnRoute}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onJump(one.item)}
              >
                <span className="mark-of-choice" aria-hidden="true">
                  {index === at ? '▶' : ''}
                </span>
                <span lang={language} dir="auto">
                  {one.text}
                  {one.hasNote ? <span className="note-sign"> ✎</span> : null}
                </span>
                <strong lang={one.missing === undefined ? language : undefined} dir="auto">
                  {one.answer}
                </strong>
                <span className="off-route">{one.isOnRoute ? '' : `✕ ${say.offRouteShort}`}</span>
              </button>
            </li>
          ))}
        </ol>
      </div>
      <Strip told={told}>
        <Button kind="primary" onPress={jump} isOff={chosen?.isOnRoute !== true} keyHint="Enter">
          {say.jump}
        </Button>
        <Button onPress={onBack} keyHint="Esc">
          {say.back}
        </Button>
      </Strip>
    </section>
  );
}
