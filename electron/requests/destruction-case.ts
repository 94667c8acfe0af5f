/** Erasure of one person in every store, AVG art. 17: what goes, what has to be done before, and then that it goes. */
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import { mayHaveAnswers, settled } from '../../shared/study/case.ts';
import { knownAs } from '../../shared/study/contact-data.ts';
import { withdrawnCode } from '../../shared/study/disposition.ts';
import type { Handler } from '../bridge.ts';
import { agreedTo, caseAtHand, sealResult } from '../case-requests.ts';
import { openContacts, openLoginCodes } from '../contacts.ts';
import type { Desk } from '../desk.ts';
import { turnEpoch } from '../epoch.ts';
import { type LinkedResponse, type LinkedSecond, responsesOf, secondsOf } from '../opened-case.ts';
import type { StoredCase } from '../store/cases.ts';
import type { HandoutRow } from '../store/study.ts';

type OfOneCase = {
  readonly [N in Extract<RequestOf<'destruction'>, 'destruction.caseErasure' | 'destruction.eraseCase'>]: Handler<N>;
};

export const destructionCaseRequests: OfOneCase = {
  async 'destruction.caseErasure'({ nr }, desk) {
    const { store, session, vault } = desk;
    const { one, details } = await caseAtHand(nr, ['17'], desk);
    const agreedBy = session.agreedToCases.get(nr)?.name;
    const files = await filesOn(one, desk);
    return {
      goes: {
        attempts: store.attempts.ofCase(one.id).length,
        responses:
          (await responsesOf([one.id], store, vault)).length + (await secondsOf([one.id], store, vault)).length,
        drafts: store.drafts.findOfCase(one.id) === undefined ? 0 : 1,
      },
      unposted: (await unposted(one, desk)).length,
      files: files.map(({ row: { kind, madeOn }, name, isThere }) => ({ kind, madeOn, name, isThere })),
      ...(details.instruction === undefined ? {} : { instruction: details.instruction }),
      ...(agreedBy === undefined ? {} : { agreedBy }),
      isExported: store.settings.has('exported'),
    };
  },

  async 'destruction.eraseCase'({ nr, typedName, movedAreDestroyed }, desk) {
    const { store, session, vault, files, write } = desk;
    const at = await caseAtHand(nr, ['17'], desk);
    const { one, details } = at;
    if (details.instruction === undefined) refuse('case.instruction-missing', { nr });
    agreedTo(nr, desk);
    const [contact] = await openContacts(vault, [one]);
    const [code] = await openLoginCodes(vault, [one]);
    if (typedName !== (knownAs(contact!) || code)) refuse('destruction.not-confirmed', {});
    const batches = (await unposted(one, desk)).length;
    if (batches > 0) refuse('destruction.letters-unposted', { batches });
    const held = await filesOn(one, desk);
    const elsewhere = held.filter(({ isThere }) => !isThere).length;
    if (elsewhere > 0 && !movedAreDestroyed) refuse('destruction.files-elsewhere', { files: elsewhere });
    const linked = await responsesOf([one.id], store, vault);
    const seconds = await secondsOf([one.id], store, vault);
    const close = await sealResult(at, 'erased', desk);
    const { vault: answersBy } = agreedTo(nr, desk);
    const leaveReprints = await leftOut(one, desk);
    // Whatever is being sent would look for this person.
    if (session.working > 0) refuse('study.work-going-on', {});
    write('destruction.beginErasure', { request: nr }, () => undefined);
    // Files first: where they are is known only as long as their rows are there.
    for (const { path, isThere } of held) if (isThere) files.removeFile(path);
    session.keepEnding(one.id);
    if (one.heldBy !== undefined) session.forget(one.heldBy);
    await turnEpoch(desk, {
      why: 'case-erased',
      change: { renewLink: true },
      answersBy,
      act: 'destruction.eraseCase',
      detail: { request: nr, group: one.group, responses: linked.length + seconds.length },
      within() {
        close();
        leaveReprints();
        eraseRows(one, { linked, seconds, held: held.map(({ row }) => row) }, desk);
      },
    });
    session.agreedToCases.delete(nr);
    return { files: held.length - elsewhere, isExported: store.settings.has('exported') };
  },
};

interface Belongings {
  readonly linked: readonly LinkedResponse[];
  readonly seconds: readonly LinkedSecond[];
  readonly held: readonly HandoutRow[];
}

/** Inside a write: every row of this person, as they were when it was looked up what is theirs. What is left of them is a count. */
function eraseRows(one: StoredCase, { linked, seconds, held }: Belongings, { store }: Desk): void {
  const now = settled(one.state);
  // Whoever was still to be contacted never will be, and answers that are gone are no response: a refusal, as every withdrawal is. After
  // unlinking the answers stay, of whomever they are.
  const isGone = mayHaveAnswers(now) && linked.length > 0;
  const stays = now.kind === 'final' && !isGone ? now : { code: withdrawnCode, mode: undefined };
  const mode = stays.mode === undefined ? {} : { mode: stays.mode };
  store.erased.addCase({ group: one.group, code: stays.code, ...mode });
  for (const { channel, outcome } of store.attempts.ofCase(one.id))
    if (outcome !== 'intended') store.erased.addAttempt(one.group, channel, outcome);
  for (const { id, link } of linked) store.responses.remove({ id, link });
  for (const { second } of seconds) store.seconds.remove(second.id);
  store.returnedRows.eraseOfCase(one.id);
  store.revokedCodes.eraseOfCase(one.id);
  const draft = store.drafts.findOfCase(one.id);
  if (draft !== undefined) store.drafts.remove(draft.id);
  store.removals.remove(one.id);
  store.acquaintances.eraseOfCase(one.id);
  store.callbacks.eraseOfCase(one.id);
  for (const { id } of held) store.handouts.remove(id);
  for (const request of store.caseRequests.ofCase(one.id)) store.caseRequests.change(request, { caseId: undefined });
  store.attempts.eraseOfCase(one.id);
  store.cases.erase(one);
}

/** The batches with a letter or message to this person, letters that were made again too. */
async function batchesWith(one: StoredCase, { store, settings }: Desk): Promise<ReadonlySet<string>> {
  const again = Object.entries((await settings.find('reprinted')) ?? {});
  return new Set([
    ...store.attempts.ofCase(one.id).flatMap(({ batch }) => batch ?? []),
    ...again.filter(([, people]) => people.some(({ caseId }) => caseId === one.id)).map(([id]) => id),
  ]);
}

async function unposted(one: StoredCase, desk: Desk) {
  const batches = await batchesWith(one, desk);
  return desk.store.batches.all().filter(({ id, postedOn }) => batches.has(id) && postedOn === undefined);
}

/** Leaves this person, inside a write, out of what is known of letters that were made again. */
async function leftOut({ id }: StoredCase, { settings }: Desk): Promise<() => void> {
  const again = Object.entries((await settings.find('reprinted')) ?? {});
  const others = again.map(([batch, people]) => [batch, people.filter(({ caseId }) => caseId !== id)] as const);
  return again.length === 0 ? () => undefined : settings.seal('reprinted', Object.fromEntries(others));
}

/** The files outside the study in which this person stands, or may stand: letters, files made for their requests, papers and lists with codes. */
async function filesOn(one: StoredCase, desk: Desk) {
  const { store, vault, files } = desk;
  const batches = await batchesWith(one, desk);
  const requested = store.caseRequests.filesOf(store.caseRequests.ofCase(one.id).map(({ nr }) => nr));
  const ids = new Set([...batches, ...requested]);
  // Which copies on paper were made for whom is not kept, nor who stands in a list for the website or a print house: each may hold this
  // person's code.
  const mayHold = (kind: string) => ['papers', 'participants', 'print-list'].includes(kind);
  const rows = store.handouts.all().filter(({ id, kind }) => mayHold(kind) || ids.has(id));
  const paths = await vault.ask(
    'openSettings',
    rows.map(({ id, path }) => ({ table: 'handouts', row: id, field: 'path', sealed: path })),
  );
  const hashes = await Promise.all(paths.map((path) => files.findFileHash(path)));
  return rows
    .map((row, index) => {
      const path = paths[index]!;
      return { row, path, name: path.split(/[\\/]/).at(-1)!, isThere: hashes[index] === row.sha256 };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
