/**
 * What answers an interview that is on screen: the office, for a real one and for the entry of a paper; the window itself, for a test
 * interview. The item, the grid, the languages and the list of answers know no more of it than this.
 */
import { useCallback, useMemo, useState } from 'react';
import type { Asked, Outcome } from '../../../shared/contract.ts';
import type { ItemName, Language } from '../../../shared/study/questionnaire.ts';
import type { AnsweredView, InterviewView } from '../../../shared/views.ts';
import { request, type Trouble } from '../../request.ts';
import { useTypedAhead } from './typed-ahead.ts';

/** As it was typed, chosen or put in order; null takes an answer back, or goes past what needs none. */
export type TypedAnswer = Asked<'interview.answer'>['answer'];

export interface Talk {
  /** Keeps the answer, and shows what comes after the item. What is asked later is answered later. */
  answer(item: ItemName, answer: TypedAnswer): Promise<Outcome<InterviewView>>;
  /** That item, which has to be on the route; without one where the interview stopped. */
  see(item?: ItemName): Promise<Outcome<InterviewView>>;
  setLanguage(language: Language, item?: ItemName): Promise<Outcome<InterviewView>>;
  /** A note to the item; empty: it goes. */
  note(item: ItemName, text: string): Promise<Outcome<InterviewView>>;
  /** All that was answered so far. */
  answers(): Promise<Outcome<AnsweredView>>;
}

const at = (item: ItemName | undefined) => (item === undefined ? {} : { item });

/** The interview that this person holds, or the paper that they enter. */
export const officeTalk: Talk = {
  answer: (item, answer) => request('interview.answer', { item, answer }),
  see: (item) => request('interview.see', at(item)),
  setLanguage: (language, item) => request('interview.setLanguage', { language, ...at(item) }),
  note: (item, text) => request('interview.note', { item, text }),
  answers: () => request('interview.answers', {}),
};

/** A talk as a screen holds it: what is being asked, and what went wrong last. Undefined where it was refused. */
export interface Talking {
  readonly talk: Talk;
  answer(item: ItemName, answer: TypedAnswer): Promise<InterviewView | undefined>;
  see(item?: ItemName): Promise<InterviewView | undefined>;
  setLanguage(language: Language, item?: ItemName): Promise<InterviewView | undefined>;
  note(item: ItemName, text: string): Promise<InterviewView | undefined>;
  answers(): Promise<AnsweredView | undefined>;
  /** What was asked past this before: until it is there, keys wait as they do for anything else. */
  await<V>(seen: Promise<V>): Promise<V>;
  readonly busy: keyof Talk | undefined;
  readonly trouble: Trouble | undefined;
  /** Something was refused that was asked past this: an answer that was saved ahead. */
  readonly tell: (trouble: Trouble) => void;
  readonly clear: () => void;
}

export function useTalking(talk: Talk): Talking {
  const [busy, setBusy] = useState<keyof Talk>();
  const [trouble, setTrouble] = useState<Trouble>();
  const { hold, release } = useTypedAhead();
  const asked = useCallback(
    async <V>(name: keyof Talk, outcome: Promise<Outcome<V>>): Promise<V | undefined> => {
      hold();
      setBusy(name);
      setTrouble(undefined);
      const came = await outcome;
      setBusy(undefined);
      release(came.kind !== 'ok');
      if (came.kind === 'ok') return came.view;
      setTrouble(came);
      return undefined;
    },
    [hold, release],
  );
  const awaited = useCallback(
    async <V>(seen: Promise<V>): Promise<V> => {
      hold();
      setBusy('answer');
      const came = await seen;
      setBusy(undefined);
      release(false);
      return came;
    },
    [hold, release],
  );
  const clear = useCallback(() => setTrouble(undefined), []);
  return useMemo(
    () => ({
      talk,
      answer: (item, answer) => asked('answer', talk.answer(item, answer)),
      see: (item) => asked('see', talk.see(item)),
      setLanguage: (language, item) => asked('setLanguage', talk.setLanguage(language, item)),
      note: (item, text) => asked('note', talk.note(item, text)),
      answers: () => asked('answers', talk.answers()),
      await: awaited,
      busy,
      trouble,
      tell: setTrouble,
      clear,
    }),
    [talk, asked, awaited, busy, trouble, clear],
  );
}
