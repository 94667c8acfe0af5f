/**
 * Test code on the raw files: everything in a study folder that some people's passphrases and the device secret lead to, without the
 * application's roles. Every key that is found is tried on every sealed value, also where it does not belong, until nothing new opens.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { tables } from '../../electron/store/plain-columns.ts';
import { draftWrapKey } from '../../electron/vault/case-keys.ts';
import type { Secret } from '../../electron/vault/derive-key.ts';
import { readKeyring } from '../../electron/vault/keyring.ts';
import { from64, openedPerson } from '../../electron/vault/people-keys.ts';
import { openBytes } from '../../electron/vault/seal.ts';
import sodium from '../../electron/vault/sodium.ts';

/** Per sealed column: which rows opened. A row goes by its id, an answer of a draft by draft and number. */
export type OpenedColumns = Readonly<Record<string, readonly string[]>>;

export interface Attack {
  readonly opened: OpenedColumns;
  /** Every value that opened, as text. */
  readonly texts: readonly string[];
  /** Keys tried on every sealed value, the people's own included. */
  readonly keys: number;
  readonly values: number;
}

interface Value {
  readonly column: string;
  readonly row: string;
  readonly bytes: Uint8Array;
  readonly fields: readonly string[];
}

/** The frozen tag of each sealed column that is not sealed to a person or a pair. */
const fieldOf: Readonly<Record<string, string>> = {
  'settings.sealed': 'value',
  'cases.contact': 'contact',
  'cases.login_code': 'login-code',
  'attempts.note': 'note',
  'callbacks.note': 'note',
  'handouts.path': 'path',
  'drafts.draft_key': 'key',
  'draft_answers.answer': 'answer',
  'responses.content': 'content',
  'intakes.report': 'report',
  'instructions.text': 'text',
  'case_requests.details': 'details',
};

function sealedValues(folder: string, epoch: number): readonly Value[] {
  const raw = new Database(join(folder, 'study.db'), { readonly: true });
  try {
    return Object.entries(tables).flatMap(([table, { plain, sealed }]) => {
      const [first, second] = Object.keys(plain);
      const rowOf = (row: Record<string, unknown>) =>
        table === 'draft_answers' ? `${row[first!]} ${row[second!]}` : String(row[first!]);
      return sealed.flatMap((name) => {
        const column = `${table}.${name}`;
        const fields = column === 'cases.case_key' ? epochs(epoch) : [fieldOf[column] ?? name];
        return (raw.prepare(`SELECT * FROM ${table} WHERE ${name} IS NOT NULL`).all() as Record<string, unknown>[]).map(
          (row): Value => ({ column, row: rowOf(row), bytes: row[name] as Uint8Array, fields }),
        );
      });
    });
  } finally {
    raw.close();
  }
}

const epochs = (last: number) => Array.from({ length: last + 1 }, (_, nr) => `key in epoch ${nr}`);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Keys that a value holds which opened: itself, or one written inside. */
function keysInside(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length === 32) return [bytes];
  return [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/[A-Za-z0-9+/]{43}=/g),
  ].map(([text]) => from64(text));
}

/** Throws when one of the people cannot be entered: the passphrase or the device secret is another one. */
export function openedByKeys(
  folder: string,
  deviceSecret: Uint8Array,
  people: readonly { readonly name: string; readonly secret: Secret }[],
): Attack {
  const keyring = readKeyring(new Uint8Array(readFileSync(join(folder, 'keyring'))), deviceSecret);
  const entered = people.map(({ name, secret }) => openedPerson(keyring, name, secret));
  const pairs = entered.map(({ person, privateKey }) => [person.publicKey, privateKey] as const);
  const drafts = entered.flatMap(({ keys: { draft } }) => draft ?? []);
  for (const { keys } of entered) {
    if (keys.link !== undefined) pairs.push([keyring.linkPublicKey!, keys.link]);
    if (keys.answers !== undefined) pairs.push([keyring.answersPublicKey!, keys.answers]);
  }
  const values = sealedValues(folder, keyring.epoch);
  const known = new Map<string, Uint8Array>();
  const opened = new Map<Value, Uint8Array>();
  const learn = (key: Uint8Array): readonly Uint8Array[] => {
    if (known.has(hex(key))) return [];
    known.set(hex(key), key);
    return [key, ...drafts.flatMap((draft) => [draftWrapKey(draft, key), draftWrapKey(key, draft)])];
  };
  const openWith = (value: Value, key: Uint8Array): Uint8Array | undefined => {
    const [table, row] = [value.column.split('.')[0]!, value.row];
    for (const field of value.fields) {
      try {
        return openBytes(key, value.bytes, { study: keyring.study, table, row, field });
      } catch {
        // not with this key
      }
    }
    return undefined;
  };
  const openBox = (value: Value): Uint8Array | undefined => {
    for (const [publicKey, privateKey] of pairs) {
      try {
        return sodium.crypto_box_seal_open(value.bytes, from64(publicKey), privateKey);
      } catch {
        // not sealed to this pair
      }
    }
    return undefined;
  };
  const own = entered.flatMap(({ privateKey, keys }) => [privateKey, ...Object.values(keys)]);
  let fresh = [deviceSecret, ...own].flatMap(learn);
  for (const value of values) {
    const found = openBox(value);
    if (found === undefined) continue;
    opened.set(value, found);
    fresh.push(...keysInside(found).flatMap(learn));
  }
  while (fresh.length > 0) {
    const next: Uint8Array[] = [];
    for (const value of values) {
      if (opened.has(value)) continue;
      for (const key of fresh) {
        const found = openWith(value, key);
        if (found === undefined) continue;
        opened.set(value, found);
        next.push(...keysInside(found).flatMap(learn));
        break;
      }
    }
    fresh = next;
  }
  const columns: Record<string, string[]> = {};
  for (const { column } of values) columns[column] ??= [];
  for (const { column, row } of opened.keys()) columns[column]!.push(row);
  return {
    opened: Object.fromEntries(Object.entries(columns).map(([column, rows]) => [column, rows.toSorted()])),
    texts: [...opened.values()].map((bytes) => Buffer.from(bytes).toString('utf8')),
    keys: known.size,
    values: values.length,
  };
}
