/**
 * Sealing of one value: XChaCha20-Poly1305 with associated data that bind it to its place. The data never name the schema version, so
 * a migration may move columns about without opening anything.
 *
 * Form: 1 byte format (1), 24 bytes nonce, then ciphertext with its 16-byte tag. Text is padded to blocks, so that the length of
 * 'agree' and 'disagree' does not tell them apart.
 */
import { refuse } from '../../shared/problem.ts';
import sodium, { randomBytes, randomNonce } from './sodium.ts';

/** Where a sealed value belongs. `field` is a frozen tag: renaming a column leaves it as it is. */
export interface Binding {
  readonly study: string;
  readonly table: string;
  readonly row: string;
  readonly field: string;
}

const format = 1;
const nonceBytes = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
export const keyBytes = sodium.crypto_aead_xchacha20poly1305_ietf_KEYBYTES;

const encoder = new TextEncoder();
// A byte order mark at the begin of a text is a character of it, as any other.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function associatedData({ study, table, row, field }: Binding): Uint8Array {
  return encoder.encode(JSON.stringify(['veldwerk', format, study, table, row, field]));
}

/** A new random key of 32 bytes. */
export function newKey(): Uint8Array {
  return randomBytes(keyBytes);
}

/** Seals bytes as they are (keys). */
export function sealBytes(key: Uint8Array, bytes: Uint8Array, binding: Binding): Uint8Array {
  const nonce = randomNonce(nonceBytes);
  const box = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(bytes, associatedData(binding), null, nonce, key);
  const sealed = new Uint8Array(1 + nonceBytes + box.length);
  sealed[0] = format;
  sealed.set(nonce, 1);
  sealed.set(box, 1 + nonceBytes);
  return sealed;
}

/** Opens what sealBytes made. Refuses `study.damaged` when a byte was changed, or when it comes from another place or key. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, binding: Binding): Uint8Array {
  if (sealed.length > 1 + nonceBytes && sealed[0] === format) {
    const nonce = sealed.subarray(1, 1 + nonceBytes);
    const box = sealed.subarray(1 + nonceBytes);
    try {
      return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, box, associatedData(binding), nonce, key);
    } catch {
      // told below, in one way for every cause
    }
  }
  return refuse('study.damaged', { where: `${binding.table}.${binding.field}` });
}

/** Seals a text, padded to whole blocks of `block` bytes. */
export function sealText(key: Uint8Array, text: string, binding: Binding, block = 64): Uint8Array {
  return sealBytes(key, sodium.pad(encoder.encode(text), block), binding);
}

/** Opens what sealText made with the same block. */
export function openText(key: Uint8Array, sealed: Uint8Array, binding: Binding, block = 64): string {
  return decoder.decode(sodium.unpad(openBytes(key, sealed, binding), block));
}
