/** The ceremony of keys and people: making a study's keys, adding a person, opening a person's own keys, passing keys on. */

import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import { type KeyName, keyNames, type Person, type PersonId, type Role } from '../../shared/study/person.ts';
import { deriveKey, newDerivation, type Secret } from './derive-key.ts';
import { type Keyring, type KeyringPerson, keysOf } from './keyring.ts';
import { newKey, openBytes, sealBytes } from './seal.ts';
import sodium from './sodium.ts';

/** The study keys that someone holds, opened. */
export type StudyKeys = Readonly<Partial<Record<KeyName, Uint8Array>>>;

export interface NewPerson {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly confidentialityOn: Day;
  readonly secret: Secret;
}

const to64 = (bytes: Uint8Array) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
const from64 = (text: string) => sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
const privateBinding = (study: string, id: string) => ({ study, table: 'people', row: id, field: 'private-key' });

/** A study key sealed to a person; its name, study and epoch travel inside, so that no wrap can stand in for another. */
function sealedTo(person: Pick<KeyringPerson, 'publicKey'>, keyring: Keyring, name: KeyName, key: Uint8Array): string {
  const labelled = sodium.from_string(JSON.stringify([keyring.study, name, keyring.epoch, to64(key)]));
  return to64(sodium.crypto_box_seal(labelled, from64(person.publicKey)));
}

function openedBy(
  person: KeyringPerson,
  privateKey: Uint8Array,
  keyring: Keyring,
  name: KeyName,
): Uint8Array | undefined {
  const sealed = person.keys[name];
  if (sealed === undefined) return undefined;
  const opened = sodium.crypto_box_seal_open(from64(sealed), from64(person.publicKey), privateKey);
  const [study, label, epoch, key] = JSON.parse(sodium.to_string(opened));
  const isMeant = study === keyring.study && label === name && epoch === keyring.epoch;
  return isMeant ? from64(key) : refuse('study.damaged', { where: `keyring.${name}` });
}

/** `keyring` with one more person, who gets those keys of their roles that `held` contains; the others stay awaited. */
export function withPerson(keyring: Keyring, held: StudyKeys, person: NewPerson): Keyring {
  if (keyring.people.some(({ name }) => name === person.name)) refuse('study.name-taken', {});
  const id = sodium.to_hex(sodium.randombytes_buf(8)) as PersonId;
  const pair = sodium.crypto_box_keypair();
  const derivation = newDerivation();
  const own = {
    id,
    name: person.name,
    roles: person.roles,
    confidentialityOn: person.confidentialityOn,
    derivation,
    publicKey: to64(pair.publicKey),
    privateKey: to64(
      sealBytes(deriveKey(person.secret, derivation), pair.privateKey, privateBinding(keyring.study, id)),
    ),
    keys: {},
  };
  return { ...keyring, people: [...keyring.people, passedOn(own, keyring, held)] };
}

/** The person with every key of their roles that is still awaited and that `held` contains. */
function passedOn(person: KeyringPerson, keyring: Keyring, held: StudyKeys): KeyringPerson {
  const keys: Partial<Record<KeyName, string>> = { ...person.keys };
  for (const name of keysOf(person.roles)) {
    const key = held[name];
    if (keys[name] === undefined && key !== undefined) keys[name] = sealedTo(person, keyring, name, key);
  }
  return { ...person, keys };
}

/** `keyring` after the person called `to` got what they await and `held` contains. Refuses `study.nothing-to-pass-on` when that is nothing. */
export function withKeysPassedOn(keyring: Keyring, held: StudyKeys, to: string): Keyring {
  const isMeant = ({ name, roles, keys }: KeyringPerson) =>
    name === to && keysOf(roles).some((key) => keys[key] === undefined && held[key] !== undefined);
  if (!keyring.people.some(isMeant)) refuse('study.nothing-to-pass-on', {});
  return { ...keyring, people: keyring.people.map((one) => (isMeant(one) ? passedOn(one, keyring, held) : one)) };
}

/** A new study's keys and its keyring in epoch 1, with its first people. */
export function newKeyring(study: string, people: readonly NewPerson[]): { keyring: Keyring; keys: StudyKeys } {
  const link = sodium.crypto_box_keypair();
  const answers = sodium.crypto_box_keypair();
  const keys = {
    study: newKey(),
    contact: newKey(),
    draft: newKey(),
    link: link.privateKey,
    answers: answers.privateKey,
  };
  const empty: Keyring = {
    study,
    epoch: 1,
    linkPublicKey: to64(link.publicKey),
    answersPublicKey: to64(answers.publicKey),
    people: [],
  };
  return { keyring: people.reduce((keyring, person) => withPerson(keyring, keys, person), empty), keys };
}

/** The keys of the person with this name. Refuses in one way whether the name or the passphrase is wrong, after the same work. */
export function openedKeys(keyring: Keyring, name: string, secret: Secret): { person: Person; keys: StudyKeys } {
  const person = keyring.people.find((one) => one.name === name);
  const derived = deriveKey(secret, person?.derivation ?? newDerivation());
  if (person === undefined) return refuse('session.wrong-name-or-passphrase', {});
  let privateKey: Uint8Array;
  try {
    privateKey = openBytes(derived, from64(person.privateKey), privateBinding(keyring.study, person.id));
  } catch {
    return refuse('session.wrong-name-or-passphrase', {});
  }
  const keys: Partial<Record<KeyName, Uint8Array>> = {};
  for (const keyName of keyNames) {
    const key = openedBy(person, privateKey, keyring, keyName);
    if (key !== undefined) keys[keyName] = key;
  }
  const { id, roles, confidentialityOn } = person;
  return { person: { id, name: person.name, roles, confidentialityOn }, keys };
}
