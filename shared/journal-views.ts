/** Views of the journal: its entries, and what is found of it. */
import type { Day } from './calendar.ts';
import type { JournalState } from './study/journal.ts';

/** What is found of a journal. */
export interface JournalFound {
  readonly total: number;
  /** Whether its own chain is whole, from the first entry to the last that is there. */
  readonly isWhole: boolean;
  /** Number of the first entry at which it is not. */
  readonly brokenAt?: number;
  /** How it stands to the head that is kept outside the study. */
  readonly state: JournalState;
  readonly head?: { readonly seq: number; readonly on: Day };
  /** By which the key of this installation is recognised: 128 bits of its hash, in hex. */
  readonly signedBy: string;
}

export interface JournalView extends JournalFound {
  readonly entries: readonly {
    readonly seq: number;
    readonly on: Day;
    /** Name of the staff member; '' when nobody was signed in. */
    readonly by: string;
    readonly act: string;
    readonly detail: Readonly<Record<string, number | string | boolean>>;
  }[];
}

export interface JournalChecked extends JournalFound {
  readonly on: Day;
}

export interface JournalExported {
  readonly entries: number;
  readonly signedBy: string;
}
