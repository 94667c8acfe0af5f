/** What comes back by post, known by the code on it: letters that did not arrive, and answer slips. */
import { withNewNumber } from '../../shared/contact/new-number.ts';
import type { BackRecorded } from '../../shared/contact-views.ts';
import type { Input, RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import {
  channels as allChannels,
  type ContactData,
  usableChannels,
  withNewChances,
} from '../../shared/study/contact-data.ts';
import type { AttemptOutcome, FinalCode } from '../../shared/study/disposition.ts';
import type { Handler } from '../bridge.ts';
import { caseOfLetter } from '../case-by-code.ts';
import { keysOfCase, openContacts } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import { dueOf } from '../next-due.ts';
import type { Back } from '../session.ts';
import { stopCase } from '../stopping.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { StoredCase } from '../store/cases.ts';
import { unreachable } from '../unreachable.ts';

type Returned = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.recordReturn' | 'contact.recordSlip' | 'contact.undoBack'
  >]: Handler<N>;
};

type ReturnKind = Input<'contact.recordReturn'>['kind'];

const outcomes: Readonly<Record<ReturnKind, AttemptOutcome>> = {
  undeliverable: 'returned',
  moved: 'moved',
  refused: 'refused',
  deceased: 'deceased',
};
/** What ends the contact in every channel: an envelope sent back with 'refused' on it is a refusal (AAPOR 2.11). */
const finalKinds: Readonly<Partial<Record<ReturnKind, FinalCode>>> = { refused: '2.11', deceased: '2.31' };

export const contactReturnedRequests: Returned = {
  async 'contact.recordReturn'({ code, kind }, desk) {
    const { store, session, write } = desk;
    const one = caseOfLetter(code, desk);
    const letter = postedLetter(one, desk) ?? refuse('contact.never-sent', { channel: 'letter' });
    const final = finalKinds[kind];
    const isOpen = one.state.kind === 'open';
    const takeOff =
      isOpen && final === undefined
        ? await unreachable([{ caseId: one.id, channels: ['letter', 'visit'] }], desk)
        : undefined;
    session.keepEnding(one.id);
    const back = write('contact.recordReturn', { group: one.group, cameBack: kind }, () => {
      // Taken back, they would stand as they were before someone changed them.
      if (store.cases.get(one.id).version !== one.version) refuse('study.changed-meanwhile', {});
      const after = store.attempts.change(letter, { outcome: outcomes[kind] });
      const draft = isOpen && final !== undefined ? store.drafts.take(one.id) : undefined;
      if (final !== undefined) stopCase(one, final, desk);
      takeOff?.();
      return { attempt: { before: letter, after }, ...(draft === undefined ? {} : { draft }) };
    });
    return recorded(one, back, desk);
  },

  async 'contact.recordSlip'({ code, phone, language, declines }, desk) {
    const { store, session, vault, write } = desk;
    const one = caseOfLetter(code, desk);
    if (!declines && phone === undefined && language === undefined) refuse('contact.slip-empty', {});
    const detail = { group: one.group, declines, phone: phone !== undefined, language: language !== undefined };
    session.keepEnding(one.id);
    if (declines) {
      const back = write('contact.recordSlip', { ...detail, phone: false, language: false }, () => {
        const draft = one.state.kind === 'open' ? store.drafts.take(one.id) : undefined;
        stopCase(one, '2.11', desk);
        return draft === undefined ? {} : { draft };
      });
      return recorded(one, back, desk);
    }
    if (one.state.kind !== 'open') refuse('contact.case-final', {});
    const [known] = await openContacts(vault, [one]);
    const contact = await withSlip(known!, { phone, language }, desk);
    const channels = usableChannels(contact, await desk.settings.get('group', one.group));
    const place = { ...keysOfCase(one), table: 'cases', row: one.id, field: 'contact' };
    const [sealed] = await vault.ask('sealCase', [{ ...place, text: JSON.stringify(contact) }]);
    const protocol = await desk.settings.find('protocol', one.group);
    write('contact.recordSlip', detail, () => {
      const next = protocol && dueOf(protocol, { ...one, channels }, store);
      store.cases.correct(one, { contact: sealed!, channels, nextDue: next?.on });
    });
    return recorded(one, {}, desk);
  },

  async 'contact.undoBack'(_, desk) {
    const { store, settings, session, person, write } = desk;
    const back = session.backs.get(person.id) ?? refuse('contact.nothing-to-undo', {});
    const { one, attempt, draft } = back;
    const now = store.cases.find(one.id);
    if (now?.version !== back.version) return refuse('contact.nothing-to-undo', {});
    const protocol = await settings.find('protocol', one.group);
    write('contact.undoBack', { group: one.group }, () => {
      if (attempt !== undefined) store.attempts.putBack(attempt.after, attempt.before);
      if (draft !== undefined) store.drafts.putBack(draft);
      store.cases.correct(now, { contact: one.contact, channels: one.channels, nextDue: now.nextDue });
      const again = { ...store.cases.get(one.id), state: one.state };
      const next = protocol && dueOf(protocol, again, store);
      store.cases.change(store.cases.get(one.id), { state: one.state, nextDue: next?.on });
    });
    session.backs.delete(person.id);
    return null;
  },
};

/** The letter that may come back: the last one that was posted, also when it was put down otherwise before. */
function postedLetter(one: StoredCase, { store }: Desk): StoredAttempt | undefined {
  const mayCome: readonly AttemptOutcome[] = ['posted', ...Object.values(outcomes)];
  return store.attempts
    .ofCase(one.id)
    .filter(({ channel, outcome }) => channel === 'letter' && mayCome.includes(outcome))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1);
}

/** What someone wrote on the slip themselves: a number given there is their consent to be rung at it. */
async function withSlip(
  known: ContactData,
  { phone, language }: { readonly phone?: string | undefined; readonly language?: string | undefined },
  { settings, files }: Desk,
): Promise<ContactData> {
  const spoken = language === undefined ? known : { ...known, language };
  if (phone === undefined) return spoken;
  const allowed = (await settings.find('agreement'))?.allowedFields ?? [];
  if (!allowed.includes('phone') && !allowed.includes('mobile'))
    refuse('case.field-refused', { field: 'phone', why: 'not-allowed' });
  const number = files.readPhone(phone) ?? refuse('case.field-refused', { field: 'phone', why: 'unreadable' });
  const others = known.phones.filter((one) => one !== number);
  const given = withNewNumber(others, number);
  const phones = given.kind === 'numbers' ? given.phones : [number];
  const agreed = allChannels.filter((channel) => channel === 'phone' || known.channels.includes(channel));
  return withNewChances(known, { ...spoken, phones, channels: agreed });
}

/** Keeps what it takes to take it back, and says what comes next for this person. */
async function recorded(
  one: StoredCase,
  back: Pick<Back, 'attempt' | 'draft'>,
  { store, settings, session, person }: Desk,
): Promise<BackRecorded> {
  const now = store.cases.get(one.id);
  session.backs.set(person.id, { one, version: now.version, ...back });
  const protocol = await settings.find('protocol', one.group);
  const next = protocol && dueOf(protocol, now, store);
  return {
    group: one.group,
    ...(next === undefined ? {} : { next: { on: next.on, channel: next.step.channel } }),
    isFinal: now.state.kind === 'final',
  };
}
