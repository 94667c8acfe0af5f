/** Recovery files and backups as bytes: only what belongs together opens, and every changed byte is found. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  findBackupHeader,
  findRecoveryHeader,
  openBackup,
  openRecoveryFile,
  recoveryPairOf,
  sheetNumber,
  writeBackup,
  writeRecoveryFile,
} from '../../../electron/vault/recovery.ts';
import { secretBytes } from '../../../shared/study/recovery-words.ts';
import { problemOf } from '../../problem-of.ts';

const study = 'A-study_1';
const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const secret = random(secretBytes);
const deviceSecret = random(32);
const { publicKey } = recoveryPairOf(secret, study);
const recoveryFile = writeRecoveryFile({ study, epoch: 3 }, deviceSecret, publicKey);
const place = { study, epoch: 3, on: '2026-05-14' };
const content = { keyringFile: random(700), database: random(9000) };
const backup = writeBackup(place, deviceSecret, content);

const flipped = (bytes: Uint8Array, at: number, bit: number) => {
  const changed = new Uint8Array(bytes);
  changed[at]! ^= 1 << bit;
  return changed;
};

describe('what belongs together', () => {
  test('opens: words and recovery file give the device secret, and that the backup', () => {
    const opened = openRecoveryFile(recoveryFile, secret);
    expect(opened).toEqual({ study, epoch: 3, deviceSecret });
    expect(openBackup(backup, opened.deviceSecret)).toEqual(content);
    expect(findRecoveryHeader(recoveryFile)).toMatchObject({ study, epoch: 3, sheet: sheetNumber(publicKey) });
    expect(findBackupHeader(backup)).toMatchObject(place);
  });

  test('does not open with 1,000 other secrets, nor with the same words for another study', () => {
    for (let nr = 0; nr < 1000; nr += 1) {
      expect(problemOf(() => openRecoveryFile(recoveryFile, random(secretBytes)))).toMatch(/^recovery\./);
      expect(problemOf(() => openBackup(backup, random(32)))).toBe('recovery.file-unreadable');
    }
    const theirs = writeRecoveryFile({ study: 'another', epoch: 3 }, deviceSecret, publicKey);
    expect(problemOf(() => openRecoveryFile(theirs, secret))).toBe('recovery.other-sheet');
  });

  test('is not made to by another header over the same content', () => {
    const [header, body] = [new TextDecoder().decode(recoveryFile), backup.subarray(findBackupHeader(backup)!.body)];
    const later = new TextEncoder().encode(header.replace('"epoch":3', '"epoch":4'));
    expect(problemOf(() => openRecoveryFile(later, secret))).toBe('recovery.file-unreadable');
    for (const other of [{ epoch: 4 }, { on: '2026-05-15' }, { study: 'another' }]) {
      const line = new TextEncoder().encode(
        `${JSON.stringify({ veldwerk: 'backup', format: 1, ...place, ...other })}\n`,
      );
      const moved = Buffer.concat([line, body]);
      expect(problemOf(() => openBackup(moved, deviceSecret))).toBe('recovery.file-unreadable');
    }
  });
});

test('every changed bit is found, of 1,000 in each file, or changes nothing that is read', () => {
  const anyFlip = fc.tuple(fc.nat(), fc.nat({ max: 7 }));
  fc.assert(
    fc.property(anyFlip, anyFlip, ([one, bit], [other, otherBit]) => {
      const file = flipped(backup, one % backup.length, bit);
      expect(problemOf(() => openBackup(file, deviceSecret))).toBe('recovery.file-unreadable');
      const changed = flipped(recoveryFile, other % recoveryFile.length, otherBit);
      const found = problemOf(() => expect(openRecoveryFile(changed, secret).deviceSecret).toEqual(deviceSecret));
      // A space for the line end, or a digit of the study's name: told, or without meaning; never another secret.
      expect(['none', 'recovery.file-unreadable', 'recovery.other-sheet']).toContain(found);
    }),
    { numRuns: 1000 },
  );
});

test('whatever bytes are given, they are refused and nothing is thrown but that', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, text) => {
      for (const file of [bytes, new TextEncoder().encode(text), new TextEncoder().encode(`{"format":1,${text}}\n`)]) {
        expect(problemOf(() => openBackup(file, deviceSecret))).toBe('recovery.file-unreadable');
        expect(problemOf(() => openRecoveryFile(file, secret))).toBe('recovery.file-unreadable');
      }
    }),
  );
});
