/** The study itself: its one row, its groups, its sealed settings, the instructions of the client, the intakes and the files handed out. */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

export interface StudyRow {
  readonly id: string;
  readonly isPractice: boolean;
  /** The day on a practice study's clock; a real study has none. */
  readonly practiceDay?: Day;
  readonly createdOn: Day;
  readonly version: number;
}

interface Row {
  readonly id: string;
  readonly practice: number;
  readonly practice_day: string | null;
  readonly created_on: string;
  readonly version: number;
  readonly mac: Uint8Array;
}

const plainRow = (study: StudyRow) => ({
  id: study.id,
  practice: study.isPractice ? 1 : 0,
  practice_day: study.practiceDay ?? null,
  created_on: study.createdOn,
  version: study.version,
});

export function studyTable(database: Database, integrity: Integrity) {
  const insert = database.prepare(
    'INSERT INTO study VALUES (@id, @practice, @practice_day, @created_on, @version, @mac)',
  );
  const update = database.prepare('UPDATE study SET practice_day = @practice_day, version = @version, mac = @mac');
  const only = database.prepare<[], Row>('SELECT * FROM study');
  return {
    insert(study: StudyRow): void {
      insert.run(signed(integrity, 'study', plainRow(study)));
    },
    get(): StudyRow {
      const row = checked(integrity, 'study', only.get() ?? refuse('study.damaged', { where: 'study' }));
      return {
        id: row.id,
        isPractice: row.practice === 1,
        ...(row.practice_day === null ? {} : { practiceDay: row.practice_day as Day }),
        createdOn: row.created_on as Day,
        version: row.version,
      };
    },
    movePracticeDay(study: StudyRow, practiceDay: Day): void {
      update.run(signed(integrity, 'study', plainRow({ ...study, practiceDay, version: study.version + 1 })));
    },
  };
}

/** Sealed texts under a fixed name, or a name and a group code: 'agreement', 'questionnaire residents'. */
export function settingsTable(database: Database) {
  const put = database.prepare(
    'INSERT INTO settings VALUES (@name, @sealed) ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed',
  );
  const find = database.prepare<[string], Uint8Array>('SELECT sealed FROM settings WHERE name = ?').pluck();
  const removal = database.prepare('DELETE FROM settings WHERE name = ?');
  return {
    put(name: string, sealed: Uint8Array): void {
      put.run({ name, sealed });
    },
    find: (name: string): Uint8Array | undefined => find.get(name),
    has: (name: string): boolean => find.get(name) !== undefined,
    remove(name: string): void {
      removal.run(name);
    },
  };
}

export function groupsTable(database: Database, integrity: Integrity) {
  const insert = database.prepare('INSERT INTO groups VALUES (@code, @position, @version, @mac)');
  const all = database.prepare<[], { code: string; mac: Uint8Array }>('SELECT * FROM groups ORDER BY position');
  return {
    insert(code: GroupCode, position: number): void {
      insert.run(signed(integrity, 'groups', { code, position, version: 1 }));
    },
    all: (): readonly GroupCode[] => all.all().map((row) => checked(integrity, 'groups', row).code as GroupCode),
  };
}

/** One file taken in: what the report says is sealed, the hash of the source stays for the certificate. */
export interface IntakeRow {
  readonly id: string;
  readonly group: GroupCode;
  readonly on: Day;
  readonly sha256: string;
  readonly rows: number;
  readonly report: Uint8Array;
}

interface SignedIntake extends Omit<IntakeRow, 'group' | 'on'> {
  readonly group_code: string;
  readonly on_day: string;
  readonly mac: Uint8Array;
}

export function intakesTable(database: Database, integrity: Integrity) {
  const insert = database.prepare(
    'INSERT INTO intakes VALUES (@id, @group_code, @on_day, @sha256, @rows, @mac, @report)',
  );
  const removal = database.prepare('DELETE FROM intakes WHERE id = ?');
  const all = database.prepare<[], SignedIntake>('SELECT * FROM intakes ORDER BY on_day');
  return {
    insert({ id, group, on, sha256, rows, report }: IntakeRow): void {
      insert.run({ ...signed(integrity, 'intakes', { id, group_code: group, on_day: on, sha256, rows }), report });
    },
    /** Of a delivery that is undone. Refuses `study.changed-meanwhile` when it was undone already. */
    remove(id: string): void {
      if (removal.run(id).changes !== 1) refuse('study.changed-meanwhile', {});
    },
    all: (): readonly IntakeRow[] =>
      all.all().map((row) => {
        const { id, group_code, on_day, sha256, rows, report } = checked(integrity, 'intakes', row);
        return { id, group: group_code as GroupCode, on: on_day as Day, sha256, rows, report };
      }),
  };
}

export type HandoutKind = 'letters' | 'emails' | 'case-file' | 'papers' | 'participants' | 'print-list' | 'reprint';

/** A file with personal data that left the store: a letter batch, all that is held on one person. It is deleted at the end, or named as out of reach. */
export interface HandoutRow {
  readonly id: string;
  readonly kind: HandoutKind;
  readonly madeOn: Day;
  readonly pieces: number;
  readonly sha256: string;
  readonly path: Uint8Array;
}

interface SignedHandout extends Omit<HandoutRow, 'madeOn'> {
  readonly made_on: string;
  readonly mac: Uint8Array;
}

export function handoutsTable(database: Database, integrity: Integrity) {
  const insert = database.prepare('INSERT INTO handouts VALUES (@id, @kind, @made_on, @pieces, @sha256, @mac, @path)');
  const update = database.prepare('UPDATE handouts SET sha256 = @sha256, mac = @mac WHERE id = @id');
  const removal = database.prepare('DELETE FROM handouts WHERE id = ?');
  const byId = database.prepare<[string], SignedHandout>('SELECT * FROM handouts WHERE id = ?');
  const all = database.prepare<[], SignedHandout>('SELECT * FROM handouts ORDER BY made_on');
  const handoutOf = (row: SignedHandout): HandoutRow => {
    const { id, kind, made_on, pieces, sha256, path } = checked(integrity, 'handouts', row);
    return { id, kind, madeOn: made_on as Day, pieces, sha256, path };
  };
  const signedRow = ({ id, kind, madeOn, pieces, sha256 }: HandoutRow) =>
    signed(integrity, 'handouts', { id, kind, made_on: madeOn, pieces, sha256 });
  return {
    insert(handout: HandoutRow): void {
      insert.run({ ...signedRow(handout), path: handout.path });
    },
    /** Known only when the file has been written. */
    setHash(id: string, sha256: string): void {
      const handout = handoutOf(byId.get(id) ?? refuse('study.damaged', { where: 'handouts' }));
      update.run(signedRow({ ...handout, sha256 }));
    },
    remove(id: string): void {
      removal.run(id);
    },
    all: (): readonly HandoutRow[] => all.all().map(handoutOf),
  };
}

export interface InstructionRow {
  readonly nr: number;
  readonly on: Day;
  readonly text: Uint8Array;
}

interface SignedInstruction {
  readonly nr: number;
  readonly on_day: string;
  readonly mac: Uint8Array;
  readonly text: Uint8Array;
}

/** The client's documented instructions, AVG art. 28(3)(a): append-only, numbered from 1. */
export function instructionsTable(database: Database, integrity: Integrity) {
  const insert = database.prepare('INSERT INTO instructions VALUES (@nr, @on_day, @mac, @text)');
  const last = database.prepare<[], number | null>('SELECT max(nr) FROM instructions').pluck();
  const byNr = database.prepare<[number], SignedInstruction>('SELECT * FROM instructions WHERE nr = ?');
  const all = database.prepare<[], SignedInstruction>('SELECT * FROM instructions ORDER BY nr');
  const instructionOf = (row: SignedInstruction): InstructionRow => {
    const { nr, on_day, text } = checked(integrity, 'instructions', row);
    return { nr, on: on_day as Day, text };
  };
  return {
    nextNr: (): number => (last.get() ?? 0) + 1,
    count: (): number => last.get() ?? 0,
    insert({ nr, on, text }: InstructionRow): void {
      insert.run({ ...signed(integrity, 'instructions', { nr, on_day: on }), text });
    },
    find(nr: number): InstructionRow | undefined {
      const found = byNr.get(nr);
      return found === undefined ? undefined : instructionOf(found);
    },
    all: (): readonly InstructionRow[] => all.all().map(instructionOf),
  };
}
