/** Opening study.db: the settings that every connection needs anew, the migrations, and the checkpoint after which nothing deleted is left. */
import Database from 'better-sqlite3';
import { refuse } from '../../shared/problem.ts';
import { step as step1 } from './steps/0001-study.ts';

export type { Database } from 'better-sqlite3';

/** In order; a released step is never changed, only followed. */
const steps = [step1] as const;
const applicationId = 0x5644_5752;

/**
 * Opens (and creates, when `create`) the database at `path` and brings it to the newest schema.
 * FULL: a commit has been synced before it is told. secure_delete and TRUNCATE are a second line: plain text never gets here.
 */
export function openDatabase(path: string, { create = false }: { readonly create?: boolean } = {}): Database.Database {
  let database: Database.Database;
  try {
    database = new Database(path, { fileMustExist: !create });
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'fullfsync = ON',
      'secure_delete = ON',
      'temp_store = MEMORY',
      'foreign_keys = ON',
      'trusted_schema = OFF',
      'busy_timeout = 2000',
    ]) {
      database.pragma(pragma);
    }
    migrate(database);
  } catch (error) {
    if (error instanceof Database.SqliteError) return refuse('study.damaged', { where: 'study.db' });
    throw error;
  }
  return database;
}

function migrate(database: Database.Database): void {
  const version = database.pragma('user_version', { simple: true }) as number;
  if (version > steps.length) refuse('study.made-by-newer-version', {});
  for (const step of steps.slice(version)) {
    database.transaction(() => {
      database.exec(step.sql);
      database.pragma(`user_version = ${step.nr}`);
      database.pragma(`application_id = ${applicationId}`);
    })();
  }
}

/** Moves everything into the main file and empties the write-ahead log. Throws when a reader holds it back: then nothing is promised. */
export function truncateLog(database: Database.Database): void {
  const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
  if (result.busy !== 0) throw new Error('the write-ahead log could not be truncated: a reader is open');
}
