import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { StoredAttempt } from '../../../electron/store/attempts.ts';
import type { StoredCase } from '../../../electron/store/cases.ts';
import { openDatabase } from '../../../electron/store/database.ts';
import { macColumns, tables } from '../../../electron/store/plain-columns.ts';
import { step as step1 } from '../../../electron/store/steps/0001-study.ts';
import { openStore, type Store } from '../../../electron/store/store.ts';
import { Integrity } from '../../../electron/vault/integrity.ts';
import { day } from '../../../shared/calendar.ts';
import { Refusal } from '../../../shared/problem.ts';
import type { AttemptId } from '../../../shared/study/attempt.ts';
import type { CaseId } from '../../../shared/study/case.ts';
import type { GroupCode } from '../../../shared/study/group.ts';
import type { PersonId } from '../../../shared/study/person.ts';
import type { StepId } from '../../../shared/study/protocol.ts';

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

function problemOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem.problem;
    throw error;
  }
  return 'none';
}

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

  test('the first migration makes version 1, and a newer database is refused', () => {
    const raw = new Database(path, { readonly: true });
    expect(raw.pragma('user_version', { simple: true })).toBe(step1.nr);
    raw.close();
    store.close();
    tamper('PRAGMA user_version = 99');
    expect(problemOf(() => openStore(path, integrity))).toBe('study.made-by-newer-version');
    tamper('PRAGMA user_version = 1');
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

  test('a file that is no database is refused as damaged', () => {
    store.close();
    rmSync(path);
    tamper('CREATE TABLE x (y)');
    expect(problemOf(() => openStore(join(folder, 'absent.db'), integrity))).toBe('study.damaged');
    rmSync(path);
    store = openStore(path, integrity, { create: true });
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
    expect(() => hold('b')).toThrow(/UNIQUE/);
  });

  test('one step goes out once to one case, whatever the attempt id; a call may be repeated', () => {
    withCases('a', 'b');
    store.write(entry, () => store.attempts.insert(anAttempt('1', 'a')));
    expect(() => store.write(entry, () => store.attempts.insert(anAttempt('2', 'a')))).toThrow(/UNIQUE/);
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
    ]) {
      tamper(`BEGIN; CREATE TABLE kept AS SELECT * FROM journal; ${change}; COMMIT`);
      expect(isWhole()).toBe(false);
      tamper('BEGIN; DELETE FROM journal; INSERT INTO journal SELECT * FROM kept; DROP TABLE kept; COMMIT');
      expect(isWhole()).toBe(true);
    }
  });
});

describe('what is deleted', () => {
  test('is in no file any more once the log is truncated', async () => {
    const { readFileSync } = await import('node:fs');
    const canary = 'canary that was sealed 4711';
    withCases('a');
    store.write(entry, () => store.settings.put('x', bytes(canary)));
    const seen = () => ['study.db', 'study.db-wal'].some((name) => readFileSync(join(folder, name)).includes(canary));
    expect(seen()).toBe(true);
    store.write(entry, () => store.settings.put('x', bytes('y')));
    store.truncateLog();
    expect(seen()).toBe(false);
  });
});
