/** Login codes that were replaced by another: whoever types one is told so. */
import type { Day } from '../../shared/calendar.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

interface Row {
  readonly tag: string;
  readonly case_id: string;
  readonly revoked_on: string;
  readonly mac: Uint8Array;
}

export function revokedCodesTable(database: Database, integrity: Integrity) {
  const insert = database.prepare('INSERT INTO revoked_codes VALUES (@tag, @case_id, @revoked_on, @mac)');
  const byTag = database.prepare<[string], Row>('SELECT * FROM revoked_codes WHERE tag = ?');
  const tags = database.prepare<[], string>('SELECT tag FROM revoked_codes').pluck();
  const erasure = database.prepare('DELETE FROM revoked_codes WHERE case_id = ?');
  return {
    insert(tag: string, of: CaseId, on: Day): void {
      insert.run(signed(integrity, 'revoked_codes', { tag, case_id: of, revoked_on: on }));
    },
    /** Whose code it was; undefined when it never was one. */
    find(tag: string): CaseId | undefined {
      const row = byTag.get(tag);
      return row === undefined ? undefined : (checked(integrity, 'revoked_codes', row).case_id as CaseId);
    },
    /** The tags of all, as they stand: so that a new code is not one of them. */
    tags: (): readonly string[] => tags.all(),
    eraseOfCase(of: CaseId): void {
      erasure.run(of);
    },
  };
}
