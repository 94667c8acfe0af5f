/** Contact by e-mail and letter. The intent is recorded before the act and the result after it: a crash leaves a question, never a second message. */
import type { Day } from '../../shared/calendar.ts';
import { addressLines, fieldsFor, messageOf, writtenDay } from '../../shared/contact/message.ts';
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { dueContact, isDue } from '../../shared/schedule/due-contact.ts';
import { refuseOutsideAgreement } from '../../shared/study/agreement.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import { type Bureau, personalLink } from '../../shared/study/bureau.ts';
import { type Channel, fullName } from '../../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../../shared/study/disposition.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import type { Protocol, Step } from '../../shared/study/protocol.ts';
import type { Handler } from '../bridge.ts';
import { openContacts, openLoginCodes } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import type { Session } from '../session.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { BatchId } from '../store/batches.ts';
import type { StoredCase } from '../store/cases.ts';

type Messages = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.sendEmails' | 'contact.makeLetters' | 'contact.markPosted' | 'contact.unclear' | 'contact.settle'
  >]: Handler<N>;
};

export const contactMessageRequests: Messages = {
  async 'contact.sendEmails'({ group }, desk) {
    const { store, settings, session, vault, post, progress } = desk;
    const { protocol, bureau } = await readyGroup(group, desk);
    const hostSettings = (await settings.find('mailHost')) ?? refuse('contact.mail-host-missing', {});
    const due = casesDue(group, 'email', protocol, desk);
    const counts = { sent: 0, failed: 0, postponed: 0, unclear: 0 };
    const host = post.openMailHost(hostSettings);
    try {
      for (const [index, listed] of due.entries()) {
        progress(index, due.length);
        const [contact] = await openContacts(vault, [listed]);
        const [code] = await openLoginCodes(vault, [listed]);
        // Asked again for each one, and intended in the same breath: someone may have answered or objected since the list was made.
        const one = store.cases.get(listed.id);
        const step = stepDue(one, 'email', protocol, desk);
        if (step === undefined || step.text === undefined) continue;
        const { subject, paragraphs } = messageOf(step.text, fieldsFor(contact!, code!, bureau));
        const attempt = intend(one, step, protocol, desk);
        session.onTheirWay.add(attempt.id);
        const sending = host.send({
          to: { address: contact!.email!, name: fullName(contact!) },
          from: { address: hostSettings.from, name: bureau.name },
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
  },

  async 'contact.makeLetters'({ group, target }, desk) {
    const { store, vault, write, host, today, progress } = desk;
    const { protocol, bureau } = await readyGroup(group, desk);
    const due = casesDue(group, 'letter', protocol, desk);
    const first = due[0] ?? refuse('contact.nothing-due', {});
    const step = stepDue(first, 'letter', protocol, desk)!;
    const batchCases = due.filter((one) => stepDue(one, 'letter', protocol, desk)?.id === step.id);
    const contacts = await openContacts(vault, batchCases);
    const codes = await openLoginCodes(vault, batchCases);
    const letters = batchCases
      .map((_, index) => {
        const contact = contacts[index]!;
        const message = messageOf(step.text!, fieldsFor(contact, codes[index]!, bureau));
        const letter = {
          address: addressLines(contact),
          date: writtenDay(today),
          ...message,
          code: printedCode(codes[index]!),
          link: personalLink(bureau, codes[index]!),
        };
        return { postcode: contact.postcode ?? '', letter };
      })
      .toSorted((a, b) => (a.postcode < b.postcode ? -1 : 1))
      .map(({ letter }) => letter);

    const batch = { id: newId() as BatchId, group, step: step.id, madeOn: today, letters: letters.length, version: 1 };
    const path = host.pathOf(target);
    const handout = newId();
    const [sealedPath] = await vault.ask('sealSettings', [
      { table: 'handouts', row: handout, field: 'path', text: path },
    ]);
    const entry = {
      id: handout,
      kind: 'letters',
      madeOn: today,
      pieces: letters.length,
      sha256: '',
      path: sealedPath!,
    } as const;
    const attempts = write('contact.makeLetters', { group, step: step.id, letters: letters.length }, () => {
      store.batches.insert(batch);
      store.handouts.insert(entry);
      return batchCases.map((one) => insertIntent(one, step, protocol, desk, batch.id));
    });
    const undo = (why: string) =>
      write('contact.lettersNotMade', { group, step: step.id, why }, () => {
        for (const attempt of attempts) remove(attempt, protocol, desk);
        store.handouts.remove(handout);
        store.batches.remove(batch.id);
      });
    try {
      const head = { sender: bureau.name, returnAddress: bureau.returnAddress, contact: bureau.objectTo };
      const onProgress = (done: number) => progress(done, letters.length);
      const printed = await desk.post.writeLetters(letters, head, path, { onProgress });
      if (printed.kind === 'refused') {
        undo('letters do not fit');
        const [fault] = printed.faults;
        return refuse('contact.letters-do-not-fit', {
          letters: printed.faults.length,
          part: fault!.part,
          fault: fault!.fault,
        });
      }
      if (printed.kind === 'cancelled' || printed.pages !== letters.length)
        throw new Error('the letters were not all printed');
    } catch (error) {
      if (store.batches.find(batch.id) !== undefined) undo('not printed');
      throw error;
    }
    const sha256 = await desk.files.fileHash(path);
    write('contact.lettersMade', { group, step: step.id, letters: letters.length }, () =>
      store.handouts.setHash(handout, sha256),
    );
    return { batch: batch.id, letters: letters.length, sha256 };
  },

  async 'contact.markPosted'({ batch: id }, desk) {
    const { store, settings, write, today } = desk;
    const batch = store.batches.find(id) ?? refuse('contact.batch-unknown', {});
    if (batch.postedOn !== undefined) refuse('contact.batch-already-posted', {});
    const protocol = await settings.get('protocol', batch.group);
    write('contact.markPosted', { group: batch.group, step: batch.step, letters: batch.letters }, () => {
      store.batches.markPosted(batch, today);
      for (const attempt of store.attempts.ofBatch(batch.id)) {
        if (attempt.outcome === 'intended') record(attempt, 'posted', today, protocol, desk);
      }
    });
    return null;
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

/** Troubles with the server itself: the next message would meet the same one, after another long wait. */
const hostTroubles: readonly string[] = ['unreachable', 'login', 'tls'];

/** A letter waits for someone to say that it was posted, a call for its interviewer: only an e-mail that is not just being sent can be unclear. */
function isUnclear({ id, outcome, channel }: StoredAttempt, { onTheirWay }: Session): boolean {
  return outcome === 'intended' && channel === 'email' && !onTheirWay.has(id);
}

async function readyGroup(
  group: GroupCode,
  { store, settings, today }: Desk,
): Promise<{ protocol: Protocol; bureau: Bureau }> {
  if (!store.groups.all().includes(group)) refuse('study.group-unknown', { group });
  refuseOutsideAgreement((await settings.find('agreement')) ?? {}, today);
  const protocol =
    (await settings.find('protocol', group)) ?? refuse('study.group-not-ready', { group, missing: 'protocol' });
  const bureau = (await settings.find('bureau')) ?? refuse('contact.texts-incomplete', { missing: ['bureau'] });
  return { protocol, bureau };
}

function stepDue(one: StoredCase, channel: Channel, protocol: Protocol, { store, today }: Desk): Step | undefined {
  const due = dueContact(protocol, one, store.attempts.ofCase(one.id));
  return due !== undefined && due.step.channel === channel && isDue(due, protocol, today) ? due.step : undefined;
}

function casesDue(group: GroupCode, channel: Channel, protocol: Protocol, desk: Desk): readonly StoredCase[] {
  return desk.store.cases
    .dueBy(desk.today)
    .filter((one) => one.group === group && stepDue(one, channel, protocol, desk) !== undefined);
}

function insertIntent(
  one: StoredCase,
  step: Step,
  protocol: Protocol,
  { store, today }: Desk,
  batch?: BatchId,
): StoredAttempt {
  const attempt: StoredAttempt = {
    id: newId() as AttemptId,
    caseId: one.id,
    step: step.id,
    channel: step.channel,
    on: today,
    outcome: 'intended',
    ...(batch === undefined ? {} : { batch }),
    version: 1,
  };
  store.attempts.insert(attempt);
  store.cases.change(one, { nextDue: dueContact(protocol, one, store.attempts.ofCase(one.id))?.on });
  return attempt;
}

function intend(one: StoredCase, step: Step, protocol: Protocol, desk: Desk): StoredAttempt {
  return desk.write('contact.intend', { step: step.id }, () => insertIntent(one, step, protocol, desk));
}

/** Inside a write: the result of an attempt, and what is due for its case after it. */
function record(attempt: StoredAttempt, outcome: AttemptOutcome, on: Day, protocol: Protocol, { store }: Desk): void {
  store.attempts.change(attempt, { outcome, on });
  const one = store.cases.get(attempt.caseId);
  store.cases.change(one, { nextDue: dueContact(protocol, one, store.attempts.ofCase(one.id))?.on });
}

/** Whenever it is settled, it was sent on the day on which it was intended. */
function conclude(attempt: StoredAttempt, outcome: 'sent' | 'failed', protocol: Protocol, desk: Desk): void {
  desk.write(`contact.${outcome}`, { step: attempt.step }, () => record(attempt, outcome, attempt.on, protocol, desk));
}

/** Inside a write: the attempt was certainly not made, so it is as if it had not been intended. */
function remove(attempt: StoredAttempt, protocol: Protocol, { store }: Desk): void {
  store.attempts.remove(attempt);
  const one = store.cases.get(attempt.caseId);
  store.cases.change(one, { nextDue: dueContact(protocol, one, store.attempts.ofCase(one.id))?.on });
}

function takeBack(attempt: StoredAttempt, protocol: Protocol, desk: Desk): void {
  desk.write('contact.notSent', { step: attempt.step }, () => remove(attempt, protocol, desk));
}
