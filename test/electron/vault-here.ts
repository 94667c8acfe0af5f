/** A vault in this process, for tests: nothing is to be protected from anyone. */
import { type OpenVault, operate } from '../../electron/vault/open-vault.ts';
import { Vault } from '../../electron/vault/vault.ts';

export function openVaultHere(): OpenVault {
  let vault: Vault | undefined = new Vault();
  return {
    async ask(operation, ...input) {
      if (vault === undefined) throw new Error('the vault is closed');
      return operate(vault, operation, input) as never;
    },
    close() {
      vault = undefined;
    },
  };
}
