/** The contact protocol (benaderingsprotocol) of a group: steps as data. */
import type { Day } from '../calendar.ts';
import type { Channel } from './contact-data.ts';

declare const stepBrand: unique symbol;
/** Short code of a step, unique in its protocol, 'reminder-1'; plain in the store. */
export type StepId = string & { readonly [stepBrand]: true };

/** For whom a step is meant, apart from being open and reachable in its channel. */
export type StepFor = 'everyone' | 'with-email' | 'without-email';

export interface Step {
  readonly id: StepId;
  readonly channel: Channel;
  /** Days after the protocol's start; a phone step goes on from that day until the closing day. */
  readonly afterDays: number;
  readonly for: StepFor;
  /** The message of a letter or e-mail, with fields such as {{name}}; of a phone step: what the interviewer says first, if anything is prescribed. */
  readonly text?: StepText;
}

export interface StepText {
  readonly subject: string;
  /** Plain paragraphs, separated by an empty line. */
  readonly body: string;
}

export interface Protocol {
  readonly startsOn: Day;
  /** Last day on which anyone may be contacted. */
  readonly closesOn: Day;
  readonly steps: readonly Step[];
  /** Most telephone attempts per case. */
  readonly callsMaximum: number;
  /** Days to wait after a call that reached nobody. */
  readonly callAgainAfterDays: number;
}
