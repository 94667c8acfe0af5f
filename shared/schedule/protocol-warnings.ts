/** What is not forbidden in a protocol, and should be looked at before it is used: reckoned with the cases that there are. */
import { addWorkingDays, type Day, daysBetween, isWorkingDay } from '../calendar.ts';
import type { ProtocolWarning } from '../contact-views.ts';
import type { Protocol, Step } from '../study/protocol.ts';
import { callingOf, isCallDay } from './call-days.ts';
import { isMeantFor, type ScheduledCase } from './reach.ts';
import { isCall, type PlannedStep, planOf } from './step-days.ts';

/** Two messages within fewer days than these are close together. */
const daysApart = 3;
/** A letter that is posted has arrived after so many working days. */
const workingDaysOfPost = 2;

/** The warnings, by step in the order of the plan; whoever is left out comes last. */
export function protocolWarnings(protocol: Protocol, cases: readonly ScheduledCase[]): readonly ProtocolWarning[] {
  const open = profilesOf(cases);
  const plan = planOf(protocol);
  // How far someone will be with the interview is not known beforehand: everyone may come to be meant.
  const meant = new Map(plan.map(({ step }) => [step, open.filter(({ one }) => isMeantFor(step, one, one.channels))]));
  const shared = (a: Step, b: Step): number => {
    const ofB = new Set(meant.get(b));
    return areAlternatives(a, b) ? 0 : peopleOf((meant.get(a) ?? []).filter((profile) => ofB.has(profile)));
  };
  const warnings = plan.flatMap((later, place): readonly ProtocolWarning[] => {
    const { step } = later;
    const before = plan.slice(0, place).map((earlier) => ({ earlier, count: shared(earlier.step, step) }));
    return [
      ...(open.length > 0 && meant.get(step)!.length === 0 ? [{ kind: 'nobody', step: step.id } as const] : []),
      ...(isOnWrongDay(protocol, step) ? [{ kind: 'not-a-working-day', step: step.id, on: step.on! } as const] : []),
      ...before.flatMap(({ earlier, count }) => (count === 0 ? [] : between(earlier, later, count))),
      ...plan.slice(place + 1).flatMap((letter) => rungOnTheSameDay(later, letter, shared(later.step, letter.step))),
    ];
  });
  const leftOut = peopleOf(open.filter((profile) => ![...meant.values()].some((those) => those.includes(profile))));
  return leftOut === 0 ? warnings : [...warnings, { kind: 'left-out', cases: leftOut }];
}

/** Open cases that no condition of a step tells apart. */
interface Profile {
  readonly one: ScheduledCase;
  count: number;
}

const peopleOf = (profiles: readonly Profile[]) => profiles.reduce((sum, { count }) => sum + count, 0);

function profilesOf(cases: readonly ScheduledCase[]): readonly Profile[] {
  const profiles = new Map<string, Profile>();
  for (const one of cases) {
    if (one.state.kind !== 'open') continue;
    const key = [...one.channels.toSorted(), '', one.stratum ?? ''].join(' ');
    const known = profiles.get(key);
    if (known === undefined) profiles.set(key, { one, count: 1 });
    else known.count += 1;
  }
  return [...profiles.values()];
}

/** Nobody gets both: one is for who began the interview, the other for who did not. */
function areAlternatives(a: Step, b: Step): boolean {
  const [one, other] = [a.for.progress, b.for.progress];
  return one !== undefined && other !== undefined && one !== other;
}

function isOnWrongDay(protocol: Protocol, step: Step): boolean {
  if (step.on === undefined) return false;
  return isCall(step) ? !isCallDay(callingOf(protocol), step.on) : !isWorkingDay(step.on);
}

function between(earlier: PlannedStep, later: PlannedStep, cases: number): readonly ProtocolWarning[] {
  const about = { step: later.step.id, before: earlier.step.id, cases };
  const days = daysBetween(earlier.on, later.on);
  if (!isCall(earlier.step) && !isCall(later.step))
    return days < daysApart ? [{ kind: 'close-together', days, ...about }] : [];
  return isRungBefore(earlier, later.on, later.step) ? [{ kind: 'before-letter', ...about }] : [];
}

/** A letter of the same day that stands after the call in the protocol has not arrived either. */
function rungOnTheSameDay(call: PlannedStep, letter: PlannedStep, cases: number): readonly ProtocolWarning[] {
  const isTogether = cases > 0 && call.on === letter.on && isRungBefore(letter, call.on, call.step);
  return isTogether ? [{ kind: 'before-letter', step: call.step.id, before: letter.step.id, cases }] : [];
}

/** Whether the call of `on` falls before the letter can have arrived. */
function isRungBefore({ step, on: posted }: PlannedStep, on: Day, call: Step): boolean {
  return step.channel === 'letter' && call.channel === 'phone' && on < addWorkingDays(posted, workingDaysOfPost);
}
