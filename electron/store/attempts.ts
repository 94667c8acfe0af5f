/** Contact attempts: the intent before the act, the result after it. A delivery key makes a second delivery of one step impossible. */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
import type { Attempt, AttemptId } from '../../shared/study/attempt.ts';
import type { Daypart } from '../../shared/study/calling.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Channel } from '../../shared/study/contact-data.ts';
import type { AttemptOutcome } from '../../shared/study/disposition.ts';
import type { StepId } from '../../shared/study/protocol.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { BatchId } from './batches.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

export interface StoredAttempt extends Attempt {
  readonly batch?: BatchId;
  /** Sealed: the hour of an appointment and the interviewer's remark; of a call that is not over what was typed in it so far. */
  readonly note?: Uint8Array;
  readonly version: number;
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly step: string;
  readonly channel: string;
  readonly on_day: string;
  readonly outcome: string;
  readonly appointment_on: string | null;
  readonly delivery_key: string | null;
  readonly batch_id: string | null;
  readonly daypart: string | null;
  readonly version: number;
  readonly mac: Uint8Array;
  readonly note: Uint8Array | null;
}

const isCall = ({ channel }: Pick<Attempt, 'channel'>): boolean => channel === 'phone' || channel === 'visit';

/** A call may be repeated within its step; everything else goes out once per case and step. */
function deliveryKey({ channel, caseId, step }: Attempt): string | null {
  return isCall({ channel }) ? null : `${caseId} ${step}`;
}

function plainRow(attempt: StoredAttempt) {
  return {
    id: attempt.id,
    case_id: attempt.caseId,
    step: attempt.step,
    channel: attempt.channel,
    on_day: attempt.on,
    outcome: attempt.outcome,
    appointment_on: attempt.appointmentOn ?? null,
    delivery_key: deliveryKey(attempt),
    batch_id: attempt.batch ?? null,
    version: attempt.version,
    daypart: attempt.daypart ?? null,
  };
}

function storedAttempt(row: Row): StoredAttempt {
  return {
    id: row.id as AttemptId,
    caseId: row.case_id as CaseId,
    step: row.step as StepId,
    channel: row.channel as Channel,
    on: row.on_day as Day,
    outcome: row.outcome as AttemptOutcome,
    ...(row.appointment_on === null ? {} : { appointmentOn: row.appointment_on as Day }),
    ...(row.batch_id === null ? {} : { batch: row.batch_id as BatchId }),
    ...(row.daypart === null ? {} : { daypart: row.daypart as Daypart }),
    ...(row.note === null ? {} : { note: row.note }),
    version: row.version,
  };
}

/** What may change of an attempt; a note given as undefined goes. */
export interface AttemptChange extends Partial<Pick<StoredAttempt, 'outcome' | 'on' | 'appointmentOn' | 'daypart'>> {
  readonly note?: Uint8Array | undefined;
}

interface Told {
  /** A note went: until the log is emptied it stands there. */
  readonly onErase: () => void;
  /** With this case something else was tried from now on. */
  readonly onChange: (of: CaseId) => void;
}

export function attemptsTable(database: Database, integrity: Integrity, { onErase, onChange }: Told) {
  const insert = database.prepare(`
    INSERT INTO attempts VALUES (@id, @case_id, @step, @channel, @on_day, @outcome, @appointment_on, @delivery_key, @batch_id,
      @version, @mac, @note, @daypart)`);
  const update = database.prepare(`
    UPDATE attempts SET outcome = @outcome, on_day = @on_day, appointment_on = @appointment_on, version = @version, mac = @mac, note = @note,
      daypart = @daypart
    WHERE id = @id AND version = @version - 1`);
  const removal = database.prepare(`DELETE FROM attempts WHERE id = ? AND version = ? AND outcome = 'intended'`);
  const erasure = database.prepare('DELETE FROM attempts WHERE case_id = ?');
  const byId = database.prepare<[string], Row>('SELECT * FROM attempts WHERE id = ?');
  const ofCase = database.prepare<[string], Row>('SELECT * FROM attempts WHERE case_id = ?');
  const ofBatch = database.prepare<[string], Row>('SELECT * FROM attempts WHERE batch_id = ?');
  const all = database.prepare<[], Row>('SELECT * FROM attempts');
  const callsOn = database.prepare<[string], Row>(
    `SELECT * FROM attempts WHERE channel IN ('phone', 'visit') AND on_day = ?`,
  );
  const appointments = database.prepare<[string, string], Row>(
    `SELECT * FROM attempts WHERE outcome = 'appointment' AND appointment_on BETWEEN ? AND ?`,
  );
  const isAny = database
    .prepare<[], number>(`SELECT EXISTS (SELECT 1 FROM attempts WHERE outcome <> 'intended')`)
    .pluck();
  const first = database.prepare<[string], string | null>('SELECT min(on_day) FROM attempts WHERE channel = ?').pluck();
  const readAll = (rows: readonly Row[]) => rows.map((row) => storedAttempt(checked(integrity, 'attempts', row)));

  return {
    insert(attempt: StoredAttempt): void {
      onChange(attempt.caseId);
      insert.run({ ...signed(integrity, 'attempts', plainRow(attempt)), note: attempt.note ?? null });
    },
    /**
     * Records the result; what was typed before there was one lapses with it. Refuses `study.changed-meanwhile` when `attempt` is not the
     * newest version.
     */
    change(attempt: StoredAttempt, change: AttemptChange): StoredAttempt {
      onChange(attempt.caseId);
      const isEnded = attempt.outcome === 'intended' && change.outcome !== undefined;
      const { note, ...rest } = { ...attempt, ...(isEnded ? { note: undefined } : {}), ...change };
      const changed: StoredAttempt = { ...rest, ...(note === undefined ? {} : { note }), version: attempt.version + 1 };
      const { changes } = update.run({ ...signed(integrity, 'attempts', plainRow(changed)), note: note ?? null });
      if (attempt.note !== undefined && note !== attempt.note) onErase();
      return changes === 1 ? changed : refuse('study.changed-meanwhile', {});
    },
    /** Makes the attempt what it was before its result. Refuses `study.changed-meanwhile` when `now` is not the newest version. */
    putBack(now: StoredAttempt, before: StoredAttempt): void {
      onChange(now.caseId);
      const back = { ...before, version: now.version + 1 };
      if (now.note !== undefined) onErase();
      const { changes } = update.run({ ...signed(integrity, 'attempts', plainRow(back)), note: back.note ?? null });
      if (changes !== 1) refuse('study.changed-meanwhile', {});
    },
    /** Takes back an intent of which it is certain that nothing came. */
    remove({ id, caseId, version, note }: StoredAttempt): void {
      onChange(caseId);
      if (note !== undefined) onErase();
      if (removal.run(id, version).changes !== 1) refuse('study.changed-meanwhile', {});
    },
    /** Everything that was tried with this case. */
    eraseOfCase(id: CaseId): void {
      erasure.run(id);
    },
    find: (id: AttemptId): StoredAttempt | undefined => readAll(byId.all(id))[0],
    /** The call or visit that is going on: taking a case in hand is the attempt. */
    findCallInHand: (id: CaseId): StoredAttempt | undefined =>
      readAll(ofCase.all(id)).find((each) => each.outcome === 'intended' && isCall(each)),
    ofCase: (id: CaseId): readonly StoredAttempt[] => readAll(ofCase.all(id)),
    ofBatch: (id: BatchId): readonly StoredAttempt[] => readAll(ofBatch.all(id)),
    /** Calls and visits of a day. */
    callsOn: (day: Day): readonly StoredAttempt[] => readAll(callsOn.all(day)),
    /** Those in which an appointment was made for a day in this range, kept ones included. */
    appointmentsIn: (from: Day, to: Day): readonly StoredAttempt[] => readAll(appointments.all(from, to)),
    all: (): readonly StoredAttempt[] => readAll(all.all()),
    /** The first day on which anything was done in this channel, as the rows stand: nothing is decided by it. */
    findFirstDay: (channel: Channel): Day | undefined => (first.get(channel) as Day | null | undefined) ?? undefined,
    /** Whether anything at all came of an attempt. */
    isAnyMade: (): boolean => isAny.get() === 1,
  };
}
