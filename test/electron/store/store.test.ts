import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredAttempt } from '../../../electron/store/attempts.ts';
import type { StoredCase } from '../../../electron/store/cases.ts';
import { openDatabase, steps } from '../../../electron/store/database.ts';
import { macColumns, tables } from '../../../electron/store/plain-columns.ts';
import { openStore, type Store } from '../../../electron/store/store.ts';
import { Integrity } from '../../../electron/vault/integrity.ts';
import { day } from '../../../shared/calendar.ts';
import type { AttemptId } from '../../../shared/study/attempt.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { PersonId } from '../../../shared/study/person.ts';
import type { StepId } from '../../../shared/study/protocol.ts';
import { problemOf } from '../../problem-of.ts';

const integrity = new Integrity(new Uint8Array(32).fill(7));
const today = day('2026-03-02');
const entry = { on: today, person: 'p' as PersonId, act: 'test', detail: {} };
const bytes = (text: string) => new TextEncoder().encode(text);

let folder: string;
let path: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'veldwerk-store-'));
  path = join(folder, 'study.db');
  store = openStore(path, integrity, { create: true });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const group = 'residents' as GroupCode;
function aCase(id: string): StoredCase {
  return {
    id: id as CaseId,
    group,
    stratum: 'north',
    state: { kind: 'open' },
    channels: ['letter', 'phone'],
    nextDue: today,
    codeTag: `tag of ${id}`,
    version: 1,
    caseKey: bytes('key'),
    contact: bytes('contact'),
    loginCode: bytes('code'),
  };
}
function anAttempt(id: string, of: string, change: Partial<StoredAttempt> = {}): StoredAttempt {
  return {
    id: id as AttemptId,
    caseId: of as CaseId,
    step: 'letter' as StepId,
    channel: 'letter',
    on: today,
    outcome: 'intended',
    version: 1,
    ...change,
  };
}
function withCases(...ids: string[]): void {
  store.write(entry, () => {
    store.groups.insert(group, 1);
    for (const id of ids) store.cases.insert(aCase(id));
  });
}
/** Changes the file as someone with an SQLite editor would. */
function tamper(sql: string): void {
  const raw = new Database(path);
  raw.exec(sql);
  raw.close();
}

describe('the schema', () => {
  test('every column of the real tables is listed as plain, with a reason, or as sealed', () => {
    const raw = new Database(path, { readonly: true });
    const real = raw
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
      .all();
    const columnsOf = (table: string) =>
      raw.prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`).all();
    const found = Object.fromEntries(
      real.map(({ name }) => [
        name,
        columnsOf(name)
          .map((column) => column.name)
          .toSorted(),
      ]),
    );
    raw.close();
    const listed = Object.fromEntries(
      Object.entries(tables).map(([table, { plain, sealed }]) => {
        const columns = new Set([...Object.keys(plain), ...sealed, ...(table in macColumns ? ['mac'] : [])]);
        return [table, [...columns].toSorted()];
      }),
    );
    expect(found).toEqual(listed);
    for (const { plain } of Object.values(tables))
      for (const reason of Object.values(plain)) expect(reason.length).toBeGreaterThan(3);
  });

  test('the MAC of a table covers all of its plain columns', () => {
    for (const [table, columns] of Object.entries(macColumns)) {
      expect([...columns].toSorted()).toEqual(Object.keys(tables[table as keyof typeof tables].plain).toSorted());
    }
  });

  test('responses and links share no column and have no plain one but a random id', () => {
    expect(Object.keys(tables.responses.plain)).toEqual(['id']);
    expect(Object.keys(tables.links.plain)).toEqual(['id']);
  });

  test('a new database is of the newest version, and one that is newer still is refused', () => {
    const raw = new Database(path, { readonly: true });
    const newest = raw.pragma('user_version', { simple: true });
    raw.close();
    expect(newest).toBe(steps.length);
    expect(steps.map(({ nr }) => nr)).toEqual(steps.map((_, index) => index + 1));
    store.close();
    tamper('PRAGMA user_version = 99');
    expect(problemOf(() => openStore(path, integrity))).toBe('study.made-by-newer-version');
    tamper(`PRAGMA user_version = ${newest}`);
    store = openStore(path, integrity);
  });
});

describe('every connection', () => {
  test('syncs in full, erases what it deletes, and keeps temporary tables in memory', () => {
    const database = openDatabase(path);
    const pragma = (name: string) => database.pragma(name, { simple: true });
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      fullfsync: pragma('fullfsync'),
      secure: pragma('secure_delete'),
      temporary: pragma('temp_store'),
      foreign: pragma('foreign_keys'),
    }).toEqual({ journal: 'wal', synchronous: 2, fullfsync: 1, secure: 1, temporary: 2, foreign: 1 });
    database.close();
  });

  test('a file that is absent, no database, or the database of something else is refused as damaged and left as it is', () => {
    const other = join(folder, 'other.db');
    expect(problemOf(() => openStore(other, integrity))).toBe('study.damaged');
    writeFileSync(other, 'a text that is long enough to be taken for the head of a database file '.repeat(9));
    expect(problemOf(() => openStore(other, integrity))).toBe('study.damaged');
    rmSync(other);
    const foreign = new Database(other);
    foreign.exec('CREATE TABLE x (y)');
    foreign.close();
    expect(problemOf(() => openStore(other, integrity))).toBe('study.damaged');
    const raw = new Database(other, { readonly: true });
    expect(raw.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['x']);
    raw.close();
  });

  test.skipIf(process.platform === 'win32')('opens files that only this account may read', () => {
    withCases('a');
    const modes = readdirSync(folder).map((name) => [name, statSync(join(folder, name)).mode & 0o777]);
    expect(modes.toSorted()).toEqual([
      ['study.db', 0o600],
      ['study.db-shm', 0o600],
      ['study.db-wal', 0o600],
    ]);
  });
});

describe('a write', () => {
  test('leaves nothing behind when it throws, not even its journal entry', () => {
    withCases('a');
    const before = store.journal.read().entries.length;
    expect(() =>
      store.write(entry, () => {
        store.cases.insert(aCase('b'));
        throw new Error('broken');
      }),
    ).toThrow('broken');
    expect(store.cases.all().map(({ id }) => id)).toEqual(['a']);
    expect(store.journal.read().entries.length).toBe(before);
  });

  test('of an older version of a case is refused', () => {
    withCases('a');
    const first = store.cases.get('a' as CaseId);
    store.write(entry, () => store.cases.change(first, { heldBy: 'p' as PersonId }));
    expect(problemOf(() => store.write(entry, () => store.cases.change(first, { heldBy: undefined })))).toBe(
      'study.changed-meanwhile',
    );
    expect(store.cases.get('a' as CaseId).heldBy).toBe('p');
  });

  test('clears what is given as undefined and leaves the rest', () => {
    withCases('a');
    const changed = store.write(entry, () =>
      store.cases.change(store.cases.get('a' as CaseId), { nextDue: undefined }),
    );
    expect(changed.nextDue).toBeUndefined();
    expect(store.cases.get('a' as CaseId)).toEqual(changed);
    expect(changed.stratum).toBe('north');
  });

  test('one interviewer cannot have two cases in hand', () => {
    withCases('a', 'b');
    const hold = (id: string) =>
      store.write(entry, () => store.cases.change(store.cases.get(id as CaseId), { heldBy: 'p' as PersonId }));
    hold('a');
    expect(problemOf(() => hold('b'))).toBe('study.changed-meanwhile');
    expect(store.cases.findHeldBy('p' as PersonId)?.id).toBe('a');
  });

  test('one step goes out once to one case, whatever the attempt id; a call may be repeated', () => {
    withCases('a', 'b');
    store.write(entry, () => store.attempts.insert(anAttempt('1', 'a')));
    const twice = () => store.write(entry, () => store.attempts.insert(anAttempt('2', 'a')));
    expect(problemOf(twice)).toBe('study.changed-meanwhile');
    store.write(entry, () => {
      store.attempts.insert(anAttempt('3', 'b'));
      store.attempts.insert(anAttempt('4', 'a', { channel: 'phone', step: 'phone' as StepId }));
      store.attempts.insert(anAttempt('5', 'a', { channel: 'phone', step: 'phone' as StepId }));
    });
    expect(store.attempts.ofCase('a' as CaseId).length).toBe(3);
  });
});

describe('a plain column that was changed outside the app', () => {
  const changes = [
    `UPDATE cases SET state = 'final', final_code = '1.1', mode = 'web', final_on = '2026-03-02'`,
    `UPDATE cases SET next_due = '2026-03-03'`,
    `UPDATE cases SET channels = 'email'`,
    `UPDATE cases SET held_by = 'q'`,
    `UPDATE cases SET version = 2`,
    `UPDATE cases SET stratum = 'south'`,
  ];

  test('is found, each of them', () => {
    withCases('a');
    expect(problemOf(() => store.cases.all())).toBe('none');
    for (const change of changes) {
      tamper(`BEGIN; CREATE TABLE kept AS SELECT * FROM cases; ${change}; COMMIT`);
      expect(problemOf(() => store.cases.all())).toBe('study.damaged');
      tamper('BEGIN; DELETE FROM cases; INSERT INTO cases SELECT * FROM kept; DROP TABLE kept; COMMIT');
      expect(problemOf(() => store.cases.all())).toBe('none');
    }
  });

  test('is found in attempts and in the study row', () => {
    withCases('a');
    store.write(entry, () => {
      store.study.insert({ id: 's', isPractice: false, createdOn: today, version: 1 });
      store.attempts.insert(anAttempt('1', 'a', { outcome: 'posted' }));
    });
    expect(problemOf(() => [store.attempts.all(), store.study.get()])).toBe('none');
    tamper(`UPDATE attempts SET outcome = 'intended'`);
    expect(problemOf(() => store.attempts.all())).toBe('study.damaged');
    tamper('UPDATE study SET practice = 1');
    expect(problemOf(() => store.study.get())).toBe('study.damaged');
  });
});

describe('what the certificate is made of', () => {
  test('is found when it was changed outside the app: intakes, handouts and instructions', () => {
    withCases('a');
    const handout = { id: 'h', kind: 'letters', madeOn: today, pieces: 2, sha256: '', path: bytes('path') } as const;
    store.write(entry, () => {
      store.intakes.insert({ id: 'i', group, on: today, sha256: 'hash', rows: 3, report: bytes('report') });
      store.handouts.insert(handout);
      store.handouts.setHash('h', 'hash of the letters');
      store.instructions.insert({ nr: 1, on: today, text: bytes('text') });
    });
    const read = {
      intakes: () => store.intakes.all(),
      handouts: () => store.handouts.all(),
      instructions: () => store.instructions.find(1),
    };
    expect(read.intakes()).toEqual([
      { id: 'i', group, on: today, sha256: 'hash', rows: 3, report: Buffer.from('report') },
    ]);
    expect(read.handouts()).toEqual([{ ...handout, sha256: 'hash of the letters', path: Buffer.from('path') }]);
    expect(read.instructions()).toEqual({ nr: 1, on: today, text: Buffer.from('text') });
    for (const [table, change] of [
      ['intakes', 'rows = 2'],
      ['intakes', `sha256 = 'other'`],
      ['handouts', 'pieces = 1'],
      ['handouts', `sha256 = ''`],
      ['instructions', `on_day = '2026-01-01'`],
    ] as const) {
      tamper(`CREATE TABLE kept AS SELECT * FROM ${table}; UPDATE ${table} SET ${change}`);
      expect(problemOf(read[table])).toBe('study.damaged');
      tamper(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept; DROP TABLE kept`);
      expect(problemOf(read[table])).toBe('none');
    }
  });
});

describe('the journal', () => {
  const isWhole = () => store.journal.read().isWhole;

  test('is whole as it was written; a changed, removed or rewritten entry is found', () => {
    for (const act of ['one', 'two', 'three', 'four']) store.write({ ...entry, act }, () => undefined);
    expect(isWhole()).toBe(true);
    for (const change of [
      `UPDATE journal SET act = 'other' WHERE seq = 2`,
      `UPDATE journal SET detail = '{"n":1}' WHERE seq = 3`,
      'DELETE FROM journal WHERE seq = 1',
      'DELETE FROM journal WHERE seq = 3',
      'UPDATE journal SET mac = (SELECT mac FROM journal WHERE seq = 2) WHERE seq = 3',
      `UPDATE journal SET detail = 'no JSON at all' WHERE seq = 2`,
      'DELETE FROM journal',
    ]) {
      tamper(`BEGIN; CREATE TABLE kept AS SELECT * FROM journal; ${change}; COMMIT`);
      expect(isWhole()).toBe(false);
      tamper('BEGIN; DELETE FROM journal; INSERT INTO journal SELECT * FROM kept; DROP TABLE kept; COMMIT');
      expect(isWhole()).toBe(true);
    }
  });
});

describe('what is deleted', () => {
  test('is in no file any more once the log is truncated', () => {
    const canary = 'canary that was sealed 4711';
    withCases('a');
    store.write(entry, () => store.settings.put('x', bytes(canary)));
    const seen = () => ['study.db', 'study.db-wal'].some((name) => readFileSync(join(folder, name)).includes(canary));
    expect(seen()).toBe(true);
    store.write(entry, () => store.settings.put('x', bytes('y')));
    expect(store.truncateLog()).toBe(true);
    expect(seen()).toBe(false);
  });

  test('of a draft is its key: in no file any more when the write is told, or, when a reader was in the way, after the next', () => {
    const key = 'wrapped key of a draft 4711';
    const seen = () => ['study.db', 'study.db-wal'].some((name) => readFileSync(join(folder, name)).includes(key));
    withCases('a');
    const begin = () => {
      store.write(entry, () => {
        const attempt = anAttempt(`call ${store.attempts.all().length}`, 'a', { channel: 'phone' });
        store.attempts.insert(attempt);
        store.drafts.insert({
          ...{ id: 'd', caseId: 'a' as CaseId, attemptId: attempt.id, begunOn: today, mode: 'phone', language: 'nl' },
          ...{ version: 1, draftKey: bytes(key) },
        });
      });
      expect(seen()).toBe(true);
    };
    const remove = () => store.write(entry, () => store.drafts.remove('d'));
    begin();
    remove();
    expect(seen()).toBe(false);

    begin();
    const reader = new Database(path, { readonly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM drafts').get();
    remove();
    expect(seen()).toBe(true);
    reader.close();
    store.write(entry, () => undefined);
    expect(seen()).toBe(false);
  });

  test('is gone after a crash as soon as the study is opened again', () => {
    const canary = 'canary that was sealed 4711';
    store.write(entry, () => store.settings.put('x', bytes(canary)));
    store.write(entry, () => store.settings.put('x', bytes('y')));
    const crashed = join(folder, 'crashed.db');
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${crashed}${end}`);
    const seen = () => ['', '-wal'].some((end) => readFileSync(`${crashed}${end}`).includes(canary));
    expect(seen()).toBe(true);
    const opened = openStore(crashed, integrity);
    expect(seen()).toBe(false);
    opened.close();
  });
});
