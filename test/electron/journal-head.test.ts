import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deviceSecretsInFolder } from '../../electron/device-secrets.ts';
import { installationOf } from '../../electron/installation.ts';
import { openHeadFile } from '../../electron/journal-head.ts';
import { JournalWatch } from '../../electron/journal-watch.ts';
import { openOffice } from '../../electron/office.ts';
import { Session } from '../../electron/session.ts';
import { openStore } from '../../electron/store/store.ts';
import { Studies } from '../../electron/studies.ts';
import { Integrity } from '../../electron/vault/integrity.ts';
import { readKeyringHeader } from '../../electron/vault/keyring.ts';
import { askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { day } from '../../shared/calendar.ts';
import type { JournalState } from '../../shared/study/journal.ts';
import { officeWithStudy, passphraseOf, quickHost, type TestOffice, temporaryFolder } from './office.ts';
import { openVaultHere } from './vault-here.ts';

interface RawEntry {
  readonly seq: number;
  readonly on_day: string;
  readonly person: string;
  readonly act: string;
  readonly detail: string;
}

let here: ReturnType<typeof temporaryFolder>;
let open: TestOffice;
let id: string;
let own: string;
const headPath = () => join(own, 'heads', id);

beforeEach(async () => {
  here = temporaryFolder();
  open = await officeWithStudy(here.folder);
  id = readKeyringHeader(readFileSync(join(open.folder, 'keyring'))).study;
  own = join(here.folder, 'app');
});
afterEach(() => {
  open.office.close();
  here.remove();
});

/** The key that every signed-in person's office holds, so that also somebody of the bureau can make MACs that are right. */
async function integrity(): Promise<Integrity> {
  const vault = openVaultHere();
  const file = readFileSync(join(open.folder, 'keyring'));
  const secret = open.host.deviceSecrets.find(id, readKeyringHeader(file).epoch)!;
  const keys = await vault.ask('unlock', file, secret, 'officer', open.host.secretOf(passphraseOf('officer')));
  return new Integrity(keys.integrityKey);
}

/** Writes the journal anew from `from` on, with right MACs. */
function rewritten(key: Integrity, change: (entries: readonly RawEntry[]) => readonly RawEntry[]): void {
  const raw = new Database(join(open.folder, 'study.db'));
  const entries = raw.prepare<[], RawEntry>('SELECT seq, on_day, person, act, detail FROM journal ORDER BY seq').all();
  raw.exec('DELETE FROM journal');
  let before = '';
  for (const { seq, on_day, person, act, detail } of change(entries)) {
    const mac = key.mac('journal', [before, seq, on_day, person, act, detail]);
    raw.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)').run(seq, on_day, person, act, detail, mac);
    before = Buffer.from(mac).toString('hex');
  }
  raw.close();
}

/** How the journal on the disk stands to the head that is kept, as the next office to open the study sees it. */
function stateOfFiles(key: Integrity): { readonly state: JournalState; readonly isWhole: boolean } {
  const store = openStore(join(open.folder, 'study.db'), key);
  const file = openHeadFile(own, id, installationOf(open.host.deviceSecrets));
  try {
    return { state: new JournalWatch(id, store.journal, file).state, isWhole: store.journal.read().isWhole };
  } finally {
    store.close();
  }
}

describe('the head of a journal', () => {
  test('is kept from the first entry on, and follows every one', async () => {
    const { ask } = open;
    const headOf = () => openHeadFile(own, id, open.host.installation).found!;
    const first = headOf();
    // Made, and four people signed in.
    expect(first.seq).toBe(5);
    await ask('manager', 'study.moveClock', { today: day('2026-02-23') });
    expect(headOf()).toMatchObject({ study: id, seq: 6 });
    await ask('manager', 'study.moveClock', { today: day('2026-02-24') });
    expect(headOf()).toMatchObject({ seq: 7, on: '2026-02-23' });
    expect(headOf().mac).not.toBe(first.mac);
    open.office.close();
    expect(stateOfFiles(await integrity())).toEqual({ state: 'agrees', isWhole: true });
    if (process.platform !== 'win32') expect(statSync(headPath()).mode & 0o077).toBe(0);
  });

  test('that lags after a crash is no fault: the journal goes on from it', async () => {
    const before = readFileSync(headPath());
    await open.ask('manager', 'study.moveClock', { today: day('2026-02-23') });
    await open.ask('manager', 'study.moveClock', { today: day('2026-02-24') });
    open.office.close();
    writeFileSync(headPath(), before);
    expect(stateOfFiles(await integrity())).toEqual({ state: 'ahead', isWhole: true });
  });

  test('of which one place was only half written is the one before', async () => {
    const key = await integrity();
    for (const today of ['2026-02-23', '2026-02-24', '2026-02-25', '2026-02-26'])
      await open.ask('manager', 'study.moveClock', { today: day(today) });
    open.office.close();
    const whole = readFileSync(headPath());
    const states = [0, 4096].map((at) => {
      const torn = Buffer.from(whole);
      torn.write('x', at + 100);
      writeFileSync(headPath(), torn);
      return stateOfFiles(key).state;
    });
    expect(states.toSorted()).toEqual(['agrees', 'ahead']);
    writeFileSync(headPath(), Buffer.alloc(whole.length));
    expect(stateOfFiles(key).state).toBe('unknown');
  });

  test('of another study, or signed elsewhere, says nothing', async () => {
    const key = await integrity();
    open.office.close();
    const elsewhere = installationOf(deviceSecretsInFolder(join(here.folder, 'elsewhere')));
    const { found } = openHeadFile(own, id, open.host.installation);
    rmSync(headPath());
    const forged = openHeadFile(own, id, elsewhere);
    forged.put(found!);
    forged.close();
    expect(openHeadFile(own, id, elsewhere).found).toEqual(found);
    expect(stateOfFiles(key).state).toBe('unknown');
    const mine = openHeadFile(own, 'another', open.host.installation);
    mine.put({ ...found!, study: 'another' });
    mine.close();
    cpSync(join(own, 'heads', 'another'), headPath());
    expect(stateOfFiles(key).state).toBe('unknown');
  });
});

describe('a journal that was changed while nobody looked', () => {
  const tampered = (sql: string) => {
    const raw = new Database(join(open.folder, 'study.db'));
    raw.exec(sql);
    raw.close();
  };
  let key: Integrity;
  beforeEach(async () => {
    key = await integrity();
    await open.ask('manager', 'study.moveClock', { today: day('2026-02-23') });
    open.office.close();
  });

  test('is whole when nothing was changed', () => {
    expect(stateOfFiles(key)).toEqual({ state: 'agrees', isWhole: true });
    rewritten(key, (entries) => entries);
    expect(stateOfFiles(key)).toEqual({ state: 'agrees', isWhole: true });
  });

  test('is found by every byte of every entry', () => {
    const raw = new Database(join(open.folder, 'study.db'), { readonly: true });
    const entries = raw.prepare<[], RawEntry>('SELECT * FROM journal').all();
    raw.close();
    let changed = 0;
    for (const { seq } of entries)
      for (const column of ['on_day', 'person', 'act', 'detail', 'mac']) {
        const [{ value } = { value: Buffer.alloc(0) }] = (() => {
          const before = new Database(join(open.folder, 'study.db'), { readonly: true });
          const rows = before
            .prepare<[number], { value: Buffer }>(`SELECT CAST(${column} AS BLOB) AS value FROM journal WHERE seq = ?`)
            .all(seq);
          before.close();
          return rows;
        })();
        const at = (seq * 7) % value.length;
        const flipped = Buffer.from(value);
        flipped[at] = flipped[at]! ^ 1;
        const text = (bytes: Buffer) =>
          column === 'mac' ? `x'${bytes.toString('hex')}'` : `CAST(x'${bytes.toString('hex')}' AS TEXT)`;
        tampered(`UPDATE journal SET ${column} = ${text(flipped)} WHERE seq = ${seq}`);
        expect(stateOfFiles(key).isWhole, `${column} of ${seq}`).toBe(false);
        tampered(`UPDATE journal SET ${column} = ${text(value)} WHERE seq = ${seq}`);
        changed += 1;
      }
    expect(changed).toBe(6 * 5);
    expect(stateOfFiles(key)).toEqual({ state: 'agrees', isWhole: true });
  });

  test('is found when its end was cut off, which its chain does not show', () => {
    tampered('DELETE FROM journal WHERE seq > 4');
    expect(stateOfFiles(key)).toEqual({ state: 'cut', isWhole: true });
  });

  test('is found when its tail was written anew with right MACs, also when it goes on further', () => {
    const other = (entry: RawEntry) => (entry.seq === 4 ? { ...entry, act: 'study.people' } : entry);
    rewritten(key, (entries) => entries.map(other));
    expect(stateOfFiles(key)).toEqual({ state: 'rewritten', isWhole: true });
    rewritten(key, (entries) => [...entries, { ...entries.at(-1)!, seq: entries.length + 1 }]);
    expect(stateOfFiles(key)).toEqual({ state: 'rewritten', isWhole: true });
  });

  test('stays found when people sign in and work goes on, until it is accepted as it is', async () => {
    tampered('DELETE FROM journal WHERE seq > 4');
    const host = quickHost(here.folder);
    const signIn = async (name: string) => {
      const office = openOffice(host, host.onBug);
      office.useFolder(open.folder);
      const ask = askingAs(office);
      await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
      return { office, ask };
    };
    for (let times = 0; times < 4; times += 1) (await signIn('officer')).office.close();
    const state = stateOfFiles(key);
    expect(['cut', 'rewritten']).toContain(state.state);
    expect(state.isWhole).toBe(true);
    const store = openStore(join(open.folder, 'study.db'), key);
    const watch = new JournalWatch(id, store.journal, openHeadFile(own, id, host.installation));
    expect(watch.head?.seq).toBe(6);
    watch.accept();
    watch.close();
    store.close();
    expect(stateOfFiles(key)).toEqual({ state: 'agrees', isWhole: true });
  });
});

describe('a journal that is changed while the study is open', () => {
  test.each([
    ['cut', 'DELETE FROM journal WHERE seq > 3'],
    ['rewritten', `UPDATE journal SET mac = x'00' WHERE seq = 5`],
    ['rewritten', `INSERT INTO journal SELECT 6, on_day, person, act, detail, mac FROM journal WHERE seq = 5`],
  ])('is found to be %s, nothing is entered after it, and the head stays', async (state, sql) => {
    const key = await integrity();
    const raw = new Database(join(open.folder, 'study.db'));
    raw.exec(sql);
    raw.close();
    // The inventory of the rows goes with the end of the journal, so that nothing is written after it either.
    const asked = open.ask('manager', 'study.moveClock', { today: day('2026-02-23') });
    expect((await refusalOf(asked)).problem).toBe('study.damaged');
    expect(openHeadFile(own, id, open.host.installation).found?.seq).toBe(5);
    open.office.close();
    expect(['cut', 'rewritten']).toContain(state);
    expect(stateOfFiles(key).state).not.toBe('agrees');
  });
});

test('the head goes with the secrets of the study', () => {
  open.office.close();
  expect(existsSync(headPath())).toBe(true);
  new Studies(open.host, new Session()).forgetSecrets(id, open.folder);
  expect(existsSync(headPath())).toBe(false);
});
