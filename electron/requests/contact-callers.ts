/** Who rings and who calls: callers, appointments, visits that were made. */
import type { RequestName } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Own = {
  readonly [N in Extract<
    RequestName,
    | 'contact.findCaller'
    | 'contact.takeCaller'
    | 'contact.beforeRinging'
    | 'contact.appointments'
    | 'contact.recordVisit'
    | 'study.callers'
    | 'study.setCaller'
  >]: Handler<N>;
};

export const contactCallerRequests: Own = {
  'contact.findCaller': notBuilt,
  'contact.takeCaller': notBuilt,
  'contact.beforeRinging': notBuilt,
  'contact.appointments': notBuilt,
  'contact.recordVisit': notBuilt,
  'study.callers': notBuilt,
  'study.setCaller': notBuilt,
};

async function notBuilt(): Promise<never> {
  throw new Error('not built yet');
}
