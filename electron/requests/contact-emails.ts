/** Contact by e-mail. The intent is recorded before the act and the result after it: a crash leaves a question, never a second message. */
import { fieldsFor, messageOf, receiverOf } from '../../shared/contact/message.ts';
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { personalLink } from '../../shared/study/bureau.ts';
import { fullName } from '../../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../../shared/study/disposition.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Protocol, Step } from '../../shared/study/protocol.ts';
import type { SendingView } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { openContacts, openLoginCodes } from '../contacts.ts';
import { casesDue, insertIntent, notWaiting, readyGroup, record, remove, stepDue } from '../deliveries.ts';
import type { Desk } from '../desk.ts';
import type { Session } from '../session.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { StoredCase } from '../store/cases.ts';

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

  async 'contact.failures'(_, { store, vault }) {
    const failed = store.attempts
      .all()
      .filter(({ outcome }) => unreached.includes(outcome))
      .toSorted((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : a.id < b.id ? -1 : 1));
    const shown = failed.slice(0, failuresShown).map((attempt) => ({ attempt, one: store.cases.get(attempt.caseId) }));
    const contacts = await openContacts(
      vault,
      shown.map(({ one }) => one),
    );
    const failures = shown.map(({ attempt: { channel, step, on, outcome }, one }, index) => {
      return { caseId: one.id, group: one.group, name: fullName(contacts[index]!), channel, step, on, outcome };
    });
    return { failures, total: failed.length };
  },

  async 'contact.unclear'(_, { store, session }) {
    const attempts = store.attempts
      .all()
      .filter((attempt) => isUnclear(attempt, session))
      .map(({ id, channel, step, on }) => ({ attempt: id, channel, step, on }));
    return { attempts };
  },

  async 'contact.settle'({ attempt: id, wasSent }, desk) {
    const { store, settings, session } = desk;
    const attempt = store.attempts.find(id);
    if (attempt === undefined || !isUnclear(attempt, session)) return refuse('study.changed-meanwhile', {});
    const protocol = await settings.get('protocol', store.cases.get(attempt.caseId).group);
    if (wasSent) conclude(attempt, 'sent', protocol, desk);
    else takeBack(attempt, protocol, desk);
    return null;
  },
};

/** What came back, or reached someone else. */
const unreached: readonly AttemptOutcome[] = ['failed', 'returned', 'wrong-number'];
/** One page: never more names at once than someone works through. */
const failuresShown = 50;

async function sendEmails(group: GroupCode, desk: Desk): Promise<SendingView> {
  const { store, settings, session, vault, post, progress } = desk;
  const { protocol, bureau } = await readyGroup(group, 'email', desk);
  const hostSettings = await settings.find('mailHost');
  // Invented people have no mailbox: without a mail host their messages are made, and go nowhere.
  const isPractice = hostSettings === undefined && store.study.get().isPractice;
  const from = hostSettings?.from ?? (isPractice ? bureau.objectTo : refuse('contact.mail-host-missing', {}));
  const { now: due, waiting } = await notWaiting(group, casesDue(group, 'email', protocol, desk), 'email', desk);
  const host = hostSettings === undefined ? post.practiceMailHost() : post.openMailHost(hostSettings);
  const counts = { sent: 0, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting };
  const { pauses } = session;
  try {
    for (const [index, listed] of due.entries()) {
      progress(index, due.length);
      const [contact] = await openContacts(vault, [listed]);
      const [code] = await openLoginCodes(vault, [listed]);
      if (session.pauses !== pauses) {
        const isStillDue = ({ id }: StoredCase) => stepDue(store.cases.get(id), 'email', protocol, desk) !== undefined;
        counts.paused = due.slice(index).filter(isStillDue).length;
        break;
      }
      // Asked again for each one, and intended in the same breath: someone may have answered or objected since the list was made.
      const one = store.cases.get(listed.id);
      const step = stepDue(one, 'email', protocol, desk);
      if (step === undefined || step.text === undefined) continue;
      // Another address or name since the list was made: the next sending has it.
      if (Buffer.compare(one.contact, listed.contact) !== 0) {
        counts.postponed += 1;
        continue;
      }
      const { subject, paragraphs } = messageOf(step.text, fieldsFor(contact!, code!, bureau));
      const attempt = intend(one, step, protocol, desk);
      session.onTheirWay.add(attempt.id);
      const sending = host.send({
        to: { address: contact!.email!, name: receiverOf(contact!) },
        from: { address: from, name: bureau.name },
        subject,
        text: paragraphs.join('\n\n'),
        messageKey: attempt.id,
        link: personalLink(bureau, code!),
        objectTo: bureau.objectTo,
      });
      const delivery = await sending.finally(() => session.onTheirWay.delete(attempt.id));
      if (delivery.kind === 'unclear') counts.unclear += 1;
      else if (delivery.kind === 'temporary') {
        takeBack(attempt, protocol, desk);
        const isHostInTrouble = hostTroubles.includes(delivery.code);
        counts.postponed += isHostInTrouble ? due.length - index : 1;
        if (isHostInTrouble) break;
      } else {
        conclude(attempt, delivery.kind === 'sent' ? 'sent' : 'failed', protocol, desk);
        counts[delivery.kind === 'sent' ? 'sent' : 'failed'] += 1;
      }
    }
    progress(due.length, due.length);
  } finally {
    host.close();
  }
  return counts;
}

/** Troubles with the server itself: the next message would meet the same one, after another long wait. */
const hostTroubles: readonly string[] = ['unreachable', 'login', 'tls'];

/** A letter waits for someone to say that it was posted, a call for its interviewer: only an e-mail that is not just being sent can be unclear. */
function isUnclear({ id, outcome, channel }: StoredAttempt, { onTheirWay }: Session): boolean {
  return outcome === 'intended' && channel === 'email' && !onTheirWay.has(id);
}

function intend(one: StoredCase, step: Step, protocol: Protocol, desk: Desk): StoredAttempt {
  return desk.write('contact.intend', { step: step.id }, () => insertIntent(one, step, protocol, desk));
}

/** Whenever it is settled, it was sent on the day on which it was intended. */
function conclude(attempt: StoredAttempt, outcome: 'sent' | 'failed', protocol: Protocol, desk: Desk): void {
  desk.write(`contact.${outcome}`, { step: attempt.step }, () => record(attempt, outcome, attempt.on, protocol, desk));
}

function takeBack(attempt: StoredAttempt, protocol: Protocol, desk: Desk): void {
  desk.write('contact.notSent', { step: attempt.step }, () => remove(attempt, protocol, desk));
}
