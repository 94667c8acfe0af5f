/** Contact by letter: a batch is one PDF, or a list for a client that posts the letters itself, and counts as sent when a person says that it was posted. Until then it can be undone. */
import type { Input, RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { printedCode } from '../../shared/study/login-code.ts';
import type { BatchesView, BatchMade } from '../../shared/views.ts';
import type { Handler } from '../bridge.ts';
import { openLoginCodes } from '../contacts.ts';
import { casesDue, insertIntent, notWaiting, oneStepOf, readyGroup, record, remove } from '../deliveries.ts';
import { type Desk, newId } from '../desk.ts';
import { isHalted, refuseWhenHalted } from '../halt.ts';
import { stopIntakes } from '../intake/going-on.ts';
import { outdatedLetters } from '../intake/outdated-letters.ts';
import {
  handoutAt,
  handoutPlace,
  inPortions,
  isMade,
  listForClient,
  peopleIn,
  printer,
  recipients,
  refuseNoTable,
} from '../letter-batch.ts';
import { emailFileName } from '../mailing/email-to.ts';
import type { Batch, BatchId } from '../store/batches.ts';
import type { StoredCase } from '../store/cases.ts';

type Letters = {
  readonly [N in Extract<
    RequestOf<'contact'>,
    'contact.makeLetters' | 'contact.cancelLetters' | 'contact.batches' | 'contact.markPosted' | 'contact.discardBatch'
  >]: Handler<N>;
};

export const contactLetterRequests: Letters = {
  'contact.makeLetters': (input, desk) => desk.work(() => makeLetters(input, desk)),

  async 'contact.cancelLetters'(_, desk) {
    stopIntakes(desk);
    return null;
  },

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

  'contact.markPosted': (input, desk) => desk.work(() => markPosted(input, desk)),
  'contact.discardBatch': (input, desk) => desk.work(() => discardBatch(input, desk)),
};

async function markPosted(
  { batch: id, takenOut, despiteHalt }: Input<'contact.markPosted'>,
  desk: Desk,
): Promise<null> {
  const { store, settings, write, today } = desk;
  const batch = unposted(id, desk);
  // Letters that are gone all the same have to be told of.
  if (!despiteHalt) refuseWhenHalted(batch.group, desk);
  if (!isMade(batch.id, desk)) refuse('contact.batch-unfinished', {});
  const protocol = await settings.get('protocol', batch.group);
  const takeOut = await codesToTakeOut(batch, desk);
  const outdated = await outdatedLetters(desk);
  const isRight = takeOut.length === takenOut.length && takeOut.every((code) => takenOut.includes(code));
  if (!isRight) refuse('contact.letters-to-take-out', { letters: takeOut.length });
  const { group, step } = batch;
  // Letters that went before are no attempt of their own.
  const attempts = store.attempts.ofBatch(batch.id).filter(({ outcome }) => outcome === 'intended');
  if (attempts.length === 0)
    write('contact.markPosted', { group, step, letters: batch.letters, takenOut: takeOut.length }, () =>
      store.batches.markPosted(batch, today),
    );
  let out = 0;
  await inPortions(attempts, (part, from) => {
    const isLast = from + part.length === attempts.length;
    const stays = part.filter(
      ({ id: one, caseId }) => isStillFor(batch, store.cases.get(caseId)) && !outdated.has(one),
    );
    const detail = { group, step, letters: part.length, takenOut: part.length - stays.length };
    write('contact.markPosted', detail, () => {
      for (const attempt of part)
        if (stays.includes(attempt))
          record(attempt, batch.kind === 'emails' ? 'sent' : 'posted', today, protocol, desk);
        else remove(attempt, protocol, desk);
      out += part.length - stays.length;
      if (isLast && out !== takeOut.length) refuse('study.changed-meanwhile', {});
      if (isLast) store.batches.markPosted(batch, today);
    });
  });
  return null;
}

async function discardBatch({ batch: id }: Input<'contact.discardBatch'>, desk: Desk): Promise<null> {
  const batch = unposted(id, desk);
  // A message that came back was sent, and the others of its batch with it: undone, they would go twice.
  const isAnyGone = desk.store.attempts.ofBatch(batch.id).some(({ outcome }) => outcome !== 'intended');
  if (isAnyGone) refuse('contact.batch-partly-gone', {});
  const handout = desk.store.handouts.all().find((one) => one.id === batch.id);
  if (handout !== undefined) {
    const [path] = await desk.vault.ask('openSettings', [{ ...handoutPlace(batch.id), sealed: handout.path }]);
    desk.files.removeFile(path!);
  }
  await takeBack(batch, 'contact.discardBatch', desk);
  return null;
}

async function makeLetters({ group, target }: Input<'contact.makeLetters'>, desk: Desk): Promise<BatchMade> {
  const { store, settings, write, host, files, today } = desk;
  const { protocol, bureau } = await readyGroup(group, 'letter', desk);
  const { now: due, waiting } = await notWaiting(
    group,
    await casesDue(group, 'letter', protocol, desk),
    'letter',
    desk,
  );
  const { step, cases: batchCases } = await oneStepOf(due, 'letter', protocol, desk);
  const { postedByClient } = await settings.get('group', group);
  const path = host.pathOf(target);
  if (postedByClient) refuseNoTable(path);
  const to = await recipients(batchCases, desk);
  const make = postedByClient ? listForClient(to, bureau, desk) : await printer(to, step, group, bureau, desk);

  const batch: Batch = {
    id: newId() as BatchId,
    group,
    step: step.id,
    madeOn: today,
    letters: batchCases.length,
    version: 1,
  };
  const handout = await handoutAt(path, { id: batch.id, kind: 'letters', pieces: batchCases.length }, desk);
  const detail = { group, step: step.id, letters: batchCases.length };
  try {
    await inPortions(batchCases, (part, from) =>
      write('contact.makeLetters', { ...detail, letters: part.length }, () => {
        if (from === 0) store.batches.insert(batch);
        if (from === 0) store.handouts.insert(handout);
        for (const one of part) insertIntent(one, step, protocol, desk, batch.id);
      }),
    );
    await make(path);
  } catch (error) {
    if (store.batches.find(batch.id) !== undefined) await takeBack(batch, 'contact.lettersNotMade', desk);
    throw error;
  }
  const sha256 = await files.fileHash(path);
  write('contact.lettersMade', detail, () => store.handouts.setHash(batch.id, sha256));
  return { batch: batch.id, letters: batchCases.length, waiting, sha256 };
}

function unposted(id: string, { store }: Desk): Batch {
  const batch = store.batches.find(id) ?? refuse('contact.batch-unknown', {});
  return batch.postedOn === undefined ? batch : refuse('contact.batch-already-posted', {});
}

/** Every letter of the batch is due again, as if it had never been made; letters that were made again leave nothing. */
async function takeBack(batch: Batch, act: string, desk: Desk): Promise<void> {
  const { store, settings, write } = desk;
  const { group, step } = batch;
  const protocol = await settings.get('protocol', group);
  const attempts = store.attempts.ofBatch(batch.id);
  await inPortions(attempts, (part, from) => {
    if (from + part.length === attempts.length) return;
    write(act, { group, step, letters: part.length }, () => {
      // Without its file the batch can no longer be taken for one that is whole.
      if (from === 0) store.handouts.remove(batch.id);
      for (const attempt of part) remove(attempt, protocol, desk);
    });
  });
  const rest = store.attempts.ofBatch(batch.id);
  write(act, { group, step, letters: rest.length === 0 ? batch.letters : rest.length }, () => {
    for (const attempt of rest) remove(attempt, protocol, desk);
    store.handouts.remove(batch.id);
    store.batches.remove(batch.id);
  });
}

/** They may be contacted, and what was made for them can reach them: their address was not found wrong since. */
const isStillFor = ({ kind }: Batch, { state, channels }: StoredCase): boolean =>
  state.kind === 'open' && channels.includes(kind === 'emails' ? 'email' : 'letter');

/**
 * What must not be posted: letters of people who answered, objected or died since they were made, or whose address or name is another one now or
 * was found wrong, by their codes as printed; messages to such people, by the names of their files.
 */
async function codesToTakeOut(batch: Batch, desk: Desk): Promise<readonly string[]> {
  const outdated = await outdatedLetters(desk);
  const out = (await peopleIn(batch, outdated, desk)).filter(
    ({ one, isUnderWay, isOutdated }) => isUnderWay && (isOutdated || !isStillFor(batch, one)),
  );
  // A message is a file; its code stands in it.
  if (batch.kind === 'emails') return out.map(({ attempt }) => emailFileName(attempt!)).toSorted();
  const cases = out.map(({ one }) => one);
  return (await openLoginCodes(desk.vault, cases)).map(printedCode).toSorted();
}
