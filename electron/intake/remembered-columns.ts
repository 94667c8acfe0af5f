/**
 * What a manager decided about the columns of a client's files, for the next delivery of that client, also in another study on this machine:
 * a small file in the app's own folder. It holds words of headers that were shown on screen and what became of them; clients stand in
 * it as a hash of their name. A convenience: when it cannot be read nothing is remembered, and when it cannot be written the work goes on.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ColumnMeaning, columnMeanings } from '../../shared/intake/column-map.ts';
import { plainWord } from '../../shared/intake/plain-word.ts';
import { writeFileSafely } from '../files/write-file.ts';

/** What a header became: by its words, as `plainWord` writes them. */
export type Remembered = Readonly<Record<string, ColumnMeaning | 'not-read'>>;

export const rememberedColumnsFile = 'remembered-columns.json';
/** The clients that were served last, and of each the columns that were decided on last. */
const clientsAtMost = 50;
const columnsAtMost = 200;
/** No header that a person decides on is longer; what is may be anything. */
const longestHeader = 60;

interface Client {
  readonly client: string;
  readonly columns: Remembered;
}

const clientHash = (name: string) =>
  createHash('sha256')
    .update(`veldwerk columns ${plainWord(name)}`)
    .digest('hex');

/** What was decided for this client before. */
export function rememberedColumns(ownFolder: string, client: string): Remembered {
  return readClients(ownFolder).find((one) => one.client === clientHash(client))?.columns ?? {};
}

/**
 * Adds what was decided now; the newest decision about a header counts.
 *
 * @param decided the header as it stands in the file, and what it became; only headers that were shown
 */
export function rememberColumns(
  ownFolder: string,
  client: string,
  decided: readonly { readonly header: string; readonly becomes: ColumnMeaning | 'not-read' }[],
): void {
  const words = decided
    .map(({ header, becomes }) => [plainWord(header), becomes] as const)
    .filter(([word]) => word !== '' && word.length <= longestHeader);
  if (words.length === 0) return;
  const clients = readClients(ownFolder);
  const hash = clientHash(client);
  const before = Object.entries(clients.find((one) => one.client === hash)?.columns ?? {});
  const now = new Set(words.map(([word]) => word));
  const columns = [...before.filter(([word]) => !now.has(word)), ...words].slice(-columnsAtMost);
  const others = clients.filter((one) => one.client !== hash);
  const kept = [{ client: hash, columns: fromEntries(columns) }, ...others].slice(0, clientsAtMost);
  try {
    const text = JSON.stringify({ clients: kept }, null, 2);
    writeFileSafely(join(ownFolder, rememberedColumnsFile), new TextEncoder().encode(`${text}\n`));
  } catch {
    // A full disk must not keep anyone from taking people in.
  }
}

/** A header may be called anything, '__proto__' too. */
function fromEntries(columns: readonly (readonly [string, ColumnMeaning | 'not-read'])[]): Remembered {
  return Object.assign(Object.create(null), Object.fromEntries(columns));
}

function readClients(ownFolder: string): readonly Client[] {
  try {
    const { clients } = JSON.parse(readFileSync(join(ownFolder, rememberedColumnsFile), 'utf8')) as {
      readonly clients: unknown;
    };
    return Array.isArray(clients) ? clients.flatMap((one) => clientOf(one) ?? []) : [];
  } catch {
    return [];
  }
}

const known: readonly string[] = [...columnMeanings, 'not-read'];

/** Undefined for what this application did not write. */
function clientOf(found: unknown): Client | undefined {
  const { client, columns } = (found ?? {}) as Record<string, unknown>;
  if (typeof client !== 'string' || !/^[0-9a-f]{64}$/.test(client)) return undefined;
  if (typeof columns !== 'object' || columns === null) return undefined;
  const entries = Object.entries(columns).filter(([, meaning]) => known.includes(meaning));
  return { client, columns: fromEntries(entries as [string, ColumnMeaning | 'not-read'][]) };
}
