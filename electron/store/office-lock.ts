/** One office at a time in a study: a lock that the operating system lets go of when the process ends, however it ends. */
import Database from 'better-sqlite3';
import { refuse } from '../../shared/problem.ts';

/** Takes the lock, an empty file at `path`; the returned function lets go of it, and must be kept until then. Refuses `study.open-elsewhere`. */
export function takeOfficeLock(path: string): () => void {
  const lock = new Database(path, { timeout: 0 });
  try {
    // Nothing is ever written, so there need not be a second file either.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') refuse('study.open-elsewhere', {});
    throw error;
  }
  return () => {
    lock.close();
  };
}
