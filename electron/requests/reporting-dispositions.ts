/** Final and interim codes. */
import type { RequestName } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Own = {
  readonly [N in Extract<RequestName, 'reporting.dispositions'>]: Handler<N>;
};

export const reportingDispositionRequests: Own = {
  'reporting.dispositions': notBuilt,
};

async function notBuilt(): Promise<never> {
  throw new Error('not built yet');
}
