/** What is kept, sealed, of every list that was taken in: its report, by which rules, and which cases it made, so that it can be undone. */
import type { DeliveryKind, IntakeReport } from '../../shared/intake/report.ts';
import type { CaseId } from '../../shared/study/case.ts';
import type { Desk } from '../desk.ts';
import type { IntakeRow } from '../store/study.ts';

/** The sealed part of an intake: no names and no values, but ids by which someone who holds the keys finds who came with it. */
export interface KeptList {
  /** Random id of the delivery that this list was part of. */
  readonly delivery: string;
  /** Number of that delivery in this study; counts from 1. */
  readonly nr: number;
  readonly kind: DeliveryKind;
  /** The sheet that was read; counts from 1, hidden ones included. */
  readonly sheet: number;
  readonly report: IntakeReport;
  /** The cases that this list made, in no order that means anything. */
  readonly cases: readonly CaseId[];
  readonly rules: KeptRules;
  /** Of who died or objects by this list and so did not come in: keyed hashes, for other lists that do not say so. They go when it is undone. */
  readonly noes?: readonly string[];
}

/** By which rules of the manager a delivery was judged: enough to judge and draw it again. */
export interface KeptRules {
  readonly onePerAddress: boolean;
  /** Of a difference: whether people who were gone were stopped. */
  readonly gone: 'keep' | 'stop';
  readonly draw?: {
    readonly seed: string;
    readonly people?: number;
    readonly perStratum: Readonly<Record<string, number>>;
  };
}

export type StoredList = Omit<IntakeRow, 'report'> & { readonly kept: KeptList };

const place = (row: string) => ({ table: 'intakes', row, field: 'report' });

/** All lists that were taken in, those of a delivery after one another, the oldest delivery first. */
export async function keptLists({ store, vault }: Pick<Desk, 'store' | 'vault'>): Promise<readonly StoredList[]> {
  const rows = store.intakes.all();
  if (rows.length === 0) return [];
  const texts = await vault.ask(
    'openSettings',
    rows.map(({ id, report }) => ({ ...place(id), sealed: report })),
  );
  return rows
    .map(({ report: _, ...row }, index): StoredList => ({ ...row, kept: JSON.parse(texts[index]!) as KeptList }))
    .toSorted((a, b) => a.kept.nr - b.kept.nr || a.kept.report.file - b.kept.report.file);
}

/** Lists as rows to be stored, sealed. */
export async function sealLists(
  lists: readonly StoredList[],
  { vault }: Pick<Desk, 'vault'>,
): Promise<readonly IntakeRow[]> {
  const reports = await vault.ask(
    'sealSettings',
    lists.map(({ id, kept }) => ({ ...place(id), text: JSON.stringify(kept) })),
  );
  return lists.map(({ kept: _, ...row }, index) => ({ ...row, report: reports[index]! }));
}
