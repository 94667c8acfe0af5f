/** One item: what is read aloud, and how it is answered. A digit selects and shows at once; Enter saves and goes on. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type ItemName, missingKinds } from '../../../shared/study/questionnaire.ts';
import type { InterviewView, ItemView } from '../../../shared/views.ts';
import { type KeyDeed, useBearing, useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Tick } from '../../parts/field.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { problemText } from '../../wording/wording.ts';
import { AnswerBox, MissingRow, missingKeys } from './answer-box.tsx';
import { useAnswering } from './answering.ts';
import { ChoiceList } from './choice-list.tsx';
import { useGoesOn } from './goes-on.ts';
import type { Leaving } from './interview-at-hand.ts';
import { ItemHead } from './item-head.tsx';
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
  readonly isOnPaper: boolean;
  /** Whoever jumps from here keeps what is typed here. */
  readonly leaving?: Leaving;
  readonly onSeen: (view: InterviewView | undefined) => void;
}

const digits = [...'0123456789'];

export function ItemPane({ item, language, route, isOn, talking, isOnPaper, leaving, onSeen }: ItemPaneProps) {
  const say = useWords(interviewWords);
  const { language: ours } = useBearing();
  const [isAgain, setAgain] = useState(false);
  const [goesOn, setGoesOn] = useGoesOn();
  const place = useRef<HTMLElement>(null);
  const answering = useAnswering({ item, route, talking, goesOn, isOnPaper, onSeen });
  const isClosed = item.choices !== undefined;
  const isQuestion = item.kind !== 'note';
  const isMany = item.kind === 'select-multiple' || item.kind === 'rank';
  const isAgreed = item.kind === 'acknowledge';
  const { trouble } = talking;
  const refused = trouble?.kind === 'refused' && trouble.problem.problem === 'interview.answer-invalid';

  useLayoutEffect(() => {
    if (isOn) (place.current?.querySelector<HTMLElement>('[data-place]') ?? place.current)?.focus();
    // What is hidden keeps the focus for a moment: a key meanwhile is not for this item any more.
    else if (document.activeElement instanceof HTMLElement && place.current?.contains(document.activeElement))
      document.activeElement.blur();
  }, [isOn]);

  useLayoutEffect(() => {
    const box = place.current?.querySelector<HTMLInputElement>('input[data-place]');
    // Another number or day is typed over the one that stands there, not behind it.
    if (item.kind !== 'text') box?.select();
  }, [item.kind]);
  useEffect(() => {
    if (leaving === undefined) return;
    leaving.current = answering.keepGiven;
    return () => {
      leaving.current = undefined;
    };
  });

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
          {
            keys: ['Backspace'],
            says: item.kind === 'rank' ? say.keys.unrank : say.keys.backspace,
            run: answering.erase,
          },
        ]
      : []),
    ...(isQuestion ? [] : [{ keys: ['ArrowDown', 'ArrowUp'], shown: '↓ ↑', says: say.scroll, run: scrollAloud }]),
    ...(isMany ? [{ keys: [' '], says: say.keys.space }] : []),
    ...(isAgreed ? [{ keys: ['j'], shown: 'J', says: say.keys.agree, run: answering.agree }] : []),
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
  const { told, given, cursor, isProposed } = answering;
  const faultText = refused
    ? (expectsCondition(trouble.problem) && item.constraintMessage) || problemText(trouble.problem, ours).todo
    : undefined;
  const missingText = given.missing === undefined ? undefined : say.missingGiven(say.missing[given.missing]);
  const howText = isProposed
    ? say.proposed
    : item.kind === 'rank'
      ? say.choicesRanked
      : isMany
        ? say.choicesMany
        : undefined;
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
        <ItemHead item={item} id={id} language={language} isAgain={isAgain} />
        {isClosed ? (
          <ChoiceList item={item} answering={answering} language={language} labelledBy={id} />
        ) : isAgreed ? (
          <MissingRow answering={answering} />
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
          told={told?.text ?? faultText ?? missingText ?? howText}
          isAttention={told?.isAttention ?? refused}
          aside={
            isClosed && !isMany ? <Tick label={say.goesOnByItself} isOn={goesOn} onChange={setGoesOn} /> : undefined
          }
        >
          <Button
            kind="primary"
            onPress={isAgreed && given.missing === undefined ? answering.agree : answering.submit}
            keyHint={isAgreed ? 'J' : 'Enter'}
          >
            {isAgreed && given.missing === undefined ? say.agree : say.onwards}
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
