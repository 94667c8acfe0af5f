/** Unfinished interviews: each answer is one appended row, sealed under the draft's own key, which is deleted with it. */
import type { Day } from '../../shared/calendar.ts';
import { refuse } from '../../shared/problem.ts';
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
  /** The call in which it was begun; absent for what came on paper, by e-mail or over the web. */
  readonly attemptId?: AttemptId;
  readonly begunOn: Day;
  readonly mode: Mode;
  readonly language: Language;
  readonly version: number;
  readonly draftKey: Uint8Array;
}

/** What may change of a draft; a call given as undefined is let go of. */
export interface DraftChange extends Partial<Pick<Draft, 'language' | 'mode'>> {
  readonly attemptId?: AttemptId | undefined;
}

export interface DraftAnswer {
  /** The place of this answer in the draft; also the row that its sealing is bound to. */
  readonly seq: number;
  readonly answer: Uint8Array;
}

/** A draft that was removed, as it stood. */
export interface KeptDraft {
  readonly draft: Draft;
  readonly answers: readonly DraftAnswer[];
}

interface Row {
  readonly id: string;
  readonly case_id: string;
  readonly attempt_id: string | null;
  readonly begun_on: string;
  readonly mode: string;
  readonly language: string;
  readonly version: number;
  readonly mac: Uint8Array;
  readonly draft_key: Uint8Array;
}

const plainRow = (draft: Draft) => ({
  id: draft.id,
  case_id: draft.caseId,
  attempt_id: draft.attemptId ?? null,
  begun_on: draft.begunOn,
  mode: draft.mode,
  language: draft.language,
  version: draft.version,
});

const storedDraft = (row: Row): Draft => ({
  id: row.id,
  caseId: row.case_id as CaseId,
  ...(row.attempt_id === null ? {} : { attemptId: row.attempt_id as AttemptId }),
  begunOn: row.begun_on as Day,
  mode: row.mode as Mode,
  language: row.language,
  version: row.version,
  draftKey: row.draft_key,
});

/** `onErase` is told when a draft is removed: until the log is emptied its key stands there; `onChange` of whose it is or was. */
export function draftsTable(
  database: Database,
  integrity: Integrity,
  { onErase, onChange }: { readonly onErase: () => void; readonly onChange: (of: CaseId) => void },
) {
  const insert = database.prepare(
    'INSERT INTO drafts VALUES (@id, @case_id, @attempt_id, @begun_on, @mode, @language, @version, @mac, @draft_key)',
  );
  const update = database.prepare(
    'UPDATE drafts SET attempt_id = @attempt_id, mode = @mode, language = @language, version = @version, mac = @mac WHERE id = @id AND version = @version - 1',
  );
  const ofCase = database.prepare<[string], Row>('SELECT * FROM drafts WHERE case_id = ?');
  const remove = database.prepare<[string], CaseId>('DELETE FROM drafts WHERE id = ? RETURNING case_id').pluck();
  const insertAnswer = database.prepare('INSERT INTO draft_answers VALUES (@draft, @seq, @answer)');
  const answers = database.prepare<[string, number], DraftAnswer>(
    'SELECT seq, answer FROM draft_answers WHERE draft_id = ? AND seq > ? ORDER BY seq',
  );
  const count = database.prepare<[], number>('SELECT count(*) FROM drafts').pluck();
  const caseIds = database.prepare<[], string>('SELECT case_id FROM drafts').pluck();
  const insertDraft = (draft: Draft): void => {
    onChange(draft.caseId);
    insert.run({ ...signed(integrity, 'drafts', plainRow(draft)), draft_key: draft.draftKey });
  };
  const findOfCase = (id: CaseId): Draft | undefined => {
    const found = ofCase.get(id);
    return found === undefined ? undefined : storedDraft(checked(integrity, 'drafts', found));
  };
  const removeDraft = (draft: string): void => {
    const of = remove.get(draft);
    if (of !== undefined) onChange(of);
    onErase();
  };
  return {
    insert: insertDraft,
    findOfCase,
    /** Whether something that this person sent in on paper or by e-mail is being entered: nobody reminds or rings them meanwhile. */
    isEntered(id: CaseId): boolean {
      const mode = findOfCase(id)?.mode;
      return mode === 'paper' || mode === 'email';
    },
    /** Refuses `study.changed-meanwhile` when `draft` is not the newest version. */
    change(draft: Draft, change: DraftChange): Draft {
      const { attemptId, ...rest } = { ...draft, ...change };
      const changed: Draft = { ...rest, ...(attemptId === undefined ? {} : { attemptId }), version: draft.version + 1 };
      const { changes } = update.run(signed(integrity, 'drafts', plainRow(changed)));
      return changes === 1 ? changed : refuse('study.changed-meanwhile', {});
    },
    append(draft: string, { seq, answer }: DraftAnswer): void {
      insertAnswer.run({ draft, seq, answer });
    },
    /** Those behind place `after`; from the first when it is left out. */
    answers: (draft: string, after = 0): readonly DraftAnswer[] => answers.all(draft, after),
    /** Deletes the draft, its answers and the only key that opens them. */
    remove: removeDraft,
    /** Removes the draft of this case, if there is one, and gives it as it stood. */
    take(of: CaseId): KeptDraft | undefined {
      const draft = findOfCase(of);
      if (draft === undefined) return undefined;
      const kept = { draft, answers: answers.all(draft.id, 0) };
      removeDraft(draft.id);
      return kept;
    },
    putBack({ draft, answers: rows }: KeptDraft): void {
      insertDraft({ ...draft, version: draft.version + 1 });
      for (const { seq, answer } of rows) insertAnswer.run({ draft: draft.id, seq, answer });
    },
    count: (): number => count.get() ?? 0,
    /** The cases of which something unfinished stands. */
    caseIds: (): ReadonlySet<CaseId> => new Set(caseIds.all() as CaseId[]),
  };
}
