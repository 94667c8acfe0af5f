/** A vault in this process, for tests: nothing is to be protected from anyone. */
import { type OpenVault, operate } from '../../electron/vault/open-vault.ts';
import { Vault } from '../../electron/vault/vault.ts';
import { refuse } from '../../shared/problem.ts';

export function openVaultHere(): OpenVault {
  let vault: Vault | undefined = new Vault();
  return {
    async ask(operation, ...input) {
      if (vault === undefined) return refuse('session.keys-gone', {});
      return operate(vault, operation, input) as never;
    },
    close() {
      vault = undefined;
    },
  };
}
