/** The study folder: made, entered with a passphrase, destroyed. Everything here touches keys and files together. */
import { createSecretKey } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { refuse } from '../shared/problem.ts';
import type { StudyCreated } from '../shared/views.ts';
import { findContactEnd, putDownCalls, refuseInterviewerAfterEnd } from './agreement-end.ts';
import { refuseBackwards } from './clock-backwards.ts';
import { type Host, newId } from './desk.ts';
import { settleEpoch } from './epoch.ts';
import { removeFile, writeFileSafely } from './files/write-file.ts';
import { forgetHead, openHeadFile } from './journal-head.ts';
import { JournalWatch } from './journal-watch.ts';
import {
  adoptKeyring,
  changeKeyring,
  hasReplacedKeyring,
  isDestructionBegun,
  readKeyringFile,
} from './keyring-file.ts';
import { findOlder, noteOlder } from './reconciling.ts';
import type { OpenStudy, SeatId, Session, SignedInPerson } from './session.ts';
import { settingsOf } from './settings.ts';
import { takeOfficeLock } from './store/office-lock.ts';
import { openStore } from './store/store.ts';
import { studyFiles } from './study-files.ts';
import { refuseSynced } from './synced-folder.ts';
import type { OpenKeys, Unlocked } from './vault/held-keys.ts';
import { Integrity } from './vault/integrity.ts';
import { readKeyringHeader } from './vault/keyring.ts';
import type { OpenVault } from './vault/open-vault.ts';
import type { NewPerson } from './vault/people-keys.ts';
import { type WatchedVault, watchedVault } from './watched-vault.ts';
import { WrongPassphrases } from './wrong-passphrases.ts';

/** What may stand in a folder that a new study is made in. */
const harmless = ['.DS_Store', 'Thumbs.db', 'desktop.ini'];

/** How someone's keys are opened in a vault that was started for them. */
export type Entry = (vault: OpenVault, keyringFile: Uint8Array, deviceSecret: Uint8Array) => Promise<Unlocked>;

/** As it stands in the journal. */
type HowIn = { readonly act: 'study.signIn' } | { readonly act: 'study.unlock'; readonly by: 'passphrase' | 'pin' };

export class Studies {
  readonly #host: Host;
  readonly #session: Session;
  readonly #wrong: WrongPassphrases;

  constructor(host: Host, session: Session) {
    this.#host = host;
    this.#session = session;
    this.#wrong = new WrongPassphrases(host, session);
  }

  /** Makes a study in `folder`. The device secret is kept first: without it nothing that follows could be opened. */
  async create(
    folder: string,
    people: readonly NewPerson[],
    { title, isPractice }: { readonly title: string; readonly isPractice: boolean },
  ) {
    refuseSynced(this.#host, folder);
    refuseUnlessEmpty(folder);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const id = newId();
    const vault = this.#host.openVault();
    try {
      const made = await vault.ask('createStudy', id, people);
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

  /**
   * Starts this person's vault and, for the first one in, opens the study. `chosen`: the passphrase of their own, from someone who signs in
   * with a one-time one. Refuses `session.choose-passphrase` when it is absent then.
   */
  signIn(seat: SeatId, name: string, passphrase: string, chosen?: string): Promise<SignedInPerson> {
    const { secretOf } = this.#host;
    const own = chosen === undefined ? [] : [secretOf(chosen)];
    const open: Entry = (vault, file, secret) => vault.ask('unlock', file, secret, name, secretOf(passphrase), ...own);
    return this.#letIn(seat, { act: 'study.signIn' }, this.#wrong.guarded(name, open));
  }

  /**
   * Starts a vault anew for whoever is locked at this seat. All that signing in checks is checked again. A wrong passphrase counts as at
   * signing in; wrong PINs are counted by the vault of the shift.
   */
  unlock(seat: SeatId, by: 'passphrase' | 'pin', open: Entry): Promise<SignedInPerson> {
    const name = this.#session.locked.get(seat)?.name ?? '';
    const entry = by === 'passphrase' ? this.#wrong.guarded(name, open) : open;
    return this.#letIn(seat, { act: 'study.unlock', by }, entry);
  }

  /** A try of the passphrase of someone who is in: a wrong one counts as at signing in. */
  tried<T>(study: string, name: string, attempt: () => Promise<T>): Promise<T> {
    return this.#wrong.counted(study, name, attempt);
  }

  async #letIn(seat: SeatId, how: HowIn, entry: Entry): Promise<SignedInPerson> {
    const folder = this.#session.folder ?? refuse('study.none-open', {});
    // A destruction that was cut short is finished here, but only once the keyring is gone too, which goes right after the secret: as
    // long as it is there, the study may be alive on a machine that has its secret.
    if (isDestructionBegun(folder) && !existsSync(join(folder, studyFiles.keyring))) this.removeFiles(folder);
    const vault = watchedVault(this.#host.openVault(), this.#host.clock);
    try {
      const person = await this.#enter(seat, folder, vault, how, entry);
      this.#session.enter(seat, person);
      return person;
    } catch (error) {
      vault.close();
      this.#session.closeWhenEmpty();
      throw error;
    }
  }

  async #enter(
    seat: SeatId,
    folder: string,
    vault: WatchedVault,
    { act, ...by }: HowIn,
    entry: Entry,
  ): Promise<SignedInPerson> {
    for (;;) {
      const file = readKeyringFile(folder);
      refuseSynced(this.#host, folder);
      const { study: id, epoch, changes } = readKeyringHeader(file);
      const secret = this.#host.deviceSecrets.find(id, epoch) ?? refuse('study.device-secret-missing', {});
      const unlocked = await entry(vault, file, secret);
      // While the passphrase was worked on, the host may have turned to another study, or someone may have taken this seat.
      const { folder: isChosen, study: open, seats } = this.#session;
      if (isChosen !== folder || (open !== undefined && open.id !== id)) refuse('study.changed-meanwhile', {});
      if (seats.has(seat)) refuse('session.already-signed-in', {});
      if (open === undefined) {
        this.#session.study = this.#openStudy(id, folder, unlocked, false);
        // Under another keyring the keys are others, and whoever was removed by it is not let in any more.
        if (settleEpoch(this.#session.study, this.#host).isTurned) {
          this.#session.close();
          continue;
        }
      }
      const { store } = this.#session.study!;
      // An older one would let in whoever had a passphrase then.
      if (changes < store.keyring.known()) refuse('study.damaged', { where: 'keyring' });
      store.keyring.see(changes);
      const { person, awaited, publicKey, changed } = unlocked;
      const on = store.study.get().practiceDay ?? this.#host.today();
      if (act === 'study.signIn') refuseBackwards(store, on);
      if (person.confidentialityOn > on) refuse('session.not-active-yet', { from: person.confidentialityOn });
      const opened = this.#session.study!;
      const endsOn = await findContactEnd(store, settingsOf(opened, vault), on);
      if (endsOn !== undefined && !unlocked.isContactEnded) {
        // First what opens without the keyring: cut short in between, it is all done again.
        const entry = { on, person: person.id, act: 'study.endInterviewing', detail: { endsOn } };
        store.write(entry, () => putDownCalls(store));
        await changeKeyring(opened, (current) => vault.ask('endContact', current, endsOn));
        refuseInterviewerAfterEnd(person.roles, endsOn);
        await adoptKeyring(this.#host, this.#session, folder);
        continue;
      }
      const isLeft = act === 'study.unlock' && this.#session.locked.get(seat)?.id !== person.id;
      if (this.#session.study !== opened || seats.has(seat) || isLeft) refuse('study.changed-meanwhile', {});
      if (changed !== undefined) {
        if (!hasReplacedKeyring(folder, file, changed)) continue;
        store.keyring.see(readKeyringHeader(changed).changes);
        store.write({ on, person: person.id, act: 'study.choosePassphrase', detail: {} }, () => undefined);
        await adoptKeyring(this.#host, this.#session, folder);
      }
      noteOlder(opened, person.id, on);
      const detail = { roles: person.roles.join(' '), ...by };
      store.write({ on, person: person.id, act, detail }, () => undefined);
      this.#wrong.journal(opened, on);
      return { id: person.id, name: person.name, roles: person.roles, vault, publicKey, awaited };
    }
  }

  /** Where the device secret of a study is; a file in a folder that other machines get a copy of is told, and works. */
  secretPlace(study: string): Pick<StudyCreated, 'deviceSecretIn' | 'deviceSecretSyncedBy'> {
    const { deviceSecrets, findSync, ownFolder } = this.#host;
    const deviceSecretIn = deviceSecrets.kindOf(study);
    const by = deviceSecretIn === 'file' ? findSync(ownFolder) : undefined;
    return by === undefined ? { deviceSecretIn } : { deviceSecretIn, deviceSecretSyncedBy: by };
  }

  /** Forgets every device secret of the study, of whatever epoch, and removes its keyring: from then on nobody can open anything in the folder. */
  forgetSecrets(study: string, folder: string): void {
    const { deviceSecrets } = this.#host;
    for (const epoch of deviceSecrets.epochs(study)) deviceSecrets.forget(study, epoch);
    removeFile(join(folder, studyFiles.keyring));
    forgetHead(this.#host.ownFolder, study);
    this.#wrong.forget(study);
  }

  /** Removes the keyring, the database with its logs and the lock; the results stay. */
  removeFiles(folder: string): void {
    const { keyring, nextKeyring, database, lock } = studyFiles;
    const keyrings = [keyring, nextKeyring].flatMap((name) => [name, `${name}.new`]);
    for (const name of [...keyrings, database, `${database}-wal`, `${database}-shm`, lock])
      removeFile(join(folder, name));
  }

  #openStudy(id: string, folder: string, { integrityKey, lookupKey }: OpenKeys, create: boolean): OpenStudy {
    const { onWriteStep, ownFolder, installation } = this.#host;
    const letGo = takeOfficeLock(join(folder, studyFiles.lock));
    try {
      const headFile = openHeadFile(ownFolder, id, installation);
      const store = openStore(join(folder, studyFiles.database), new Integrity(integrityKey), {
        create,
        ...(onWriteStep === undefined ? {} : { onStep: onWriteStep }),
        onEntry: (entry) => journalWatch.note(entry),
      });
      const journalWatch = new JournalWatch(id, store.journal, headFile, { isNew: create });
      const close = () => {
        journalWatch.close();
        store.close();
        letGo();
      };
      const older = create ? undefined : findOlder(store);
      const kept = { store, journalWatch, older, close, lookupKey: createSecretKey(lookupKey) };
      return { id, folder, ...kept, settings: new Map(), areSafeguardsSeen: false };
    } catch (error) {
      letGo();
      throw error;
    }
  }
}

/** Refuses `study.folder-not-empty`. */
export function refuseUnlessEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).some((name) => !harmless.includes(name)))
    refuse('study.folder-not-empty', {});
}
