/** What another protocol changes for the cases that there are, before it is kept. */
import type { Day } from '../calendar.ts';
import type { ProtocolChanges } from '../contact-views.ts';
import type { Protocol } from '../study/protocol.ts';
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
  const counting = changesOneByOne(before, after, cases, today);
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value;
  }
}

/** As `protocolChanges`, stopping after each case: for an office in which others wait. */
export function* changesOneByOne(
  before: Protocol,
  after: Protocol,
  cases: readonly CaseToDate[],
  today: Day,
): Generator<{ readonly done: number; readonly total: number }, ProtocolChanges> {
  const counts = { sooner: 0, later: 0, begun: 0, stopped: 0 };
  const plans = [planOf(before), planOf(after)] as const;
  const toCome = new Map(plans.flat().map(({ step }) => [step.id, { before: 0, after: 0 }]));
  for (const [nr, { one, attempts }] of cases.entries()) {
    const kind = difference(nextDay(before, one, attempts, today), nextDay(after, one, attempts, today));
    if (kind !== undefined) counts[kind] += 1;
    for (const planned of plans[0])
      if (isToCome(before, planned, one, attempts)) toCome.get(planned.step.id)!.before += 1;
    for (const planned of plans[1])
      if (isToCome(after, planned, one, attempts)) toCome.get(planned.step.id)!.after += 1;
    yield { done: nr + 1, total: cases.length };
  }
  const steps = [...toCome].map(([step, each]) => ({ step, ...each })).filter((each) => each.before !== each.after);
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
