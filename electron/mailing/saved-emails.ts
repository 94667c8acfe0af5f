/** All e-mails of a step that are due, as files for the bureau's own mail system: a batch, which counts as sent when a person says so. All or nothing. */
import type { Input } from '../../shared/contract.ts';
import type { BatchMade } from '../../shared/fieldwork-views.ts';
import { refuse } from '../../shared/problem.ts';
import type { ContactData } from '../../shared/study/contact-data.ts';
import type { LoginCode } from '../../shared/study/login-code.ts';
import { openContacts, openLoginCodes } from '../contacts.ts';
import { casesDue, insertIntent, notWaiting, oneStepOf, readyGroup, remove } from '../deliveries.ts';
import { type Desk, newId } from '../desk.ts';
import { inPortions } from '../letter-batch.ts';
import { letOthersGo } from '../pause.ts';
import type { StoredAttempt } from '../store/attempts.ts';
import type { Batch, BatchId } from '../store/batches.ts';
import { emailFileName, emailTo, senderOf } from './email-to.ts';

/** A zip holds 65,535 files; who is left is due as before. */
const mostInOne = 50_000;

export async function saveEmails({ group, target }: Input<'contact.saveEmails'>, desk: Desk): Promise<BatchMade> {
  const { store, settings, vault, write, host, files, study, post, today, progress } = desk;
  const { protocol, bureau } = await readyGroup(group, 'email', desk);
  const { now: due, waiting } = await notWaiting(group, await casesDue(group, 'email', protocol, desk), 'email', desk);
  const { step, cases: all } = await oneStepOf(due, 'email', protocol, desk);
  const cases = all.slice(0, mostInOne);
  const path = host.pathOf(target);
  if (!/\.zip$/i.test(path)) refuse('file.kind-unsupported', { supported: ['.zip'] });
  // What stands in the study folder is sealed, or is a result that stays; a message is neither.
  if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
  const contacts: ContactData[] = [];
  const codes: LoginCode[] = [];
  await inPortions(cases, async (part) => {
    contacts.push(...(await openContacts(vault, part)));
    codes.push(...(await openLoginCodes(vault, part)));
  });
  const sender = senderOf(bureau, await settings.find('mailHost'));

  const batch: Batch = {
    ...({ id: newId() as BatchId, group, step: step.id, madeOn: today } as const),
    ...({ letters: cases.length, kind: 'emails', version: 1 } as const),
  };
  const place = { table: 'handouts', row: batch.id, field: 'path' };
  const [sealedPath] = await vault.ask('sealSettings', [{ ...place, text: path }]);
  const detail = { group, step: step.id, letters: cases.length };
  const attempts: StoredAttempt[] = [];
  try {
    await inPortions(cases, (part, from) => {
      const intended = write('contact.saveEmails', { ...detail, letters: part.length }, () => {
        if (from === 0) {
          store.batches.insert(batch);
          const handout = { id: batch.id, kind: 'emails', madeOn: today, pieces: cases.length } as const;
          store.handouts.insert({ ...handout, sha256: '', path: sealedPath! });
        }
        return part.map((one) => insertIntent(one, step, protocol, desk, batch.id));
      });
      attempts.push(...intended);
    });
    const emails = function* () {
      for (const [index, { id }] of attempts.entries())
        yield { name: emailFileName(id), email: emailTo(contacts[index]!, codes[index]!, step.text!, id, sender) };
    };
    const made = await post.emailFiles(emails(), host.clock.now(), async (done) => {
      progress(done, cases.length);
      if (done % 20 === 0) await letOthersGo(done, cases.length);
    });
    if (made.kind === 'refused') refuse('contact.mail-host-refused', { step: 'sender', code: 'sender-unsafe' });
    else files.writeFileSafely(path, made.bytes);
  } catch (error) {
    await inPortions(attempts, (part, from) =>
      write('contact.emailsNotSaved', { ...detail, letters: part.length }, () => {
        // Without its file the batch can no longer be taken for one that is whole.
        if (from === 0) store.handouts.remove(batch.id);
        for (const attempt of part) remove(attempt, protocol, desk);
        if (from + part.length === attempts.length) store.batches.remove(batch.id);
      }),
    );
    throw error;
  }
  const sha256 = await files.fileHash(path);
  write('contact.emailsSaved', detail, () => store.handouts.setHash(batch.id, sha256));
  return { batch: batch.id, letters: cases.length, waiting, sha256 };
}
