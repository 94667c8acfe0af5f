/** What is asked about one person: the register of requests, answers to be removed, and the counts of those who were erased. */
export const step = {
  nr: 2,
  description: 'requests of people concerned, files made for them, answers to be removed, counts of erased cases',
  sql: `
    CREATE TABLE case_requests (
      nr INTEGER PRIMARY KEY, article TEXT NOT NULL, received_on TEXT NOT NULL, state TEXT NOT NULL, executed_on TEXT,
      case_id TEXT REFERENCES cases (id), version INTEGER NOT NULL, mac BLOB NOT NULL, details BLOB NOT NULL
    ) STRICT;
    CREATE TABLE case_files (
      handout_id TEXT PRIMARY KEY REFERENCES handouts (id) ON DELETE CASCADE, request INTEGER NOT NULL REFERENCES case_requests (nr),
      mac BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE removals (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL UNIQUE REFERENCES cases (id), asked_on TEXT NOT NULL, mac BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE erased_cases (
      group_code TEXT NOT NULL REFERENCES groups (code), final_code TEXT NOT NULL, mode TEXT NOT NULL, cases INTEGER NOT NULL,
      mac BLOB NOT NULL, PRIMARY KEY (group_code, final_code, mode)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE erased_attempts (
      group_code TEXT NOT NULL REFERENCES groups (code), channel TEXT NOT NULL, outcome TEXT NOT NULL, attempts INTEGER NOT NULL,
      mac BLOB NOT NULL, PRIMARY KEY (group_code, channel, outcome)
    ) STRICT, WITHOUT ROWID;
  `,
} as const;
