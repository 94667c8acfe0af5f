/** The inventory: one row that tells whether all others are as this application left them. Frozen once released. */
export const step = {
  nr: 5,
  description: 'the inventory of all rows',
  sql: 'CREATE TABLE inventory (nr INTEGER PRIMARY KEY CHECK (nr = 1), mac BLOB NOT NULL) STRICT;',
} as const;
