/** What a window may ask of the shell around it, beside the requests of the contract: files by a word, and how far long work is. */
import type { Outcome, SourceFile, TargetFile } from './contract.ts';

/** A file or place that someone chose: the word that the office knows it by, and its own name to show. Never its path. */
export interface Chosen<Word> {
  readonly file: Word;
  /** The last part of its path; shown, never stored. */
  readonly name: string;
}

/** `extract`: a table of contacts; `questionnaire`: a workbook; `returns`: answers from the web; `replies`: messages that came back; `set-up`: what a study can be begun with. */
export type SourceKind = 'extract' | 'questionnaire' | 'returns' | 'replies' | 'set-up' | 'recovery-file' | 'backup';
export type TargetKind =
  | 'letters'
  | 'letter-list'
  | 'emails'
  | 'set-up'
  | 'journal'
  | 'case-export'
  | 'refused-rows'
  | 'paper'
  | 'structure'
  | 'participants'
  | 'recovery-sheet'
  | 'recovery-file'
  | 'backup';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * What the office tells a window by itself. `locked`: its seat was locked, and nothing that stands on it may stay; `shift`: a shift of the call room was
 * opened or ended.
 */
export type News = 'locked' | 'shift';

/** A number as it may be given to the system to ring: with its country, and nothing but digits. */
export function isRingable(number: unknown): number is string {
  return typeof number === 'string' && /^\+[1-9]\d{5,14}$/.test(number);
}

/** Frozen by the preload script as `window.veldwerk`; the browser seat has the same over loopback. */
export interface Shell {
  /** `electron`: a window with the dialogs of the system; `browser`: a seat in a browser on this machine. */
  readonly kind: 'electron' | 'browser';
  ask(name: string, input: unknown): Promise<Outcome<unknown>>;
  /** Files that someone chose in a dialog; empty when they cancelled. */
  chooseSources(kind: SourceKind, several: boolean): Promise<readonly Chosen<SourceFile>[]>;
  /** Where a file will be made. In a browser seat: the folder for handed-out files of this account; undefined when cancelled. */
  chooseTarget(kind: TargetKind, suggestedName: string): Promise<Chosen<TargetFile> | undefined>;
  /** Turns to the study folder that someone chose: `new` for a study to be made there. False when cancelled, or where there are no dialogs. */
  chooseFolder(purpose: 'new' | 'existing'): Promise<boolean>;
  /** Opens the folder with the study's results in the system's file viewer. False where that cannot be done. */
  showResults(): Promise<boolean>;
  /** Asks the system to ring this number. False where it is no number to ring, or the system has no telephone. */
  ring(number: string): Promise<boolean>;
  /** Puts the number on the clipboard for a minute. False where that cannot be taken back: in a browser. */
  copyNumber(number: string): Promise<boolean>;
  /** Called at every step of long work that this window asked for; gives a function that ends it. */
  onProgress(listener: (progress: Progress) => void): () => void;
  /** Called when the office has something to tell this window; gives a function that ends it. */
  onNews(listener: (news: News) => void): () => void;
}
