/** The cases of a group as the schedule looks at them, each with what was tried; and what another protocol does to them. */
import type { Day } from '../shared/calendar.ts';
import type { ProtocolChanges } from '../shared/contact-views.ts';
import { type CaseToDate, changesOneByOne } from '../shared/schedule/protocol-changes.ts';
import type { GroupCode } from '../shared/study/group.ts';
import type { Protocol } from '../shared/study/protocol.ts';
import type { Desk } from './desk.ts';
import { scheduled } from './next-due.ts';
import { inTurns } from './pause.ts';

/** In turns: it goes over everyone. A changed row is found, as each is read. */
export const casesToDate = (group: GroupCode, { store }: Pick<Desk, 'store'>): Promise<readonly CaseToDate[]> =>
  inTurns(toDate(group, store));

/** Read in portions: rows are looked up and checked a few at a time. */
const portion = 100;

function* toDate(group: GroupCode, store: Desk['store']) {
  const total = store.cases.countsIn(group).cases;
  const found: CaseToDate[] = [];
  for (let after = ''; ; ) {
    const cases = store.cases.pageOf(group, after, portion);
    for (const one of cases) {
      found.push({ one: scheduled(one, store), attempts: store.attempts.ofCase(one.id) });
      yield { done: found.length, total };
    }
    const last = cases.at(-1);
    if (last === undefined) return found;
    after = last.id;
  }
}

export function changesInTurns(
  before: Protocol,
  after: Protocol,
  cases: readonly CaseToDate[],
  today: Day,
): Promise<ProtocolChanges> {
  return inTurns(changesOneByOne(before, after, cases, today));
}
