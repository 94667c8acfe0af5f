/** Sealed settings of which two people change a part at the same time. */
import { expect, test } from 'vitest';
import type { OpenStudy } from '../../electron/session.ts';
import { settingsOf } from '../../electron/settings.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';

const sealed = (text: string) => new TextEncoder().encode(text);

test('a value that another one replaces while it is being opened is not the one that is read', async () => {
  const rows = new Map([['emailTests', sealed('{"residents email":"one"}')]]);
  const store = { settings: { find: (row: string) => rows.get(row) } };
  const study = { store, settings: new Map() } as unknown as OpenStudy;
  const opened: string[] = [];
  const vault = {
    async ask(_: string, [{ sealed: bytes }]: readonly [{ readonly sealed: Uint8Array }]) {
      const text = new TextDecoder().decode(bytes);
      opened.push(text);
      if (opened.length === 1) rows.set('emailTests', sealed('{"residents email":"one","partners email":"two"}'));
      return [text];
    },
  } as unknown as OpenVault;
  // Whoever adds to what they read would otherwise undo what the other one added.
  const found = await settingsOf(study, vault).find('emailTests');
  expect(opened.length).toBe(2);
  expect(found).toEqual({ 'residents email': 'one', 'partners email': 'two' });
});
