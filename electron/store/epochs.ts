/** The epochs of the study's keys. The first has no row: it began with the study. */
import type { Day } from '../../shared/calendar.ts';
import type { Integrity } from '../vault/integrity.ts';
import type { Database } from './database.ts';
import { checked, signed } from './signed-row.ts';

/** What an epoch was turned for. */
export type EpochReason =
  | 'person-removed'
  | 'case-erased'
  | 'intake-undone'
  | 'answers-removed'
  | 'unlinked'
  | 'contact-ended';

export interface Epoch {
  readonly nr: number;
  readonly on: Day;
  readonly why: EpochReason;
}

interface Row {
  readonly nr: number;
  readonly on_day: string;
  readonly why: string;
  readonly mac: Uint8Array;
}

export function epochsTable(database: Database, integrity: Integrity) {
  const insert = database.prepare('INSERT INTO epochs VALUES (@nr, @on_day, @why, @mac)');
  const all = database.prepare<[], Row>('SELECT * FROM epochs ORDER BY nr');
  const epochOf = (row: Row): Epoch => {
    const { nr, on_day, why } = checked(integrity, 'epochs', row);
    return { nr, on: on_day as Day, why: why as EpochReason };
  };
  const list = (): readonly Epoch[] => all.all().map(epochOf);
  return {
    insert({ nr, on, why }: Epoch): void {
      insert.run(signed(integrity, 'epochs', { nr, on_day: on, why }));
    },
    all: list,
    /** The epoch under whose keys the cases are wrapped. */
    current: (): number => list().at(-1)?.nr ?? 1,
    isContactEnded: (): boolean => list().some(({ why }) => why === 'contact-ended'),
    isUnlinked: (): boolean => list().some(({ why }) => why === 'unlinked'),
    findUnlinkedOn: (): Day | undefined => list().find(({ why }) => why === 'unlinked')?.on,
  };
}
