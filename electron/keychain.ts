/**
 * Device secrets in the keychain of this account: an item per study and epoch, and one item per study that lists its epochs, because not
 * every keychain can be searched. On Linux only the secret service will do: the kernel's keyring forgets at every restart.
 */
import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import type { DeviceSecrets } from './device-secrets.ts';

/** As much of a keychain as is used: items by name. */
export interface Keychain {
  find(name: string): Uint8Array | undefined;
  keep(name: string, secret: Uint8Array): void;
  /** Deleting one that is not there is no fault; one that cannot be deleted is. */
  forget(name: string): void;
}

const serviceName = 'Veldwerk';

interface KeyringEntry {
  getSecret(): Uint8Array | readonly number[] | null;
  setSecret(secret: Uint8Array): void;
  deleteCredential(): boolean;
}
type KeyringModule = {
  readonly Entry: new (service: string, name: string, options: { readonly store?: 'secret-service' }) => KeyringEntry;
};

/**
 * The keychain of this account when it works: an item that was kept is read back and deleted. Where `VELDWERK_HOME` names another folder
 * (tests, the demo) it is left alone, unless `VELDWERK_KEYCHAIN` is `yes`.
 */
export function findKeychain(env: NodeJS.ProcessEnv = process.env): Keychain | undefined {
  const isWanted =
    env.VELDWERK_KEYCHAIN === undefined ? env.VELDWERK_HOME === undefined : env.VELDWERK_KEYCHAIN === 'yes';
  if (!isWanted) return undefined;
  try {
    const keychain = keychainOf(createRequire(import.meta.url)('@napi-rs/keyring') as KeyringModule);
    return works(keychain) ? keychain : undefined;
  } catch {
    // No library for this machine: then there is no keychain.
    return undefined;
  }
}

function keychainOf({ Entry }: KeyringModule): Keychain {
  const entry = (name: string) =>
    new Entry(serviceName, name, process.platform === 'linux' ? { store: 'secret-service' } : {});
  return {
    find(name) {
      const secret = entry(name).getSecret();
      return secret === null ? undefined : new Uint8Array(secret);
    },
    keep: (name, secret) => entry(name).setSecret(secret),
    forget: (name) => void entry(name).deleteCredential(),
  };
}

/** Whether what is kept is found again. */
export function works(keychain: Keychain): boolean {
  const probe = new Uint8Array(randomBytes(32));
  try {
    keychain.keep('probe', probe);
    const found = keychain.find('probe');
    keychain.forget('probe');
    return found !== undefined && Buffer.compare(found, probe) === 0 && keychain.find('probe') === undefined;
  } catch {
    return false;
  }
}

export function deviceSecretsInKeychain(keychain: Keychain): DeviceSecrets {
  const nameOf = (study: string, epoch: number) => `${study}.${epoch}`;
  const listOf = (study: string) => `${study}.epochs`;
  const listed = (study: string): readonly number[] => {
    const list = keychain.find(listOf(study));
    return list === undefined ? [] : Buffer.from(list).toString().split(' ').map(Number);
  };
  const list = (study: string, epochs: readonly number[]) => {
    if (epochs.length === 0) keychain.forget(listOf(study));
    else keychain.keep(listOf(study), new Uint8Array(Buffer.from(epochs.join(' '))));
  };
  return {
    kindOf: () => 'keychain',
    find: (study, epoch) => keychain.find(nameOf(study, epoch)),
    keep(study, epoch, secret) {
      if (keychain.find(nameOf(study, epoch)) !== undefined) throw new Error('there is a device secret of this epoch');
      // The list first: a secret that it does not name would outlive its study.
      list(study, [...new Set([...listed(study), epoch])]);
      keychain.keep(nameOf(study, epoch), secret);
    },
    epochs: (study) => listed(study).filter((epoch) => keychain.find(nameOf(study, epoch)) !== undefined),
    forget(study, epoch) {
      keychain.forget(nameOf(study, epoch));
      list(
        study,
        listed(study).filter((other) => other !== epoch),
      );
    },
  };
}

/** The keychain when there is one, else files; what was kept in files before there was one is found, and forgotten with the rest. */
export function deviceSecretsOfThisMachine(files: DeviceSecrets, keychain: Keychain | undefined): DeviceSecrets {
  if (keychain === undefined) return files;
  const items = deviceSecretsInKeychain(keychain);
  return {
    kindOf: (study) => (files.epochs(study).length > 0 ? 'file' : 'keychain'),
    find: (study, epoch) => items.find(study, epoch) ?? files.find(study, epoch),
    keep: (study, epoch, secret) => items.keep(study, epoch, secret),
    epochs: (study) => [...new Set([...items.epochs(study), ...files.epochs(study)])],
    forget(study, epoch) {
      items.forget(study, epoch);
      files.forget(study, epoch);
    },
  };
}
