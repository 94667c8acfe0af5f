/**
 * The rows of an extract as they cross from the reader process to the office: one text and the lengths of its parts for each field. A
 * hundred thousand objects cost five times as much on either side.
 */
import { setImmediate } from 'node:timers/promises';
import type { ExtractRow } from '../../shared/intake/extract.ts';
import { type ContactField, contactFields } from '../../shared/study/contact-data.ts';

export interface PackedRows {
  /** Numbers of the rows, as a spreadsheet shows them. */
  readonly rows: Uint32Array;
  readonly fields: readonly {
    readonly field: ContactField;
    /** Per row, in UTF-16 units; 0 where the field is not there. */
    readonly lengths: Uint32Array;
    readonly text: string;
  }[];
}

export function packRows(rows: readonly ExtractRow[]): PackedRows {
  const numbers = new Uint32Array(rows.length);
  const columns = new Map<ContactField, { readonly lengths: Uint32Array; readonly texts: string[] }>();
  for (const [index, { row, values }] of rows.entries()) {
    numbers[index] = row;
    for (const name in values) {
      const field = name as ContactField;
      const text = values[field];
      if (text === undefined) continue;
      const column = columns.get(field) ?? { lengths: new Uint32Array(rows.length), texts: [] };
      if (column.texts.length === 0) columns.set(field, column);
      column.lengths[index] = text.length;
      column.texts.push(text);
    }
  }
  const fields = [...columns].map(([field, { lengths, texts }]) => ({ field, lengths, text: texts.join('') }));
  return { rows: numbers, fields };
}

/** Rows between two turns of the event loop: some milliseconds of work. */
const rowsPerTurn = 5000;

/** Throws RangeError when the message is none that `packRows` makes: whatever the reader was brought to say goes no further. */
export async function unpackRows(message: unknown): Promise<readonly ExtractRow[]> {
  const { rows, fields } = checked(message);
  const at = fields.map(() => 0);
  const unpacked: ExtractRow[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % rowsPerTurn === rowsPerTurn - 1) await setImmediate();
    const values: Partial<Record<ContactField, string>> = {};
    for (let nr = 0; nr < fields.length; nr += 1) {
      const { field, lengths, text } = fields[nr]!;
      const length = lengths[index]!;
      if (length === 0) continue;
      const from = at[nr]!;
      at[nr] = from + length;
      values[field] = text.slice(from, from + length);
    }
    unpacked.push({ row, values });
  }
  return unpacked;
}

function checked(message: unknown): PackedRows {
  const { rows, fields } = (message ?? {}) as Partial<PackedRows>;
  if (!(rows instanceof Uint32Array) || !Array.isArray(fields)) throw new RangeError('no packed rows');
  const seen = new Set<string>();
  for (const each of fields as readonly unknown[]) {
    const { field, lengths, text } = (each ?? {}) as Partial<PackedRows['fields'][number]>;
    if (field === undefined || !contactFields.includes(field) || seen.size === seen.add(field).size)
      throw new RangeError('no field, or one twice');
    if (!(lengths instanceof Uint32Array) || lengths.length !== rows.length || typeof text !== 'string')
      throw new RangeError('no packed field');
    if (lengths.reduce((sum, length) => sum + length, 0) !== text.length) throw new RangeError('other lengths');
  }
  return { rows, fields };
}
