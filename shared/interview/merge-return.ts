/**
 * The merge rule: what becomes of a row from the web beside what is known of its person already. The first complete response stays, in
 * whatever mode it came; a second one is kept apart until a person decides. One final code per person, the best over all modes: a complete interview goes before a partial one and
 * before non-contact, and never over a refusal (AAPOR, mixed modes), which may have been an objection.
 */
import type { CaseState } from '../study/case.ts';
import type { Mode } from '../study/contact-data.ts';
import type { FinalCode } from '../study/disposition.ts';
import { answersMayFollow } from '../study/final-code.ts';

export interface KnownOfCase {
  readonly state: CaseState;
  readonly isInHand: boolean;
  /** In that hand an interview is going on: it is finished first. Whoever was not spoken to yet and answered is not rung any more. */
  readonly isTalking: boolean;
  /** They took back what they said, and it waits to be removed. */
  readonly hasWithdrawn: boolean;
  /** This very row was taken in from an earlier export. */
  readonly isKnownRow: boolean;
  /** Of an unfinished interview. */
  readonly draftMode?: Mode;
}

export interface RowToMerge {
  /** Sent in, with every required question answered. */
  readonly isComplete: boolean;
  readonly isSentIn: boolean;
  readonly answers: number;
}

export type Merge =
  /** It counts; `replaces`: what was said in an interview that was broken off goes. */
  | { readonly kind: 'taken'; readonly replaces: boolean }
  | { readonly kind: 'second' }
  /** It may go on by telephone. */
  | { readonly kind: 'begun' }
  | {
      readonly kind: 'refused';
      readonly reason:
        | 'code-unknown'
        /** Another code came in its place. */
        | 'code-revoked'
        | 'in-hand'
        | 'being-entered'
        | 'case-restricted'
        | 'answered-before'
        | 'case-final'
        | 'gone-on-with'
        | 'items-open'
        | 'incomplete';
    };

/** What was said so far was kept, and is less than a complete response. */
const partial: readonly FinalCode[] = ['1.2', '2.12'];

/** `known`: undefined for a code that belongs to nobody in this group. */
export function mergeReturn(row: RowToMerge, known: KnownOfCase | undefined): Merge {
  const refused = (reason: Extract<Merge, { kind: 'refused' }>['reason']): Merge => ({ kind: 'refused', reason });
  if (known === undefined) return refused('code-unknown');
  const { state } = known;
  if (known.isKnownRow) return refused('answered-before');
  if (known.isInHand && (known.isTalking || !row.isComplete)) return refused('in-hand');
  if (state.kind === 'restricted') return refused('case-restricted');
  if (known.hasWithdrawn) return refused('case-final');
  if (row.isComplete) {
    // What is on paper may be the first complete one: the row comes again with the next export, when that is known.
    if (known.draftMode === 'paper' || known.draftMode === 'email') return refused('being-entered');
    if (state.kind === 'open') return { kind: 'taken', replaces: false };
    if (state.code === '1.1') return { kind: 'second' };
    if (partial.includes(state.code)) return { kind: 'taken', replaces: true };
    // Nobody was reached, or could be spoken with: whoever answered on the web all the same did answer.
    return answersMayFollow(state.code) ? { kind: 'taken', replaces: false } : refused('case-final');
  }
  if (state.kind === 'final') return refused(state.code === '1.1' ? 'answered-before' : 'case-final');
  if (row.answers === 0) return refused(row.isSentIn ? 'items-open' : 'incomplete');
  return known.draftMode === undefined || known.draftMode === 'web' ? { kind: 'begun' } : refused('gone-on-with');
}
