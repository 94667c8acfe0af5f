/** The mail host and the mailbox: set, tried, and messages as files. */
import type { RequestName } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Own = {
  readonly [N in Extract<
    RequestName,
    'contact.checkMailHost' | 'contact.sendTestEmail' | 'contact.saveEmails' | 'study.mailbox' | 'study.setMailbox'
  >]: Handler<N>;
};

export const contactMailRequests: Own = {
  'contact.checkMailHost': notBuilt,
  'contact.sendTestEmail': notBuilt,
  'contact.saveEmails': notBuilt,
  'study.mailbox': notBuilt,
  'study.setMailbox': notBuilt,
};

async function notBuilt(): Promise<never> {
  throw new Error('not built yet');
}
