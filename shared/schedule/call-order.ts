/**
 * In which order cases are rung that are due: appointments whose hour has come, by day and hour; then the strata that are furthest below
 * their target; then who was tried less often in this part of the day; then who waited longest; then at random id.
 */
import type { Attempt } from '../study/attempt.ts';
import type { Calling, Daypart } from '../study/calling.ts';
import type { CaseId } from '../study/case.ts';
import { triedIn } from './daypart-balance.ts';
import type { DueContact } from './due-contact.ts';

export interface Callable {
  readonly id: CaseId;
  readonly due: Pick<DueContact, 'on' | 'kind'>;
  /** The hour of the appointment that is due, 'HH:MM', where it is known. Whoever asks leaves out those whose hour is still to come. */
  readonly appointmentAt?: string;
  /** `belowTarget` of the case's stratum; absent: 0. */
  readonly belowTarget?: number;
  readonly attempts: readonly Pick<Attempt, 'channel' | 'daypart' | 'outcome'>[];
}

/** How far a stratum is below its target: from 1, no response yet, to 0, reached or without a target. */
export function belowTarget({ targets }: Calling, stratum: string | undefined, responses: number): number {
  const target = stratum === undefined ? undefined : targets[stratum];
  return target === undefined || target === 0 ? 0 : Math.max(0, (target - responses) / target);
}

type Rank = readonly (number | string)[];

function rank({ id, due, appointmentAt = '', belowTarget: below = 0, attempts }: Callable, daypart?: Daypart): Rank {
  if (due.kind === 'appointment') return [0, due.on, appointmentAt, id];
  return [1, -below, daypart === undefined ? 0 : triedIn(daypart, attempts), due.on, id];
}

function byRank(a: Rank, b: Rank): number {
  const at = a.findIndex((each, nr) => each !== b[nr]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

/** The cases in the order in which they should be rung. Does not depend on the order in which they are given. */
export function callOrder<C extends Callable>(cases: readonly C[], daypart?: Daypart): readonly C[] {
  return cases
    .map((one) => ({ one, rank: rank(one, daypart) }))
    .toSorted((a, b) => byRank(a.rank, b.rank))
    .map(({ one }) => one);
}

/** The one that is rung first; undefined when there is none. One pass, for many cases. */
export function firstToCall<C extends Callable>(cases: Iterable<C>, daypart?: Daypart): C | undefined {
  let first: { readonly one: C; readonly rank: Rank } | undefined;
  for (const one of cases) {
    const own = rank(one, daypart);
    if (first === undefined || byRank(own, first.rank) < 0) first = { one, rank: own };
  }
  return first?.one;
}
