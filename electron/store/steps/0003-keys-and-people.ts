/** Keys and people: the key of a case as it is handed to an interviewer, and the epochs of the study's keys. Frozen once released. */
export const step = {
  nr: 3,
  description: 'keys handed out with a case; epochs',
  sql: `
    ALTER TABLE cases ADD COLUMN handed_key BLOB;
    CREATE TABLE epochs (nr INTEGER PRIMARY KEY, on_day TEXT NOT NULL, why TEXT NOT NULL, mac BLOB NOT NULL) STRICT;
  `,
} as const;
