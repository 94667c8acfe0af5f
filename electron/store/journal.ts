/** The journal: append-only, each entry chained to the one before by a MAC. It holds acts and counts, never personal data. */
import type { Day } from '../../shared/calendar.ts';
import type { PersonId } from '../../shared/study/person.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';

/** Codes and counts only. It stands readable, so nothing that anyone typed or said belongs here. */
export type JournalDetail = Readonly<Record<string, number | string | boolean>>;

export interface JournalEntry {
  readonly seq: number;
  readonly on: Day;
  readonly person: PersonId;
  readonly act: string;
  readonly detail: JournalDetail;
}

/** An entry that was just appended, for whoever notes it outside the study. MACs in hex; `before` is '' for the first. */
export interface Appended {
  readonly seq: number;
  readonly on: Day;
  readonly mac: string;
  readonly before: string;
}

interface Row {
  readonly seq: number;
  readonly on_day: string;
  readonly person: string;
  readonly act: string;
  readonly detail: string;
  readonly mac: Uint8Array;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

export function journalTable(database: Database, integrity: Integrity) {
  const insert = database.prepare('INSERT INTO journal VALUES (@seq, @on_day, @person, @act, @detail, @mac)');
  const last = database.prepare<[], Row>('SELECT * FROM journal ORDER BY seq DESC LIMIT 1');
  const byNr = database.prepare<[number], Uint8Array>('SELECT mac FROM journal WHERE seq = ?').pluck();
  const all = database.prepare<[], Row>('SELECT * FROM journal ORDER BY seq');
  const before = database.prepare<[number], Row>('SELECT * FROM journal WHERE seq < ? ORDER BY seq DESC LIMIT 1');
  const ofActs = database.prepare<[string], Row>(
    'SELECT * FROM journal WHERE act IN (SELECT value FROM json_each(?)) ORDER BY seq DESC',
  );
  const withKeyring = database.prepare<[], Row>(
    `SELECT * FROM journal WHERE detail LIKE '%"keyring":%' ORDER BY seq DESC`,
  );
  const isGenuine = (row: Row) => integrity.isMacOf(row.mac, 'journal', macOf(before.get(row.seq)?.mac, row));
  const macOf = (before: Uint8Array | undefined, row: Omit<Row, 'mac'>) =>
    [before === undefined ? '' : hex(before), row.seq, row.on_day, row.person, row.act, row.detail] as const;

  return {
    /** Appends; called inside the transaction of the act that it records. */
    append(entry: Omit<JournalEntry, 'seq'>): Appended {
      const before = last.get();
      const row = {
        seq: (before?.seq ?? 0) + 1,
        on_day: entry.on,
        person: entry.person,
        act: entry.act,
        detail: JSON.stringify(entry.detail),
      };
      const mac = integrity.mac('journal', macOf(before?.mac, row));
      insert.run({ ...row, mac });
      return { seq: row.seq, on: entry.on, mac: hex(mac), before: before === undefined ? '' : hex(before.mac) };
    },
    /** The last entry that is there. */
    last(): Pick<Appended, 'seq' | 'on' | 'mac'> | undefined {
      const row = last.get();
      return row === undefined ? undefined : { seq: row.seq, on: row.on_day as Day, mac: hex(row.mac) };
    },
    /** The last entry of one of these acts that this study wrote itself. */
    findLast(acts: readonly string[]): Pick<JournalEntry, 'seq' | 'act' | 'detail'> | undefined {
      const row = ofActs.all(JSON.stringify(acts)).find(isGenuine);
      return row === undefined ? undefined : { seq: row.seq, act: row.act, detail: JSON.parse(row.detail) };
    },
    /** The newest keyring that an entry of this study's own names; 0 when none does. */
    lastKeyring(): number {
      const row = withKeyring.all().find(isGenuine);
      return row === undefined ? 0 : (JSON.parse(row.detail) as { readonly keyring: number }).keyring;
    },
    macAt(seq: number): string | undefined {
      const mac = byNr.get(seq);
      return mac === undefined ? undefined : hex(mac);
    },
    /** All entries, and whether the chain is whole from the first to the last that is there. A study begins with an entry, so none is not whole. */
    read(): {
      readonly entries: readonly JournalEntry[];
      readonly isWhole: boolean;
      /** The number at which it is broken first. */
      readonly brokenAt?: number;
    } {
      let before: Uint8Array | undefined;
      const rows = all.all();
      let brokenAt = rows.length > 0 ? undefined : 1;
      const entries = rows.map((row, index): JournalEntry => {
        const isOurs = row.seq === index + 1 && integrity.isMacOf(row.mac, 'journal', macOf(before, row));
        if (!isOurs) brokenAt ??= index + 1;
        before = row.mac;
        const { seq, on_day, person, act } = row;
        // The rest of an entry that someone else wrote may be anything.
        return {
          seq,
          on: on_day as Day,
          person: person as PersonId,
          act,
          detail: isOurs ? JSON.parse(row.detail) : {},
        };
      });
      return brokenAt === undefined ? { entries, isWhole: true } : { entries, isWhole: false, brokenAt };
    },
  };
}
