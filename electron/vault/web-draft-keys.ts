/**
 * What was begun on the web, sealed by someone who cannot open it: the manager reads the returns in, and the answers in them are for whoever goes on with
 * the interview. The draft key has a key pair that follows from it; its public half stands in the keyring. The key of such a draft is
 * sealed to that pair, and that again under the key of the case: so it opens, as every draft does, with both together only.
 */
import { createHmac } from 'node:crypto';
import { refuse } from '../../shared/problem.ts';
import { type Binding, openBytes, sealBytes } from './seal.ts';
import sodium from './sodium.ts';

/** The pair of a draft key. */
function draftPair(draftKey: Uint8Array) {
  const seed = createHmac('sha256', draftKey).update('veldwerk draft from the web').digest();
  return sodium.crypto_box_seed_keypair(new Uint8Array(seed));
}

export function draftPublicKey(draftKey: Uint8Array): Uint8Array {
  return draftPair(draftKey).publicKey;
}

/** `key`, of a draft, for those who hold the draft key and the key of this case. */
export function sealedWebKey(key: Uint8Array, to: Uint8Array, caseKey: Uint8Array, binding: Binding): Uint8Array {
  return sealBytes(caseKey, sodium.crypto_box_seal(key, to), binding);
}

/** Longer than that of a draft that was begun in a call: told apart by it, and by nothing else. */
const webKeyBytes = 1 + 24 + 16 + sodium.crypto_box_SEALBYTES + 32;
export const isWebKey = (sealed: Uint8Array): boolean => sealed.length === webKeyBytes;

export function openWebKey(
  sealed: Uint8Array,
  draftKey: Uint8Array,
  caseKey: Uint8Array,
  binding: Binding,
): Uint8Array {
  const { publicKey, privateKey } = draftPair(draftKey);
  const box = openBytes(caseKey, sealed, binding);
  try {
    return sodium.crypto_box_seal_open(box, publicKey, privateKey);
  } catch {
    return refuse('study.damaged', { where: 'drafts.key' });
  }
}
