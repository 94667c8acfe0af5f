/** What keeps the study from being lost: the recovery sheet, recovery files and backups; and a study put back from them. */
import { writtenDay } from '../../shared/contact/message.ts';
import type { RequestOf } from '../../shared/contract.ts';
import { refuse } from '../../shared/problem.ts';
import type { Handler } from '../bridge.ts';
import { type Desk, newId } from '../desk.ts';
import { changeKeyring } from '../keyring-file.ts';
import { reconcile, reconciliationView } from '../reconciling.ts';
import { restoreStudy } from '../restoring.ts';
import { makeSafeguard, refuseSheetPlace, renewSafeguards, safeguardsView, settleSafeguard } from '../safeguards.ts';
import { statusOf } from '../study-status.ts';

type StudyRecoveryRequests = {
  readonly [N in Extract<
    RequestOf<'study'>,
    | 'study.makeRecoverySheet'
    | 'study.confirmRecoverySheet'
    | 'study.makeRecoveryFile'
    | 'study.makeBackup'
    | 'study.safeguards'
    | 'study.settleSafeguard'
    | 'study.restore'
    | 'study.reconciliation'
    | 'study.reconcile'
  >]: Handler<N>;
};

export const studyRecoveryRequests: StudyRecoveryRequests = {
  'study.makeRecoverySheet': ({ target }, desk) => desk.work(() => makeSheet(desk.host.pathOf(target), desk)),

  'study.confirmRecoverySheet': ({ words }, desk) => desk.work(() => confirmSheet(words, desk)),

  'study.makeRecoveryFile': ({ target }, desk) =>
    desk.work(() => makeSafeguard('recovery-file', desk.host.pathOf(target), desk)),

  'study.makeBackup': ({ target }, desk) => desk.work(() => makeSafeguard('backup', desk.host.pathOf(target), desk)),

  'study.safeguards': async (_, desk) => safeguardsView(desk),

  async 'study.settleSafeguard'({ safeguard }, desk) {
    settleSafeguard(safeguard, desk);
    return safeguardsView(desk);
  },

  'study.restore': (input, room) => restoreStudy(input, room),

  'study.reconciliation': async (_, desk) => reconciliationView(desk),

  async 'study.reconcile'(input, desk) {
    await reconcile(input, desk);
    return statusOf(desk);
  },
};

async function makeSheet(path: string, desk: Desk) {
  const { session, settings, vault, post, person, today, write } = desk;
  refuseSheetPlace(path, desk);
  const studyTitle = await settings.get('title');
  const bureau = (await settings.find('bureau'))?.name ?? '';
  const { number, words, asked } = await vault.ask('newSheet');
  await post.writeRecoverySheet(path, { number, words, studyTitle, bureau, date: writtenDay(today) });
  session.newSheets.set(person.id, path);
  write('study.makeRecoverySheet', { sheet: number }, () => undefined);
  return { sheet: number, asked };
}

async function confirmSheet(words: readonly string[], desk: Desk) {
  const { store, session, study, vault, files, person, today, write } = desk;
  const path = session.newSheets.get(person.id) ?? refuse('recovery.no-sheet-made', {});
  let sheet = '';
  await changeKeyring(study, async (before) => {
    const confirmed = await vault.ask('confirmSheet', before, words);
    sheet = confirmed.sheet;
    return confirmed.file;
  });
  session.newSheets.delete(person.id);
  write('study.confirmRecoverySheet', { sheet }, () => {
    const made = { id: newId(), kind: 'recovery-sheet', sheet, madeOn: today, sha256: '' } as const;
    store.safeguards.insert({ ...made, epoch: store.epochs.current(), state: 'valid', version: 1 });
  });
  // The words were read from paper, so the file has done its work.
  const isFileLeft = (await files.findFileHash(path)) === undefined;
  files.removeFile(path);
  await renewSafeguards(desk);
  return { ...(await safeguardsView(desk)), isFileLeft };
}
