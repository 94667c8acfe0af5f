/** Everyone who is in a study, by name: what may not stand in a window that is locked. Read from the files with a manager's passphrase. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openContacts } from '../../electron/contacts.ts';
import { deviceSecretsInFolder } from '../../electron/device-secrets.ts';
import type { StoredCase } from '../../electron/store/cases.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { openVaultHere } from '../electron/vault-here.ts';
import { passphraseOf } from './study-under-way.ts';

/** Surnames, organisations, numbers and addresses of at least four signs; `home` holds the app's own folder. */
export async function namesOfStudy(home: string, study: string, manager: string): Promise<readonly string[]> {
  const file = new Uint8Array(readFileSync(join(study, 'keyring')));
  const { study: id, epoch } = readKeyringHeader(file);
  const secret = deviceSecretsInFolder(join(home, 'veldwerk', 'device-secrets')).find(id, epoch)!;
  const vault = openVaultHere();
  const passphrase = passphraseOf(manager);
  await vault.ask('unlock', file, secret, manager, { kind: 'passphrase', passphrase });
  const raw = new Database(join(study, 'study.db'), { readonly: true });
  try {
    const cases = raw.prepare('SELECT id, case_key AS caseKey, contact FROM cases').all() as StoredCase[];
    const contacts = await openContacts(vault, cases);
    const values = contacts.flatMap(({ surname, organisation, phones, email, street }) => {
      return [surname, organisation, email, street, ...phones];
    });
    return [...new Set(values.flatMap((value) => (value !== undefined && value.length >= 4 ? [value] : [])))];
  } finally {
    raw.close();
    vault.close();
  }
}
