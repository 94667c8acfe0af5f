/** Stop for everyone: all contact in all channels, of the study or of one group, and its lifting. */
import type { RequestName } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { Handler } from '../bridge.ts';
import { haltView } from '../halt.ts';

type Own = {
  readonly [N in Extract<RequestName, 'contact.halt'>]: Handler<N>;
};

export const contactHaltRequests: Own = {
  async 'contact.halt'({ group, lift }, desk) {
    const { store, settings, session, today, write } = desk;
    if (group !== undefined && !store.groups.all().includes(group)) refuse('study.group-unknown', { group });
    const isHalted = (await settings.find('halt', group)) !== undefined;
    const detail = group === undefined ? {} : { group };
    if (lift && isHalted) write('contact.liftHalt', detail, () => settings.remove('halt', group));
    if (!lift && !isHalted) {
      const put = await settings.seal('halt', { since: today }, group);
      write('contact.halt', detail, put);
    }
    // What is being sent stops after the message in hand; of other groups it can be gone on with.
    if (!lift) session.pauses += 1;
    return haltView(desk);
  },
};
