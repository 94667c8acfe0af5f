/** What the office's process and whoever started it say to one another. Neither a key nor a person's data is in it but in questions and answers. */
import type { Outcome, SourceFile, TargetFile } from '../shared/contract.ts';
import type { Problem } from '../shared/problem.ts';
import type { News } from '../shared/shell.ts';
import type { SeatId } from './session.ts';

/** What the office is told when it is started, as its one argument. */
export interface OfficeStart {
  readonly appVersion: string;
}

/** What can be asked of the office, with its answer. */
export interface OfficeQuestions {
  readonly ask: {
    readonly seat: SeatId;
    readonly name: string;
    readonly input: unknown;
    readonly answer: Outcome<unknown>;
  };
  readonly offerSource: { readonly path: string; readonly answer: SourceFile };
  readonly offerBytes: {
    readonly seat: SeatId;
    readonly bytes: Uint8Array;
    readonly as?: 'backup';
    readonly answer: SourceFile | Problem;
  };
  readonly offerTarget: { readonly path: string; readonly answer: TargetFile };
  readonly useFolder: { readonly folder: string; readonly answer: true };
  readonly turnTo: { readonly folder: string; readonly seat: SeatId; readonly answer: true | Problem };
  readonly lockAll: { readonly answer: true };
  readonly leave: { readonly seat: SeatId; readonly answer: true };
  readonly resultsFolder: { readonly answer: string | undefined };
}
export type OfficeQuestionName = keyof OfficeQuestions;

export type ToOffice = {
  [N in OfficeQuestionName]: { readonly kind: N; readonly nr: number } & Omit<OfficeQuestions[N], 'answer'>;
}[OfficeQuestionName];

export type FromOffice =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly nr: number; readonly answer: unknown }
  | { readonly kind: 'progress'; readonly seat: SeatId; readonly done: number; readonly total: number }
  | { readonly kind: 'news'; readonly seat: SeatId; readonly news: News }
  | { readonly kind: 'showScreen'; readonly minutes: number };
