/** The interview that is on screen: where it stands, and which answers fell off the route with the last one. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { ItemName } from '../../../shared/study/questionnaire.ts';
import type { InterviewView, ItemView } from '../../../shared/views.ts';
import { beforeLock } from '../../before-lock.ts';
import { newlyFallen } from './newly-fallen.ts';
import type { Talking } from './talk.ts';

/** Told once, at what comes next. */
export interface Fallen {
  readonly items: InterviewView['offRoute'];
  /** The item whose answer did it. */
  readonly by: ItemName | undefined;
}

export type Leaving = RefObject<(() => Promise<boolean>) | undefined>;

export interface InterviewAtHand {
  readonly view: InterviewView | undefined;
  readonly fallen: Fallen | undefined;
  /** Answers to a grid that are not on disk yet. */
  readonly pending: number;
  /** What comes next, or another item; undefined: it was refused, and everything stays. */
  readonly see: (view: InterviewView | undefined) => void;
  readonly seeItem: (item: ItemName | undefined) => Promise<void>;
  /** Where it goes on as it stands now, whatever is typed on screen: that item is not asked any more. */
  readonly seeFirst: () => Promise<void>;
  /** Changed without going anywhere: an answer to a statement, a note, how it is held. */
  readonly keep: (view: InterviewView) => void;
  readonly moveTo: (row: ItemView) => void;
  /** Keeps what was typed at the item that is on screen before another one is seen; false: it was refused. */
  readonly leaving: Leaving;
  readonly setPending: (answers: number) => void;
}

export function useInterviewAtHand(talking: Talking): InterviewAtHand {
  const [view, setView] = useState<InterviewView>();
  const [fallen, setFallen] = useState<Fallen>();
  const [pending, setPending] = useState(0);
  /** As it was told last. */
  const told = useRef<InterviewView>(undefined);
  const at = useRef<ItemName>(undefined);
  const leaving: Leaving = useRef(undefined);
  at.current = view?.next?.item;
  // What is typed at the item was said, also when the place is locked before Enter.
  useEffect(() => beforeLock(async () => leaving.current?.()), []);
  const see = useCallback((seen: InterviewView | undefined) => {
    if (seen === undefined) return;
    const items = newlyFallen(told.current, seen);
    setFallen(items.length === 0 ? undefined : { items, by: at.current });
    told.current = seen;
    setView(seen);
  }, []);
  const keep = useCallback((kept: InterviewView) => {
    setView((before) => {
      if (before?.next === undefined) return kept;
      const { next: shown, grid, ...rest } = kept;
      const { item } = before.next;
      // Behind the last statement another grid may come: that is not where it is yet.
      const stays = grid?.rows.some((row) => row.item === item) ? grid : before.grid;
      // The item or the statement at the cursor, as it is now.
      const next = shown?.item === item ? shown : (stays?.rows.find((row) => row.item === item) ?? before.next);
      return { ...rest, next, ...(stays === undefined ? {} : { grid: stays }) };
    });
  }, []);
  const moveTo = useCallback((row: ItemView) => {
    setView((before) => before && { ...before, next: row });
  }, []);
  const seeItem = async (item: ItemName | undefined) => {
    if (item === undefined || talking.busy !== undefined) return;
    if ((await leaving.current?.()) !== false) see(await talking.see(item));
  };
  const seeFirst = async () => {
    if (talking.busy === undefined) see(await talking.see());
  };
  return { view, fallen, pending, see, seeItem, seeFirst, keep, moveTo, leaving, setPending };
}
