/** One item: what is read aloud, and how it is answered. A digit selects and shows at once; Enter saves and goes on. */
import { useLayoutEffect, useRef, useState } from 'react';
import { type ItemName, missingKinds } from '../../../shared/study/questionnaire.ts';
import type { InterviewView, ItemView } from '../../../shared/views.ts';
import { type KeyDeed, useBearing, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Tick } from '../../parts/field.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { problemText } from '../../wording/wording.ts';
import { AnswerBox, missingKeys } from './answer-box.tsx';
import { useAnswering } from './answering.ts';
import { ChoiceList } from './choice-list.tsx';
import { useGoesOn } from './goes-on.ts';
import { scrollAloud } from './scroll-aloud.ts';
import { Strip } from './strip.tsx';
import type { Talking } from './talk.ts';

export interface ItemPaneProps {
  readonly item: ItemView;
  readonly language: string;
  readonly route: readonly ItemName[];
  /** Whether keys are for the item now. */
  readonly isOn: boolean;
  readonly talking: Talking;
  readonly onSeen: (view: InterviewView | undefined) => void;
}

const digits = [...'0123456789'];

export function ItemPane({ item, language, route, isOn, talking, onSeen }: ItemPaneProps) {
  const say = useWords(interviewWords);
  const { language: ours } = useBearing();
  const [isAgain, setAgain] = useState(false);
  const [goesOn, setGoesOn] = useGoesOn();
  const place = useRef<HTMLElement>(null);
  const answering = useAnswering({ item, route, talking, goesOn, onSeen });
  const isClosed = item.choices !== undefined;
  const isQuestion = item.kind !== 'note';
  const isMany = item.kind === 'select-multiple';
  const { trouble } = talking;
  const refused = trouble?.kind === 'refused' && trouble.problem.problem === 'interview.answer-invalid';

  useLayoutEffect(() => {
    if (isOn) (place.current?.querySelector<HTMLElement>('[data-place]') ?? place.current)?.focus();
  }, [isOn]);

  const readAgain = () => {
    setAgain(!isAgain);
    place.current?.querySelector('h1')?.scrollIntoView({ block: 'nearest' });
  };
  const deeds: readonly KeyDeed[] = [
    { keys: ['Enter'], says: say.keys.enter, run: answering.submit },
    ...(isClosed
      ? [
          { keys: digits, shown: '0–9', says: say.keys.digits, run: ({ key }: KeyboardEvent) => answering.press(key) },
          { keys: ['ArrowDown', 'ArrowUp'], shown: '↓ ↑', says: say.keys.arrows, run: moveBy(answering.move) },
          { keys: ['Backspace'], says: say.keys.backspace, run: answering.erase },
        ]
      : []),
    ...(isQuestion ? [] : [{ keys: ['ArrowDown', 'ArrowUp'], shown: '↓ ↑', says: say.scroll, run: scrollAloud }]),
    ...(isMany ? [{ keys: [' '], says: say.keys.space }] : []),
    ...(isQuestion
      ? missingKinds.map((kind) => ({
          keys: [missingKeys[kind]],
          shown: missingKeys[kind].toUpperCase(),
          says: say.missing[kind],
          run: () => answering.note(kind),
        }))
      : []),
    { keys: ['l'], shown: 'L', says: say.keys.again, run: readAgain },
    { keys: ['PageUp'], says: say.keys.back, everywhere: true, run: answering.back },
    { keys: ['PageDown'], says: say.keys.forth, everywhere: true, run: answering.forth },
  ];
  useKeys(isOn ? deeds : []);

  const id = `item-${item.item}`;
  const { told, given, cursor } = answering;
  const faultText = refused
    ? (expectsCondition(trouble.problem) && item.constraintMessage) || problemText(trouble.problem, ours).todo
    : undefined;
  const missingText = given.missing === undefined ? undefined : say.missingGiven(say.missing[given.missing]);
  return (
    <section
      className="item"
      ref={place}
      tabIndex={-1}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== ' ' || event.target !== event.currentTarget) return;
        event.preventDefault();
        if (isMany && cursor !== undefined) answering.choose(cursor);
      }}
    >
      <div className="aloud-and-answers" tabIndex={isQuestion ? undefined : 0}>
        <div className="reading">
          <div className="sections">
            <span lang={language} dir="auto">
              {item.sections.join(' › ')}
            </span>
            {isAgain ? <strong className="again-sign">↻ {say.readAgain}</strong> : null}
          </div>
          <h1 id={id} className={isAgain ? 'aloud again' : 'aloud'} lang={language} dir="auto">
            {item.text}
          </h1>
          {item.hint === undefined ? null : (
            <p className="hint-aloud" lang={language} dir="auto">
              {item.hint}
            </p>
          )}
          {item.instruction === undefined ? null : (
            <p className="instruction">
              <span className="tag">{say.notAloud}</span>{' '}
              <em lang={language} dir="auto">
                {item.instruction}
              </em>
            </p>
          )}
        </div>
        {isClosed ? (
          <ChoiceList item={item} answering={answering} language={language} labelledBy={id} />
        ) : isQuestion ? (
          <AnswerBox
            item={item}
            answering={answering}
            isBusy={talking.busy !== undefined}
            isFaulty={refused}
            labelledBy={id}
          />
        ) : null}
      </div>
      {isOn ? (
        <Strip
          told={told?.text ?? faultText ?? missingText ?? (isMany ? say.choicesMany : undefined)}
          isAttention={told?.isAttention ?? refused}
          aside={
            isClosed && !isMany ? <Tick label={say.goesOnByItself} isOn={goesOn} onChange={setGoesOn} /> : undefined
          }
        >
          <Button kind="primary" onPress={answering.submit} keyHint="Enter">
            {say.onwards}
          </Button>
        </Strip>
      ) : null}
    </section>
  );
}

const moveBy =
  (move: (by: 1 | -1) => void) =>
  ({ key }: KeyboardEvent) =>
    move(key === 'ArrowDown' ? 1 : -1);

function expectsCondition(problem: object): boolean {
  return 'expected' in problem && problem.expected === 'constraint';
}
