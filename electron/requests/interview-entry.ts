/** Entry of what came on paper or by e-mail, once or twice. */
import type { RequestOf } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Entry = {
  readonly [N in Extract<
    RequestOf<'interview'>,
    'interview.beginEntry' | 'interview.leaveEntry' | 'interview.differences' | 'interview.settleDifference'
  >]: Handler<N>;
};

export const interviewEntryRequests: Entry = {
  async 'interview.beginEntry'() {
    throw new Error('not built yet');
  },

  async 'interview.leaveEntry'() {
    throw new Error('not built yet');
  },

  async 'interview.differences'() {
    throw new Error('not built yet');
  },

  async 'interview.settleDifference'() {
    throw new Error('not built yet');
  },
};
