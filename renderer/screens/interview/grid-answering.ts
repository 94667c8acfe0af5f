/** Answering a grid in one sweep: a digit answers the statement at the cursor and goes to the next one, and each answer is kept at once. */
import { useState } from 'react';
import type { ItemName, Missing } from '../../../shared/study/questionnaire.ts';
import type { InterviewView, ItemView } from '../../../shared/views.ts';
import { useGrammar, useWords } from '../../bearings.tsx';
import { interviewWords } from '../../wording/screens/interview.ts';
import { chosenBy, type KeyedChoice, keyedChoices } from './choice-keys.ts';
import { canBeMissing, type Given, givenBefore, typedAnswer, withChoice, withMissing } from './given-answer.ts';
import { useKeptInTurn } from './kept-in-turn.ts';
import type { Talking } from './talk.ts';

export interface GridAtHand {
  readonly view: InterviewView;
  readonly rows: readonly ItemView[];
  readonly talking: Talking;
  /** Shows what comes behind the grid or before it. */
  readonly onSeen: (view: InterviewView | undefined) => void;
  /** An answer is on disk; the cursor stays where it is. */
  readonly onKept: (view: InterviewView) => void;
  /** The cursor is at this statement now. */
  readonly onAt: (row: ItemView) => void;
  /** How many answers are not on disk yet. */
  readonly onPending: (answers: number) => void;
}

export interface GridAnswering {
  /** The scale, the same for every statement. */
  readonly keyed: readonly KeyedChoice[];
  readonly at: number;
  readonly givenTo: (row: ItemView) => Given;
  readonly typed: string;
  readonly told: { readonly text: string; readonly isAttention: boolean } | undefined;
  readonly press: (digit: string) => void;
  readonly choose: (name: string) => void;
  readonly note: (missing: Missing) => void;
  readonly erase: () => void;
  readonly moveTo: (row: number) => void;
  /** Enter: the next statement, and behind the last one on. */
  readonly submit: () => void;
  readonly back: () => void;
  readonly forth: () => void;
}

export function useGridAnswering({ view, rows, talking, onSeen, onKept, onAt, onPending }: GridAtHand): GridAnswering {
  const say = useWords(interviewWords);
  const { count } = useGrammar();
  const [given, setGiven] = useState<ReadonlyMap<ItemName, Given>>(new Map());
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<GridAnswering['told']>();
  const [isLeaving, setLeaving] = useState(false);
  const at = Math.max(
    0,
    rows.findIndex(({ item }) => item === view.next?.item),
  );
  const row = rows[at]!;
  const isMany = row.kind === 'select-multiple';
  const keyed = keyedChoices(row.choices ?? []);
  const isBusy = talking.busy !== undefined;
  const givenTo = (one: ItemView) => given.get(one.item) ?? givenBefore(one);

  const attend = (text: string) => setTold({ text, isAttention: true });
  const calm = () => {
    setTyped('');
    setTold(undefined);
    setLeaving(false);
    if (talking.trouble !== undefined) talking.clear();
  };
  const queue = useKeptInTurn(talking.talk, {
    onKept,
    onPending,
    onRefused(item, trouble) {
      talking.tell(trouble);
      const refused = rows.find((one) => one.item === item);
      if (refused === undefined) return;
      // What was refused was not said: what stood there before is shown again.
      setGiven((before) => new Map([...before].filter(([name]) => name !== item)));
      onAt(refused);
    },
  });
  const moveTo = (to: number) => {
    const next = rows[Math.min(Math.max(to, 0), rows.length - 1)]!;
    calm();
    onAt(next);
  };
  const answerRow = async (next: Given) => {
    // The tick waits in sight, and so do the keys.
    if (queue.isSlow()) await talking.await(queue.settled());
    calm();
    setGiven((before) => new Map(before).set(row.item, next));
    queue.keep(row.item, typedAnswer(row, next));
    if (!isMany && at < rows.length - 1) onAt(rows[at + 1]!);
  };
  const choose = (name: string) => {
    if (!isBusy) answerRow(withChoice(row, givenTo(row), name));
  };
  const isOpen = (one: ItemView) => typedAnswer(one, givenTo(one)) === null;
  const leave = async () => {
    if (isBusy || typed !== '') return;
    // On paper it may have been left empty.
    const required = view.entry === undefined ? rows.find((one) => one.required && isOpen(one)) : undefined;
    if (required !== undefined) {
      onAt(required);
      return attend(required.requiredMessage || say.requiredRow);
    }
    const open = rows.filter(isOpen).length;
    if (open > 0 && !isLeaving) {
      setLeaving(true);
      return setTold({ text: say.leaveRowsOpen(count(open, say.statements)), isAttention: false });
    }
    await talking.await(queue.settled());
    const last = rows.at(-1)!;
    const behind = view.route[view.route.indexOf(last.item) + 1];
    // At the end of the route nothing can be seen: the last answer, once more, leads there.
    onSeen(
      behind === undefined
        ? await talking.answer(last.item, typedAnswer(last, givenTo(last)))
        : await talking.see(behind),
    );
  };
  const before = async () => {
    const name = view.route[view.route.indexOf(rows[0]!.item) - 1];
    if (isBusy || name === undefined) return;
    await talking.await(queue.settled());
    onSeen(await talking.see(name));
  };

  return {
    keyed,
    at,
    givenTo,
    typed,
    told: typed === '' ? told : { text: say.typedCode(typed), isAttention: false },
    press(digit) {
      if (isBusy) return;
      const code = typed + digit;
      const found = chosenBy(keyed, code);
      if (found.kind === 'chosen') return choose(found.choice.name);
      setTyped(found.kind === 'begun' ? code : '');
      if (found.kind === 'begun') setTold(undefined);
      else attend(say.noSuchKey(code));
    },
    choose,
    note(missing) {
      if (isBusy) return;
      if (!canBeMissing(row, missing)) return attend(say.noMissing(say.missing[missing]));
      answerRow(withMissing(row, missing));
    },
    erase: calm,
    moveTo,
    submit: () => (at < rows.length - 1 && !isLeaving ? typed === '' && moveTo(at + 1) : leave()),
    back: () => (at === 0 ? before() : moveTo(at - 1)),
    forth: () => (at === rows.length - 1 ? leave() : moveTo(at + 1)),
  };
}
