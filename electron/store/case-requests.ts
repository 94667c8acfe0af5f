/** The register of requests of people concerned, the files made for them, and the answers that wait for their removal. */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { CaseRequest, RequestArticle, RequestState } from '../../shared/study/case-request.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

export interface StoredRequest extends CaseRequest {
  readonly version: number;
  readonly details: Uint8Array;
}

/** What may change of a request; a case given as undefined is let go of. */
export interface RequestChange {
  readonly state?: RequestState;
  readonly executedOn?: Day;
  readonly caseId?: CaseId | undefined;
  readonly details?: Uint8Array;
}

interface Row {
  readonly nr: number;
  readonly article: string;
  readonly received_on: string;
  readonly state: string;
  readonly executed_on: string | null;
  readonly case_id: string | null;
  readonly version: number;
  readonly mac: Uint8Array;
  readonly details: Uint8Array;
}

const plainRow = (request: StoredRequest) => ({
  nr: request.nr,
  article: request.article,
  received_on: request.receivedOn,
  state: request.state,
  executed_on: request.executedOn ?? null,
  case_id: request.caseId ?? null,
  version: request.version,
});

const storedRequest = (row: Row): StoredRequest => ({
  nr: row.nr,
  article: row.article as RequestArticle,
  receivedOn: row.received_on as Day,
  state: row.state as RequestState,
  ...(row.executed_on === null ? {} : { executedOn: row.executed_on as Day }),
  ...(row.case_id === null ? {} : { caseId: row.case_id as CaseId }),
  version: row.version,
  details: row.details,
});

export function caseRequestsTable(database: Database, integrity: Integrity) {
  const insert = database.prepare(`
    INSERT INTO case_requests VALUES (@nr, @article, @received_on, @state, @executed_on, @case_id, @version, @mac, @details)`);
  const update = database.prepare(`
    UPDATE case_requests SET state = @state, executed_on = @executed_on, case_id = @case_id, version = @version, mac = @mac,
      details = @details
    WHERE nr = @nr AND version = @version - 1`);
  const last = database.prepare<[], number | null>('SELECT max(nr) FROM case_requests').pluck();
  const byNr = database.prepare<[number], Row>('SELECT * FROM case_requests WHERE nr = ?');
  const all = database.prepare<[], Row>('SELECT * FROM case_requests ORDER BY nr');
  const insertFile = database.prepare('INSERT INTO case_files VALUES (@handout_id, @request, @mac)');
  const files = database.prepare<[], { handout_id: string; request: number; mac: Uint8Array }>(
    'SELECT * FROM case_files',
  );
  const read = (row: Row) => storedRequest(checked(integrity, 'case_requests', row));
  return {
    nextNr: (): number => (last.get() ?? 0) + 1,
    insert(request: StoredRequest): void {
      insert.run({ ...signed(integrity, 'case_requests', plainRow(request)), details: request.details });
    },
    /** Refuses `study.changed-meanwhile` when `request` is not the newest version. */
    change(request: StoredRequest, change: RequestChange): void {
      const { caseId, ...rest } = { ...request, ...change };
      const changed = { ...rest, ...(caseId === undefined ? {} : { caseId }), version: request.version + 1 };
      const row = { ...signed(integrity, 'case_requests', plainRow(changed)), details: changed.details };
      if (update.run(row).changes !== 1) refuse('study.changed-meanwhile', {});
    },
    find(nr: number): StoredRequest | undefined {
      const row = byNr.get(nr);
      return row === undefined ? undefined : read(row);
    },
    all: (): readonly StoredRequest[] => all.all().map(read),
    ofCase: (id: CaseId): readonly StoredRequest[] =>
      all
        .all()
        .map(read)
        .filter(({ caseId }) => caseId === id),
    /** `handout`: the file that was made for request `nr`. */
    insertFile(handout: string, nr: number): void {
      insertFile.run(signed(integrity, 'case_files', { handout_id: handout, request: nr }));
    },
    /** The handouts that were made for these requests. */
    filesOf: (nrs: readonly number[]): readonly string[] =>
      files
        .all()
        .map((row) => checked(integrity, 'case_files', row))
        .filter(({ request }) => nrs.includes(request))
        .map(({ handout_id }) => handout_id),
  };
}

/** Finished answers of someone who withdrew: they wait for the researcher. */
export interface Removal {
  readonly id: string;
  readonly caseId: CaseId;
  readonly askedOn: Day;
}

interface RemovalRow {
  readonly id: string;
  readonly case_id: string;
  readonly asked_on: string;
  readonly mac: Uint8Array;
}

export function removalsTable(database: Database, integrity: Integrity) {
  const insert = database.prepare('INSERT INTO removals VALUES (@id, @case_id, @asked_on, @mac)');
  const all = database.prepare<[], RemovalRow>('SELECT * FROM removals ORDER BY asked_on');
  const removal = database.prepare('DELETE FROM removals WHERE case_id = ?');
  return {
    insert({ id, caseId, askedOn }: Removal): void {
      insert.run(signed(integrity, 'removals', { id, case_id: caseId, asked_on: askedOn }));
    },
    all: (): readonly Removal[] =>
      all.all().map((row) => {
        const { id, case_id, asked_on } = checked(integrity, 'removals', row);
        return { id, caseId: case_id as CaseId, askedOn: asked_on as Day };
      }),
    /** Also when none waits. */
    remove(of: CaseId): void {
      removal.run(of);
    },
  };
}
