/** One contact attempt (contactpoging): what was done to reach a case, in which channel, on which day, and what it led to. */
import type { Day } from '../calendar.ts';
import type { Daypart } from './calling.ts';
import type { CaseId } from './case.ts';
import type { Channel } from './contact-data.ts';
import type { AttemptOutcome } from './disposition.ts';
import type { StepId } from './protocol.ts';

declare const attemptBrand: unique symbol;
export type AttemptId = string & { readonly [attemptBrand]: true };

/** A call in which the person called themselves: of no step, and not counted among those that the protocol allows. */
export const inboundStep = 'inbound' as StepId;

export interface Attempt {
  readonly id: AttemptId;
  readonly caseId: CaseId;
  readonly step: StepId;
  readonly channel: Channel;
  readonly on: Day;
  readonly outcome: AttemptOutcome;
  /** Only with `appointment`: the day agreed. The hour and the note are sealed. */
  readonly appointmentOn?: Day;
  /** Of a call or visit: the part of the day in which it was made. */
  readonly daypart?: Daypart;
}
