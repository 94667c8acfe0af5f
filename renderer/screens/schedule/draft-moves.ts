/** Changing the steps of a draft: each gives another draft, in which the other steps stay where they were unless they count from it. */
import { addDays, type Day } from '../../../shared/calendar.ts';
import type { StepText } from '../../../shared/study/protocol.ts';
import { type Draft, type DraftStep, isLetter, newStep, type StepKind } from './draft.ts';
import { countsFrom, latestDay } from './draft-faults.ts';
import { baseDay, daysUntil, plannedDays } from './planned.ts';

export function changedStep(draft: Draft, key: number, change: Partial<DraftStep>): Draft {
  return { ...draft, steps: draft.steps.map((step) => (step.key === key ? { ...step, ...change } : step)) };
}

const stepOf = ({ steps }: Draft, key: number) => steps.find((step) => step.key === key);
const within = (days: number) => Math.min(latestDay, Math.max(0, days));

/**
 * The step some days earlier or later, in the days that it counts in; never before what it counts from. Where that makes no difference (nobody
 * is rung on a Sunday), as many more as it takes.
 */
export function movedStep(draft: Draft, key: number, byDays: number): Draft {
  const step = stepOf(draft, key);
  if (step === undefined || draft.startsOn === '') return draft;
  const before = plannedDays(draft, draft.startsOn).get(key);
  for (let by = byDays, tries = 0; ; by += Math.sign(byDays), tries += 1) {
    const next = movedBy(draft, step, by);
    if (tries === longestRest || plannedDays(next, draft.startsOn).get(key) !== before) return next;
  }
}

/** Days in a row, at the most, on which nothing can be done: Easter, with a day off on both sides. */
const longestRest = 10;

function movedBy(draft: Draft, { key, when, on, afterDays }: DraftStep, byDays: number): Draft {
  if (when === 'date') return on === '' ? draft : steppedTo(draft, key, addDays(on, byDays));
  return changedStep(draft, key, { afterDays: within(Math.trunc(afterDays ?? 0) + byDays) });
}

/** The step on `on`, or as near to it as it can be. */
export function steppedTo(draft: Draft, key: number, on: Day): Draft {
  const step = stepOf(draft, key);
  if (step === undefined || draft.startsOn === '') return draft;
  const first = on < draft.startsOn ? draft.startsOn : on;
  if (step.when === 'date') return changedStep(draft, key, { on: first });
  const afterDays = within(daysUntil(baseDay(draft, step, draft.startsOn), first, step.workingDays));
  return changedStep(draft, key, { afterDays });
}

/** The step counted in another way, on the day on which it was. */
export function countedOtherwise(
  draft: Draft,
  key: number,
  change: Partial<Pick<DraftStep, 'when' | 'after' | 'workingDays'>>,
): Draft {
  const before = stepOf(draft, key);
  if (before === undefined) return draft;
  const after = change.when === 'step' ? (before.after ?? likelyBase(draft, key)) : before.after;
  const next = changedStep(draft, key, { after, ...change });
  if (draft.startsOn === '') return next;
  const on = plannedDays(draft, draft.startsOn).get(key);
  return on === undefined ? next : steppedTo(next, key, on);
}

/** The steps that this one may count from: all but itself and those that count from it. */
export function possibleBases({ steps }: Draft, key: number): readonly DraftStep[] {
  return steps.filter((step) => !countsFrom(steps, step.key, key));
}

/** The last one before it. */
function likelyBase(draft: Draft, key: number): number | undefined {
  const bases = possibleBases(draft, key);
  if (draft.startsOn === '') return bases[0]?.key;
  const days = plannedDays(draft, draft.startsOn);
  const own = days.get(key) ?? draft.startsOn;
  const before = bases.filter((step) => (days.get(step.key) ?? own) <= own);
  return (before.toSorted((a, b) => ((days.get(a.key) ?? '') < (days.get(b.key) ?? '') ? -1 : 1)).at(-1) ?? bases[0])
    ?.key;
}

/** One more step, a week after the last one. */
export function withStep(draft: Draft, kind: StepKind, text: StepText | undefined): Draft {
  const last = lastDays(draft);
  const step = newStep(freeId(draft, kind), kind, last + 7, {}, text);
  return { ...draft, steps: [...draft.steps, step] };
}

/** How many days after the start the last step falls; -7 without any. */
function lastDays(draft: Draft): number {
  const { startsOn, steps } = draft;
  if (startsOn === '') return Math.max(-7, ...steps.map(({ afterDays }) => afterDays ?? 0));
  return Math.max(-7, ...[...plannedDays(draft, startsOn).values()].map((on) => daysUntil(startsOn, on, false)));
}

/** Without the step; those that counted from it count from the start, and stay on their day. */
export function withoutStep(draft: Draft, key: number): Draft {
  const alone = draft.steps.filter((step) => step.when === 'step' && step.after === key);
  const free = alone.reduce(
    (before, step) => countedOtherwise(before, step.key, { when: 'start', after: undefined }),
    draft,
  );
  return { ...free, steps: free.steps.filter((step) => step.key !== key) };
}

/** Another kind of the same step: what only the old one has is left out. */
export function ofKind(kind: StepKind): Partial<DraftStep> {
  return isLetter(kind) ? { kind } : { kind, hasSlip: false };
}

function freeId({ steps }: Draft, kind: StepKind): string {
  const taken = new Set(steps.map(({ id }) => id));
  for (let nr = 1; ; nr += 1) {
    const id = nr === 1 ? kind : `${kind}-${nr}`;
    if (!taken.has(id)) return id;
  }
}

/** Each step with its number among the steps of its kind, by day: the second e-mail is 'e-mail 2'. */
export function ordinals(draft: Draft): ReadonlyMap<number, number | undefined> {
  const { steps, startsOn } = draft;
  const days = startsOn === '' ? undefined : plannedDays(draft, startsOn);
  const order = (step: DraftStep) => days?.get(step.key) ?? '';
  const byDay = steps.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  return new Map(
    steps.map(({ key, kind }) => {
      const own = byDay.filter((step) => step.kind === kind);
      return [key, own.length === 1 ? undefined : own.findIndex((step) => step.key === key) + 1];
    }),
  );
}
