/** What comes up in a call beside the interview: a case for a colleague, another number, a request for help. */
import type { RequestOf } from '../../shared/contract.ts';
import type { Handler } from '../bridge.ts';

type Asides = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.acquainted' | 'contact.newNumber' | 'contact.askHelp' | 'contact.callbacks' | 'contact.passCallbackOn'
  >]: Handler<N>;
};

export const contactAsideRequests: Asides = {
  async 'contact.acquainted'() {
    throw new Error('not built yet');
  },

  async 'contact.newNumber'() {
    throw new Error('not built yet');
  },

  async 'contact.askHelp'() {
    throw new Error('not built yet');
  },

  async 'contact.callbacks'() {
    throw new Error('not built yet');
  },

  async 'contact.passCallbackOn'() {
    throw new Error('not built yet');
  },
};
