/** Unfinished interviews: each answer is one appended row, sealed under the draft's own key, which is deleted with it. */
import type { Day } from '../../shared/calendar.ts';
import type { AttemptId } from '../../shared/study/attempt.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Mode } from '../../shared/study/contact-data.ts';
import type { Language } from '../../shared/study/questionnaire.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

export interface Draft {
  readonly id: string;
  readonly caseId: CaseId;
  readonly attemptId: AttemptId;
  readonly begunOn: Day;
  readonly mode: Mode;
  readonly language: Language;
  readonly version: number;
  readonly draftKey: Uint8Array;
}

export interface DraftAnswer {
  /** The place of this answer in the draft; also the row that its sealing is bound to. */
  readonly seq: number;
  readonly answer: Uint8Array;
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly attempt_id: string;
  readonly begun_on: string;
  readonly mode: string;
  readonly language: string;
  readonly version: number;
  readonly mac: Uint8Array;
  readonly draft_key: Uint8Array;
}

/** `onErase` is told when a draft is removed: until the log is emptied its key stands there. */
export function draftsTable(database: Database, integrity: Integrity, onErase: () => void) {
  const insert = database.prepare(
    'INSERT INTO drafts VALUES (@id, @case_id, @attempt_id, @begun_on, @mode, @language, @version, @mac, @draft_key)',
  );
  const ofCase = database.prepare<[string], Row>('SELECT * FROM drafts WHERE case_id = ?');
  const remove = database.prepare('DELETE FROM drafts WHERE id = ?');
  const insertAnswer = database.prepare('INSERT INTO draft_answers VALUES (@draft, @seq, @answer)');
  const answers = database.prepare<[string], DraftAnswer>(
    'SELECT seq, answer FROM draft_answers WHERE draft_id = ? ORDER BY seq',
  );
  const count = database.prepare<[], number>('SELECT count(*) FROM drafts').pluck();
  return {
    insert(draft: Draft): void {
      const plain = {
        id: draft.id,
        case_id: draft.caseId,
        attempt_id: draft.attemptId,
        begun_on: draft.begunOn,
        mode: draft.mode,
        language: draft.language,
        version: draft.version,
      };
      insert.run({ ...signed(integrity, 'drafts', plain), draft_key: draft.draftKey });
    },
    findOfCase(id: CaseId): Draft | undefined {
      const found = ofCase.get(id);
      if (found === undefined) return undefined;
      const row = checked(integrity, 'drafts', found);
      return {
        id: row.id,
        caseId: row.case_id as CaseId,
        attemptId: row.attempt_id as AttemptId,
        begunOn: row.begun_on as Day,
        mode: row.mode as Mode,
        language: row.language,
        version: row.version,
        draftKey: row.draft_key,
      };
    },
    append(draft: string, { seq, answer }: DraftAnswer): void {
      insertAnswer.run({ draft, seq, answer });
    },
    answers: (draft: string): readonly DraftAnswer[] => answers.all(draft),
    /** Deletes the draft, its answers and the only key that opens them. */
    remove(draft: string): void {
      remove.run(draft);
      onErase();
    },
    count: (): number => count.get() ?? 0,
  };
}
