/** Recovery sheets, recovery files and backups: where each was made, of which epoch, and whether it still counts. */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import type { SafeguardKind, SafeguardState } from '../../shared/study/safeguard.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

export interface Safeguard {
  readonly id: string;
  readonly kind: SafeguardKind;
  readonly epoch: number;
  /** The number of the sheet: itself, or the one that opens the recovery file. */
  readonly sheet?: string;
  readonly madeOn: Day;
  /** Of the file; empty of a sheet, and of a file that was being made when the study was copied. */
  readonly sha256: string;
  readonly state: SafeguardState;
  readonly voidOn?: Day;
  readonly version: number;
  /** Sealed; a sheet is on paper. */
  readonly path?: Uint8Array;
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly epoch: number;
  readonly sheet: string | null;
  readonly made_on: string;
  readonly sha256: string;
  readonly state: string;
  readonly void_on: string | null;
  readonly version: number;
  readonly mac: Uint8Array;
  readonly path: Uint8Array | null;
}

const plainRow = (one: Omit<Safeguard, 'path'>) => ({
  id: one.id,
  kind: one.kind,
  epoch: one.epoch,
  sheet: one.sheet ?? null,
  made_on: one.madeOn,
  sha256: one.sha256,
  state: one.state,
  void_on: one.voidOn ?? null,
  version: one.version,
});

const safeguardOf = (row: Row): Safeguard => ({
  id: row.id,
  kind: row.kind as SafeguardKind,
  epoch: row.epoch,
  ...(row.sheet === null ? {} : { sheet: row.sheet }),
  madeOn: row.made_on as Day,
  sha256: row.sha256,
  state: row.state as SafeguardState,
  ...(row.void_on === null ? {} : { voidOn: row.void_on as Day }),
  version: row.version,
  ...(row.path === null ? {} : { path: row.path }),
});

export function safeguardsTable(database: Database, integrity: Integrity) {
  const insert = database.prepare(`
    INSERT INTO safeguards VALUES (@id, @kind, @epoch, @sheet, @made_on, @sha256, @state, @void_on, @version, @mac, @path)`);
  const update = database.prepare(`
    UPDATE safeguards SET sha256 = @sha256, state = @state, void_on = @void_on, version = @version, mac = @mac
    WHERE id = @id AND version = @version - 1`);
  const removal = database.prepare('DELETE FROM safeguards WHERE id = ?');
  const all = database.prepare<[], Row>('SELECT * FROM safeguards ORDER BY made_on, id');
  return {
    insert(one: Safeguard): void {
      insert.run({ ...signed(integrity, 'safeguards', plainRow(one)), path: one.path ?? null });
    },
    /** Refuses `study.changed-meanwhile` when `one` is not the newest version. */
    change<S extends Omit<Safeguard, 'path'>>(
      one: S,
      change: Partial<Pick<Safeguard, 'sha256' | 'state' | 'voidOn'>>,
    ): S {
      const changed = { ...one, ...change, version: one.version + 1 };
      const { changes } = update.run(signed(integrity, 'safeguards', plainRow(changed)));
      return changes === 1 ? changed : refuse('study.changed-meanwhile', {});
    },
    /** For a file that could not be made. */
    remove(id: string): void {
      removal.run(id);
    },
    all: (): readonly Safeguard[] => all.all().map((row) => safeguardOf(checked(integrity, 'safeguards', row))),
  };
}
