/**
 * Recovery files and backups of the open study: made, registered, and renewed when they became void. Both hold ciphertext only. What is
 * registered is found again at an erasure and at the destruction, so the row comes before the file. See docs/decisions/0018-recovery.md.
 */
import { createHash } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import type { Day } from '../shared/calendar.ts';
import { Refusal, refuse } from '../shared/problem.ts';
import { type SafeguardState, safeguardKinds } from '../shared/study/safeguard.ts';
import type { SafeguardMade, SafeguardsView } from '../shared/views.ts';
import { type Desk, newId } from './desk.ts';
import { fileLimits, limitNames } from './files/file-limits.ts';
import { findStart, removeFile, writeFileSafely } from './files/write-file.ts';
import { readKeyringFile } from './keyring-file.ts';
import type { Safeguard } from './store/safeguards.ts';
import { refuseSynced } from './synced-folder.ts';
import { readKeyringHeader } from './vault/keyring.ts';
import { findBackupHeader, findRecoveryHeader } from './vault/recovery.ts';

type FileKind = Exclude<Safeguard['kind'], 'recovery-sheet'>;

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const pathPlace = (id: string) => ({ table: 'safeguards', row: id, field: 'path' });

/** The study and epoch of a recovery file or backup at `path`; undefined when none stands there. */
function findFileOf(kind: FileKind, path: string): { readonly study: string; readonly epoch: number } | undefined {
  const start = findStart(path);
  if (start === undefined) return undefined;
  return kind === 'backup' ? findBackupHeader(start) : findRecoveryHeader(start);
}

/** Where a new file may come. Refuses `file.inside-study-folder`, `study.folder-synchronised`, `file.exists` when something else stands there. */
export function refusePlace(kind: FileKind, path: string, { host, study, files }: Desk): void {
  if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
  // Elsewhere older versions are kept: an old recovery file would go on to open what was erased.
  if (kind === 'recovery-file') refuseSynced(host, dirname(path));
  const stands = findFileOf(kind, path);
  const isFree = findStart(path) === undefined || stands?.study === study.id;
  if (!isFree) refuse('file.exists', {});
}

/** Where a new sheet may come; it is removed again when it was printed. */
export function refuseSheetPlace(path: string, { host, study, files }: Desk): void {
  if (files.isInside(study.folder, path)) refuse('file.inside-study-folder', {});
  refuseSynced(host, dirname(path));
}

export async function makeSafeguard(kind: FileKind, path: string, desk: Desk): Promise<SafeguardMade> {
  refusePlace(kind, path, desk);
  const replaced = (await safeguardsWithPaths(desk)).filter((one) => one.kind === kind && isSame(one.path, path));
  const made = await written(kind, path, desk);
  for (const one of replaced) setVoid(one, 'replaced', desk);
  return { ...made, isTogether: areTogether(await safeguardsWithPaths(desk)) };
}

/** Registers the file and makes it. Refuses `file.not-written`; then nothing is registered. */
async function written(kind: FileKind, path: string, desk: Desk): Promise<{ readonly sha256: string }> {
  const { store, study, vault, today, write } = desk;
  const keyringFile = readKeyringFile(study.folder);
  const { epoch } = readKeyringHeader(keyringFile);
  const sheet = kind === 'recovery-file' ? await vault.ask('findSheet', keyringFile) : undefined;
  if (kind === 'recovery-file' && sheet === undefined) refuse('recovery.no-sheet', {});
  const id = newId();
  const [sealed] = await vault.ask('sealSettings', [{ ...pathPlace(id), text: path }]);
  const one: Safeguard = {
    id,
    kind,
    epoch,
    ...(sheet === undefined ? {} : { sheet }),
    madeOn: today,
    sha256: '',
    state: 'valid',
    version: 1,
    path: sealed!,
  };
  write('study.makeSafeguard', { kind, epoch }, () => store.safeguards.insert(one));
  try {
    const bytes = await bytesOf(kind, keyringFile, desk);
    writeFileSafely(path, bytes);
    const sha256 = hashOf(bytes);
    write('study.safeguardMade', { kind, epoch, sha256 }, () => store.safeguards.change(one, { sha256 }));
    return { sha256 };
  } catch (error) {
    write('study.safeguardNotMade', { kind, epoch }, () => store.safeguards.remove(id));
    if (isSystemError(error)) return refuse('file.not-written', {});
    throw error;
  }
}

async function bytesOf(kind: FileKind, keyringFile: Uint8Array, { store, vault, today }: Desk): Promise<Uint8Array> {
  if (kind === 'recovery-file') return vault.ask('recoveryFile', keyringFile);
  const database = store.snapshot();
  if (database.length > fileLimits.backupBytes) refuse('file.too-large', { limit: limitNames.backupBytes });
  return vault.ask('backup', today, { keyringFile, database });
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).code === 'string';
}

/**
 * After an epoch was turned, or a new sheet took the place of another: what became void is put down as void, and made anew at its place
 * where that can be written. What cannot be reached stays on the list, to be replaced by hand. Safe to ask at any time.
 */
export async function renewSafeguards(desk: Desk): Promise<void> {
  const keyringFile = readKeyringFile(desk.study.folder);
  const { epoch } = readKeyringHeader(keyringFile);
  const sheet = await desk.vault.ask('findSheet', keyringFile);
  const valid = (await safeguardsWithPaths(desk)).filter(({ state }) => state === 'valid');
  for (const one of valid) {
    const { kind, path } = one;
    const isOtherSheet = one.sheet !== undefined && one.sheet !== sheet;
    const isVoid = isOtherSheet || (kind !== 'recovery-sheet' && one.epoch !== epoch);
    if (!isVoid) continue;
    const left = setVoid(one, 'left', desk);
    if (kind === 'recovery-sheet' || path === undefined) continue;
    const stood = findFileOf(kind, path)?.study === desk.study.id;
    try {
      refusePlace(kind, path, desk);
      await written(kind, path, desk);
    } catch (error) {
      // A drive that is not there, a folder that is gone: the list says so.
      if (error instanceof Refusal) continue;
      throw error;
    }
    if (stood) setVoid(left, 'replaced', desk);
  }
}

/** Once after a study was opened: a turn of the epoch may have been cut short after its end and before this. */
export async function seeSafeguards(desk: Desk): Promise<void> {
  const { study } = desk;
  if (study.areSafeguardsSeen) return;
  study.areSafeguardsSeen = true;
  await renewSafeguards(desk);
}

function setVoid<S extends Omit<Safeguard, 'path'>>(
  one: S,
  state: Exclude<SafeguardState, 'valid'>,
  { store, today, write }: Desk,
): S {
  const { kind, epoch, voidOn = today } = one;
  return write('study.voidSafeguard', { kind, epoch, state }, () => store.safeguards.change(one, { state, voidOn }));
}

/** A void one was destroyed by hand. Refuses `study.changed-meanwhile` when it does not wait for that. */
export function settleSafeguard(id: string, { store, write }: Desk): void {
  const one =
    store.safeguards.all().find((each) => each.id === id && each.state === 'left') ??
    refuse('study.changed-meanwhile', {});
  const { kind, epoch } = one;
  write('study.settleSafeguard', { kind, epoch }, () => store.safeguards.change(one, { state: 'replaced' }));
}

export interface SafeguardWithPath extends Omit<Safeguard, 'path'> {
  readonly path?: string;
}

/** All that were ever made, with their places opened. */
export async function safeguardsWithPaths({ store, vault }: Desk): Promise<readonly SafeguardWithPath[]> {
  const rows = store.safeguards.all();
  const sealed = rows.flatMap(({ id, path }) => (path === undefined ? [] : [{ ...pathPlace(id), sealed: path }]));
  const opened = await vault.ask('openSettings', sealed);
  const paths = new Map(sealed.map(({ row }, index) => [row, opened[index]!]));
  return rows.map(({ path: _, ...row }) => {
    const path = paths.get(row.id);
    return { ...row, ...(path === undefined ? {} : { path }) };
  });
}

function isSame(one: string | undefined, other: string): boolean {
  return one !== undefined && resolve(one) === resolve(other);
}

/** Whether whoever finds one folder has a recovery file and a backup. */
function areTogether(safeguards: readonly SafeguardWithPath[]): boolean {
  const foldersOf = (kind: FileKind) =>
    safeguards.flatMap((one) => {
      return one.kind === kind && one.state === 'valid' && one.path !== undefined ? [resolve(dirname(one.path))] : [];
    });
  const folders = new Set(foldersOf('backup'));
  return foldersOf('recovery-file').some((folder) => folders.has(folder));
}

/** Whether the file stands at its place, of the epoch that it was made in. */
export function standsAtItsPlace({ kind, path, epoch }: SafeguardWithPath, study: string): boolean {
  if (kind === 'recovery-sheet' || path === undefined) return false;
  const stands = findFileOf(kind, path);
  return stands?.study === study && stands.epoch === epoch;
}

/** What of them may outlive the study, as the certificate says it. */
const outliving = {
  'recovery-sheet': 'Herstelbladen op papier',
  'recovery-file': 'Herstelbestanden (versleuteld) die niet op hun plaats stonden',
  backup: 'Reservekopieën (versleuteld) die niet op hun plaats stonden',
} as const satisfies Readonly<Record<Safeguard['kind'], string>>;

/**
 * Removes what stands where it was made, of whatever epoch, and tells the rest by kind. A sheet, a recovery file and a backup that are all
 * left would, with someone's passphrase, open what was destroyed.
 */
export function removeSafeguards(
  safeguards: readonly SafeguardWithPath[],
  study: string,
): readonly { readonly what: string; readonly answer: string }[] {
  const left: Record<Safeguard['kind'], number> = { 'recovery-sheet': 0, 'recovery-file': 0, backup: 0 };
  const inPlace = new Set(safeguards.filter((one) => standsAtItsPlace(one, study)));
  for (const one of safeguards) {
    const { kind, path, state } = one;
    const isGone = kind !== 'recovery-sheet' && path !== undefined && isRemoved(kind, path, study);
    if (state !== 'replaced' && !(isGone && inPlace.has(one))) left[kind] += 1;
  }
  return safeguardKinds.flatMap((kind) =>
    left[kind] === 0 ? [] : [{ what: outliving[kind], answer: String(left[kind]) }],
  );
}

/** Whether no file of this study stands there any more. */
function isRemoved(kind: FileKind, path: string, study: string): boolean {
  if (findFileOf(kind, path)?.study !== study) return true;
  try {
    removeFile(path);
    return true;
  } catch {
    // A stick that may not be written: named as left.
    return false;
  }
}

export async function safeguardsView(desk: Desk): Promise<SafeguardsView> {
  const { study, vault, store } = desk;
  const keyringFile = readKeyringFile(study.folder);
  const sheet = await vault.ask('findSheet', keyringFile);
  const all = await safeguardsWithPaths(desk);
  return {
    ...(sheet === undefined ? {} : { sheet }),
    epoch: store.epochs.current(),
    isTogether: areTogether(all),
    safeguards: all.map((one) => {
      const { id, kind, epoch, sheet: number, madeOn, state, voidOn, path } = one;
      return {
        id,
        kind,
        epoch,
        madeOn,
        state,
        ...(number === undefined ? {} : { sheet: number }),
        ...(voidOn === undefined ? {} : { voidOn: voidOn as Day }),
        ...(path === undefined ? {} : { name: basename(path), isThere: standsAtItsPlace(one, study.id) }),
      };
    }),
  };
}
