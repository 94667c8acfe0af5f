/**
 * Contact: the part of the day of a call, batches that are no letters or are printed again, and login codes that were replaced. What was there before
 * has nothing in the new columns. Indexes for whom is rung next. Frozen once released.
 */
export const step = {
  nr: 8,
  description: 'parts of the day, kinds of batches, revoked codes',
  sql: `
    ALTER TABLE attempts ADD COLUMN daypart TEXT;
    ALTER TABLE batches ADD COLUMN kind TEXT;
    CREATE TABLE revoked_codes (
      tag TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), revoked_on TEXT NOT NULL, mac BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX revoked_code_of_case ON revoked_codes (case_id);
    CREATE INDEX call_on ON attempts (on_day) WHERE channel IN ('phone', 'visit');
    CREATE INDEX appointment_on ON attempts (appointment_on) WHERE outcome = 'appointment';
    CREATE INDEX answered_of_stratum ON cases (group_code, stratum) WHERE final_code IN ('1.1', '1.2');
  `,
} as const;
