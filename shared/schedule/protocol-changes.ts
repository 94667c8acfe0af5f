/** What another protocol changes for the cases that there are, before it is kept. */
import type { Day } from '../calendar.ts';
import type { ProtocolChanges } from '../contact-views.ts';
import type { Protocol, StepId } from '../study/protocol.ts';
import { type AttemptForSchedule, dueContact, isToCome, type ScheduledCase } from './due-contact.ts';
import { planOf } from './step-days.ts';

export interface CaseToDate {
  readonly one: ScheduledCase;
  readonly attempts: readonly AttemptForSchedule[];
}

/**
 * Of how many open cases the next contact comes sooner or later (what is overdue is due today), begins or ends; and of every step to how
 * many it is still to come, before and after: only steps of which that differs.
 */
export function protocolChanges(
  before: Protocol,
  after: Protocol,
  cases: readonly CaseToDate[],
  today: Day,
): ProtocolChanges {
  const counts = { sooner: 0, later: 0, begun: 0, stopped: 0 };
  for (const { one, attempts } of cases) {
    const kind = difference(nextDay(before, one, attempts, today), nextDay(after, one, attempts, today));
    if (kind !== undefined) counts[kind] += 1;
  }
  const ids = new Set([...planOf(before), ...planOf(after)].map(({ step }) => step.id));
  const steps = [...ids]
    .map((step) => ({ step, before: toCome(before, step, cases), after: toCome(after, step, cases) }))
    .filter((each) => each.before !== each.after);
  return { ...counts, steps };
}

/** Undefined when nothing is due before the closing day. */
function nextDay(
  protocol: Protocol,
  one: ScheduledCase,
  attempts: CaseToDate['attempts'],
  today: Day,
): Day | undefined {
  const due = dueContact(protocol, one, attempts);
  if (due === undefined || today > protocol.closesOn) return undefined;
  return due.on < today ? today : due.on;
}

function difference(
  before: Day | undefined,
  after: Day | undefined,
): 'sooner' | 'later' | 'begun' | 'stopped' | undefined {
  if (before === after) return undefined;
  if (before === undefined) return 'begun';
  if (after === undefined) return 'stopped';
  return after < before ? 'sooner' : 'later';
}

function toCome(protocol: Protocol, id: StepId, cases: readonly CaseToDate[]): number {
  const planned = planOf(protocol).find(({ step }) => step.id === id);
  if (planned === undefined) return 0;
  return cases.filter(({ one, attempts }) => isToCome(protocol, planned, one, attempts)).length;
}
