/** Whoever takes all files of a study in work, and the app's own folder, reads nothing without the device secret and a passphrase. */
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesBelow, findTraces, findTracesInBytes } from '../../electron/files/find-traces.ts';
import { openOffice } from '../../electron/office.ts';
import type { OpenedStudy } from '../../electron/opened-study.ts';
import type { Derivation } from '../../electron/vault/derive-key.ts';
import {
  type Keyring,
  type KeyringPerson,
  readKeyring,
  readKeyringHeader,
  writeKeyring,
} from '../../electron/vault/keyring.ts';
import { openedPerson } from '../../electron/vault/people-keys.ts';
import { openBytes } from '../../electron/vault/seal.ts';
import { askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { problemOf } from '../problem-of.ts';
import { openedWith, putToWork, safeguardFiles, said } from './in-work.ts';
import { passphraseOf, quickHost } from './office.ts';
import { everyone, type PreparedStudy, prepareStudy, type StudyInUse } from './prepared.ts';
import { openVaultHere } from './vault-here.ts';

let prepared: PreparedStudy;
let study: StudyInUse;
let opened: OpenedStudy;
/**
 * The study folder and the app's folder as they lay there with the study open and an interview going on, without the device secrets; and the
 * backup and the recovery file that lay beside them.
 */
let stolen: string;
let deviceSecret: Uint8Array;
let keyringFile: Uint8Array;
let keyring: Keyring;

beforeAll(async () => {
  prepared = await prepareStudy();
  study = await prepared.open();
  await putToWork(study);
  stolen = join(study.folder, 'stolen');
  for (const part of ['study', 'app']) cpSync(join(study.folder, part), join(stolen, part), { recursive: true });
  for (const name of safeguardFiles) cpSync(join(study.folder, name), join(stolen, name));
  rmSync(join(stolen, 'app', 'device-secrets'), { recursive: true });
  keyringFile = new Uint8Array(readFileSync(join(stolen, 'study', 'keyring')));
  const { study: id, epoch } = readKeyringHeader(keyringFile);
  deviceSecret = study.host.deviceSecrets.find(id, epoch)!;
  keyring = readKeyring(keyringFile, deviceSecret);
  opened = await openedWith(join(study.folder, 'study'), study.host);
});
afterAll(() => prepared.remove());

const secretOf = (name: string) => study.host.secretOf(passphraseOf(name));
const bytesOf = (texts: readonly string[]) => new TextEncoder().encode(texts.join('\n'));

/** How many of these keys lie somewhere in these files, as they are or written in digits or letters. */
async function keysIn(files: readonly string[], keys: readonly Uint8Array[]): Promise<number> {
  const contents = files.map((path) => readFileSync(path));
  const forms = (key: Uint8Array) => {
    const raw = Buffer.from(key);
    return [raw, ...(['hex', 'base64', 'base64url'] as const).map((form) => Buffer.from(raw.toString(form)))];
  };
  return keys.filter((key) => forms(key).some((form) => contents.some((content) => content.includes(form)))).length;
}

/** Every key that a passphrase and the device secret lead to: what must lie nowhere. */
function allKeys(): readonly Uint8Array[] {
  const people = everyone.map((name) => openedPerson(keyring, name, secretOf(name)));
  return [...people.map(({ privateKey }) => privateKey), ...people.flatMap(({ keys }) => Object.values(keys))];
}

describe('a study in work', () => {
  test('holds what is looked for: contact data, codes, notes, answers of every kind', async () => {
    expect(opened.canaries.length).toBeGreaterThan(60);
    const texts = opened.texts.join('\n');
    for (const each of Object.values(said)) expect(texts).toContain(each);
  });

  test('opens with the device secret and the passphrases: every canary', async () => {
    const { canaries, texts } = opened;
    expect((await findTracesInBytes(bytesOf(texts), canaries)).size).toBe(canaries.length);
  });
});

describe('without the device secret', () => {
  test('no canary and no key can be read in any byte of any file', async () => {
    const files = await filesBelow(stolen);
    expect(files.map((path) => path.slice(stolen.length + 1))).toEqual(
      expect.arrayContaining([
        ...safeguardFiles,
        'study/keyring',
        'study/study.db',
        'study/study.db-wal',
        'app/recent-studies.json',
      ]),
    );
    const { found, bytesScanned } = await findTraces(files, opened.canaries);
    expect(bytesScanned).toBeGreaterThan(200_000);
    expect(found.size).toBe(0);
    const keys = [deviceSecret, ...allKeys()];
    expect(keys.length).toBe(1 + everyone.length + 3 + 3 + 1 + 3 * 2);
    expect(await keysIn(files, keys)).toBe(0);

    // The searches find what does lie there: in a file, one of each; and the device secret in its own file on the machine itself.
    const dirty = join(study.folder, 'dirty');
    writeFileSync(dirty, Buffer.concat([bytesOf(opened.canaries), ...keys.map((key) => Buffer.from(key))]));
    expect((await findTraces([dirty], opened.canaries)).found.size).toBe(opened.canaries.length);
    expect(await keysIn([dirty], keys)).toBe(keys.length);
    rmSync(dirty);
    expect(await keysIn(await filesBelow(join(study.folder, 'app')), [deviceSecret])).toBe(1);
  });

  test('nobody signs in on another machine, with whatever right passphrase', async () => {
    const host = quickHost(stolen);
    const office = openOffice(host, host.onBug);
    try {
      office.useFolder(join(stolen, 'study'));
      for (const name of everyone) {
        const asked = askingAs(office)(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
        expect((await refusalOf(asked)).problem).toBe('study.device-secret-missing');
      }
    } finally {
      office.close();
    }
  });

  test('the keyring opens to no key that whoever has the files and the passphrases can make up', async () => {
    const sha256 = (text: string) => new Uint8Array(createHash('sha256').update(text).digest());
    const words = [keyring.study, ...everyone, ...everyone.map(passphraseOf), '', 'veldwerk', 'Veldwerk'];
    const guesses = [new Uint8Array(32), ...words.map(sha256), ...Array.from({ length: 50 }, () => randomBytes(32))];
    const opens = async (guess: Uint8Array) => {
      let count = 0;
      for (const name of everyone) {
        const asked = openVaultHere().ask('unlock', keyringFile, guess, name, secretOf(name));
        count += await asked.then(
          () => 1,
          () => 0,
        );
      }
      return count;
    };
    let opensFound = 0;
    for (const guess of guesses) opensFound += await opens(guess);
    expect(opensFound).toBe(0);
    expect(await opens(deviceSecret)).toBe(everyone.length);
  });

  test('no 32 bytes of any file are the key of the keyring', async () => {
    const { sealed, study: id, epoch } = readKeyringHeader(keyringFile);
    const box = Buffer.from(sealed, 'base64');
    const place = { study: id, table: 'keyring', row: String(epoch), field: 'keyring' };
    const opensWith = (key: Uint8Array) => problemOf(() => openBytes(key, box, place)) === 'none';
    expect(opensWith(deviceSecret)).toBe(true);
    // Of the database and its log a sample, of the small files every place.
    let tried = 0;
    for (const path of await filesBelow(stolen)) {
      const bytes = new Uint8Array(readFileSync(path));
      const step = bytes.length > 40_000 ? 37 : 1;
      for (let at = 0; at + 32 <= bytes.length; at += step) {
        tried += 1;
        if (opensWith(bytes.subarray(at, at + 32))) expect.unreachable(`the key lies in ${path} at ${at}`);
      }
    }
    expect(tried).toBeGreaterThan(10_000);
  });
});

describe('with the device secret but without a passphrase', () => {
  test('the keyring tells the names of staff, and nothing of cases or answers', async () => {
    const text = JSON.stringify(keyring);
    for (const name of everyone) expect(text).toContain(`"name":"${name}"`);
    expect((await findTracesInBytes(bytesOf([text]), opened.canaries)).size).toBe(0);
    expect((await findTracesInBytes(bytesOf([text, opened.canaries[0]!]), opened.canaries)).size).toBe(1);
    const plain = join(study.folder, 'keyring-opened');
    writeFileSync(plain, text);
    expect(await keysIn([plain], allKeys())).toBe(0);
    rmSync(plain);
  });

  test('nobody gets in with the passphrase of another, the device secret itself or none', async () => {
    const keysTried = [deviceSecret, new Uint8Array(32), ...everyone.map((name) => secretOf(name)).map(keyOf)];
    let tried = 0;
    for (const [index, name] of everyone.entries())
      for (const [nr, key] of keysTried.entries()) {
        const isRight = nr === index + 2;
        const problem = problemOf(() => openedPerson(keyring, name, { kind: 'derived-key', key }));
        expect(problem).toBe(isRight ? 'none' : 'session.wrong-name-or-passphrase');
        tried += 1;
      }
    expect(tried).toBe(everyone.length * keysTried.length);
  });

  test('no wrap in the keyring opens with the device secret or with what stands beside it', () => {
    const inside = keyring.people.flatMap((one) => [one.publicKey, one.privateKey, ...Object.values(one.keys)]);
    const keys = [...inside, keyring.linkPublicKey!, keyring.answersPublicKey!]
      .map((text) => new Uint8Array(Buffer.from(text, 'base64')))
      .flatMap((bytes) => Array.from({ length: Math.max(bytes.length - 31, 0) }, (_, at) => bytes.slice(at, at + 32)));
    let opens = 0;
    for (const { id, privateKey } of keyring.people)
      for (const key of [deviceSecret, ...keys]) {
        const place = { study: keyring.study, table: 'people', row: id, field: 'private-key' };
        const sealed = new Uint8Array(Buffer.from(privateKey, 'base64'));
        if (problemOf(() => openBytes(key, sealed, place)) === 'none') opens += 1;
      }
    expect(keys.length).toBeGreaterThan(500);
    expect(opens).toBe(0);
  });
});

const keyOf = (secret: ReturnType<typeof secretOf>) =>
  secret.kind === 'derived-key' ? secret.key : new Uint8Array(32);

describe('a keyring file with lowered parameters', () => {
  const floor = { passes: 3, memoryBytes: 256 << 20 };
  const lowered: readonly (readonly [string, Partial<Record<keyof Derivation, unknown>>])[] = [
    ['one pass', { passes: 1 }],
    ['two passes', { passes: 2 }],
    ['64 MiB', { memoryBytes: 64 << 20 }],
    ['8 KiB', { memoryBytes: 8192 }],
    ['another algorithm', { algorithm: 'argon2i13' }],
    ['passes that count as one where they are counted in 32 bits', { passes: 2 ** 32 + 1 }],
    ['memory that counts as 8 KiB where it is counted in 32 bits', { memoryBytes: 2 ** 32 + 8192 }],
    ['passes that are no number', { passes: 'three' }],
    ['no passes', { passes: undefined }],
    ['half a pass more', { passes: 3.5 }],
  ];

  /** Signs everyone in to a copy of the study with this keyring, sealed under the device secret as whoever has that could. */
  async function signInWith(changed: Keyring): Promise<readonly string[]> {
    const folder = join(study.folder, 'lowered');
    cpSync(stolen, folder, { recursive: true });
    cpSync(join(study.folder, 'app', 'device-secrets'), join(folder, 'app', 'device-secrets'), { recursive: true });
    writeFileSync(join(folder, 'study', 'keyring'), writeKeyring(changed, deviceSecret));
    const host = quickHost(folder);
    const office = openOffice(host, host.onBug);
    try {
      office.useFolder(join(folder, 'study'));
      const ask = askingAs(office);
      const outcomes: string[] = [];
      for (const name of everyone)
        outcomes.push(
          await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) }).then(
            () => 'in',
            (error) => error.problem?.problem ?? 'failed',
          ),
        );
      return outcomes;
    } finally {
      office.close();
      rmSync(folder, { recursive: true });
    }
  }

  const withDerivation = (change: Partial<Record<keyof Derivation, unknown>>): Keyring => {
    const changed = (one: KeyringPerson) =>
      ({ ...one, derivation: { ...one.derivation, ...change } }) as unknown as KeyringPerson;
    return { ...keyring, people: keyring.people.map(changed) };
  };

  test('is what it is: the real one has the floor, and sealed anew as it is it lets everyone in', async () => {
    for (const { derivation } of keyring.people) expect(derivation).toMatchObject(floor);
    expect(await signInWith(withDerivation({}))).toEqual(everyone.map(() => 'in'));
  });

  test.each(lowered)('is refused at the door: %s', async (_, change) => {
    expect(await signInWith(withDerivation(change))).toEqual(everyone.map(() => 'study.damaged'));
  });
});
