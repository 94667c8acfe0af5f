/**
 * From passphrase to key: Argon2id, 256 MiB and 3 passes (libsodium's MODERATE). The parameters stand in the keyring, and a keyring
 * with lower ones is refused, so that nobody can weaken the door by editing the file.
 */
import { refuse } from '../../shared/problem.ts';
import { keyBytes } from './seal.ts';
import sodium from './sodium.ts';

/** How a passphrase was stretched; `salt` is base64 of 16 bytes. */
export interface Derivation {
  readonly algorithm: 'argon2id13';
  readonly passes: number;
  readonly memoryBytes: number;
  readonly salt: string;
}

/**
 * What opens a person's private key. A key that was derived elsewhere may be given instead of the passphrase: whoever has it has paid
 * the derivation already, so it opens no other door; tests use it.
 */
export type Secret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'derived-key'; readonly key: Uint8Array };

const floor = {
  passes: sodium.crypto_pwhash_OPSLIMIT_MODERATE,
  memoryBytes: sodium.crypto_pwhash_MEMLIMIT_MODERATE,
} as const;
/** libsodium takes whole numbers below this. */
const ceiling = 2 ** 31;
const isAtLeast = (value: unknown, least: number) => Number.isSafeInteger(value) && Number(value) >= least;

/** The derivation for a new passphrase, with a fresh salt. */
export function newDerivation(): Derivation {
  const salt = sodium.to_base64(
    sodium.randombytes_buf(sodium.crypto_pwhash_SALTBYTES),
    sodium.base64_variants.ORIGINAL,
  );
  return { algorithm: 'argon2id13', ...floor, salt };
}

/** The 32-byte key of a secret. Refuses `study.damaged` when the parameters are below the floor. Takes about a second for a passphrase. */
export function deriveKey(secret: Secret, derivation: Derivation): Uint8Array {
  const { algorithm, passes, memoryBytes, salt } = derivation;
  const isStrong = isAtLeast(passes, floor.passes) && isAtLeast(memoryBytes, floor.memoryBytes);
  const isCounted = passes < ceiling && memoryBytes < ceiling;
  if (algorithm !== 'argon2id13' || !isStrong || !isCounted) refuse('study.damaged', { where: 'keyring.derivation' });
  if (secret.kind === 'derived-key') return secret.key;
  return sodium.crypto_pwhash(
    keyBytes,
    secret.passphrase.normalize('NFKC'),
    sodium.from_base64(salt, sodium.base64_variants.ORIGINAL),
    passes,
    memoryBytes,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
}
