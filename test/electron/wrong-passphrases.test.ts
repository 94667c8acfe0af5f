import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openOffice } from '../../electron/office.ts';
import type { OpenVault } from '../../electron/vault/open-vault.ts';
import { waitSeconds } from '../../electron/wrong-passphrases.ts';
import { type AskAs, askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import { type TestClock, testClock } from './clock-here.ts';
import { officeWithStudy, passphraseOf, quickHost, type TestOffice, temporaryFolder } from './office.ts';
import { openVaultHere } from './vault-here.ts';

let here: ReturnType<typeof temporaryFolder>;
let open: TestOffice;
let clock: TestClock;
/** How often a vault was asked to open someone's keys. */
let derivations: number;

function countingVault(): OpenVault {
  const vault = openVaultHere();
  return {
    ask(operation, ...input) {
      if (operation === 'unlock') derivations += 1;
      return vault.ask(operation, ...input);
    },
    close: () => vault.close(),
  };
}

beforeEach(async () => {
  here = temporaryFolder();
  clock = testClock();
  derivations = 0;
  open = await officeWithStudy(here.folder, { clock, openVault: countingVault });
  derivations = 0;
});
afterEach(() => {
  open.office.close();
  here.remove();
});

const pass = (seconds: number) => clock.pass(seconds / 60);
const attempt = (ask: AskAs, name: string, passphrase = 'not the right one') =>
  refusalOf(ask('door', 'study.signIn', { name, passphrase }));
const right = (ask: AskAs, name: string) => ask('door', 'study.signIn', { name, passphrase: passphraseOf(name) });
const wrongOnes = async (ask: AskAs) => {
  const { entries } = await ask('officer', 'study.journal', { entries: 500 });
  return entries.filter(({ act }) => act === 'study.wrongPassphrases').map(({ by, detail }) => ({ by, ...detail }));
};

/** Another start of the application on the same files. */
function restarted() {
  open.office.close();
  const host = quickHost(here.folder, { clock, openVault: countingVault });
  const office = openOffice(host, host.onBug);
  office.useFolder(open.folder);
  open = { ...open, office, ask: askingAs(office) };
  return open.ask;
}

test('the waits are 1, 2, 4 … 300 seconds from the third wrong one on', () => {
  expect(Array.from({ length: 15 }, (_, wrong) => waitSeconds(wrong))).toEqual([
    0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300,
  ]);
});

describe('wrong passphrases', () => {
  test('20 through the front door open nothing, each after its wait and not before, all in the journal; a right one resets', async () => {
    const { ask } = open;
    let waited = 0;
    for (let wrong = 0; wrong < 20; wrong += 1) {
      const wait = waitSeconds(wrong);
      if (wait > 0) {
        const before = derivations;
        expect(await attempt(ask, 'manager')).toEqual({ problem: 'session.wait', seconds: wait });
        pass(wait - 1);
        expect(await attempt(ask, 'manager')).toEqual({ problem: 'session.wait', seconds: 1 });
        // The right one has to wait as well: otherwise the wait would tell which it is.
        expect((await attempt(ask, 'manager', passphraseOf('manager'))).problem).toBe('session.wait');
        expect(derivations).toBe(before);
        pass(1);
      }
      waited += wait;
      expect((await attempt(ask, 'manager')).problem).toBe('session.wrong-name-or-passphrase');
    }
    expect(derivations).toBe(20);
    expect(waited).toBe(1 + 2 + 4 + 8 + 16 + 32 + 64 + 128 + 256 + 8 * 300);
    expect(await wrongOnes(ask)).toEqual(Array.from({ length: 20 }, () => ({ by: '', count: 1 })));
    pass(300);
    expect((await right(ask, 'manager')).roles).toEqual(['manager']);
    await ask('door', 'study.signOut', {});
    for (let free = 0; free < 3; free += 1)
      expect((await attempt(ask, 'manager')).problem).toBe('session.wrong-name-or-passphrase');
    expect(await attempt(ask, 'manager')).toEqual({ problem: 'session.wait', seconds: 1 });
  });

  test('count no longer once a one-time passphrase was right: choosing another is not made to wait', async () => {
    const { ask } = open;
    const person = { name: 'invited', roles: ['officer' as const], confidentialityOn: day('2026-01-15') };
    const { invited } = await ask('manager', 'study.addPerson', person);
    const { oneTimePassphrase: passphrase } = invited!;
    for (let wrong = 0; wrong < 5; wrong += 1) {
      pass(300);
      expect((await attempt(ask, 'invited')).problem).toBe('session.wrong-name-or-passphrase');
    }
    expect((await attempt(ask, 'invited', passphrase)).problem).toBe('session.wait');
    pass(300);
    expect((await attempt(ask, 'invited', passphrase)).problem).toBe('session.choose-passphrase');
    const chosen = passphraseOf('invited');
    expect((await ask('door', 'study.signIn', { name: 'invited', passphrase, chosen })).name).toBe('invited');
  });

  test('of someone who is in, tried to change it, count as at the door', async () => {
    const { ask } = open;
    const change = (passphrase: string) =>
      ask('officer', 'study.changePassphrase', { passphrase, chosen: 'another passphrase of theirs' });
    for (let wrong = 0; wrong < 3; wrong += 1)
      expect((await refusalOf(change('not the right one'))).problem).toBe('session.wrong-name-or-passphrase');
    expect(await refusalOf(change(passphraseOf('officer')))).toEqual({ problem: 'session.wait', seconds: 1 });
    expect((await attempt(ask, 'officer')).problem).toBe('session.wait');
    expect(await wrongOnes(ask)).toHaveLength(3);
    pass(1);
    await change(passphraseOf('officer'));
    expect((await refusalOf(change(passphraseOf('officer')))).problem).toBe('session.wrong-name-or-passphrase');
  });

  test('of a name that nobody has are told from the others by nothing', async () => {
    const said = async (name: string) => {
      const told: unknown[] = [];
      for (let nr = 0; nr < 6; nr += 1) {
        told.push(await attempt(open.ask, name));
        pass(1);
      }
      return told;
    };
    const known = await said('researcher');
    expect(known).toContainEqual({ problem: 'session.wait', seconds: 1 });
    expect(await said('nobody of that name')).toEqual(known);
    // Each name for itself: a colleague does not wait for what was tried with another name.
    expect((await right(open.ask, 'interviewer')).name).toBe('interviewer');
  });

  test('many at the same time count as many', async () => {
    const told = await Promise.all(Array.from({ length: 10 }, () => attempt(open.ask, 'manager')));
    const problems = told.map(({ problem }) => problem).toSorted();
    expect(problems).toEqual([...Array(7).fill('session.wait'), ...Array(3).fill('session.wrong-name-or-passphrase')]);
    expect(derivations).toBe(3);
  });

  test('are counted across a restart, journalled once someone is in, and in a file without a name', async () => {
    let ask = restarted();
    for (let nr = 0; nr < 3; nr += 1) await attempt(ask, 'manager');
    ask = restarted();
    expect(await attempt(ask, 'manager')).toEqual({ problem: 'session.wait', seconds: 1 });
    pass(1);
    await attempt(ask, 'manager');
    ask = restarted();
    await ask('officer', 'study.signIn', { name: 'officer', passphrase: passphraseOf('officer') });
    expect(await wrongOnes(ask)).toEqual([{ by: '', count: 4 }]);
    const file = readFileSync(join(here.folder, 'app', 'wrong-passphrases.json'), 'utf8');
    for (const word of ['manager', 'not the right one', 'A study']) expect(file).not.toContain(word);
    expect(file).toMatch(/"wrong":4/);
    ask = restarted();
    await ask('officer', 'study.signIn', { name: 'officer', passphrase: passphraseOf('officer') });
    expect(await wrongOnes(ask)).toHaveLength(1);
    expect(await attempt(ask, 'manager')).toEqual({ problem: 'session.wait', seconds: 2 });
  });

  test('wait no shorter when the clock is set forward here, and never longer than the wait when it is set back', async () => {
    for (let nr = 0; nr < 8; nr += 1) {
      await attempt(open.ask, 'manager');
      pass(waitSeconds(nr + 1));
    }
    await attempt(open.ask, 'manager');
    expect(await attempt(open.ask, 'manager')).toEqual({ problem: 'session.wait', seconds: 64 });
    clock.set(23);
    expect(await attempt(open.ask, 'manager')).toEqual({ problem: 'session.wait', seconds: 64 });
    clock.set(1);
    expect(await attempt(restarted(), 'manager')).toEqual({ problem: 'session.wait', seconds: 64 });
  });

  test('at a locked place wait as well, and a vault that fails is no wrong passphrase', async () => {
    const { ask } = open;
    await ask('manager', 'study.lock', {});
    const unlock = () => refusalOf(ask('manager', 'study.unlock', { passphrase: 'not the right one' }));
    for (let nr = 0; nr < 3; nr += 1) expect((await unlock()).problem).toBe('session.wrong-name-or-passphrase');
    expect(await unlock()).toEqual({ problem: 'session.wait', seconds: 1 });
    pass(1);
    await ask('manager', 'study.unlock', { passphrase: passphraseOf('manager') });
    const failing: OpenVault = {
      ask: () => Promise.reject(new Error('the vault has ended')),
      close: () => undefined,
    };
    const host = quickHost(here.folder, { clock, openVault: () => failing });
    const office = openOffice(host, host.onBug);
    office.useFolder(open.folder);
    for (let nr = 0; nr < 5; nr += 1) await expect(right(askingAs(office), 'manager')).rejects.toThrow('failed');
    office.close();
    expect(await wrongOnes(ask)).toHaveLength(3);
  });

  test('at the door of a study that was damaged meanwhile are told as always, and counted', async () => {
    const raw = new Database(join(open.folder, 'study.db'));
    raw.exec(`UPDATE study SET practice = 0`);
    raw.close();
    expect((await attempt(open.ask, 'manager')).problem).toBe('session.wrong-name-or-passphrase');
    const file = readFileSync(join(here.folder, 'app', 'wrong-passphrases.json'), 'utf8');
    expect(Object.values(JSON.parse(file).unjournalled)).toEqual([1]);
  });
});
