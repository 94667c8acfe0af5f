/** Returns of the web: second responses that wait for a decision, and by what a row of a platform is known again. Frozen once released. */
export const step = {
  nr: 7,
  description: 'second responses, rows of a survey platform that were taken in',
  sql: `
    CREATE TABLE seconds (
      id TEXT PRIMARY KEY, key BLOB NOT NULL, content BLOB NOT NULL, link BLOB NOT NULL, details BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE returned_rows (
      tag TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), mac BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX returned_row_of_case ON returned_rows (case_id);
  `,
} as const;
