/** The deliveries that were taken in: what each came to, taking one back, and its refused rows as a file for the client. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { DeliveriesView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import type { Desk } from '../desk.ts';
import { keptLists, type StoredList } from '../intake/kept-lists.ts';
import { saveRefused } from '../intake/saved-refused.ts';
import { standingOf, undoDelivery, undoOf } from '../intake/undone-delivery.ts';

type Deliveries = {
  readonly [N in Extract<
    RequestOf<'intake'>,
    'intake.deliveries' | 'intake.undo' | 'intake.saveRefusedOf'
  >]: Handler<N>;
};

export const intakeDeliveryRequests: Deliveries = {
  'intake.deliveries': (_, desk) => deliveriesView(desk),

  async 'intake.undo'({ delivery }, desk) {
    await undoDelivery(await listsOf(delivery, desk), desk);
    return deliveriesView(desk);
  },

  async 'intake.saveRefusedOf'({ delivery, target }, desk) {
    const lists = await listsOf(delivery, desk);
    return saveRefused(
      lists.map(({ kept: { sheet, report } }) => ({ sheet, report })),
      target,
      desk,
    );
  },
};

async function listsOf(delivery: string, desk: Desk): Promise<readonly StoredList[]> {
  const lists = (await keptLists(desk)).filter(({ kept }) => kept.delivery === delivery);
  return lists.length > 0 ? lists : refuse('intake.delivery-unknown', {});
}

async function deliveriesView(desk: Desk): Promise<DeliveriesView> {
  const standing = standingOf(desk.store);
  const byDelivery = new Map<string, StoredList[]>();
  for (const list of await keptLists(desk))
    byDelivery.set(list.kept.delivery, [...(byDelivery.get(list.kept.delivery) ?? []), list]);
  const deliveries = [...byDelivery].map(([delivery, lists]) => {
    const reports = lists.map(({ kept }) => kept.report);
    return {
      delivery,
      on: lists[0]!.on,
      group: lists[0]!.group,
      kind: lists[0]!.kept.kind,
      files: lists.length,
      read: reports.reduce((sum, { read }) => sum + read, 0),
      accepted: reports.reduce((sum, { accepted }) => sum + accepted, 0),
      applied: summed(reports.map(({ applied }) => applied)),
      refused: summed(reports.map(({ refused }) => refused)),
      undo: undoOf(lists, standing).undo,
    };
  });
  return { deliveries: deliveries.toReversed() };
}

/** What never occurred is left out. */
function summed(counts: readonly Readonly<Record<string, number>>[]): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const each of counts)
    for (const [name, count] of Object.entries(each)) sums.set(name, (sums.get(name) ?? 0) + count);
  return Object.fromEntries([...sums].filter(([, count]) => count > 0));
}
