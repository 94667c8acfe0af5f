/** Final and interim codes, counted per group; for whoever leads the fieldwork and whoever reports on it. */
import type { RequestName } from '../../shared/contract.ts';
import type { DispositionsView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { closedGroups, codedCases, countedCodes } from '../coded-cases.ts';

type Own = {
  readonly [N in Extract<RequestName, 'reporting.dispositions'>]: Handler<N>;
};

export const reportingDispositionRequests: Own = {
  async 'reporting.dispositions'(_, desk) {
    const { store, settings } = desk;
    const closed = await closedGroups(desk);
    const counted = await codedCases(desk);
    const erasedCases = store.erased.cases();
    const erasedAttempts = store.erased.attempts();
    const groups: DispositionsView['groups'][number][] = [];
    for (const group of store.groups.all()) {
      const { title } = await settings.get('group', group);
      const protocol = await settings.find('protocol', group);
      const erased = {
        final: erasedCases.filter((one) => one.group === group).map(({ code, count }) => ({ code, cases: count })),
        attempts: erasedAttempts
          .filter((one) => one.group === group)
          .map(({ channel, outcome, count }) => ({ channel, outcome, attempts: count })),
      };
      groups.push({
        ...{ group, title, isClosed: closed.has(group) },
        ...(protocol === undefined ? {} : { closesOn: protocol.closesOn }),
        ...(await countedCodes(
          counted.filter(({ one }) => one.group === group),
          erased,
        )),
      });
    }
    return { groups };
  },
};
