/**
 * Second complete responses, kept apart until it is decided which one stays, and the rows of a survey platform that were taken in: an export holds
 * everything since the beginning, so the same row comes back day after day.
 */
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { ResponseId } from '../../shared/study/response.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import type { StoredResponse } from './responses.ts';
import { checked, signed } from './signed-row.ts';

/** As a response and its link are, in one row: nothing of it stands readable. */
export interface Second extends StoredResponse {
  /** Sealed to the link pair: which case gave it. */
  readonly link: Uint8Array;
  /** Sealed under the key of that case: the day on which it came. */
  readonly details: Uint8Array;
}

/** `onErase` is told when a second comes in or goes. */
export function secondsTable(database: Database, onErase: () => void) {
  const insert = database.prepare('INSERT INTO seconds VALUES (@id, @key, @content, @link, @details)');
  const removal = database.prepare('DELETE FROM seconds WHERE id = ?');
  const rewrap = database.prepare('UPDATE seconds SET key = ? WHERE id = ?');
  const rewrapLink = database.prepare('UPDATE seconds SET link = ? WHERE id = ?');
  const all = database.prepare<[], Second>('SELECT * FROM seconds');
  const one = (changes: number) => {
    if (changes !== 1) refuse('study.changed-meanwhile', {});
  };
  return {
    insert(second: Second): void {
      insert.run(second);
      onErase();
    },
    /** Refuses `study.changed-meanwhile` when it is not there any more. */
    remove(id: ResponseId): void {
      one(removal.run(id).changes);
      onErase();
    },
    /** Puts the key of a second under another answers pair. */
    rewrap: (id: ResponseId, key: Uint8Array): void => one(rewrap.run(key, id).changes),
    /** Puts its link under another link pair. */
    rewrapLink: (id: ResponseId, link: Uint8Array): void => one(rewrapLink.run(link, id).changes),
    all: (): readonly Second[] => all.all(),
  };
}

interface RowOfPlatform {
  readonly tag: string;
  readonly case_id: string;
  readonly mac: Uint8Array;
}

export function returnedRowsTable(database: Database, integrity: Integrity) {
  const insert = database.prepare('INSERT OR IGNORE INTO returned_rows VALUES (@tag, @case_id, @mac)');
  const byTag = database.prepare<[string], RowOfPlatform>('SELECT * FROM returned_rows WHERE tag = ?');
  const erasure = database.prepare('DELETE FROM returned_rows WHERE case_id = ?');
  return {
    /** `tag`: keyed hash of the code with the platform's number and moment of the row. Also when it is there already. */
    insert(tag: string, of: CaseId): void {
      insert.run(signed(integrity, 'returned_rows', { tag, case_id: of }));
    },
    has(tag: string): boolean {
      const row = byTag.get(tag);
      return row !== undefined && checked(integrity, 'returned_rows', row).tag === tag;
    },
    eraseOfCase(of: CaseId): void {
      erasure.run(of);
    },
  };
}
