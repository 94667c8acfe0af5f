/**
 * The key pair of this installation, with which it signs what it saw: an Ed25519 pair, made when it is first needed. Its private half is
 * kept as device secrets are, in the keychain or in a file of this account outside any study. It opens nothing.
 */
import { createHmac, createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign, verify } from 'node:crypto';
import type { DeviceSecrets } from './device-secrets.ts';

export interface Installation {
  /** Raw, base64: 32 bytes. */
  publicKey(): string;
  /** Ed25519 over the bytes, base64. */
  sign(bytes: Uint8Array): string;
  isSigned(bytes: Uint8Array, signature: string): boolean;
  /** A name for something that must not stand readable: the same for the same words here, and nothing to anyone without the key. Hex. */
  tag(purpose: string, words: readonly string[]): string;
}

/** Its place among the device secrets; the id of a study is always longer. */
const place = ['installation', 1] as const;
const seedBytes = 32;
/** What stands before the 32 bytes of an Ed25519 private key in PKCS #8: RFC 8410, section 7. */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export function installationOf(secrets: DeviceSecrets): Installation {
  let kept: { readonly seed: Uint8Array; readonly privateKey: KeyObject; readonly publicKey: KeyObject } | undefined;
  const pair = () => {
    if (kept !== undefined) return kept;
    const seed = secrets.find(...place) ?? newSeed(secrets);
    const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
    kept = { seed, privateKey, publicKey: createPublicKey(privateKey) };
    return kept;
  };
  return {
    publicKey: () => Buffer.from(pair().publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64'),
    sign: (bytes) => sign(null, bytes, pair().privateKey).toString('base64'),
    isSigned: (bytes, signature) => verify(null, bytes, pair().publicKey, Buffer.from(signature, 'base64')),
    tag: (purpose, words) =>
      createHmac('sha256', pair().seed)
        .update(JSON.stringify([`veldwerk ${purpose}`, ...words]))
        .digest('hex'),
  };
}

function newSeed(secrets: DeviceSecrets): Uint8Array {
  const seed = new Uint8Array(randomBytes(seedBytes));
  try {
    secrets.keep(...place, seed);
    return seed;
  } catch (error) {
    // Another process of this account may have been first.
    const found = secrets.find(...place);
    if (found !== undefined) return found;
    throw error;
  }
}
