/** Unlinking: nobody is to know any more which case gave which response. The manager asks, the researcher agrees at a seat of their own. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { ResponseId } from '../../shared/study/response.ts';
import type { Handler } from '../bridge.ts';
import { newId } from '../desk.ts';
import { turnEpoch } from '../epoch.ts';
import { refuseWhileAnswersWait } from '../stopping.ts';

type Unlinking = {
  readonly [N in Extract<RequestOf<'destruction'>, 'destruction.agreeToUnlink' | 'destruction.unlink'>]: Handler<N>;
};

export const destructionLinkRequests: Unlinking = {
  async 'destruction.agreeToUnlink'({ typedTitle }, { session, settings, person, write }) {
    if (typedTitle !== (await settings.get('title'))) refuse('destruction.not-confirmed', {});
    write('destruction.agreeToUnlink', {}, () => undefined);
    session.agreedToUnlink = person;
    return null;
  },

  async 'destruction.unlink'({ typedTitle }, desk) {
    const { store, session, settings } = desk;
    if (typedTitle !== (await settings.get('title'))) refuse('destruction.not-confirmed', {});
    const researcher = session.agreedToUnlink ?? refuse('destruction.agreement-missing', {});
    if (store.epochs.isUnlinked()) refuse('study.unlinked', {});
    // Afterwards nobody would find the answers that have to go.
    refuseWhileAnswersWait(desk);
    // Nor which of two answers is whose.
    const seconds = store.seconds.all().length;
    if (seconds > 0) refuse('interview.seconds-undecided', { seconds });
    // What is going on would end in a response without a link, or in a link that is new again.
    if (store.cases.all().some(({ heldBy }) => heldBy !== undefined)) refuse('study.case-in-hand', {});
    const responses = store.responses.all();
    const named = responses.map((from) => ({ from, to: newId() as ResponseId }));
    const resealed = await researcher.vault.ask('resealResponses', named);
    const counts = { links: store.responses.links().length, drafts: store.drafts.count() };
    await turnEpoch(desk, {
      why: 'unlinked',
      change: { renewLink: true },
      act: 'destruction.unlink',
      detail: counts,
      within() {
        // An unfinished interview says whose it is, and will not be finished any more.
        for (const { id } of store.cases.all()) store.drafts.take(id);
        store.responses.unlink(resealed.map((sealed, index) => ({ id: named[index]!.to, ...sealed })));
      },
    });
    session.agreedToUnlink = undefined;
    return counts;
  },
};
