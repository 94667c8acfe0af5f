/**
 * Whether the rows of study.db are those that this application left there: a sum over all of them, moved along with every change. The MAC
 * of a row tells that its columns belong together; that a row was removed, doubled, put back from a copy, or given the sealed bytes of
 * another, only the sum of all tells. See docs/decisions/0014-an-inventory-of-all-rows.md.
 *
 * Triggers of this connection alone, which the file does not hold, tell of every change. The sum itself is stored nowhere: only a MAC
 * over it and the end of the journal, so that rows are not put back together with it either without the journal being cut.
 */
import { refuse } from '../../shared/problem.ts';
import type { Integrity, PlainValue } from '../vault/integrity.ts';
import { type Database, isSchemaOurs } from './database.ts';
import { countedValues, tables } from './plain-columns.ts';

type Value = string | number | null | Uint8Array;

/** What the sum leaves out: the journal is chained on its own, and the inventory is where the sum goes. */
const leftOut: readonly string[] = ['journal', 'inventory'];
const counted = Object.keys(tables).filter((table) => !leftOut.includes(table));
const sumBits = 256;

export interface Inventory {
  /** Inside a transaction, before its work. Refuses `study.damaged` when another program changed something since. */
  begin(): void;
  /** Inside a transaction, after its work and its journal entry. */
  settle(): void;
  /** The transaction was committed. */
  keep(): void;
  /** The transaction came to nothing. */
  undo(): void;
  /** Whether the rows are as this application left them; they are counted anew when another program touched the file. */
  isWhole(): boolean;
}

/** `isNew`: of a database that is being made, which has no rows yet. */
export function inventoryOf(database: Database, integrity: Integrity, { isNew = false } = {}): Inventory {
  const version = database.prepare<[], number>('PRAGMA data_version').pluck();
  const end = database.prepare<[], { seq: number; mac: Uint8Array }>(
    'SELECT seq, mac FROM journal ORDER BY seq DESC LIMIT 1',
  );
  const stored = database.prepare<[], { nr: number; mac: Uint8Array }>('SELECT nr, mac FROM inventory');
  const put = database.prepare('INSERT INTO inventory VALUES (1, ?) ON CONFLICT (nr) DO UPDATE SET mac = excluded.mac');
  const columns = new Map(counted.map((table) => [table, columnsOf(database, table)]));
  const rows = counted.map((table) => {
    const all = database.prepare(`SELECT ${columns.get(table)!.map(quoted).join(', ')} FROM ${table}`).raw();
    return [table, all] as const;
  });
  const weightOf = (table: string, values: readonly Value[]): bigint => {
    const mac = integrity.mac('row', [table, ...countedValues(table, values).map(plainOf)]);
    return BigInt(`0x${Buffer.from(mac).toString('hex')}`);
  };
  const whole = (sum: bigint): readonly PlainValue[] => {
    const { seq, mac } = end.get() ?? { seq: 0, mac: new Uint8Array(0) };
    return [BigInt.asUintN(sumBits, sum).toString(16), seq, Buffer.from(mac).toString('hex')];
  };
  let sum = 0n;
  let before: bigint | undefined;
  let isSound = true;
  let seen = version.get();
  const countAnew = () => {
    sum = 0n;
    for (const [table, all] of rows)
      for (const values of all.iterate()) sum += weightOf(table, values as readonly Value[]);
    const [one, ...others] = stored.all();
    const isOne = one?.nr === 1 && others.length === 0;
    isSound &&= isOne && isSchemaOurs(database) && integrity.isMacOf(one.mac, 'inventory', whole(sum));
  };
  const look = () => {
    const now = version.get();
    if (now !== seen) countAnew();
    seen = now;
  };

  database.function('weigh', { varargs: true }, (sign: unknown, table: unknown, ...values: unknown[]) => {
    const weight = weightOf(String(table), values as readonly Value[]);
    sum += sign === 1 ? weight : -weight;
    return null;
  });
  for (const [table, names] of columns) database.exec(triggersOf(table, names));
  if (!isNew) countAnew();

  return {
    begin() {
      const wasSound = isSound;
      look();
      before = sum;
      if (wasSound && !isSound) refuse('study.damaged', { where: 'study.db' });
    },
    settle() {
      // What was changed outside stays found, whatever is written after it.
      if (isSound) put.run(integrity.mac('inventory', whole(sum)));
    },
    keep() {
      before = undefined;
    },
    undo() {
      sum = before ?? sum;
      before = undefined;
    },
    isWhole() {
      look();
      return isSound;
    },
  };
}

/** Blobs and texts apart, so that none can stand for another. */
function plainOf(value: Value): PlainValue {
  if (value === null || typeof value === 'number') return value;
  return typeof value === 'string' ? `text ${value}` : `blob ${Buffer.from(value).toString('hex')}`;
}

const quoted = (column: string) => `"${column}"`;

function columnsOf(database: Database, table: string): readonly string[] {
  return database.prepare<[], string>(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
}

function triggersOf(table: string, columns: readonly string[]): string {
  const weigh = (sign: 1 | -1, row: 'OLD' | 'NEW') =>
    `SELECT weigh(${sign}, '${table}', ${columns.map((column) => `${row}.${quoted(column)}`).join(', ')});`;
  const on = (what: string, work: string) =>
    `CREATE TEMP TRIGGER weigh_${table}_${what} AFTER ${what} ON main.${table} BEGIN ${work} END;`;
  return [
    on('INSERT', weigh(1, 'NEW')),
    on('DELETE', weigh(-1, 'OLD')),
    on('UPDATE', weigh(-1, 'OLD') + weigh(1, 'NEW')),
  ].join('\n');
}
