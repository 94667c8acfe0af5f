/** Single values in the raw file of a study, changed as someone with an editor for such files would. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { tables } from '../../electron/store/plain-columns.ts';

/** One value in the file. */
export interface Cell {
  readonly table: string;
  readonly column: string;
  /** For a statement: which row, and the values to bind. */
  readonly where: string;
  readonly key: readonly (string | number)[];
  readonly value: string | number | Uint8Array;
}

/** Every value that is filled, by column; the MACs of rows too. */
export function cellsOf(database: Database.Database): ReadonlyMap<string, readonly Cell[]> {
  const cells = new Map<string, Cell[]>();
  for (const table of Object.keys(tables)) {
    const columns = database.pragma(`table_info(${table})`) as readonly { name: string; pk: number }[];
    const keys = columns.filter(({ pk }) => pk > 0).map(({ name }) => name);
    for (const row of database.prepare(`SELECT * FROM ${table}`).all() as Record<string, string | number | null>[])
      for (const { name } of columns) {
        if (row[name] === null) continue;
        const where = keys.map((key) => `"${key}" = ?`).join(' AND ');
        const cell: Cell = { table, column: name, where, key: keys.map((key) => row[key]!), value: row[name]! };
        const label = `${table}.${name}`;
        cells.set(label, [...(cells.get(label) ?? []), cell]);
      }
  }
  return cells;
}

export type Draw = (below: number) => number;

/** Another value in which one byte is different. */
export function flipped(value: unknown, draw: Draw): string | number | Uint8Array {
  if (typeof value === 'number') return value ^ (1 << draw(8));
  if (typeof value === 'string') {
    // A text stays a text: another character of ASCII in one place.
    if (value === '') return 'x';
    const at = draw(value.length);
    const other = String.fromCharCode(33 + ((value.charCodeAt(at) - 33 + 1 + draw(93)) % 94));
    return value.slice(0, at) + other + value.slice(at + 1);
  }
  const bytes = Uint8Array.from(value as Uint8Array);
  bytes[draw(bytes.length)]! ^= 1 + draw(255);
  return bytes;
}

/** Does `work` in the raw file, as someone with an editor for such files would. */
export function inRawFile<T>(folder: string, work: (raw: Database.Database) => T): T {
  const raw = new Database(join(folder, 'study', 'study.db'));
  try {
    raw.pragma('foreign_keys = OFF');
    raw.pragma('ignore_check_constraints = ON');
    return raw.transaction(work)(raw);
  } finally {
    raw.close();
  }
}

/** Flips a byte of this value; drawn again where the file has the flipped one already and can hold it once only. */
export function flipCell(raw: Database.Database, cell: Cell, draw: Draw): void {
  const { table, column, where, key, value } = cell;
  try {
    raw.prepare(`UPDATE ${table} SET "${column}" = ? WHERE ${where}`).run(flipped(value, draw), ...key);
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT')) throw error;
    flipCell(raw, cell, draw);
  }
}

/** Exchanges two values of one column, or of two columns of one row. */
export function swapCells(raw: Database.Database, one: Cell, other: Cell): void {
  const read = ({ table, column, where, key }: Cell) =>
    raw
      .prepare(`SELECT "${column}" FROM ${table} WHERE ${where}`)
      .pluck()
      .get(...key);
  const [first, second] = [read(one), read(other)];
  const put = ({ table, column, where, key }: Cell, value: unknown) =>
    raw.prepare(`UPDATE ${table} SET "${column}" = ? WHERE ${where}`).run(value, ...key);
  put(one, second);
  put(other, first);
}

/** The same numbers every time, from a seed. */
export function drawsFrom(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
