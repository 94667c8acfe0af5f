/** A process of its own that tries passphrases on a keyring, with the real derivation, as someone who has the file and the device secret would. */
import { readFileSync } from 'node:fs';
import { Vault } from '../../../electron/vault/vault.ts';
import { Refusal } from '../../../shared/problem.ts';

export interface Tries {
  readonly keyring: string;
  readonly deviceSecret: string;
  readonly tries: readonly { readonly name: string; readonly passphrase: string }[];
}
/** Per try: the name of who was let in, or the name of the problem. */
export type Tried = readonly string[];

if (process.send !== undefined) {
  process.on('message', ({ keyring, deviceSecret, tries }: Tries) => {
    const file = new Uint8Array(readFileSync(keyring));
    const secret = new Uint8Array(readFileSync(deviceSecret));
    const tried: Tried = tries.map(({ name, passphrase }) => {
      try {
        return new Vault().unlock(file, secret, name, { kind: 'passphrase', passphrase }).person.name;
      } catch (error) {
        if (error instanceof Refusal) return error.problem.problem;
        throw error;
      }
    });
    process.send?.(tried, () => process.disconnect());
  });
}
