/**
 * A shift of the call room. Its vault is nobody's: a manager's vault gives it the contact key, sealed to a pair that it made itself, so
 * that the office carries nothing it could read. Interviewers who chose a PIN leave their private key sealed under it and under a
 * pepper of the shift.
 */
import { refuse } from '../../shared/problem.ts';
import type { PersonId } from '../../shared/study/person.ts';
import type { Unlocked } from './held-keys.ts';
import { from64, keysDue, to64 } from './people-keys.ts';
import { newPair, newSalt, openedBy, type Pair, Peppers, pinKey, shownPin, stretchedPin } from './pin.ts';
import { RecoveryKeys } from './recovery-keys.ts';
import { openBytes, sealBytes } from './seal.ts';
import sodium from './sodium.ts';

/** What the office keeps in memory of someone's PIN: it says nothing without the pepper of the shift. */
export interface PinSealed {
  readonly salt: Uint8Array;
  readonly sealed: Uint8Array;
}

const pinBinding = (study: string, person: PersonId) => ({ study, table: 'pins', row: person, field: 'private-key' });

export abstract class ShiftKeys extends RecoveryKeys {
  #shift: Pair | undefined;
  readonly #peppers = new Peppers();
  /** A PIN that was typed, between showing it and getting the pepper. */
  #typed: { readonly salt: Uint8Array; readonly stretched: Uint8Array; readonly pair: Pair } | undefined;

  /** Makes this the vault of a shift. Gives the public key to which a manager's vault seals the contact key. */
  beginShift(): Uint8Array {
    this.#shift = newPair();
    return this.#shift.publicKey;
  }

  /** The contact key of this epoch for the vault of a shift. */
  giveContact(shift: Uint8Array): Uint8Array {
    const { study, epoch } = this.open();
    const given = JSON.stringify([study, epoch, to64(this.key('contact'))]);
    return sodium.crypto_box_seal(sodium.from_string(given), shift);
  }

  /** In the vault of a shift: cases can be handed out from now on, in this epoch. */
  takeContact(given: Uint8Array): void {
    const [study, epoch, contact] = JSON.parse(sodium.to_string(openedBy(this.#ofShift(), given)));
    this.hold({ study, epoch, changes: 0, madeIn: { contact: epoch }, people: [] }, { contact: from64(contact) });
  }

  /** In the vault of a shift: a pepper for whoever chose the PIN that is shown. */
  makePepper(shown: Uint8Array): Uint8Array {
    return this.#peppers.make(this.#ofShift(), shown);
  }

  /** In the vault of a shift: the pepper for whoever shows their PIN. Refuses `session.wrong-pin` or `session.pin-gone`. */
  givePepper(shown: Uint8Array): Uint8Array {
    return this.#peppers.give(this.#ofShift(), shown);
  }

  forgetPepper(person: PersonId): void {
    this.#peppers.forget(person);
  }

  /** Someone typed their PIN: what has to be shown to the vault of the shift. `salt`: that of the PIN they chose before. */
  showPin(person: PersonId, pin: string, shift: Uint8Array, salt: Uint8Array = newSalt()): Uint8Array {
    const pair = newPair();
    const stretched = stretchedPin(pin, salt);
    this.#typed = { salt, stretched, pair };
    return shownPin(person, stretched, pair.publicKey, shift);
  }

  /** Seals this person's private key under the PIN that was shown last, and under the pepper that came back. */
  sealForPin(given: Uint8Array): PinSealed {
    const { person, privateKey } = this.own ?? refuse('session.nobody-signed-in', {});
    const { key, salt } = this.#pinKey(given);
    const own = sodium.from_string(JSON.stringify([person.publicKey, to64(privateKey)]));
    return { salt, sealed: sealBytes(key, own, pinBinding(this.open().study, person.id)) };
  }

  /** Opens the keys of whoever left them under a PIN, as `unlock` does with a passphrase. Refuses as `unlock` does whoever is not in the study any more. */
  unlockWithPin(
    keyringFile: Uint8Array,
    deviceSecret: Uint8Array,
    { study, id, sealed }: { readonly study: string; readonly id: PersonId; readonly sealed: Uint8Array },
    given: Uint8Array,
  ): Unlocked {
    const { key } = this.#pinKey(given);
    const [publicKey, privateKey] = JSON.parse(sodium.to_string(openBytes(key, sealed, pinBinding(study, id))));
    const unlocked = this.enterAs({ id, publicKey, privateKey: from64(privateKey) }, keyringFile, deviceSecret);
    const { contactEndedOn: endsOn } = this.open();
    if (endsOn !== undefined && keysDue(this.open(), unlocked.person.roles).length === 0)
      return refuse('session.study-ended', { endsOn });
    return unlocked;
  }

  #pinKey(given: Uint8Array): { readonly key: Uint8Array; readonly salt: Uint8Array } {
    const { salt, stretched, pair } = this.#typed ?? refuse('session.pin-gone', {});
    this.#typed = undefined;
    return { salt, key: pinKey(stretched, openedBy(pair, given)) };
  }

  #ofShift(): Pair {
    return this.#shift ?? refuse('session.nobody-signed-in', {});
  }
}
