/** How a group is rung: at which hours, how soon again, by whom, and whom first. Data of its protocol. */
import type { Day } from '../calendar.ts';
import type { AttemptOutcome } from './disposition.ts';

/** As ISO 8601 counts: 1 is Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Hours of the day in which people may be rung, 'HH:MM'; until `to`, which is not in it any more. */
export interface CallWindow {
  readonly from: string;
  readonly to: string;
}

/** The parts of a day over which the attempts at one person are spread; the store keeps the part of an attempt, never its hour. */
export const dayparts = ['morning', 'afternoon', 'evening', 'saturday'] as const;
export type Daypart = (typeof dayparts)[number];

/** Outcomes of a call after which the person is rung again. */
export const callAgainOutcomes = [
  'no-answer',
  'busy',
  'voicemail',
  'disconnected',
  'other-language',
  'says-answered',
  'refused-soft',
] as const satisfies readonly AttemptOutcome[];
export type CallAgainOutcome = (typeof callAgainOutcomes)[number];

export interface Calling {
  /** Per day of the week; a day without windows is none to ring on. Public holidays never are. */
  readonly windows: Readonly<Record<Weekday, readonly CallWindow[]>>;
  /** Other days on which nobody is rung. */
  readonly closedOn: readonly Day[];
  /** Days to wait, where it is not the protocol's `callAgainAfterDays`. */
  readonly againAfterDays: Readonly<Partial<Record<CallAgainOutcome, number>>>;
  /** What follows on a soft refusal (not now, no time, rather not): nothing, or one more call by a senior interviewer. */
  readonly softRefusal: 'final' | 'once-more';
  /** Responses aimed at per stratum code; strata that are furthest from theirs are rung first. */
  readonly targets: Readonly<Record<string, number>>;
}

const weekdays = [{ from: '09:30', to: '21:00' }];

/** What every protocol begins with: never on Sundays. */
export const defaultCalling: Calling = {
  windows: {
    1: weekdays,
    2: weekdays,
    3: weekdays,
    4: weekdays,
    5: weekdays,
    6: [{ from: '10:00', to: '17:00' }],
    7: [],
  },
  closedOn: [],
  againAfterDays: { busy: 1, 'refused-soft': 7, 'says-answered': 7 },
  softRefusal: 'final',
  targets: {},
};

/** What is known of an interviewer beside their name: whom they can be given. */
export interface Caller {
  /** Languages that they hold an interview in. */
  readonly languages: readonly string[];
  /** Rings whoever softly refused. */
  readonly isSenior: boolean;
}
