/**
 * What replaces a lost device secret: a printed sheet with a secret of 16 bytes in words, and a small recovery file in which the device
 * secret of one epoch is sealed to a key pair that only that secret makes. Neither opens anything alone, and together they open no more
 * than the keyring, in which everyone's passphrase still stands before the keys. See docs/decisions/0018-recovery.md.
 */
import { createHmac } from 'node:crypto';
import { refuse } from '../../shared/problem.ts';
import { codeAlphabet } from '../../shared/study/login-code.ts';
import { openBytes, sealBytes } from './seal.ts';
import sodium from './sodium.ts';

/** What stands readable in a recovery file and on the first line of a backup. */
interface FileHeader {
  readonly format: 1;
  readonly study: string;
  readonly epoch: number;
}
export interface RecoveryHeader extends FileHeader {
  readonly veldwerk: 'recovery';
  /** The number of the sheet that opens it. */
  readonly sheet: string;
  readonly sealed: string;
}
export interface BackupHeader extends FileHeader {
  readonly veldwerk: 'backup';
  /** The day on which it was made. */
  readonly on: string;
}

export interface KeyPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** What a backup holds: the study as it was at one moment. */
export interface BackedUp {
  readonly keyringFile: Uint8Array;
  readonly database: Uint8Array;
}

const to64 = (bytes: Uint8Array) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
const from64 = (text: string) => sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
const encoder = new TextEncoder();

/** The secret is random and whole, so a keyed hash is all that it takes to make a key of it. */
function derived(secret: Uint8Array, label: string, study: string): Uint8Array {
  return new Uint8Array(
    createHmac('sha256', secret)
      .update(JSON.stringify([`veldwerk ${label}`, study]))
      .digest(),
  );
}

/** The pair of a sheet's secret, for this study only. */
export function recoveryPairOf(secret: Uint8Array, study: string): KeyPair {
  return sodium.crypto_box_seed_keypair(derived(secret, 'recovery', study));
}

const numberLength = 5;

/** By which a sheet and its recovery file find one another: a short hash of the public key, in signs that are not mixed up. */
export function sheetNumber(publicKey: Uint8Array): string {
  const hash = sodium.crypto_generichash(numberLength, publicKey, null);
  return [...hash].map((byte) => codeAlphabet[byte % codeAlphabet.length]).join('');
}

/** The bytes of a recovery file. */
export function writeRecoveryFile(
  { study, epoch }: { readonly study: string; readonly epoch: number },
  deviceSecret: Uint8Array,
  publicKey: Uint8Array,
): Uint8Array {
  const sealed = to64(
    sodium.crypto_box_seal(encoder.encode(JSON.stringify([study, epoch, to64(deviceSecret)])), publicKey),
  );
  const header: RecoveryHeader = {
    veldwerk: 'recovery',
    format: 1,
    study,
    epoch,
    sheet: sheetNumber(publicKey),
    sealed,
  };
  return encoder.encode(`${JSON.stringify(header)}\n`);
}

function headerOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const header = parsed as Readonly<Record<string, unknown>>;
    const isOurs =
      header.format === 1 &&
      typeof header.study === 'string' &&
      /^[\w-]{1,64}$/.test(header.study) &&
      Number.isSafeInteger(header.epoch) &&
      Number(header.epoch) >= 1;
    return isOurs ? header : undefined;
  } catch {
    return undefined;
  }
}

/** More than a recovery file ever is. */
const recoveryBytes = 10_000;

/** Undefined when the file is no recovery file. */
export function findRecoveryHeader(file: Uint8Array): RecoveryHeader | undefined {
  if (file.length > recoveryBytes) return undefined;
  const header = headerOf(new TextDecoder().decode(file));
  const isRecovery =
    header?.veldwerk === 'recovery' && typeof header.sheet === 'string' && typeof header.sealed === 'string';
  return isRecovery ? (header as unknown as RecoveryHeader) : undefined;
}

/**
 * The device secret in a recovery file. Refuses `recovery.file-unreadable` when it is none or was changed, `recovery.other-sheet` when it
 * belongs to another sheet than the one the words are from.
 */
export function openRecoveryFile(
  file: Uint8Array,
  secret: Uint8Array,
): { readonly study: string; readonly epoch: number; readonly deviceSecret: Uint8Array } {
  const header = findRecoveryHeader(file) ?? refuse('recovery.file-unreadable', { file: 'recovery-file' });
  const { study, epoch } = header;
  const { publicKey, privateKey } = recoveryPairOf(secret, study);
  const typed = sheetNumber(publicKey);
  if (typed !== header.sheet) refuse('recovery.other-sheet', { needed: header.sheet, typed });
  try {
    const opened = sodium.crypto_box_seal_open(from64(header.sealed), publicKey, privateKey);
    const [of, nr, deviceSecret] = JSON.parse(sodium.to_string(opened)) as [string, number, string];
    if (of === study && nr === epoch) return { study, epoch, deviceSecret: from64(deviceSecret) };
  } catch {
    // told below
  }
  return refuse('recovery.file-unreadable', { file: 'recovery-file' });
}

const backupKey = (deviceSecret: Uint8Array, study: string) => derived(deviceSecret, 'backup', study);
const backupBinding = ({ study, epoch, on }: Omit<BackupHeader, 'veldwerk' | 'format'>) => {
  return { study, table: 'backup', row: String(epoch), field: `backup of ${on}` };
};
const lengthBytes = 4;
const newLine = 10;

/** The bytes of a backup: a readable first line, then keyring and database in one piece sealed under a key of the device secret. */
export function writeBackup(
  place: Omit<BackupHeader, 'veldwerk' | 'format'>,
  deviceSecret: Uint8Array,
  { keyringFile, database }: BackedUp,
): Uint8Array {
  const header: BackupHeader = { veldwerk: 'backup', format: 1, ...place };
  const content = new Uint8Array(lengthBytes + keyringFile.length + database.length);
  new DataView(content.buffer).setUint32(0, keyringFile.length);
  content.set(keyringFile, lengthBytes);
  content.set(database, lengthBytes + keyringFile.length);
  const sealed = sealBytes(backupKey(deviceSecret, place.study), content, backupBinding(place));
  const line = encoder.encode(`${JSON.stringify(header)}\n`);
  const file = new Uint8Array(line.length + sealed.length);
  file.set(line);
  file.set(sealed, line.length);
  return file;
}

/** More than the first line of a backup ever is. */
const lineBytes = 1000;

/** Undefined when the file does not begin as a backup. */
export function findBackupHeader(file: Uint8Array): (BackupHeader & { readonly body: number }) | undefined {
  const end = file.subarray(0, lineBytes).indexOf(newLine);
  if (end < 0) return undefined;
  const header = headerOf(new TextDecoder().decode(file.subarray(0, end)));
  const isBackup = header?.veldwerk === 'backup' && typeof header.on === 'string';
  return isBackup ? { ...(header as unknown as BackupHeader), body: end + 1 } : undefined;
}

/** What a backup holds. Refuses `recovery.file-unreadable` when it is none, was changed, or is of another epoch than the secret. */
export function openBackup(file: Uint8Array, deviceSecret: Uint8Array): BackedUp {
  const header = findBackupHeader(file) ?? refuse('recovery.file-unreadable', { file: 'backup' });
  try {
    const { study, epoch, on, body } = header;
    const key = backupKey(deviceSecret, study);
    const content = openBytes(key, file.subarray(body), backupBinding({ study, epoch, on }));
    const length = new DataView(content.buffer, content.byteOffset).getUint32(0);
    const keyringEnd = lengthBytes + length;
    return { keyringFile: content.slice(lengthBytes, keyringEnd), database: content.slice(keyringEnd) };
  } catch {
    return refuse('recovery.file-unreadable', { file: 'backup' });
  }
}
