/** The cases: one row per sampled person, plain where the schedule needs it, sealed where it tells who it is. */

import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import { type Case, type CaseId, type CaseState, type Settled, settled } from '../../shared/study/case.ts';
import type { Channel, Mode } from '../../shared/study/contact-data.ts';
import type { FinalCode } from '../../shared/study/disposition.ts';
import type { GroupCode } from '../../shared/study/group.ts';
import type { PersonId } from '../../shared/study/person.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

export interface SealedCase {
  /** Under the contact key of the epoch. */
  readonly caseKey: Uint8Array;
  /** To the interviewer who has the case in hand. */
  readonly handedKey?: Uint8Array;
  readonly contact: Uint8Array;
  readonly loginCode: Uint8Array;
}
export interface StoredCase extends Case, SealedCase {
  /** Hex of the keyed hash of the login code. */
  readonly codeTag: string;
  readonly version: number;
}

/** What may change of a case; a property given as undefined is cleared. */
export interface CaseChange {
  readonly state?: CaseState;
  readonly heldBy?: PersonId | undefined;
  readonly nextDue?: Day | undefined;
  /** Goes with `heldBy`: a case that is put down takes the key along. */
  readonly handedKey?: Uint8Array | undefined;
  /** Go with a call in which something about the person was learned. */
  readonly contact?: Uint8Array;
  readonly channels?: readonly Channel[];
}

/** A place in the order in which open cases are due. */
export interface DuePlace {
  readonly on: string;
  readonly id: string;
}

export interface Correction {
  readonly contact: Uint8Array;
  readonly channels: readonly Channel[];
  readonly nextDue: Day | undefined;
}

/** Another login code; the tag of the one before goes to the revoked ones in the same write. */
export interface Recoding {
  readonly codeTag: string;
  readonly loginCode: Uint8Array;
}

export interface GroupCounts {
  readonly cases: number;
  readonly open: number;
  /** Completed responses, in any mode. */
  readonly completed: number;
}

interface Row {
  readonly id: string;
  readonly group_code: string;
  readonly stratum: string | null;
  readonly channels: string;
  readonly state: string;
  readonly final_code: string | null;
  readonly mode: string | null;
  readonly final_on: string | null;
  readonly held_by: string | null;
  readonly next_due: string | null;
  readonly code_tag: string;
  readonly version: number;
  readonly mac: Uint8Array;
  readonly case_key: Uint8Array;
  readonly contact: Uint8Array;
  readonly login_code: Uint8Array;
  readonly handed_key: Uint8Array | null;
}

function plainRow(one: Omit<StoredCase, keyof SealedCase>) {
  const state = settled(one.state);
  const isFinal = state.kind === 'final';
  return {
    id: one.id,
    group_code: one.group,
    stratum: one.stratum ?? null,
    channels: one.channels.join(' '),
    state: one.state.kind,
    final_code: isFinal ? state.code : null,
    mode: isFinal ? (state.mode ?? null) : null,
    final_on: isFinal ? state.on : null,
    held_by: one.heldBy ?? null,
    next_due: one.nextDue ?? null,
    code_tag: one.codeTag,
    version: one.version,
  };
}

function stateOf(row: Row): CaseState {
  if (row.state === 'restricted') return { kind: 'restricted', was: settledOf(row) };
  return row.state === 'open' ? { kind: 'open' } : settledOf(row);
}

/** A restricted case keeps how it ended, if it had. */
function settledOf(row: Row): Settled {
  if (row.final_code === null) return { kind: 'open' };
  const mode = row.mode === null ? {} : { mode: row.mode as Mode };
  return { kind: 'final', code: row.final_code as FinalCode, on: row.final_on as Day, ...mode };
}

function storedCase(row: Row): StoredCase {
  return {
    id: row.id as CaseId,
    group: row.group_code as GroupCode,
    ...(row.stratum === null ? {} : { stratum: row.stratum }),
    channels: row.channels === '' ? [] : (row.channels.split(' ') as Channel[]),
    state: stateOf(row),
    ...(row.held_by === null ? {} : { heldBy: row.held_by as PersonId }),
    ...(row.next_due === null ? {} : { nextDue: row.next_due as Day }),
    codeTag: row.code_tag,
    version: row.version,
    caseKey: row.case_key,
    contact: row.contact,
    loginCode: row.login_code,
    ...(row.handed_key === null ? {} : { handedKey: row.handed_key }),
  };
}

/**
 * `onErase` is told when a case is erased, or a key that was handed out is taken back: until the log is emptied it stands there; `onChange`
 * of every case that is another from now on.
 */
export function casesTable(
  database: Database,
  integrity: Integrity,
  { onErase, onChange }: { readonly onErase: () => void; readonly onChange: (of: CaseId) => void },
) {
  const insert = database.prepare(`
    INSERT INTO cases VALUES (@id, @group_code, @stratum, @channels, @state, @final_code, @mode, @final_on, @held_by, @next_due,
      @code_tag, @version, @mac, @case_key, @contact, @login_code, NULL)`);
  const update = database.prepare(`
    UPDATE cases SET state = @state, final_code = @final_code, mode = @mode, final_on = @final_on, held_by = @held_by,
      next_due = @next_due, channels = @channels, version = @version, mac = @mac, contact = @contact, handed_key = @handed_key
    WHERE id = @id AND version = @version - 1`);
  const correction = database.prepare(`
    UPDATE cases SET channels = @channels, next_due = @next_due, contact = @contact, version = @version, mac = @mac
    WHERE id = @id AND version = @version - 1`);
  const recoding = database.prepare(`
    UPDATE cases SET code_tag = @code_tag, login_code = @login_code, version = @version, mac = @mac
    WHERE id = @id AND version = @version - 1`);
  const erasure = database.prepare('DELETE FROM cases WHERE id = ? AND version = ?');
  const rewrap = database.prepare('UPDATE cases SET case_key = ? WHERE id = ?');
  const byId = database.prepare<[string], Row>('SELECT * FROM cases WHERE id = ?');
  const byTag = database.prepare<[string], Row>('SELECT * FROM cases WHERE code_tag = ?');
  const tags = database.prepare<[], string>('SELECT code_tag FROM cases').pluck();
  const byHolder = database.prepare<[string], Row>('SELECT * FROM cases WHERE held_by = ?');
  const all = database.prepare<[], Row>('SELECT * FROM cases');
  const inGroup = database.prepare<[string], Row>('SELECT * FROM cases WHERE group_code = ?');
  const page = database.prepare<[string, string, number], Row>(
    'SELECT * FROM cases WHERE group_code = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const counts = database.prepare<[string], GroupCounts>(`
    SELECT count(*) AS cases, count(*) FILTER (WHERE state = 'open') AS open,
      count(*) FILTER (WHERE final_code = '1.1') AS completed
    FROM cases WHERE group_code = ?`);
  const dueAfter = database.prepare<[string, string, string, number], Row>(`
    SELECT * FROM cases WHERE state = 'open' AND next_due <= ? AND (next_due, id) > (?, ?) ORDER BY next_due, id LIMIT ?`);
  const holders = database.prepare<[], string>('SELECT held_by FROM cases WHERE held_by IS NOT NULL').pluck();
  const answered = database.prepare<[string], { readonly stratum: string | null; readonly answered: number }>(`
    SELECT stratum, count(*) AS answered FROM cases
    WHERE group_code = ? AND final_code IN ('1.1', '1.2') GROUP BY stratum`);
  const atAppointment = database.prepare<[string], Row>(`
    SELECT cases.* FROM attempts JOIN cases ON cases.id = case_id
    WHERE outcome = 'appointment' AND appointment_on <= ? AND state = 'open' AND next_due = appointment_on`);
  const dueBy = database.prepare<[string], Row>(`SELECT * FROM cases WHERE state = 'open' AND next_due <= ?`);
  const ids = database.prepare<[], string>('SELECT id FROM cases').pluck();
  const contacted = database
    .prepare<[], string>(`
      SELECT id FROM cases WHERE held_by IS NOT NULL OR state = 'restricted' OR final_code IN ('1.1', '1.2', '2.12')
      UNION SELECT case_id FROM attempts UNION SELECT case_id FROM drafts UNION SELECT case_id FROM removals
      UNION SELECT case_id FROM acquaintances UNION SELECT case_id FROM callbacks UNION SELECT case_id FROM returned_rows
      UNION SELECT case_id FROM case_requests WHERE case_id IS NOT NULL`)
    .pluck();
  const read = (row: Row | undefined) => (row === undefined ? undefined : storedCase(checked(integrity, 'cases', row)));
  const readAll = (rows: readonly Row[]) => rows.map((row) => storedCase(checked(integrity, 'cases', row)));

  return {
    insert(one: StoredCase): void {
      onChange(one.id);
      insert.run({
        ...signed(integrity, 'cases', plainRow(one)),
        case_key: one.caseKey,
        contact: one.contact,
        login_code: one.loginCode,
      });
    },
    /** Writes the change and returns the case as it is now. Refuses `study.changed-meanwhile` when `one` is not the newest version. */
    change(one: StoredCase, change: CaseChange): StoredCase {
      const { heldBy, nextDue, handedKey, ...rest } = { ...one, ...change };
      const changed: StoredCase = {
        ...rest,
        ...(heldBy === undefined ? {} : { heldBy }),
        ...(nextDue === undefined ? {} : { nextDue }),
        ...(heldBy === undefined || handedKey === undefined ? {} : { handedKey }),
        version: one.version + 1,
      };
      if (one.handedKey !== undefined && changed.handedKey === undefined) onErase();
      const { contact } = changed;
      const row = { ...signed(integrity, 'cases', plainRow(changed)), contact, handed_key: changed.handedKey ?? null };
      onChange(one.id);
      const { changes } = update.run(row);
      return changes === 1 ? changed : refuse('study.changed-meanwhile', {});
    },
    /** Other contact data, with the channels and the day that follow from them. Refuses `study.changed-meanwhile` as `change` does. */
    correct(one: StoredCase, { contact, channels, nextDue }: Correction): void {
      const { nextDue: _, ...rest } = one;
      const changed = { ...rest, channels, ...(nextDue === undefined ? {} : { nextDue }), version: one.version + 1 };
      onChange(one.id);
      const { changes } = correction.run({ ...signed(integrity, 'cases', plainRow(changed)), contact });
      if (changes !== 1) refuse('study.changed-meanwhile', {});
    },
    /** Another login code. Refuses `study.changed-meanwhile` as `change` does. */
    recode(one: StoredCase, { codeTag, loginCode }: Recoding): void {
      const changed = { ...one, codeTag, version: one.version + 1 };
      onChange(one.id);
      const { changes } = recoding.run({ ...signed(integrity, 'cases', plainRow(changed)), login_code: loginCode });
      if (changes !== 1) refuse('study.changed-meanwhile', {});
    },
    /** Erases the row with its key; whatever belongs to it must be gone. Refuses `study.changed-meanwhile` as `change` does. */
    erase({ id, version }: StoredCase): void {
      onChange(id);
      if (erasure.run(id, version).changes !== 1) refuse('study.changed-meanwhile', {});
      onErase();
    },
    /** Puts the key under that of another epoch; the row as such is not changed. */
    rewrap(id: CaseId, caseKey: Uint8Array): void {
      if (rewrap.run(caseKey, id).changes !== 1) refuse('study.changed-meanwhile', {});
    },
    find: (id: CaseId): StoredCase | undefined => read(byId.get(id)),
    get: (id: CaseId): StoredCase => read(byId.get(id)) ?? refuse('study.damaged', { where: 'cases' }),
    /** The tags of all login codes, as they stand: so that a new code is not one of them. */
    tags: (): readonly string[] => tags.all(),
    findByTag: (tag: string): StoredCase | undefined => read(byTag.get(tag)),
    findHeldBy: (person: PersonId): StoredCase | undefined => read(byHolder.get(person)),
    all: (): readonly StoredCase[] => readAll(all.all()),
    inGroup: (group: GroupCode): readonly StoredCase[] => readAll(inGroup.all(group)),
    /** At most so many of a group, by id, behind the one with the id `after`; '' for the first. */
    pageOf: (group: GroupCode, after: string, most: number): readonly StoredCase[] =>
      readAll(page.all(group, after, most)),
    /** For showing how far a group is, quickly: rows are counted as they stand, their marks are checked where something is decided. */
    countsIn: (group: GroupCode): GroupCounts => counts.get(group)!,
    ids: (): ReadonlySet<CaseId> => new Set(ids.all() as CaseId[]),
    /** Those with whom there was anything: an attempt, also one that is only intended, an interview, an answer, a request of their own. */
    idsContacted: (): ReadonlySet<CaseId> => new Set(contacted.all() as CaseId[]),
    /** At most so many of the open cases on which something is due on or before `day`, behind a place in that order: by day, then by id. */
    dueAfter: (day: Day, { on, id }: DuePlace, most: number): readonly StoredCase[] =>
      readAll(dueAfter.all(day, on, id, most)),
    /** Open cases that are due on the day of an appointment, `day` or before. */
    atAppointment: (day: Day): readonly StoredCase[] => readAll(atAppointment.all(day)),
    /** Whoever has a case in hand. */
    holders: (): readonly PersonId[] => holders.all() as PersonId[],
    /** Responses per stratum code, '' for no stratum; counted as `countsIn`. */
    answeredIn: (group: GroupCode): ReadonlyMap<string, number> =>
      new Map(answered.all(group).map((row) => [row.stratum ?? '', row.answered])),
    /** Open cases on which something is due on or before `day`. */
    dueBy: (day: Day): readonly StoredCase[] => readAll(dueBy.all(day)),
  };
}
