/** A protocol while it is being written: boxes may be empty, and a step is known by a key of its own as long as its name may change. */
import { addDays, type Day, mondayOf } from '../../../shared/calendar.ts';
import { unknownFields } from '../../../shared/contact/message.ts';
import type { Channel } from '../../../shared/study/contact-data.ts';
import type { Protocol, Step, StepFor, StepId, StepText } from '../../../shared/study/protocol.ts';

export interface DraftStep {
  readonly key: number;
  readonly id: string;
  readonly channel: Channel;
  /** Undefined while the box is empty. */
  readonly afterDays: number | undefined;
  readonly for: StepFor;
  readonly subject: string;
  readonly body: string;
}

export interface Draft {
  readonly startsOn: Day | '';
  readonly closesOn: Day | '';
  readonly callsMaximum: number | undefined;
  readonly callAgainAfterDays: number | undefined;
  readonly steps: readonly DraftStep[];
}

/** What is wrong with one step, or with the dates, before the office is asked. */
export type DraftFault = 'id' | 'id-twice' | 'days' | 'subject' | 'body' | 'too-long' | 'unknown-fields';

const codePattern = /^[a-z][a-z0-9-]{0,31}$/;
const longestBody = 10_000;
export const latestDay = 3653;

let lastKey = 0;
const newKey = () => {
  lastKey += 1;
  return lastKey;
};

export function draftOf(protocol: Protocol): Draft {
  const { steps, ...rest } = protocol;
  return {
    ...rest,
    steps: steps
      .toSorted((a, b) => a.afterDays - b.afterDays)
      .map(({ text, ...step }) => ({ key: newKey(), ...step, subject: text?.subject ?? '', body: text?.body ?? '' })),
  };
}

const isMessage = (channel: Channel) => channel === 'email' || channel === 'letter';
const isWhole = (value: number | undefined, from: number, until: number): value is number =>
  value !== undefined && Number.isInteger(value) && value >= from && value <= until;

/** The first thing that is wrong in each step, by its key. */
export function stepFaults({ steps }: Draft): ReadonlyMap<number, DraftFault> {
  const faults = new Map<number, DraftFault>();
  for (const [index, step] of steps.entries()) {
    const fault = faultOf(step, steps.slice(0, index));
    if (fault !== undefined) faults.set(step.key, fault);
  }
  return faults;
}

function faultOf(step: DraftStep, before: readonly DraftStep[]): DraftFault | undefined {
  if (!codePattern.test(step.id)) return 'id';
  if (before.some(({ id }) => id === step.id)) return 'id-twice';
  if (!isWhole(step.afterDays, 0, latestDay)) return 'days';
  if (isMessage(step.channel) && step.subject.trim() === '') return 'subject';
  if (isMessage(step.channel) && step.body.trim() === '') return 'body';
  if (step.body.length > longestBody) return 'too-long';
  return unknownFields({ subject: step.subject, body: step.body }).length > 0 ? 'unknown-fields' : undefined;
}

/** The protocol that the draft stands for; undefined as long as it is none. `introduction` is the subject of a call, which nobody sees. */
export function protocolOf(draft: Draft, introduction: string): Protocol | undefined {
  const { startsOn, closesOn, callsMaximum, callAgainAfterDays, steps } = draft;
  if (startsOn === '' || closesOn === '' || steps.length === 0 || stepFaults(draft).size > 0) return undefined;
  if (!isWhole(callsMaximum, 0, 50) || !isWhole(callAgainAfterDays, 1, 365)) return undefined;
  return {
    startsOn,
    closesOn,
    callsMaximum,
    callAgainAfterDays,
    steps: steps.map((step) => stepOf(step, introduction)),
  };
}

function stepOf(step: DraftStep, introduction: string): Step {
  const text: StepText | undefined =
    step.body.trim() === '' ? undefined : { subject: step.subject.trim() || introduction, body: step.body };
  const { id, channel, afterDays } = step;
  return { id: id as StepId, channel, afterDays: afterDays!, for: step.for, ...(text === undefined ? {} : { text }) };
}

export function changedStep(draft: Draft, key: number, change: Partial<DraftStep>): Draft {
  return { ...draft, steps: draft.steps.map((step) => (step.key === key ? { ...step, ...change } : step)) };
}

/** The step some days earlier or later; never before the first day. */
export function movedStep(draft: Draft, key: number, byDays: number): Draft {
  const step = draft.steps.find((one) => one.key === key);
  if (step === undefined) return draft;
  const afterDays = Math.min(latestDay, Math.max(0, (step.afterDays ?? 0) + byDays));
  return changedStep(draft, key, { afterDays });
}

/** One more step, a week after the last one. */
export function withStep(draft: Draft, channel: Channel, text: StepText | undefined): Draft {
  const last = Math.max(-7, ...draft.steps.map(({ afterDays }) => afterDays ?? 0));
  const step = newStep(freeId(draft, channel), channel, last + 7, {}, text);
  return { ...draft, steps: [...draft.steps, step] };
}

export function withoutStep(draft: Draft, key: number): Draft {
  return { ...draft, steps: draft.steps.filter((step) => step.key !== key) };
}

export function newStep(
  id: string,
  channel: Channel,
  afterDays: number,
  forWhom: StepFor,
  text: StepText | undefined,
): DraftStep {
  return {
    key: newKey(),
    id,
    channel,
    afterDays,
    for: forWhom,
    subject: text?.subject ?? '',
    body: text?.body ?? '',
  };
}

function freeId({ steps }: Draft, channel: Channel): string {
  const taken = new Set(steps.map(({ id }) => id));
  for (let nr = 1; ; nr += 1) {
    const id = nr === 1 ? channel : `${channel}-${nr}`;
    if (!taken.has(id)) return id;
  }
}

/** The days that a new protocol begins with: a Monday, and nine weeks for it, within the agreement. */
export function firstDays(today: Day, startsOn: Day | undefined, endsOn: Day | undefined) {
  const from = startsOn !== undefined && startsOn > today ? startsOn : today;
  const monday = mondayOf(addDays(from, 6));
  const start = endsOn !== undefined && monday > endsOn ? from : monday;
  const end = addDays(start, 60);
  return { startsOn: start, closesOn: endsOn !== undefined && end > endsOn ? endsOn : end };
}

/** Each step with its number among the steps of its channel, by day: the second e-mail is 'e-mail 2'. */
export function ordinals(steps: readonly DraftStep[]): ReadonlyMap<number, number | undefined> {
  const byDay = steps.toSorted((a, b) => (a.afterDays ?? 0) - (b.afterDays ?? 0));
  return new Map(
    steps.map(({ key, channel }) => {
      const own = byDay.filter((step) => step.channel === channel);
      return [key, own.length === 1 ? undefined : own.findIndex((step) => step.key === key) + 1];
    }),
  );
}
