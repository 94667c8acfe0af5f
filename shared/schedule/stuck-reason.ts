/** Why an open case has nothing due: every open case is due at some moment, or stands in this list. */
import type { Day } from '../calendar.ts';
import type { Protocol } from '../study/protocol.ts';
import type { StuckReason } from '../study/stuck-reason.ts';
import { callDayFrom, callingOf } from './call-days.ts';
import { type AttemptForSchedule, nextOf, type ScheduledCase } from './due-contact.ts';
import { allowedFrom, isCall } from './step-days.ts';

/** Undefined when something is due for the case, now or later, and when it is not open. */
export function stuckReason(
  protocol: Protocol | undefined,
  one: ScheduledCase,
  attempts: readonly AttemptForSchedule[],
  today: Day,
): StuckReason | undefined {
  if (one.state.kind !== 'open') return undefined;
  if (protocol === undefined) return 'no-protocol';
  const next = nextOf(protocol, one, attempts);
  if (next.kind === 'stuck') return next.reason;
  if (next.kind === 'not-open' || next.due.kind === 'in-hand' || next.due.on >= today) return undefined;
  // What is overdue may be left without a day on which it may still be done; a call asks for windows only, as `isDue` does.
  const { step } = next.due;
  const left = isCall(step) ? callDayFrom(callingOf(protocol), today) : allowedFrom(step, today, protocol);
  return left === undefined || left > protocol.closesOn ? 'after-closing' : undefined;
}
