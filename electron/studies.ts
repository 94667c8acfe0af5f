/** The study folder: made, entered with a passphrase, and its keyring kept. Everything here touches keys and files together. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from '../shared/contract.ts';
import { resultFiles } from '../shared/destruction/result-files.ts';
import { refuse } from '../shared/problem.ts';
import type { Person } from '../shared/study/person.ts';
import { type Desk, type Host, newId } from './desk.ts';
import { removeFile, writeFileSafely } from './files/write-file.ts';
import type { SeatId, Session } from './session.ts';
import { settingsOf } from './settings.ts';
import { openStore } from './store/store.ts';
import { Integrity } from './vault/integrity.ts';
import { readKeyringHeader } from './vault/keyring.ts';
import type { NewPerson } from './vault/people-keys.ts';
import type { OpenKeys } from './vault/vault.ts';

type NewPersonInput = Input<'study.addPerson'>;

/** What may stand in a folder that a new study is made in. */
const harmless = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** Names in a study folder. Results hold nothing personal and stay; all other files go at destruction. */
export const studyFiles = { keyring: 'keyring', database: 'study.db', results: 'results' } as const;

export class Studies {
  readonly #host: Host;
  readonly #session: Session;

  constructor(host: Host, session: Session) {
    this.#host = host;
    this.#session = session;
  }

  /** Makes a study in the session's folder. The device secret is kept first: without it nothing that follows could be opened. */
  async create(
    people: readonly NewPersonInput[],
    { title, isPractice }: { readonly title: string; readonly isPractice: boolean },
  ) {
    const folder = this.#session.folder ?? refuse('study.none-open', {});
    if (existsSync(folder) && readdirSync(folder).some((name) => !harmless.includes(name)))
      refuse('study.folder-not-empty', {});
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const id = newId();
    const vault = this.#host.openVault();
    try {
      const made = await vault.ask(
        'createStudy',
        id,
        people.map((person) => this.#newPerson(person)),
      );
      this.#host.deviceSecrets.keep(id, 1, made.deviceSecret);
      writeFileSafely(join(folder, studyFiles.keyring), made.keyringFile);
      const study = this.#openStudy(id, folder, made, true);
      try {
        const createdOn = this.#host.today();
        const putTitle = await settingsOf(study, vault).seal('title', title);
        const entry = {
          on: createdOn,
          person: made.founder,
          act: 'study.create',
          detail: { practice: isPractice, people: people.length },
        };
        study.store.write(entry, () => {
          study.store.study.insert({ id, isPractice, createdOn, version: 1 });
          putTitle();
        });
      } finally {
        study.store.close();
      }
      return { study: id, folder };
    } finally {
      vault.close();
    }
  }

  /** Starts this person's vault and, for the first one in, opens the study. */
  async signIn(seat: SeatId, name: string, passphrase: string) {
    const folder = this.#session.folder ?? refuse('study.none-open', {});
    const file = readKeyringFile(folder);
    const { study: id, epoch } = readKeyringHeader(file);
    const deviceSecret = this.#host.deviceSecrets.find(id, epoch);
    if (deviceSecret === undefined) return this.#refuseWithoutSecret(folder);
    const vault = this.#host.openVault();
    try {
      const unlocked = await vault.ask('unlock', file, deviceSecret, name, this.#host.secretOf(passphrase));
      const { person, awaited, keyringFile } = unlocked;
      if (keyringFile !== undefined) writeFileSafely(join(folder, studyFiles.keyring), keyringFile);
      this.#session.study ??= this.#openStudy(id, folder, unlocked, false);
      const { store } = this.#session.study;
      const { practiceDay } = store.study.get();
      const on = practiceDay ?? this.#host.today();
      if (person.confidentialityOn > on) {
        if (this.#session.seats.size === 0) this.#session.close();
        refuse('session.not-active-yet', { from: person.confidentialityOn });
      }
      store.write(
        { on, person: person.id, act: 'study.signIn', detail: { roles: person.roles.join(' ') } },
        () => undefined,
      );
      this.#session.seats.set(seat, { id: person.id, name: person.name, roles: person.roles, vault });
      return { person, awaited };
    } catch (error) {
      vault.close();
      throw error;
    }
  }

  /** A destruction that was cut short after the secret went is finished here: what is left of the files can be opened by nobody. */
  #refuseWithoutSecret(folder: string): never {
    if (!isDestructionBegun(folder)) refuse('study.device-secret-missing', {});
    this.removeFiles(folder);
    return refuse('study.destroyed', {});
  }

  /** Adds a colleague, with the keys that the person at this desk can pass on. */
  async addPerson({ vault, study }: Desk, person: NewPersonInput): Promise<readonly Person[]> {
    const file = await vault.ask('addPerson', readKeyringFile(study.folder), this.#newPerson(person));
    writeFileSafely(join(study.folder, studyFiles.keyring), file);
    return vault.ask('people', file);
  }

  people({ vault, study }: Desk): Promise<readonly Person[]> {
    return vault.ask('people', readKeyringFile(study.folder));
  }

  /** Forgets every device secret of the study: from then on nothing in the folder can be opened by anyone. */
  forgetSecrets(study: string, folder: string): void {
    const { epoch } = readKeyringHeader(readKeyringFile(folder));
    for (let old = 1; old <= epoch; old += 1) this.#host.deviceSecrets.forget(study, old);
  }

  /** Removes the keyring and the database with its logs; the results stay. */
  removeFiles(folder: string): void {
    const { keyring, database } = studyFiles;
    for (const name of [keyring, `${keyring}.new`, database, `${database}-wal`, `${database}-shm`])
      removeFile(join(folder, name));
  }

  #newPerson({ name, roles, confidentialityOn, passphrase }: NewPersonInput): NewPerson {
    return { name, roles, confidentialityOn, secret: this.#host.secretOf(passphrase) };
  }

  #openStudy(id: string, folder: string, { integrityKey, lookupKey }: OpenKeys, create: boolean) {
    const { onWriteStep } = this.#host;
    const store = openStore(join(folder, studyFiles.database), new Integrity(integrityKey), {
      create,
      ...(onWriteStep === undefined ? {} : { onStep: onWriteStep }),
    });
    return { id, folder, store, lookupKey, settings: new Map() };
  }
}

function readKeyringFile(folder: string): Uint8Array {
  const path = join(folder, studyFiles.keyring);
  if (existsSync(path)) return new Uint8Array(readFileSync(path));
  const certificate = join(folder, studyFiles.results, resultFiles.certificate);
  return refuse(isDestructionBegun(folder) || existsSync(certificate) ? 'study.destroyed' : 'study.not-found', {});
}

function isDestructionBegun(folder: string): boolean {
  return existsSync(join(folder, studyFiles.results, resultFiles.begun));
}
