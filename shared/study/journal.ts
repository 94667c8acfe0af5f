/** The journal seen from outside the study: the head that is kept elsewhere, and what a comparison with it says. */
import type { Day } from '../calendar.ts';

/** The last entry of a journal, as it was noted outside the study. */
export interface JournalHead {
  readonly study: string;
  readonly seq: number;
  readonly on: Day;
  /** Hex: the MAC of that entry, and through the chain of all before it. */
  readonly mac: string;
}

/**
 * `agrees`: the journal ends where the head says. `ahead`: it goes on from there, as after a crash. `cut`: entries that the head knows are
 * not there. `rewritten`: the entry of that number is another one. `unknown`: no head of this study is kept here.
 */
export type JournalState = 'agrees' | 'ahead' | 'cut' | 'rewritten' | 'unknown';

/** `last`: the number of the journal's last entry, 0 for none; `macAt`: the MAC (hex) of the entry with a number. */
export function journalState(
  head: Pick<JournalHead, 'seq' | 'mac'> | undefined,
  last: number,
  macAt: (seq: number) => string | undefined,
): JournalState {
  if (head === undefined) return 'unknown';
  if (last < head.seq) return 'cut';
  if (macAt(head.seq) !== head.mac) return 'rewritten';
  return last === head.seq ? 'agrees' : 'ahead';
}

/** Whether it is the journal that was here before, with nothing taken away. */
export function isSameJournal(state: JournalState): boolean {
  return state === 'agrees' || state === 'ahead';
}
