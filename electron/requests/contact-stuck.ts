/** Open cases with nothing due, or that nobody of the staff can ring: how many for which reason, and who they are. */
import type { RequestName } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { stuckReason } from '../../shared/schedule/stuck-reason.ts';
import type { CaseId } from '../../shared/study/case.ts';
import { knownAs } from '../../shared/study/contact-data.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { type StuckReason, stuckReasons } from '../../shared/study/stuck-reason.ts';
import type { Handler } from '../bridge.ts';
import { casesToDate } from '../cases-to-date.ts';
import { nobodyRings } from '../contact/nobody-rings.ts';
import { openContacts } from '../contacts.ts';
import type { Desk } from '../desk.ts';

type Own = {
  readonly [N in Extract<RequestName, 'schedule.stuck' | 'contact.stuckCases'>]: Handler<N>;
};

/** As many as one looks through; the others are counted. */
const shownAtOnce = 50;

export const contactStuckRequests: Own = {
  async 'schedule.stuck'(_, desk) {
    const counts = [];
    for (const group of desk.store.groups.all()) {
      const byReason = await stuckIn(group, desk);
      for (const reason of stuckReasons) {
        const cases = byReason.get(reason)?.length ?? 0;
        if (cases > 0) counts.push({ group, reason, cases });
      }
    }
    return { counts };
  },

  async 'contact.stuckCases'({ group, reason }, desk) {
    if (!desk.store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    const stuck = (await stuckIn(group, desk)).get(reason) ?? [];
    const shown = stuck
      .toSorted()
      .slice(0, shownAtOnce)
      .map((id) => desk.store.cases.get(id));
    const contacts = await openContacts(desk.vault, shown);
    const cases = shown.map(({ id }, nr) => ({ caseId: id, name: knownAs(contacts[nr]!) }));
    return { cases, total: stuck.length };
  },
};

async function stuckIn(group: GroupCode, desk: Desk): Promise<ReadonlyMap<StuckReason, readonly CaseId[]>> {
  const { store, settings, today } = desk;
  const protocol = await settings.find('protocol', group);
  const byReason = new Map<StuckReason, CaseId[]>();
  const cases = await casesToDate(group, desk);
  const unrung = protocol === undefined ? undefined : await nobodyRings(protocol, cases, desk);
  for (const { one, attempts } of cases) {
    const reason = stuckReason(protocol, one, attempts, today) ?? (one.id && unrung?.get(one.id));
    // What came on paper and is being entered ends the case when that is done.
    if (reason === undefined || one.id === undefined || store.drafts.isEntered(one.id)) continue;
    const known = byReason.get(reason);
    if (known === undefined) byReason.set(reason, [one.id]);
    else known.push(one.id);
  }
  return byReason;
}
