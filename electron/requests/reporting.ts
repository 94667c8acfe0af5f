/** Reporting: the response table, the attempts and the response over time, from what is stored, as it stands. */
import { responseCurve } from '../../shared/reporting/response-curve.ts';
import { responseTable, type Tally } from '../../shared/reporting/response-table.ts';
import { settled } from '../../shared/study/case.ts';
import type { AttemptsView } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';
import type { StoredCase } from '../store/cases.ts';

type Reporting = Omit<Handlers<'reporting'>, 'reporting.dispositions'>;

export const reportingRequests: Reporting = {
  async 'reporting.responseTable'(_, { store }) {
    const erased = store.erased.cases().map(({ code, ...one }): Tally => ({ ...one, final: code }));
    return responseTable([...store.cases.all().map(tallyOf), ...erased], store.groups.all());
  },

  async 'reporting.attempts'(_, { store }) {
    const groups = new Map(store.cases.all().map(({ id, group }) => [id, group]));
    const counts = new Map<string, AttemptsView['counts'][number]>();
    const add = ({ group, channel, outcome, count }: AttemptsView['counts'][number]) => {
      const key = `${group} ${channel} ${outcome}`;
      counts.set(key, { group, channel, outcome, count: (counts.get(key)?.count ?? 0) + count });
    };
    for (const { caseId, channel, outcome } of store.attempts.all())
      add({ group: groups.get(caseId)!, channel, outcome, count: 1 });
    for (const erased of store.erased.attempts()) add(erased);
    return { counts: [...counts.values()] };
  },

  async 'reporting.curve'(_, { store, settings, today }) {
    const groupOf = new Map(store.cases.all().map(({ id, group }) => [id, group]));
    const attempts = store.attempts.all();
    const groups = [];
    for (const group of store.groups.all()) {
      const { title } = await settings.get('group', group);
      const invited = store.cases.inGroup(group);
      const respondedOn = invited.flatMap(({ state: now }) => {
        const state = settled(now);
        return state.kind === 'final' && state.code === '1.1' ? [state.on] : [];
      });
      const ofGroup = attempts.filter(({ caseId }) => groupOf.get(caseId) === group);
      const curve = responseCurve(respondedOn, ofGroup, today);
      const erased = store.erased.cases().reduce((sum, one) => (one.group === group ? sum + one.count : sum), 0);
      groups.push({ group, title, invited: invited.length + erased, ...curve });
    }
    return { groups };
  },
};

/** A case on its own, as a tally of one; every one is read, so that a changed row is found. */
function tallyOf({ group, state: now }: StoredCase): Tally {
  const state = settled(now);
  if (state.kind === 'open') return { group, count: 1 };
  return { group, final: state.code, ...(state.mode === undefined ? {} : { mode: state.mode }), count: 1 };
}
