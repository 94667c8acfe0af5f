/** What keeps the study from being lost: sheets, recovery files and backups, registered so that a void one is known. Frozen once released. */
export const step = {
  nr: 4,
  description: 'recovery sheets, recovery files and backups',
  sql: `
    CREATE TABLE safeguards (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, epoch INTEGER NOT NULL, sheet TEXT, made_on TEXT NOT NULL, sha256 TEXT NOT NULL,
      state TEXT NOT NULL, void_on TEXT, version INTEGER NOT NULL, mac BLOB NOT NULL, path BLOB
    ) STRICT, WITHOUT ROWID;
  `,
} as const;
