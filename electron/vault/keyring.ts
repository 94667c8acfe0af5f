/**
 * The keyring: a small file in the study folder, sealed under the device secret D. Per person a key pair whose private half only their
 * passphrase opens, and the study keys of their roles sealed to that pair. D is the outer layer and no part of the passphrase's
 * derivation, so that it can be replaced while colleagues are absent.
 */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import { type KeyName, keyNames, type Person, type Role } from '../../shared/study/person.ts';
import type { Derivation } from './derive-key.ts';
import { openText, sealText } from './seal.ts';
import sodium from './sodium.ts';

/**
 * Which keys a role holds. The manager alone reads no answer, the researcher no contact data. An interviewer holds no key that opens
 * cases: that of the case in hand is given to them (case-keys.ts), and only with it does the draft key open something.
 */
export const keysOfRole: Readonly<Record<Role, readonly KeyName[]>> = {
  manager: ['study', 'contact', 'link'],
  researcher: ['study', 'draft', 'answers'],
  interviewer: ['study', 'draft'],
  officer: ['study'],
};

/** The names of the keys that someone with these roles ought to hold. */
export function keysOf(roles: readonly Role[]): readonly KeyName[] {
  return keyNames.filter((name) => roles.some((role) => keysOfRole[role].includes(name)));
}

export interface KeyringPerson extends Person {
  /**
   * Has a one-time passphrase that whoever added them has seen. At their first sign-in they choose their own and get a new key pair; until
   * then nobody else passes a key on to them.
   */
  readonly isInvited?: true;
  readonly derivation: Derivation;
  /** base64 */
  readonly publicKey: string;
  /** base64, sealed under the key of the passphrase */
  readonly privateKey: string;
  /** base64 per key name, sealed to publicKey; a key of the role that is absent is awaited from someone who holds it. */
  readonly keys: Readonly<Partial<Record<KeyName, string>>>;
}

export interface Keyring {
  readonly study: string;
  readonly epoch: number;
  /** How often it was changed: by it an older one is known, that was put back. */
  readonly changes: number;
  /** base64: anyone may seal to these. The pair of the answers is made by the first researcher who chooses a passphrase. */
  readonly linkPublicKey?: string;
  readonly answersPublicKey?: string;
  /** base64: of the pair that follows from the draft key; what was begun on the web is sealed to it. */
  readonly draftPublicKey?: string;
  /** The epoch in which each key was made; one that is absent has not been made yet. */
  readonly madeIn: Readonly<Partial<Record<KeyName, number>>>;
  /** The last day on which contact data could be used, once it has passed: interviewers hold nothing any more. */
  readonly contactEndedOn?: Day;
  /** base64: of the recovery sheet that counts; recovery files are sealed to it. */
  readonly recoveryPublicKey?: string;
  readonly people: readonly KeyringPerson[];
}

/** What stands readable in the file: enough to find the right device secret, nothing about people. */
export interface KeyringHeader {
  readonly veldwerk: 'keyring';
  readonly format: 1;
  readonly study: string;
  readonly epoch: number;
  readonly changes: number;
}

const binding = (study: string, epoch: number) => ({ study, table: 'keyring', row: String(epoch), field: 'keyring' });

/** The bytes of the keyring file, sealed under the device secret of its epoch. */
export function writeKeyring(keyring: Keyring, deviceSecret: Uint8Array): Uint8Array {
  const { study, epoch, changes } = keyring;
  const header: KeyringHeader = { veldwerk: 'keyring', format: 1, study, epoch, changes };
  const sealed = sealText(deviceSecret, JSON.stringify(keyring), binding(keyring.study, keyring.epoch), 1024);
  const text = textOf({ ...header, sealed: sodium.to_base64(sealed, sodium.base64_variants.ORIGINAL) });
  return new TextEncoder().encode(text);
}

/** The one way in which a keyring is written: whatever reads the same but is written otherwise was changed. */
function textOf({
  veldwerk,
  format,
  study,
  epoch,
  changes,
  sealed,
}: KeyringHeader & { readonly sealed: string }): string {
  return `${JSON.stringify({ veldwerk, format, study, epoch, changes, sealed })}\n`;
}

/** The readable part, which names a device secret: so nothing else may stand there. Refuses `study.damaged` when the file is no keyring. */
export function readKeyringHeader(file: Uint8Array): KeyringHeader & { readonly sealed: string } {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
    const parsed = JSON.parse(text);
    const isKeyring =
      parsed?.veldwerk === 'keyring' &&
      parsed.format === 1 &&
      typeof parsed.study === 'string' &&
      /^[\w-]{1,64}$/.test(parsed.study) &&
      Number.isSafeInteger(parsed.epoch) &&
      parsed.epoch >= 1 &&
      Number.isSafeInteger(parsed.changes) &&
      typeof parsed.sealed === 'string' &&
      textOf(parsed) === text;
    if (isKeyring) return parsed;
  } catch {
    // told below
  }
  return refuse('study.damaged', { where: 'keyring' });
}

/** Opens the file with the device secret. Refuses `study.damaged` when it was changed or the secret is another one. */
export function readKeyring(file: Uint8Array, deviceSecret: Uint8Array): Keyring {
  const { study, epoch, changes, sealed } = readKeyringHeader(file);
  let bytes: Uint8Array;
  try {
    bytes = sodium.from_base64(sealed, sodium.base64_variants.ORIGINAL);
  } catch {
    return refuse('study.damaged', { where: 'keyring' });
  }
  const keyring = JSON.parse(openText(deviceSecret, bytes, binding(study, epoch), 1024)) as Keyring;
  return keyring.changes === changes ? keyring : refuse('study.damaged', { where: 'keyring' });
}
