/** Every case with the code that it counts as: its own ending, or what an open one stands at today. */
import { type CodedCase, countDispositions, type Dispositions } from '../shared/reporting/dispositions.ts';
import type { CaseId } from '../shared/study/case.ts';
import { settled } from '../shared/study/case.ts';
import { finalCodeOf } from '../shared/study/final-code.ts';
import type { GroupCode } from '../shared/study/group.ts';
import type { Desk } from './desk.ts';
import { inTurns } from './pause.ts';
import type { StoredCase } from './store/cases.ts';

export interface CountedCase extends CodedCase {
  readonly one: StoredCase;
}

/** Read at once: a few milliseconds. */
const page = 50;

/** In turns: it goes over everyone. A changed row is found, as each is read. */
export const codedCases = (desk: Pick<Desk, 'store'>): Promise<readonly CountedCase[]> => inTurns(coded(desk));

function* coded({ store }: Pick<Desk, 'store'>) {
  const started = store.drafts.caseIds();
  const heardOf = new Set<CaseId>([
    ...store.callbacks.all().map(({ caseId }) => caseId),
    ...store.caseRequests.all().flatMap(({ caseId }) => (caseId === undefined ? [] : [caseId])),
  ]);
  const counted: CountedCase[] = [];
  for (const group of store.groups.all()) {
    for (let after = ''; ; ) {
      const cases = store.cases.pageOf(group, after, page);
      const last = cases.at(-1);
      if (last === undefined) break;
      after = last.id;
      for (const one of cases) {
        const attempts = store.attempts.ofCase(one.id);
        const known = { isStarted: started.has(one.id), isHeardOf: heardOf.has(one.id) };
        const code = finalCodeOf(attempts, one.state, one.channels, known);
        const stands = settled(one.state);
        const isOpen = stands.kind === 'open';
        const respondedOn = !isOpen && code === '1.1' ? { respondedOn: stands.on } : {};
        counted.push({ one, code, isOpen, attempts, ...respondedOn });
      }
      yield { done: counted.length, total: counted.length };
    }
  }
  return counted;
}

/** Their codes counted, in turns too. */
export const countedCodes = (...given: Parameters<typeof countDispositions>): Promise<Dispositions> =>
  inTurns(countDispositions(...given));

/** The groups whose fieldwork is over: nobody in them is contacted any more. */
export async function closedGroups({ store, settings, today }: Desk): Promise<ReadonlySet<GroupCode>> {
  const closed = new Set<GroupCode>();
  for (const group of store.groups.all()) {
    const protocol = await settings.find('protocol', group);
    if (protocol !== undefined && protocol.closesOn < today) closed.add(group);
  }
  return closed;
}
