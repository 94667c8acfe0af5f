/** Letters again, for a print house, and what comes back of them. */
import type { RequestName } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Own = {
  readonly [N in Extract<
    RequestName,
    | 'contact.savePrintList'
    | 'contact.reprint'
    | 'contact.recordReturn'
    | 'contact.recordSlip'
    | 'study.letterLayout'
    | 'study.setLetterLayout'
  >]: Handler<N>;
};

export const contactLettersBackRequests: Own = {
  'contact.savePrintList': notBuilt,
  'contact.reprint': notBuilt,
  'contact.recordReturn': notBuilt,
  'contact.recordSlip': notBuilt,
  'study.letterLayout': notBuilt,
  'study.setLetterLayout': notBuilt,
};

async function notBuilt(): Promise<never> {
  throw new Error('not built yet');
}
