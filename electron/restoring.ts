/** Puts a study back from a backup, on a machine that lost its device secret or never had it. Nobody is signed in yet. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../shared/calendar.ts';
import type { Input } from '../shared/contract.ts';
import { refuse } from '../shared/problem.ts';
import { readRecoveryWords } from '../shared/study/recovery-words.ts';
import type { StudyRestored } from '../shared/views.ts';
import type { Host, Room } from './desk.ts';
import { removeFile, writeFileSafely } from './files/write-file.ts';
import { refuseUnlessEmpty } from './studies.ts';
import { studyFiles } from './study-files.ts';
import { refuseSynced } from './synced-folder.ts';
import type { Recovered } from './vault/recovery-keys.ts';

/** What the folder is called in the standard place: the title is sealed, and nobody can open it yet. */
const folderTitle = 'Teruggezet onderzoek';

export async function restoreStudy(
  { backup, recoveryFile, words, where }: Input<'study.restore'>,
  { host, session, seat, places }: Room,
): Promise<StudyRestored> {
  const read = readRecoveryWords(words);
  if ('fault' in read) return refuse('recovery.words-faulty', { fault: read.fault });
  const vault = host.openVault();
  let recovered: Recovered;
  try {
    const backupBytes = await host.readSource(backup, 'backup');
    recovered = await vault.ask('recover', backupBytes, await host.readSource(recoveryFile), read.secret);
  } finally {
    vault.close();
  }
  const { study, on } = recovered;
  const wasHere = isHereAlready(recovered, host);
  places.refuseWhenInUse(seat);
  const folder =
    where === 'chosen' ? (session.folder ?? refuse('study.none-open', {})) : places.makeFolder(folderTitle);
  try {
    putBack(folder, recovered, wasHere, host);
  } catch (error) {
    if (where === 'standard') places.takeBack(folder);
    throw error;
  }
  places.turnTo(folder, seat);
  return { study, on: on as Day, deviceSecretIn: host.deviceSecrets.kindOf(study), wasHere };
}

/** Refuses `recovery.void` where a later epoch of the study is known: what the backup holds should be gone. */
function isHereAlready({ study, epoch, deviceSecret }: Recovered, { deviceSecrets }: Host): boolean {
  if (deviceSecrets.epochs(study).some((known) => known > epoch)) refuse('recovery.void', {});
  const here = deviceSecrets.find(study, epoch);
  if (here === undefined) return false;
  return Buffer.compare(here, deviceSecret) === 0 || refuse('study.damaged', { where: 'device-secret' });
}

/** The keyring last: with it the folder is a study. Whatever goes wrong leaves the folder as it was. */
function putBack(folder: string, recovered: Recovered, wasHere: boolean, host: Host): void {
  const { study, epoch, keyringFile, database, deviceSecret } = recovered;
  refuseSynced(host, folder);
  refuseUnlessEmpty(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSafely(join(folder, studyFiles.database), database);
    if (!wasHere) host.deviceSecrets.keep(study, epoch, deviceSecret);
    writeFileSafely(join(folder, studyFiles.keyring), keyringFile);
  } catch (error) {
    for (const name of [studyFiles.keyring, studyFiles.database])
      for (const path of [join(folder, name), join(folder, `${name}.new`)]) removeFile(path);
    if (!wasHere) host.deviceSecrets.forget(study, epoch);
    throw error;
  }
}
