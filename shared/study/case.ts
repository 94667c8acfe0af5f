/** One sampled person (steekproefpersoon). What is plain in the store is listed here; everything that tells who it is is sealed. */
import type { Day } from '../calendar.ts';
import type { Channel, Mode } from './contact-data.ts';
import type { FinalCode } from './disposition.ts';
import type { GroupCode } from './group.ts';
import type { PersonId } from './person.ts';

declare const caseBrand: unique symbol;
export type CaseId = string & { readonly [caseBrand]: true };

/** Where a case stands. Everything but `open` is final: no contact in any channel afterwards. */
export type CaseState =
  | { readonly kind: 'open' }
  | { readonly kind: 'final'; readonly code: FinalCode; readonly mode?: Mode; readonly on: Day };

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
