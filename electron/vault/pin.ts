/**
 * A PIN for the length of a shift. Six digits are nothing by themselves, so what they seal takes a pepper as well, that only the vault of
 * the shift has and gives to whoever shows the PIN. It counts: after three wrong ones the pepper is gone.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { refuse } from '../../shared/problem.ts';
import type { PersonId } from '../../shared/study/person.ts';
import { from64, to64 } from './people-keys.ts';
import { newKey } from './seal.ts';
import sodium from './sodium.ts';

export interface Pair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

const triesAllowed = 3;

export const newPair = (): Pair => sodium.crypto_box_keypair();

export const newSalt = (): Uint8Array => sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES);

/** The 32 bytes that Argon2id makes of a PIN (64 MiB, 2 passes: libsodium's INTERACTIVE), about a tenth of a second. */
export function stretchedPin(pin: string, salt: Uint8Array): Uint8Array {
  return sodium.crypto_pwhash(
    32,
    pin,
    salt,
    sodium.crypto_pwhash_OPSLIMIT_INTERACTIVE,
    sodium.crypto_pwhash_MEMLIMIT_INTERACTIVE,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
}

/** What seals someone's private key: neither the PIN nor the pepper makes it alone. */
export function pinKey(stretched: Uint8Array, pepper: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', pepper).update('veldwerk pin').update(stretched).digest());
}

/** Shows the PIN to the vault of the shift, which answers to `replyTo`; whoever carries it can neither read it nor change it. */
export function shownPin(person: PersonId, stretched: Uint8Array, replyTo: Uint8Array, shift: Uint8Array): Uint8Array {
  const proof = createHmac('sha256', stretched).update('veldwerk pin proof').digest();
  return sodium.crypto_box_seal(sodium.from_string(JSON.stringify([person, to64(proof), to64(replyTo)])), shift);
}

/** Opens what was sealed to a pair. Refuses `study.damaged` when it was not. */
export function openedBy(pair: Pair, sealed: Uint8Array): Uint8Array {
  try {
    return sodium.crypto_box_seal_open(sealed, pair.publicKey, pair.privateKey);
  } catch {
    return refuse('study.damaged', { where: 'shift' });
  }
}

/** The peppers of those who chose a PIN, in the vault of the shift and nowhere else. */
export class Peppers {
  readonly #kept = new Map<PersonId, { readonly proof: Uint8Array; readonly pepper: Uint8Array; tries: number }>();

  /** A new pepper for whoever shows a PIN that they chose, sealed to them. */
  make(shift: Pair, shown: Uint8Array): Uint8Array {
    const { person, proof, replyTo } = read(shift, shown);
    const pepper = newKey();
    this.#kept.set(person, { proof, pepper, tries: triesAllowed });
    return sodium.crypto_box_seal(pepper, replyTo);
  }

  /** The pepper for whoever shows their PIN. Refuses `session.wrong-pin`, and `session.pin-gone` from the third wrong one on. */
  give(shift: Pair, shown: Uint8Array): Uint8Array {
    const { person, proof, replyTo } = read(shift, shown);
    const kept = this.#kept.get(person) ?? refuse('session.pin-gone', {});
    if (proof.length === kept.proof.length && timingSafeEqual(proof, kept.proof)) {
      kept.tries = triesAllowed;
      return sodium.crypto_box_seal(kept.pepper, replyTo);
    }
    kept.tries -= 1;
    if (kept.tries > 0) return refuse('session.wrong-pin', { left: kept.tries });
    this.forget(person);
    return refuse('session.pin-gone', {});
  }

  forget(person: PersonId): void {
    this.#kept.get(person)?.pepper.fill(0);
    this.#kept.delete(person);
  }
}

function read(shift: Pair, shown: Uint8Array) {
  const [person, proof, replyTo] = JSON.parse(sodium.to_string(openedBy(shift, shown))) as [PersonId, string, string];
  return { person, proof: from64(proof), replyTo: from64(replyTo) };
}
