/** Whether the person in hand answered, or stopped, since the case was given out. */
import { refuse } from '../../shared/problem.ts';
import type { FinalCode } from '../../shared/study/disposition.ts';
import type { Desk } from '../desk.ts';
import type { StoredCase } from '../store/cases.ts';

const answered: readonly FinalCode[] = ['1.1', '1.2'];

export function endedMeanwhile({ state }: StoredCase): 'answered' | 'stopped' | undefined {
  if (state.kind === 'open') return undefined;
  return state.kind === 'final' && answered.includes(state.code) ? 'answered' : 'stopped';
}

/** Refuses `contact.ended-meanwhile`, at the very moment at which someone is to be asked anything. */
export function refuseEndedMeanwhile({ store, person }: Desk): void {
  const one = store.cases.findHeldBy(person.id);
  const why = one && endedMeanwhile(one);
  if (why !== undefined) refuse('contact.ended-meanwhile', { why });
}
