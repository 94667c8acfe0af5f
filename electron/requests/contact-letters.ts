/** Contact by letter: a batch is one PDF, or a list for a client that posts the letters itself, and counts as sent when a person says that it was posted. Until then it can be undone. */
import { addressLines, fieldsFor, messageOf, writtenDay } from '../../shared/contact/message.ts';
import type { Input, RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { type Bureau, personalLink } from '../../shared/study/bureau.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import type { Step } from '../../shared/study/protocol.ts';
import type { BatchesView, BatchMade } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { openContacts, openLoginCodes } from '../contacts.ts';
import { casesDue, insertIntent, notWaiting, readyGroup, record, remove, stepDue } from '../deliveries.ts';
import { type Desk, newId } from '../desk.ts';
import { isHalted, refuseWhenHalted } from '../halt.ts';
import { outdatedLetters } from '../intake/outdated-letters.ts';
import { emailFileName } from '../mailing/email-to.ts';
import type { Batch, BatchId } from '../store/batches.ts';
import type { StoredCase } from '../store/cases.ts';

type Letters = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.makeLetters' | 'contact.batches' | 'contact.markPosted' | 'contact.discardBatch'
  >]: Handler<N>;
};

export const contactLetterRequests: Letters = {
  'contact.makeLetters': (input, desk) => desk.work(() => makeLetters(input, desk)),

  async 'contact.batches'(_, desk) {
    const batches: BatchesView['batches'][number][] = [];
    for (const batch of desk.store.batches.all()) {
      const { id, group, step, madeOn, letters, postedOn } = batch;
      const takeOut = postedOn === undefined ? await codesToTakeOut(batch, desk) : [];
      batches.push({
        batch: id,
        group,
        step,
        madeOn,
        letters,
        kind: batch.kind ?? 'letters',
        takeOut,
        isHalted: postedOn === undefined && isHalted(group, desk),
        ...(postedOn === undefined ? {} : { postedOn }),
      });
    }
    return { batches };
  },

  async 'contact.markPosted'({ batch: id, takenOut, despiteHalt }, desk) {
    const { store, settings, write, today } = desk;
    const batch = unposted(id, desk);
    // Letters that are gone all the same have to be told of.
    if (!despiteHalt) refuseWhenHalted(batch.group, desk);
    const protocol = await settings.get('protocol', batch.group);
    const takeOut = await codesToTakeOut(batch, desk);
    const outdated = await outdatedLetters(desk);
    const isRight = takeOut.length === takenOut.length && takeOut.every((code) => takenOut.includes(code));
    if (!isRight) refuse('contact.letters-to-take-out', { letters: takeOut.length });
    const detail = { group: batch.group, step: batch.step, letters: batch.letters, takenOut: takeOut.length };
    write('contact.markPosted', detail, () => {
      store.batches.markPosted(batch, today);
      let out = 0;
      for (const attempt of store.attempts.ofBatch(batch.id)) {
        if (store.cases.get(attempt.caseId).state.kind === 'open' && !outdated.has(attempt.id))
          record(attempt, batch.kind === 'emails' ? 'sent' : 'posted', today, protocol, desk);
        else {
          remove(attempt, protocol, desk);
          out += 1;
        }
      }
      if (out !== takeOut.length) refuse('study.changed-meanwhile', {});
    });
    return null;
  },

  async 'contact.discardBatch'({ batch: id }, desk) {
    const batch = unposted(id, desk);
    const handout = desk.store.handouts.all().find((one) => one.id === batch.id);
    if (handout !== undefined) {
      const [path] = await desk.vault.ask('openSettings', [{ ...handoutPlace(batch.id), sealed: handout.path }]);
      desk.files.removeFile(path!);
    }
    await takeBack(batch, 'contact.discardBatch', desk);
    return null;
  },
};

async function makeLetters({ group, target }: Input<'contact.makeLetters'>, desk: Desk): Promise<BatchMade> {
  const { store, vault, write, host, today } = desk;
  const { protocol, bureau } = await readyGroup(group, 'letter', desk);
  const { now: due, waiting } = await notWaiting(group, casesDue(group, 'letter', protocol, desk), 'letter', desk);
  const first = due[0] ?? refuse('contact.nothing-due', {});
  const step = stepDue(first, 'letter', protocol, desk)!;
  const batchCases = due.filter((one) => stepDue(one, 'letter', protocol, desk)?.id === step.id);
  const { postedByClient } = await desk.settings.get('group', group);
  const path = host.pathOf(target);
  // A spreadsheet program would not open the list under another name.
  if (postedByClient && !/\.(xlsx|csv)$/i.test(path)) refuse('file.kind-unsupported', { supported: ['.xlsx', '.csv'] });
  const make = postedByClient
    ? await listForClient(batchCases, bureau, desk)
    : await printer(batchCases, step, bureau, desk);

  const batch: Batch = {
    id: newId() as BatchId,
    group,
    step: step.id,
    madeOn: today,
    letters: batchCases.length,
    version: 1,
  };
  // What stands in the study folder is sealed, or is a result that stays; a letter is neither.
  if (desk.files.isInside(desk.study.folder, path)) refuse('file.inside-study-folder', {});
  const [sealedPath] = await vault.ask('sealSettings', [{ ...handoutPlace(batch.id), text: path }]);
  const detail = { group, step: step.id, letters: batchCases.length };
  write('contact.makeLetters', detail, () => {
    store.batches.insert(batch);
    const handout = { id: batch.id, kind: 'letters', madeOn: today, pieces: batchCases.length } as const;
    store.handouts.insert({ ...handout, sha256: '', path: sealedPath! });
    for (const one of batchCases) insertIntent(one, step, protocol, desk, batch.id);
  });
  try {
    await make(path);
  } catch (error) {
    await takeBack(batch, 'contact.lettersNotMade', desk);
    throw error;
  }
  const sha256 = await desk.files.fileHash(path);
  write('contact.lettersMade', detail, () => store.handouts.setHash(batch.id, sha256));
  return { batch: batch.id, letters: batchCases.length, waiting, sha256 };
}

/** Makes the file of a batch at this path, for all of its cases, or throws. */
type Make = (path: string) => Promise<void>;

/** The letters themselves, ready to be posted. */
async function printer(cases: readonly StoredCase[], step: Step, bureau: Bureau, desk: Desk): Promise<Make> {
  const letters = await lettersFor(cases, step, bureau, desk);
  const head = { sender: bureau.name, returnAddress: bureau.returnAddress, contact: bureau.objectTo };
  const onProgress = (done: number) => desk.progress(done, letters.length);
  return async (path) => {
    const printed = await desk.post.writeLetters(letters, head, path, { onProgress });
    if (printed.kind === 'refused') {
      const { part, fault } = printed.faults[0]!;
      return refuse('contact.letters-do-not-fit', { letters: printed.faults.length, part, fault });
    }
    const isWhole = printed.kind === 'printed' && printed.pages === letters.length;
    if (!isWhole) throw new Error('the letters were not all printed');
  };
}

/**
 * Double key (dubbele sleutel): the client posts the letters itself, because only the client knows which person has which of its numbers. It
 * gets for each number the code and the link that go into that letter; no name and no address.
 */
async function listForClient(cases: readonly StoredCase[], bureau: Bureau, { vault, files }: Desk): Promise<Make> {
  const contacts = await openContacts(vault, cases);
  const codes = await openLoginCodes(vault, cases);
  const rows = contacts.map(({ clientNumber }, index) => {
    if (clientNumber === undefined) throw new Error('a letter for a person without a number of the client');
    const code = codes[index]!;
    return [clientNumber, printedCode(code), personalLink(bureau, code)];
  });
  // In the order in which the client looks them up, which is not that of the study.
  rows.sort(([one], [other]) => (one! < other! ? -1 : 1));
  return async (path) => files.writeTable(path, 'Brieven', [['Nummer', 'Inlogcode', 'Link'], ...rows]);
}

const handoutPlace = (batch: BatchId) => ({ table: 'handouts', row: batch, field: 'path' });

function unposted(id: string, { store }: Desk): Batch {
  const batch = store.batches.find(id) ?? refuse('contact.batch-unknown', {});
  return batch.postedOn === undefined ? batch : refuse('contact.batch-already-posted', {});
}

/** Every letter of the batch is due again, as if it had never been made. */
async function takeBack(batch: Batch, act: string, desk: Desk): Promise<void> {
  const { store, settings, write } = desk;
  const protocol = await settings.get('protocol', batch.group);
  write(act, { group: batch.group, step: batch.step, letters: batch.letters }, () => {
    for (const attempt of store.attempts.ofBatch(batch.id)) remove(attempt, protocol, desk);
    store.handouts.remove(batch.id);
    store.batches.remove(batch.id);
  });
}

/**
 * What must not be posted: letters of people who answered, objected or died since they were made, or whose address or name is another one now, by
 * their codes as printed; messages to such people, by the names of their files.
 */
async function codesToTakeOut(batch: Batch, desk: Desk): Promise<readonly string[]> {
  const { store, vault } = desk;
  const outdated = await outdatedLetters(desk);
  const out = store.attempts
    .ofBatch(batch.id)
    .map(({ id, caseId }) => ({ id, one: store.cases.get(caseId), isOutdated: outdated.has(id) }))
    .filter(({ one, isOutdated }) => isOutdated || one.state.kind !== 'open');
  // A message is a file; its code stands in it.
  if (batch.kind === 'emails') return out.map(({ id }) => emailFileName(id)).toSorted();
  return (
    await openLoginCodes(
      vault,
      out.map(({ one }) => one),
    )
  )
    .map(printedCode)
    .toSorted();
}

/** The letters in the order of the post: by postcode. */
async function lettersFor(cases: readonly StoredCase[], step: Step, bureau: Bureau, { vault, today }: Desk) {
  const contacts = await openContacts(vault, cases);
  const codes = await openLoginCodes(vault, cases);
  return contacts
    .map((contact, index) => {
      const code = codes[index]!;
      const letter = {
        address: addressLines(contact),
        date: writtenDay(today),
        ...messageOf(step.text!, fieldsFor(contact, code, bureau)),
        code: printedCode(code),
        link: personalLink(bureau, code),
      };
      return { postcode: contact.postcode ?? '', letter };
    })
    .toSorted((a, b) => (a.postcode < b.postcode ? -1 : a.postcode > b.postcode ? 1 : 0))
    .map(({ letter }) => letter);
}
