/** The files of a study opened with the keys of its manager and its researcher, without an office. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keysOfCase } from '../../../electron/contacts.ts';
import { openStore } from '../../../electron/store/store.ts';
import { Integrity } from '../../../electron/vault/integrity.ts';
import { readKeyringHeader } from '../../../electron/vault/keyring.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import { passphraseOf, quickHost } from '../office.ts';

export function opened(folder: string) {
  const host = quickHost(folder);
  const file = new Uint8Array(readFileSync(join(folder, 'study', 'keyring')));
  const { study, epoch } = readKeyringHeader(file);
  const secret = host.deviceSecrets.find(study, epoch)!;
  const unlocked = (name: string) => {
    const vault = new Vault();
    return { vault, ...vault.unlock(file, secret, name, host.secretOf(passphraseOf(name))) };
  };
  const { vault: researcher, integrityKey, publicKey } = unlocked('researcher');
  const { vault: manager } = unlocked('manager');
  const store = openStore(join(folder, 'study', 'study.db'), new Integrity(integrityKey));
  return { store, manager, researcher, publicKey, keys: keysOfCase };
}
