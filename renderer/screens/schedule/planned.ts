/** The days on which the steps of a draft fall when everything goes out on its day: reckoned as the schedule does, whatever is still to be filled in. */
import { addDays, type Day, daysBetween, isWorkingDay } from '../../../shared/calendar.ts';
import { planOf } from '../../../shared/schedule/step-days.ts';
import type { Protocol, StepId } from '../../../shared/study/protocol.ts';
import { channelOf, type Draft, type DraftStep } from './draft.ts';
import { callingOf } from './draft-calling.ts';

type Planning = Pick<Draft, 'steps' | 'calling' | 'closesOn'>;

/** The day of each step by its key; an empty box counts as 0, and a step that counts from nothing that is there as one from the start. */
export function plannedDays(draft: Planning, startsOn: Day): ReadonlyMap<number, Day> {
  const plan = planOf(rough(draft, startsOn));
  const byId = new Map(plan.map(({ step, on }) => [step.id, on]));
  return new Map(draft.steps.map(({ key }) => [key, byId.get(idOf(key)) ?? startsOn]));
}

/** Where the days of a step are counted from. */
export function baseDay(draft: Planning, step: DraftStep, startsOn: Day): Day {
  const base = step.when === 'step' ? plannedDays(draft, startsOn).get(step.after ?? -1) : undefined;
  return base ?? startsOn;
}

/** A step is known by its key: names may be empty, or be there twice. */
const idOf = (key: number) => String(key) as StepId;

function rough({ steps, calling, closesOn }: Planning, startsOn: Day): Protocol {
  const own = callingOf(calling);
  return {
    startsOn,
    closesOn: closesOn || startsOn,
    callsMaximum: 0,
    callAgainAfterDays: 1,
    ...(own === undefined || own === 'incomplete' ? {} : { calling: own }),
    steps: steps.map(({ key, kind, when, afterDays = 0, workingDays, after, on }) => ({
      id: idOf(key),
      channel: channelOf(kind),
      afterDays: Math.trunc(afterDays),
      ...(when === 'step' && after !== undefined ? { after: idOf(after) } : {}),
      ...(when === 'date' && on !== '' ? { on } : {}),
      ...(workingDays && when !== 'date' ? { workingDays } : {}),
      for: {},
    })),
  };
}

/** How many days a step has to be after `base` in order to fall on `on`, or on the next day that it can. */
export function daysUntil(base: Day, on: Day, isWorking: boolean): number {
  return Math.max(0, isWorking ? workingDaysBetween(base, on) : daysBetween(base, on));
}

/** The number of working days after `base` until `on`, or until the first one after it. */
function workingDaysBetween(base: Day, on: Day): number {
  if (on <= base) return 0;
  let count = 0;
  for (let at = addDays(base, 1); at <= on; at = addDays(at, 1)) if (isWorkingDay(at)) count += 1;
  return isWorkingDay(on) ? count : count + 1;
}
