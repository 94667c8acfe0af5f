/** The contact protocol (benaderingsprotocol) of a group: steps as data. */
import type { Day } from '../calendar.ts';
import type { Calling } from './calling.ts';
import type { Channel } from './contact-data.ts';

declare const stepBrand: unique symbol;
/** Short code of a step, unique in its protocol, 'reminder-1'; plain in the store. */
export type StepId = string & { readonly [stepBrand]: true };

/** For whom a step is meant, apart from being open and reachable in its channel: all that is named here. Nothing named: everyone. */
export interface StepFor {
  /** All of these channels reach the person. */
  readonly has?: readonly Channel[] | undefined;
  /** None of these channels reaches the person. */
  readonly lacks?: readonly Channel[] | undefined;
  /** Stratum codes, one of which is the person's. */
  readonly strata?: readonly string[] | undefined;
  /** Whether an interview was begun, on the web or by telephone, and not finished. */
  readonly progress?: 'not-started' | 'started' | undefined;
}

/** What lies in the envelope of a letter beside it: the questionnaire on paper, and a slip to send back. */
export const enclosures = ['questionnaire', 'slip'] as const;
export type Enclosure = (typeof enclosures)[number];

export interface Step {
  readonly id: StepId;
  readonly channel: Channel;
  /** Days after the protocol's start, or after the step `after`; a phone step goes on from that day until the closing day. */
  readonly afterDays: number;
  /** The step that the days are counted from: from the day on which it went out; absent: from the start. */
  readonly after?: StepId | undefined;
  /** Counted in working days of the Netherlands, and never on another day. */
  readonly workingDays?: boolean | undefined;
  /** This very day, whatever went out before; `afterDays` is not read then. */
  readonly on?: Day | undefined;
  readonly for: StepFor;
  readonly encloses?: readonly Enclosure[] | undefined;
  /** The message of a letter or e-mail, with fields such as {{name}}; of a phone step: what the interviewer says first, if anything is prescribed. */
  readonly text?: StepText;
}

export interface StepText {
  readonly subject: string;
  /** Plain paragraphs, separated by an empty line. */
  readonly body: string;
}

/** A soft launch: a share of the group goes first, the others wait until it is lifted. Who goes first follows from the case's random id. */
export interface SoftLaunch {
  /** 1 to 99. */
  readonly percent: number;
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
  /** Absent: `defaultCalling`. */
  readonly calling?: Calling | undefined;
  readonly softLaunch?: SoftLaunch | undefined;
}
