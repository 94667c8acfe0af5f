/** The office as whoever started its process sees it: questions of a seat, files that were chosen, and what it tells by itself. */
import type { Outcome, SourceFile, TargetFile } from '../shared/contract.ts';
import type { Problem } from '../shared/problem.ts';
import type { News, Progress } from '../shared/shell.ts';
import type { Child } from './child.ts';
import type { FromOffice, OfficeQuestionName, OfficeQuestions, ToOffice } from './office-messages.ts';
import type { SeatId } from './session.ts';

export interface OfficeDoor {
  /** Never throws: an office that has ended answers as a failure. */
  ask(seat: SeatId, name: string, input: unknown): Promise<Outcome<unknown>>;
  offerSource(path: string): Promise<SourceFile>;
  /** A file of which only the bytes are there; it is never written. */
  offerBytes(seat: SeatId, bytes: Uint8Array, as?: 'backup'): Promise<SourceFile | Problem>;
  offerTarget(path: string): Promise<TargetFile>;
  useFolder(folder: string): Promise<void>;
  /** As `useFolder`, chosen at a seat; a problem while colleagues are at work in the study that is open. */
  turnTo(folder: string, seat: SeatId): Promise<true | Problem>;
  /** Signs the seat out and forgets what it sent. */
  leave(seat: SeatId): Promise<void>;
  /** Locks every seat: the machine sleeps, or is locked itself. */
  lockAll(): Promise<void>;
  resultsFolder(): Promise<string | undefined>;
  /** Long work that this seat asked for; the function given back ends it. */
  onProgress(seat: SeatId, listener: (progress: Progress) => void): () => void;
  /** What happened at this seat; the function given back ends it. */
  onNews(seat: SeatId, listener: (news: News) => void): () => void;
  onShowScreen(listener: (minutes: number) => void): void;
  /** An office that never did could not begin. */
  hasAnswered(): boolean;
  onEnd(listener: () => void): void;
  end(): void;
}

type Asked<N extends OfficeQuestionName> = Omit<OfficeQuestions[N], 'answer'>;
type Answer<N extends OfficeQuestionName> = OfficeQuestions[N]['answer'];

/** Who listens, by seat. */
class Listeners<T> {
  readonly #bySeat = new Map<SeatId, Set<(told: T) => void>>();

  add(seat: SeatId, listener: (told: T) => void): () => void {
    const listeners = this.#bySeat.get(seat) ?? new Set();
    this.#bySeat.set(seat, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#bySeat.delete(seat);
    };
  }

  tell(seat: SeatId, told: T): void {
    for (const listener of this.#bySeat.get(seat) ?? []) listener(told);
  }
}

export function officeDoor(process: Child): OfficeDoor {
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  const progress = new Listeners<Progress>();
  const news = new Listeners<News>();
  const onShowScreen: ((minutes: number) => void)[] = [];
  let last = 0;
  let hasEnded = false;
  let hasAnswered = false;
  process.onEnd(() => {
    hasEnded = true;
    for (const { reject } of waiting.values()) reject(new Error('the office has ended'));
    waiting.clear();
  });
  process.onMessage((message) => {
    const told = message as FromOffice;
    if (told.kind === 'answer') {
      hasAnswered = true;
      waiting.get(told.nr)?.resolve(told.answer);
      waiting.delete(told.nr);
    } else if (told.kind === 'progress') {
      progress.tell(told.seat, { done: told.done, total: told.total });
    } else if (told.kind === 'news') {
      news.tell(told.seat, told.news);
    } else if (told.kind === 'showScreen') for (const listener of onShowScreen) listener(told.minutes);
  });
  function put<N extends OfficeQuestionName>(kind: N, asked: Asked<N>): Promise<Answer<N>> {
    if (hasEnded) return Promise.reject(new Error('the office has ended'));
    last += 1;
    const nr = last;
    return new Promise((resolve, reject) => {
      waiting.set(nr, { resolve: resolve as (answer: unknown) => void, reject });
      process.post({ kind, nr, ...asked } as unknown as ToOffice);
    });
  }
  return {
    ask: (seat, name, input) =>
      put('ask', { seat, name, input }).catch(() => ({ kind: 'failed', reference: 'office' }) as const),
    offerSource: (path) => put('offerSource', { path }),
    offerBytes: (seat, bytes, as) => put('offerBytes', { seat, bytes, ...(as === undefined ? {} : { as }) }),
    offerTarget: (path) => put('offerTarget', { path }),
    useFolder: async (folder) => void (await put('useFolder', { folder })),
    turnTo: (folder, seat) => put('turnTo', { folder, seat }),
    leave: async (seat) => void (await put('leave', { seat }).catch(() => undefined)),
    lockAll: async () => void (await put('lockAll', {}).catch(() => undefined)),
    resultsFolder: () => put('resultsFolder', {}),
    onProgress: (seat, listener) => progress.add(seat, listener),
    onNews: (seat, listener) => news.add(seat, listener),
    onShowScreen: (listener) => void onShowScreen.push(listener),
    hasAnswered: () => hasAnswered,
    onEnd: (listener) => process.onEnd(listener),
    end: () => process.end(),
  };
}
