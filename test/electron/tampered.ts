/** Files of a study changed by someone without the application, and everything that the office then shows and does. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { filesBelow } from '../../electron/files/find-traces.ts';
import { openOffice } from '../../electron/office.ts';
import type { SeatId } from '../../electron/session.ts';
import { tables } from '../../electron/store/plain-columns.ts';
import type { Mailbox } from '../../scripts/loopback-mail.ts';
import type { Asked, RequestName } from '../../shared/contract.ts';
import { Refusal } from '../../shared/problem.ts';
import { openedWith } from './in-work.ts';
import { passphraseOf, quickHost } from './office.ts';
import { partners, residents } from './prepared.ts';

/** A study with the app's folder, in memory, put down as often as it is attacked. */
export interface Specimen {
  /** Puts the files down in `folder`, in place of what was there. */
  layOut(folder: string): void;
  readonly codes: readonly string[];
  readonly surnames: readonly string[];
}

export async function specimenOf(
  folder: string,
  people: { readonly codes: readonly string[]; readonly surnames: readonly string[] },
): Promise<Specimen> {
  const paths = [...(await filesBelow(join(folder, 'study'))), ...(await filesBelow(join(folder, 'app')))];
  const files = paths.map((path) => [path.slice(folder.length + 1), readFileSync(path)] as const);
  return {
    ...people,
    layOut(to) {
      rmSync(to, { recursive: true, force: true });
      for (const [name, bytes] of files) {
        mkdirSync(dirname(join(to, name)), { recursive: true });
        writeFileSync(join(to, name), bytes, { mode: 0o600 });
      }
    },
  };
}

/** What came of one question: its view as JSON, the problem with which it was refused, or that it failed. */
export type Outcome = { readonly view: string } | { readonly problem: string } | { readonly failed: true };

export interface Seen {
  readonly outcomes: ReadonlyMap<string, Outcome>;
  /** Who got an e-mail, and what it said. */
  readonly sent: readonly string[];
  /** Whatever opened of the sealed values, by the keys of two, without the office. */
  readonly texts: readonly string[] | undefined;
  readonly isJournalWhole: boolean | undefined;
}

type Question = { [N in RequestName]: readonly [seat: string, name: N, input: Asked<N>] }[RequestName];

const seats = ['manager', 'researcher', 'officer', 'interviewer', 'second', 'third'] as const;

/** Everything that reads, and then everything that makes a contact. */
function questions({ codes, surnames }: Specimen): readonly Question[] {
  return [
    ['researcher', 'export.agreeToCaseRequest', { nr: 1 }],
    ['researcher', 'export.agreeToCaseRequest', { nr: 2 }],
    ['manager', 'study.status', {}],
    ['manager', 'study.agreement', {}],
    ['manager', 'study.bureau', {}],
    ['manager', 'study.instructions', {}],
    ['manager', 'study.people', {}],
    ['manager', 'study.holders', {}],
    ['manager', 'schedule.due', {}],
    ['manager', 'contact.failures', {}],
    ['manager', 'contact.batches', {}],
    ['manager', 'contact.unclear', {}],
    ['manager', 'contact.caseRequests', {}],
    ['manager', 'contact.case', { request: 1 }],
    ['manager', 'destruction.caseErasure', { nr: 2 }],
    ['manager', 'destruction.plan', {}],
    ['manager', 'reporting.responseTable', {}],
    ['manager', 'reporting.attempts', {}],
    ['manager', 'reporting.curve', {}],
    ['researcher', 'export.plan', {}],
    ['researcher', 'export.removals', {}],
    ...[residents, partners].map((group): Question => ['manager', 'schedule.protocol', { group }]),
    ...surnames.map((text): Question => ['manager', 'contact.lookUp', { text }]),
    ...codes.map((code): Question => ['manager', 'contact.findCase', { code }]),
    ['interviewer', 'contact.nextCase', {}],
    ['interviewer', 'interview.see', {}],
    ['second', 'contact.nextCase', {}],
    ['third', 'contact.nextCase', {}],
    ...[residents, partners].map((group): Question => ['manager', 'contact.sendEmails', { group }]),
  ];
}

/** `meanwhile`: done to the files when everyone is in. */
export async function see(
  folder: string,
  specimen: Specimen,
  mailbox: Mailbox,
  { meanwhile = () => undefined }: { readonly meanwhile?: () => void } = {},
): Promise<Seen> {
  const host = quickHost(folder, {});
  const office = openOffice(host, () => undefined);
  office.useFolder(join(folder, 'study'));
  const outcomes = new Map<string, Outcome>();
  const before = mailbox.messages.length;
  let isJournalWhole: boolean | undefined;
  const ask = async ([seat, name, input]: Question) => {
    const outcome = await office.ask(seat as SeatId, name, input as never);
    const { kind } = outcome;
    const label = `${seat} ${name} ${JSON.stringify({ ...(input as object), passphrase: undefined })}`;
    if (kind === 'ok') outcomes.set(label, { view: JSON.stringify(outcome.view) });
    else if (kind === 'refused') outcomes.set(label, { problem: outcome.problem.problem });
    else outcomes.set(label, { failed: true });
    return outcome;
  };
  try {
    for (const name of seats) await ask([name, 'study.signIn', { name, passphrase: passphraseOf(name) }]);
    meanwhile();
    // Read before the others write in it.
    const journal = await office.ask('officer' as SeatId, 'study.journal', { entries: 500 });
    if (journal.kind === 'ok') isJournalWhole = journal.view.isWhole;
    for (const question of questions(specimen)) await ask(question);
  } finally {
    office.close();
  }
  const texts = await openedWith(join(folder, 'study'), host).then(
    (opened) => opened.texts,
    (error) => {
      if (error instanceof Refusal || error instanceof SyntaxError) return undefined;
      throw error;
    },
  );
  const sent = mailbox.messages.slice(before).map(({ to, raw }) => `${to.join(' ')} ${raw.length}`);
  return { outcomes, sent, texts, isJournalWhole };
}

/** One value in the file. */
export interface Cell {
  readonly table: string;
  readonly column: string;
  /** For a statement: which row, and the values to bind. */
  readonly where: string;
  readonly key: readonly (string | number)[];
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
        const cell: Cell = { table, column: name, where, key: keys.map((key) => row[key]!) };
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
    return raw.transaction(work)(raw);
  } finally {
    raw.close();
  }
}

/** Flips a byte of this value. */
export function flipCell(raw: Database.Database, { table, column, where, key }: Cell, draw: Draw): void {
  const value = raw
    .prepare(`SELECT "${column}" FROM ${table} WHERE ${where}`)
    .pluck()
    .get(...key);
  raw.prepare(`UPDATE ${table} SET "${column}" = ? WHERE ${where}`).run(flipped(value, draw), ...key);
}
