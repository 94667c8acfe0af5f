/** What follows from messages that came back or in: each that changes something is one write, and reading it again changes nothing. */
import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Incoming } from '../../shared/contact/read-incoming.ts';
import type { RepliesView } from '../../shared/contact-views.ts';
import { type Problem, Refusal } from '../../shared/problem.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import { type CaseId, settled } from '../../shared/study/case.ts';
import { type Channel, channels as channelNames } from '../../shared/study/contact-data.ts';
import type { AttemptOutcome, FinalCode } from '../../shared/study/disposition.ts';
import { strongerCode } from '../../shared/study/final-code.ts';
import { record } from '../deliveries.ts';
import type { Desk } from '../desk.ts';
import { dueOf } from '../next-due.ts';
import { stopCase } from '../stopping.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import { unreachable } from '../unreachable.ts';

export type Found = Incoming | { readonly kind: 'unreadable' };

type Counted = Exclude<keyof RepliesView, 'read' | 'next' | 'stopped'>;

/** What was found so far. */
export class Replies {
  readonly #counts: Record<Counted, number> = {
    ...{ bounced: 0, gaveUp: 0, delayed: 0, autoReplies: 0, optedOut: 0 },
    ...{ toRead: 0, known: 0, unknown: 0, unreadable: 0 },
  };
  readonly #notDelivered = new Set<CaseId>();

  add({ as, cameBack }: Followed): void {
    this.#counts[as] += 1;
    if (cameBack !== undefined) this.#notDelivered.add(cameBack);
  }

  /** For the journal: what there was, without the noughts. */
  get detail(): Readonly<Record<string, number>> {
    const found = Object.entries(this.#counts).filter(([, messages]) => messages > 0);
    return { read: this.read, ...Object.fromEntries(found) };
  }

  get read(): number {
    return Object.values(this.#counts).reduce((sum, messages) => sum + messages, 0);
  }

  get unreadable(): number {
    return this.#counts.unreadable;
  }

  async view({ store, settings }: Desk, stopped?: RepliesView['stopped']): Promise<RepliesView> {
    const channels = new Map<Channel | undefined, number>();
    for (const id of this.#notDelivered) {
      const one = store.cases.find(id);
      if (one === undefined || one.state.kind !== 'open') continue;
      const protocol = await settings.find('protocol', one.group);
      const channel = protocol && dueOf(protocol, one, store)?.step.channel;
      channels.set(channel, (channels.get(channel) ?? 0) + 1);
      await setImmediate();
    }
    const next = ([...channelNames, undefined] as const).flatMap((channel) => {
      const cases = channels.get(channel);
      return cases === undefined ? [] : [{ ...(channel === undefined ? {} : { channel }), cases }];
    });
    return { read: this.read, ...this.#counts, next, ...(stopped === undefined ? {} : { stopped }) };
  }
}

/** Goes through what was found, one after another; ends after the one at hand when it is stopped. */
export async function followAll(found: readonly Found[], into: Replies, desk: Desk, stop?: AbortSignal): Promise<void> {
  for (const each of found) {
    if (stop?.aborted) return;
    into.add(await followed(each, desk));
    // Whoever waits for an answer is next.
    await setImmediate();
  }
}

/** What a message counts as, once what follows from it is stored. */
interface Followed {
  readonly as: Counted;
  /** Whom a message did not reach. */
  readonly cameBack?: CaseId;
}

async function followed(found: Found, desk: Desk): Promise<Followed> {
  if (found.kind === 'unreadable') return { as: 'unreadable' };
  const attempts = found.attempts.flatMap((id) => sentByEmail(id, desk) ?? []);
  const [attempt] = attempts;
  if (attempt === undefined) return { as: 'unknown' };
  const cases = new Set(attempts.map(({ caseId }) => caseId));
  switch (found.kind) {
    case 'bounced':
    case 'given-up':
      return cameBack(attempt.id, found, desk);
    case 'opted-out':
      // Nobody is stopped for what someone else wrote.
      return { as: cases.size > 1 ? 'toRead' : optOut(attempt.caseId, desk) };
    case 'delayed':
      return { as: 'delayed' };
    case 'automatic':
      return { as: 'autoReplies' };
    default:
      return { as: 'toRead' };
  }
}

function sentByEmail(id: AttemptId, { store }: Desk): StoredAttempt | undefined {
  const attempt = store.attempts.find(id);
  return attempt?.channel === 'email' ? attempt : undefined;
}

/** As the outcome of an e-mail stands before anything came back; `intended`: nobody knew whether it was sent, and now it is clear that it was. */
const underWay: readonly AttemptOutcome[] = ['intended', 'sent', 'posted'];

async function cameBack(id: AttemptId, found: Incoming, desk: Desk): Promise<Followed> {
  const { store, settings, session, write } = desk;
  // It came back sooner than the server said that it took it: the sending says so first.
  while (session.onTheirWay.has(id)) await setTimeout(onTheirWayMs);
  const attempt = store.attempts.find(id);
  const one = attempt && store.cases.find(attempt.caseId);
  if (attempt === undefined || one === undefined || !underWay.includes(attempt.outcome)) return { as: 'known' };
  // Data that are set aside are not worked with.
  if (one.state.kind === 'restricted') return { as: 'known' };
  const protocol = await settings.get('protocol', one.group);
  const isForGood = found.kind === 'bounced';
  const email = found.sentTo === undefined ? {} : { email: found.sentTo };
  const takeOff = isForGood ? await unreachable([{ caseId: one.id, channels: ['email'], ...email }], desk) : undefined;
  try {
    write(isForGood ? 'contact.bounced' : 'contact.gaveUp', { step: attempt.step }, () => {
      record(attempt, 'bounced', attempt.on, protocol, desk);
      takeOff?.();
    });
  } catch (error) {
    // Someone was at work on it meanwhile: it is looked at again.
    if (isProblem(error, 'study.changed-meanwhile')) return cameBack(id, found, desk);
    throw error;
  }
  return { as: isForGood ? 'bounced' : 'gaveUp', cameBack: one.id };
}

/** How often it is looked whether a message has been handed over. */
const onTheirWayMs = 20;

/** Whoever objects counts as a refusal: AAPOR has no code for it. */
const optOutCode: FinalCode = '2.11';

function optOut(caseId: CaseId, desk: Desk): 'optedOut' | 'known' {
  const { store, session, write } = desk;
  const one = store.cases.get(caseId);
  // Whoever wants it stopped may rely on it, also when it ended by a call that could still be taken back.
  session.keepEnding(caseId);
  const stands = settled(one.state);
  if (stands.kind === 'final' && strongerCode(stands.code, optOutCode) === stands.code) return 'known';
  write('contact.optedOut', { group: one.group }, () => stopCase(one, optOutCode, desk));
  return 'optedOut';
}

const isProblem = (error: unknown, problem: Problem['problem']): boolean =>
  error instanceof Refusal && error.problem.problem === problem;
