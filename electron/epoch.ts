/**
 * Turning to the next epoch of the study's keys: after someone's data were erased, cases and responses unlinked, or someone left. The new
 * keys are stored beside the old ones first; the database turns to them in one transaction; then what was erased leaves the log, the new
 * keyring takes the place of the old one, and the old device secret goes last. Cut short anywhere, it is undone before the transaction
 * and finished after it, at the next start. See docs/decisions/0011-epochs.md.
 */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../shared/problem.ts';
import { keysOfCase } from './contacts.ts';
import type { Desk, Host } from './desk.ts';
import { removeFile, syncFolder, writeFileSafely } from './files/write-file.ts';
import { adoptKeyring, readKeyringFile } from './keyring-file.ts';
import { renewSafeguards } from './safeguards.ts';
import type { OpenStudy, Session } from './session.ts';
import { renewShift } from './shift.ts';
import type { EpochReason } from './store/epochs.ts';
import type { JournalDetail } from './store/journal.ts';
import type { Store } from './store/store.ts';
import { studyFiles } from './study-files.ts';
import type { EpochChange } from './vault/epoch-keys.ts';
import { readKeyringHeader } from './vault/keyring.ts';
import type { OpenVault } from './vault/open-vault.ts';

/** The moments of a turn at which a crash can fall, in order; tests cut the power at each. */
export const epochSteps = [
  'keys-made',
  'secret-kept',
  'keyring-written',
  'committed',
  'log-emptied',
  'keyring-replaced',
  'secret-forgotten',
] as const;
export type EpochStep = (typeof epochSteps)[number];

export interface Turn {
  readonly why: EpochReason;
  readonly change?: Omit<EpochChange, 'answers'>;
  /** The vault of someone who holds contact and link keys, when that is not the person at this desk. */
  readonly contactBy?: OpenVault;
  /** Someone who holds the answers and agreed: responses get a new answers pair, so that those copied before open no more. */
  readonly answersBy?: OpenVault;
  /** The entry in the journal. */
  readonly act: string;
  readonly detail: JournalDetail;
  /** Done in the transaction that turns the database; what it removes is gone with the old epoch. */
  readonly within?: (store: Store) => void;
}

/** Cases wrapped anew per question to the vault. */
const wrappedAtOnce = 500;

/**
 * Turns the open study to its next epoch; the person at this desk, or `contactBy`, has to hold the contact key. Nobody else's request
 * goes on meanwhile. Refuses `study.work-going-on` while messages are being made. The shift of the call room gets the new key.
 */
export function turnEpoch(desk: Desk, turn: Turn): Promise<void> {
  if (desk.session.working > 0) refuse('study.work-going-on', {});
  return desk.session.gate.alone(async () => {
    await turned(desk, turn);
    await renewSafeguards(desk);
  });
}

async function turned(
  desk: Desk,
  { why, change = {}, contactBy: vault = desk.vault, answersBy, act, detail, within }: Turn,
): Promise<void> {
  const { host, session, study, store, today, write } = desk;
  const at = (step: EpochStep) => host.onEpochStep?.(step);
  const nextPath = join(study.folder, studyFiles.nextKeyring);
  const before = readKeyringFile(study.folder);
  const answers = await answersBy?.ask('renewAnswers', before);
  const next = await vault.ask('prepareEpoch', before, { ...change, ...(answers === undefined ? {} : { answers }) });
  const rewrap = await rewrapped(desk, vault, { link: change.renewLink === true, answersBy });
  at('keys-made');
  try {
    host.deviceSecrets.keep(study.id, next.epoch, next.deviceSecret);
    at('secret-kept');
    writeFileSafely(nextPath, next.keyringFile);
    at('keyring-written');
    write(act, { ...detail, epoch: next.epoch }, () => {
      within?.(store);
      rewrap();
      store.epochs.insert({ nr: next.epoch, on: today, why });
    });
  } catch (error) {
    // What failed may have come after the database turned: then the new keys are the only ones.
    if (hasTurned(store, next.epoch)) session.close();
    else undo(study.folder, study.id, next.epoch, host);
    throw error;
  }
  // From here there is no way back: what goes wrong now is finished when the study is next opened.
  try {
    at('committed');
    finish(study, next.epoch, host, at);
    // What stands in memory was opened under the old keys.
    session.endings.clear();
    session.backs.clear();
    session.inHand.clear();
    session.callRoom = undefined;
    await adoptKeyring(host, session, study.folder);
    await adoptLocked(session, vault, study.folder);
  } catch (error) {
    session.close();
    throw error;
  }
}

/** The shift goes on with the contact key of the new epoch, and whoever is locked and was removed loses their place. */
async function adoptLocked(session: Session, vault: OpenVault, folder: string): Promise<void> {
  await renewShift(session, vault);
  const people = await vault.ask('people', readKeyringFile(folder));
  for (const [seat, { id }] of session.locked) if (!people.some((one) => one.id === id)) session.leave(seat);
}

/** Everything that is under a key of this epoch, put under that of the next; the function given back stores it, inside the write. */
async function rewrapped(
  { store, progress }: Desk,
  vault: OpenVault,
  { link, answersBy }: { readonly link: boolean; readonly answersBy: OpenVault | undefined },
): Promise<() => void> {
  const wraps = new Map<string, Uint8Array>();
  const cases = store.cases.all();
  for (let from = 0; from < cases.length; from += wrappedAtOnce) {
    const some = cases.slice(from, from + wrappedAtOnce);
    const wrapped = await vault.ask('rewrapCases', some.map(keysOfCase));
    for (const [index, { id }] of some.entries()) wraps.set(id, wrapped[index]!);
    progress(Math.min(from + wrappedAtOnce, cases.length), cases.length);
  }
  const responses = answersBy === undefined ? [] : store.responses.all();
  for (const [index, key] of ((await answersBy?.ask('rewrapResponses', responses)) ?? []).entries())
    wraps.set(responses[index]!.id, key);
  const links = link ? store.responses.links() : [];
  const sealedLinks = links.map(({ sealed }) => sealed);
  for (const [index, sealed] of (link ? await vault.ask('rewrapLinks', sealedLinks) : []).entries())
    wraps.set(links[index]!.id, sealed);
  // Second responses are sealed as those that count.
  const seconds = store.seconds.all();
  const keys = (await answersBy?.ask('rewrapResponses', seconds)) ?? [];
  const ofSeconds = link ? seconds.map((second) => second.link) : [];
  const toNext = link ? await vault.ask('rewrapLinks', ofSeconds) : [];
  const secondAt = new Map(seconds.map(({ id }, index) => [id, index]));
  return () => {
    for (const { id } of store.seconds.all()) {
      const at = secondAt.get(id) ?? refuse('study.changed-meanwhile', {});
      if (keys.length > 0) store.seconds.rewrap(id, keys[at]!);
      if (toNext.length > 0) store.seconds.rewrapLink(id, toNext[at]!);
    }
    for (const { id } of store.cases.all()) store.cases.rewrap(id, wraps.get(id)!);
    if (answersBy !== undefined) for (const { id } of store.responses.all()) store.responses.rewrap(id, wraps.get(id)!);
    if (link) for (const { id } of store.responses.links()) store.responses.rewrapLink(id, wraps.get(id)!);
  };
}

/** In doubt it has: nothing is forgotten then, and the next start looks again. */
function hasTurned(store: Store, epoch: number): boolean {
  try {
    return store.epochs.current() >= epoch;
  } catch {
    return true;
  }
}

function undo(folder: string, study: string, epoch: number, { deviceSecrets }: Host): void {
  removeFile(join(folder, studyFiles.nextKeyring));
  deviceSecrets.forget(study, epoch);
}

/** After the transaction: empties the log, puts the new keyring in place and forgets every older device secret, in this order. */
function finish(
  { id, folder, store }: Pick<OpenStudy, 'id' | 'folder' | 'store'>,
  epoch: number,
  { deviceSecrets }: Host,
  at: (step: EpochStep) => void,
): void {
  // As long as the log holds what was erased, the old secret would still open it.
  if (!store.truncateLog()) throw new Error('the log of the database could not be emptied');
  syncFolder(folder);
  at('log-emptied');
  const next = join(folder, studyFiles.nextKeyring);
  if (existsSync(next)) {
    renameSync(next, join(folder, studyFiles.keyring));
    syncFolder(folder);
  }
  at('keyring-replaced');
  for (const older of deviceSecrets.epochs(id)) if (older !== epoch) deviceSecrets.forget(id, older);
  at('secret-forgotten');
}

/**
 * Undoes or finishes a turn that was cut short, in a study that was just opened with its keyring. `isTurned`: the keyring is another one now,
 * and whoever is entering has to be in it.
 */
export function settleEpoch(
  study: Pick<OpenStudy, 'id' | 'folder' | 'store'>,
  host: Host,
): { readonly isTurned: boolean } {
  const { epoch } = readKeyringHeader(readKeyringFile(study.folder));
  const stands = study.store.epochs.current();
  if (stands === epoch) {
    removeFile(join(study.folder, studyFiles.nextKeyring));
    const others = host.deviceSecrets.epochs(study.id).some((other) => other !== epoch);
    if (others) finish(study, epoch, host, () => undefined);
    return { isTurned: false };
  }
  const nextPath = join(study.folder, studyFiles.nextKeyring);
  if (stands !== epoch + 1 || !existsSync(nextPath)) return refuse('study.damaged', { where: 'keyring' });
  finish(study, stands, host, () => undefined);
  return { isTurned: true };
}
