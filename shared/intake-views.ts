/** What a window may see of a delivery: counts, row numbers, columns, a few masked rows; and, one at a time, who a manager has to decide on. */
import type { Day } from './calendar.ts';
import type { GroupCode } from './study/group.ts';

/**
 * What a delivery comes to. Per file: read = accepted + all that was applied + all refusals + what is still undecided, always.
 */
export interface IntakeView {
  readonly files: readonly IntakeFileView[];
  /** People who become cases. */
  readonly accepted: number;
  readonly withEmail: number;
  /** Cases that are contacted no more because of this delivery. */
  readonly stopped: number;
  /** Of a difference: open cases of the group that the newer list does not have any more. */
  readonly gone: number;
  /** Where a rule cannot decide: those that wait, and as far as there is room those that were decided; at most a hundred, in order. */
  readonly questions: readonly IntakeQuestion[];
  /** How many wait in all. Nothing is taken in as long as some do. */
  readonly undecided: number;
  /** Consent has to be shown, and neither the file nor the group says by which text it was given. */
  readonly needsConsentText: boolean;
  /** What a manager should know of those who are accepted, also when nothing has to be decided. */
  readonly noticed: {
    /** Addresses at which more than one of them lives. */
    readonly sharedAddresses: number;
    /** How many of them are in another group of the study too. */
    readonly inOtherGroup: number;
  };
  /** Of a random selection: the seed by which it can be drawn again, and what was drawn of which stratum ('' for those without). */
  readonly drawn?: {
    readonly seed: string;
    readonly strata: readonly { readonly stratum: string; readonly there: number; readonly drawn: number }[];
  };
}

export interface IntakeFileView {
  readonly file: number;
  /** SHA-256 of the file, hex; given back when it is taken in. */
  readonly sha256: string;
  /** The sheet that is read; counts from 1, hidden ones included. */
  readonly sheet: number;
  /** All sheets with content. */
  readonly sheets: readonly SheetView[];
  readonly read: number;
  readonly accepted: number;
  /** By what was done: 'changed', 'unchanged', 'died', 'moved', 'objects', 'stopped'. */
  readonly applied: Readonly<Record<string, number>>;
  readonly refused: Readonly<Record<string, number>>;
  readonly undecided: number;
  readonly refusedRows: readonly { readonly row: number; readonly reason: string }[];
  /** Cells that could not be read and stay empty, or in which something was masked. */
  readonly remarks: readonly { readonly row: number; readonly field: string; readonly what: string }[];
  readonly columns: readonly ColumnView[];
  /** Fields without which nobody of this list could be accepted. */
  readonly missing: readonly string[];
  /** Letters of columns that nobody knows and that may say of someone that they died or do not want it: nothing is taken in before a person decides. */
  readonly undecidedColumns: readonly string[];
  /** Row of the headers; absent when the list has none. */
  readonly headerRow?: number;
  /** Rows with content that are hidden in the file; they are read as the others. */
  readonly hiddenRows: number;
  /** The first rows, and those with the most that could not be read, masked. */
  readonly sample: { readonly first: readonly MaskedRow[]; readonly worst: readonly MaskedRow[] };
}

export interface SheetView {
  /** Counts from 1. */
  readonly sheet: number;
  /** Left out where it may be a person's data. */
  readonly name?: string;
  readonly hidden: boolean;
  readonly rows: number;
}

export interface ColumnView {
  readonly column: string;
  readonly header?: string;
  readonly hidden: boolean;
  /** A meaning of a column, 'not-allowed' or 'not-recognised'. */
  readonly becomes: string;
  /** By what that is known. */
  readonly by?: 'header' | 'remembered' | 'chosen';
  /** What its cells look like, when nothing else says it: for a person to decide. */
  readonly looksLike?: string;
  /** At most three values of a column that is read with every letter and digit but the first masked; none of another column. */
  readonly examples: readonly string[];
}

export interface MaskedRow {
  readonly row: number;
  readonly cells: readonly { readonly field: string; readonly masked: string; readonly isUnreadable: boolean }[];
  /** 'accepted', 'undecided', by what it was applied ('changed', 'died'), or why it is refused. */
  readonly outcome: string;
  readonly isRefused: boolean;
}

/** Someone whom a rule cannot decide on, beside whom they may be mixed up with. Names and addresses: personal data. */
export interface IntakeQuestion {
  readonly file: number;
  readonly row: number;
  readonly why: string;
  /** Of an update list: what stands in it. */
  readonly news?: string;
  readonly one: readonly FieldText[];
  readonly other?: {
    /** Of this delivery; absent for someone taken in before. */
    readonly file?: number;
    readonly row?: number;
    /** The group in which they are. */
    readonly group?: GroupCode;
    readonly fields: readonly FieldText[];
  };
  /** What was decided; absent as long as nothing is. */
  readonly take?: boolean;
}

export interface FieldText {
  readonly field: string;
  readonly text: string;
}

export interface DeliveriesView {
  /** The newest first. */
  readonly deliveries: readonly {
    readonly delivery: string;
    readonly on: Day;
    readonly group: GroupCode;
    readonly kind: string;
    readonly files: number;
    readonly read: number;
    readonly accepted: number;
    readonly applied: Readonly<Record<string, number>>;
    readonly refused: Readonly<Record<string, number>>;
    /** Whether it can be undone; else why not. */
    readonly undo: 'possible' | 'contacted' | 'nobody' | 'unlinked';
  }[];
}

export interface RefusedSaved {
  readonly rows: number;
}
