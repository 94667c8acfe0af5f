import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openVaultProcess } from '../../../electron/vault/open-vault.ts';

/** The processes that this one started. */
const children = () => {
  const told = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
  return told.split(' ').filter(Boolean).map(Number);
};

test.skipIf(process.platform !== 'linux')(
  'a vault that is ended from outside refuses every question, and the office lives on',
  async () => {
    const before = new Set(children());
    const vault = openVaultProcess();
    const [pid] = children().filter((child) => !before.has(child));
    await expect(vault.ask('openLinks', [])).rejects.toMatchObject({
      problem: { problem: 'session.nobody-signed-in' },
    });
    process.kill(pid!, 'SIGKILL');
    // Larger than what a pipe takes in: the question is still being sent when its reader is found gone.
    const long = [{ table: 't', row: 'r', field: 'f', text: 'x'.repeat(5_000_000) }];
    for (let times = 0; times < 5; times += 1) {
      await expect(vault.ask('sealSettings', long)).rejects.toThrow('the vault has ended');
    }
    vault.close();
  },
);
