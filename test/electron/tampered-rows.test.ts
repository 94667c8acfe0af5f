/**
 * Whole rows removed, doubled or put back from an older copy, and things that do not belong in the file at all. The marks of rows do not find
 * these: the inventory of all rows does, also while the study is open.
 */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openOffice } from '../../electron/office.ts';
import { macColumns, tables } from '../../electron/store/plain-columns.ts';
import { askingAs, refusalOf } from '../../scripts/demo/asking.ts';
import { passphraseOf, quickHost } from './office.ts';
import { drawsFrom, flipCell, inRawFile } from './raw-cells.ts';
import { type AttackedStudy, attackedStudy, found, leaveInventoryUnchecked } from './tampered.ts';

let study: AttackedStudy;
beforeAll(async () => {
  study = await attackedStudy();
});
afterAll(() => study.remove());
afterEach(() => vi.restoreAllMocks());

const inFile = (sql: string) => (folder: string) => inRawFile(folder, (raw) => void raw.exec(sql));
const filled = () => [...new Set([...study.cells.keys()].map((label) => label.split('.')[0]!))];
/** First of the columns that make a row one of its own. */
const keyOf = (table: string) => Object.keys(tables[table as keyof typeof tables].plain)[0]!;

describe('a row removed', () => {
  test('is found in every table', async () => {
    const rows = filled().filter((table) => table !== 'journal');
    expect(rows.length).toBeGreaterThanOrEqual(15);
    for (const table of rows) {
      const key = keyOf(table);
      const sql = `DELETE FROM ${table} WHERE "${key}" = (SELECT "${key}" FROM ${table} ORDER BY 1 DESC LIMIT 1)`;
      expect({ table, ...(await study.attacked(inFile(sql))) }).toEqual({ table, ...found });
    }
  });

  test('would not be found by the marks of those that are left', async () => {
    leaveInventoryUnchecked();
    const unfound: string[] = [];
    for (const table of ['removals', 'responses', 'links', 'intakes', 'attempts']) {
      const { isFound } = await study.attacked(inFile(`DELETE FROM ${table}`));
      if (!isFound) unfound.push(table);
    }
    expect(unfound).toEqual(['removals', 'responses', 'links', 'intakes', 'attempts']);
  });
});

describe('a row doubled', () => {
  test('is found in every table whose rows go by an id', async () => {
    for (const table of filled()) {
      const key = keyOf(table);
      if (key !== 'id' && key !== 'nr' && key !== 'name') continue;
      const columns = Object.keys({ ...tables[table as keyof typeof tables].plain });
      const unique = columns.filter((name) => [key, 'code_tag', 'delivery_key', 'held_by', 'case_id'].includes(name));
      const result = await study.attacked((folder) =>
        inRawFile(folder, (raw) => {
          const row = raw.prepare(`SELECT * FROM ${table} LIMIT 1`).get() as Record<string, unknown>;
          for (const name of unique) row[name] = typeof row[name] === 'number' ? 77 : `${row[name]}x`;
          const names = Object.keys(row);
          const put = `INSERT INTO ${table} VALUES (${names.map(() => '?').join(', ')})`;
          raw.prepare(put).run(...names.map((name) => row[name]));
        }),
      );
      expect({ table, ...result }).toEqual({ table, ...found });
    }
  });
});

describe('an older version of a row put back', () => {
  /** Aalbersma, who is due for a reminder, objects; the clock, the mail server and a call go on too. */
  async function later(): Promise<string> {
    return study.atWork(async (ask) => {
      const { found: people } = await ask('manager', 'contact.lookUp', { text: 'Aalbersma' });
      await ask('manager', 'contact.stopCase', { caseId: people[0]!.caseId, why: 'refused' });
      const server = { host: '127.0.0.1', port: 9, secure: false, from: 'post@bureau.example' };
      await ask('manager', 'study.setMailHost', server);
      await ask('second', 'contact.closeCall', { outcome: 'no-answer' });
      await ask('interviewer', 'interview.setLanguage', { language: 'en' });
      await ask('manager', 'contact.rejectCaseRequest', { nr: 1, why: 'rejected' });
      await ask('manager', 'study.moveClock', { today: '2026-03-17' as never });
    });
  }
  type Row = Readonly<Record<string, unknown>>;
  const rowsIn = (folder: string, table: string) =>
    inRawFile(folder, (raw) => raw.prepare(`SELECT * FROM ${table}`).all() as readonly Row[]);
  const put = (folder: string, table: string, row: Row) =>
    inRawFile(folder, (raw) => {
      const names = Object.keys(row);
      const values = names.map((name) => row[name]);
      raw.prepare(`REPLACE INTO ${table} VALUES (${names.map(() => '?').join(', ')})`).run(...values);
    });

  let newer: string;
  let older: readonly { readonly table: string; readonly row: Row }[];
  beforeAll(async () => {
    const folder = await study.atWork(async () => undefined);
    const before = new Map(filled().map((table) => [table, rowsIn(folder, table)]));
    const after = await later();
    newer = `${after}-newer`;
    cpSync(after, newer, { recursive: true });
    const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
    older = [...before].flatMap(([table, rows]) => {
      const key = keyOf(table);
      const now = rowsIn(newer, table);
      const changed = rows.filter((row) => now.some((one) => one[key] === row[key] && !isSame(one, row)));
      // An answer once given is not changed: another row follows it.
      const isKept = table !== 'journal' && table !== 'draft_answers';
      return isKept ? changed.map((row) => ({ table, row })) : [];
    });
  });
  afterAll(() => rmSync(newer, { recursive: true, force: true }));

  const putBack = (table: string, row: Row) => (folder: string) => {
    rmSync(folder, { recursive: true });
    cpSync(newer, folder, { recursive: true });
    put(folder, table, row);
  };

  test('is found, each that was changed since', async () => {
    const changed = [...new Set(older.map(({ table }) => table))].toSorted();
    expect(changed).toEqual(['attempts', 'case_requests', 'cases', 'drafts', 'inventory', 'settings', 'study']);
    for (const { table, row } of older) {
      const { isFound, contacts } = await study.attacked(putBack(table, row));
      expect({ table, isFound, contacts }).toEqual({ table, isFound: true, contacts: [] });
    }
  });

  test('would, with its own mark, contact someone who refused', async () => {
    const { row } = older.find(({ table, row: one }) => table === 'cases' && one.held_by === null)!;
    const sentAfter = async () => (await study.seen(putBack('cases', row))).sent.map((sent) => sent.split('@')[0]);
    expect(await sentAfter()).toEqual([]);
    leaveInventoryUnchecked();
    const settings = older.find(({ table }) => table === 'settings')!;
    const { sent } = await study.seen((folder) => {
      putBack('cases', row)(folder);
      put(folder, settings.table, settings.row);
    });
    expect(sent.map((one) => one.split('@')[0])).toContain('aalbersma');
  });
});

describe('what does not belong in the file', () => {
  const stays = `AFTER UPDATE ON cases WHEN NEW.state = 'final' BEGIN
    UPDATE cases SET state = OLD.state, final_code = OLD.final_code, final_on = OLD.final_on, next_due = OLD.next_due,
      version = OLD.version, mac = OLD.mac WHERE id = OLD.id; END`;

  test.each([
    ['a trigger that takes every ending back', `CREATE TRIGGER t ${stays}`],
    [
      'a trigger that forgets who withdrew',
      'CREATE TRIGGER t AFTER INSERT ON removals BEGIN DELETE FROM removals; END',
    ],
    ['a view', 'CREATE VIEW v AS SELECT 1'],
    ['a table', 'CREATE TABLE t (x)'],
    ['a column', 'ALTER TABLE cases ADD COLUMN x TEXT'],
    ['an index that is gone', 'DROP INDEX case_in_hand'],
    ['the inventory that is gone', 'DROP TABLE inventory'],
    ['an inventory made anew by an older version', 'DROP TABLE inventory; PRAGMA user_version = 4'],
  ])('is found: %s', async (_, sql) => {
    const { isFound, contacts, wrong } = await study.attacked((folder) => {
      const raw = new Database(join(folder, 'study', 'study.db'));
      raw.exec(sql);
      raw.close();
    });
    expect({ isFound, contacts, wrong }).toEqual({ isFound: true, contacts: [], wrong: [] });
  });

  test('would work along with every write: a trigger after which someone who refused is open again', async () => {
    const folder = await study.atWork(async (ask, at) => {
      // Put there while the study is open, which the next question finds.
      inFile(`CREATE TRIGGER t ${stays}`)(at);
      expect((await refusalOf(ask('manager', 'schedule.due', {}))).problem).toBe('study.damaged');
    });
    const states = () =>
      inRawFile(folder, (raw) => raw.prepare('SELECT state FROM cases ORDER BY id').pluck().all() as readonly string[]);
    const before = states();
    inFile("UPDATE cases SET state = 'final'")(folder);
    expect(states()).toEqual(before);
  });
});

describe('while the study is open', () => {
  const changes = [
    `UPDATE cases SET state = 'open', final_code = NULL, mode = NULL, final_on = NULL, next_due = '2026-03-09'`,
    'DELETE FROM removals',
    "DELETE FROM attempts WHERE step = 'email'",
    "DELETE FROM settings WHERE name = 'agreement'",
  ];

  test.each(changes)('a change is found at the next question: %#', async (sql) => {
    expect(await study.attacked(() => undefined, inFile(sql))).toEqual(found);
  });

  test('without the inventory nobody would know any more who withdrew their answers', async () => {
    leaveInventoryUnchecked();
    const { isFound, wrong } = await study.attacked(() => undefined, inFile('DELETE FROM removals'));
    expect({ isFound, wrong }).toEqual({ isFound: false, wrong: ['researcher export.removals {}'] });
  });
});

describe('a study that was changed', () => {
  const enter = async (folder: string) => {
    const host = quickHost(folder);
    const office = openOffice(host, host.onBug);
    office.useFolder(join(folder, 'study'));
    const ask = askingAs(office);
    for (const name of ['manager', 'researcher', 'officer'])
      await ask(name, 'study.signIn', { name, passphrase: passphraseOf(name) });
    return { office, ask };
  };
  const problem = async (asked: Promise<unknown>) => (await refusalOf(asked)).problem;

  test('stays so when the change is undone, and can be destroyed with a certificate', async () => {
    const folder = await study.atWork(async () => undefined);
    const path = join(folder, 'study', 'study.db');
    const removals = inRawFile(folder, (raw) => raw.prepare('SELECT * FROM removals').all() as readonly object[]);
    inFile('DELETE FROM removals')(folder);
    const first = await enter(folder);
    expect(await problem(first.ask('manager', 'schedule.due', {}))).toBe('study.damaged');
    first.office.close();
    // The rows back, beside a journal that went on.
    const insert = 'INSERT INTO removals VALUES (?, ?, ?, ?)';
    inRawFile(folder, (raw) => raw.prepare(insert).run(...Object.values(removals[0]!)));
    const { office, ask } = await enter(folder);
    try {
      expect(await problem(ask('manager', 'schedule.due', {}))).toBe('study.damaged');
      expect(await problem(ask('researcher', 'export.plan', {}))).toBe('study.damaged');
      expect((await ask('officer', 'study.journal', {})).isWhole).toBe(true);
      const { title, outOfReach } = await ask('manager', 'destruction.plan', {});
      await ask('researcher', 'destruction.agree', { typedTitle: title });
      const answers = outOfReach.map((what) => ({ what, answer: 'nee' }));
      await ask('manager', 'destruction.destroy', { instruction: 1, typedTitle: title, outOfReach: answers });
      expect(existsSync(path)).toBe(false);
    } finally {
      office.close();
    }
  });

  test('is not one whose file was copied away and back with nothing changed', async () => {
    const folder = await study.atWork(async () => undefined);
    const path = join(folder, 'study', 'study.db');
    const { office, ask } = await enter(folder);
    await ask('manager', 'schedule.due', {});
    office.close();
    const bytes = readFileSync(path);
    rmSync(path);
    writeFileSync(path, bytes);
    const again = await enter(folder);
    expect((await again.ask('manager', 'schedule.due', {})).steps.length).toBeGreaterThan(0);
    again.office.close();
  });
});

describe('the marks of rows by themselves', () => {
  test('let nothing wrong be read or sent after any flipped byte; which rows belong together they find where both are read', async () => {
    leaveInventoryUnchecked();
    const draw = drawsFrom(7);
    const sealed = Object.entries(tables).flatMap(([table, columns]) =>
      columns.sealed.map((name) => `${table}.${name}`),
    );
    const marked = Object.entries(macColumns).flatMap(([table, names]) =>
      [...names, 'mac'].map((name) => `${table}.${name}`),
    );
    const columns = [...sealed, ...marked].filter((label) => study.cells.has(label));
    expect(columns.length).toBeGreaterThan(70);
    const unfound: string[] = [];
    for (const label of columns) {
      const cells = study.cells.get(label)!;
      const cell = cells[draw(cells.length)]!;
      const result = await study.attacked((folder) => inRawFile(folder, (raw) => flipCell(raw, cell, draw)));
      // How many rows there are of a kind is asked of columns that nobody checks; that this is wrong only the inventory finds.
      const wrong = result.wrong.filter((what) => what === 'a text' || what.endsWith('failed'));
      expect({ label, wrong, contacts: result.contacts }).toEqual({ label, wrong: [], contacts: [] });
      if (!result.isFound) unfound.push(label);
    }
    // A row that is looked for by another's id, and what is read at a destruction, with the next export of the website, or never again.
    for (const label of unfound)
      expect(label).toMatch(
        /\.(case_id|batch_id|group_code|code|tag|person)$|^(handouts|intakes|batches|returned_rows)\./,
      );
    expect(unfound.length, unfound.join(' ')).toBeLessThan(10);
  }, 600_000);
});
