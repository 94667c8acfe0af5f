/** A protocol while it is being written: boxes may be empty, and a step is known by a key of its own as long as its name may change. */
import { addDays, type Day, mondayOf } from '../../../shared/calendar.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { StepFor, StepText } from '../../../shared/study/protocol.ts';
import type { DraftCalling } from './draft-calling.ts';

/** What is done in a step; `paper`: a letter that encloses the questionnaire. Each has a lane of its own. */
export const stepKinds = ['email', 'letter', 'paper', 'phone', 'visit'] as const;
export type StepKind = (typeof stepKinds)[number];

export const channelOf = (kind: StepKind): Channel => (kind === 'paper' ? 'letter' : kind);
export const isLetter = (kind: StepKind) => kind === 'letter' || kind === 'paper';
export const isMessage = (kind: StepKind) => kind === 'email' || isLetter(kind);

/** What the day of a step is counted from; `date`: from nothing. */
export const whens = ['start', 'step', 'date'] as const;
export type When = (typeof whens)[number];

export interface DraftStep {
  readonly key: number;
  readonly id: string;
  readonly kind: StepKind;
  /** An answer slip lies in the envelope. */
  readonly hasSlip: boolean;
  readonly when: When;
  /** Undefined while the box is empty. */
  readonly afterDays: number | undefined;
  readonly workingDays: boolean;
  /** Key of the step that the days are counted from; undefined while none was chosen. */
  readonly after: number | undefined;
  readonly on: Day | '';
  readonly for: StepFor;
  readonly subject: string;
  readonly body: string;
}

export interface DraftSoftLaunch {
  readonly isOn: boolean;
  readonly percent: number | undefined;
}

export interface Draft {
  readonly startsOn: Day | '';
  readonly closesOn: Day | '';
  readonly callsMaximum: number | undefined;
  readonly callAgainAfterDays: number | undefined;
  readonly calling: DraftCalling;
  readonly softLaunch: DraftSoftLaunch;
  readonly steps: readonly DraftStep[];
}

/** The share that goes first where nothing else was chosen. */
export const usualPercent = 10;

let lastKey = 0;
export const newKey = () => {
  lastKey += 1;
  return lastKey;
};

export const isWhole = (value: number | undefined, from: number, until: number): value is number =>
  value !== undefined && Number.isInteger(value) && value >= from && value <= until;

export function newStep(
  id: string,
  kind: StepKind,
  afterDays: number,
  forWhom: StepFor,
  text: StepText | undefined,
  more: Partial<DraftStep> = {},
): DraftStep {
  return {
    key: newKey(),
    id,
    kind,
    hasSlip: false,
    when: 'start',
    afterDays,
    workingDays: false,
    after: undefined,
    on: '',
    for: forWhom,
    subject: text?.subject ?? '',
    body: text?.body ?? '',
    ...more,
  };
}

/** The days that a new protocol begins with: a Monday, and nine weeks for it, within the agreement. */
export function firstDays(today: Day, startsOn: Day | undefined, endsOn: Day | undefined) {
  const from = startsOn !== undefined && startsOn > today ? startsOn : today;
  const monday = mondayOf(addDays(from, 6));
  const start = endsOn !== undefined && monday > endsOn ? from : monday;
  const end = addDays(start, 60);
  return { startsOn: start, closesOn: endsOn !== undefined && end > endsOn ? endsOn : end };
}
