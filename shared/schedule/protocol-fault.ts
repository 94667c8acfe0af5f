/** What is wrong in a protocol, before it is used on anyone. */
import type { Protocol, Step } from '../study/protocol.ts';
import { callingOf } from './call-days.ts';
import { isCall, planOf } from './step-days.ts';

export interface ProtocolFault {
  /** The step's id, or 'protocol' when it is about the whole. */
  readonly step: string;
  readonly fault:
    | 'dates'
    | 'window'
    | 'twice'
    | 'text-missing'
    | 'after-unknown'
    | 'in-a-circle'
    | 'before-start'
    | 'after-closing';
}

/** The first fault found, undefined when the protocol can be used. */
export function findProtocolFault(protocol: Protocol): ProtocolFault | undefined {
  if (protocol.closesOn < protocol.startsOn) return { step: 'protocol', fault: 'dates' };
  if (!areWindowsUsable(protocol)) return { step: 'protocol', fault: 'window' };
  const seen = new Set<string>();
  const planned = new Map(planOf(protocol).map(({ step, on }) => [step, on]));
  for (const step of protocol.steps) {
    const fault = seen.has(step.id) ? 'twice' : faultOf(step, protocol);
    if (fault !== undefined) return { step: step.id, fault };
    seen.add(step.id);
    const on = planned.get(step);
    if (on !== undefined && on > protocol.closesOn) return { step: step.id, fault: 'after-closing' };
  }
  return undefined;
}

function faultOf(step: Step, { steps, startsOn }: Protocol): ProtocolFault['fault'] | undefined {
  // A call or visit may go without a prescribed text, but not with an empty one.
  const { text } = step;
  const isBlank = text !== undefined && (text.body.trim() === '' || text.subject.trim() === '');
  if (isBlank || (!isCall(step) && text === undefined)) return 'text-missing';
  if (step.on !== undefined && step.on < startsOn) return 'before-start';
  for (let [at, passed]: [Step | undefined, number] = [step, 0]; at?.after !== undefined; passed += 1) {
    const { after }: Step = at;
    at = steps.find(({ id }) => id === after);
    if (at === undefined) return 'after-unknown';
    if (passed > steps.length) return 'in-a-circle';
  }
  return undefined;
}

/** Each window ends after it begins and none overlaps another of its day; who is to be rung or visited needs one. */
function areWindowsUsable(protocol: Protocol): boolean {
  const days = Object.values(callingOf(protocol).windows).map((windows) =>
    windows.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
  );
  const areApart = days.every((windows) =>
    windows.every(({ from, to }, nr) => from < to && (nr === 0 || windows[nr - 1]!.to <= from)),
  );
  return areApart && (days.some((windows) => windows.length > 0) || !protocol.steps.some(isCall));
}
