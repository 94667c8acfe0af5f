/**
 * The vault: holds one person's opened keys and does for the office what they allow. It lives in a process of its own that ends at
 * lock or sign-out; that a process ended can be promised, that memory was wiped cannot.
 */
import { createHmac } from 'node:crypto';
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { KeyName, Person, PersonId } from '../../shared/study/person.ts';
import type { ResponseId } from '../../shared/study/response.ts';
import type { Secret } from './derive-key.ts';
import { type Keyring, keysOf, readKeyring, writeKeyring } from './keyring.ts';
import { type NewPerson, newKeyring, openedKeys, type StudyKeys, withKeysPassedOn, withPerson } from './people-keys.ts';
import { type Binding, newKey, openBytes, openText, sealBytes, sealText } from './seal.ts';
import sodium from './sodium.ts';

/** A text in its place: `table`, `row` and the frozen `field` tag are bound into the sealing. */
export interface Sealable {
  readonly table: string;
  readonly row: string;
  readonly field: string;
  readonly text: string;
}
export interface Sealed extends Omit<Sealable, 'text'> {
  readonly sealed: Uint8Array;
}

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
  /** Keys of this person's roles that nobody passed on yet. */
  readonly awaited: readonly KeyName[];
}

const responseBlock = 1024;

/** A key for one purpose, derived from the study key: HMAC-SHA-256 with a label. */
function subkey(studyKey: Uint8Array, label: string): Uint8Array {
  return new Uint8Array(createHmac('sha256', studyKey).update(`veldwerk ${label}`).digest());
}

export class Vault {
  #keyring: Keyring | undefined;
  #deviceSecret: Uint8Array | undefined;
  #keys: StudyKeys = {};

  /**
   * Makes the keys of a new study and holds them all until it is closed, which should be soon. The caller keeps the device secret
   * outside the study folder and writes the file inside it.
   */
  createStudy(study: string, people: readonly NewPerson[]): StudyKeysMade {
    const deviceSecret = newKey();
    const { keyring, keys } = newKeyring(study, people);
    this.#keyring = keyring;
    this.#keys = keys;
    this.#deviceSecret = deviceSecret;
    return {
      keyringFile: writeKeyring(keyring, deviceSecret),
      deviceSecret,
      founder: keyring.people[0]!.id,
      ...this.#openKeys(),
    };
  }

  /** Opens the keys of the person called `name`. Refuses `session.wrong-name-or-passphrase` or `study.damaged`. */
  unlock(keyringFile: Uint8Array, deviceSecret: Uint8Array, name: string, secret: Secret): Unlocked {
    const keyring = readKeyring(keyringFile, deviceSecret);
    const { person, keys } = openedKeys(keyring, name, secret);
    this.#deviceSecret = deviceSecret;
    this.#keys = keys;
    this.#keyring = keyring;
    return {
      person,
      awaited: keysOf(person.roles).filter((key) => keys[key] === undefined),
      ...this.#openKeys(),
    };
  }

  /** The keyring file with one more person. `current` is the file as it is now: a colleague may have changed it since. */
  addPerson(current: Uint8Array, person: NewPerson): Uint8Array {
    if (this.#deviceSecret === undefined) return refuse('session.nobody-signed-in', {});
    this.#keyring = withPerson(readKeyring(current, this.#deviceSecret), this.#keys, person);
    return writeKeyring(this.#keyring, this.#deviceSecret);
  }

  /**
   * The keyring file after the person called `to` got those keys of their roles that they await and this person holds. Only ever on the
   * word of the holder: whoever added someone may know their passphrase.
   */
  passKeysOn(current: Uint8Array, to: string): Uint8Array {
    if (this.#deviceSecret === undefined) return refuse('session.nobody-signed-in', {});
    const keyring = withKeysPassedOn(readKeyring(current, this.#deviceSecret), this.#keys, to);
    return writeKeyring(keyring, this.#deviceSecret);
  }

  /** Everyone in the study: names and roles of staff. */
  people(current: Uint8Array): readonly Person[] {
    if (this.#deviceSecret === undefined) return refuse('session.nobody-signed-in', {});
    return readKeyring(current, this.#deviceSecret).people.map(({ id, name, roles, confidentialityOn }) => {
      return { id, name, roles, confidentialityOn };
    });
  }

  /** Seals texts that everyone in the study may read: agreement, questionnaire, protocol. */
  sealSettings(items: readonly Sealable[]): readonly Uint8Array[] {
    const key = this.#key('study');
    return items.map((item) => sealText(key, item.text, this.#binding(item)));
  }

  openSettings(items: readonly Sealed[]): readonly string[] {
    const key = this.#key('study');
    return items.map((item) => openText(key, item.sealed, this.#binding(item)));
  }

  /** New keys, one per case, wrapped under the study's contact key. */
  newCaseKeys(cases: readonly CaseId[]): readonly Uint8Array[] {
    return cases.map((id) => this.#wrap('contact', newKey(), 'cases', id));
  }

  /** Seals texts of one person under the key of that case. */
  sealCase(
    items: readonly (Sealable & { readonly caseId: CaseId; readonly caseKey: Uint8Array })[],
  ): readonly Uint8Array[] {
    return items.map((item) =>
      sealText(this.#unwrap('contact', item.caseKey, 'cases', item.caseId), item.text, this.#binding(item)),
    );
  }

  openCase(items: readonly (Sealed & { readonly caseId: CaseId; readonly caseKey: Uint8Array })[]): readonly string[] {
    return items.map((item) =>
      openText(this.#unwrap('contact', item.caseKey, 'cases', item.caseId), item.sealed, this.#binding(item)),
    );
  }

  /** A new key for one unfinished interview; gone for good when its row is deleted. */
  newDraftKey(draft: string): Uint8Array {
    return this.#wrap('draft', newKey(), 'drafts', draft);
  }

  sealDraft(draft: string, draftKey: Uint8Array, row: string, text: string): Uint8Array {
    const key = this.#unwrap('draft', draftKey, 'drafts', draft);
    return sealText(key, text, this.#binding({ table: 'draft_answers', row, field: 'answer' }));
  }

  openDraft(
    draft: string,
    draftKey: Uint8Array,
    rows: readonly { readonly row: string; readonly sealed: Uint8Array }[],
  ): readonly string[] {
    const key = this.#unwrap('draft', draftKey, 'drafts', draft);
    return rows.map(({ row, sealed }) =>
      openText(key, sealed, this.#binding({ table: 'draft_answers', row, field: 'answer' })),
    );
  }

  /** Seals a finished response to those who hold the answers key, and which case gave it to those who hold the link key. */
  sealResponses(
    items: readonly { readonly id: ResponseId; readonly caseId: CaseId; readonly text: string }[],
  ): readonly {
    key: Uint8Array;
    content: Uint8Array;
    link: Uint8Array;
  }[] {
    const keyring = this.#open();
    const answersTo = sodium.from_base64(keyring.answersPublicKey, sodium.base64_variants.ORIGINAL);
    const linkTo = sodium.from_base64(keyring.linkPublicKey, sodium.base64_variants.ORIGINAL);
    return items.map(({ id, caseId, text }) => {
      const key = newKey();
      const link = JSON.stringify([keyring.study, caseId, id]);
      return {
        key: sodium.crypto_box_seal(key, answersTo),
        content: sealText(key, text, this.#binding({ table: 'responses', row: id, field: 'content' }), responseBlock),
        link: sodium.crypto_box_seal(sodium.pad(sodium.from_string(link), 128), linkTo),
      };
    });
  }

  openResponses(
    rows: readonly { readonly id: ResponseId; readonly key: Uint8Array; readonly content: Uint8Array }[],
  ): readonly string[] {
    const privateKey = this.#key('answers');
    const publicKey = sodium.from_base64(this.#open().answersPublicKey, sodium.base64_variants.ORIGINAL);
    return rows.map(({ id, key, content }) => {
      const opened = openedBox(key, publicKey, privateKey, 'responses.key');
      return openText(opened, content, this.#binding({ table: 'responses', row: id, field: 'content' }), responseBlock);
    });
  }

  openLinks(links: readonly Uint8Array[]): readonly { readonly caseId: CaseId; readonly responseId: ResponseId }[] {
    const privateKey = this.#key('link');
    const publicKey = sodium.from_base64(this.#open().linkPublicKey, sodium.base64_variants.ORIGINAL);
    return links.map((link) => {
      const opened = sodium.unpad(openedBox(link, publicKey, privateKey, 'links.sealed'), 128);
      const [study, caseId, responseId] = JSON.parse(sodium.to_string(opened));
      return study === this.#open().study ? { caseId, responseId } : refuse('study.damaged', { where: 'links.sealed' });
    });
  }

  #openKeys(): OpenKeys {
    const studyKey = this.#key('study');
    return { integrityKey: subkey(studyKey, 'integrity'), lookupKey: subkey(studyKey, 'lookup') };
  }

  #open(): Keyring {
    return this.#keyring ?? refuse('session.nobody-signed-in', {});
  }

  #key(name: KeyName): Uint8Array {
    this.#open();
    return this.#keys[name] ?? refuse('session.key-awaited', { key: name });
  }

  #binding(place: Omit<Binding, 'study'>): Binding {
    return { study: this.#open().study, table: place.table, row: place.row, field: place.field };
  }

  /** A wrap names its epoch, so that two epochs can stand side by side while a new one is made. */
  #wrap(name: KeyName, key: Uint8Array, table: string, row: string): Uint8Array {
    return sealBytes(this.#key(name), key, this.#wrapBinding(table, row));
  }

  #unwrap(name: KeyName, wrap: Uint8Array, table: string, row: string): Uint8Array {
    return openBytes(this.#key(name), wrap, this.#wrapBinding(table, row));
  }

  #wrapBinding(table: string, row: string): Binding {
    return this.#binding({ table, row, field: `key in epoch ${this.#open().epoch}` });
  }
}

function openedBox(box: Uint8Array, publicKey: Uint8Array, privateKey: Uint8Array, where: string): Uint8Array {
  try {
    return sodium.crypto_box_seal_open(box, publicKey, privateKey);
  } catch {
    return refuse('study.damaged', { where });
  }
}
