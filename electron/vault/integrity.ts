/**
 * Message authentication of what stands plain: the columns that decide anything, and the chain of the journal. The key opens no
 * content, so the office may hold it while someone is signed in, and can check and sign inside one transaction.
 */
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

export type PlainValue = string | number | null;

export class Integrity {
  /** Made ready once: with the bytes as they are every MAC takes five times as long. */
  readonly #key: KeyObject;

  constructor(key: Uint8Array) {
    this.#key = createSecretKey(key);
  }

  /** HMAC-SHA-256 over a purpose and values, in a form in which no two lists of values are alike. */
  mac(purpose: string, values: readonly PlainValue[]): Uint8Array {
    return new Uint8Array(
      createHmac('sha256', this.#key)
        .update(JSON.stringify([purpose, ...values]))
        .digest(),
    );
  }

  isMacOf(mac: Uint8Array, purpose: string, values: readonly PlainValue[]): boolean {
    const right = this.mac(purpose, values);
    return mac.length === right.length && timingSafeEqual(mac, right);
  }
}
