/** Batches of letters: one PDF each. A batch counts as sent when a person says that it was posted. */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

declare const batchBrand: unique symbol;
export type BatchId = string & { readonly [batchBrand]: true };

export type BatchKind = 'emails' | 'reprint';

export interface Batch {
  readonly id: BatchId;
  readonly group: GroupCode;
  readonly step: StepId;
  readonly madeOn: Day;
  readonly letters: number;
  readonly postedOn?: Day;
  /** `emails`: messages in files, for the bureau's own mail system; `reprint`: letters that went before; absent: letters. */
  readonly kind?: BatchKind;
  readonly version: number;
}

interface Row {
  readonly id: string;
  readonly group_code: string;
  readonly step: string;
  readonly made_on: string;
  readonly letters: number;
  readonly posted_on: string | null;
  readonly kind: string | null;
  readonly version: number;
  readonly mac: Uint8Array;
}

function plainRow(batch: Batch) {
  return {
    id: batch.id,
    group_code: batch.group,
    step: batch.step,
    made_on: batch.madeOn,
    letters: batch.letters,
    posted_on: batch.postedOn ?? null,
    version: batch.version,
    kind: batch.kind ?? null,
  };
}

function storedBatch(row: Row): Batch {
  return {
    id: row.id as BatchId,
    group: row.group_code as GroupCode,
    step: row.step as StepId,
    madeOn: row.made_on as Day,
    letters: row.letters,
    ...(row.posted_on === null ? {} : { postedOn: row.posted_on as Day }),
    ...(row.kind === null ? {} : { kind: row.kind as BatchKind }),
    version: row.version,
  };
}

export function batchesTable(database: Database, integrity: Integrity) {
  const insert = database.prepare(
    'INSERT INTO batches VALUES (@id, @group_code, @step, @made_on, @letters, @posted_on, @version, @mac, @kind)',
  );
  const update = database.prepare(
    'UPDATE batches SET posted_on = @posted_on, version = @version, mac = @mac WHERE id = @id AND version = @version - 1',
  );
  const removal = database.prepare('DELETE FROM batches WHERE id = ?');
  const byId = database.prepare<[string], Row>('SELECT * FROM batches WHERE id = ?');
  const all = database.prepare<[], Row>('SELECT * FROM batches ORDER BY made_on');
  const read = (row: Row) => storedBatch(checked(integrity, 'batches', row));
  return {
    insert(batch: Batch): void {
      insert.run(signed(integrity, 'batches', plainRow(batch)));
    },
    find(id: string): Batch | undefined {
      const row = byId.get(id);
      return row === undefined ? undefined : read(row);
    },
    markPosted(batch: Batch, postedOn: Day): void {
      const changed = { ...batch, postedOn, version: batch.version + 1 };
      const { changes } = update.run(signed(integrity, 'batches', plainRow(changed)));
      if (changes !== 1) refuse('study.changed-meanwhile', {});
    },
    /** For a batch that could not be made; its attempts must be gone. */
    remove(id: BatchId): void {
      removal.run(id);
    },
    all: (): readonly Batch[] => all.all().map(read),
  };
}
