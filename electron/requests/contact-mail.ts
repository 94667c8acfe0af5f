/** The mail host: tried, and messages as files. */
import type { RequestName } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { Handler } from '../bridge.ts';
import { saveEmails } from '../mailing/saved-emails.ts';
import { beforeSending, sendTestEmail } from '../mailing/test-email.ts';

type Own = {
  readonly [N in Extract<
    RequestName,
    'contact.checkMailHost' | 'contact.beforeSending' | 'contact.sendTestEmail' | 'contact.saveEmails'
  >]: Handler<N>;
};

export const contactMailRequests: Own = {
  async 'contact.checkMailHost'(_, { settings, post }) {
    const host = (await settings.find('mailHost')) ?? refuse('contact.mail-host-missing', {});
    return { steps: await post.checkMailHost(host, host.returnTo ?? host.from) };
  },
  'contact.beforeSending': (_, desk) => beforeSending(desk),
  'contact.sendTestEmail': (input, desk) => desk.work(() => sendTestEmail(input, desk)),
  'contact.saveEmails': (input, desk) => desk.work(() => saveEmails(input, desk)),
};
