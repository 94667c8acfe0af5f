/** What is wrong in a protocol, before it is used on anyone. */
import { addDays } from '../calendar.ts';
import type { Protocol } from '../study/protocol.ts';

export interface ProtocolFault {
  /** The step's id, or 'protocol' when it is about the whole. */
  readonly step: string;
  readonly fault: 'dates' | 'twice' | 'text-missing' | 'after-closing';
}

/** The first fault found, undefined when the protocol can be used. */
export function findProtocolFault(protocol: Protocol): ProtocolFault | undefined {
  if (protocol.closesOn < protocol.startsOn) return { step: 'protocol', fault: 'dates' };
  const seen = new Set<string>();
  for (const step of protocol.steps) {
    if (seen.has(step.id)) return { step: step.id, fault: 'twice' };
    seen.add(step.id);
    // A call may go without a prescribed text, but not with an empty one.
    const isMessage = step.channel === 'email' || step.channel === 'letter';
    const isBlank = step.text !== undefined && (step.text.body.trim() === '' || step.text.subject.trim() === '');
    if (isBlank || (isMessage && step.text === undefined)) return { step: step.id, fault: 'text-missing' };
    if (addDays(protocol.startsOn, step.afterDays) > protocol.closesOn)
      return { step: step.id, fault: 'after-closing' };
  }
  return undefined;
}
