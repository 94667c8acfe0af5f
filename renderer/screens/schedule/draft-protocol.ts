/** From a protocol to a draft of it, and back. */
import type { Enclosure, Protocol, Step, StepId, StepText } from '../../../shared/study/protocol.ts';
import { channelOf, type Draft, type DraftStep, isLetter, isWhole, newKey, usualPercent } from './draft.ts';
import { callingOf, draftCallingOf } from './draft-calling.ts';
import { stepFaults } from './draft-faults.ts';

export function draftOf(protocol: Protocol): Draft {
  const { steps, calling, softLaunch, ...rest } = protocol;
  const keys = new Map(steps.map(({ id }) => [id, newKey()]));
  return {
    ...rest,
    calling: draftCallingOf(calling),
    softLaunch: { isOn: softLaunch !== undefined, percent: softLaunch?.percent ?? usualPercent },
    steps: steps.map((step) => ({
      key: keys.get(step.id)!,
      id: step.id,
      kind: step.encloses?.includes('questionnaire') ? 'paper' : step.channel,
      hasSlip: step.encloses?.includes('slip') ?? false,
      when: step.on !== undefined ? 'date' : step.after !== undefined ? 'step' : 'start',
      afterDays: step.afterDays,
      workingDays: step.workingDays ?? false,
      after: step.after === undefined ? undefined : keys.get(step.after),
      on: step.on ?? '',
      for: step.for,
      subject: step.text?.subject ?? '',
      body: step.text?.body ?? '',
    })),
  };
}

/** The protocol that the draft stands for; undefined as long as it is none. `introduction` is the subject of a call, which nobody sees. */
export function protocolOf(draft: Draft, introduction: string): Protocol | undefined {
  const { startsOn, closesOn, callsMaximum, callAgainAfterDays, steps, softLaunch } = draft;
  if (startsOn === '' || closesOn === '' || steps.length === 0 || stepFaults(draft).size > 0) return undefined;
  if (!isWhole(callsMaximum, 0, 50) || !isWhole(callAgainAfterDays, 1, 365)) return undefined;
  const calling = callingOf(draft.calling);
  if (calling === 'incomplete') return undefined;
  const { isOn, percent } = softLaunch;
  if (isOn && !isWhole(percent, 1, 99)) return undefined;
  const ids = new Map(steps.map(({ key, id }) => [key, id as StepId]));
  return {
    startsOn,
    closesOn,
    callsMaximum,
    callAgainAfterDays,
    ...(calling === undefined ? {} : { calling }),
    ...(isOn && percent !== undefined ? { softLaunch: { percent } } : {}),
    steps: steps.map((step) => stepOf(step, ids, introduction)),
  };
}

function stepOf(step: DraftStep, ids: ReadonlyMap<number, StepId>, introduction: string): Step {
  const text: StepText | undefined =
    step.body.trim() === '' ? undefined : { subject: step.subject.trim() || introduction, body: step.body };
  const encloses = enclosed(step);
  const after = step.when === 'step' && step.after !== undefined ? ids.get(step.after) : undefined;
  return {
    id: step.id as StepId,
    channel: channelOf(step.kind),
    // Of a step on a date it is not read.
    afterDays: step.afterDays ?? 0,
    ...(after === undefined ? {} : { after }),
    ...(step.workingDays && step.when !== 'date' ? { workingDays: true } : {}),
    ...(step.when === 'date' && step.on !== '' ? { on: step.on } : {}),
    for: step.for,
    ...(encloses.length === 0 ? {} : { encloses }),
    ...(text === undefined ? {} : { text }),
  };
}

function enclosed({ kind, hasSlip }: DraftStep): readonly Enclosure[] {
  if (!isLetter(kind)) return [];
  return [...(kind === 'paper' ? (['questionnaire'] as const) : []), ...(hasSlip ? (['slip'] as const) : [])];
}
