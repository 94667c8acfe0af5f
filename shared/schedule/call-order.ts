/** In which order open cases are rung: appointments first, the earliest before the later; then who waited longest; then at random id. */
import type { Day } from '../calendar.ts';
import { standingAppointment } from '../study/appointment.ts';
import type { Attempt } from '../study/attempt.ts';
import type { CaseId } from '../study/case.ts';

export interface Callable {
  readonly id: CaseId;
  readonly attempts: readonly Pick<Attempt, 'on' | 'outcome' | 'appointmentOn'>[];
}

/** What is rung first sorts first: [0, day of the appointment] or [1, day of the last attempt, '' when there was none]. */
function rank({ attempts }: Callable): readonly [number, Day | ''] {
  const appointment = standingAppointment(attempts);
  if (appointment !== undefined) return [0, appointment];
  return [
    1,
    attempts
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? '',
  ];
}

/** The cases in the order in which they should be rung. Does not depend on the order in which they are given. */
export function callOrder<C extends Callable>(cases: readonly C[]): readonly C[] {
  return cases
    .map((one) => ({ one, rank: rank(one) }))
    .toSorted((a, b) => {
      if (a.rank[0] !== b.rank[0]) return a.rank[0] - b.rank[0];
      if (a.rank[1] !== b.rank[1]) return a.rank[1] < b.rank[1] ? -1 : 1;
      return a.one.id < b.one.id ? -1 : 1;
    })
    .map(({ one }) => one);
}
