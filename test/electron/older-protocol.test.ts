/** A protocol that an earlier version stored reaches nobody whom it was not meant for. */
import { expect, test } from 'vitest';
import type { OpenStudy } from '../../electron/session.ts';
import { settingsOf } from '../../electron/settings.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { stepsFor } from '../../shared/schedule/due-contact.ts';
import { mixed, residents } from './prepared.ts';

/** The settings of a study in which `stored` lies as the protocol of every group. */
function settingsWith(stored: unknown) {
  const store = { settings: { find: () => new Uint8Array([1]) } };
  const vault = { ask: async () => [JSON.stringify(stored)] };
  return settingsOf({ store, settings: new Map() } as unknown as OpenStudy, vault as unknown as OpenVault);
}

test('a letter for whoever has no e-mail address does not go to everyone after an update', async () => {
  const words: Readonly<Record<string, string>> = {
    email: 'with-email',
    reminder: 'with-email',
    letter: 'without-email',
  };
  const older = { ...mixed, steps: mixed.steps.map((step) => ({ ...step, for: words[step.id] ?? 'everyone' })) };
  const stepsOf = (protocol: typeof mixed) =>
    stepsFor(protocol, { channels: ['email', 'letter', 'phone'] }).map(({ id }) => id);
  // As it lies there, it would.
  expect(stepsOf(older as unknown as typeof mixed)).toContain('letter');
  const read = await settingsWith(older).find('protocol', residents);
  expect(read).toEqual(mixed);
  expect(stepsOf(read!)).toEqual(['email', 'reminder', 'phone']);
});
