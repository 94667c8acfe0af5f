/** What someone's vault does for recovery: a new sheet and its proof, recovery files, backups; and opening these where nobody is in yet. */
import { refuse } from '../../shared/problem.ts';
import { recoveryWords, secretBytes } from '../../shared/study/recovery-words.ts';
import { findByteOf, wordOf } from '../../shared/study/word-list.ts';
import { HeldKeys } from './held-keys.ts';
import { readKeyring, readKeyringHeader } from './keyring.ts';
import { from64, to64 } from './people-keys.ts';
import {
  type BackedUp,
  type BackupHeader,
  findBackupHeader,
  openBackup,
  openRecoveryFile,
  recoveryPairOf,
  sheetNumber,
  writeBackup,
  writeRecoveryFile,
} from './recovery.ts';
import sodium from './sodium.ts';

/** A sheet to be printed. */
export interface NewSheet {
  readonly number: string;
  readonly words: readonly string[];
  /** The places of the words that have to be typed back; they count from 1. */
  readonly asked: readonly number[];
}

export interface Recovered extends BackedUp {
  readonly study: string;
  readonly epoch: number;
  readonly on: string;
  readonly deviceSecret: Uint8Array;
}

/** Words that are typed back: enough to show that the sheet is there and can be read. */
const wordsAsked = 3;

function somePlaces(): readonly number[] {
  const places = new Set<number>();
  while (places.size < wordsAsked) places.add(1 + sodium.randombytes_uniform(secretBytes));
  return [...places].toSorted((a, b) => a - b);
}

export abstract class RecoveryKeys extends HeldKeys {
  /** Printed, and not yet typed back. */
  #newSheet: { readonly sheet: NewSheet; readonly publicKey: Uint8Array } | undefined;

  /** A new sheet; it takes the place of the ones before by `confirmSheet`, and is forgotten with this vault otherwise. */
  newSheet(): NewSheet {
    const secret = sodium.randombytes_buf(secretBytes);
    const { publicKey } = recoveryPairOf(secret, this.open().study);
    const sheet = { number: sheetNumber(publicKey), words: recoveryWords(secret), asked: somePlaces() };
    this.#newSheet = { sheet, publicKey };
    return sheet;
  }

  /**
   * `typed`: the words that were asked, in that order. The keyring file in which the new sheet is the one to which recovery files are sealed. Refuses `recovery.no-sheet-made`, or
   * `recovery.words-differ` with the places at which another word was typed.
   */
  confirmSheet(current: Uint8Array, typed: readonly string[]): { readonly file: Uint8Array; readonly sheet: string } {
    const { sheet, publicKey } = this.#newSheet ?? refuse('recovery.no-sheet-made', {});
    const places = sheet.asked.filter((nr, index) => {
      const byte = findByteOf(typed[index]?.trim() ?? '');
      return byte === undefined || wordOf(byte) !== sheet.words[nr - 1];
    });
    if (places.length > 0) refuse('recovery.words-differ', { places });
    const file = this.changed(current, (keyring) => ({ ...keyring, recoveryPublicKey: to64(publicKey) }));
    return { file, sheet: sheet.number };
  }

  /** The number of the sheet that counts; undefined when there is none. */
  findSheet(current: Uint8Array): string | undefined {
    const { recoveryPublicKey } = readKeyring(current, this.device());
    return recoveryPublicKey === undefined ? undefined : sheetNumber(from64(recoveryPublicKey));
  }

  /** The bytes of a recovery file of this epoch. Refuses `recovery.no-sheet` when no sheet was made for it. */
  recoveryFile(current: Uint8Array): Uint8Array {
    const keyring = readKeyring(current, this.device());
    const publicKey = keyring.recoveryPublicKey ?? refuse('recovery.no-sheet', {});
    return writeRecoveryFile(keyring, this.device(), from64(publicKey));
  }

  /** The bytes of a backup. */
  backup(on: string, content: BackedUp): Uint8Array {
    const { study, epoch } = readKeyring(content.keyringFile, this.device());
    return writeBackup({ study, epoch, on }, this.device(), content);
  }

  /**
   * Opens a backup on a machine that has lost the device secret, or never had it; this vault holds nothing of it afterwards. Refuses
   * `recovery.file-unreadable`, `recovery.other-sheet`, `recovery.files-differ`.
   */
  recover(backup: Uint8Array, recoveryFile: Uint8Array, secret: Uint8Array): Recovered {
    const { study, epoch, deviceSecret } = openRecoveryFile(recoveryFile, secret);
    const header: BackupHeader = findBackupHeader(backup) ?? refuse('recovery.file-unreadable', { file: 'backup' });
    if (header.study !== study) refuse('recovery.files-differ', { what: 'study' });
    if (header.epoch !== epoch)
      refuse('recovery.files-differ', { what: 'epoch', older: header.epoch < epoch ? 'backup' : 'recovery-file' });
    const content = openBackup(backup, deviceSecret);
    const keyring = readKeyringHeader(content.keyringFile);
    // Opened once, so that what is written is known to be whole.
    readKeyring(content.keyringFile, deviceSecret);
    const isOne = keyring.study === study && keyring.epoch === epoch;
    return isOne
      ? { ...content, study, epoch, on: header.on, deviceSecret }
      : refuse('recovery.file-unreadable', { file: 'backup' });
  }
}
