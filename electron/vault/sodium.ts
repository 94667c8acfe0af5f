/** libsodium, ready to use. The sumo build: the plain one has no Argon2id. Everything cryptographic of Veldwerk goes through this folder. */
import { randomFillSync } from 'node:crypto';
import sodium from 'libsodium-wrappers';

await sodium.ready;
export default sodium;

const block = 4096;
let pool: Uint8Array = new Uint8Array(0);
let used = 0;

/**
 * Random bytes from the system's generator, through Node. libsodium in WebAssembly asks that same generator for four bytes at a time, which
 * costs 75 µs a nonce: twenty times what the sealing does.
 */
export const randomBytes = (length: number): Uint8Array => randomFillSync(new Uint8Array(length));

/** For nonces only, which are no secret: cut from a larger block. */
export function randomNonce(length: number): Uint8Array {
  if (used + length > pool.length) {
    pool = randomBytes(block);
    used = 0;
  }
  used += length;
  return pool.slice(used - length, used);
}
