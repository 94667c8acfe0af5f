/** Opening study.db: the settings that every connection needs anew, the migrations, and the checkpoint after which nothing deleted is left. */
import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { refuse } from '../../shared/problem.ts';
import { step as step1 } from './steps/0001-study.ts';
import { step as step2 } from './steps/0002-one-person.ts';
import { step as step3 } from './steps/0003-keys-and-people.ts';
import { step as step4 } from './steps/0004-safeguards.ts';
import { step as step5 } from './steps/0005-inventory.ts';
import { step as step6 } from './steps/0006-asides.ts';
import { step as step7 } from './steps/0007-returns.ts';
import { step as step8 } from './steps/0008-contact.ts';

export type { Database } from 'better-sqlite3';

/** In order; a released step is never changed, only followed. */
export const steps = [step1, step2, step3, step4, step5, step6, step7, step8] as const;
const applicationId = 0x5644_5752;

/**
 * Opens the database at `path`, or makes it when `create`, and brings it to the newest schema. Refuses `study.damaged` when it is no study
 * of ours, `study.made-by-newer-version`. Only this account may read the file; SQLite gives its log the same mode.
 * FULL: a commit has been synced before it is told. secure_delete and TRUNCATE are a second line: plain text never gets here.
 */
export function openDatabase(path: string, { create = false }: { readonly create?: boolean } = {}): Database.Database {
  let database: Database.Database | undefined;
  try {
    if (create) closeSync(openSync(path, 'wx', 0o600));
    database = new Database(path, { fileMustExist: true });
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'fullfsync = ON',
      'secure_delete = ON',
      'temp_store = MEMORY',
      'foreign_keys = ON',
      'trusted_schema = OFF',
      // Else a row that is replaced would go without being told of.
      'recursive_triggers = ON',
      'busy_timeout = 2000',
    ]) {
      database.pragma(pragma);
    }
    migrate(database, create);
    if (!isSchemaOurs(database)) refuse('study.damaged', { where: 'study.db' });
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof Database.SqliteError) return refuse('study.damaged', { where: 'study.db' });
    throw error;
  }
}

function migrate(database: Database.Database, isNew: boolean): void {
  const version = database.pragma('user_version', { simple: true }) as number;
  // A file that is no study must not be made one, nor a lost one be taken for new.
  const isOurs = database.pragma('application_id', { simple: true }) === applicationId && version > 0;
  if (!isNew && !isOurs) refuse('study.damaged', { where: 'study.db' });
  if (version > steps.length) refuse('study.made-by-newer-version', {});
  for (const step of steps.slice(version)) {
    database.transaction(() => {
      database.exec(step.sql);
      database.pragma(`user_version = ${step.nr}`);
      database.pragma(`application_id = ${applicationId}`);
    })();
  }
}

let ourSchema: string | undefined;
const schemaOf = (database: Database.Database) =>
  JSON.stringify(database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name').all());

/**
 * Whether the file has the tables and indexes that the steps made, and nothing else: a trigger that someone put there would work along
 * with every write, and what it changes would pass for ours.
 */
export function isSchemaOurs(database: Database.Database): boolean {
  if (ourSchema === undefined) {
    const made = new Database(':memory:');
    for (const step of steps) made.exec(step.sql);
    ourSchema = schemaOf(made);
    made.close();
  }
  return schemaOf(database) === ourSchema;
}

/** Moves everything into the main file and empties the write-ahead log. False when that could not be done: a reader is open, the disk is full. */
export function truncateLog(database: Database.Database): boolean {
  try {
    const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
    return result.busy === 0;
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  }
}

/** Whether a write failed because someone else was first: the row is there already, or the one that it belongs to is gone. */
export function isConflict(error: unknown): boolean {
  const codes = ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_FOREIGNKEY'];
  return error instanceof Database.SqliteError && codes.includes(error.code);
}
