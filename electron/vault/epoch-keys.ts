/**
 * The keys of the next epoch: a new contact key for everyone who holds the one before, new pairs of link and answers when
 * something of them is not to be read any more, and without those who go. What was copied before opens only with the device secret of its own epoch, which goes last.
 */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import type { KeyName, PersonId } from '../../shared/study/person.ts';
import type { Keyring, KeyringPerson } from './keyring.ts';
import { keysDue, type StudyKeys, sealedTo, to64, withoutPerson } from './people-keys.ts';
import { newKey } from './seal.ts';
import sodium from './sodium.ts';

export interface EpochChange {
  /** Someone of the staff who goes. */
  readonly remove?: string;
  /** The last day on which contact data could be used, which has passed. */
  readonly endContact?: Day;
  /** Links that were copied before are to open no more. */
  readonly renewLink?: boolean;
  /** Responses that were copied before are to open no more: made by someone who holds the answers. */
  readonly answers?: NewAnswers;
}

/** A new answers pair as far as others may see it. */
export interface NewAnswers {
  /** base64 */
  readonly publicKey: string;
  /** Its private half, sealed to each person who holds the one before: base64 by their random id. */
  readonly wraps: Readonly<Record<PersonId, string>>;
}

/** The keyring and keys of the next epoch, made by someone who holds the contact key and, to unlink, the link key. */
export function nextEpoch(
  keyring: Keyring,
  held: StudyKeys,
  change: EpochChange,
): { keyring: Keyring; keys: StudyKeys } {
  const { remove, endContact, renewLink, answers } = change;
  if (held.contact === undefined) refuse('session.key-awaited', { key: 'contact' });
  if (renewLink && held.link === undefined) refuse('session.key-awaited', { key: 'link' });
  const epoch = keyring.epoch + 1;
  let next: Keyring = { ...(remove === undefined ? keyring : withoutPerson(keyring, remove)), epoch };
  next = { ...next, changes: keyring.changes + 1 };
  if (endContact !== undefined) next = withContactEnded(next, endContact);
  let keys: StudyKeys = held;
  const renew = (name: KeyName, key: Uint8Array) => {
    next = { ...next, madeIn: { ...next.madeIn, [name]: epoch } };
    next = { ...next, people: next.people.map((one) => resealed(one, next, name, key)) };
    keys = { ...keys, [name]: key };
  };
  renew('contact', newKey());
  if (renewLink) {
    const pair = sodium.crypto_box_keypair();
    next = { ...next, linkPublicKey: to64(pair.publicKey) };
    renew('link', pair.privateKey);
  }
  if (answers !== undefined) next = withAnswers(next, answers);
  return { keyring: next, keys };
}

/** A new answers pair for the next epoch, and its private half sealed to everyone who holds the one before. */
export function newAnswers(keyring: Keyring): NewAnswers {
  const pair = sodium.crypto_box_keypair();
  const next = { ...keyring, madeIn: { ...keyring.madeIn, answers: keyring.epoch + 1 } };
  const holders = keyring.people.filter(({ keys }) => keys.answers !== undefined);
  const wraps = holders.map((one) => [one.id, sealedTo(one, next, 'answers', pair.privateKey)] as const);
  return { publicKey: to64(pair.publicKey), wraps: Object.fromEntries(wraps) };
}

function withAnswers(keyring: Keyring, { publicKey, wraps }: NewAnswers): Keyring {
  const people = keyring.people.map((one): KeyringPerson => {
    const { answers: _, ...keys } = one.keys;
    const wrap = wraps[one.id];
    return { ...one, keys: wrap === undefined ? keys : { ...keys, answers: wrap } };
  });
  return { ...keyring, people, answersPublicKey: publicKey, madeIn: { ...keyring.madeIn, answers: keyring.epoch } };
}

/** Interviewers hold nothing any more; someone with another role too keeps the keys of that one. It takes no key to do this. */
export function withContactEnded(keyring: Keyring, on: Day): Keyring {
  const ended: Keyring = { ...keyring, contactEndedOn: on };
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
