/** The first schema: one study, its cases, contacts, interviews, responses and journal. Frozen once released. */
export const step = {
  nr: 1,
  description: 'one study: settings, groups, cases, attempts, drafts, responses, links, journal',
  sql: `
    CREATE TABLE study (
      id TEXT PRIMARY KEY, practice INTEGER NOT NULL, practice_day TEXT, created_on TEXT NOT NULL,
      version INTEGER NOT NULL, mac BLOB NOT NULL
    ) STRICT;
    CREATE TABLE settings (name TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE groups (
      code TEXT PRIMARY KEY, position INTEGER NOT NULL, version INTEGER NOT NULL, mac BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cases (
      id TEXT PRIMARY KEY, group_code TEXT NOT NULL REFERENCES groups (code), stratum TEXT, channels TEXT NOT NULL,
      state TEXT NOT NULL, final_code TEXT, mode TEXT, final_on TEXT, held_by TEXT, next_due TEXT, code_tag TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL, mac BLOB NOT NULL, case_key BLOB NOT NULL, contact BLOB NOT NULL, login_code BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX case_in_hand ON cases (held_by) WHERE held_by IS NOT NULL;
    CREATE INDEX case_due ON cases (next_due) WHERE state = 'open';
    CREATE TABLE batches (
      id TEXT PRIMARY KEY, group_code TEXT NOT NULL, step TEXT NOT NULL, made_on TEXT NOT NULL, letters INTEGER NOT NULL,
      posted_on TEXT, version INTEGER NOT NULL, mac BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE attempts (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), step TEXT NOT NULL, channel TEXT NOT NULL,
      on_day TEXT NOT NULL, outcome TEXT NOT NULL, appointment_on TEXT, delivery_key TEXT UNIQUE,
      batch_id TEXT REFERENCES batches (id), version INTEGER NOT NULL, mac BLOB NOT NULL, note BLOB
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attempt_of_case ON attempts (case_id);
    CREATE TABLE handouts (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, made_on TEXT NOT NULL, pieces INTEGER NOT NULL, sha256 TEXT NOT NULL,
      mac BLOB NOT NULL, path BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE drafts (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL UNIQUE REFERENCES cases (id), attempt_id TEXT NOT NULL REFERENCES attempts (id),
      begun_on TEXT NOT NULL, mode TEXT NOT NULL, language TEXT NOT NULL, version INTEGER NOT NULL, mac BLOB NOT NULL,
      draft_key BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE draft_answers (
      draft_id TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE, seq INTEGER NOT NULL, answer BLOB NOT NULL,
      PRIMARY KEY (draft_id, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE responses (id TEXT PRIMARY KEY, key BLOB NOT NULL, content BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE links (id TEXT PRIMARY KEY, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE intakes (
      id TEXT PRIMARY KEY, group_code TEXT NOT NULL REFERENCES groups (code), on_day TEXT NOT NULL, sha256 TEXT NOT NULL,
      rows INTEGER NOT NULL, mac BLOB NOT NULL, report BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE instructions (nr INTEGER PRIMARY KEY, on_day TEXT NOT NULL, mac BLOB NOT NULL, text BLOB NOT NULL) STRICT;
    CREATE TABLE journal (
      seq INTEGER PRIMARY KEY, on_day TEXT NOT NULL, person TEXT NOT NULL, act TEXT NOT NULL, detail TEXT NOT NULL, mac BLOB NOT NULL
    ) STRICT;
  `,
} as const;
