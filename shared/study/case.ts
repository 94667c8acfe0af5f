/** One sampled person (steekproefpersoon). What is plain in the store is listed here; everything that tells who it is is sealed. */
import type { Day } from '../calendar.ts';
import type { Channel, Mode } from './contact-data.ts';
import type { FinalCode } from './disposition.ts';
import type { GroupCode } from './group.ts';
import type { PersonId } from './person.ts';

declare const caseBrand: unique symbol;
export type CaseId = string & { readonly [caseBrand]: true };

/** Where a case stands by its contacts: still to be contacted, or ended for good. */
export type Settled =
  | { readonly kind: 'open' }
  | { readonly kind: 'final'; readonly code: FinalCode; readonly mode?: Mode; readonly on: Day };
/** Only `open` is contacted, in whatever channel. `restricted` (AVG art. 18): set aside as it was, until the restriction is lifted. */
export type CaseState = Settled | { readonly kind: 'restricted'; readonly was: Settled };

/** How a case counts: a restricted one as what it was. */
export const settled = (state: CaseState): Settled => (state.kind === 'restricted' ? state.was : state);

/** The final codes of interviews of which answers are kept: finished, and broken off. */
const answeredCodes: readonly FinalCode[] = ['1.1', '1.2', '2.12'];

/** Whether a case of this state may have a response: finished, or broken off with its answers kept. */
export function mayHaveAnswers(state: CaseState): boolean {
  const stands = settled(state);
  return stands.kind === 'final' && answeredCodes.includes(stands.code);
}

export interface Case {
  readonly id: CaseId;
  readonly group: GroupCode;
  readonly stratum?: string;
  readonly state: CaseState;
  /** The channels that can reach this person; plain, because the schedule needs them for every case every day. */
  readonly channels: readonly Channel[];
  /** The interviewer who has this case in hand; one case, one interviewer. */
  readonly heldBy?: PersonId;
  /** The next day on which something is due; always equal to what `schedule` computes. */
  readonly nextDue?: Day;
}
