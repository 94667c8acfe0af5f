/**
 * What comes up beside an interview: who may not be given a case because they know the person, and requests for help that wait to be passed
 * on. A draft need not come from a call any more: what is on paper, or was begun on the web, came without one. Frozen once released.
 */
export const step = {
  nr: 6,
  description: 'acquaintances, callbacks, drafts without a call',
  // The old answers go first: with their draft gone they would go along with it, before they were copied back.
  sql: `
    CREATE TABLE acquaintances (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), person TEXT NOT NULL, mac BLOB NOT NULL,
      UNIQUE (case_id, person)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE callbacks (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), asked_on TEXT NOT NULL, passed_on TEXT,
      version INTEGER NOT NULL, mac BLOB NOT NULL, note BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX callback_of_case ON callbacks (case_id);
    CREATE TABLE drafts_from_anywhere (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL UNIQUE REFERENCES cases (id), attempt_id TEXT REFERENCES attempts (id),
      begun_on TEXT NOT NULL, mode TEXT NOT NULL, language TEXT NOT NULL, version INTEGER NOT NULL, mac BLOB NOT NULL,
      draft_key BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO drafts_from_anywhere SELECT * FROM drafts;
    CREATE TABLE answers_kept AS SELECT * FROM draft_answers;
    DROP TABLE draft_answers;
    DROP TABLE drafts;
    ALTER TABLE drafts_from_anywhere RENAME TO drafts;
    CREATE TABLE draft_answers (
      draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE, seq INTEGER NOT NULL, answer BLOB NOT NULL,
      PRIMARY KEY (draft_id, seq)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO draft_answers SELECT * FROM answers_kept;
    DROP TABLE answers_kept;
  `,
} as const;
