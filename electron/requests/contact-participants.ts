/** Participants for the survey platform. */
import type { RequestOf } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Participants = {
  readonly [N in Extract<RequestOf<'contact'>, 'contact.saveParticipants'>]: Handler<N>;
};

export const contactParticipantRequests: Participants = {
  async 'contact.saveParticipants'() {
    throw new Error('not built yet');
  },
};
