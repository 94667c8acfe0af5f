/** What is done for one person on a numbered request: contact stopped, data handed out, corrected, or set aside. */

import { correctedContact } from '../../shared/contact/correct-contact.ts';
import type { Input, RequestOf } from '../../shared/contract.ts';
import { readDay, readEmail, readPostcode, readSex, readText } from '../../shared/intake/read-cell.ts';
import { refuse } from '../../shared/problem.ts';
import { settled } from '../../shared/study/case.ts';
import { usableChannels } from '../../shared/study/contact-data.ts';
import { type FinalCode, withdrawnCode } from '../../shared/study/disposition.ts';
import type { Handler } from '../bridge.ts';
import { agreedTo, caseAtHand, requestOf, sealResult } from '../case-requests.ts';
import { openContacts } from '../contacts.ts';
import { type Desk, newId } from '../desk.ts';
import { heldOn } from '../held-on-case.ts';
import { dueOf } from '../next-due.ts';
import { afterStopping, queueRemoval, stopCase } from '../stopping.ts';

type Person = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.stopCase' | 'contact.exportCase' | 'contact.correctCase' | 'contact.restrictCase'
  >]: Handler<N>;
};

/** Whoever objects or withdraws counts as a refusal: AAPOR has no code for either. */
const stopCodes = {
  ...{ refused: '2.11', withdrew: withdrawnCode, objected: '2.11', deceased: '2.31' },
} as const satisfies Readonly<Record<Input<'contact.stopCase'>['why'], FinalCode>>;

export const contactPersonRequests: Person = {
  async 'contact.stopCase'({ caseId: given, why, request: nr }, desk) {
    const { store, session, person, write } = desk;
    const isManager = person.roles.includes('manager');
    // Someone who rings and withdraws need not ring again to reach the manager; the other endings are the manager's to give.
    if (!isManager && why !== 'withdrew')
      refuse('session.role-not-allowed', { request: 'contact.stopCase', roles: ['manager'] });
    const meant = nr === undefined ? undefined : await caseAtHand(nr, ['21'], desk, { isChecked: false });
    const caseId = given ?? meant?.one.id;
    const one = (caseId && store.cases.find(caseId)) ?? refuse('contact.code-unknown', {});
    if (nr !== undefined && meant?.one.id !== one.id) refuse('case.request-without-case', { nr });
    // Whoever wants it stopped may rely on it, also when it ended by a call that could still be taken back.
    session.keepEnding(one.id);
    const isFinal = settled(one.state).kind === 'final';
    if (isFinal && why !== 'withdrew' && why !== 'objected') refuse('contact.case-final', {});
    const close = meant && (await sealResult(meant, 'stopped', desk));
    const answersToRemove = write('contact.stopCase', { group: one.group, why }, () => {
      const isQueued = why === 'withdrew' && queueRemoval(one, desk);
      stopCase(one, stopCodes[why], desk);
      close?.();
      return isQueued;
    });
    return afterStopping(one, answersToRemove, desk);
  },

  'contact.exportCase': (input, desk) => desk.work(() => exportCase(input, desk)),

  async 'contact.correctCase'({ nr, changes }, desk) {
    const { store, settings, vault, files, write } = desk;
    const at = await caseAtHand(nr, ['16'], desk);
    const { one } = at;
    const allowed = (await settings.find('agreement'))?.allowedFields ?? [];
    const [contact] = await openContacts(vault, [one]);
    const readers = {
      ...{ text: readText, postcode: readPostcode, email: readEmail, day: readDay, sex: readSex },
      phone: files.readPhone,
    };
    const corrected = correctedContact(contact!, changes, { allowed, readers });
    if (corrected.kind === 'refused') return refuse('case.field-refused', corrected);
    if (corrected.fields === 0) refuse('case.nothing-to-correct', {});
    const channels = usableChannels(corrected.contact, await settings.get('group', one.group));
    const protocol = await settings.find('protocol', one.group);
    const next = protocol && dueOf(protocol, { ...one, channels }, store);
    const place = { caseId: one.id, caseKey: one.caseKey, table: 'cases', row: one.id, field: 'contact' };
    const [sealed] = await vault.ask('sealCase', [{ ...place, text: JSON.stringify(corrected.contact) }]);
    const close = await sealResult(at, 'corrected', desk);
    write('contact.correctCase', { request: nr, fields: corrected.fields }, () => {
      store.cases.correct(one, { contact: sealed!, channels, nextDue: next?.on });
      close();
    });
    return { channels, ...(next === undefined ? {} : { nextDue: next.on }) };
  },

  async 'contact.restrictCase'({ nr, lift }, desk) {
    const { store, session, write } = desk;
    if (lift) return liftRestriction(nr, desk);
    const at = await caseAtHand(nr, ['18'], desk, { isChecked: false });
    const { one } = at;
    if (one.state.kind === 'restricted') refuse('case.restricted-already', {});
    session.keepEnding(one.id);
    const close = await sealResult(at, 'restricted', desk);
    write('contact.restrictCase', { request: nr }, () => {
      store.cases.change(one, { state: { kind: 'restricted', was: settled(one.state) }, nextDue: undefined });
      close();
    });
    return null;
  },
};

/** The case goes on as it was, or stays ended as it was. */
async function liftRestriction(nr: number, desk: Desk): Promise<null> {
  const { store, settings, write } = desk;
  const { article, caseId } = requestOf(nr, desk);
  if (article !== '18') refuse('case.request-of-other-article', { nr, article });
  const found = caseId === undefined ? undefined : store.cases.find(caseId);
  if (found === undefined || found.state.kind !== 'restricted') return refuse('case.not-restricted', {});
  const { was } = found.state;
  const protocol = await settings.find('protocol', found.group);
  const one = store.cases.get(found.id);
  write('contact.liftRestriction', { request: nr }, () => {
    const next = protocol && dueOf(protocol, { ...one, state: was }, store);
    store.cases.change(one, { state: was, nextDue: next?.on });
  });
  return null;
}

/** One readable file for the client or the person; registered before it is made, as letters are, so that a destruction finds it. */
async function exportCase({ nr, target }: Input<'contact.exportCase'>, desk: Desk): Promise<null> {
  const { store, vault, host, files, post, study, today, write } = desk;
  const at = await caseAtHand(nr, ['15'], desk);
  const held = await heldOn(at, agreedTo(nr, desk), desk);
  const path = host.pathOf(target);
  if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
  const id = newId();
  const [sealedPath] = await vault.ask('sealSettings', [{ table: 'handouts', row: id, field: 'path', text: path }]);
  write('contact.exportCase', { request: nr }, () => {
    store.handouts.insert({ id, kind: 'case-file', madeOn: today, pieces: 1, sha256: '', path: sealedPath! });
    store.caseRequests.insertFile(id, nr);
  });
  try {
    files.writeFileSafely(path, new TextEncoder().encode(post.caseFile(held, today)));
  } catch (error) {
    write('contact.caseNotExported', { request: nr }, () => store.handouts.remove(id));
    throw error;
  }
  const sha256 = await files.fileHash(path);
  const close = await sealResult(at, 'handed-out', desk);
  write('contact.caseExported', { request: nr }, () => {
    store.handouts.setHash(id, sha256);
    close();
  });
  return null;
}
