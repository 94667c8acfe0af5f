/** Intake: the rows of an extract become cases, or are refused with a reason. Nothing of a refused row is kept but its number. */
import type { Input, RequestOf } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';
import type { Desk } from '../desk.ts';
import { stopIntakes, stoppable } from '../intake/going-on.ts';
import { type Judged, readAndJudge } from '../intake/judged-delivery.ts';
import { rememberColumns } from '../intake/remembered-columns.ts';
import { saveRefused } from '../intake/saved-refused.ts';
import { storeDelivery } from '../intake/stored-delivery.ts';
import { viewOf } from '../intake/view.ts';
import { refuseTooFewHolders } from '../staff.ts';

type Intakes = {
  readonly [N in Extract<
    RequestOf<'intake'>,
    'intake.preview' | 'intake.accept' | 'intake.cancel' | 'intake.saveRefused'
  >]: Handler<N>;
};

export const intakeRequests: Intakes = {
  'intake.preview': (input, desk) => stoppable(desk, async (stop) => viewOf(await readAndJudge(input, desk, stop))),

  async 'intake.accept'(input, desk) {
    // A list that only stops people or corrects them takes nobody in, and never has to wait.
    if (input.kind === 'people' || input.kind === 'difference') await refuseTooFewHolders(desk);
    return stoppable(desk, async (stop) => {
      const before = desk.store.intakes.all().length;
      const judged = await readAndJudge(input, desk, stop);
      await storeDelivery(judged, input, desk, { stop, before });
      await remember(judged, input, desk);
      return viewOf(judged);
    });
  },

  async 'intake.cancel'(_, desk) {
    stopIntakes(desk);
    return null;
  },

  'intake.saveRefused': ({ target, ...input }, desk) =>
    stoppable(desk, async (stop) => {
      const { files, result } = await readAndJudge(input, desk, stop);
      const lists = result.reports.map((report, index) => ({ sheet: files[index]!.extract.sheet, report }));
      return saveRefused(lists, target, desk);
    }),
};

/** What the manager decided about columns, for the next delivery of this client; only where the header itself was shown. */
async function remember(
  { files }: Judged,
  { files: asked }: Input<'intake.accept'>,
  { host, settings }: Desk,
): Promise<void> {
  const client = (await settings.find('agreement'))?.client;
  if (client === undefined) return;
  const decided = files.flatMap(({ extract }, index) => {
    const chosen = new Map(Object.entries(asked[index]!.columns));
    return extract.columns.flatMap(({ column, header }) => {
      const becomes = chosen.get(column);
      return header === undefined || becomes === undefined ? [] : [{ header, becomes }];
    });
  });
  rememberColumns(host.ownFolder, client, decided);
}
