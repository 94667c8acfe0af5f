/**
 * Someone's opened keys, and what they can do to the keyring with them: enter, add a colleague, pass keys on, begin the next epoch.
 * vault.ts adds what the keys seal and open.
 */
import { createHmac } from 'node:crypto';
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import type { KeyName, Person, PersonId } from '../../shared/study/person.ts';
import type { Secret } from './derive-key.ts';
import { type EpochChange, type NewAnswers, newAnswers, nextEpoch, withContactEnded } from './epoch-keys.ts';
import { type Keyring, type KeyringPerson, readKeyring, writeKeyring } from './keyring.ts';
import {
  afterFirstSignIn,
  from64,
  holdersOf,
  keysDue,
  keysOpenedBy,
  type NewPerson,
  newKeyring,
  type Opened,
  openedPerson,
  personOf,
  type StudyKeys,
  withKeysPassedOn,
  withOwnSecret,
  withPerson,
  withPersonRenewed,
} from './people-keys.ts';
import { newKey } from './seal.ts';

/** The keys that the office itself may hold while someone is signed in: they open no content. */
export interface OpenKeys {
  /** MAC key for plain columns and the journal. */
  readonly integrityKey: Uint8Array;
  /** MAC key under which login codes are found. */
  readonly lookupKey: Uint8Array;
}

export interface StudyKeysMade extends OpenKeys {
  readonly keyringFile: Uint8Array;
  readonly deviceSecret: Uint8Array;
  readonly founder: PersonId;
}

/** What the office gets when someone has signed in. */
export interface Unlocked extends OpenKeys {
  readonly person: Person;
  /** To which a case's key is sealed when this person gets the case in hand. */
  readonly publicKey: Uint8Array;
  /** Keys of this person's roles that nobody passed on yet. */
  readonly awaited: readonly KeyName[];
  /** Interviewers' keys were deleted already. */
  readonly isContactEnded: boolean;
  /** The keyring as their first sign-in changed it, to be stored before they are let in. */
  readonly changed?: Uint8Array;
}

/** Staff as the keyring knows them. */
export interface KnownPerson extends Person {
  readonly isInvited: boolean;
  readonly awaited: readonly KeyName[];
}

/** The keys of the next epoch, stored before anything is changed to them. */
export interface NextEpoch {
  readonly epoch: number;
  readonly keyringFile: Uint8Array;
  readonly deviceSecret: Uint8Array;
}

/** Someone's pair; `publicKey` base64, as in the keyring. */
export interface OwnKeys {
  readonly id: PersonId;
  readonly publicKey: string;
  readonly privateKey: Uint8Array;
}

/** A key for one purpose, derived from the study key: HMAC-SHA-256 with a label. */
function subkey(studyKey: Uint8Array, label: string): Uint8Array {
  return new Uint8Array(createHmac('sha256', studyKey).update(`veldwerk ${label}`).digest());
}

export abstract class HeldKeys {
  #keyring: Keyring | undefined;
  #deviceSecret: Uint8Array | undefined;
  protected keys: StudyKeys = {};
  protected own: { readonly person: KeyringPerson; readonly privateKey: Uint8Array } | undefined;
  /** Made for the next epoch, which is not there yet. */
  protected next: { readonly keyring: Keyring; readonly keys: StudyKeys } | undefined;
  /** Public half of the answers pair of the next epoch, base64. */
  protected nextAnswers: string | undefined;

  /**
   * Makes the keys of a new study and holds them all until it is closed, which should be soon. The caller keeps the device secret
   * outside the study folder and writes the file inside it.
   */
  createStudy(study: string, people: readonly NewPerson[]): StudyKeysMade {
    const deviceSecret = newKey();
    const { keyring, keys } = newKeyring(study, people);
    this.#keyring = keyring;
    this.keys = keys;
    this.#deviceSecret = deviceSecret;
    return {
      keyringFile: writeKeyring(keyring, deviceSecret),
      deviceSecret,
      founder: keyring.people[0]!.id,
      ...this.#openKeys(),
    };
  }

  /**
   * Opens the keys of the person called `name`. Someone with a one-time passphrase chooses their own: `chosen`. Refuses
   * `session.wrong-name-or-passphrase`, `session.choose-passphrase` or `study.damaged`.
   */
  unlock(keyringFile: Uint8Array, deviceSecret: Uint8Array, name: string, secret: Secret, chosen?: Secret): Unlocked {
    let keyring = readKeyring(keyringFile, deviceSecret);
    let opened = openedPerson(keyring, name, secret);
    const { contactEndedOn: endsOn } = keyring;
    if (endsOn !== undefined && keysDue(keyring, opened.person.roles).length === 0)
      return refuse('session.study-ended', { endsOn });
    const isFirst = opened.person.isInvited === true;
    if (isFirst) {
      if (chosen === undefined) return refuse('session.choose-passphrase', {});
      const made = afterFirstSignIn(keyring, opened, chosen);
      keyring = { ...made.keyring, changes: keyring.changes + 1 };
      opened = made.opened;
    }
    this.#deviceSecret = deviceSecret;
    this.#enter(keyring, opened);
    return { ...this.#unlocked(), ...(isFirst ? { changed: writeKeyring(keyring, deviceSecret) } : {}) };
  }

  /** Goes on with the keyring as it became: others came or went, or an epoch was turned. Refuses `session.wrong-name-or-passphrase` when this person is not in it any more. */
  adopt(keyringFile: Uint8Array, deviceSecret: Uint8Array): Unlocked {
    const { person, privateKey } = this.own ?? refuse('session.nobody-signed-in', {});
    return this.enterAs({ id: person.id, publicKey: person.publicKey, privateKey }, keyringFile, deviceSecret);
  }

  /** Someone whose private key is open enters with the keyring as it is now. */
  protected enterAs(own: OwnKeys, keyringFile: Uint8Array, deviceSecret: Uint8Array): Unlocked {
    const keyring = readKeyring(keyringFile, deviceSecret);
    const person =
      keyring.people.find(({ id, publicKey }) => id === own.id && publicKey === own.publicKey) ??
      refuse('session.wrong-name-or-passphrase', {});
    this.#deviceSecret = deviceSecret;
    this.next = undefined;
    this.nextAnswers = undefined;
    this.#enter(keyring, { person, privateKey: own.privateKey, keys: keysOpenedBy(keyring, person, own.privateKey) });
    return this.#unlocked();
  }

  /** The keyring file with one more person. `current` is the file as it is now: a colleague may have changed it since. */
  addPerson(current: Uint8Array, person: NewPerson): Uint8Array {
    return this.changed(current, (keyring) => withPerson(keyring, this.keys, person));
  }

  /**
   * The keyring file after the person called `to` got those keys of their roles that they await and this person holds. Only ever on the
   * word of the holder, and only to someone who chose a passphrase of their own.
   */
  passKeysOn(current: Uint8Array, to: string): Uint8Array {
    return this.changed(current, (keyring) => withKeysPassedOn(keyring, this.keys, to));
  }

  /** The keyring file in which someone who forgot their passphrase is invited anew with `secret`. */
  renewPerson(current: Uint8Array, name: string, secret: Secret): Uint8Array {
    return this.changed(current, (keyring) => withPersonRenewed(keyring, this.keys, name, secret));
  }

  /** The keyring file in which this person has another passphrase, after `before` proved to be theirs. */
  changePassphrase(current: Uint8Array, before: Secret, chosen: Secret): Uint8Array {
    return this.changed(current, (keyring) => {
      const { name } = this.own?.person ?? refuse('session.nobody-signed-in', {});
      return withOwnSecret(keyring, openedPerson(keyring, name, before), chosen);
    });
  }

  /** The keyring file without a key for interviewers, from the day after the last on which contact data may be used. It takes no key but the device secret. */
  endContact(current: Uint8Array, on: Day): Uint8Array {
    return this.changed(current, (keyring) => withContactEnded(keyring, on));
  }

  /** Everyone in the study: names and roles of staff. */
  people(current: Uint8Array): readonly KnownPerson[] {
    const keyring = readKeyring(current, this.device());
    return keyring.people.map((person) => {
      const awaited = keysDue(keyring, person.roles).filter((key) => person.keys[key] === undefined);
      return { ...personOf(person), isInvited: person.isInvited === true, awaited };
    });
  }

  /** Per key that was made: the names of those who could act with it. */
  holders(current: Uint8Array): ReturnType<typeof holdersOf> {
    return holdersOf(readKeyring(current, this.device()));
  }

  /** A new answers pair for the next epoch. This vault can wrap responses for it (`rewrapResponses`); its private half stays in here. */
  renewAnswers(current: Uint8Array): NewAnswers {
    this.key('answers');
    const made = newAnswers(readKeyring(current, this.device()));
    this.nextAnswers = made.publicKey;
    return made;
  }

  /** The keys of the next epoch. This vault can wrap for it (`rewrapCases`) and goes on in it by `adopt`. */
  prepareEpoch(current: Uint8Array, change: EpochChange): NextEpoch {
    const keyring = readKeyring(current, this.device());
    this.next = nextEpoch(keyring, this.keys, change);
    const deviceSecret = newKey();
    const { epoch } = this.next.keyring;
    return { epoch, deviceSecret, keyringFile: writeKeyring(this.next.keyring, deviceSecret) };
  }

  /** Holds keys that are nobody's own. */
  protected hold(keyring: Keyring, keys: StudyKeys): void {
    this.#keyring = keyring;
    this.keys = keys;
  }

  #enter(keyring: Keyring, { person, privateKey, keys }: Opened): void {
    this.#keyring = keyring;
    this.keys = keys;
    this.own = { person, privateKey };
  }

  #unlocked(): Unlocked {
    const { person } = this.own!;
    const awaited = keysDue(this.open(), person.roles).filter((key) => this.keys[key] === undefined);
    return {
      person: personOf(person),
      publicKey: from64(person.publicKey),
      awaited,
      isContactEnded: this.open().contactEndedOn !== undefined,
      ...this.#openKeys(),
    };
  }

  #openKeys(): OpenKeys {
    const studyKey = this.key('study');
    return { integrityKey: subkey(studyKey, 'integrity'), lookupKey: subkey(studyKey, 'lookup') };
  }

  protected open(): Keyring {
    return this.#keyring ?? refuse('session.nobody-signed-in', {});
  }

  protected device(): Uint8Array {
    return this.#deviceSecret ?? refuse('session.nobody-signed-in', {});
  }

  protected changed(current: Uint8Array, change: (keyring: Keyring) => Keyring): Uint8Array {
    const deviceSecret = this.device();
    const keyring = readKeyring(current, deviceSecret);
    return writeKeyring({ ...change(keyring), changes: keyring.changes + 1 }, deviceSecret);
  }

  protected key(name: KeyName): Uint8Array {
    this.open();
    return this.keys[name] ?? refuse('session.key-awaited', { key: name });
  }
}
