/** Protocols that were changed and not set yet, for as long as the window is open: going to another screen loses nothing. */
import type { GroupCode } from '../../../shared/study/group.ts';
import type { Draft } from './draft.ts';

interface Kept {
  /** What was set when the writing began; a draft over something else is dropped. */
  readonly over: string;
  readonly draft: Draft;
}

const kept = new Map<string, Kept>();
const keyOf = (study: string, group: GroupCode) => JSON.stringify([study, group]);

export function keptDraft(study: string, group: GroupCode, over: string): Draft | undefined {
  const one = kept.get(keyOf(study, group));
  return one?.over === over ? one.draft : undefined;
}

export function keepDraft(study: string, group: GroupCode, one: Kept | undefined): void {
  if (one === undefined) kept.delete(keyOf(study, group));
  else kept.set(keyOf(study, group), one);
}

export function hasKeptDraft(study: string, group: GroupCode): boolean {
  return kept.has(keyOf(study, group));
}
