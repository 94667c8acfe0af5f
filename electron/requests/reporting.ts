/** Reporting: the response table, the attempts and the response over time, from what is stored, as it stands. */
import { responseCurve } from '../../shared/reporting/response-curve.ts';
import { responseTable, type Tally } from '../../shared/reporting/response-table.ts';
import { settled } from '../../shared/study/case.ts';
import type { AttemptsView } from '../../shared/views.ts';
import type { Handlers } from '../bridge.ts';
import { type CountedCase, closedGroups, codedCases } from '../coded-cases.ts';

type Reporting = Omit<Handlers<'reporting'>, 'reporting.dispositions'>;

export const reportingRequests: Reporting = {
  async 'reporting.responseTable'(_, desk) {
    const { store } = desk;
    const closed = await closedGroups(desk);
    const counted = await codedCases(desk);
    const erased = store.erased.cases().map(({ code, ...one }): Tally => ({ ...one, final: code }));
    const tallies = summed(counted.map((each) => tallyOf(each, closed.has(each.one.group))));
    return responseTable([...tallies, ...erased], store.groups.all());
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

/** Alike ones together: so that the table is reckoned from few. */
function summed(tallies: readonly Tally[]): readonly Tally[] {
  const sums = new Map<string, Tally>();
  for (const tally of tallies) {
    const key = `${tally.group} ${tally.final ?? ''} ${tally.mode ?? ''} ${tally.isFolded ?? ''}`;
    sums.set(key, { ...tally, count: (sums.get(key)?.count ?? 0) + tally.count });
  }
  return [...sums.values()];
}

/** A case on its own, as a tally of one. Whoever was still open when the fieldwork closed is counted as they stood, and told apart. */
function tallyOf({ one: { group, state: now }, code, isOpen }: CountedCase, isClosed: boolean): Tally {
  if (isOpen) return isClosed ? { group, final: code, isFolded: true, count: 1 } : { group, count: 1 };
  const state = settled(now);
  const mode = state.kind === 'final' && state.mode !== undefined ? { mode: state.mode } : {};
  return { group, final: code, ...mode, count: 1 };
}
