/** The cases of a group as the schedule looks at them, each with what was tried. */
import type { CaseToDate } from '../shared/schedule/protocol-changes.ts';
import type { GroupCode } from '../shared/study/group.ts';
import type { Desk } from './desk.ts';
import { scheduled } from './next-due.ts';
import { inTurns } from './pause.ts';

/** In turns: it goes over everyone. A changed row is found, as each is read. */
export const casesToDate = (group: GroupCode, { store }: Pick<Desk, 'store'>): Promise<readonly CaseToDate[]> =>
  inTurns(toDate(group, store));

function* toDate(group: GroupCode, store: Desk['store']) {
  const cases = store.cases.inGroup(group);
  const found: CaseToDate[] = [];
  yield { done: 0, total: cases.length };
  for (const one of cases) {
    found.push({ one: scheduled(one, store), attempts: store.attempts.ofCase(one.id) });
    yield { done: found.length, total: cases.length };
  }
  return found;
}
