/** The cases of a group as the schedule looks at them, each with what was tried; and what another protocol does to them. */
import type { Day } from '../shared/calendar.ts';
import type { ProtocolChanges } from '../shared/contact-views.ts';
import { type CaseToDate, changesOneByOne } from '../shared/schedule/protocol-changes.ts';
import type { CaseId } from '../shared/study/case.ts';
import type { GroupCode } from '../shared/study/group.ts';
import type { Protocol } from '../shared/study/protocol.ts';
import type { Desk } from './desk.ts';
import { dueOf, scheduled } from './next-due.ts';
import { inTurns } from './pause.ts';
import type { StoredAttempt } from './store/attempts.ts';
import type { StoredCase } from './store/cases.ts';

/** In turns: it goes over everyone. A changed row is found, as each is read. */
export const casesToDate = (group: GroupCode, { store }: Pick<Desk, 'store'>): Promise<readonly CaseToDate[]> =>
  inTurns(caseByCase(group, store, (one) => ({ one: scheduled(one, store), attempts: store.attempts.ofCase(one.id) })));

/** Read in portions: rows are looked up and checked a few at a time. */
const portion = 100;

function* caseByCase<T>(group: GroupCode, store: Desk['store'], look: (one: StoredCase) => T) {
  const total = store.cases.countsIn(group).cases;
  const found: T[] = [];
  for (let after = ''; ; ) {
    const cases = store.cases.pageOf(group, after, portion);
    for (const one of cases) {
      found.push(look(one));
      yield { done: found.length, total };
    }
    const last = cases.at(-1);
    if (last === undefined) return found;
    after = last.id;
  }
}

/** A case with what was tried and the day that a protocol gives it. */
export interface CaseWithDay {
  readonly one: StoredCase;
  readonly attempts: readonly StoredAttempt[];
  readonly nextDue: Day | undefined;
}

/**
 * The cases of a group with the days that `protocol` gives them, reckoned in turns. `upToDate` gives everyone as they are at that moment:
 * whoever changed meanwhile is reckoned once more. To be ended.
 */
export async function casesWithDays(
  protocol: Protocol,
  group: GroupCode,
  { store }: Pick<Desk, 'store'>,
): Promise<{ upToDate(): readonly CaseWithDay[]; end(): void }> {
  const withDay = (one: StoredCase): CaseWithDay => {
    const attempts = store.attempts.ofCase(one.id);
    return { one, attempts, nextDue: dueOf(protocol, one, store, attempts)?.on };
  };
  const watch = store.watchCases();
  try {
    const cases = new Map<CaseId, CaseWithDay>();
    for (const each of await inTurns(caseByCase(group, store, withDay))) cases.set(each.one.id, each);
    return {
      upToDate() {
        for (const id of watch.changed()) {
          const one = store.cases.find(id);
          if (one?.group === group) cases.set(id, withDay(one));
          else cases.delete(id);
        }
        return [...cases.values()];
      },
      end: () => watch.end(),
    };
  } catch (error) {
    watch.end();
    throw error;
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
