/** Messages that came back or in, what follows from them, and the mailbox in which they come. */
import type { RequestName } from '../../shared/contract.ts';
import { Refusal } from '../../shared/problem.ts';
import { shownLogin, withKeptSecret } from '../../shared/study/mail-host.ts';
import type { Handler } from '../bridge.ts';
import { stopIntakes, stoppable } from '../intake/going-on.ts';
import { openedMailbox, repliesInFiles, repliesInMailbox } from '../mailing/read-replies.ts';

type Own = {
  readonly [N in Extract<
    RequestName,
    | 'contact.readReplies'
    | 'contact.readMailbox'
    | 'contact.stopReading'
    | 'contact.checkMailbox'
    | 'study.mailbox'
    | 'study.setMailbox'
  >]: Handler<N>;
};

const steps = ['reached', 'tls', 'login', 'folder'] as const;

export const contactReplyRequests: Own = {
  'contact.readReplies': ({ files }, desk) =>
    desk.work(() => stoppable(desk, (stop) => repliesInFiles(files, desk, stop))),

  'contact.readMailbox': (_, desk) => desk.work(() => stoppable(desk, (stop) => repliesInMailbox(desk, stop))),

  async 'contact.stopReading'(_, desk) {
    stopIntakes(desk);
    return null;
  },

  async 'contact.checkMailbox'(_, desk) {
    const done = (until: number) => steps.slice(0, until).map((step) => ({ step, isDone: true }));
    try {
      const { mailbox, from, since } = await openedMailbox(desk);
      try {
        return { steps: done(steps.length), waiting: (await mailbox.find(from, since)).length };
      } finally {
        mailbox.close();
      }
    } catch (error) {
      const problem = error instanceof Refusal ? error.problem : undefined;
      if (problem?.problem !== 'contact.mailbox-refused') throw error;
      const { step, code } = problem;
      return { steps: [...done(steps.indexOf(step)), { step, isDone: false, code }] };
    }
  },

  async 'study.mailbox'(_, { settings }) {
    const mailbox = await settings.find('mailbox');
    const readOn = (await settings.find('mailboxRead'))?.on;
    return {
      ...(mailbox === undefined ? {} : { mailbox: { ...mailbox, login: shownLogin(mailbox.login) } }),
      ...(mailbox === undefined || readOn === undefined ? {} : { readOn }),
    };
  },

  async 'study.setMailbox'({ mailbox }, { settings, write }) {
    if (mailbox === undefined) {
      write('study.setMailbox', { isSet: false }, () => {
        settings.remove('mailbox');
        settings.remove('mailboxRead');
      });
      return null;
    }
    const before = await settings.find('mailbox');
    // What was kept for one server is not told to another.
    const kept = before?.host === mailbox.host ? before.login : undefined;
    const put = await settings.seal('mailbox', { ...mailbox, login: withKeptSecret(mailbox.login, kept) });
    write('study.setMailbox', { isSet: true }, put);
    return null;
  },
};
