/** Reporting: the response table, from the dispositions as they stand. */
import { responseTable, type Tally } from '../../shared/reporting/response-table.ts';
import type { Handlers } from '../bridge.ts';
import type { StoredCase } from '../store/cases.ts';

export const reportingRequests: Handlers<'reporting'> = {
  'reporting.responseTable': async (_, { store }) => responseTable(store.cases.all().map(tallyOf), store.groups.all()),
};

/** A case on its own, as a tally of one; every one is read, so that a changed row is found. */
function tallyOf({ group, state }: StoredCase): Tally {
  if (state.kind === 'open') return { group, count: 1 };
  return { group, final: state.code, ...(state.mode === undefined ? {} : { mode: state.mode }), count: 1 };
}
