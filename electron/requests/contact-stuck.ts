/** Open cases with nothing due. */
import type { RequestName } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Own = {
  readonly [N in Extract<RequestName, 'schedule.stuck' | 'contact.stuckCases'>]: Handler<N>;
};

export const contactStuckRequests: Own = {
  'schedule.stuck': notBuilt,
  'contact.stuckCases': notBuilt,
};

async function notBuilt(): Promise<never> {
  throw new Error('not built yet');
}
