/**
 * An unfinished interview as a log: what was answered, noted and settled, one entry after the other, and what they come to together. The
 * log is only ever added to, so that whatever was acknowledged is on disk; going back is a later entry. It is sealed entry by entry and
 * destroyed when the interview is finished.
 */
import type { Answer, Answers } from '../study/answer.ts';
import { type Conduct, type ConsentForm, plainConduct } from '../study/conduct.ts';
import type { Mode } from '../study/contact-data.ts';
import type { ItemName } from '../study/questionnaire.ts';

/** Which of its answers is being given: the conversation (or what was begun on the web), or one of two entries of what came in writing. */
export type Part = 'talk' | 1 | 2;

/** It is taken up, for the first time or again. */
export interface Sitting {
  readonly mode: Mode;
  /** The entry that is being made, when it is one. */
  readonly pass?: 1 | 2;
  /** How it was said that it may be held. */
  readonly consent?: ConsentForm;
  /** What was answered so far is set aside: it stays in the log and counts no more. */
  readonly anew?: true;
}

/**
 * One entry. `seconds`: completed seconds since this sitting began, absent where nobody timed it. An answer of null takes back what was
 * there; an empty note is none.
 */
export type DraftEntry =
  | readonly [item: ItemName, answer: Answer | null, seconds?: number]
  | { readonly sitting: Sitting }
  | { readonly note: readonly [ItemName, string]; readonly seconds?: number }
  | { readonly conduct: Conduct; readonly seconds?: number }
  /** This entry of what came in writing is complete. */
  | { readonly entered: 1 | 2 }
  /** Where the two entries differ: which one is right. */
  | { readonly settled: readonly [ItemName, 'first' | 'second'] };

/** What was answered in one part. */
export interface PartState {
  /** In the order in which they were given last. */
  readonly answers: Answers;
  readonly notes: ReadonlyMap<ItemName, string>;
  readonly conduct: Conduct;
  /** Seconds of the sittings before the last one. */
  readonly secondsBefore: number;
  /** Seconds of the last sitting, as far as its entries tell. */
  readonly seconds: number;
  readonly sittings: number;
  /** Some entry told its seconds. */
  readonly isTimed: boolean;
  /** The mode of its last sitting; absent in a log from before sittings were recorded. */
  readonly mode?: Mode;
  /** The mode in which the first of its answers was given; absent as long as there is none. */
  readonly begunIn?: Mode;
  /** The mode in which the last of its answers was given. */
  readonly lastIn?: Mode;
  /** The first item that was answered after the mode changed last; absent as long as it never did. */
  readonly switchedAt?: ItemName;
}

export interface DraftState {
  /** Entries read; the next one is this plus one. */
  readonly rows: number;
  /** Answers among them, those that were taken back or given again too: each was acknowledged. */
  readonly saved: number;
  readonly part: Part;
  readonly parts: Readonly<Record<Part, PartState>>;
  /** In the mode of the last sitting. */
  readonly mode: Mode;
  readonly consent?: ConsentForm;
  /** Entries of what came in writing that are complete. */
  readonly entered: 0 | 1 | 2;
  readonly settled: ReadonlyMap<ItemName, 'first' | 'second'>;
}

const nothingYet: PartState = {
  answers: new Map(),
  notes: new Map(),
  conduct: plainConduct,
  secondsBefore: 0,
  seconds: 0,
  sittings: 0,
  isTimed: false,
};

/** Before any entry. `mode`: of the draft itself, for a log that begins without a sitting, as logs once did. */
export function emptyDraft(mode: Mode): DraftState {
  const parts = { talk: nothingYet, 1: nothingYet, 2: nothingYet };
  return { rows: 0, saved: 0, part: 'talk', parts, mode, entered: 0, settled: new Map() };
}

/** The state after these entries, as they stand in the log. */
export function readDraftLog(texts: readonly string[], from: DraftState): DraftState {
  return texts.reduce((state, text) => withEntry(state, JSON.parse(text) as DraftEntry), from);
}

export function withEntry(state: DraftState, entry: DraftEntry): DraftState {
  const after = { ...state, rows: state.rows + 1 };
  const at = state.parts[state.part];
  const put = (change: Partial<PartState>) => ({
    ...after,
    parts: { ...state.parts, [state.part]: { ...at, ...change } },
  });
  const timed = (seconds: number | undefined) =>
    seconds === undefined ? {} : { seconds: Math.max(at.seconds, seconds), isTimed: true };
  if (Array.isArray(entry)) {
    const [item, answer, seconds] = entry as Extract<DraftEntry, readonly unknown[]>;
    const answers = withAnswer(at.answers, item, answer ?? undefined);
    const begunIn = at.begunIn ?? state.mode;
    const isSwitch = at.lastIn !== undefined && at.lastIn !== state.mode;
    const how = { begunIn, lastIn: state.mode, ...(isSwitch ? { switchedAt: item } : {}) };
    return { ...put({ answers, ...how, ...timed(seconds) }), saved: state.saved + 1 };
  }
  const said = entry as Exclude<DraftEntry, readonly unknown[]>;
  if ('sitting' in said) return withSitting(after, said.sitting);
  if ('note' in said) {
    const [item, text] = said.note;
    const notes = new Map(at.notes);
    if (text === '') notes.delete(item);
    else notes.set(item, text);
    return put({ notes, ...timed(said.seconds) });
  }
  if ('conduct' in said) return put({ conduct: said.conduct, ...timed(said.seconds) });
  if ('entered' in said) return { ...after, entered: said.entered };
  return { ...after, settled: new Map(state.settled).set(said.settled[0], said.settled[1]) };
}

function withSitting(state: DraftState, { mode, pass, consent, anew }: Sitting): DraftState {
  const part = pass ?? 'talk';
  const before = anew === true ? nothingYet : state.parts[part];
  const taken: PartState = {
    ...before,
    secondsBefore: before.secondsBefore + before.seconds,
    seconds: 0,
    sittings: before.sittings + 1,
    mode,
  };
  return {
    ...state,
    mode,
    part,
    parts: { ...state.parts, [part]: taken },
    ...(consent === undefined ? {} : { consent }),
  };
}

function withAnswer(answers: Answers, name: ItemName, answer: Answer | undefined): Answers {
  const changed = new Map(answers);
  // Deleted first, so that the last one given is the last one in the map.
  changed.delete(name);
  if (answer !== undefined) changed.set(name, answer);
  return changed;
}

/** The part that is being given. */
export function partOf(state: DraftState): PartState {
  return state.parts[state.part];
}
