/** Contact by e-mail. The intent is recorded before the act and the result after it: a crash leaves a question, never a second message. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { settled } from '../../shared/study/case.ts';
import { fullName } from '../../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../../shared/study/disposition.ts';
import type { Protocol } from '../../shared/study/protocol.ts';
import type { FailuresView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { openContacts } from '../contacts.ts';
import { record, remove } from '../deliveries.ts';
import type { Desk } from '../desk.ts';
import { sendEmails } from '../mailing/email-run.ts';
import { dueOf } from '../next-due.ts';
import type { Session } from '../session.ts';
import type { StoredAttempt } from '../store/attempts.ts';

type Emails = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.sendEmails' | 'contact.pauseSending' | 'contact.failures' | 'contact.unclear' | 'contact.settle'
  >]: Handler<N>;
};

export const contactEmailRequests: Emails = {
  'contact.sendEmails': ({ group }, desk) => desk.work(() => sendEmails(group, desk)),

  async 'contact.pauseSending'(_, { session }) {
    session.pauses += 1;
    return null;
  },

  async 'contact.failures'(_, { store, vault, settings }) {
    const failed = store.attempts
      .all()
      .filter(({ outcome }) => unreached.includes(outcome))
      .toSorted((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.id < b.id ? -1 : 1));
    const shown = failed.slice(0, failuresShown).map((attempt) => ({ attempt, one: store.cases.get(attempt.caseId) }));
    const contacts = await openContacts(
      vault,
      shown.map(({ one }) => one),
    );
    const failures: FailuresView['failures'][number][] = [];
    for (const [index, { attempt, one }] of shown.entries()) {
      const { channel, step, on, outcome } = attempt;
      const contact = contacts[index]!;
      const protocol = await settings.find('protocol', one.group);
      const next = protocol && dueOf(protocol, one, store);
      failures.push({
        ...{ caseId: one.id, group: one.group, name: fullName(contact), channel, step, on, outcome },
        ...(channel === 'email' && contact.email !== undefined ? { email: contact.email } : {}),
        ...(next === undefined ? {} : { next: { on: next.on, channel: next.step.channel } }),
        isFinal: settled(one.state).kind === 'final',
      });
    }
    return { failures, total: failed.length };
  },

  async 'contact.unclear'(_, { store, session, vault }) {
    const unclear = store.attempts.all().filter((attempt) => isUnclear(attempt, session));
    const contacts = await openContacts(
      vault,
      unclear.slice(0, failuresShown).map(({ caseId }) => store.cases.get(caseId)),
    );
    const attempts = unclear.map(({ id, channel, step, on }, nr) => {
      const contact = contacts[nr];
      const to = contact && {
        name: fullName(contact),
        ...(contact.email === undefined ? {} : { email: contact.email }),
      };
      return { ...{ attempt: id, channel, step, on }, ...(to === undefined ? {} : { to }) };
    });
    return { attempts };
  },

  async 'contact.settle'({ attempt: id, wasSent }, desk) {
    const { store, settings, session } = desk;
    const attempt = store.attempts.find(id);
    if (attempt === undefined || !isUnclear(attempt, session)) return refuse('study.changed-meanwhile', {});
    const protocol = await settings.get('protocol', store.cases.get(attempt.caseId).group);
    if (wasSent) conclude(attempt, protocol, desk);
    else takeBack(attempt, protocol, desk);
    return null;
  },
};

/** What came back, or reached someone else. */
const unreached: readonly AttemptOutcome[] = ['failed', 'bounced', 'returned', 'wrong-number'];
/** One page: never more names at once than someone works through. */
const failuresShown = 50;

/** What is in a batch waits for someone to say that it was posted, a call for its interviewer: only an e-mail that is not just being sent can be unclear. */
function isUnclear({ id, outcome, channel, batch }: StoredAttempt, { onTheirWay }: Session): boolean {
  return outcome === 'intended' && channel === 'email' && batch === undefined && !onTheirWay.has(id);
}

/** Whenever it is settled, it was sent on the day on which it was intended. */
function conclude(attempt: StoredAttempt, protocol: Protocol, desk: Desk): void {
  desk.write('contact.sent', { step: attempt.step }, () => record(attempt, 'sent', attempt.on, protocol, desk));
}

function takeBack(attempt: StoredAttempt, protocol: Protocol, desk: Desk): void {
  desk.write('contact.notSent', { step: attempt.step }, () => remove(attempt, protocol, desk));
}
