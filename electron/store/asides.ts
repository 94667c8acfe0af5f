/** Beside the interview: which interviewer knows which person and so is not given them, and requests for help that wait to be passed on. */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { PersonId } from '../../shared/study/person.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

export interface Acquaintance {
  readonly id: string;
  readonly caseId: CaseId;
  readonly person: PersonId;
}

interface AcquaintanceRow {
  readonly id: string;
  readonly case_id: string;
  readonly person: string;
  readonly mac: Uint8Array;
}

export function acquaintancesTable(database: Database, integrity: Integrity) {
  const insert = database.prepare('INSERT INTO acquaintances VALUES (@id, @case_id, @person, @mac)');
  const ofPerson = database.prepare<[string], AcquaintanceRow>('SELECT * FROM acquaintances WHERE person = ?');
  const ofCase = database.prepare<[string], AcquaintanceRow>('SELECT * FROM acquaintances WHERE case_id = ?');
  const erasure = database.prepare('DELETE FROM acquaintances WHERE case_id = ?');
  const read = (row: AcquaintanceRow) => checked(integrity, 'acquaintances', row);
  return {
    /** Also when it is there already. */
    insert({ id, caseId, person }: Acquaintance): void {
      if (ofCase.all(caseId).some((row) => row.person === person)) return;
      insert.run(signed(integrity, 'acquaintances', { id, case_id: caseId, person }));
    },
    /** The cases that this interviewer is never given. */
    casesOf: (person: PersonId): ReadonlySet<CaseId> =>
      new Set(ofPerson.all(person).map((row) => read(row).case_id as CaseId)),
    /** The interviewers who are never given this case. */
    peopleOf: (of: CaseId): readonly PersonId[] => ofCase.all(of).map((row) => read(row).person as PersonId),
    eraseOfCase(of: CaseId): void {
      erasure.run(of);
    },
  };
}

/** Someone asked to be called back by the client. What they said is sealed under the key of their case; once it was passed on, to whom. */
export interface Callback {
  readonly id: string;
  readonly caseId: CaseId;
  readonly askedOn: Day;
  readonly passedOn?: Day;
  readonly version: number;
  readonly note: Uint8Array;
}

interface CallbackRow {
  readonly id: string;
  readonly case_id: string;
  readonly asked_on: string;
  readonly passed_on: string | null;
  readonly version: number;
  readonly mac: Uint8Array;
  readonly note: Uint8Array;
}

const plainRow = ({ id, caseId, askedOn, passedOn, version }: Callback) => {
  return { id, case_id: caseId, asked_on: askedOn, passed_on: passedOn ?? null, version };
};

const callbackOf = (row: CallbackRow): Callback => ({
  id: row.id,
  caseId: row.case_id as CaseId,
  askedOn: row.asked_on as Day,
  ...(row.passed_on === null ? {} : { passedOn: row.passed_on as Day }),
  version: row.version,
  note: row.note,
});

/** `onErase` is told when a note goes: until the log is emptied it stands there. */
export function callbacksTable(database: Database, integrity: Integrity, onErase: () => void) {
  const insert = database.prepare(
    'INSERT INTO callbacks VALUES (@id, @case_id, @asked_on, @passed_on, @version, @mac, @note)',
  );
  const update = database.prepare(`
    UPDATE callbacks SET passed_on = @passed_on, version = @version, mac = @mac, note = @note
    WHERE id = @id AND version = @version - 1`);
  const byId = database.prepare<[string], CallbackRow>('SELECT * FROM callbacks WHERE id = ?');
  const ofCase = database.prepare<[string], CallbackRow>('SELECT * FROM callbacks WHERE case_id = ?');
  const all = database.prepare<[], CallbackRow>('SELECT * FROM callbacks ORDER BY asked_on DESC, id');
  const erasure = database.prepare('DELETE FROM callbacks WHERE case_id = ?');
  const read = (row: CallbackRow) => callbackOf(checked(integrity, 'callbacks', row));
  return {
    insert(callback: Callback): void {
      insert.run({ ...signed(integrity, 'callbacks', plainRow(callback)), note: callback.note });
    },
    /** It was passed on: `note` tells to whom, and what was said goes. Refuses `study.changed-meanwhile` when `callback` is not the newest version. */
    passOn(callback: Callback, passedOn: Day, note: Uint8Array): void {
      const changed = { ...callback, passedOn, version: callback.version + 1 };
      if (update.run({ ...signed(integrity, 'callbacks', plainRow(changed)), note }).changes !== 1)
        refuse('study.changed-meanwhile', {});
      onErase();
    },
    find(id: string): Callback | undefined {
      const row = byId.get(id);
      return row === undefined ? undefined : read(row);
    },
    /** The newest first. */
    all: (): readonly Callback[] => all.all().map(read),
    ofCase: (of: CaseId): readonly Callback[] => ofCase.all(of).map(read),
    eraseOfCase(of: CaseId): void {
      if (erasure.run(of).changes > 0) onErase();
    },
  };
}
