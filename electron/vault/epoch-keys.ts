/**
 * The keys of the next epoch: a new contact key for everyone who holds the one before, a new pair of the link when cases and responses are
 * unlinked, and without those who go. What was copied before opens only with the device secret of its own epoch, which goes last.
 */
import { refuse } from '../../shared/problem.ts';
import type { KeyName } from '../../shared/study/person.ts';
import type { Keyring, KeyringPerson } from './keyring.ts';
import { keysDue, type StudyKeys, sealedTo, to64, withoutPerson } from './people-keys.ts';
import { newKey } from './seal.ts';
import sodium from './sodium.ts';

export interface EpochChange {
  /** Someone of the staff who goes. */
  readonly remove?: string;
  /** The end date for contact data has passed. */
  readonly endContact?: boolean;
  /** Nobody is to know any more which case gave which response. */
  readonly unlink?: boolean;
}

/** The keyring and keys of the next epoch, made by someone who holds the contact key and, to unlink, the link key. */
export function nextEpoch(
  keyring: Keyring,
  held: StudyKeys,
  change: EpochChange,
): { keyring: Keyring; keys: StudyKeys } {
  const { remove, endContact, unlink } = change;
  if (held.contact === undefined) refuse('session.key-awaited', { key: 'contact' });
  if (unlink && held.link === undefined) refuse('session.key-awaited', { key: 'link' });
  const epoch = keyring.epoch + 1;
  let next: Keyring = { ...(remove === undefined ? keyring : withoutPerson(keyring, remove)), epoch };
  if (endContact) next = withContactEnded(next);
  let keys: StudyKeys = held;
  const renew = (name: KeyName, key: Uint8Array) => {
    next = { ...next, madeIn: { ...next.madeIn, [name]: epoch } };
    next = { ...next, people: next.people.map((one) => resealed(one, next, name, key)) };
    keys = { ...keys, [name]: key };
  };
  renew('contact', newKey());
  if (unlink) {
    const pair = sodium.crypto_box_keypair();
    next = { ...next, linkPublicKey: to64(pair.publicKey) };
    renew('link', pair.privateKey);
  }
  return { keyring: next, keys };
}

/** Interviewers hold nothing any more; someone with another role too keeps the keys of that one. It takes no key to do this. */
export function withContactEnded(keyring: Keyring): Keyring {
  const ended: Keyring = { ...keyring, isContactEnded: true };
  return { ...ended, people: ended.people.map((one) => withKeysDueOnly(one, ended)) };
}

function withKeysDueOnly(person: KeyringPerson, keyring: Keyring): KeyringPerson {
  const due = keysDue(keyring, person.roles);
  const kept = Object.entries(person.keys).filter(([name]) => due.includes(name as KeyName));
  return { ...person, keys: Object.fromEntries(kept) };
}

function resealed(person: KeyringPerson, keyring: Keyring, name: KeyName, key: Uint8Array): KeyringPerson {
  if (person.keys[name] === undefined) return person;
  return { ...person, keys: { ...person.keys, [name]: sealedTo(person, keyring, name, key) } };
}
