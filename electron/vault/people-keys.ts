/**
 * The ceremony of keys and people: making a study's keys, adding a person with a one-time passphrase, their first sign-in, passing keys
 * on, and removing someone. Everything is a function from one keyring to the next.
 */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import { type KeyName, keyNames, type Person, type PersonId, type Role } from '../../shared/study/person.ts';
import { deriveKey, newDerivation, type Secret } from './derive-key.ts';
import { type Keyring, type KeyringPerson, keysOf } from './keyring.ts';
import { newKey, openBytes, sealBytes } from './seal.ts';
import sodium from './sodium.ts';
import { draftPublicKey } from './web-draft-keys.ts';

/** The study keys that someone holds, opened. */
export type StudyKeys = Readonly<Partial<Record<KeyName, Uint8Array>>>;

export interface NewPerson {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly confidentialityOn: Day;
  readonly secret: Secret;
  /** The secret is a one-time passphrase: they choose their own when they first sign in. */
  readonly isInvited?: true;
}

/** Someone whose private key is open. */
export interface Opened {
  readonly person: KeyringPerson;
  readonly privateKey: Uint8Array;
  readonly keys: StudyKeys;
}

export const to64 = (bytes: Uint8Array) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
export const from64 = (text: string) => sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
const privateBinding = (study: string, id: string) => ({ study, table: 'people', row: id, field: 'private-key' });

/** A study key sealed to a person; study, name and the epoch it was made in travel inside, so that no wrap can stand in for another. */
export function sealedTo(
  person: Pick<KeyringPerson, 'publicKey'>,
  keyring: Keyring,
  name: KeyName,
  key: Uint8Array,
): string {
  const labelled = sodium.from_string(JSON.stringify([keyring.study, name, keyring.madeIn[name], to64(key)]));
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
  let opened: Uint8Array;
  try {
    opened = sodium.crypto_box_seal_open(from64(sealed), from64(person.publicKey), privateKey);
  } catch {
    return refuse('study.damaged', { where: `keyring.${name}` });
  }
  const [study, label, madeIn, key] = JSON.parse(sodium.to_string(opened));
  const isMeant = study === keyring.study && label === name && madeIn === keyring.madeIn[name];
  return isMeant ? from64(key) : refuse('study.damaged', { where: `keyring.${name}` });
}

/** The study keys of someone whose private key is open. */
export function keysOpenedBy(keyring: Keyring, person: KeyringPerson, privateKey: Uint8Array): StudyKeys {
  const keys: Partial<Record<KeyName, Uint8Array>> = {};
  for (const name of keyNames) {
    const key = openedBy(person, privateKey, keyring, name);
    if (key !== undefined) keys[name] = key;
  }
  return keys;
}

/** A new key pair whose private half only `secret` opens. */
function ownPair(study: string, id: PersonId, secret: Secret) {
  const pair = sodium.crypto_box_keypair();
  const derivation = newDerivation();
  const sealed = sealBytes(deriveKey(secret, derivation), pair.privateKey, privateBinding(study, id));
  return {
    privateKey: pair.privateKey,
    stored: { derivation, publicKey: to64(pair.publicKey), privateKey: to64(sealed) },
  };
}

/** `keyring` with one more person, who gets those keys of their roles that `held` contains; the others stay awaited. */
export function withPerson(keyring: Keyring, held: StudyKeys, person: NewPerson): Keyring {
  if (keyring.people.some(({ name }) => name === person.name)) refuse('study.name-taken', {});
  const id = sodium.to_hex(sodium.randombytes_buf(8)) as PersonId;
  const { name, roles, confidentialityOn, secret, isInvited } = person;
  const own: KeyringPerson = {
    ...{ id, name, roles, confidentialityOn },
    ...ownPair(keyring.study, id, secret).stored,
    ...(isInvited ? { isInvited } : {}),
    keys: {},
  };
  return { ...keyring, people: [...keyring.people, passedOn(own, keyring, held)] };
}

/** The keys that someone with these roles ought to hold now. */
export function keysDue({ contactEndedOn }: Keyring, roles: readonly Role[]): readonly KeyName[] {
  return keysOf(contactEndedOn === undefined ? roles : roles.filter((role) => role !== 'interviewer'));
}

/** The person with every key of their roles that is still awaited and that `held` contains. */
function passedOn(person: KeyringPerson, keyring: Keyring, held: StudyKeys): KeyringPerson {
  const keys: Partial<Record<KeyName, string>> = { ...person.keys };
  for (const name of keysDue(keyring, person.roles)) {
    const key = held[name];
    if (keys[name] === undefined && key !== undefined) keys[name] = sealedTo(person, keyring, name, key);
  }
  return { ...person, keys };
}

/**
 * `keyring` after the person called `to` got what they await and `held` contains. Refuses `study.nothing-to-pass-on` when that is nothing,
 * and `study.not-signed-in-yet` before they chose a passphrase of their own: until then whoever added them could act as them.
 */
export function withKeysPassedOn(keyring: Keyring, held: StudyKeys, to: string): Keyring {
  const isMeant = ({ name, roles, keys }: KeyringPerson) =>
    name === to && keysDue(keyring, roles).some((key) => keys[key] === undefined && held[key] !== undefined);
  const meant = keyring.people.find(isMeant) ?? refuse('study.nothing-to-pass-on', {});
  if (meant.isInvited) refuse('study.not-signed-in-yet', {});
  return { ...keyring, people: keyring.people.map((one) => (isMeant(one) ? passedOn(one, keyring, held) : one)) };
}

/** `keyring` in which `id` has another passphrase for the same keys. */
export function withOwnSecret(keyring: Keyring, { person, privateKey }: Opened, secret: Secret): Keyring {
  const derivation = newDerivation();
  const sealed = to64(sealBytes(deriveKey(secret, derivation), privateKey, privateBinding(keyring.study, person.id)));
  return replaced(keyring, { ...person, derivation, privateKey: sealed });
}

/**
 * The first sign-in of someone who was invited: a new key pair under the passphrase of their own choice, the keys that waited for them
 * sealed to it, and those keys made that nobody has made yet and a researcher is the first to hold.
 */
export function afterFirstSignIn(
  keyring: Keyring,
  { person, keys: held }: Opened,
  secret: Secret,
): { keyring: Keyring; opened: Opened } {
  const { privateKey, stored } = ownPair(keyring.study, person.id, secret);
  const { isInvited: _, ...rest } = person;
  const made = withKeysMade(keyring, held, person.roles);
  const own = passedOn({ ...rest, ...stored, keys: {} }, made.keyring, made.keys);
  return { keyring: replaced(made.keyring, own), opened: { person: own, privateKey, keys: made.keys } };
}

/** Someone who forgot their passphrase, invited anew: what `held` contains comes back, the rest is passed on by others after they signed in. */
export function withPersonRenewed(keyring: Keyring, held: StudyKeys, name: string, secret: Secret): Keyring {
  const person = keyring.people.find((one) => one.name === name) ?? refuse('study.person-unknown', {});
  refuseLastHolder(keyring, person);
  const renewed: KeyringPerson = {
    ...person,
    ...ownPair(keyring.study, person.id, secret).stored,
    isInvited: true,
    keys: {},
  };
  return replaced(keyring, passedOn(renewed, keyring, held));
}

/** `keyring` without someone. Refuses `study.only-holder` when a key would be lost with them. */
export function withoutPerson(keyring: Keyring, name: string): Keyring {
  const person = keyring.people.find((one) => one.name === name) ?? refuse('study.person-unknown', {});
  refuseLastHolder(keyring, person);
  return { ...keyring, people: keyring.people.filter(({ id }) => id !== person.id) };
}

/** Who could act with each key that was made: those who chose their own passphrase and have it. */
export function holdersOf(keyring: Keyring): readonly { readonly key: KeyName; readonly holders: readonly string[] }[] {
  return keyNames
    .filter((key) => keyring.madeIn[key] !== undefined)
    .map((key) => {
      const holders = keyring.people.filter(({ isInvited, keys }) => !isInvited && keys[key] !== undefined);
      return { key, holders: holders.map(({ name }) => name) };
    });
}

function refuseLastHolder(keyring: Keyring, person: KeyringPerson): void {
  const keys = holdersOf(keyring).filter(({ holders }) => holders.length === 1 && holders[0] === person.name);
  if (keys.length > 0) refuse('study.only-holder', { keys: keys.map(({ key }) => key) });
}

function replaced(keyring: Keyring, person: KeyringPerson): Keyring {
  return { ...keyring, people: keyring.people.map((one) => (one.id === person.id ? person : one)) };
}

/** The keys that the first holder of a role makes: a manager founds the study, a researcher brings the answers into being. */
const madeBy: Readonly<Partial<Record<Role, readonly KeyName[]>>> = {
  manager: ['study', 'contact', 'link'],
  researcher: ['draft', 'answers'],
};

/** `keyring` and `held` with those keys that these roles make and that are not there yet. */
function withKeysMade(
  keyring: Keyring,
  held: StudyKeys,
  roles: readonly Role[],
): { keyring: Keyring; keys: StudyKeys } {
  let made = keyring;
  let keys = held;
  for (const name of roles.flatMap((role) => madeBy[role] ?? [])) {
    if (made.madeIn[name] !== undefined) continue;
    const madeIn = { ...made.madeIn, [name]: made.epoch };
    if (name === 'link' || name === 'answers') {
      const pair = sodium.crypto_box_keypair();
      made = { ...made, madeIn, [`${name}PublicKey`]: to64(pair.publicKey) };
      keys = { ...keys, [name]: pair.privateKey };
    } else {
      const key = newKey();
      made = { ...made, madeIn, ...(name === 'draft' ? { draftPublicKey: to64(draftPublicKey(key)) } : {}) };
      keys = { ...keys, [name]: key };
    }
  }
  return { keyring: made, keys };
}

/**
 * A new study's keyring in epoch 1, with its first people, and the keys of those who chose a passphrase at this moment. The keys of a
 * researcher who was invited do not exist yet: so nobody else has ever had them.
 */
export function newKeyring(study: string, people: readonly NewPerson[]): { keyring: Keyring; keys: StudyKeys } {
  const present = people.filter(({ isInvited }) => !isInvited).flatMap(({ roles }) => roles);
  const { keyring, keys } = withKeysMade({ study, epoch: 1, changes: 0, madeIn: {}, people: [] }, {}, present);
  return { keyring: people.reduce((next, person) => withPerson(next, keys, person), keyring), keys };
}

/** Opens the private key of the person with this name. Refuses in one way whether the name or the passphrase is wrong, after the same work. */
export function openedPerson(keyring: Keyring, name: string, secret: Secret): Opened {
  const person = keyring.people.find((one) => one.name === name);
  const derived = deriveKey(secret, person?.derivation ?? newDerivation());
  if (person === undefined) return refuse('session.wrong-name-or-passphrase', {});
  let privateKey: Uint8Array;
  try {
    privateKey = openBytes(derived, from64(person.privateKey), privateBinding(keyring.study, person.id));
  } catch {
    return refuse('session.wrong-name-or-passphrase', {});
  }
  return { person, privateKey, keys: keysOpenedBy(keyring, person, privateKey) };
}

/** What anyone may know of someone in the keyring. */
export function personOf({ id, name, roles, confidentialityOn }: KeyringPerson): Person {
  return { id, name, roles, confidentialityOn };
}
