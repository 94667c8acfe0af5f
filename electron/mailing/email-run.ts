/**
 * One run of e-mails: everyone who is due, one after another. The intent is recorded before a message goes and the result after it, so that a crash
 * leaves a question and never a second message. Who was not reached for now is tried again within the run, and stays due when that does not help.
 */
import type { SendingView } from '../../shared/fieldwork-views.ts';
import { refuse } from '../../shared/problem.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Protocol, Step } from '../../shared/study/protocol.ts';
import { openContacts, openLoginCodes } from '../contacts.ts';
import { casesDue, insertIntent, notWaiting, readyGroup, record, remove, stepDue } from '../deliveries.ts';
import type { Desk } from '../desk.ts';
import type { Delivery, Email, OpenMailHost } from '../post/email.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { StoredCase } from '../store/cases.ts';
import { unreachable } from '../unreachable.ts';
import { emailTo, type Sender, senderOf } from './email-to.ts';
import { waitUntil } from './waiting.ts';

/**
 * Minutes before those are tried again whom a server did not take for now: greylisting lets a message through after a few. Not longer: somebody's
 * place stays open as long as a run goes on.
 */
const againAfterMinutes = [5, 15];
/** So many refused one after another and nobody taken: then it is the server, and not these addresses. */
const allRefusedAt = 5;
/** So many connections lost one after another: the next one would be lost too. */
const allLostAt = 3;

interface Refused {
  readonly attempt: StoredAttempt;
  readonly email: Email;
  readonly of: 'address' | 'message';
}

type Counts = { -readonly [K in Exclude<keyof SendingView, 'stopped'>]: number };

export async function sendEmails(group: GroupCode, desk: Desk): Promise<SendingView> {
  const { store, settings, post } = desk;
  const { protocol, bureau } = await readyGroup(group, 'email', desk);
  const hostSettings = await settings.find('mailHost');
  // Invented people have no mailbox: without a mail host their messages are made, and go nowhere.
  if (hostSettings === undefined && !store.study.get().isPractice) refuse('contact.mail-host-missing', {});
  const { now: due, waiting } = await notWaiting(group, await casesDue(group, 'email', protocol, desk), 'email', desk);
  const host = hostSettings === undefined ? post.practiceMailHost() : post.openMailHost(hostSettings);
  const run = new Run(desk, protocol, senderOf(bureau, hostSettings), host, hostSettings?.pace);
  try {
    return { ...(await run.sendTo(due)), waiting };
  } finally {
    run.end();
    host.close();
  }
}

class Run {
  readonly #desk: Desk;
  readonly #protocol: Protocol;
  readonly #sender: Sender;
  readonly #host: OpenMailHost;
  readonly #apartMs: number;
  readonly #pauses: number;
  readonly #started = new Set<AttemptId>();
  readonly #counts: Counts = { sent: 0, failed: 0, postponed: 0, unclear: 0, paused: 0, waiting: 0 };
  #stopped: SendingView['stopped'];
  #nextMs = 0;
  /** Refused before anybody was taken: it is not known yet whether that was about their addresses. */
  #refused: Refused[] = [];
  #isAnyTaken = false;
  #lost = 0;
  #done = 0;

  constructor(desk: Desk, protocol: Protocol, sender: Sender, host: OpenMailHost, perMinute: number | undefined) {
    this.#desk = desk;
    this.#protocol = protocol;
    this.#sender = sender;
    this.#host = host;
    this.#apartMs = perMinute === undefined ? 0 : 60_000 / perMinute;
    this.#pauses = desk.session.pauses;
  }

  async sendTo(due: readonly StoredCase[]): Promise<SendingView> {
    let left = due;
    for (const minutes of [0, ...againAfterMinutes]) {
      if (left.length === 0) break;
      const { clock } = this.#desk.host;
      await waitUntil(clock.elapsedMs() + minutes * 60_000, clock, () => this.#isOver());
      left = await this.#round(left, due.length);
      if (this.#isOtherDay()) break;
      if (this.#isPaused()) {
        this.#counts.paused += left.filter((one) => this.#isStillDue(one)).length;
        left = [];
      }
      if (this.#stopped !== undefined) break;
    }
    this.#counts.postponed += left.length;
    await this.#settleRefused();
    this.#desk.progress(due.length, due.length);
    const stopped = left.length > 0 ? this.#stopped : undefined;
    return { ...this.#counts, ...(stopped === undefined ? {} : { stopped }) };
  }

  /** Once over these people; gives those who are still to be reached, all of the rest when the run has to stop. */
  async #round(due: readonly StoredCase[], total: number): Promise<readonly StoredCase[]> {
    const later: StoredCase[] = [];
    for (const [index, listed] of due.entries()) {
      this.#desk.progress(this.#done, total);
      await waitUntil(this.#nextMs, this.#desk.host.clock, () => this.#isOver());
      if ((await this.#send(listed)) === 'later') later.push(listed);
      else this.#done += 1;
      if (this.#stopped === undefined && !this.#isPaused() && !this.#isOtherDay()) continue;
      return [...later, ...this.#takeBackRefused(), ...due.slice(index + 1)];
    }
    return later;
  }

  async #send(listed: StoredCase): Promise<'done' | 'later'> {
    const { store, session, vault, host } = this.#desk;
    const [contact] = await openContacts(vault, [listed]);
    const [code] = await openLoginCodes(vault, [listed]);
    if (this.#isPaused() || this.#isOtherDay()) return 'later';
    // Asked again for each one, and intended in the same breath: someone may have answered or objected since the list was made.
    const one = store.cases.get(listed.id);
    const step = stepDue(one, 'email', this.#protocol, this.#desk);
    if (step === undefined || step.text === undefined) return 'done';
    // Another address or name since the list was made: the next sending has it.
    if (Buffer.compare(one.contact, listed.contact) !== 0) {
      this.#counts.postponed += 1;
      return 'done';
    }
    const attempt = this.#intend(one, step);
    const email = emailTo(contact!, code!, step.text, attempt.id, this.#sender);
    session.onTheirWay.add(attempt.id);
    this.#started.add(attempt.id);
    this.#nextMs = host.clock.elapsedMs() + this.#apartMs;
    const delivery = await this.#host.send(email).catch((error: unknown) => {
      session.onTheirWay.delete(attempt.id);
      throw error;
    });
    return this.#settle(attempt, email, delivery);
  }

  async #settle(attempt: StoredAttempt, email: Email, delivery: Delivery): Promise<'done' | 'later'> {
    const { session } = this.#desk;
    const isLost =
      delivery.kind === 'unclear' || (delivery.kind === 'temporary' && delivery.code === 'connection-lost');
    this.#lost = isLost ? this.#lost + 1 : 0;
    switch (delivery.kind) {
      case 'sent':
        this.#conclude(attempt, 'sent');
        this.#isAnyTaken = true;
        await this.#settleRefused();
        return 'done';
      case 'permanent':
        this.#refused.push({ attempt, email, of: delivery.of });
        if (this.#isAnyTaken || delivery.code === 'address-unsafe') await this.#settleRefused();
        if (this.#refused.length < allRefusedAt) return 'done';
        this.#stopped = { step: 'sender', code: 'all-refused' };
        return 'done';
      case 'unclear':
        session.onTheirWay.delete(attempt.id);
        this.#counts.unclear += 1;
        if (this.#lost >= allLostAt) this.#stopped = { step: 'sent', code: 'connection-lost' };
        return 'done';
      case 'temporary':
        this.#takeBack(attempt);
        if (this.#lost >= allLostAt) this.#stopped = { step: 'reached', code: 'connection-lost' };
        return 'later';
      case 'host':
        this.#takeBack(attempt);
        this.#stopped = { step: delivery.step, code: delivery.code };
        return 'later';
    }
  }

  /** Nothing was handed over to those who are held back: when the run breaks off, they are due as if it had not been. */
  end(): void {
    try {
      if (this.#desk.session.study === this.#desk.study) this.#takeBackRefused();
    } finally {
      // Of whomever nothing could be written down it is unclear from now on, and no longer under way.
      for (const id of this.#started) this.#desk.session.onTheirWay.delete(id);
    }
  }

  #isPaused(): boolean {
    return this.#desk.session.pauses !== this.#pauses;
  }

  /** What was due yesterday may be closed today: who is left is looked at anew by the next run. A closed study has no day to ask. */
  #isOtherDay(): boolean {
    const { store, host, today, session, study } = this.#desk;
    return session.study === study && (store.study.get().practiceDay ?? host.today()) !== today;
  }

  /** Nobody waits any longer: it was paused, or the study was closed, and then the next step of the run fails. */
  #isOver(): boolean {
    return this.#isPaused() || this.#desk.session.study !== this.#desk.study;
  }

  #isStillDue({ id }: StoredCase): boolean {
    return stepDue(this.#desk.store.cases.get(id), 'email', this.#protocol, this.#desk) !== undefined;
  }

  #intend(one: StoredCase, step: Step): StoredAttempt {
    return this.#desk.write('contact.intend', { step: step.id }, () =>
      insertIntent(one, step, this.#protocol, this.#desk),
    );
  }

  #conclude(attempt: StoredAttempt, outcome: 'sent' | 'failed', more: () => void = () => undefined): void {
    this.#desk.write(`contact.${outcome}`, { step: attempt.step }, () => {
      record(attempt, outcome, attempt.on, this.#protocol, this.#desk);
      more();
    });
    this.#desk.session.onTheirWay.delete(attempt.id);
    this.#counts[outcome] += 1;
  }

  #takeBack(attempt: StoredAttempt): void {
    this.#desk.write('contact.notSent', { step: attempt.step }, () => remove(attempt, this.#protocol, this.#desk));
    this.#desk.session.onTheirWay.delete(attempt.id);
  }

  /** These will not be reached by e-mail: an address that is refused is not used again. */
  async #settleRefused(): Promise<void> {
    for (let each = this.#refused[0]; each !== undefined; each = this.#refused[0]) {
      const { attempt, email, of } = each;
      const failed = { caseId: attempt.caseId, channels: ['email'], email: email.to.address } as const;
      const mark = of === 'address' ? await unreachable([failed], this.#desk) : undefined;
      this.#conclude(attempt, 'failed', mark);
      this.#refused.shift();
    }
  }

  #takeBackRefused(): readonly StoredCase[] {
    return this.#refused.splice(0).map(({ attempt }) => {
      this.#takeBack(attempt);
      return this.#desk.store.cases.get(attempt.caseId);
    });
  }
}
