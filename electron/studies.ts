/** The study folder: made, entered with a passphrase, and its keyring kept. Everything here touches keys and files together. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '../shared/contract.ts';
import { resultFiles } from '../shared/destruction/result-files.ts';
import { refuse } from '../shared/problem.ts';
import type { Person } from '../shared/study/person.ts';
import { refuseInterviewerAfterEnd } from './agreement-end.ts';
import { type Desk, type Host, newId } from './desk.ts';
import { removeFile, writeFileSafely } from './files/write-file.ts';
import type { OpenStudy, SeatId, Session } from './session.ts';
import { settingsOf } from './settings.ts';
import { takeOfficeLock } from './store/office-lock.ts';
import { openStore } from './store/store.ts';
import { Integrity } from './vault/integrity.ts';
import { readKeyringHeader } from './vault/keyring.ts';
import type { NewPerson } from './vault/people-keys.ts';
import type { OpenKeys } from './vault/vault.ts';

type NewPersonInput = Input<'study.addPerson'>;

/** Shortest passphrase that is accepted, in characters. */
const passphraseAtLeast = 12;

/** What may stand in a folder that a new study is made in. */
const harmless = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** Names in a study folder. Results hold nothing personal and stay; the others go at destruction. A file of any other name is left alone. */
export const studyFiles = {
  keyring: 'keyring',
  database: 'study.db',
  lock: 'office.lock',
  results: 'results',
} as const;

export class Studies {
  readonly #host: Host;
  readonly #session: Session;

  constructor(host: Host, session: Session) {
    this.#host = host;
    this.#session = session;
  }

  /** Makes a study in `folder`. The device secret is kept first: without it nothing that follows could be opened. */
  async create(
    folder: string,
    people: readonly NewPersonInput[],
    { title, isPractice }: { readonly title: string; readonly isPractice: boolean },
  ) {
    refuseSynced(this.#host, folder);
    refuseUnlessEmpty(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const id = newId();
    const vault = this.#host.openVault();
    try {
      const made = await vault.ask(
        'createStudy',
        id,
        people.map((person) => this.#newPerson(person)),
      );
      // Once more: keys take seconds to make, and another study may have been made here meanwhile.
      refuseUnlessEmpty(folder);
      this.#host.deviceSecrets.keep(id, 1, made.deviceSecret);
      let study: OpenStudy | undefined;
      try {
        writeFileSafely(join(folder, studyFiles.keyring), made.keyringFile);
        study = this.#openStudy(id, folder, made, true);
        const { store } = study;
        const createdOn = this.#host.today();
        const putTitle = await settingsOf(study, vault).seal('title', title);
        const entry = {
          on: createdOn,
          person: made.founder,
          act: 'study.create',
          detail: { practice: isPractice, people: people.length },
        };
        store.write(entry, () => {
          store.study.insert({ id, isPractice, createdOn, version: 1 });
          putTitle();
        });
        study.close();
      } catch (error) {
        // Half a study would stand in the way of the next try.
        study?.close();
        this.forgetSecrets(id, folder);
        this.removeFiles(folder);
        throw error;
      }
      return id;
    } finally {
      vault.close();
    }
  }

  refuseShortPassphrases(people: readonly Pick<NewPersonInput, 'passphrase'>[]): void {
    const isShort = people.some(({ passphrase }) => [...passphrase].length < passphraseAtLeast);
    if (isShort) refuse('study.passphrase-too-short', { atLeast: passphraseAtLeast });
  }

  /** Starts this person's vault and, for the first one in, opens the study. */
  async signIn(seat: SeatId, name: string, passphrase: string) {
    const folder = this.#session.folder ?? refuse('study.none-open', {});
    // A destruction that was cut short is finished here, but only once the keyring is gone too, which goes right after the secret: as
    // long as it is there, the study may be alive on a machine that has its secret.
    if (isDestructionBegun(folder) && !existsSync(join(folder, studyFiles.keyring))) this.removeFiles(folder);
    const file = readKeyringFile(folder);
    refuseSynced(this.#host, folder);
    const { study: id, epoch } = readKeyringHeader(file);
    const deviceSecret = this.#host.deviceSecrets.find(id, epoch) ?? refuse('study.device-secret-missing', {});
    const vault = this.#host.openVault();
    try {
      const unlocked = await vault.ask('unlock', file, deviceSecret, name, this.#host.secretOf(passphrase));
      const { person, awaited } = unlocked;
      // While the passphrase was worked on, the host may have turned to another study, or someone may have taken this seat.
      const { folder: chosen, study: open, seats } = this.#session;
      if (chosen !== folder || (open !== undefined && open.id !== id)) refuse('study.changed-meanwhile', {});
      if (seats.has(seat)) refuse('session.already-signed-in', {});
      this.#session.study ??= this.#openStudy(id, folder, unlocked, false);
      const { store } = this.#session.study;
      const { practiceDay } = store.study.get();
      const on = practiceDay ?? this.#host.today();
      if (person.confidentialityOn > on) refuse('session.not-active-yet', { from: person.confidentialityOn });
      const opened = this.#session.study;
      await refuseInterviewerAfterEnd(settingsOf(opened, vault), person.roles, on);
      if (this.#session.study !== opened || seats.has(seat)) refuse('study.changed-meanwhile', {});
      const detail = { roles: person.roles.join(' ') };
      store.write({ on, person: person.id, act: 'study.signIn', detail }, () => undefined);
      seats.set(seat, { id: person.id, name: person.name, roles: person.roles, vault, awaited });
      return { person, awaited };
    } catch (error) {
      vault.close();
      if (this.#session.seats.size === 0) this.#session.close();
      throw error;
    }
  }

  /** Adds a colleague, with the keys that the person at this desk can pass on. */
  addPerson(desk: Desk, person: NewPersonInput): Promise<readonly Person[]> {
    return this.#changeKeyring(desk, (file) => desk.vault.ask('addPerson', file, this.#newPerson(person)));
  }

  /** Passes on to a colleague the keys that they await and the person at this desk holds. */
  passKeysOn(desk: Desk, to: string): Promise<readonly Person[]> {
    return this.#changeKeyring(desk, (file) => desk.vault.ask('passKeysOn', file, to));
  }

  async #changeKeyring(
    { vault, study }: Desk,
    changed: (file: Uint8Array) => Promise<Uint8Array>,
  ): Promise<readonly Person[]> {
    for (;;) {
      const before = readKeyringFile(study.folder);
      const file = await changed(before);
      // A keyring that someone changed meanwhile is begun with again.
      if (hasReplacedKeyring(study.folder, before, file)) return vault.ask('people', file);
    }
  }

  people({ vault, study }: Desk): Promise<readonly Person[]> {
    return vault.ask('people', readKeyringFile(study.folder));
  }

  /** Forgets every device secret of the study, of whatever epoch, and removes its keyring: from then on nobody can open anything in the folder. */
  forgetSecrets(study: string, folder: string): void {
    const { deviceSecrets } = this.#host;
    for (const epoch of deviceSecrets.epochs(study)) deviceSecrets.forget(study, epoch);
    removeFile(join(folder, studyFiles.keyring));
  }

  /** Removes the keyring, the database with its logs and the lock; the results stay. */
  removeFiles(folder: string): void {
    const { keyring, database, lock } = studyFiles;
    for (const name of [keyring, `${keyring}.new`, database, `${database}-wal`, `${database}-shm`, lock])
      removeFile(join(folder, name));
  }

  #newPerson({ name, roles, confidentialityOn, passphrase }: NewPersonInput): NewPerson {
    return { name, roles, confidentialityOn, secret: this.#host.secretOf(passphrase) };
  }

  #openStudy(id: string, folder: string, { integrityKey, lookupKey }: OpenKeys, create: boolean): OpenStudy {
    const { onWriteStep } = this.#host;
    const letGo = takeOfficeLock(join(folder, studyFiles.lock));
    try {
      const store = openStore(join(folder, studyFiles.database), new Integrity(integrityKey), {
        create,
        ...(onWriteStep === undefined ? {} : { onStep: onWriteStep }),
      });
      const close = () => {
        store.close();
        letGo();
      };
      return { id, folder, store, close, lookupKey, settings: new Map() };
    } catch (error) {
      letGo();
      throw error;
    }
  }
}

function refuseUnlessEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).some((name) => !harmless.includes(name)))
    refuse('study.folder-not-empty', {});
}

/** A study is neither made nor opened where other machines get a copy of it. */
export function refuseSynced({ findSync }: Host, folder: string): void {
  const by = findSync(folder);
  if (by !== undefined) refuse('study.folder-synchronised', { by });
}

function readKeyringFile(folder: string): Uint8Array {
  const path = join(folder, studyFiles.keyring);
  if (existsSync(path)) return new Uint8Array(readFileSync(path));
  const certificate = join(folder, studyFiles.results, resultFiles.certificate);
  return refuse(isDestructionBegun(folder) || existsSync(certificate) ? 'study.destroyed' : 'study.not-found', {});
}

/** Whether the keyring was still the one that the change was made to, and is now the changed one. */
function hasReplacedKeyring(folder: string, before: Uint8Array, changed: Uint8Array): boolean {
  if (Buffer.compare(readKeyringFile(folder), before) !== 0) return false;
  writeFileSafely(join(folder, studyFiles.keyring), changed);
  return true;
}

function isDestructionBegun(folder: string): boolean {
  return existsSync(join(folder, studyFiles.results, resultFiles.begun));
}
