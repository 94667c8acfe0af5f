/** Answering one item: what is chosen or typed, what there is to tell about it, and saving it before anything goes on. */
import { useRef, useState } from 'react';
import type { ItemName, Missing } from '../../../shared/study/questionnaire.ts';
import type { InterviewView, ItemView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { chosenBy, type KeyedChoice, keyedChoices } from './choice-keys.ts';
import { canBeMissing, type Given, givenBefore, isSame, typedAnswer, withChoice, withMissing } from './given-answer.ts';
import { useSavedAhead } from './saved-ahead.ts';
import type { Talking } from './talk.ts';

export interface ItemAtHand {
  readonly item: ItemView;
  readonly route: readonly ItemName[];
  readonly talking: Talking;
  readonly goesOn: boolean;
  readonly onSeen: (view: InterviewView | undefined) => void;
}

interface Told {
  readonly text: string;
  readonly isAttention: boolean;
}

export interface Answering {
  readonly keyed: readonly KeyedChoice[];
  readonly given: Given;
  /** The first digit of a code of two. */
  readonly typed: string;
  readonly told: Told | undefined;
  /** Where the arrows are in a list with several answers. */
  readonly cursor: string | undefined;
  readonly choose: (name: string) => void;
  readonly press: (digit: string) => void;
  readonly erase: () => void;
  readonly note: (missing: Missing) => void;
  readonly move: (by: 1 | -1) => void;
  readonly write: (text: string) => void;
  readonly submit: () => void;
  readonly back: () => void;
  readonly forth: () => void;
}

/** With digits that go on by themselves, a key that bounced would answer an item that nobody has read. */
const bounceMs = 150;

export function useAnswering({ item, route, talking, goesOn, onSeen }: ItemAtHand): Answering {
  const { busy, clear } = talking;
  const say = useWords(interviewWords);
  const before = givenBefore(item);
  const [given, setGiven] = useState<Given>(before);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<Told>();
  const [isLeaving, setLeaving] = useState(false);
  const [cursor, setCursor] = useState<string>();
  const ahead = useSavedAhead(talking.talk);
  const shownAt = useRef(performance.now());
  const isClosed = item.choices !== undefined;
  const isMany = item.kind === 'select-multiple';
  const isQuestion = item.kind !== 'note';
  const keyed = isClosed ? keyedChoices(item.choices) : [];
  const isBusy = busy !== undefined;
  const at = route.indexOf(item.item);

  const change = (next: Given) => {
    setGiven(next);
    setTyped('');
    setTold(undefined);
    setLeaving(false);
    if (talking.trouble !== undefined) clear();
  };
  const save = (answer: Given) => talking.answer(item.item, isQuestion ? typedAnswer(item, answer) : null);
  const submit = async (answer: Given) => {
    if (isBusy || typed !== '') return;
    if (isQuestion && typedAnswer(item, answer) === null) {
      if (item.required) return setTold({ text: item.requiredMessage || say.required, isAttention: true });
      if (isClosed && !isLeaving) {
        setLeaving(true);
        return setTold({ text: say.leaveOpen, isAttention: false });
      }
    }
    onSeen((await ahead.seenAfter(answer)) ?? (await save(answer)));
  };
  const choose = (name: string) => {
    if (isBusy) return;
    const next = withChoice(item, given, name);
    change(next);
    setCursor(name);
    if (isMany) return;
    if (goesOn) submit(next);
    else ahead.save(item.item, next, typedAnswer(item, next));
  };
  /** Nothing that was given is lost by going to another item. */
  const see = async (name: ItemName | undefined) => {
    if (name === undefined || isBusy) return;
    const isChanged = isQuestion && !isSame(given, before);
    const isKept = typedAnswer(item, given) !== null || !item.required;
    const isSaved = (await ahead.seenAfter(given)) !== undefined;
    if (isChanged && isKept && !isSaved && (await save(given)) === undefined) return;
    onSeen(await talking.see(name));
  };

  return {
    keyed,
    given,
    typed,
    told: typed === '' ? told : { text: say.typedCode(typed), isAttention: false },
    cursor,
    choose,
    press(digit) {
      if (isBusy || (goesOn && performance.now() - shownAt.current < bounceMs)) return;
      const code = typed + digit;
      const found = chosenBy(keyed, code);
      if (found.kind === 'chosen') return choose(found.choice.name);
      setTyped(found.kind === 'begun' ? code : '');
      setTold(found.kind === 'begun' ? undefined : { text: say.noSuchKey(code), isAttention: true });
    },
    erase() {
      setTyped('');
      setTold(undefined);
    },
    note(missing) {
      if (isBusy) return;
      if (!canBeMissing(item, missing))
        return setTold({ text: say.noMissing(say.missing[missing]), isAttention: true });
      if (given.missing === missing) return change({ choices: [], text: given.text });
      change(withMissing(item, missing, given.text));
    },
    move(by) {
      if (isBusy) return;
      const from = keyed.findIndex(({ choice }) => choice.name === (isMany ? cursor : given.choices[0]));
      const next = keyed[from < 0 ? (by > 0 ? 0 : keyed.length - 1) : from + by]?.choice.name;
      if (next === undefined) return;
      setCursor(next);
      if (!isMany) change(withChoice(item, given, next));
    },
    write: (text) => !isBusy && change({ choices: [], text }),
    submit: () => submit(given),
    back: () => see(route[at - 1]),
    forth: () => (!isSame(given, before) || at === route.length - 1 ? submit(given) : see(route[at + 1])),
  };
}
