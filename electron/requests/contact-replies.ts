/** Messages that came back or in, and what follows from them. */
import type { RequestName } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Own = {
  readonly [N in Extract<RequestName, 'contact.readReplies' | 'contact.readMailbox'>]: Handler<N>;
};

export const contactReplyRequests: Own = {
  'contact.readReplies': notBuilt,
  'contact.readMailbox': notBuilt,
};

async function notBuilt(): Promise<never> {
  throw new Error('not built yet');
}
