/** What became of a row, and the report that these add up to. */
import type { Candidate } from './candidate.ts';
import {
  type AppliedKind,
  appliedKinds,
  type IntakeReport,
  type RefusalReason,
  type Remark,
  refusalReasons,
} from './report.ts';

/** Every row has one. */
export type Fate =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly reason: RefusalReason }
  /** It waits for a person to decide. */
  | { readonly kind: 'undecided' }
  /** It tells something about someone who is in the study already. */
  | { readonly kind: 'applied'; readonly as: AppliedKind };

export interface JudgedRow {
  readonly candidate: Candidate;
  readonly fate: Fate;
}

/**
 * The report of one file. However its rows were judged: read = accepted + the sum of what was applied + the sum of the refused + undecided.
 *
 * @param judged the rows of this file, in order
 * @param masked cells in which the reader masked a number
 */
export function reportOf(
  file: number,
  judged: readonly JudgedRow[],
  masked: readonly Pick<Remark, 'row' | 'field'>[] = [],
): IntakeReport {
  const applied = Object.fromEntries(appliedKinds.map((kind) => [kind, 0])) as Record<AppliedKind, number>;
  const refused = Object.fromEntries(refusalReasons.map((reason) => [reason, 0])) as Record<RefusalReason, number>;
  const refusedRows: { row: number; reason: RefusalReason }[] = [];
  const remarks: Remark[] = masked.map(({ row, field }) => ({ row, field, what: 'masked' }));
  let [accepted, undecided] = [0, 0];
  for (const { candidate, fate } of judged) {
    const { row, read } = candidate;
    for (const field of read.unreadable) remarks.push({ row, field, what: 'unreadable' });
    if (fate.kind === 'accepted') accepted += 1;
    if (fate.kind === 'undecided') undecided += 1;
    if (fate.kind === 'applied') applied[fate.as] += 1;
    if (fate.kind !== 'refused') continue;
    refused[fate.reason] += 1;
    refusedRows.push({ row, reason: fate.reason });
  }
  remarks.sort((one, other) => one.row - other.row);
  return { file, read: judged.length, accepted, applied, refused, undecided, refusedRows, remarks };
}
