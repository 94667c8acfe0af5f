/** One item: what is read aloud, and how it is answered. A digit selects and shows at once; Enter saves and goes on. */
import { useEffect, useRef, useState } from 'react';
import { type ItemName, type Missing, missingKinds } from '../../../shared/study/questionnaire.ts';
import type { InterviewView, ItemView } from '../../../shared/views.ts';
import { useKeys, useWords } from '../../bearings.tsx';
import { Button } from '../../parts/button.tsx';
import { Tick } from '../../parts/field.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { Asking } from '../../request.ts';
import { interviewWords } from '../../wording/screens/interview.ts';
import { AnswerBox } from './answer-box.tsx';
import { chosenBy, keyedChoices } from './choice-keys.ts';
import { ChoiceList } from './choice-list.tsx';
import { type Given, givenBefore, typedAnswer, withChoice, withMissing } from './given-answer.ts';
import { useGoesOn } from './goes-on.ts';

export interface ItemPaneProps {
  readonly item: ItemView;
  readonly language: string;
  readonly route: readonly ItemName[];
  /** Whether keys are for the item now. */
  readonly isOn: boolean;
  readonly asking: Pick<Asking, 'ask' | 'busy'>;
  readonly onSeen: (view: InterviewView | undefined) => void;
}

const digits = [...'0123456789'];
const missingKeys: Readonly<Record<Missing, string>> = { 'dont-know': 'w', refused: 'x', 'does-not-apply': 'v' };

export function ItemPane({ item, language, route, isOn, asking: { ask, busy }, onSeen }: ItemPaneProps) {
  const say = useWords(interviewWords);
  const before = givenBefore(item);
  const [given, setGiven] = useState<Given>(before);
  const [typed, setTyped] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [isAgain, setAgain] = useState(false);
  const [goesOn, setGoesOn] = useGoesOn();
  const place = useRef<HTMLElement>(null);
  const isClosed = item.kind === 'select-one' || item.kind === 'select-multiple';
  const isQuestion = item.kind !== 'note';
  const keyed = isClosed ? keyedChoices(item.choices ?? []) : [];
  const isBusy = busy !== undefined;

  useEffect(() => {
    if (isOn)
      (place.current?.querySelector<HTMLElement>('input:not([type=checkbox]), textarea') ?? place.current)?.focus();
  }, [isOn]);

  const submit = async (answer: Given) => {
    if (isBusy) return;
    const asked = isQuestion ? typedAnswer(item, answer) : null;
    if (asked === null && item.required && isQuestion) return setAsked(true);
    onSeen(await ask('interview.answer', { item: item.item, answer: asked }));
  };
  const choose = (name: string) => {
    const next = withChoice(item, given, name);
    setGiven(next);
    setTyped('');
    setAsked(false);
    if (goesOn && item.kind === 'select-one') submit(next);
  };
  const press = (digit: string) => {
    const code = typed + digit;
    const found = chosenBy(keyed, code);
    if (found.kind === 'chosen') return choose(found.choice.name);
    setTyped(found.kind === 'begun' ? code : '');
  };
  const note = (missing: Missing) => {
    setGiven(withMissing(item, missing));
    setTyped('');
    setAsked(false);
  };
  const move = (by: 1 | -1) => {
    const at = keyed.findIndex(({ choice }) => choice.name === given.choices.at(-1));
    const next = keyed[at < 0 ? (by > 0 ? 0 : keyed.length - 1) : at + by];
    if (next !== undefined && item.kind === 'select-one') setGiven({ choices: [next.choice.name], text: '' });
  };
  const at = route.indexOf(item.item);
  const see = async (name: ItemName | undefined) => {
    if (name !== undefined && !isBusy) onSeen(await ask('interview.see', { item: name }));
  };
  const isChanged = JSON.stringify(given) !== JSON.stringify(before);
  useKeys(
    isOn
      ? [
          { keys: ['Enter'], says: say.keys.enter, run: () => submit(given) },
          ...(isClosed
            ? [
                { keys: digits, shown: '0–9', says: say.keys.digits, run: ({ key }: KeyboardEvent) => press(key) },
                { keys: ['ArrowDown'], shown: '↓', says: say.keys.arrows, run: () => move(1) },
                { keys: ['ArrowUp'], shown: '↑', says: say.keys.arrows, run: () => move(-1) },
                { keys: ['Backspace'], says: '', run: () => setTyped('') },
              ]
            : []),
          ...(isQuestion
            ? missingKinds.map((kind) => ({
                keys: [missingKeys[kind]],
                shown: missingKeys[kind].toUpperCase(),
                says: say.missing[kind],
                run: () => note(kind),
              }))
            : []),
          { keys: ['l'], shown: 'L', says: say.keys.again, run: () => setAgain(!isAgain) },
          { keys: ['PageUp'], says: say.keys.back, everywhere: true, run: () => see(route[at - 1]) },
          {
            keys: ['PageDown'],
            says: say.keys.forth,
            everywhere: true,
            run: () => (isChanged || at === route.length - 1 ? submit(given) : see(route[at + 1])),
          },
        ]
      : [],
  );

  const id = `item-${item.item}`;
  return (
    <section className="item" ref={place} tabIndex={-1} aria-labelledby={id}>
      <div className="sections soft">{item.sections.join(' › ')}</div>
      <h1 id={id} className={isAgain ? 'aloud again' : 'aloud'} lang={language} dir="auto">
        {item.text}
      </h1>
      {item.hint === undefined ? null : (
        <p className="hint-aloud" lang={language} dir="auto">
          {item.hint}
        </p>
      )}
      {item.instruction === undefined ? null : (
        <p className="instruction" dir="auto">
          <span className="tag">{say.notAloud}</span> {item.instruction}
        </p>
      )}
      {isAgain ? <p className="soft">{say.readAgain}</p> : null}
      <form
        className="answering"
        onSubmit={(event) => {
          event.preventDefault();
          submit(given);
        }}
      >
        {isClosed ? (
          <ChoiceList
            item={item}
            keyed={keyed}
            chosen={given.choices}
            language={language}
            labelledBy={id}
            onChoose={choose}
          />
        ) : isQuestion ? (
          <AnswerBox
            item={item}
            text={given.text}
            labelledBy={id}
            onText={(text) => {
              setGiven({ choices: [], text });
              setAsked(false);
            }}
            onEnter={() => submit(given)}
          />
        ) : null}
        <div className="message-room" role="status">
          {typed === '' ? null : <span className="mono">{say.twoDigits(typed)}</span>}
          {given.missing === undefined ? null : (
            <Notice kind="due">{say.missingGiven(say.missing[given.missing])}</Notice>
          )}
          {isAsked ? <Notice kind="attention">{say.required}</Notice> : null}
        </div>
        <div className="row">
          <Button submits kind="primary" isBusy={busy === 'interview.answer'} keyHint="Enter">
            {say.onwards}
          </Button>
          {isClosed ? <Tick label={say.goesOnByItself} isOn={goesOn} onChange={setGoesOn} /> : null}
        </div>
      </form>
    </section>
  );
}
