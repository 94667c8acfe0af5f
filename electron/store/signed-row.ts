/** Rows whose plain columns decide something: signed when written, checked whenever they are read. */
import { refuse } from '../../shared/problem.ts';
import type { Integrity, PlainValue } from '../vault/integrity.ts';
import { countedValues, type MacTable, macColumns } from './plain-columns.ts';

/** The plain columns of a row by name, as SQLite gives them. */
export type PlainRow = Readonly<Record<string, PlainValue>>;

function valuesOf(table: MacTable, row: PlainRow): readonly PlainValue[] {
  return countedValues(
    table,
    macColumns[table].map((column) => row[column] ?? null),
  );
}

/** The row with its MAC, ready to be bound to a statement. */
export function signed<R extends PlainRow>(
  integrity: Integrity,
  table: MacTable,
  row: R,
): R & { readonly mac: Uint8Array } {
  return { ...row, mac: integrity.mac(table, valuesOf(table, row)) };
}

/** The row as it was read, after its MAC was checked. Refuses `study.damaged` when a plain column was changed outside the app. */
export function checked<R extends { readonly mac: Uint8Array }>(integrity: Integrity, table: MacTable, row: R): R {
  const isWhole = integrity.isMacOf(row.mac, table, valuesOf(table, row as unknown as PlainRow));
  return isWhole ? row : refuse('study.damaged', { where: table });
}
