/** Device secrets in a keychain, beside and instead of those in files. */

import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { deviceSecretsInFolder } from '../../electron/device-secrets.ts';
import {
  deviceSecretsInKeychain,
  deviceSecretsOfThisMachine,
  findKeychain,
  type Keychain,
  works,
} from '../../electron/keychain.ts';
import { temporaryFolder } from './office.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

function keychainHere(): Keychain & { readonly items: Map<string, Uint8Array> } {
  const items = new Map<string, Uint8Array>();
  return {
    items,
    find: (name) => items.get(name),
    keep: (name, secret) => void items.set(name, secret),
    forget: (name) => void items.delete(name),
  };
}
const secret = new Uint8Array(32).fill(7);

describe('a keychain', () => {
  it('counts as one only when what was kept is found, and gone when it was forgotten', () => {
    const keychain = keychainHere();
    expect(works(keychain)).toBe(true);
    expect(keychain.items.size).toBe(0);
    const broken: readonly Partial<Keychain>[] = [
      { find: () => undefined },
      { find: () => new Uint8Array(32) },
      { forget: () => undefined },
      {
        keep: () => {
          throw new Error('AccessDenied');
        },
      },
    ];
    for (const fault of broken) expect(works({ ...keychainHere(), ...fault })).toBe(false);
  });

  it('is left alone where the app has another folder, unless it is asked for', () => {
    expect(findKeychain({ VELDWERK_HOME: '/x' })).toBeUndefined();
    expect(findKeychain({ VELDWERK_KEYCHAIN: 'no' })).toBeUndefined();
  });

  it('has an item per study and epoch, which can be listed and forgotten', () => {
    const keychain = keychainHere();
    const secrets = deviceSecretsInKeychain(keychain);
    secrets.keep('one', 1, secret);
    secrets.keep('one', 2, secret);
    secrets.keep('another', 1, secret);
    expect(() => secrets.keep('one', 2, secret)).toThrow('a device secret of this epoch');
    expect(secrets.epochs('one')).toEqual([1, 2]);
    expect(secrets.find('one', 2)).toEqual(secret);
    expect(secrets.find('one', 3)).toBeUndefined();
    secrets.forget('one', 1);
    secrets.forget('one', 1);
    secrets.forget('one', 2);
    expect(secrets.epochs('one')).toEqual([]);
    expect([...keychain.items.keys()].toSorted()).toEqual(['another.1', 'another.epochs']);
  });

  it('names no epoch whose item was not kept: the program may end in between', () => {
    const keychain = keychainHere();
    const secrets = deviceSecretsInKeychain(keychain);
    keychain.keep('one.epochs', new Uint8Array(Buffer.from('1 2')));
    keychain.keep('one.1', secret);
    expect(secrets.epochs('one')).toEqual([1]);
    secrets.keep('one', 2, secret);
    expect(secrets.epochs('one')).toEqual([1, 2]);
  });
});

describe('the device secrets of a machine', () => {
  it('are in files where there is no keychain', () => {
    const files = deviceSecretsInFolder(join(folder, 'alone'));
    expect(deviceSecretsOfThisMachine(files, undefined)).toBe(files);
    expect(files.kindOf('one')).toBe('file');
  });

  it('are found in either place, kept in the keychain, and forgotten in both', () => {
    const files = deviceSecretsInFolder(join(folder, 'both'));
    files.keep('old', 1, secret);
    const secrets = deviceSecretsOfThisMachine(files, keychainHere());
    expect([secrets.kindOf('old'), secrets.kindOf('new')]).toEqual(['file', 'keychain']);
    expect(secrets.find('old', 1)).toEqual(secret);
    secrets.keep('old', 2, secret);
    secrets.keep('new', 1, secret);
    expect(files.epochs('new')).toEqual([]);
    expect(secrets.epochs('old').toSorted()).toEqual([1, 2]);
    for (const epoch of secrets.epochs('old')) secrets.forget('old', epoch);
    expect(secrets.epochs('old')).toEqual([]);
    expect(files.find('old', 1)).toBeUndefined();
  });
});
