/**
 * The floor of an intake, in a process of its own: a file read with the raw library, and its rows sealed and stored in one transaction that
 * is synced. Arguments: the file, and the folder for the database. Prints what it took as JSON.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { type CellObject, read } from 'xlsx';
import { newKey, sealText } from '../../../electron/vault/seal.ts';
import { peakMegabytes } from './peak-memory.ts';

const [file, folder] = process.argv.slice(2) as [string, string];
const begin = performance.now();
const rows = file.endsWith('.csv') ? csvRows(file) : xlsxRows(file);
const readAt = performance.now();
const peakOfReading = peakMegabytes(process.pid);
const database = new Database(join(folder, 'raw.db'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec('CREATE TABLE cases (id INTEGER PRIMARY KEY, contact BLOB NOT NULL) STRICT');
const insert = database.prepare('INSERT INTO cases VALUES (?, ?)');
const key = newKey();
database.transaction(() => {
  for (const [nr, row] of rows.entries()) {
    const place = { study: 'raw', table: 'cases', row: String(nr), field: 'contact' };
    insert.run(nr, sealText(key, JSON.stringify(row), place));
  }
})();
database.close();
const end = performance.now();
process.stdout.write(
  JSON.stringify({
    rows: rows.length,
    readMs: readAt - begin,
    allMs: end - begin,
    readMegabytes: peakOfReading,
    allMegabytes: peakMegabytes(process.pid),
  }),
);

function csvRows(path: string): string[][] {
  return parse(readFileSync(path), { delimiter: ';' });
}

/** As the library advises for large sheets: dense, and nothing made that nobody asked for. */
function xlsxRows(path: string): string[][] {
  const book = read(readFileSync(path), {
    type: 'buffer',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellText: false,
  });
  const sheet = book.Sheets[book.SheetNames[0]!] as unknown as { '!data': (CellObject | undefined)[][] };
  return sheet['!data'].map((cells) => Array.from(cells, (cell) => String(cell?.v ?? '')));
}
