/** Answering one item: what is chosen or typed, what there is to tell about it, and saving it before anything goes on. */
import { useState } from 'react';
import type { ItemName, Missing } from '../../../shared/study/questionnaire.ts';
import type { InterviewView, ItemView } from '../../../shared/views.ts';
import { useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { chosenBy, type KeyedChoice, keyedChoices } from './choice-keys.ts';
import {
  agreed,
  canBeMissing,
  type Given,
  givenBefore,
  isSameOrder,
  leftToRank,
  proposedNow,
  typedAnswer,
  withChoice,
  withMissing,
} from './given-answer.ts';
import { useSavedAhead } from './saved-ahead.ts';
import type { Talking } from './talk.ts';

export interface ItemAtHand {
  readonly item: ItemView;
  readonly route: readonly ItemName[];
  readonly talking: Talking;
  readonly goesOn: boolean;
  /** Entered from paper: what was left empty there stays open, also where an answer is needed. */
  readonly isOnPaper: boolean;
  readonly onSeen: (view: InterviewView | undefined) => void;
}

interface Told {
  readonly text: string;
  readonly isAttention: boolean;
}

export interface Answering {
  readonly keyed: readonly KeyedChoice[];
  readonly given: Given;
  /** It stands there because the questionnaire proposes it; nobody went on with it yet. */
  readonly isProposed: boolean;
  /** The first digit of a code of two. */
  readonly typed: string;
  readonly told: Told | undefined;
  /** Where the arrows are in a list with several answers. */
  readonly cursor: string | undefined;
  readonly choose: (name: string) => void;
  readonly press: (digit: string) => void;
  /** Takes the typed digit away, or the last one that was put in order. */
  readonly erase: () => void;
  readonly note: (missing: Missing) => void;
  readonly move: (by: 1 | -1) => void;
  readonly write: (text: string) => void;
  readonly submit: () => void;
  readonly agree: () => void;
  readonly back: () => void;
  readonly forth: () => void;
  /** Keeps what was given before someone goes elsewhere; whether they may: false where it was refused, and everything stays. */
  readonly keepGiven: () => Promise<boolean>;
}

export function useAnswering({ item, route, talking, goesOn, isOnPaper, onSeen }: ItemAtHand): Answering {
  const { busy, clear } = talking;
  const say = useWords(interviewWords);
  const [before] = useState(() => givenBefore(item));
  const [proposed] = useState(() => proposedNow(item));
  const [given, setGiven] = useState<Given>(proposed ?? before);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<Told>();
  const [isLeaving, setLeaving] = useState(false);
  const [cursor, setCursor] = useState<string>();
  const ahead = useSavedAhead(talking.talk);
  const isClosed = item.choices !== undefined;
  const isMany = item.kind === 'select-multiple' || item.kind === 'rank';
  const isQuestion = item.kind !== 'note';
  const keyed = isClosed ? keyedChoices(item.choices) : [];
  const isBusy = busy !== undefined;
  const isProposed = given === proposed;
  const at = route.indexOf(item.item);

  const attend = (text: string) => setTold({ text, isAttention: true });
  const change = (next: Given) => {
    setGiven(next);
    setTyped('');
    setTold(undefined);
    setLeaving(false);
    if (talking.trouble !== undefined) clear();
  };
  const save = (answer: Given) => talking.answer(item.item, isQuestion ? typedAnswer(item, answer) : null);
  const savedAhead = (answer: Given) => talking.await(ahead.seenAfter(answer));
  const submit = async (answer: Given) => {
    if (isBusy || typed !== '') return;
    if (isQuestion && typedAnswer(item, answer) === null) {
      if (item.required && !isOnPaper) return attend(item.requiredMessage || say.required);
      if ((isClosed || item.required) && !isLeaving) {
        setLeaving(true);
        return setTold({ text: say.leaveOpen, isAttention: false });
      }
    }
    const left = leftToRank(item, answer);
    // Part of an order is an answer, but no slip of a finger.
    if (left > 0 && !isLeaving) {
      setLeaving(true);
      return attend(say.leftToRank(left));
    }
    onSeen((await savedAhead(answer)) ?? (await save(answer)));
  };
  const choose = (name: string) => {
    if (isBusy) return;
    if (item.kind === 'rank' && given.choices.includes(name) && !isProposed)
      return attend(say.rankedBefore(given.choices.indexOf(name) + 1));
    // What is put in order begins anew: nobody changes a proposed order one by one.
    const next = withChoice(item, item.kind === 'rank' && isProposed ? { choices: [], text: '' } : given, name);
    change(next);
    setCursor(name);
    if (isMany) return;
    if (goesOn) submit(next);
    else ahead.save(item.item, next, typedAnswer(item, next));
  };
  /** Nothing that was given is lost by going to another item; what was only proposed is no answer yet. */
  const keepGiven = async () => {
    const isChanged = isQuestion && !isProposed && !isSameOrder(given, before);
    const isKept = isOnPaper || typedAnswer(item, given) !== null || !item.required;
    const isSaved = (await savedAhead(given)) !== undefined;
    return !isChanged || !isKept || isSaved || (await save(given)) !== undefined;
  };
  const see = async (name: ItemName | undefined) => {
    if (name !== undefined && !isBusy && (await keepGiven())) onSeen(await talking.see(name));
  };
  const agree = () => submit({ choices: [agreed], text: '' });
  // A box that was not ticked on the paper was not agreed to: there only J agrees.
  const agrees = item.kind === 'acknowledge' && given.missing === undefined && !isOnPaper;
  const goOn = () => (agrees ? agree() : submit(given));

  return {
    keyed,
    given,
    isProposed,
    typed,
    told: typed === '' ? told : { text: say.typedCode(typed), isAttention: false },
    cursor,
    choose,
    press(digit) {
      if (isBusy) return;
      const code = typed + digit;
      const found = chosenBy(keyed, code);
      if (found.kind === 'chosen') {
        setTyped('');
        return choose(found.choice.name);
      }
      setTyped(found.kind === 'begun' ? code : '');
      if (found.kind === 'begun') setTold(undefined);
      else attend(say.noSuchKey(code));
    },
    erase() {
      if (isBusy) return;
      if (item.kind === 'rank' && typed === '') return change({ ...given, choices: given.choices.slice(0, -1) });
      setTyped('');
      setTold(undefined);
    },
    note(missing) {
      if (isBusy) return;
      if (!canBeMissing(item, missing)) return attend(say.noMissing(say.missing[missing]));
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
    submit: goOn,
    agree,
    back: () => see(route[at - 1]),
    forth: () =>
      at === route.length - 1 || (!isProposed && !isSameOrder(given, before)) ? submit(given) : see(route[at + 1]),
    keepGiven,
  };
}
