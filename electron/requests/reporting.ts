/** Reporting: the response table and the attempts, from what is stored, as it stands. */
import { responseTable, type Tally } from '../../shared/reporting/response-table.ts';
import type { AttemptsView } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';
import type { StoredCase } from '../store/cases.ts';

export const reportingRequests: Handlers<'reporting'> = {
  'reporting.responseTable': async (_, { store }) => responseTable(store.cases.all().map(tallyOf), store.groups.all()),

  async 'reporting.attempts'(_, { store }) {
    const groups = new Map(store.cases.all().map(({ id, group }) => [id, group]));
    const counts = new Map<string, AttemptsView['counts'][number]>();
    for (const { caseId, channel, outcome } of store.attempts.all()) {
      const group = groups.get(caseId)!;
      const key = `${group} ${channel} ${outcome}`;
      counts.set(key, { group, channel, outcome, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return { counts: [...counts.values()] };
  },
};

/** A case on its own, as a tally of one; every one is read, so that a changed row is found. */
function tallyOf({ group, state }: StoredCase): Tally {
  if (state.kind === 'open') return { group, count: 1 };
  return { group, final: state.code, ...(state.mode === undefined ? {} : { mode: state.mode }), count: 1 };
}
