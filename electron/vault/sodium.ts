/** libsodium, ready to use. The sumo build: the plain one has no Argon2id. Everything cryptographic of Veldwerk goes through this folder. */
import sodium from 'libsodium-wrappers';

await sodium.ready;
export default sodium;

const block = 4096;
let pool: Uint8Array = new Uint8Array(0);
let used = 0;

/** `length` random bytes for nonces, cut from a larger block: drawing 24 bytes at a time costs more than sealing does. */
export function randomNonce(length: number): Uint8Array {
  if (used + length > pool.length) {
    pool = sodium.randombytes_buf(block);
    used = 0;
  }
  used += length;
  return pool.slice(used - length, used);
}
