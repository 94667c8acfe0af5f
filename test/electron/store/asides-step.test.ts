import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { steps } from '../../../electron/store/database.ts';

let database: Database.Database;
const mark = Buffer.from('mark');
beforeEach(() => {
  database = new Database(':memory:');
  database.pragma('foreign_keys = ON');
  for (const step of steps.filter(({ nr }) => nr < 6)) database.exec(step.sql);
  database.prepare(`INSERT INTO groups VALUES ('g', 1, 1, ?)`).run(mark);
  database
    .prepare(
      `INSERT INTO cases VALUES ('a', 'g', NULL, 'phone', 'open', NULL, NULL, NULL, NULL, NULL, 't', 1, ?, ?, ?, ?, NULL)`,
    )
    .run(mark, mark, mark, mark);
  database
    .prepare(
      `INSERT INTO attempts VALUES ('c', 'a', 'phone', 'phone', '2026-03-02', 'appointment', NULL, NULL, NULL, 1, ?, NULL)`,
    )
    .run(mark);
  database.prepare(`INSERT INTO drafts VALUES ('d', 'a', 'c', '2026-03-02', 'phone', 'nl', 3, ?, ?)`).run(mark, mark);
  for (const seq of [1, 2, 3])
    database.prepare(`INSERT INTO draft_answers VALUES ('d', ?, ?)`).run(seq, Buffer.from(`answer ${seq}`));
});
afterEach(() => database.close());
const all = (table: string) => database.prepare(`SELECT * FROM ${table}`).all();
const step6 = () => database.transaction(() => database.exec(steps.find(({ nr }) => nr === 6)!.sql))();

describe('the step to asides', () => {
  test('keeps every interview that is under way with all that was answered, column by column', () => {
    const before = [all('drafts'), all('draft_answers')];
    expect(before[1]).toHaveLength(3);
    step6();
    expect([all('drafts'), all('draft_answers')]).toEqual(before);
    expect(
      database.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE '%kept%' OR name LIKE '%anywhere%'`).all(),
    ).toEqual([]);
  });

  test('lets a draft stand without a call, and still takes its answers along when it goes', () => {
    step6();
    database.prepare('UPDATE drafts SET attempt_id = NULL').run();
    database.prepare('DELETE FROM attempts').run();
    expect(() => database.prepare('DELETE FROM cases').run()).toThrow(/FOREIGN KEY/);
    database.prepare('DELETE FROM drafts').run();
    expect(all('draft_answers')).toEqual([]);
  });

  test('ties acquaintances and requests for help to their case', () => {
    step6();
    const insert = database.prepare(`INSERT INTO callbacks VALUES ('x', ?, '2026-03-02', NULL, 1, ?, ?)`);
    expect(() => insert.run('nobody', mark, mark)).toThrow(/FOREIGN KEY/);
    insert.run('a', mark, mark);
    const known = database.prepare(`INSERT INTO acquaintances VALUES (?, 'a', 'p', ?)`);
    known.run('one', mark);
    expect(() => known.run('two', mark)).toThrow(/UNIQUE/);
  });
});
