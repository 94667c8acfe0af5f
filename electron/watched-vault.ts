/** A vault of which it is known when it was in use last: someone's keys may be at work for what a colleague asked. */
import type { Clock } from './clock.ts';
import type { OpenVault } from './vault/open-vault.ts';

export interface WatchedVault extends OpenVault {
  /** How long ago it was asked or answered last, in milliseconds; 0 as long as it works. */
  readonly idleMs: () => number;
}

export function watchedVault(vault: OpenVault, clock: Clock): WatchedVault {
  let asked = 0;
  let lastMs = clock.elapsedMs();
  return {
    async ask(operation, ...input) {
      asked += 1;
      try {
        return await vault.ask(operation, ...input);
      } finally {
        asked -= 1;
        lastMs = clock.elapsedMs();
      }
    },
    idleMs: () => (asked > 0 ? 0 : clock.elapsedMs() - lastMs),
    close: () => vault.close(),
  };
}
